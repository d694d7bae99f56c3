"""Doubts: what a row says that may not be what was meant: the month before the day, a phone number without its zero."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rise_desk.services.exchange.columns import apart

DATES = ("date_of_birth", "happened_at", "assessed_on", "reported_at", "missing_at", "last_seen_at", "returned_at",
         "offered_at", "answered_at", "decided_at", "done_at")  # fmt: skip
_WRITTEN = re.compile(r"\s*(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)")
_NO_ZERO = re.compile(r"(?:7\d{9}|[12]\d{8,9})")
_SERIAL = re.compile(r"[1-5]\d{4}(?:\.0+)?")

Said = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class MonthFirst:
    """That a column of dates has the month before the day somewhere: nobody can tell which it is elsewhere."""

    line: int
    text: str

    def problem(self, text: str) -> str:
        """Why a date of this column can't be read, where it could be two; '' where it can."""
        if not _could_be_two(text):
            return ""
        return (
            f"“{text[:20]}” could be two dates, as line {self.line} has the month first (“{self.text[:20]}”). "
            "Write the dates of this column as 2010-03-27."
        )


def months_first(lines: Sequence[int], said: Sequence[Said]) -> dict[str, MonthFirst]:
    """The fields whose column has a date with the month first, each with the first of them."""
    found: dict[str, MonthFirst] = {}
    for line, each in zip(lines, said, strict=True):
        for name in DATES:
            day, month = _numbers(each.get(name, ""))
            if day <= 12 < month:
                found.setdefault(name, MonthFirst(line=line, text=each[name]))
    return found


def unsure_dates(said: Sequence[Said]) -> list[str]:
    """That dates of one column or several could all be read either way, with one of each; nothing where none could."""
    found = list[str]()
    for name in DATES:
        texts = [each[name] for each in said if name in each]
        numbers = [_numbers(text) for text in texts]
        unsure = next((text for text in texts if _could_be_two(text)), "")
        if unsure and not any(max(each) > 12 for each in numbers):
            found.append(_day(unsure))
    several = " and ".join(dict.fromkeys(found))
    return (
        [f"Dates such as {several} are read with the day first, and no row shows that this is right."] if found else []
    )


def doubt(said: Said) -> str:
    """What in a row somebody should look at, in a sentence; '' for nothing."""
    for number in apart(said.get("phone", "")):
        if _NO_ZERO.fullmatch(number.replace(" ", "")):
            return f"Phone {number} seems to have lost its first 0."
    return ""


def serial(text: str) -> str:
    """What is said of a birth date that is a spreadsheet's own number for a day; '' for any other."""
    if not _SERIAL.fullmatch(text):
        return ""
    return f"Date of birth must be a date: {text} is a spreadsheet's number for a day. Format the column as a date."


def _day(text: str) -> str:
    return next(_WRITTEN.finditer(text))[0].strip()


def _numbers(text: str) -> tuple[int, int]:
    found = _WRITTEN.match(text)
    return (int(found[1]), int(found[3])) if found else (0, 0)


def _could_be_two(text: str) -> bool:
    day, month = _numbers(text)
    return 0 < day <= 12 and 0 < month <= 12 and day != month
