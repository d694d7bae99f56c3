"""The suggestion for indicator 1, with the episodes it rests on (assessment.md): shown beside the scale, no more.

How long somebody was away is real elapsed time, so that a night on which the clocks change counts as long as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from rise_desk.domain import moments
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.practice import Practice

WINDOW = timedelta(days=42)
"""How far back it looks: the 42 days before the assessment, and the day of the assessment itself."""

OFTEN = 3
"""From how many episodes on somebody is missing often."""

DEEP_IN_THE_NIGHT = time(3)
"""Whoever is away at three in the morning is away overnight; no clock change ever touches that hour."""

NONE, LATE, NOW_AND_THEN, OFTEN_SHORT, OFTEN_LONG = 1, 2, 3, 4, 5


@dataclass(frozen=True, kw_only=True)
class Absence:
    """One time away: when it began and ended ('' while it lasts), and whether it was a late return and no more."""

    began: Moment
    ended: Moment = Moment("")
    late_only: bool = False

    @property
    def text(self) -> str:
        """How it reads: '3 November 2026 at 9:00pm to 4 November 2026 at 7:00am'."""
        until = f"to {moments.shown(self.ended)}" if self.ended else "and still away"
        late = ", late home" if self.late_only else ""
        return f"{moments.shown(self.began)} {until}{late}"


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A level for indicator 1, why in one line, and every absence that was counted, oldest first."""

    level: int
    why: str
    episodes: tuple[Absence, ...]


def suggested(absences: Iterable[Absence], assessed_on: Moment, practice: Practice) -> Suggestion:
    """What the absences before an assessment suggest, as far as they are on file."""
    until = moments.latest(assessed_on)
    held = sorted(within(absences, assessed_on), key=lambda each: moments.earliest(each.began))
    missing = [each for each in held if not each.late_only]
    long = sum(is_long(each, until, practice) for each in missing)
    level = _level(len(held), len(missing), long)
    why = f"{_counted(held, missing, long)} in the 42 days before {moments.shown(assessed_on)}"
    return Suggestion(level=level, why=why, episodes=tuple(held))


def within(absences: Iterable[Absence], assessed_on: Moment) -> Iterator[Absence]:
    """The absences of which any part lies in the 42 days before the assessment, or on its day."""
    day = datetime.fromisoformat(moments.london_day(assessed_on))
    first, last = _midnight(day - WINDOW), moments.latest(assessed_on)
    return (each for each in absences if moments.earliest(each.began) <= last and moments.latest(each.ended) >= first)


def is_long(away: Absence, until: datetime, practice: Practice) -> bool:
    """Whether an absence counts as long, by the team's hours or a night away; one that lasts is counted until then."""
    began = moments.earliest(away.began)
    ended = moments.earliest(away.ended) if away.ended else until
    if ended - began > timedelta(hours=practice.long_after_hours):
        return True
    return practice.overnight_is_long and overnight(began, ended)


def overnight(began: datetime, ended: datetime) -> bool:
    """Whether somebody who was away from one instant to another was away in the middle of a London night."""
    night = datetime.combine(began.astimezone(LONDON).date(), DEEP_IN_THE_NIGHT, LONDON)
    if night < began:
        night += timedelta(days=1)
    return night < ended


def _level(absences: int, episodes: int, long: int) -> int:
    if not absences:
        return NONE
    if not episodes:
        return LATE
    if episodes < OFTEN:
        return NOW_AND_THEN
    return OFTEN_LONG if long else OFTEN_SHORT


def _counted(held: Sequence[Absence], missing: Sequence[Absence], long: int) -> str:
    late = len(held) - len(missing)
    if not held:
        return "No missing episode and no late return"
    if not missing:
        return f"No missing episode, {_many(late, 'late return')}"
    also = f", {_many(late, 'late return')}," if late else ""
    return f"{_many(len(missing), 'missing episode')} ({long or 'none'} long){also}"


def _many(count: int, called: str) -> str:
    return f"{count} {called}" if count == 1 else f"{count} {called}s"


def _midnight(day: datetime) -> datetime:
    return day.replace(tzinfo=LONDON)
