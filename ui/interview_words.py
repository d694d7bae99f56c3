"""How a return interview is told in words: how far it has come, its attempts, how long after the return it was held."""

from collections.abc import Iterable
from datetime import timedelta

from rise_desk.domain import moments, returns
from rise_desk.domain.interview import ATTEMPTED, DECIDED_AGAINST, DONE, STATES, Attempt, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.returns import WITHIN
from ui import formats

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
IN_DAYS = 7 * DAY
"""From here on days say enough."""


def attempt_words(attempt: Attempt) -> str:
    """One attempt in a line: 'Wed 18 Nov 10:00 · Jo March · a visit · nobody in'."""
    return formats.joined(formats.when(attempt.at), attempt.by, attempt.how, " ".join(attempt.outcome.split()))


def state_words(interview: ReturnInterview, episodes: Iterable[MissingEpisode] = ()) -> str:
    """How far it has come: 'done, 61 h after the return', 'done late, 80 h', '2 attempts', 'decided against: why'."""
    state = interview.state
    if state == DONE:
        return _done(interview, [each for each in episodes if each.id in interview.covers and each.returned_at])
    if state == ATTEMPTED:
        return formats.count(len(interview.attempts), "attempt")
    if state == DECIDED_AGAINST:
        return f"{STATES[state]}: {' '.join(interview.decided_because.split())}"
    return STATES[state]


def is_late(interview: ReturnInterview, episodes: Iterable[MissingEpisode]) -> bool:
    """Whether it was held certainly after its 72 hours, as far as its episodes are known here."""
    covered = [each for each in episodes if each.id in interview.covers and each.returned_at]
    return returns.is_late(interview.done_at, covered)


def _done(interview: ReturnInterview, covered: list[MissingEpisode]) -> str:
    """Counted from the first of the returns, which is the one that can be late."""
    if not covered:
        return STATES[DONE]
    first = min(covered, key=lambda each: moments.earliest(each.returned_at))
    if not (moments.has_time(first.returned_at) and moments.has_time(interview.done_at)):
        return f"{STATES[DONE]} late" if returns.is_late(interview.done_at, covered) else STATES[DONE]
    took = moments.earliest(interview.done_at) - moments.earliest(first.returned_at)
    late = returns.is_late(interview.done_at, covered)
    return f"done late, {_length(took)}" if late else f"done, {_length(took)} after the return"


def _length(took: timedelta) -> str:
    """How long, in elapsed time: whole hours, with the minutes where they alone make it late."""
    if took >= IN_DAYS:
        return formats.count(took // DAY, "day")
    minutes = (took - WITHIN) // timedelta(minutes=1) if WITHIN < took < WITHIN + HOUR else 0
    return f"{took // HOUR} h {minutes} min" if minutes else f"{took // HOUR} h"
