"""A review of a notice on the screen: what was decided, and until when it stands."""

from rise_desk.domain.notice_review import WITHDRAWN, NoticeReview
from rise_desk.domain.record import Record
from ui.records import plainly
from ui.records.shown import Reading

STANDS, OVER = "Notice reviewed: it stands", "Notice withdrawn"


def title(made: Record, reading: Reading) -> str:
    """What was decided, and of which notice: 'Notice reviewed: it stands, Darren Pike'."""
    assert isinstance(made, NoticeReview)
    other = reading.name(made.child if reading.subject == made.adult else made.adult)
    return f"{OVER if made.decision == WITHDRAWN else STANDS}, {other}"


SHOWN = plainly.shown(NoticeReview, ("why",), title, heads="Why")
