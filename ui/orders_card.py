"""The orders and investigations in a file: what binds whom and until when, what is alleged and what came of it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments, offence, order_due, recency
from rise_desk.domain.order import Order
from rise_desk.domain.recency import Recency
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services.disruption import Bound, Inquiry, Plan
from ui import formats
from ui.desk import ScreenDesk
from ui.plan_list import ask_window, clear, fill, names
from ui.records.investigation_fields import NEVER_LOWERS
from ui.records.words import capitalised
from ui.told_row import Told, ToldRow
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

NO_ORDERS, NO_INVESTIGATIONS = "No order is recorded.", "No investigation is recorded."
ENDED = frozenset({"charged", "convicted"})
"""Outcomes after which nobody could think that nothing happened."""


class OrdersCard(Card):
    """Every order, the newest first, with its prohibitions."""

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__("Orders", parent=parent)
        self.desk, self.subject = desk, subject
        self.add_button = Button("Add an order…", icon="add")
        self.add_button.clicked.connect(lambda: self.open(NO_ID))
        self.add_verb(self.add_button)

    def show_plan(self, plan: Plan) -> None:
        """Show the orders of a file."""
        self.subject = plan.subject
        clear(self)
        runs = sum(each.runs for each in plan.orders)
        self.entitle("Orders", f"{runs} in force" if runs else "")
        if not plan.orders:
            self.add(label(NO_ORDERS, tone="soft"))
        fill(self, self.add_button, [self._row(each) for each in plan.orders])

    def open(self, order: Id) -> None:
        """Open the form of an order; of a new one where none is named."""
        ask_window(self, "order", self.subject, order)

    def _row(self, each: Bound) -> ToldRow:
        name = order_due.called(each.order, self.desk.practice)
        state = state_of(each)
        return ToldRow(
            name,
            f"Open the order: {name}, {state.lower()}, binds {_bound(each)}",
            lambda: self.open(each.order.id),
            badge=(state, Tone.INFO if each.runs else Tone.CLOSED),
            lines=tuple(_order_lines(each)),
        )


class InvestigationsCard(Card):
    """Every investigation, the newest first, with what came of it."""

    def __init__(self, desk: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__("Investigations", parent=parent)
        self.desk, self.subject = desk, subject
        self.add_button = Button("Add an investigation…", icon="add")
        self.add_button.clicked.connect(lambda: self.open(NO_ID))
        self.add_verb(self.add_button)

    def show_plan(self, plan: Plan) -> None:
        """Show the investigations of a file."""
        self.subject = plan.subject
        clear(self)
        if not plan.investigations:
            self.add(label(NO_INVESTIGATIONS, tone="soft"))
        fill(self, self.add_button, [self._row(each) for each in plan.investigations])

    def open(self, investigation: Id) -> None:
        """Open the form of an investigation; of a new one where none is named."""
        ask_window(self, "investigation", self.subject, investigation)

    def _row(self, each: Inquiry) -> ToldRow:
        made, practice = each.investigation, self.desk.practice
        offences = dict.fromkeys(offence.called(one.offence, practice) for one in made.offences)
        title = "; ".join(offences) or "Investigation"
        outcome = capitalised(practice.label("investigation_outcome", made.outcome)) or "No outcome yet"
        return ToldRow(
            title,
            f"Open the investigation: {title}, {outcome.lower()}",
            lambda: self.open(made.id),
            badge=(outcome, Tone.INFO),
            lines=tuple(self._lines(each)),
        )

    def _lines(self, each: Inquiry) -> Iterator[Told]:
        made, practice = each.investigation, self.desk.practice
        suspects = f"alleged against {names(each.suspects)}" if each.suspects else "nobody is named as alleged"
        yield formats.joined(f"Harmed: {names(each.children)}", suspects), "soft"
        found = recency.of_investigation(made)
        told = "" if found is Recency.NOT_RECORDED else str(found)
        reported = f"reported {moments.shown(made.reported_on)}" if made.reported_on else "report not recorded"
        setting = practice.label("exploitation_setting", made.setting)
        yield formats.joined(reported, told, made.crime_ref, made.officer, setting), "soft"
        happened = each.place.name if each.place else made.happened_where
        yield (
            formats.joined(
                f"recorded at {made.recorded_place}" if made.recorded_place else "",
                f"happened at {happened}" if happened else "",
            ),
            "soft",
        )
        if made.outcome:
            yield f"Outcome on {moments.shown(made.outcome_on)}" if made.outcome_on else "", "soft"
            yield " ".join(made.outcome_why.split()), "ink"
            yield "" if made.outcome in ENDED else NEVER_LOWERS, "soft"


def state_of(each: Bound) -> str:
    """How an order stands: in force, applied for, ended."""
    if not each.runs:
        return "Ended"
    if not each.order.made_on:
        return "Applied for" if each.order.applied_on else "Not made yet"
    return "In force"


def _bound(each: Bound) -> str:
    return each.subject.name if each.subject else "nobody whom you may read of"


def _order_lines(each: Bound) -> Iterator[Told]:
    protects = f"protects {names(each.children)}" if each.children else ""
    yield formats.joined(f"Binds {_bound(each)}", protects), "soft"
    yield formats.joined(*days(each.order), each.order.court, each.order.reference), "soft"
    for one in each.order.prohibitions:
        since = f"from {moments.shown(one.since)}" if one.since else ""
        until = f"until {moments.shown(one.until)}" if one.until else ""
        yield formats.joined(f"– {' '.join(one.text.split())}", since, until), "ink"
    yield " ".join(each.order.note.split()), "ink"


def days(order: Order) -> Iterator[str]:
    """When it was made or applied for, and when it ends or ended."""
    yield f"made {moments.shown(order.made_on)}" if order.made_on else ""
    yield f"applied for {moments.shown(order.applied_on)}" if order.applied_on and not order.made_on else ""
    yield f"ends {moments.shown(order.ends_on)}" if order.ends_on else ""
    yield "until further order" if order.until_further else ""
    why = f": {order.ended_because}" if order.ended_because else ""
    yield f"ended early {moments.shown(order.ended_on)}{why}" if order.ended_on else ""
