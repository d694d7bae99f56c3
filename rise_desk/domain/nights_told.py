"""The nights of a year in sentences: for screen readers, for plain text, and for whoever would rather read."""

from collections.abc import Sequence
from datetime import date

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.nights import Month, counted
from rise_desk.domain.written import MONTHS, WEEKDAYS


def title(year: Sequence[Month]) -> str:
    """What the calendar is of: 'December 2025 to November 2026'."""
    return f"{month_name(year[0])} to {month_name(year[-1])}"


def summary(year: Sequence[Month]) -> str:
    """How many nights away, and on how many other days away for a time: '14 nights away, 3 other days'."""
    over, others = counted(year)
    nights = f"{over} {'night' if over == 1 else 'nights'} away" if over else "no night away"
    days = f"{others} {'other day' if others == 1 else 'other days'}" if others else ""
    return ", ".join(each for each in (nights, days) if each)


def sentences(year: Sequence[Month]) -> tuple[str, ...]:
    """The year and each of its months on which they were away, with the days by name."""
    told = tuple(_month(each) for each in year if each.nights)
    return (f"{title(year)}: {summary(year)}.", *told)


def month_name(month: Month) -> str:
    """'November 2026'."""
    return f"{MONTHS[month.first.month - 1]} {month.first.year}"


def day_name(day: date) -> str:
    """'Friday 6 November 2026'."""
    return moments.shown_long(Moment(day.isoformat()))


def _month(month: Month) -> str:
    over = [_short(each.day) for each in month.nights.values() if each.overnight]
    others = [_short(each.day) for each in month.nights.values() if not each.overnight]
    held = [(how, ", ".join(days)) for how, days in (("away overnight", over), ("away for a time", others)) if days]
    return f"{month_name(month)}: {'; '.join(f'{how} {days}' for how, days in held)}."


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day}"
