"""What is due, as a list that can leave the desk: the lines of Today, narrowed as they are there."""

from rise_desk.domain.access import State
from rise_desk.domain.moments import Moment
from rise_desk.domain.names import fold
from rise_desk.services import today
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.listing import Listing, Row, when
from rise_desk.services.today import Waiting

COLUMNS = ("Name", "What is due", "Key worker", "Due", "Days overdue", "Why")


def due(desk: Desk, whose: str | None = None, *, text: str = "", filters: str = "") -> Listing:
    """What is overdue or due in the next four weeks, as Today has it for the team or for one worker."""
    every = today.waiting(desk, whose)
    rows = tuple(_row(each) for each in every if holds(each, text))
    state = State.MINE if whose == desk.who.name else State.TEAM
    return Listing(
        title="What is due", kind="what is due", columns=COLUMNS, rows=rows, of=len(every), filters=filters, state=state
    )


def holds(line: Waiting, text: str) -> bool:
    """Whether every word of the text, or its beginning, stands in who it is, what is due, or the key worker's name."""
    words = fold(f"{line.name} {line.due.what} {line.key_worker}")
    return all(part in words for part in fold(text).split())


def _row(line: Waiting) -> Row:
    by = when(Moment(line.due.by))
    return line.name, line.due.what, line.key_worker, by, line.days_overdue, line.due.why
