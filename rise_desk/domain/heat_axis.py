"""The time axis below the heat-strip: where on the columns a moment lies, and how many marks lie between two of them.

An assessment's day lies in the middle of its column, and time runs evenly from each to the next. What came since the
newest has a room of its own at the end; what came long before the first is counted and not drawn.
"""

from collections.abc import Iterator
from datetime import date

from rise_desk.domain import moments
from rise_desk.domain.heat import Lane, Strip
from rise_desk.domain.moments import Moment

SINCE = 0.5
"""How many columns the room for what came since the newest assessment takes."""
PACE = 42
"""The days that one column stands for where no other assessment says so."""


def breadth(strip: Strip) -> float:
    """How many columns broad the strip is, with room for what came since where there is any."""
    return len(strip.columns) + (SINCE if _days_since(strip) else 0.0)


def position(strip: Strip, at: Moment) -> float:
    """Where a moment lies, in columns from the left; below 0 it is too long before the first to be drawn."""
    day = _day(at)
    days = [_day(each.day) for each in strip.columns]
    if day <= days[0]:
        return 0.5 - (days[0] - day) / PACE
    if day >= days[-1]:
        return len(days) - 0.5 + (day - days[-1]) / max(PACE, _days_since(strip)) * (SINCE + 0.5)
    after = next(place for place, each in enumerate(days) if each > day)
    start, end = days[after - 1], days[after]
    return after - 0.5 + (day - start) / (end - start)


def drawn(lane: Lane, strip: Strip) -> list[tuple[float, str]]:
    """Where each mark of a lane lies that is on the strip, with its words, the earliest first."""
    placed = sorted((position(strip, mark.at), mark.text) for mark in lane.marks)
    return [each for each in placed if each[0] >= 0]


def earlier(lane: Lane, strip: Strip) -> int:
    """How many marks of a lane came too long before the first column to be drawn."""
    return len(lane.marks) - len(drawn(lane, strip))


def counted(lane: Lane, strip: Strip) -> Iterator[str]:
    """How many marks of a lane came up to each assessment that has some, and since the newest."""
    days = [_day(mark.at) for mark in lane.marks]
    start = 0
    for column in strip.columns:
        end = _day(column.day)
        many = sum(start < each <= end for each in days)
        if many:
            yield f"{many} up to {moments.shown(column.day)}"
        start = end
    many = sum(each > start for each in days)
    if many:
        yield f"{many} since {moments.shown(strip.columns[-1].day)}"


def _days_since(strip: Strip) -> int:
    newest = _day(strip.columns[-1].day)
    return max((_day(mark.at) - newest for lane in strip.lanes for mark in lane.marks), default=0)


def _day(at: Moment) -> int:
    return date.fromisoformat(moments.london_day(at)).toordinal()
