"""Folding: return interviews that are long overdue are one line a child, so that imported history floods nobody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rise_desk.domain import moments
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment

AFTER = timedelta(days=28)
"""So late, in elapsed time, a return interview has a line of its own no longer."""

WHAT = "Return interviews over 28 days late"
MINUTE = timedelta(minutes=1)


def limit(now: datetime) -> Moment:
    """The first minute, in UTC, by which an interview may be due and not be folded at this reader's now."""
    last = now.astimezone(UTC) - AFTER
    whole = last.replace(second=0, microsecond=0)
    return moments.minute(whole if whole == last else whole + MINUTE)


def one(first: Due, many: int) -> Due:
    """One child's line for so many of them, of which this is the earliest; a single one stays as it is."""
    if many == 1:
        return first
    since = moments.shown(Moment(moments.london_day(Moment(first.since))))
    return replace(
        first, what=WHAT, why=f"{many} return interviews owed, for returns since {since}", state="", owner=""
    )
