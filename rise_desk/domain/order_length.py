"""How long an order lasts at least, by its sort; dates that say less are asked about and never refused."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from rise_desk.domain import moments
from rise_desk.domain.moments import LONDON

if TYPE_CHECKING:
    from rise_desk.domain.order import Order
    from rise_desk.domain.practice import Practice

LEAST: Mapping[str, int] = {
    "sexual_risk_order": 2,
    "sexual_harm_prevention_order": 5,
    "slavery_and_trafficking_risk_order": 2,
    "slavery_and_trafficking_prevention_order": 5,
}
"""In years."""


def told(order_type: str, practice: "Practice") -> str:
    """How long an order of this sort lasts at least, in a sentence; '' where there is no least length."""
    years = LEAST.get(order_type)
    return f"{_name(order_type, practice)} lasts at least {years} years, or until further order." if years else ""


def asked(order: "Order", practice: "Practice") -> str:
    """A question where the days of an order are certainly fewer than that; of an interim one nothing is asked."""
    years = LEAST.get(order.order_type)
    if not years or order.interim or not (order.made_on and order.ends_on):
        return ""
    made = moments.earliest(order.made_on).astimezone(LONDON).date()
    ends = moments.latest(order.ends_on).astimezone(LONDON).date()
    if ends + relativedelta(days=1) >= made + relativedelta(years=years):
        return ""
    days = f"{moments.shown(order.made_on)} to {moments.shown(order.ends_on)}"
    return f"{_name(order.order_type, practice)} lasts at least {years} years; {days} is less. Is it an interim order?"


def _name(order_type: str, practice: "Practice") -> str:
    return f"A {practice.label('order_type', order_type)}"
