"""The least length of an order is told and asked about, and never refused."""

from typing import Any

import pytest

from rise_desk.domain import order_length
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order
from rise_desk.domain.practice import Practice


@pytest.mark.parametrize(
    ("order_type", "years"),
    [
        ("sexual_risk_order", 2),
        ("sexual_harm_prevention_order", 5),
        ("slavery_and_trafficking_risk_order", 2),
        ("slavery_and_trafficking_prevention_order", 5),
    ],
)
def test_the_least_length_is_told(practice: Practice, order_type: str, years: int) -> None:
    name = practice.label("order_type", order_type)
    told = f"A {name} lasts at least {years} years, or until further order."
    assert order_length.told(order_type, practice) == told


def test_an_order_without_a_least_length_says_nothing(practice: Practice) -> None:
    assert order_length.told("closure", practice) == ""


def asked(practice: Practice, ends_on: str, **values: Any) -> str:
    """What is asked about a sexual risk order of 1 February 2025 with this end."""
    order = Order(order_type="sexual_risk_order", made_on=Moment("2025-02-01"), ends_on=Moment(ends_on))
    return order_length.asked(order.changed(**values), practice)


@pytest.mark.parametrize("ends_on", ["2027-01-31", "2027-02-01", "2027-01", "2027", "2030-01-01", ""])
def test_two_years_are_enough(practice: Practice, ends_on: str) -> None:
    assert asked(practice, ends_on) == ""


def test_a_day_less_is_asked_about(practice: Practice) -> None:
    days = "1 February 2025 to 30 January 2027"
    said = f"A sexual risk order lasts at least 2 years; {days} is less. Is it an interim order?"
    assert asked(practice, "2027-01-30") == said


@pytest.mark.parametrize("values", [{"interim": True}, {"made_on": Moment("")}, {"order_type": "bail_conditions"}])
def test_of_an_interim_one_of_others_and_without_a_beginning_nothing_is_asked(
    practice: Practice, values: dict[str, Any]
) -> None:
    assert asked(practice, "2025-03-01", **values) == ""
