"""How late something is, or how soon it is due, as people say it."""

from datetime import date

from rise_desk.domain import moments
from rise_desk.domain.hours import lasting, left
from rise_desk.domain.moments import Moment
from ui import formats

__all__ = ["coming", "due_by", "lasting", "lateness", "left", "short_day"]


def lateness(days_left: int, by: str) -> str:
    """How late or how soon: 'Overdue 3 days · was due Wed 18 Nov'."""
    day = short_day(by)
    if days_left < 0:
        return f"Overdue {formats.count(-days_left, 'day')} · was due {day}"
    if days_left == 0:
        return "Due today"
    return f"Due tomorrow · {day}" if days_left == 1 else f"Due in {days_left} days · {day}"


def coming(days_left: int, by: str) -> str:
    """How soon a day comes on which something changes by itself: 'In 12 days · Thu 3 Dec'."""
    if days_left < 1:
        return "Today" if days_left == 0 else f"Was {short_day(by)}"
    return formats.joined("Tomorrow" if days_left == 1 else f"In {days_left} days", short_day(by))


def due_by(days_left: int, by: str, do_by: str = "") -> str:
    """By when an assessment is due: 'Overdue 3 days', 'Due Tue 24 Nov', 'Due Sun 29 Nov · do by Fri 27'.

    `do_by` is the last working day before a due day that is none; '' where the due day is one.
    """
    if days_left < 0:
        return f"Overdue {formats.count(-days_left, 'day')}"
    due = f"Due {short_day(by)}" if days_left else "Due today"
    if not do_by:
        return due
    day, last = date.fromisoformat(moments.london_day(Moment(by))), date.fromisoformat(do_by)
    left = days_left - (day - last).days
    words = f"{last:%a} {last.day}" + (f" {last:%b}" if last.month != day.month else "")
    if left < 0:
        return formats.joined(due, f"the last working day was {words}")
    return formats.joined(due, f"do by {words}" if left else "do it today")


def short_day(at: str) -> str:
    """The day of a moment, for narrow places: 'Wed 18 Nov'."""
    return formats.when(Moment(moments.london_day(Moment(at))))
