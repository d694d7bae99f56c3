"""Nights: on which days and nights of a year a child was away, for a calendar and for the lane under the heat-strip.

The small hours belong to the evening before, and so does the morning on which somebody comes back. Elapsed time is
real: three in the morning, which decides whether a night was spent away, is an hour that no change of clocks touches.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from rise_desk.domain import moments
from rise_desk.domain.heat import Lane, Mark
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.record import Id
from rise_desk.domain.suggestion import DEEP_IN_THE_NIGHT

NOON = time(12)
MONTHS = 12
A_WEEK = 7
DAY = timedelta(days=1)
KNOWN_DAYS = ("day", "minute")


@dataclass(frozen=True, kw_only=True)
class Night:
    """A day on which a child was away, by which episodes, and whether they were still away at three next morning."""

    day: date
    overnight: bool
    episodes: tuple[Id, ...]


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month of a calendar: its first day, and the nights away in it by their day."""

    first: date
    nights: Mapping[date, Night]

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the month."""
        after = _month_after(self.first)
        return tuple(self.first + timedelta(days=place) for place in range((after - self.first).days))

    @property
    def weeks(self) -> tuple[tuple[date | None, ...], ...]:
        """The month in rows of seven from Monday; None before its first day and after its last."""
        held: list[date | None] = [None] * self.first.weekday() + list(self.days)
        held += [None] * (-len(held) % A_WEEK)
        return tuple(tuple(held[start : start + A_WEEK]) for start in range(0, len(held), A_WEEK))

    @property
    def overnight(self) -> int:
        """How many nights of the month were spent away."""
        return sum(each.overnight for each in self.nights.values())

    @property
    def others(self) -> int:
        """On how many further days of the month the child was away for a time."""
        return len(self.nights) - self.overnight


def nights(episodes: Iterable[MissingEpisode], now: datetime) -> tuple[Night, ...]:
    """Every day on which the child was away, oldest first; an open episode lasts until now.

    A late return is a day too, and never a night by being one. An episode of which no day is known marks none.
    """
    over, about = set[date](), defaultdict[date, list[Id]](list)
    for episode in episodes:
        for day, overnight in away(episode.since, episode.returned_at, now):
            about[day].append(episode.id)
            if overnight:
                over.add(day)
    return tuple(Night(day=day, overnight=day in over, episodes=tuple(about[day])) for day in sorted(about))


def year(held: Iterable[Night], until: date) -> tuple[Month, ...]:
    """The twelve months up to a day's own, oldest first, each with its nights."""
    firsts = [until.replace(day=1)]
    while len(firsts) < MONTHS:
        firsts.insert(0, (firsts[0] - DAY).replace(day=1))
    by_month = defaultdict[date, dict[date, Night]](dict)
    for each in held:
        by_month[each.day.replace(day=1)][each.day] = each
    return tuple(Month(first=each, nights=by_month[each]) for each in firsts)


def lane(episodes: Iterable[MissingEpisode], now: datetime) -> Lane:
    """The nights spent away, as a lane under the heat-strip: a mark for each."""
    marks = (Mark(at=Moment(each.day.isoformat())) for each in nights(episodes, now) if each.overnight)
    return Lane(key="missing", label="Nights missing", marks=tuple(marks))


def counted(months: Sequence[Month]) -> tuple[int, int]:
    """How many nights of these months were spent away, and on how many further days the child was away."""
    return sum(each.overnight for each in months), sum(each.others for each in months)


def away(since: Moment, returned_at: Moment, now: datetime) -> Iterator[tuple[date, bool]]:
    """The days of one absence, oldest first, each with whether its night was spent away; none where no day is known."""
    if moments.precision(since) not in KNOWN_DAYS:
        return
    began, ended = span(since, returned_at, now)
    if began > now:
        return
    first = day = _evening(began)
    while day == first or _at(day, NOON) < ended:
        yield day, began <= _at(day + DAY, DEEP_IN_THE_NIGHT) < ended
        day += DAY


def is_away(episode: MissingEpisode, now: datetime) -> bool:
    """Whether they are missing from an episode at a reader's now, which may lie before its return."""
    back = episode.returned_at
    return moments.earliest(episode.since) <= now and (not back or moments.earliest(back) > now)


def span(since: Moment, returned_at: Moment, now: datetime) -> tuple[datetime, datetime]:
    """From when to when somebody was certainly away, as far as the nights go; what lasts goes on until now.

    Of a day without a time: they went after its small hours, and were back on it after its small hours.
    """
    ended = min(_known(returned_at), now) if returned_at else now
    return _known(since), ended


def _known(moment: Moment) -> datetime:
    if moments.precision(moment) != "day":
        return moments.earliest(moment)
    return _at(date.fromisoformat(moment), DEEP_IN_THE_NIGHT) + timedelta(minutes=1)


def _evening(instant: datetime) -> date:
    """The day to whose evening an instant belongs."""
    local = instant.astimezone(LONDON)
    return local.date() - DAY if local.time() <= DEEP_IN_THE_NIGHT else local.date()


def _at(day: date, hour: time) -> datetime:
    """In UTC, because two London times compare by the clock on the wall and not by what passed between them."""
    return datetime.combine(day, hour, LONDON).astimezone(UTC)


def _month_after(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
