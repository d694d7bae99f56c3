"""A list as it leaves the desk: its columns and rows just as they are shown, and what people must know about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rise_desk.domain import moments
from rise_desk.domain.access import State
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id

Value = str | int | date | None
Row = tuple[Value, ...]

Progress = Callable[[int, int], bool]
"""Told how many of how many rows were read; False stops the reading."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One list in the order and the columns shown; whole days are dates, everything else is text or a number.

    `of`: how many rows it has without its filters, which `filters` tells in words. `withheld`: how many rows the
    reader sees and the file may not hold. `state`: what it is to whoever exports it (their own, the team's).
    """

    title: str
    kind: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    of: int
    filters: str = ""
    withheld: int = 0
    subject: Id = NO_ID
    state: State = State.TEAM


def go_on(_done: int, _of: int) -> bool:
    """Read to the end, whatever was read so far."""
    return True


def when(moment: Moment) -> Value:
    """A moment as a cell: a real date where it is a whole day, else in words; '' where nothing is recorded."""
    if moments.precision(moment) == "day":
        return date.fromisoformat(moment)
    return moments.shown(moment) if moment else ""
