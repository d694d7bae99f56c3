"""Lately: times as people say them on the telephone, '21:40', '2140', 'yesterday 23:10', for what has just happened.

A time alone is of today in London, or of yesterday where today's would still be to come. It is only for forms that
say in full what they understood before it is saved; the hour that comes twice or never is asked about as ever.
"""

import re
from datetime import UTC, datetime, time

from rise_desk.domain import moments, written
from rise_desk.domain.moments import Moment

_RUN = re.compile(
    r"(?P<day>|today |yesterday )(?P<h>[01]?[0-9]|2[0-3])(?P<m>[0-5][0-9]) ?(?:hrs?|hours)?(?P<zone> .*)?"
)
_ALONE = re.compile(
    r"(?:at |@ ?)?(?P<h>[0-9]{1,2})(?:[:.](?P<m>[0-9]{2}))? ?(?:(?P<half>[ap])\.?m\.?)?(?: (?P<zone>gmt|bst))?"
)


def read(text: str, *, now: datetime, called: str) -> Moment:
    """The moment somebody wrote, where a time alone is the last such time; `Unreadable` says why it can't be read."""
    spoken = " ".join(text.translate(written.SPACES).casefold().replace(",", " ").split())
    run = _RUN.fullmatch(spoken)
    if run:
        spoken = f"{run['day']}{run['h'].zfill(2)}:{run['m']}{run['zone'] or ''}"
    alone = _ALONE.fullmatch(spoken)
    if alone is None or not (alone["m"] or alone["half"]):
        return moments.read(spoken if run else text, now=now, called=called)
    return moments.read(f"{_day(alone, now)} {spoken}", now=now, called=called)


def _day(alone: re.Match[str], now: datetime) -> str:
    """The day of the last such time: yesterday, where today's is certainly still to come."""
    clock, here = _clock(alone), now.astimezone(moments.LONDON)
    if clock is None:
        return "today"
    first = datetime.combine(here.date(), clock, moments.LONDON).astimezone(UTC)
    return "yesterday" if first > now and clock > here.time() else "today"


def _clock(alone: re.Match[str]) -> time | None:
    """The time of day; None where the clock never shows it, which the reading of it says."""
    hour, minute = int(alone["h"]), int(alone["m"] or 0)
    if alone["half"]:
        hour = hour % 12 + (12 if alone["half"] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
