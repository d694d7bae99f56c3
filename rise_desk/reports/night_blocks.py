"""Blocks that tell of nights away: the calendar of a year, and how often by weekday and by hour."""

from collections.abc import Iterator
from dataclasses import dataclass

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.nights import Month


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The months of a year with the nights away in each: a night spent away, or a day away for a time."""

    months: tuple[Month, ...]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How often something was, one count for each label: for each weekday, for each hour."""

    name: str
    labels: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Bars:
    """Tallies beside each other, each with a bar for every count."""

    tallies: tuple[Tally, ...]


NightBlock = Calendar | Bars


def night_lines(block: NightBlock) -> Iterator[str]:
    """How such a block reads in plain text."""
    return _calendar_lines(block) if isinstance(block, Calendar) else _bars_lines(block)


def _calendar_lines(calendar: Calendar) -> Iterator[str]:
    """Each month that has a night or day away, with the days."""
    for month in calendar.months:
        over = [str(each.day.day) for each in month.nights.values() if each.overnight]
        short = [str(each.day.day) for each in month.nights.values() if not each.overnight]
        told = (("overnight", over), ("for a time", short))
        said = "; ".join(f"{words} {', '.join(days)}" for words, days in told if days)
        if said:
            yield f"{moments.shown(Moment(month.first.isoformat()[:7]))}: {said}"


def _bars_lines(bars: Bars) -> Iterator[str]:
    for each in bars.tallies:
        held = [f"{label} {count}" for label, count in zip(each.labels, each.counts, strict=True) if count]
        yield f"{each.name}: {', '.join(held) or 'none'}"
