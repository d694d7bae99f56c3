"""What followed disruption: a child's missing episodes in as many days before and after, and the band then and now.

It counts and compares and never says why: many things happen at once in a child's life.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rise_desk.domain import moments, returns, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.disruption import DONE, DisruptionAction
from rise_desk.domain.heat import Lane, Mark
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.standing import Standing

AT_MOST = 90
"""How many days before and after are compared, once so many have passed."""

NO_CAUSE = "What came after is not said to have come from it: many things happen at once."


@dataclass(frozen=True, kw_only=True)
class After:
    """One action that was done, and what is on file of the child in as many days before it as after it.

    `days` is 0 where no whole day has passed since, or the day it was done isn't known: then nothing is compared. The
    day itself belongs to neither side. A band is '' where the child had no assessment by then.
    """

    action: Id
    tactic: str
    done_on: Moment
    days: int
    before: int
    after: int
    band_then: str
    band_now: str

    @property
    def words(self) -> tuple[str, ...]:
        """The comparison in sentences."""
        return tuple(part for part in (self._episodes(), self._bands()) if part)

    def _episodes(self) -> str:
        if not self.is_dated:
            return "The day it was done is not recorded, so nothing is compared."
        if not self.days:
            return "It was done today: there is nothing to compare yet."
        days = "day" if self.days == 1 else f"{self.days} days"
        return f"Missing episodes: {self.before} in the {days} before, {self.after} in the {days} after."

    def _bands(self) -> str:
        if not self.is_dated or not self.band_now:
            return ""
        return f"Band: {self.band_then.lower() or 'not assessed'} then, {self.band_now.lower()} now."

    @property
    def is_dated(self) -> bool:
        """Whether the day on which it was done is known."""
        return moments.precision(self.done_on) in ("day", "minute")


def of_child(
    actions: Iterable[DisruptionAction], file: CaseFile, practice: Practice, now: datetime
) -> tuple[After, ...]:
    """What followed each of these actions that was done, the newest first; `file` is the child's."""
    course = standing.course(file, practice)
    began = [moments.london_day(each.since) for each in returns.episodes(file)]
    done = sorted((each for each in actions if each.status == DONE and not each.withdrawn), key=_when, reverse=True)
    return tuple(_after(each, began, course, practice, now) for each in done)


def lane(actions: Iterable[DisruptionAction], practice: Practice) -> Lane:
    """What was done to disrupt, as a lane under the heat-strip: a mark with its tactic on the day it was done."""
    by_day = defaultdict[str, list[DisruptionAction]](list)
    for each in sorted(actions, key=_when):
        if each.status == DONE and not each.withdrawn and each.done_on:
            by_day[moments.london_day(each.done_on)].append(each)
    marks = (Mark(at=Moment(day), text=_told(held, practice)) for day, held in by_day.items())
    return Lane(key="disruption", label="Disruption", marks=tuple(marks))


def _told(held: Sequence[DisruptionAction], practice: Practice) -> str:
    """The tactics of one day: two marks in one place could not be told apart."""
    more = f" and {len(held) - 1} more" if len(held) > 1 else ""
    return f"{_short(held[0], practice)}{more}"


def _when(each: DisruptionAction) -> tuple[str, Id]:
    return moments.london_day(each.done_on), each.id


def _short(each: DisruptionAction, practice: Practice) -> str:
    """A tactic without what stands in brackets."""
    return practice.label("tactic", each.tactic).partition(" (")[0]


def _after(
    each: DisruptionAction, began: Sequence[str], course: Sequence[Standing], practice: Practice, now: datetime
) -> After:
    dated = moments.precision(each.done_on) in ("day", "minute")
    day = date.fromisoformat(moments.london_day(each.done_on)) if dated else None
    today = now.astimezone(moments.LONDON).date()
    days = max(min((today - day).days, AT_MOST), 0) if day else 0
    return After(
        action=each.id,
        tactic=_short(each, practice),
        done_on=each.done_on,
        days=days,
        before=_began(began, day - timedelta(days=days), day) if day else 0,
        after=_began(began, day + timedelta(days=1), day + timedelta(days=days + 1)) if day else 0,
        band_then=_band([made for made in course if day and _day(made) <= day.isoformat()], practice),
        band_now=_band(course, practice),
    )


def _began(days: Iterable[str], first: date, end: date) -> int:
    """How many episodes began from a first day until before an end."""
    return sum(first.isoformat() <= day < end.isoformat() for day in days)


def _day(made: Standing) -> str:
    return moments.london_day(made.assessment.assessed_on)


def _band(course: Sequence[Standing], practice: Practice) -> str:
    if not course:
        return ""
    return practice.instruments[course[-1].assessment.instrument].band_label(course[-1].shown)
