"""Dates and times as people write them, day first, in London; never guessed, and refused with the reason why.

dateutil's parser is not used: it reads 2025-04-03 as 4 March and invents what is missing.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

LONGEST = 60
FIRST_YEAR = 1900
LAST_YEAR = 2199
YEARS_AHEAD = 10
"""Two digits mean the latest year that is at most this far ahead: in 2026, '36 is 2036 and '37 is 1937."""

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u2013": "-", "\u2212": "-"})
WEEKDAY = re.compile(r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.? *(?=[0-9a-z])")
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "May" else "may" for name in MONTHS).casefold()
MONTH = MONTH.replace("sep(?:tember)?", "sept?(?:ember)?")
ORDINAL = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<y>[0-9]+)"

TIME = re.compile(
    r"(?<!\S)(?:at |@ ?)?(?P<h>[0-9]{1,2})"
    r"(?:(?P<sep>[:.])(?P<m>[0-9]{2})(?P<s>:[0-9]{2}(?:\.[0-9]+)?)?)?"
    r" ?(?P<half>[ap])?(?(half)\.?m\.?)"
    r" ?(?P<zone>z|utc|gmt|bst|bdst|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?$"
)
MILITARY = re.compile(r"(?:(?<= )(?:at |@ ?)(?P<a>[0-9]{4})|(?<= )(?P<b>[0-9]{4}) ?(?:hrs?|hours))$")

WHOLE = (
    re.compile(rf"{ORDINAL}(?P<sep>[ /.-])(?P<n>[0-9]{{1,2}})(?P=sep){YEAR}"),
    re.compile(r"(?P<y>[0-9]{4})(?P<sep>[/.-])(?P<n>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})"),
    re.compile(rf"{ORDINAL}[ /.-]?(?:of )?(?P<name>{MONTH})\.?[ /.-]?{YEAR}"),
    re.compile(rf"(?P<name>{MONTH})\.? {ORDINAL} {YEAR}"),
    re.compile(rf"(?P<name>{MONTH})\.?[ /.-]?(?P<y>[0-9]{{3,}})"),
    re.compile(r"(?P<n>[0-9]{1,2})[ /.-](?P<y>[0-9]{3,})"),
    re.compile(r"(?P<y>[0-9]{4})[/-](?P<n>[0-9]{1,2})"),
    re.compile(r"(?P<y>[0-9]{3,5})"),
)
YEARLESS = (
    re.compile(rf"{ORDINAL}[ /.-]?(?:of )?(?:{MONTH})\.?"),
    re.compile(rf"(?:{MONTH})\.?(?: {ORDINAL})?"),
    re.compile(r"[0-9]{1,2}[ /.-][0-9]{1,2}"),
)
RELATIVE = re.compile(r"today|yesterday|tomorrow|(?P<sign>[+-])(?P<count>[0-9]{1,4})(?P<unit>[dwy])")


class Unreadable(ValueError):
    """A date that can't be read; its text is the sentence for the person who wrote it."""


def said(text: str, now: datetime, called: str, with_time: bool) -> str:
    """What somebody wrote, as a moment's text; '' for nothing. `Unreadable` says what stands against it."""
    spoken = " ".join(text.translate(SPACES).casefold().replace(",", " ").split())
    if not spoken:
        return ""
    if len(spoken) > LONGEST or not spoken.isascii() or not spoken.isprintable():
        raise _no(called, "must be a date, such as 27 3 2010, March 2010 or 2010.")
    spoken = re.sub(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})t(?=[0-9])", r"\1 ", spoken)
    if spoken == "now":
        spoken = f"{now.astimezone(UTC):%Y-%m-%d %H:%M}z"
    day, clock, zone = _apart(spoken, called)
    if clock is None:
        return _dated(day, now, called)
    if not with_time:
        raise _no(called, "must be a date without a time.")
    return _timed(_dated(day, now, called), clock, zone, called)


def _no(called: str, sentence: str) -> Unreadable:
    return Unreadable(f"{called} {sentence}")


def _apart(spoken: str, called: str) -> tuple[str, time | None, str]:
    """What was written, taken apart: the date, the time where there is one, and its zone."""
    match = MILITARY.search(spoken)
    if match:
        digits = match["a"] or match["b"]
        return spoken[: match.start()].strip(), _clock(digits[:2], digits[2:], "", called), ""
    match = TIME.search(spoken)
    if not match or not (match["half"] or (match["m"] and (match["sep"] == ":" or match.start()))):
        return spoken, None, ""
    clock = _clock(match["h"], match["m"] or "0", match["half"] or "", called)
    if int((match["s"] or ":0")[1:3]) > 59:
        raise _no(called, "must have a real time, such as 2:30pm or 14:30.")
    day = spoken[: match.start()].strip()
    if not day:
        raise _no(called, "must include the day as well as the time.")
    return day, clock, match["zone"] or ""


def _clock(hours: str, minutes: str, half: str, called: str) -> time:
    hour, minute = int(hours), int(minutes)
    real = 1 <= hour <= 12 if half else hour <= 23
    if not real or minute > 59:
        raise _no(called, "must have a real time, such as 2:30pm or 14:30.")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute)


def _dated(day: str, now: datetime, called: str) -> str:
    """A written date as ISO text, cut where it ends: 2010, 2010-03 or 2010-03-27."""
    relative = RELATIVE.fullmatch(day)
    if relative:
        return _away(relative, now, called)
    weekday = WEEKDAY.match(day)
    rest = re.sub(r" ?([/.-]) ?", r"\1", day[weekday.end() :] if weekday else day)
    match = next(filter(None, (pattern.fullmatch(rest) for pattern in WHOLE)), None)
    if not match:
        if any(pattern.fullmatch(rest) for pattern in YEARLESS):
            raise _no(called, "must include a year.")
        raise _no(called, "must be a date, such as 27 3 2010, March 2010 or 2010.")
    found = match.groupdict()
    year = _year(found["y"], now, called)
    if not (found.get("n") or found.get("name")):
        iso = f"{year:04}"
    else:
        month = int(found["n"]) if found.get("n") else _month(found["name"])
        iso = _real(year, month, found.get("d"), called)
    if weekday:
        _check_weekday(weekday[1], iso, called)
    return iso


def _away(relative: re.Match[str], now: datetime, called: str) -> str:
    today = now.astimezone(LONDON).date()
    count = int(f"{relative['sign']}{relative['count']}") if relative["sign"] else 0
    if relative["unit"] == "y":
        _in_range(today.year + count, called)
        return (today + relativedelta(years=count)).isoformat()
    days = {"yesterday": -1, "tomorrow": 1}.get(relative[0], count * (7 if relative["unit"] == "w" else 1))
    found = today + timedelta(days=days)
    _in_range(found.year, called)
    return found.isoformat()


def _year(digits: str, now: datetime, called: str) -> int:
    if len(digits) == 2:
        latest = now.astimezone(LONDON).year + YEARS_AHEAD
        return latest - (latest - int(digits)) % 100
    if len(digits) != 4:
        raise _no(called, "must have a year of 4 digits, such as 2010.")
    _in_range(int(digits), called)
    return int(digits)


def _in_range(year: int, called: str) -> None:
    if year < FIRST_YEAR:
        raise _no(called, f"must be in {FIRST_YEAR} or later.")
    if year > LAST_YEAR:
        raise _no(called, f"must be before the year {LAST_YEAR + 1}.")


def _month(name: str) -> int:
    return [month[:3].casefold() for month in MONTHS].index(name[:3]) + 1


def _real(year: int, month: int, day: str | None, called: str) -> str:
    if month > 12 and day and int(day) <= 12:
        raise _no(called, "must be a real date, with the day first, then the month.")
    try:
        found = date(year, month, int(day or 1))
    except ValueError:
        raise _no(called, "must be a real date.") from None
    return found.isoformat() if day else found.isoformat()[:7]


def _check_weekday(said_name: str, iso: str, called: str) -> None:
    if len(iso) < len("2010-03-27"):
        raise _no(called, "must include the day of the month.")
    name = WEEKDAYS[date.fromisoformat(iso).weekday()]
    if not name.casefold().startswith(said_name[:3]):
        meant = next(each for each in WEEKDAYS if each.casefold().startswith(said_name[:3]))
        raise _no(called, f"must be a real date: {spelled(iso)} is a {name}, not a {meant}.")


def spelled(iso: str) -> str:
    """A day, month or year in words: '27 March 2010', 'March 2010', '2010'."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    parts = (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year)
    return " ".join(filter(None, parts))


def spelled_time(local: datetime) -> str:
    """A time of day in words: '9:32am', '12:00pm'; with the zone in the hour that comes twice."""
    words = f"{local.hour % 12 or 12}:{local.minute:02}{'am' if local.hour < 12 else 'pm'}"
    return f"{words} {local.tzname()}" if comes_twice(local) else words


def comes_twice(local: datetime) -> bool:
    """Whether the clocks in London showed this time twice that day."""
    first, second = local.replace(fold=0), local.replace(fold=1)
    return first.utcoffset() != second.utcoffset() and _exists(local)


def _exists(local: datetime) -> bool:
    back = local.astimezone(UTC).astimezone(LONDON)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)


def _timed(iso: str, clock: time, zone: str, called: str) -> str:
    if len(iso) < len("2010-03-27"):
        raise _no(called, "must include the day, as a time is given.")
    wall = datetime.combine(date.fromisoformat(iso), clock)
    instant = _at_offset(wall, zone) if zone[:1] in tuple("zu+-") and zone else _in_london(wall, zone, called)
    _in_range(instant.astimezone(LONDON).year, called)
    return instant.astimezone(UTC).isoformat(timespec="minutes")


def _at_offset(wall: datetime, zone: str) -> datetime:
    digits = re.sub("[^0-9]", "", zone).ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return wall.replace(tzinfo=timezone(-offset if zone[0] == "-" else offset))


def _in_london(wall: datetime, zone: str, called: str) -> datetime:
    """The instant that London's clocks showed this time; refused where they showed it twice or never."""
    local = wall.replace(tzinfo=LONDON)
    when = f"{spelled_time(local.replace(tzinfo=UTC))} on {spelled(wall.date().isoformat())}"
    if not _exists(local):
        raise _no(called, f"must be a real time: there was no {when}, because the clocks went forward.")
    readings = list(_readings(local))
    if zone:
        fitting = [each for each in readings if (each.tzname() or "").casefold() == zone]
        if not fitting:
            kept = readings[0].tzname()
            raise _no(called, f"must be in London time: the clocks showed {kept} at {when}.")
        return fitting[0]
    if len(readings) > 1:
        first, second = (each.tzname() for each in readings)
        which = f"add {first} for the first or {second} for the second"
        raise _no(called, f"must say which {when}, because the clocks went back: {which}.")
    return readings[0]


def _readings(local: datetime) -> Iterator[datetime]:
    yield local.replace(fold=0)
    if comes_twice(local):
        yield local.replace(fold=1)
