"""The list of everybody's information reports as it leaves the desk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rise_desk.domain.information import InformationReport
from rise_desk.domain.reporting import Wanted, days_waiting
from rise_desk.errors import Unavailable
from rise_desk.services import information_log
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.listing import Listing, Progress, Value, go_on, when
from rise_desk.services.exchange.lists import STOPPED
from rise_desk.services.information import Listed

AT_ONCE = 500
TITLE = "Information reports"
NOT_SENT, TAKEN_BACK, TODAY = "not sent", "withdrawn", "today"


def waiting(report: InformationReport, now: datetime) -> str:
    """For how long a report waits to be sent, or for feedback: '12 days', 'today'; '' where it waits for nothing."""
    days = days_waiting(report, now)
    if not days:
        return "" if days is None else TODAY
    return "1 day" if days == 1 else f"{days} days"


def _sent(each: Listed, _now: datetime) -> Value:
    if each.report.withdrawn:
        return TAKEN_BACK
    return when(each.report.sent_at) or NOT_SENT


HEADINGS: Mapping[str, tuple[str, Callable[[Listed, datetime], Value]]] = {
    "about": ("About", lambda each, _now: "; ".join(each.about)),
    "sent": ("Sent", _sent),
    "waiting": ("Waiting", lambda each, now: waiting(each.report, now)),
    "recorded_by": ("Recorded by", lambda each, _now: each.report.recorded_by),
    "recorded": ("Recorded", lambda each, _now: when(each.report.recorded_at)),
    "police_ref": ("Reference", lambda each, _now: each.report.police_ref),
    "feedback": ("What came of it", lambda each, _now: each.report.feedback),
    "graded": ("Graded", lambda each, _now: "yes" if each.graded else ""),
}
"""What each column of the list on the screen is in a file; whether a report is graded is told to holders alone."""


def headings(columns: Sequence[str]) -> tuple[str, ...]:
    """What these columns are called in a file."""
    return tuple(HEADINGS[each][0] for each in columns)


def listed(desk: Desk, wanted: Wanted, columns: Sequence[str], *, filters: str = "", told: Progress = go_on) -> Listing:
    """All of what is asked for, with these columns; `Unavailable` where `told` stopped it."""
    shown, now = [HEADINGS[each][1] for each in columns], desk.now()
    reports = _reports(desk, wanted, information_log.how_many(desk, wanted), told)
    return Listing(
        title=TITLE,
        kind=TITLE.lower(),
        columns=headings(columns),
        rows=tuple(tuple(value(each, now) for value in shown) for each in reports),
        of=information_log.how_many(desk, Wanted()),
        filters=filters,
    )


def _reports(desk: Desk, wanted: Wanted, of: int, told: Progress) -> Iterator[Listed]:
    asked, read = replace(wanted, limit=AT_ONCE), 0
    while page := information_log.page(desk, asked):
        yield from page
        read += len(page)
        if not told(read, of):
            raise Unavailable(STOPPED)
        if len(page) < asked.limit:
            return
        asked = asked.following(page[-1].report)
