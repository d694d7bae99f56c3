"""Returns: each time a child came back, how far its return interview has come, and by when it is owed.

72 elapsed hours are real hours, so that a change of the clocks moves the time of day (practice.md, 'Missing').
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rise_desk.domain import moments, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import (
    ACCEPTED,
    ARRANGED,
    DECIDED_AGAINST,
    DECLINED,
    DONE,
    ENDED,
    ReturnInterview,
)
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id

WITHIN = timedelta(hours=72)
"""How long after the return the interview is to be held: real hours, weekends included."""


@dataclass(frozen=True, kw_only=True)
class Return:
    """One return from one episode, and the interview about it; None where nothing is recorded of one."""

    episode: MissingEpisode
    interview: ReturnInterview | None

    @property
    def state(self) -> str:
        """How far its interview has come: a key of `interview.STATES`."""
        return self.interview.state if self.interview else ARRANGED

    @property
    def by(self) -> datetime:
        """The instant by which the interview is owed."""
        return deadline(self.episode.returned_at)

    @property
    def is_owed(self) -> bool:
        """Whether the interview is still owed: not held, not declined, not decided against."""
        return self.state not in ENDED

    @property
    def in_time(self) -> bool:
        """Whether the interview was held, and not certainly after its 72 hours."""
        return self.interview is not None and self.state == DONE and not self.late

    @property
    def late(self) -> bool:
        """Whether the interview was held certainly after its 72 hours."""
        return self.interview is not None and is_late(self.interview.done_at, (self.episode,))


def deadline(returned_at: Moment) -> datetime:
    """72 elapsed hours after the earliest instant that the return can mean, in UTC."""
    return moments.earliest(returned_at).astimezone(UTC) + WITHIN


def is_late(done_at: Moment, episodes: Iterable[MissingEpisode]) -> bool:
    """Whether an interview held then is certainly late for one of these returns; never where it was not held."""
    return bool(done_at) and any(moments.earliest(done_at) > deadline(each.returned_at) for each in episodes)


def episodes(file: CaseFile) -> tuple[MissingEpisode, ...]:
    """The missing episodes that stand, oldest first."""
    held = (each for each in file.of(MissingEpisode) if not each.withdrawn)
    return tuple(sorted(held, key=lambda each: (moments.earliest(each.since), each.id)))


def interviews(file: CaseFile) -> tuple[ReturnInterview, ...]:
    """The return interviews that count: not withdrawn, and not put right by a later one."""
    held = file.of(ReturnInterview)
    gone = standing.put_right(held)
    return tuple(each for each in held if not each.withdrawn and each.id not in gone)


def of_file(file: CaseFile) -> tuple[Return, ...]:
    """Every return of a file, oldest first, each with the interview about it."""
    about: dict[Id, ReturnInterview] = {}
    for each in sorted(interviews(file), key=lambda each: each.id):
        about |= dict.fromkeys(each.covers, each)
    return tuple(Return(episode=each, interview=about.get(each.id)) for each in episodes(file) if each.returned_at)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What became of a number of returns, each sort counted by itself; a return can be in several of them.

    `held` is how many were interviewed, `in_time` how many of those within 72 hours.
    """

    returns: int = 0
    offered: int = 0
    attempted: int = 0
    accepted: int = 0
    declined: int = 0
    decided_against: int = 0
    held: int = 0
    in_time: int = 0
    nothing: int = 0


def figures(returned: Sequence[Return]) -> Figures:
    """How many of these returns were offered an interview, attempted, accepted, declined, decided against, held."""
    about = [each.interview for each in returned if each.interview]
    states = [each.state for each in returned]
    return Figures(
        returns=len(returned),
        offered=sum(bool(each.offered_at) for each in about),
        attempted=sum(bool(each.attempts) for each in about),
        accepted=sum(each.answer == ACCEPTED for each in about),
        declined=states.count(DECLINED),
        decided_against=states.count(DECIDED_AGAINST),
        held=states.count(DONE),
        in_time=sum(each.in_time for each in returned),
        nothing=states.count(ARRANGED),
    )
