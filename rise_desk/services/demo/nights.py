"""When young people of the demonstration were away: as often as each assessment says, and what of it is still new.

The assessments lead: the 42 days before each hold as many absences as its level of the first indicator stands for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from rise_desk.domain import suggestion
from rise_desk.services.demo import days, files, lately
from rise_desk.services.demo.casting import Cast
from rise_desk.services.demo.courses import courses
from rise_desk.services.demo.days import DAY
from rise_desk.services.demo.lately import Scene
from rise_desk.services.demo.outline import Outline

BACK_TO = suggestion.WINDOW
LATE, SHORT, LONG, SCHOOL = "late", "short", "long", "school"
"""The sorts of absence: late home, an evening, a night or more, a part of a school day."""

WEEK = (1.0, 1.0, 1.0, 1.4, 3.4, 3.2, 1.2)
"""How likely each day of the week is, from Monday on: mostly Fridays and Saturdays."""

APART = DAY
"""More than so long between the days of two absences: the longest one is over by then."""
OFTEN, MANY = suggestion.OFTEN_SHORT, 4
"""Whoever was assessed so often at this level is missing far more often than others."""
SETTLED = 9
"""How many days before the day of the demonstration what is told of the past ends."""
TAIL = timedelta(days=60)
AFTERWARDS = 0.7
"""How much of an assessed level goes on after the assessment."""
TOGETHER = 60.0
"""How much likelier somebody is away on a night on which their friend or brother is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Night:
    """One absence: from when to when (None while it lasts), of which sort, and with whom of one's own age."""

    left: datetime
    back: datetime | None
    sort: str
    together: bool = False
    scene: str = ""


@dataclass(frozen=True, kw_only=True)
class Story:
    """All absences of one young person, oldest first, and the day of their last assessment."""

    one: Outline
    nights: tuple[Night, ...]
    assessed_on: date


def stories(cast: Cast) -> Iterator[Story]:
    """Every file in which anybody was ever away, in the order of the files."""
    levels = {one.place: {each.day: each.score["missing"] for each in plan} for one, plan in courses(cast)}
    scenes = lately.scenes(cast, levels)
    before: tuple[int, tuple[date, ...]] = (-1, ())
    for place, held in levels.items():
        one = cast.young[place]
        made = _Course(cast, one, held, before[1] if one.companion == before[0] else ()).made()
        before = (place, tuple(each.left.date() for each in made if each.sort in (SHORT, LONG)))
        new = (_new(cast, scenes[place]),) if place in scenes else ()
        if made or new:
            yield Story(one=one, nights=(*made, *new), assessed_on=max(held))


def _new(cast: Cast, scene: Scene) -> Night:
    left, back = lately.spell(cast, scene)
    overnight = back is None or suggestion.overnight(left, back)
    return Night(left=left, back=back, sort=LONG if overnight else SHORT, scene=scene.key)


def _is_heavy(levels: Mapping[date, int]) -> bool:
    return sum(each >= OFTEN for each in levels.values()) >= MANY


class _Course:
    """The absences of one file, drawn from a generator of its own."""

    def __init__(self, cast: Cast, one: Outline, levels: Mapping[date, int], shared: Sequence[date]) -> None:
        self._cast, self._one, self._levels, self._shared = cast, one, levels, shared
        self._rng: Random = cast.chance("nights", one.place)
        self._heavy = _is_heavy(levels)
        self._settled = cast.today - DAY * SETTLED

    def made(self) -> tuple[Night, ...]:
        """Those before each assessment, and a few since the last one of a case that is open."""
        found: list[Night] = []
        assessed = sorted(self._levels)
        nexts = [*(each - BACK_TO for each in assessed[1:]), assessed[-1]]
        for before, day, ahead in zip([date.min, *assessed], assessed, nexts, strict=False):
            first = max(before + DAY if before > date.min else before, day - BACK_TO)
            last = min(day, ahead, self._settled)
            found += self._within(first, last, self._sorts(self._levels[day]))
        return (*found, *self._since(assessed[-1]))

    def _since(self, assessed_on: date) -> list[Night]:
        until = min(self._settled, assessed_on + TAIL)
        if not self._one.course.open or until - assessed_on < DAY * 8:
            return []
        whole = self._sorts(self._levels[assessed_on])
        share = AFTERWARDS * ((until - assessed_on) / BACK_TO)
        return self._within(assessed_on + DAY, until, whole[: round(len(whole) * min(share, 1.0))])

    def _sorts(self, level: int) -> list[str]:
        """The absences a level of the first indicator stands for, in no order."""
        rng = self._rng
        if level == suggestion.LATE:
            return [LATE] * rng.choice((1, 1, 1, 2))
        if level == suggestion.NOW_AND_THEN:
            return [rng.choice((SHORT, SHORT, LONG, SCHOOL)) for _ in range(rng.choice((1, 1, 2)))]
        if level < OFTEN:
            return []
        many = rng.randrange(4, 8) if self._heavy else rng.choice((3, 3, 4))
        long = [LONG] * rng.randrange(1, 4) if level > OFTEN else []
        found = [*long, *(rng.choice((SHORT, SHORT, SHORT, SCHOOL)) for _ in range(many - len(long)))]
        rng.shuffle(found)
        return found

    def _within(self, first: date, last: date, sorts: Sequence[str]) -> list[Night]:
        """Absences that began and ended between two days, some days apart, mostly at the end of the week."""
        span = max((last - first).days - 2, 0)
        free = [first + DAY * step for step in range(span)]
        drawn = sorted(free, key=self._likely, reverse=True)
        chosen: list[date] = []
        for day in drawn:
            if len(chosen) < len(sorts) and all(abs(day - each) > APART for each in chosen):
                chosen.append(day)
        return [self._night(day, sort) for day, sort in zip(sorted(chosen), sorts, strict=False)]

    def _likely(self, day: date) -> float:
        together = TOGETHER if day in self._shared else 1.0
        return float(self._rng.random() ** (1 / (WEEK[day.weekday()] * together)))

    def _night(self, day: date, sort: str) -> Night:
        rng = self._rng
        if sort == SCHOOL and "term" not in files.traits(self._cast, self._one, day):
            sort = SHORT
        together = day in self._shared and sort in (SHORT, LONG)
        if sort == SCHOOL:
            left = days.instant(day, rng.randrange(625, 810))
            return Night(left=left, back=left + _hours(rng, 2, 7), sort=sort)
        if sort == LATE:
            left = days.instant(day, rng.randrange(1080, 1230, 5))
            return Night(left=left, back=left + _hours(rng, 1, 4), sort=sort)
        if sort == SHORT:
            left = days.instant(day, rng.randrange(975, 1245))
            return Night(left=left, back=left + _hours(rng, 2.5, 5.5), sort=sort, together=together)
        left = days.instant(day, rng.randrange(1020, 1290))
        away = _hours(rng, 8.5, 17) if rng.random() < 0.75 else _hours(rng, 24.5, 33)
        return Night(left=left, back=left + away, sort=sort, together=together)


def _hours(rng: Random, shortest: float, longest: float) -> timedelta:
    return timedelta(minutes=int(60 * rng.uniform(shortest, longest)))
