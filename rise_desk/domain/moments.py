"""Moments: a date or time cut where knowledge ends, kept as ISO text and shown as people say it.

`2026`, `2026-11`, `2026-11-20` are London days; `2026-11-20T10:00+00:00` is an instant, stored in UTC;
'' is not recorded. Clocks count from the earliest instant that a moment can mean.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NewType

from rise_desk.domain import written

Moment = NewType("Moment", str)

LONDON = written.LONDON
Unreadable = written.Unreadable

NEVER = datetime.min.replace(tzinfo=UTC)
ALWAYS = datetime.max.replace(tzinfo=UTC)
KEPT = 32_768
"""How many instants are kept, as the same few moments of a file are compared again and again."""

_PRECISION = {len("2026"): "year", len("2026-11"): "month", len("2026-11-20"): "day"}


def read(text: str, *, now: datetime, called: str = "Date", time: bool = True) -> Moment:
    """The moment somebody wrote, day first, in London; `Unreadable` says in a sentence why it can't be read."""
    return Moment(written.said(text, now, called, time))


def stamp(instant: datetime) -> Moment:
    """The moment the program itself notes, to the millisecond."""
    return Moment(instant.astimezone(UTC).isoformat(timespec="milliseconds"))


def minute(instant: datetime) -> Moment:
    """An instant as people give it, to the whole minute."""
    return Moment(instant.astimezone(UTC).isoformat(timespec="minutes"))


def precision(moment: Moment) -> str:
    """How much is known: 'year', 'month', 'day', 'minute', or '' where nothing is."""
    return _PRECISION.get(len(moment), "minute") if moment else ""


def has_time(moment: Moment) -> bool:
    """Whether the time of day is known."""
    return precision(moment) == "minute"


@lru_cache(maxsize=KEPT)
def earliest(moment: Moment) -> datetime:
    """The earliest instant it can mean, in UTC; the beginning of time for nothing recorded."""
    if not moment:
        return NEVER
    return datetime.fromisoformat(moment) if has_time(moment) else _midnight(_first_day(moment))


@lru_cache(maxsize=KEPT)
def latest(moment: Moment) -> datetime:
    """The latest instant it can mean, in UTC; the end of time for nothing recorded."""
    if not moment:
        return ALWAYS
    if has_time(moment):
        return datetime.fromisoformat(moment)
    return _midnight(_last_day(moment) + timedelta(days=1)) - timedelta(microseconds=1)


def _first_day(moment: Moment) -> date:
    if has_time(moment):
        return _local(moment).date()
    return date.fromisoformat(moment + "-01-01"[len(moment) - len("2026") :])


def _last_day(moment: Moment) -> date:
    first = _first_day(moment)
    if precision(moment) == "year":
        return first.replace(month=12, day=31)
    if precision(moment) == "month":
        return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def _local(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment).astimezone(LONDON)


def london_day(moment: Moment) -> str:
    """The first London day it can mean, as ISO text for order; '' for nothing recorded."""
    return _first_day(moment).isoformat() if moment else ""


def shown(moment: Moment) -> str:
    """How people read it: '4 June 2026 at 9:32am', '4 June 2026', 'June 2026', '2026'."""
    if not has_time(moment):
        return written.spelled(moment)
    return f"{written.spelled(london_day(moment))} at {written.spelled_time(_local(moment))}"


def shown_long(moment: Moment) -> str:
    """The same with the day of the week where the day is known: 'Saturday 27 March 2010'."""
    if precision(moment) not in ("day", "minute"):
        return shown(moment)
    return f"{written.WEEKDAYS[_first_day(moment).weekday()]} {shown(moment)}"


def shown_short(moment: Moment, now: datetime | None = None) -> str:
    """For narrow columns: 'Thu 19 Nov 23:30'; the year where `now` is given and in another year."""
    if precision(moment) not in ("day", "minute"):
        return shown(moment)
    day = _first_day(moment)
    words = f"{written.WEEKDAYS[day.weekday()][:3]} {day.day} {written.MONTHS[day.month - 1][:3]}"
    if now and now.astimezone(LONDON).year != day.year:
        words = f"{words} {day.year}"
    if not has_time(moment):
        return words
    local = _local(moment)
    zone = f" {local.tzname()}" if written.comes_twice(local) else ""
    return f"{words} {local:%H:%M}{zone}"


def age(born: Moment, on: date) -> tuple[int, int] | None:
    """The youngest and oldest somebody can be on a day; None where nothing is known or before birth.

    Somebody born on 29 February has their birthday on 1 March in other years, as England counts.
    """
    if not born:
        return None
    oldest = _years(_first_day(born), on)
    return (max(_years(_last_day(born), on), 0), oldest) if oldest >= 0 else None


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_words(born: Moment, now: datetime) -> str:
    """The age today: '13', '12 or 13' where the birthday isn't known, '' where nothing is."""
    found = age(born, now.astimezone(LONDON).date())
    return " or ".join(map(str, dict.fromkeys(found))) if found else ""


def birthday(born: Moment, years: int) -> date | None:
    """The day somebody reaches an age; None where the day of birth isn't known."""
    if precision(born) not in ("day", "minute"):
        return None
    day = _first_day(born)
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def in_future(moment: Moment, now: datetime) -> bool:
    """Whether it is certainly still to come: the earliest instant it can mean is later than now."""
    return earliest(moment) > now
