"""A breach: that an adult went against a notice, when and where, who saw it, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain import notice_after
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class Breach(Record):
    """One breach of one notice; not by itself an offence, and evidence of much."""

    KIND: ClassVar[str] = "breach"
    TITLE: ClassVar[str] = "Breach of a notice"
    CALLED: ClassVar[str] = "Breach"
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("notice", "notice_review")

    notice: Id = attribute("Notice", default=NO_ID, required=True)
    child: Id = attribute("Child", default=NO_ID, required=True)
    adult: Id = attribute("Adult", default=NO_ID, required=True)
    happened_at: Moment = attribute("When it happened", default=Moment(""), required=True, past=True)
    what: str = attribute("What happened", required=True, long=True)
    place: str = attribute("Where")
    seen_by: str = attribute("Who saw it")
    evidence: str = attribute("Evidence", long=True)
    outcome: str = attribute("What came of it", long=True)
    episode: Id = attribute("Missing episode", default=NO_ID)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The child and the adult of the notice."""
        return ((self.child, "child"), (self.adult, "adult"))

    def happened(self) -> Moment:
        """When it happened, apart from when it was recorded."""
        return self.happened_at

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (("what happened", f"{self.what} {self.evidence} {self.outcome}"), ("where", self.place))

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """The notice must be between these two, and have been in force then."""
        said = (file, self.notice, "happened_at", self.happened_at)
        return notice_after.problems(*said) or notice_after.over(*said)

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """As other programs say it: person, young person, on which day."""
        other_names = {"person": "adult", "young_person": "child", "happened_on": "happened_at"}
        return {other_names.get(name, name): value for name, value in data.items()}
