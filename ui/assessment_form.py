"""The form of the six-weekly assessment: ten indicators with their evidence, the judgement and the band."""

from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.hearing import heard
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import Invalid, NotFound
from rise_desk.services import assessing, unfinished
from rise_desk.services.unfinished import Draft
from ui import assessment_values as values_of
from ui import formats, naming_next, theme
from ui.assessment_line import LARGE
from ui.assessment_panel import AssessmentPanel
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.widgets.fields import Surroundings
from ui.widgets.words import label

CORRECTS = "corrects"
CORRECTING = "This puts the assessment of {} right. It becomes a further entry; both can be read."
SENT_BACK = "Sent back by {} on {}: {}"
ASK_STRATEGY = "Say whether a strategy discussion was asked for today."
WIDE, TALL = 1326, 728


class AssessmentForm(RecordForm):
    """A new assessment, the rest of an unfinished one, or a further entry that `corrects` an earlier one."""

    kind = Assessment.KIND
    fills = True

    def __init__(
        self, screen: ScreenDesk, subject: Id, corrects: Assessment | None = None, draft: Draft | None = None
    ) -> None:
        desk = screen.at
        if draft is not None and draft.typed.get(CORRECTS):
            corrects = _on_file(screen, Id(int(draft.typed[CORRECTS])))
        opening = assessing.opening(desk, subject, corrects.id if corrects else NO_ID)
        around = Surroundings(desk.practice, screen.now)
        self.sheet = AssessmentPanel(screen, opening, around)
        name = opening.person.name
        named = f"Correction of an assessment of {name}" if corrects else f"Assessment of {name}"
        super().__init__(screen, named, (), around, panel=self.sheet)
        self.subject, self.corrects, self.opening = subject, corrects, opening
        self.number = desk.clock.new_id()
        self.save_button.say("Submit")
        self._lead()
        self.sheet.fill(screen, around)
        self._tell()
        begun = values_of.of_record(corrects, opening.instrument) if corrects else values_of.fresh(opening)
        self.sheet.set_value(begun)
        if draft is not None:
            self.take_up(draft)
        self.sheet.show_score()
        self._add_keys()
        fit(self, WIDE, TALL)
        self.sheet.focus_field("assessed_on")

    def made(self) -> Assessment:
        """The assessment as it is typed; raises `Invalid` with everything that stands against it by itself."""
        values, practice, now = self.sheet.values(), self.around.practice, self.around.now()
        wrong = self.sheet.unreadable()
        record = heard(Assessment, values_of.said(values, self.opening.instrument), practice, now).changed(
            id=self.number,
            subject=self.subject,
            instrument=self.opening.instrument.key,
            corrects=self.corrects.id if self.corrects else NO_ID,
        )
        problems = record.problems(practice, now) | wrong
        if not values_of.is_scored(values, self.opening.instrument):
            problems.pop("band", None)  # none can be chosen before every line is answered
        if record.strategy_asked is None and record.outranked_by(self.opening.instrument):
            problems["strategy_asked"] = ASK_STRATEGY
        if problems:
            raise Invalid(problems)
        return record

    def finish(self, record: Record) -> None:
        """It is saved: ask who and what was named in it."""
        below = self.parentWidget()
        super().finish(record)
        naming_next.ask(below, self.desk, record)

    def over(self) -> tuple[Id, int]:
        """An assessment is always new; a correction names the one it corrects."""
        return (self.corrects.id, self.corrects.version) if self.corrects else (NO_ID, 0)

    def to_keep(self) -> dict[str, Any]:
        """What was typed, and which assessment it corrects."""
        return super().to_keep() | {CORRECTS: str(self.corrects.id) if self.corrects else ""}

    def focusNextPrevChild(self, following: bool) -> bool:
        """Shift+Tab goes the way that Tab came, through what is filled in about the line above."""
        here = self.focusWidget()
        if not following and self.sheet.step_back(here, here is self.cancel_button):
            return True
        return super().focusNextPrevChild(following)

    def _lead(self) -> None:
        """The title, the pages and the date in one row; the title above the rest where the text is large."""
        self.head.removeWidget(self.title)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(self.title)
        pages = QHBoxLayout()
        pages.setSpacing(theme.GAP)
        pages.addWidget(self.sheet.tabs)
        pages.addWidget(self.sheet.dated, 1)
        self._row.addLayout(pages, 1)
        self.title.setWordWrap(False)
        self.head.insertLayout(0, self._row)
        self._fit_row()
        theme.when_changed(self._fit_row)

    def _fit_row(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if theme.current().scale >= LARGE else across)

    def _tell(self) -> None:
        """What is put right, and what the manager said to it."""
        if self.corrects:
            told = CORRECTING.format(formats.when_full(self.corrects.assessed_on))
            self.head.addWidget(label(told, tone="soft", wrap=True))
        back = self.opening.sent_back
        if back:
            told = SENT_BACK.format(back.recorded_by, formats.when_full(back.decided_at), back.comments)
            self.head.addWidget(label(told, tone="medium", strong=True, wrap=True))

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+E", self.sheet.confirm),
            ("Ctrl+Tab", lambda: self.sheet.tabs.step(1)),
            ("Ctrl+Shift+Tab", lambda: self.sheet.tabs.step(-1)),
        ):
            QShortcut(QKeySequence(keys), self, act)


def _on_file(screen: ScreenDesk, record: Id) -> Assessment:
    """The assessment that a draft corrects."""
    found = unfinished.on_file(screen.at, record)
    if not isinstance(found, Assessment):
        raise NotFound(unfinished.GONE)
    return found
