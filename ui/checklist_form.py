"""The form of the health checklist: a few signs to tick, and at once, in words, what they ask for."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from rise_desk.domain import checklist
from rise_desk.domain.checklist import SIGNS, Checklist, Result
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import NotFound
from rise_desk.services import overview, unfinished
from rise_desk.services.unfinished import CORRECTS, Draft
from ui import formats
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records.checklist import SAME_DAY, in_words
from ui.records.question import ask
from ui.records.sign_ticks import SignTicks
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.fields import Kind, Section, Surroundings
from ui.widgets.words import label, retone

CORRECTING = "This becomes a further checklist, which puts right the one of {}. Both can be read."
ON_TODAY = "It stands on Today until it is done."
SECTIONS = (
    Section(
        "Who and when",
        (
            ask(Checklist, "completed_on"),
            ask(Checklist, "completed_by"),
            ask(Checklist, "came_with"),
            ask(Checklist, "comment", Kind.LINE),
        ),
    ),
    Section(
        "Signs",
        (ask(Checklist, "signs", Kind.OWN, whole=True, make=lambda _field, around: SignTicks(around)),),
        "They are about what was done to the young person, or what they may need; none is their fault.",
    ),
    Section(
        "Told and referred",
        (
            ask(Checklist, "lead_told_at", time=True),
            ask(Checklist, "lead_told"),
            ask(Checklist, "referred_at", time=True),
            ask(Checklist, "referred_to"),
        ),
        "Any high sign: both on the same day, to children’s social care or the police.",
    ),
)


class ChecklistForm(RecordForm):
    """A new checklist about somebody, the rest of an unfinished one, or a further one that `corrects` another."""

    kind = Checklist.KIND

    def __init__(
        self, screen: ScreenDesk, subject: Id, corrects: Checklist | None = None, draft: Draft | None = None
    ) -> None:
        desk = screen.at
        if draft is not None and draft.typed.get(CORRECTS):
            corrects = _on_file(screen, Id(int(draft.typed[CORRECTS])))
        name = overview.names_of(desk, [subject]).get(subject, "")
        named = f"Correction of a health checklist: {name}" if corrects else f"Health checklist: {name}"
        super().__init__(screen, named, SECTIONS, Surroundings(desk.practice, screen.now))
        self.subject = corrects.subject if corrects else subject
        self.corrects = corrects
        self.number = desk.clock.new_id()
        self.outcome = label(strong=True, wrap=True)
        self.panel.rows["signs"].label.hide()
        self._build_outcome()
        if corrects:
            self.head.addWidget(label(CORRECTING.format(formats.when_full(corrects.completed_on)), tone="soft"))
        self.panel.set_value(self.shown(corrects or Checklist()))
        if draft is not None:
            self.take_up(draft)
        self.panel.rows["signs"].editor.changed.connect(self.say_result)
        self.say_result()
        fit(self, 1260, 728)
        self.panel.focus_field("completed_on")

    def made(self) -> Checklist:
        """The checklist as it is filled in."""
        made = Checklist(id=self.number, subject=self.subject, corrects=self.corrects.id if self.corrects else NO_ID)
        return made.changed(**self.read_panel(made))

    def over(self) -> tuple[Id, int]:
        """A checklist is always new; a correction names the one it corrects."""
        return (self.corrects.id, self.corrects.version) if self.corrects else (NO_ID, 0)

    def to_keep(self) -> dict[str, Any]:
        """What was filled in, and which checklist it corrects."""
        return super().to_keep() | {CORRECTS: str(self.corrects.id) if self.corrects else ""}

    def asked(self) -> Result:
        """What the signs that are ticked now ask for."""
        ticked = self.panel.rows["signs"].value()
        return checklist.result((each.sign for each in ticked), self.around.practice.vocabulary(SIGNS))

    def say_result(self) -> None:
        """Say in words what they ask for."""
        found = self.asked()
        self.outcome.setText(in_words(found))
        retone(self.outcome, "loud" if found.same_day else "medium" if found.full_assessment else "soft")

    def finish(self, record: Record) -> None:
        """It is saved: where a full assessment is needed, offer to start it."""
        found, over = self.asked(), self.parentWidget()
        super().finish(record)
        if found.full_assessment:
            dialog = FullAssessment(self.desk, self.subject, found)
            dialog.setParent(over, Qt.WindowType.Dialog)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _build_outcome(self) -> None:
        around = self.layout()
        assert isinstance(around, QBoxLayout)
        around.insertWidget(around.count() - 1, self.outcome)


class FullAssessment(SmallDialog):
    """After a checklist that asks for it: begin the full assessment now, or find it on Today."""

    def __init__(self, screen: ScreenDesk, subject: Id, found: Result) -> None:
        super().__init__(
            "Health checklist", Button("Start the full assessment", "primary"), Button("Later", keys="Esc")
        )
        self.desk, self.subject = screen, subject
        heading = in_words(found).partition(". ")[0].rstrip(".")
        self.build(heading, f"{SAME_DAY} {ON_TODAY}" if found.same_day else ON_TODAY)
        self.verb.clicked.connect(self.start)
        self.verb.setFocus()

    def start(self) -> None:
        """Open the form of an assessment."""
        from ui.assessment_form import AssessmentForm

        form = AssessmentForm(self.desk, self.subject)
        form.setParent(self.parentWidget(), Qt.WindowType.Dialog)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accept()
        form.open()


def _on_file(screen: ScreenDesk, record: Id) -> Checklist:
    found = unfinished.on_file(screen.at, record)
    if not isinstance(found, Checklist):
        raise NotFound(unfinished.GONE)
    return found
