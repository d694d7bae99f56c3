"""A missing episode: one time a child was missing, away without leave or late, from when to when and what is known.

It is a living record: an episode that is still open has no return yet, and a new police grade is a part of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from rise_desk.domain import missing_problems, moments
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing_said import episode_said
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute
from rise_desk.domain.suggestion import Absence

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile
    from rise_desk.domain.practice import Practice

MISSING, LATE_HOME = "missing", "late_home"


@dataclass(frozen=True, kw_only=True)
class Regrade(Part):
    """That the police changed the grade of an episode: to what, when, and why."""

    LABEL: ClassVar[str] = "New grade"
    grade: str = attribute("Police grade", vocabulary="police_grade", required=True)
    at: Moment = attribute("Graded at", default=Moment(""), past=True)
    by: str = attribute("Graded by")
    why: str = attribute("Why")


@dataclass(frozen=True, kw_only=True)
class ReasonHeard(Part):
    """A reason that was heard for going missing, and from whom."""

    LABEL: ClassVar[str] = "Reason heard"
    reason: str = attribute("Reason", vocabulary="missing_reason", required=True)
    heard_from: str = attribute("Heard from")


@dataclass(frozen=True, kw_only=True)
class HarmHeard(Part):
    """A harm that came to the child while missing, as it was told or seen."""

    LABEL: ClassVar[str] = "Harm"
    harm: str = attribute("Harm", vocabulary="missing_harm", required=True)
    note: str = attribute("What is known of it")


@dataclass(frozen=True, kw_only=True)
class PreventionInterview(Part):
    """The police's own talk with the child after the return: earlier than the return interview, and not that."""

    LABEL: ClassVar[str] = "Police prevention interview"
    held_at: Moment = attribute("Held at", default=Moment(""), past=True)
    officer: str = attribute("Officer")
    told: str = attribute("What was said")


@dataclass(frozen=True, kw_only=True)
class ToldOf(Part):
    """That somebody was told of the episode: a placing or host authority, a parent, a social worker."""

    LABEL: ClassVar[str] = "Who was told"
    who: str = attribute("Who was told", required=True)
    at: Moment = attribute("Told at", default=Moment(""), past=True)
    by: str = attribute("Told by")


@dataclass(frozen=True, kw_only=True)
class MissingEpisode(Record):
    """One missing episode of one young person; what nobody knows yet is empty and filled in later."""

    KIND: ClassVar[str] = "missing_episode"
    TITLE: ClassVar[str] = "Missing episode"
    CALLED: ClassVar[str] = "Missing episode"
    LIVING: ClassVar[bool] = True
    JUDGED_WITH: ClassVar[tuple[str, ...]] = ("missing_episode", "return_interview")

    subject: Id = attribute("Young person", default=NO_ID, required=True)
    missing_type: str = attribute("Type", default=MISSING, vocabulary="missing_type", required=True)
    last_seen_at: Moment = attribute("Last seen at", default=Moment(""), past=True)
    reported_at: Moment = attribute("Reported at", default=Moment(""), past=True)
    reported_by: str = attribute("Reported by")
    missing_from: str = attribute("Missing from", vocabulary="missing_from")
    missing_from_name: str = attribute("Which one")
    grade: str = attribute("Police grade", vocabulary="police_grade")
    regrades: tuple[Regrade, ...] = attribute("New grades", default=())
    police_ref: str = attribute("Police reference")
    officer: str = attribute("Officer in charge")
    told: tuple[ToldOf, ...] = attribute("Who was told", default=())
    wearing: str = attribute("What they were wearing, and had with them")
    circumstances: str = attribute("Circumstances", long=True)
    returned_at: Moment = attribute("Returned at", default=Moment(""), past=True)
    how_found: str = attribute("How they came back or were found", long=True)
    found_place_type: str = attribute("Kind of place where found", vocabulary="place_type")
    found_place: str = attribute("Where found")
    outside_county: bool | None = attribute("Found outside the county", default=None)
    found_with: tuple[Mention, ...] = attribute("With whom", default=())
    reasons: tuple[ReasonHeard, ...] = attribute("Reasons heard", default=())
    harms: tuple[HarmHeard, ...] = attribute("Harm while missing", default=())
    prevention: tuple[PreventionInterview, ...] = attribute("Police prevention interview", default=())

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """The young person; those who are only named are not opened by it."""
        return ((self.subject, "missing"),)

    def happened(self) -> Moment:
        """Since when they were away."""
        return self.since

    @property
    def since(self) -> Moment:
        """Since when they were away, as far as it is known: when they were last seen, else when it was reported."""
        return self.last_seen_at or self.reported_at

    @property
    def is_open(self) -> bool:
        """Whether they are still missing, as far as anybody has recorded."""
        return not (self.returned_at or self.withdrawn)

    @property
    def grade_now(self) -> str:
        """The police grade that holds; '' where none is recorded."""
        return self.regrades[-1].grade if self.regrades else self.grade

    @property
    def absence(self) -> Absence:
        """The time away, as indicator 1 counts it."""
        return Absence(began=self.since, ended=self.returned_at, late_only=self.missing_type == LATE_HOME)

    def lasted(self, until: datetime) -> timedelta:
        """How long they were away in elapsed time; for an open episode up to this instant."""
        ended = moments.earliest(self.returned_at) if self.returned_at else until
        return max(ended - moments.earliest(self.since), timedelta(0))

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """What stands against it: no beginning, an end before it, a report in the wrong place."""
        return super().problems(practice, now) | missing_problems.of(self)

    def file_problems(self, file: "CaseFile", practice: "Practice", now: datetime) -> dict[str, str]:
        """Against the file: before birth, while another episode lasts, or no longer before its return interview."""
        return missing_problems.in_file(self, file) | self.clashes(file)

    def clashes(self, file: "CaseFile") -> dict[str, str]:
        """Another episode of the same time: nobody is missing twice at once."""
        return {} if self.withdrawn else missing_problems.overlapping(self, file)

    @classmethod
    def said(cls, data: Mapping[str, Any], practice: "Practice") -> dict[str, Any]:
        """As other programs say it: reasons, harm and company as plain lists, the young person under that name."""
        return episode_said(data)
