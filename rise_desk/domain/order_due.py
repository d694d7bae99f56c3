"""Orders that end: said twelve weeks ahead, so that a further one can be applied for in time.

A line says which order it is and no more: what a prohibition forbids may name a child.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.order import Order
from rise_desk.domain.practice import Practice

ORDER, PROHIBITION = "order_ends", "prohibition_ends"
RULES = (ORDER, PROHIBITION)
AHEAD = timedelta(weeks=12)
"""How long before an order ends it is said."""


def lines(file: CaseFile | ThingFile, practice: Practice) -> Iterator[Due]:
    """Each order on this file's subject that ends, and each earlier day on which a prohibition of it does."""
    for each in file.of(Order):
        if file.is_about(each.subject) and not (each.withdrawn or each.ended_on):
            yield from _of(each, file, practice)


def called(order: Order, practice: Practice) -> str:
    """What an order is called: 'Interim sexual risk order'."""
    label = practice.label("order_type", order.order_type)
    return f"Interim {label}" if order.interim else f"{label[:1].upper()}{label[1:]}"


def _of(order: Order, file: CaseFile | ThingFile, practice: Practice) -> Iterator[Due]:
    name, end = called(order, practice), _last_day(order.ends_on)
    if end:
        yield _line(ORDER, f"{name} ends", end, order, file)
    days = sorted({_last_day(each.until) for each in order.prohibitions if each.until} - {end})
    for day in days:
        if not end or day < end:
            yield _line(PROHIBITION, f"{name}: a prohibition ends", day, order, file)


def _line(rule: str, what: str, day: str, order: Order, file: CaseFile | ThingFile) -> Due:
    return Due(
        rule=rule,
        what=what,
        subject=file.subject.id,
        record=order.id,
        since=(date.fromisoformat(day) - AHEAD).isoformat(),
        by=day,
        until=day,
        answered_by=Order.KIND,
        why=", ".join(part for part in (order.court, order.reference) if part),
    )


def _last_day(end: Moment) -> str:
    """The first London day it can mean: it is said early rather than late."""
    return moments.london_day(end)
