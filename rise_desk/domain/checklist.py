"""The short checklist for health staff: a few signs, and whether they ask for a full assessment (assessment.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice
    from rise_desk.domain.vocabulary import Vocabulary

LOW, MEDIUM, HIGH = "Low", "Medium", "High"
SIGNS = "checklist_sign"
ENOUGH_LOW = 2


@dataclass(frozen=True, kw_only=True)
class ChecklistSign(Part):
    """One sign that was ticked, with a word on it."""

    LABEL: ClassVar[str] = "Sign"
    sign: str = attribute("Sign", vocabulary=SIGNS, required=True)
    note: str = attribute("Note")


@dataclass(frozen=True, kw_only=True)
class Checklist(Record):
    """One filled-in checklist about one young person, by somebody who had little time."""

    KIND: ClassVar[str] = "checklist"
    TITLE: ClassVar[str] = "Health checklist"
    CALLED: ClassVar[str] = "Health checklist"

    subject: Id = attribute("Young person", default=NO_ID, required=True)
    completed_on: Moment = attribute("Date", default=Moment(""), required=True, past=True)
    completed_by: str = attribute("Filled in by, and their service")
    came_with: str = attribute("Who came with them")
    signs: tuple[ChecklistSign, ...] = attribute("Signs", default=())
    comment: str = attribute("Comment", long=True)
    lead_told_at: Moment = attribute("Safeguarding lead told at", default=Moment(""), past=True)
    lead_told: str = attribute("Safeguarding lead")
    referred_at: Moment = attribute("Referred at", default=Moment(""), past=True)
    referred_to: str = attribute("Referred to")

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The young person."""
        return ((self.subject, "assessed"),)

    def happened(self) -> Moment:
        """The day it was filled in."""
        return self.completed_on

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Each sign is ticked once, and the day is a day."""
        found = super().problems(practice, now)
        ticked = [each.sign for each in self.signs]
        if len(set(ticked)) < len(ticked):
            found["signs"] = "Tick each sign once."
        if self.completed_on and moments.precision(self.completed_on) not in ("day", "minute"):
            found["completed_on"] = "The date must be a day."
        return found

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """Not from before the young person was born."""
        born = file.subject.date_of_birth
        if born and moments.latest(self.completed_on) < moments.earliest(born):
            return {"completed_on": f"The date must be after {file.subject.name} was born."}
        return {}


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the ticked signs ask for: a full assessment, and on the same day the lead told and a referral made."""

    low: int
    medium: int
    high: int

    @property
    def full_assessment(self) -> bool:
        """Two or more low signs, or any one medium or high."""
        return self.low >= ENOUGH_LOW or self.medium > 0 or self.high > 0

    @property
    def same_day(self) -> bool:
        """Any high sign: the safeguarding lead is told, and a referral made, the same day."""
        return self.high > 0


def result(ticked: Iterable[str], signs: "Vocabulary") -> Result:
    """What these signs ask for together."""
    groups = {entry.key: entry.group for entry in signs.entries}
    held = [groups.get(each, "") for each in ticked]
    return Result(low=held.count(LOW), medium=held.count(MEDIUM), high=held.count(HIGH))
