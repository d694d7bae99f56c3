"""How late something is, or how soon it is due, as people say it."""

from datetime import date

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from ui import formats

HOUR, DAY = 60, 24 * 60
WHOLE_HOURS = 12 * HOUR
"""From here on whole hours say enough."""
DAYS_LATE = 3 * DAY


def left(minutes: int) -> str:
    """How much of a time that runs in hours is left: '33 h left', '41 min left', '2 h 52 min late', '3 days late'."""
    if minutes < -DAYS_LATE:
        return f"{formats.count(-minutes // DAY, 'day')} late"
    if minutes < 0:
        return f"{_hours(-minutes)} late"
    return f"{minutes // HOUR} h left" if minutes >= WHOLE_HOURS else f"{_hours(minutes)} left"


def lasting(minutes: int) -> str:
    """How long something has lasted: '5 h 40 min', '31 h', from three days on '4 days'."""
    return formats.count(minutes // DAY, "day") if minutes >= DAYS_LATE else _hours(max(minutes, 0))


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, HOUR)
    if minutes >= DAY or (hours and not rest):
        return f"{hours} h"
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def lateness(days_left: int, by: str) -> str:
    """How late or how soon: 'Overdue 3 days · was due Wed 18 Nov'."""
    day = short_day(by)
    if days_left < 0:
        return f"Overdue {formats.count(-days_left, 'day')} · was due {day}"
    if days_left == 0:
        return "Due today"
    return f"Due tomorrow · {day}" if days_left == 1 else f"Due in {days_left} days · {day}"


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
