"""That somebody is missing now, in the few words that lists have room for."""

from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment

MISSING = "Missing now"


def missing_now(since: str, now: datetime) -> str:
    """'Missing now since 08:22'; from the day before on 'Missing now since 19 Nov', with the year in another."""
    at = Moment(since)
    day = moments.london_day(at)
    if moments.has_time(at) and day == moments.london_day(moments.stamp(now)):
        return f"{MISSING} since {moments.shown_short(at).split(' ', 3)[3]}"
    return f"{MISSING} since {moments.shown_short(Moment(day), now).partition(' ')[2]}"
