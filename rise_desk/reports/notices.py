"""The notices of a file in its case summary: how each stands, until when, and how often it was gone against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rise_desk.domain import moments
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_lapse import Lapse
from rise_desk.domain.notice_review import WITHDRAWN
from rise_desk.domain.practice import Practice
from rise_desk.reports.blocks import Block, Heading, Table
from rise_desk.reports.words import joined

TITLE, LAPSED = "Child abduction notices", "lapsed"
COLUMNS = ("Other party", "Notice", "Now", "Next review", "Breaches")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One notice that counts, as it stands: who the other party is, in which state, until when."""

    notice: Notice
    other: str
    state: str
    lapse: Lapse
    next_review: Moment = Moment("")
    breaches: tuple[Breach, ...] = ()


def notices(held: Sequence[Standing], practice: Practice) -> Iterator[Block]:
    """A line for each notice, the oldest first; nothing where there is none."""
    if held:
        yield Heading(text=TITLE, aside="a notice is a warning, not an order")
        yield Table(columns=COLUMNS, rows=tuple(_row(each, practice) for each in held))


def _row(held: Standing, practice: Practice) -> tuple[str, ...]:
    made = held.notice
    issued = f"issued {moments.shown(made.issued_on)}" if made.issued_on else ""
    served = f"served {moments.shown(made.served_at)}" if made.served_at else ""
    last = f"last {moments.shown(held.breaches[-1].happened_at)}" if held.breaches else ""
    return (
        held.other,
        joined(practice.label("notice_law", made.law), issued, served),
        _stands(held),
        moments.shown(held.next_review),
        joined(str(len(held.breaches)), last),
    )


def _stands(held: Standing) -> str:
    """'in force, until 12 March 2027', 'lapsed 3 October 2011', 'withdrawn'."""
    lapse = held.lapse
    if held.state == WITHDRAWN:
        return held.state
    if held.state == LAPSED:
        return f"{LAPSED} {moments.shown(lapse.at)}"
    return joined(held.state, f"until {moments.shown(lapse.at)}" if lapse.at else "lapse not known")
