"""Which backups are worth keeping, and taking the others away."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from rise_desk.storage.backup import BEFORE, Copy, found, take_away

DAYS, WEEKS, MONTHS = 14, 10, 12
SPANS: tuple[tuple[Callable[[date], object], int], ...] = (
    (lambda day: day, DAYS),
    (lambda day: day.isocalendar()[:2], WEEKS),
    (lambda day: (day.year, day.month), MONTHS),
)
BEFORE_LASTS = timedelta(days=30)
"""How long what a restore replaced is kept in any case."""


def kept(copies: Iterable[Copy]) -> set[Copy]:
    """Those worth keeping: the newest of each of the last 14 days, 10 weeks and 12 months that have any."""
    newest = sorted(copies, reverse=True)
    worth: set[Copy] = set()
    for span, most in SPANS:
        first: dict[object, Copy] = {}
        for each in newest:
            first.setdefault(span(each.day), each)
        worth |= set(list(first.values())[:most])
    return worth


def prune(folder: Path, now: datetime, just_made: Copy) -> list[Copy]:
    """Take away the backups that are not worth keeping any more; those that went.

    The one just made stays, whatever the names of others say of the time.
    """
    copies = found(folder)
    worth = kept(copies)
    gone = [each for each in copies if each not in worth and each.path.name != just_made.path.name]
    gone += [each for each in found(folder, BEFORE) if now - each.at > BEFORE_LASTS]
    for each in gone:
        take_away(each)
    return gone
