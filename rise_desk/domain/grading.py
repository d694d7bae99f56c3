"""A grading: how the police rate an information report, and what may be passed on of it; for holders of that grant."""

from dataclasses import dataclass
from typing import ClassVar

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record, attribute


@dataclass(frozen=True, kw_only=True)
class Grading(Record):
    """Source, information and handling of one report (3x5x2), with the text that may leave; a later one replaces it."""

    KIND: ClassVar[str] = "grading"
    TITLE: ClassVar[str] = "Grading of an information report"
    CALLED: ClassVar[str] = "Grading"

    report: Id = attribute("Information report", default=NO_ID, required=True)
    subject: Id = attribute("About", default=NO_ID)
    graded_at: Moment = attribute("Graded at", default=Moment(""), required=True, past=True)
    source_grade: str = attribute("Source", vocabulary="source_grade", required=True)
    information_grade: str = attribute("Information", vocabulary="information_grade", required=True)
    handling: str = attribute("Handling", vocabulary="handling", required=True)
    conditions: str = attribute("Conditions of handling", long=True)
    sanitised: str = attribute("Text that may be passed on", long=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """Whoever the report is mainly about."""
        return ((self.subject, "about"),) if self.subject else ()

    def happened(self) -> Moment:
        """When it was graded."""
        return self.graded_at

    def reserved_for(self) -> str:
        """Only holders of the intelligence grant read it."""
        return "intelligence"

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (("text that may be passed on", f"{self.sanitised} {self.conditions}"),)
