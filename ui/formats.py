"""How times, names and counts are written on the screen: one place, so that they read alike everywhere."""

from datetime import date, datetime

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment

NOT_RECORDED = "Not recorded"


def when(moment: Moment) -> str:
    """A moment as a list shows it, with the time only where it is known; '' where nothing is recorded."""
    return moments.shown_short(moment) if moment else ""


def when_full(moment: Moment) -> str:
    """A moment as a page shows it; 'Not recorded' where it is not."""
    return moments.shown(moment) if moment else NOT_RECORDED


def when_spoken(moment: Moment) -> str:
    """A moment with its weekday, as it is echoed beside what was typed."""
    return moments.shown_long(moment) if moment else ""


def day(on: date) -> str:
    """A day with its weekday: 'Saturday 21 November 2026'."""
    return f"{on:%A} {on.day} {on:%B %Y}"


def age(born: Moment, now: datetime) -> str:
    """How old somebody is, in words; '' where the birthday is not recorded."""
    return moments.age_words(born, now) if born else ""


def name_and_age(name: str, born: Moment, now: datetime) -> str:
    """'Maisie Okafor, 13', or the name alone."""
    return ", ".join(part for part in (name, age(born, now)) if part)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: '1 entry', '1,204 entries'; `many` where adding an s is not enough."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def count_of(shown: int, all_: int) -> str:
    """'12 of 87' while a list is narrowed, '87' when it is not."""
    return f"{shown:,}" if shown == all_ else f"{shown:,} of {all_:,}"


def yes_no(answer: bool | None) -> str:
    """Yes, No or 'Not recorded'."""
    return NOT_RECORDED if answer is None else "Yes" if answer else "No"


def joined(*parts: str) -> str:
    """The parts that say something, with a middle dot between."""
    return " · ".join(part for part in parts if part)
