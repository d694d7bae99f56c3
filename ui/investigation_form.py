"""The form of an investigation: whether what was reported was recent, and where offence and dates differ."""

from rise_desk.domain import offence, recency
from rise_desk.domain.investigation import Investigation, Side
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Invalid
from rise_desk.services import overview
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import as_it_was
from ui.fitting import fit
from ui.named_people import is_child
from ui.record_form import RecordForm
from ui.records.investigation_fields import known_of, sections
from ui.widgets.fields import Surroundings
from ui.widgets.words import label


class InvestigationForm(RecordForm):
    """A new investigation, changes to one, or the rest of an unfinished form."""

    kind = Investigation.KIND
    base: Investigation | None

    def __init__(
        self,
        screen: ScreenDesk,
        subject: Id = NO_ID,
        investigation: Investigation | None = None,
        *,
        draft: Draft | None = None,
    ) -> None:
        desk = screen.at
        subject = subject or (investigation.involved()[0][0] if investigation else NO_ID)
        self.subject, self.number = subject, desk.clock.new_id()
        name = overview.names_of(desk, [subject]).get(subject, "")
        named = "Investigation" if investigation or not name else f"New investigation: {name}"
        super().__init__(screen, named, sections(screen), Surroundings(desk.practice, screen.now))
        self.base = as_it_was(screen, investigation, draft.base_version) if investigation and draft else investigation
        self._begun = self._new(is_child(screen, subject))
        self.recency, self.question = label(tone="soft", wrap=True), label(tone="medium", strong=True, wrap=True)
        self.head.addWidget(self.recency)
        self.head.addWidget(self.question)
        self.panel.set_value(self.shown(self.base or self._begun))
        if draft is not None:
            self.take_up(draft)
        self.panel.changed.connect(self.tell)
        self.tell()
        fit(self, 880, 760)
        self.panel.focus_field("outcome" if investigation else "children")

    def made(self) -> Investigation:
        """The investigation as the form says it."""
        base = self.base or self._begun
        return base.changed(**self.read_panel(base))

    def over(self) -> tuple[Id, int]:
        """The investigation that is being changed."""
        return (self.base.id, self.base.version) if self.base else (NO_ID, 0)

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

    def _new(self, harmed: bool) -> Investigation:
        begun = Investigation(id=self.number)
        if not self.subject:
            return begun
        side = (Side(person=self.subject),)
        return begun.changed(children=side) if harmed else begun.changed(suspects=side)
