"""The form of a disruption action: the tactic, against whom, for whose protection, whose it is, what came of it."""

from rise_desk.domain import disruption_due
from rise_desk.domain.disruption import HOTEL, IMMIGRATION, DisruptionAction, Target
from rise_desk.domain.order import Protected
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.protecting_form import ProtectingForm
from ui.records.disruption_fields import MANAGERS_ROUTE, VISIT, sections
from ui.widgets.words import label


class DisruptionForm(ProtectingForm[DisruptionAction]):
    """A new action about or for somebody or something, changes to one, or the rest of an unfinished form."""

    kind = DisruptionAction.KIND

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id = NO_ID,
        action: DisruptionAction | None = None,
        *,
        draft: Draft | None = None,
    ) -> None:
        subject = subject or (disruption_due.aimed_first(action) if action else NO_ID)
        super().__init__(screen, DisruptionAction, sections(screen, action), subject, action, draft)
        self.route = label(MANAGERS_ROUTE, tone="medium", wrap=True)
        self.head.addWidget(self.route)
        self.begin(740, "status" if action else "tactic")

    def made(self) -> DisruptionAction:
        """The action as the form says it; what a visit found is kept only where one was made."""
        made = super().made()
        return made if made.tactic == HOTEL else made.changed(spoke_to="", staff_briefed=None, paid_in_cash="")

    def tell(self) -> None:
        """Ask about a visit where one is made, and say what stands over the immigration route."""
        tactic = self.panel.rows["tactic"].value()
        for name in VISIT:
            self.panel.rows[name].setVisible(tactic == HOTEL)
        visit = self.panel.rows[VISIT[0]].parentWidget()
        if visit is not None:
            visit.setVisible(tactic == HOTEL)
        self.route.setVisible(tactic == IMMIGRATION)

    def begun(self, new: DisruptionAction, for_child: bool) -> DisruptionAction:
        """One that protects the child; else one against somebody or something."""
        if for_child:
            return new.changed(protects=(Protected(child=self.subject),))
        return new.changed(targets=(Target(subject=self.subject),))
