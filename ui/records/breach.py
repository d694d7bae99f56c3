"""A breach of a notice on the screen: who went against it, where, and what came of it."""

from rise_desk.domain.breach import Breach
from rise_desk.domain.record import Record
from ui.records import plainly
from ui.records.shown import Reading


def title(made: Record, reading: Reading) -> str:
    """Whose notice it was and where: 'Breach of a notice, Darren Pike, at Kebab Corner'."""
    assert isinstance(made, Breach)
    other = reading.name(made.child if reading.subject == made.adult else made.adult)
    place = f", {made.place}" if made.place else ""
    return f"{made.TITLE}, {other}{place}"


SHOWN = plainly.shown(
    Breach, ("what", "evidence", "outcome"), title, heads="What happened", left_out=("notice", "episode")
)
