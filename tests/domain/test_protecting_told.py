"""What orders, investigations and disruption actions are called in a line."""

import pytest

from rise_desk.domain import protecting_told
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.investigation import AllegedOffence, Investigation
from rise_desk.domain.order import Order
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Record

TWICE = (AllegedOffence(offence="soa_s9"), AllegedOffence(offence="soa_s9"), AllegedOffence(offence="blackmail"))


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (
            DisruptionAction(tactic="hotel_watch", status="under_way"),
            "Disruption: hotel or business visited, under way",
        ),
        (Order(order_type="closure"), "Closure"),
        (Order(order_type="sexual_risk_order", interim=True), "Interim sexual risk order"),
        (Investigation(offences=TWICE), "Investigation: s9 child under 16; Blackmail, no outcome yet"),
        (Investigation(outcome="charged"), "Investigation, charged"),
        (ContactNote(), "Contact note"),
    ],
)
def test_each_is_called_by_what_matters(practice: Practice, record: Record, told: str) -> None:
    assert protecting_told.titled(record, practice) == told
