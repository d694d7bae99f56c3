"""The form of a disruption action: the tactic, against whom, for whose protection, whose it is, what came of it."""

from rise_desk.domain import disruption_due
from rise_desk.domain.disruption import HOTEL, IMMIGRATION, DisruptionAction, Target
from rise_desk.domain.order import Protected
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.named_people import is_child
from ui.record_form import RecordForm
from ui.records.disruption_fields import MANAGERS_ROUTE, VISIT, sections
from ui.widgets.fields import Surroundings
from ui.widgets.words import label


class DisruptionForm(RecordForm):
    """A new action about or for somebody or something, changes to one, or the rest of an unfinished form."""

    kind = DisruptionAction.KIND
    base: DisruptionAction | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id = NO_ID,
        action: DisruptionAction | None = None,
        *,
        draft: Draft | None = None,
    ) -> None:
        desk = screen.at
        subject = subject or (disruption_due.aimed_first(action) if action else NO_ID)
        self.subject, self.number = subject, desk.clock.new_id()
        name = overview.names_of(desk, [subject]).get(subject, "")
        named = "Disruption action" if action or not name else f"New disruption action: {name}"
        super().__init__(screen, named, sections(screen, action), Surroundings(desk.practice, screen.now))
        self.base = as_it_was(screen, action, draft.base_version) if action and draft else action
        self._begun = self._new(is_child(screen, subject))
        self.route = label(MANAGERS_ROUTE, tone="medium", wrap=True)
        self.head.addWidget(self.route)
        self.panel.set_value(self.shown(self.base or self._begun))
        if draft is not None:
            self.take_up(draft)
        self.panel.changed.connect(self.tell)
        self.tell()
        fit(self, 860, 740)
        self.panel.focus_field("status" if action else "tactic")

    def made(self) -> DisruptionAction:
        """The action as the form says it; what a visit found is kept only where one was made."""
        base = self.base or self._begun
        made = base.changed(**self.read_panel(base))
        return made if made.tactic == HOTEL else made.changed(spoke_to="", staff_briefed=None, paid_in_cash="")

    def over(self) -> tuple[Id, int]:
        """The action that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

    def tell(self) -> None:
        """Ask about a visit where one is made, and say what stands over the immigration route."""
        tactic = self.panel.rows["tactic"].value()
        for name in VISIT:
            self.panel.rows[name].setVisible(tactic == HOTEL)
        visit = self.panel.rows[VISIT[0]].parentWidget()
        if visit is not None:
            visit.setVisible(tactic == HOTEL)
        self.route.setVisible(tactic == IMMIGRATION)

    def _new(self, protects: bool) -> DisruptionAction:
        begun = DisruptionAction(id=self.number)
        if not self.subject:
            return begun
        if protects:
            return begun.changed(protects=(Protected(child=self.subject),))
        return begun.changed(targets=(Target(subject=self.subject),))
