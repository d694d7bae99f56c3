"""Links, notices, orders, investigations, disruption, information and open questions on paper, every field of each."""

from collections.abc import Callable, Mapping
from typing import Any

from rise_desk.domain import moments, plain_facts, protecting_told
from rise_desk.domain.breach import Breach
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.link import Link
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.order import Order
from rise_desk.domain.record import NO_ID, Record
from rise_desk.reports.blocks import Entry
from rise_desk.reports.reading import Reading, recorded, tags
from rise_desk.reports.words import facts, joined, listed

BODY: Mapping[type[Record], tuple[str, ...]] = {
    Link: ("note",),
    Notice: ("grounds",),
    NoticeReview: ("why",),
    Breach: ("what", "evidence", "outcome"),
    Order: ("note",),
    Investigation: ("note", "outcome_why"),
    DisruptionAction: ("what", "outcome"),
    InformationReport: ("what", "feedback"),
    Grading: ("sanitised",),
    OpenQuestion: ("question", "answer"),
}
"""The fields that are the text of an entry; the others stand under it with their labels."""


POINTERS = ("notice", "report", "said_in", "episode")
"""Fields that lead to another record, which says nothing where that has no name on the paper."""


def _nameless(record: Record, reading: Reading) -> frozenset[str]:
    return frozenset(name for name in POINTERS if getattr(record, name, NO_ID) not in reading.names)


def told(record: Record, corrected: bool, reading: Reading) -> Entry:
    """A record of one of these kinds as an entry."""
    body = BODY[type(record)]
    left_out = frozenset(body) | protecting_told.IN_TITLE.get(type(record), frozenset()) | _nameless(record, reading)
    said = plain_facts.facts(record, reading.practice, reading.name, left_out)
    return Entry(
        when=moments.shown_short(record.happened(), reading.now),
        kind=protecting_told.titled(record, reading.practice),
        by=joined(record.recorded_by, protecting_told.UNDATED if protecting_told.undated(record) else ""),
        tags=tags(record, corrected, reading.practice),
        text=listed(str(getattr(record, name)) for name in body),
        facts=facts(*said, ("Recorded", recorded(record))),
    )


ENTRIES: Mapping[type[Record], Callable[[Any, bool, Reading], Entry]] = dict.fromkeys(BODY, told)
"""How each of these kinds reads on paper."""
