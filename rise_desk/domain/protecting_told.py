"""What orders, investigations and disruption actions are called in a line, wherever they stand among other entries."""

from typing import TYPE_CHECKING

from rise_desk.domain import offence, order_due
from rise_desk.domain.disruption import DONE, DisruptionAction
from rise_desk.domain.investigation import Investigation
from rise_desk.domain.link import Link
from rise_desk.domain.order import Order

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice
    from rise_desk.domain.record import Record

IN_TITLE = {
    DisruptionAction: frozenset({"tactic", "status"}),
    Order: frozenset({"order_type", "interim"}),
    Investigation: frozenset({"outcome"}),
}
"""The fields that the line says already."""


UNDATED = "its own day is not recorded"
_EVENTS = (Link, DisruptionAction, Order, Investigation)


def undated(record: "Record") -> bool:
    """Whether a record of something that was, or was done, stands in a chronology only by when it was written down."""
    planned = isinstance(record, DisruptionAction) and record.status != DONE
    return isinstance(record, _EVENTS) and not planned and record.happened() == record.recorded_at


def titled(record: "Record", practice: "Practice") -> str:
    """'Disruption: search warrant, done', 'Interim sexual risk order', 'Investigation: s9 child under 16, charged'."""
    if isinstance(record, Link):
        return f"{record.TITLE}, as alleged" if record.harms else record.TITLE
    if isinstance(record, DisruptionAction):
        tactic = practice.label("tactic", record.tactic).partition(" (")[0]
        return f"Disruption: {tactic}, {practice.label('disruption_status', record.status)}"
    if isinstance(record, Order):
        return order_due.called(record, practice)
    if isinstance(record, Investigation):
        alleged = "; ".join(dict.fromkeys(offence.called(each.offence, practice) for each in record.offences))
        outcome = practice.label("investigation_outcome", record.outcome) or "no outcome yet"
        return f"Investigation: {alleged}, {outcome}" if alleged else f"Investigation, {outcome}"
    return record.TITLE
