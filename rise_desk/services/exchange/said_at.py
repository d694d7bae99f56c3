"""Said at: a moment that a file gives in one column or two, a day and a time; how spreadsheets write it is undone."""

import re
from collections.abc import Iterable, Mapping

from rise_desk.services.exchange.columns import blank

_MIDNIGHT = re.compile(r"[T ]+00:00:00(\.0+)?$")
"""What spreadsheets add to a day."""

_CLOCK = re.compile(r"(\d{1,2})(\d{2})(?:\s*(?:hrs?|hours?|h))?(?=$|\s)", re.IGNORECASE)
_SECONDS = re.compile(r"^(?:\d{4}-\d{2}-\d{2}[T ])?(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")
"""A time as a spreadsheet writes it, perhaps with the day on which its calendar begins."""

Said = Mapping[str, str]


def only_days(rows: Iterable[Said], fields: Iterable[str]) -> frozenset[str]:
    """The fields that hold days alone, though a spreadsheet wrote a midnight after each of them."""
    held: dict[str, list[str]] = {each: [] for each in fields}
    for row in rows:
        for name, texts in held.items():
            if not blank(row.get(name, "not recorded")):
                texts.append(row[name])
    return frozenset(name for name, texts in held.items() if texts and all(map(_MIDNIGHT.search, texts)))


def said_at(said: Said, day: str, time: str, days: frozenset[str] = frozenset()) -> str:
    """What a row says of one moment, in one text; '' for nothing."""
    told = _told(said, day)
    clock = _clock(_told(said, time)) if time else ""
    if clock or day in days:
        told = _MIDNIGHT.sub("", told)
    return f"{told} {clock}".strip()


def _told(said: Said, name: str) -> str:
    text = said.get(name, "")
    return "" if blank(text) else text


def _clock(text: str) -> str:
    """A time of day, as people and programs write it: 2130, 930 hrs, 21.30, 21:30:00."""
    found = _CLOCK.match(text)
    if found:
        return f"{found[1].zfill(2)}:{found[2]}{text[found.end() :]}"
    whole = _SECONDS.match(text)
    return f"{whole[1]}{text[whole.end() :]}" if whole else text
