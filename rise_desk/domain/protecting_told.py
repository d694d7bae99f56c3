"""What orders, investigations and disruption actions are called in a line, wherever they stand among other entries."""

from typing import TYPE_CHECKING

from rise_desk.domain import offence, order_due
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.investigation import Investigation
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


def titled(record: "Record", practice: "Practice") -> str:
    """'Disruption: search warrant, done', 'Interim sexual risk order', 'Investigation: s9 child under 16, charged'."""
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
