"""What orders, investigations and disruption actions are called in a line."""

from typing import Any

import pytest

from rise_desk.domain import protecting_told
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.investigation import AllegedOffence, Investigation
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
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
        (Link(link_type="groomed"), "Link, as alleged"),
        (Link(link_type="friend"), "Link"),
        (ContactNote(), "Contact note"),
    ],
)
def test_each_is_called_by_what_matters(practice: Practice, record: Record, told: str) -> None:
    assert protecting_told.titled(record, practice) == told


RECORDED: dict[str, Any] = {"recorded_at": Moment("2026-11-20T10:00:00.000+00:00")}


@pytest.mark.parametrize(
    ("record", "undated"),
    [
        (Link(**RECORDED), True),
        (Link(since=Moment("2026-11"), **RECORDED), False),
        (DisruptionAction(status="done", **RECORDED), True),
        (DisruptionAction(status="done", done_on=Moment("2026-11-20"), **RECORDED), False),
        (DisruptionAction(status="planned", **RECORDED), False),
        (Order(**RECORDED), True),
        (Investigation(**RECORDED), True),
        (Investigation(reported_on=Moment("2026-11-20"), **RECORDED), False),
        (OpenQuestion(**RECORDED), False),
    ],
)
def test_what_stands_by_when_it_was_written_down_says_so(record: Record, *, undated: bool) -> None:
    assert protecting_told.undated(record) is undated
