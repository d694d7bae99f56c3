"""The police grading of an information report, and the text that may be passed on: for holders of that grant alone."""

from typing import Any

from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services import information
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.record_form import RecordForm
from ui.records.question import ask
from ui.widgets.fields import Kind, Section, Surroundings
from ui.widgets.words import label

NAMED = "Grading of an information report (3x5x2)"
RESERVED = "Only people with the intelligence grant read this, on the screen and on paper."
REPLACES = "This report is graded already, by {}. A further grading takes its place; both can be read."
REPORT = "report"


class GradingDialog(RecordForm):
    """A new grading of one report; a further one takes the place of the one before."""

    kind = Grading.KIND

    def __init__(self, screen: ScreenDesk, report: InformationReport, *, draft: Draft | None = None) -> None:
        desk = screen.at
        self._begun = information.ungraded(desk, report)
        super().__init__(screen, NAMED, (Section("", _asked()),), Surroundings(desk.practice, screen.now))
        self.subject, self.report = self._begun.subject, report
        self.head.addWidget(label(RESERVED, tone="medium", strong=True, wrap=True))
        before = information.grading(desk, report)
        if before is not None:
            self.head.addWidget(label(REPLACES.format(before.recorded_by), tone="soft", wrap=True))
        what = label(report.what, wrap=True)
        what.setAccessibleName("What the report says")
        self.head.addWidget(what)
        self.panel.set_value(self.shown(self._begun))
        if draft is not None:
            self.take_up(draft)
        fit(self, 820, 700)
        self.panel.focus_field("source_grade")

    def made(self) -> Grading:
        """The grading as the form says it."""
        return self._begun.changed(**self.read_panel(self._begun))

    def over(self) -> tuple[Id, int]:
        """A grading is always new."""
        return NO_ID, 0

    def to_keep(self) -> dict[str, Any]:
        """What was typed, and of which report."""
        return super().to_keep() | {REPORT: str(self.report.id)}


def _asked() -> tuple[Any, ...]:
    return (
        ask(Grading, "source_grade", Kind.RADIO, whole=True),
        ask(Grading, "information_grade", Kind.RADIO, whole=True),
        ask(Grading, "handling", Kind.RADIO, whole=True),
        ask(Grading, "conditions", rows=2, hint="Of code C: what must be asked or kept to"),
        ask(Grading, "graded_at", time=True, hint="Ctrl+D is now"),
        ask(Grading, "sanitised", rows=5, hint="Nothing here may show who told it"),
    )
