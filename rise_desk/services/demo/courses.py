"""The course of assessments in each file: when, how each indicator stood, which band, and what the manager answered.

Scores drift with the story: high where it began, mostly lower as the months go by, now and then up again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from rise_desk.domain import scoring
from rise_desk.domain.instrument import INDICATORS, LEVELS, Instrument, higher
from rise_desk.domain.scoring import Choice
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF
from rise_desk.services.demo import days
from rise_desk.services.demo.assessed_words import FIND_OUT
from rise_desk.services.demo.casting import Cast
from rise_desk.services.demo.days import DAY
from rise_desk.services.demo.outline import Outline

EACH = 42
LATENESS = (-6, -5, -4, -3, -2, -1, -1, 0, 0, 0, 1, 2, 6, 11, 18)
"""How many days before or after its due day an assessment is made."""

BEARS = {
    "missing": (-0.05, 0.9),
    "education": (0.0, 0.6),
    "substances": (-0.1, 0.7),
    "family": (0.05, 0.6),
    "accommodation": (0.0, 0.25),
    "recognition": (0.1, 0.8),
    "engagement": (0.0, 0.7),
    "sexual_health": (0.0, 0.6),
    "associates": (0.05, 0.9),
    "exploitation": (-0.05, 0.9),
}
"""Where each indicator begins, and how much it follows the danger somebody is in."""

LEARNS = {"part_time_timetable": 0.25, "alternative_provision": 0.2, "college": 0.05}
LIVES = {
    "with_extended_family_or_friends": 0.1,
    "foster_care": 0.05,
    "childrens_home": 0.2,
    "supported_or_semi_independent": 0.2,
    "temporary": 0.6,
}
CROWD = 1000
"""In a larger caseload than this, files hold their last assessments alone."""

LAST_FEW, LAST_TWO = 3, 2
SELDOM = 30
"""One closed case in so many holds any there."""

LATELY = timedelta(days=16)
"""A band that needs the manager has waited no longer than this."""

A_YEAR = 330


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """One assessment as it will be told: `number` counts them, `decision` is '' while it waits for the manager."""

    number: int = 0
    day: date
    written: datetime
    by: str
    levels: tuple[int, ...]
    judgement: int
    band: str
    choice: Choice
    decision: str = ""
    decided: datetime | None = None
    corrects: int = -1

    @property
    def score(self) -> dict[str, int]:
        """Each indicator's level, 0 for not yet known."""
        return dict(zip(INDICATORS, self.levels, strict=True))


def courses(cast: Cast) -> Iterator[tuple[Outline, tuple[Planned, ...]]]:
    """Every file that holds assessments, with them in their order, counted through all files."""
    count, skipped = 0, _not_yet(cast)
    for one in cast.young:
        if one.course.opened_on is None or one.place in skipped:
            continue
        plan = _Plan(cast, one).made()
        numbered = tuple(
            replace(each, number=count + at, corrects=count + each.corrects if each.corrects >= 0 else -1)
            for at, each in enumerate(plan)
        )
        count += len(plan)
        if plan:
            yield one, numbered


def _not_yet(cast: Cast) -> frozenset[int]:
    """The case that was opened last has no assessment yet."""
    running = [each for each in cast.young if each.course.open]
    newest = max(running, key=lambda each: (each.course.opened_on or each.referred_on, each.place), default=None)
    return frozenset({newest.place} if newest else ())


class _Plan:
    """The course of one file, drawn from a generator of its own."""

    def __init__(self, cast: Cast, one: Outline) -> None:
        self._cast, self._one = cast, one
        self._rng = cast.chance("assessments", one.place)
        self._instrument: Instrument = cast.practice.instruments[cast.practice.instrument]
        self._last_day = cast.today - DAY
        self._own = {key: self._rng.gauss(0, 0.1) for key in INDICATORS}
        self._start = self._rng.uniform(0.3, 0.88)
        self._end = self._ends()

    def _ends(self) -> float:
        """How great the danger is in the end: small in most cases, and in every one that was closed."""
        turn, lower = self._rng.random(), self._rng.uniform(0.02, 0.22)
        if self._one.course.closed or turn > 0.25:
            return lower
        return self._start * 0.9 if turn < 0.15 else min(self._start + 0.25, 1.0)

    def made(self) -> list[Planned]:
        """Every assessment that the file holds, with its answer; one put right stands before what puts it right."""
        found: list[Planned] = []
        planned = self._kept(self._days())
        levels: tuple[int, ...] = ()
        for day in planned:
            levels = self._levels(day, levels)
            found += self._told(day, levels, len(found), is_last=day == planned[-1])
        return found

    def _days(self) -> list[date]:
        """One soon after the case was opened, then every six weeks or so while it stays open."""
        found: list[date] = []
        for spell in self._one.course.spells:
            if spell.state != "open":
                continue
            until = min(date.fromisoformat(spell.until) if spell.until else self._last_day, self._last_day)
            day = date.fromisoformat(spell.since) + DAY * self._rng.randrange(0, 6)
            while day <= until:
                found.append(days.working(day) if days.working(day).isoformat() >= spell.since else day)
                day = found[-1] + DAY * (EACH + self._rng.choice(LATENESS))
        return self._but_lately(found)

    def _but_lately(self, found: list[date]) -> list[date]:
        """A case that was reopened in the last weeks has not been assessed again yet."""
        again = self._one.course.quiet()[1] if self._one.course.open else ""
        lately = again and self._last_day - date.fromisoformat(again) < timedelta(days=60)
        return [each for each in found if not lately or each.isoformat() < again]

    def _kept(self, found: list[date]) -> list[date]:
        crowded, closed = len(self._cast.young) > CROWD, self._one.course.closed
        if crowded:
            return [] if closed and self._one.place % SELDOM else found[-LAST_TWO:]
        return found[-LAST_FEW:] if closed else found

    def _danger(self, day: date) -> float:
        opened = self._one.course.opened_on or day
        whole = max((self._one.course.until - opened).days, 1) if self._one.course.closed else A_YEAR
        gone = min(max((day - opened).days, 0) / whole, 1.0)
        return self._start + (self._end - self._start) * gone + self._rng.gauss(0, 0.04)

    def _levels(self, day: date, before: tuple[int, ...]) -> tuple[int, ...]:
        danger, was = self._danger(day), dict(zip(INDICATORS, before, strict=False))
        found = tuple(self._level(key, danger, day, was.get(key, 0)) for key in INDICATORS)
        return self._not_known(found) if len(before) == 0 or self._rng.random() < 0.06 else found

    def _level(self, key: str, danger: float, day: date, before: int) -> int:
        first, follows = BEARS[key]
        wanted = first + follows * danger + self._own[key] + self._around(key, day) + self._rng.gauss(0, 0.07)
        level = min(max(round(1 + 4 * wanted), 1), LEVELS)
        if not before or self._rng.random() < 0.3:
            return level
        return before + (level > before) - (level < before)

    def _around(self, key: str, day: date) -> float:
        if key == "education":
            return LEARNS.get(self._one.schooling(day).status, 0.0)
        if key == "accommodation":
            return LIVES.get(self._one.lives, 0.0)
        return 0.15 if key == "family" and self._one.lives in LIVES else 0.0

    def _not_known(self, levels: tuple[int, ...]) -> tuple[int, ...]:
        if self._rng.random() < 0.7:
            return levels
        unknown = self._rng.choice(tuple(FIND_OUT))
        return tuple(0 if key == unknown else level for key, level in zip(INDICATORS, levels, strict=True))

    def _told(self, day: date, levels: tuple[int, ...], at: int, *, is_last: bool) -> Iterator[Planned]:
        """An assessment and its answer; where it was sent back, mostly one that puts it right as well."""
        rng, one = self._rng, self._one
        judgement = min(max(round(10 * self._danger(day)), 1), 10)
        band, choice = self._band(levels, judgement, is_last)
        met = days.instant(day, rng.randrange(570, 960, 5))
        first = Planned(
            day=day,
            written=days.written_at(rng, met, self._last_day),
            by=one.co_worker if rng.random() < 0.08 else one.worker,
            levels=levels,
            judgement=judgement,
            band=band,
            choice=choice,
        )
        back = one.course.open and one.place % 19 == 9 if is_last else rng.random() < 0.03
        answered = self._answered(first, SENT_BACK if back else SIGNED_OFF, is_last)
        yield answered
        again = answered.decided + DAY * rng.randrange(2, 6) if answered.decided else None
        if answered.decision == SENT_BACK and again and again.date() <= self._last_day and not is_last:
            later = replace(first, written=again, corrects=at)
            yield self._answered(later, SIGNED_OFF, False)

    def _answered(self, made: Planned, decision: str, is_last: bool) -> Planned:
        """With the manager's answer, unless it would come only after today."""
        rng = self._rng
        fresh = is_last and self._cast.today - made.day < LATELY
        if fresh and made.choice is Choice.LOWER_OF_TWO:
            return made
        on = days.next_working(made.written.date() + DAY * rng.randrange(1, 9))
        if on > self._last_day:
            return made
        return replace(made, decision=decision, decided=days.instant(on, rng.randrange(540, 1050, 5)))

    def _band(self, levels: tuple[int, ...], judgement: int, is_last: bool) -> tuple[str, Choice]:
        """Mostly the higher of those allowed; sometimes the lower of two, seldom one above."""
        total = scoring.total(levels, judgement)
        may = scoring.allowed(self._instrument, total)
        outranked = scoring.outranking(self._instrument, dict(zip(INDICATORS, levels, strict=True)))
        band = higher(may[0], "amber") if outranked else may[0]
        if len(may) > 1 and not outranked and self._rng.random() < (0.7 if is_last else 0.35):
            band = may[-1]
        elif is_last and may[0] == "amber" and self._one.place % 29 == 6:
            band = "red"
        return band, scoring.choice(self._instrument, total, band)
