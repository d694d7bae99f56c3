"""The course of a case: when it was last opened, and whether it had been closed before."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rise_desk.domain import moments
from rise_desk.domain.person import Person
from rise_desk.domain.record import EPOCH_MS, Id

OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """The London day on which a case was opened, and whether that was a reopening."""

    day: str
    again: bool


def opening(person: Person) -> Opening | None:
    """How the case that is open now came to be open; None where no case is.

    A spell without a date counts as of the day of the one before it; where no spell has a date, the file's own counts.
    """
    if person.case_state() != OPEN:
        return None
    found, before, closed = Opening(day="", again=False), "", False
    for day, state in _dated(person):
        if state == OPEN and before != OPEN:
            found = Opening(day=day, again=closed)
        closed = closed or state == CLOSED
        before = state
    return Opening(day=found.day or made_on(person.id), again=found.again)


def _dated(person: Person) -> list[tuple[str, str]]:
    """The states with their days, in the order in which they held."""
    day, spells = "", []
    for each in person.case_spells:
        day = moments.london_day(each.since) or day
        spells.append((day, each.state))
    return sorted(spells, key=lambda spell: spell[0])


def made_on(record: Id) -> str:
    """The London day on which a record's number was made."""
    made = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=(record >> 22) + EPOCH_MS)
    return moments.london_day(moments.stamp(made))
