"""A return interview: offered after every return, by somebody independent, within 72 elapsed hours.

It is a living record while it is being arranged (offered, attempted, answered); once it was held, declined or decided
against it is an entry: it never changes, and what was wrong is put right by a further one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain import moments
from rise_desk.domain.contact import SEEN
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import HarmHeard, ReasonHeard
from rise_desk.domain.missing_said import interview_said
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

ARRANGED, OFFERED, ATTEMPTED, ACCEPTED = "arranged", "offered", "attempted", "accepted"
DECLINED, DECIDED_AGAINST, DONE = "declined", "decided_against", "done"
STATES: Mapping[str, str] = {
    ARRANGED: "not offered yet",
    OFFERED: "offered, no answer yet",
    ATTEMPTED: "attempted",
    ACCEPTED: "accepted, not held yet",
    DECLINED: "declined",
    DECIDED_AGAINST: "decided against",
    DONE: "done",
}
"""How far a return interview has come, in words; each is something else than the others."""

ENDED = frozenset({DECLINED, DECIDED_AGAINST, DONE})
"""The states after which no interview is owed any more."""


@dataclass(frozen=True, kw_only=True)
class Covered(Part):
    """One missing episode that an interview is about."""

    LABEL: ClassVar[str] = "Missing episode"
    episode: Id = attribute("Missing episode", default=NO_ID, required=True)


@dataclass(frozen=True, kw_only=True)
class Attempt(Part):
    """One attempt to see the child for the interview: when, by whom, how, and what came of it."""

    LABEL: ClassVar[str] = "Attempt"
    at: Moment = attribute("Attempted at", default=Moment(""), required=True, past=True)
    by: str = attribute("By")
    how: str = attribute("How")
    outcome: str = attribute("What came of it")


@dataclass(frozen=True, kw_only=True)
class Agreed(Part):
    """Something that was agreed in an interview: what, who does it, and by when. Each becomes an action."""

    LABEL: ClassVar[str] = "Action agreed"
    what: str = attribute("What", required=True)
    owner: str = attribute("Who does it")
    due_on: Moment = attribute("By when", default=Moment(""))


@dataclass(frozen=True, kw_only=True)
class ReturnInterview(Record):
    """One return interview of one young person, about one missing episode or several."""

    KIND: ClassVar[str] = "return_interview"
    TITLE: ClassVar[str] = "Return interview"
    CALLED: ClassVar[str] = "Return interview"
    LIVING: ClassVar[bool] = True
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("missing_episode", "return_interview")

    subject: Id = attribute("Young person", default=NO_ID, required=True)
    episodes: tuple[Covered, ...] = attribute("Missing episodes", default=(), required=True)
    assigned_to: str = attribute("Who does the interview")
    offered_at: Moment = attribute("Offered at", default=Moment(""), past=True)
    offered_by: str = attribute("Offered by")
    attempts: tuple[Attempt, ...] = attribute("Attempts", default=())
    answer: str = attribute("The child's answer", vocabulary="interview_answer")
    answered_at: Moment = attribute("Answered at", default=Moment(""), past=True)
    declined_because: str = attribute("Why they declined, as they say")
    carers_offered_at: Moment = attribute("Talk offered to parents or carers at", default=Moment(""), past=True)
    carers_said: str = attribute("What parents or carers said", long=True)
    decided_at: Moment = attribute("Decided against at", default=Moment(""), past=True)
    decided_by: str = attribute("Decided against by")
    decided_because: str = attribute("Why it was decided against")
    done_at: Moment = attribute("Interview held at", default=Moment(""), past=True)
    late_because: str = attribute("Why it was after 72 hours")
    interviewer: str = attribute("Interviewer and agency")
    independent: bool | None = attribute("Neither carer nor responsible authority", default=None)
    asked_for: str = attribute("Whom the child asked for instead, and why")
    place: str = attribute("Where the interview was")
    seen: str = attribute("Seen", vocabulary="seen")
    own_words: str = attribute("The young person's own words", long=True)
    push: str = attribute("What made them want to leave (push)", long=True)
    pull: str = attribute("What drew them away (pull)", long=True)
    reasons: tuple[ReasonHeard, ...] = attribute("Reasons heard", default=())
    stayed: str = attribute("Where they were, and with whom", long=True)
    travelled: str = attribute("How they travelled", long=True)
    told_happened: str = attribute("What happened", long=True)
    harms: tuple[HarmHeard, ...] = attribute("Harm while missing", default=())
    threats: str = attribute("Harm and threats, as told", long=True)
    phones: str = attribute("Phones and apps", long=True)
    came_back: str = attribute("How they got back", long=True)
    would_help: str = attribute("What would help", long=True)
    mentions: tuple[Mention, ...] = attribute("People, places, vehicles, phones and names used online", default=())
    agreed: tuple[Agreed, ...] = attribute("Actions agreed", default=())

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The young person; those who are only named are not opened by it."""
        return ((self.subject, "interviewed"),)

    def happened(self) -> Moment:
        """When it was held; before that, the last that was done about it."""
        last = self.attempts[-1].at if self.attempts else Moment("")
        return self.done_at or self.decided_at or self.answered_at or last or self.offered_at

    def saw(self) -> frozenset[Id]:
        """The young person, where the interview was held face to face."""
        return frozenset({self.subject} if self.done_at and self.seen in SEEN else ())

    def spoke(self) -> frozenset[Id]:
        """The young person, where their own words are written down."""
        return frozenset({self.subject} if self.own_words.strip() else ())

    @property
    def covers(self) -> frozenset[Id]:
        """The numbers of the missing episodes that it is about."""
        return frozenset(each.episode for each in self.episodes)

    @property
    def state(self) -> str:
        """How far it has come: a key of `STATES`."""
        if self.done_at:
            return DONE
        if self.decided_at:
            return DECIDED_AGAINST
        if self.answer:
            return DECLINED if self.answer == DECLINED else ACCEPTED
        if self.attempts:
            return ATTEMPTED
        return OFFERED if self.offered_at else ARRANGED

    @property
    def settled(self) -> bool:
        """Whether it has come to its end: it is an entry from then on."""
        return self.state in ENDED

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What stands against it: nothing done yet, a reason that is missing, somebody who is not independent."""
        from rise_desk.domain import interview_problems

        return super().problems(practice, now) | interview_problems.of(self)

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """Against the file: episodes that are not there, held before the return, late without a reason."""
        from rise_desk.domain import interview_problems

        return self.clashes(file) if self.withdrawn else interview_problems.in_file(self, file) or self.clashes(file)

    def clashes(self, file: "CaseFile") -> dict[str, str]:
        """Another one about the same episode."""
        from rise_desk.domain import interview_problems

        return {} if self.withdrawn else interview_problems.clashing(self, file)

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """As other programs say it: episodes, reasons, harm and names as plain lists."""
        return interview_said(data)


def when(interview: ReturnInterview) -> str:
    """The day of the last step, in words; '' where none bears a date."""
    at = interview.happened()
    return moments.shown(Moment(moments.london_day(at))) if at else ""
