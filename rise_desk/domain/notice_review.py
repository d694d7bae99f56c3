"""A review of a notice: that it stands for longer, or that it is withdrawn, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain import notice_after
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

STANDS, WITHDRAWN = "stands", "withdrawn"


@dataclass(frozen=True, kw_only=True)
class NoticeReview(Record):
    """What was decided of one notice on a day; the notice itself, once served, is never changed."""

    KIND: ClassVar[str] = "notice_review"
    TITLE: ClassVar[str] = "Review of a notice"
    CALLED: ClassVar[str] = "Review of a notice"
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("notice",)

    notice: Id = attribute("Notice", default=NO_ID, required=True)
    child: Id = attribute("Child", default=NO_ID, required=True)
    adult: Id = attribute("Adult", default=NO_ID, required=True)
    reviewed_at: Moment = attribute("Reviewed at", default=Moment(""), required=True, past=True)
    reviewed_by: str = attribute("Reviewed by")
    decision: str = attribute("What was decided", vocabulary="notice_decision", required=True)
    why: str = attribute("Why", long=True)
    adult_told_on: Moment = attribute("The adult told", default=Moment(""), past=True)
    review_on: Moment = attribute("Next review", default=Moment(""))

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The child and the adult of the notice."""
        return ((self.child, "child"), (self.adult, "adult"))

    def happened(self) -> Moment:
        """When it was reviewed."""
        return self.reviewed_at

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (("why", self.why),)

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What is withdrawn says why."""
        found = super().problems(practice, now)
        if self.decision == WITHDRAWN and not self.why.strip():
            found["why"] = "Say why the notice is withdrawn."
        return found

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """The notice must be between these two, and have been in force by then."""
        return notice_after.problems(file, self.notice, "reviewed_at", self.reviewed_at)
