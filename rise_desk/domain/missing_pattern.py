"""The pattern of missing episodes: on which weekdays and at which hours a child went, and came back, in London.

It counts and says what stands out; what it means, and what to do, people decide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rise_desk.domain import moments
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.written import WEEKDAYS

ENOUGH = 4
"""Of fewer episodes nothing is said: a few nights are no pattern."""

HOURS = 24
STRETCH = 3
"""So many hours in a row are looked at together."""


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """How often something was on each weekday from Monday and in each hour from midnight, and what stands out.

    `timeless` counts those of which the day is known and the time is not: they are in `weekdays` alone.
    """

    weekdays: tuple[int, ...] = (0,) * len(WEEKDAYS)
    hours: tuple[int, ...] = (0,) * HOURS
    timeless: int = 0
    told: str = ""

    @property
    def counted(self) -> int:
        """How many there are of which the day is known."""
        return sum(self.weekdays)


def went(episodes: Iterable[MissingEpisode]) -> Pattern:
    """When they went."""
    return _pattern([each.since for each in episodes])


def came_back(episodes: Iterable[MissingEpisode]) -> Pattern:
    """When they came back; an episode that is still open is not counted."""
    return _pattern([each.returned_at for each in episodes if each.returned_at])


def _pattern(held: Sequence[Moment]) -> Pattern:
    known = [each for each in held if moments.precision(each) in ("day", "minute")]
    days = [date.fromisoformat(moments.london_day(each)).weekday() for each in known]
    timed = [datetime.fromisoformat(each).astimezone(LONDON).hour for each in known if moments.has_time(each)]
    weekdays = tuple(days.count(place) for place in range(len(WEEKDAYS)))
    hours = tuple(timed.count(place) for place in range(HOURS))
    timeless = len(days) - len(timed)
    return Pattern(weekdays=weekdays, hours=hours, timeless=timeless, told=_told(weekdays, hours, timeless))


def _told(weekdays: Sequence[int], hours: Sequence[int], timeless: int) -> str:
    if sum(weekdays) < ENOUGH:
        return ""
    most = ", ".join(each for each in (_days_told(weekdays), _hours_told(hours)) if each)
    said = f"Most often {most}" if most else f"No weekday and no time of day stands out among {sum(weekdays)}"
    return f"{said}; the time of {timeless} is not known" if timeless else said


def _days_told(weekdays: Sequence[int]) -> str:
    """The one or two weekdays that hold half of them or more, and more than any other: 'Friday (6 of 11)'."""
    ranked = sorted(range(len(weekdays)), key=lambda place: -weekdays[place])
    for many in (1, 2):
        found = sum(weekdays[place] for place in ranked[:many])
        if 2 * found >= sum(weekdays) and weekdays[ranked[many - 1]] > weekdays[ranked[many]]:
            named = " and ".join(WEEKDAYS[place] for place in sorted(ranked[:many]))
            return f"{named} ({found} of {sum(weekdays)})"
    return ""


def _hours_told(hours: Sequence[int]) -> str:
    """The hours in a row that hold half of them or more: 'between 20:00 and 23:00 (11 of 15)'."""
    every = sum(hours)
    if every < ENOUGH:
        return ""
    stretches = {start: [(start + place) % HOURS for place in range(STRETCH)] for start in range(HOURS)}
    best = max(stretches.values(), key=lambda each: sum(hours[place] for place in each))
    found = sum(hours[place] for place in best)
    if 2 * found < every:
        return ""
    held = [place for place in best if hours[place]]
    return f"between {held[0]:02}:00 and {(held[-1] + 1) % HOURS:02}:00 ({found} of {every})"
