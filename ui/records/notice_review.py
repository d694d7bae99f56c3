"""A review of a notice on the screen: what was decided and why, and until when it stands."""

from collections.abc import Iterator
from dataclasses import replace

from rise_desk.domain import moments
from rise_desk.domain.notice_review import WITHDRAWN, NoticeReview
from rise_desk.domain.record import Record
from rise_desk.services.overview import ChronologyEntry
from ui.records import plainly
from ui.records.shown import Reading
from ui.widgets.timeline import Entry

STANDS, OVER = "Notice reviewed: it stands", "Notice withdrawn"


def title(made: Record, reading: Reading) -> str:
    """What was decided, and of which notice: 'Notice reviewed: it stands, Darren Pike'."""
    assert isinstance(made, NoticeReview)
    other = reading.name(made.child if reading.subject == made.adult else made.adult)
    return f"{OVER if made.decision == WITHDRAWN else STANDS}, {other}"


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology."""
    assert _PLAIN.entry is not None
    made = found.told
    assert isinstance(made, NoticeReview)
    return replace(_PLAIN.entry(found, reading), text="\n".join(_told(made)))


def _told(made: NoticeReview) -> Iterator[str]:
    """Why, and when it is looked at again."""
    if made.why.strip():
        yield made.why
    if made.review_on:
        yield f"Next review {moments.shown(made.review_on)}"


_PLAIN = plainly.shown(NoticeReview, ("why",), title, heads="Why", left_out=("notice",))
SHOWN = replace(_PLAIN, entry=entry)
