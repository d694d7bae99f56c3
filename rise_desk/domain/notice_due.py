"""What is due of a child's notices: the next review, the lapse from twelve weeks before, and the service itself."""

from collections.abc import Iterator
from datetime import date, timedelta

from rise_desk.domain import moments, notice_lapse
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_lapse import Held
from rise_desk.domain.practice import Practice

REVIEW, LAPSE, SERVICE = "notice_review", "notice_lapse", "notice_service"
AHEAD = timedelta(weeks=12)
"""How long before it lapses a notice is announced."""

SERVE_WITHIN = timedelta(days=7)
"""How long a notice that was prepared or issued may wait until its service is recorded."""


def review_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each notice in force: its next review, where that comes before it lapses."""
    for each in notice_lapse.of_child(file):
        on = notice_lapse.next_review(each.notice, each.reviews, practice)
        last = _last_day(each, file)
        if on and (not last or on <= last):
            since = moments.london_day(each.notice.in_force_from)
            yield _line(file, each, practice, rule=REVIEW, what="Review the notice", since=since, by=on, until=last)


def lapse_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each notice in force that lapses on a known day or hour."""
    for each in notice_lapse.of_child(file):
        since, lapse = each.notice.in_force_from, notice_lapse.lapses(each.notice, file.subject)
        if not since or not lapse.at or moments.earliest(lapse.at) <= moments.earliest(since):
            continue
        ahead = (date.fromisoformat(moments.london_day(lapse.at)) - AHEAD).isoformat()
        yield _line(
            file,
            each,
            practice,
            rule=LAPSE,
            what="The notice lapses",
            since=max(ahead, moments.london_day(since)),
            by=lapse.at if moments.has_time(lapse.at) else moments.london_day(lapse.at),
            until=lapse.last_day,
            why=lapse.why,
        )


def service_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each notice whose service is not recorded: it is still prepared, or was issued."""
    for each in notice_lapse.of_child(file):
        made = each.notice
        if made.served_at:
            continue
        since = moments.london_day(made.issued_on or made.recorded_at)
        yield _line(
            file,
            each,
            practice,
            rule=SERVICE,
            what="Record how the notice was served" if made.issued_on else "Finish and serve the notice",
            since=since,
            by=(date.fromisoformat(since) + SERVE_WITHIN).isoformat() if since else since,
            until=_last_day(each, file),
        )


def _last_day(held: Held, file: CaseFile) -> str:
    return notice_lapse.lapses(held.notice, file.subject).last_day


def _line(
    file: CaseFile,
    held: Held,
    practice: Practice,
    *,
    rule: str,
    what: str,
    since: str,
    by: str,
    until: str,
    why: str = "",
) -> Due:
    made = held.notice
    said = (practice.label("notice_law", made.law), _since(made), why)
    return Due(
        rule=rule,
        what=what,
        subject=file.subject.id,
        record=made.id,
        since=since,
        by=by,
        until=until,
        answered_by="notice_review" if rule == REVIEW else "notice",
        why=". ".join(each for each in said if each),
    )


def _since(made: Notice) -> str:
    if made.served_at:
        return f"Served {moments.shown(made.served_at)}"
    return f"Issued {moments.shown(made.issued_on)}" if made.issued_on else ""
