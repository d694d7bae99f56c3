"""The form of an investigation: whether what was reported was recent, and where offence and dates differ."""

from rise_desk.domain import offence, recency
from rise_desk.domain.investigation import Investigation, Side
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Invalid
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.protecting_form import ProtectingForm
from ui.records.investigation_fields import known_of, sections
from ui.widgets.words import label


class InvestigationForm(ProtectingForm[Investigation]):
    """A new investigation, changes to one, or the rest of an unfinished form."""

    kind = Investigation.KIND

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id = NO_ID,
        investigation: Investigation | None = None,
        *,
        draft: Draft | None = None,
    ) -> None:
        subject = subject or (investigation.involved()[0][0] if investigation else NO_ID)
        super().__init__(screen, Investigation, sections(screen), subject, investigation, draft)
        self.recency, self.question = label(tone="soft", wrap=True), label(tone="medium", strong=True, wrap=True)
        self.head.addWidget(self.recency)
        self.head.addWidget(self.question)
        self.begin(760, "outcome" if investigation else "children")

    def tell(self) -> None:
        """Say whether it was recent when it was reported, and ask about offences that were not in force then."""
        try:
            made = self.made()
        except Invalid:
            return
        questions = "\n".join(offence.asked(made, self.around.practice))
        self.recency.setText("\n".join((recency.told(made), *known_of(made.offences, self.around.practice))))
        self.recency.setVisible(bool(made.offences))
        self.question.setText(questions)
        self.question.setVisible(bool(questions))

    def begun(self, new: Investigation, for_child: bool) -> Investigation:
        """One in which the child was harmed; else one in which somebody is suspected."""
        side = (Side(person=self.subject),)
        return new.changed(children=side) if for_child else new.changed(suspects=side)
