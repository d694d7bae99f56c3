"""Recent or not: an offence is non-recent that was reported six months or more after its last date (vocabularies)."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from rise_desk.domain import moments
from rise_desk.domain.moments import LONDON, Moment

if TYPE_CHECKING:
    from rise_desk.domain.investigation import Investigation

SIX_MONTHS = relativedelta(months=6)
NOT_TOLD = (
    "Recent or non-recent: not recorded. It follows from the last date of every offence and the day of the report."
)


class Recency(StrEnum):
    """Whether what was reported was recent then; without an end date, or where dates leave it open, that is unknown."""

    RECENT = "recent"
    NON_RECENT = "non-recent"
    NOT_RECORDED = "not recorded"


def of(last: Moment, reported_on: Moment) -> Recency:
    """Whether an offence was recent when it was reported, by its last date."""
    if not last or not reported_on:
        return Recency.NOT_RECORDED
    if _day(moments.earliest(reported_on)) >= _day(moments.latest(last)) + SIX_MONTHS:
        return Recency.NON_RECENT
    if _day(moments.latest(reported_on)) < _day(moments.earliest(last)) + SIX_MONTHS:
        return Recency.RECENT
    return Recency.NOT_RECORDED


def of_investigation(investigation: "Investigation") -> Recency:
    """Of all its offences, by the last of their dates; not recorded where one of them has no end."""
    ends = [each.until for each in investigation.offences]
    if not ends or not all(ends):
        return Recency.NOT_RECORDED
    return of(max(ends, key=moments.latest), investigation.reported_on)


def told(investigation: "Investigation") -> str:
    """That in a sentence, with what it rests on."""
    found = of_investigation(investigation)
    if found is Recency.NOT_RECORDED:
        return NOT_TOLD
    apart = "six months or more" if found is Recency.NON_RECENT else "less than six months"
    return f"{found.capitalize()}: reported {apart} after the last date of the offence."


def _day(instant: datetime) -> datetime:
    """The London day of an instant, at its beginning: whole days are compared."""
    return instant.astimezone(LONDON).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
