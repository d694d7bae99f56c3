"""Blocks that tell of nights away: the calendar of a year, and how often by weekday and by hour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rise_desk.domain import nights_told
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


def night_lines(block: NightBlock) -> Iterable[str]:
    """How such a block reads in plain text: each month with a night or day away; what it is of, its heading says."""
    return nights_told.sentences(block.months)[1:] if isinstance(block, Calendar) else _bars_lines(block)


def _bars_lines(bars: Bars) -> Iterator[str]:
    for each in bars.tallies:
        held = [f"{label} {count}" for label, count in zip(each.labels, each.counts, strict=True) if count]
        yield f"{each.name}: {', '.join(held) or 'none'}"
