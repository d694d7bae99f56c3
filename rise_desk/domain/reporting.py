"""Reporting: how an information report stands (not sent, feedback awaited, answered), and which a list is of."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from rise_desk.domain import moments
from rise_desk.domain.information import InformationReport
from rise_desk.domain.record import NO_ID, Id

UNSENT, AWAITED, ANSWERED, WITHDRAWN = "unsent", "awaited", "answered", "withdrawn"
SENT = "sent"
"""A list of these holds what awaits feedback and what was answered."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which reports somebody wants to see: how they stand, recorded by whom, holding what; after which of them.

    They come in the order in which they were recorded, the newest first unless `oldest_first`.
    """

    state: str = ""
    recorded_by: str = ""
    text: str = ""
    oldest_first: bool = False
    after: Id = NO_ID
    limit: int = 50

    def following(self, last: InformationReport) -> "Wanted":
        """The same list from there on: the page after the one that ends with this report."""
        return replace(self, after=last.id)


def state_of(report: InformationReport) -> str:
    """How a report stands."""
    if report.withdrawn:
        return WITHDRAWN
    if not report.sent_at:
        return UNSENT
    return ANSWERED if report.feedback.strip() or report.feedback_on else AWAITED


def days_waiting(report: InformationReport, now: datetime) -> int | None:
    """For how many London days a report waits to be sent, or for feedback once it was; None where it waits for nothing.

    It waits to be sent from the day it was recorded.
    """
    since = {UNSENT: report.recorded_at, AWAITED: report.sent_at}.get(state_of(report))
    if not since:
        return None
    today, day = (moments.london_day(each) for each in (moments.stamp(now), since))
    return max((date.fromisoformat(today) - date.fromisoformat(day)).days, 0)
