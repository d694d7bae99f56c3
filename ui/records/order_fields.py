"""What the form of an order asks: which one, about whom, from when to when, what it forbids, whom it protects."""

from rise_desk.domain.order import Order, Prohibition
from ui.desk import ScreenDesk
from ui.records.protecting_fields import people, subject
from ui.records.question import ask
from ui.records.words import telling
from ui.widgets.fields import Kind, Section

PROHIBITION = (
    ask(Prohibition, "text", Kind.LONG, rows=3),
    ask(Prohibition, "since"),
    ask(Prohibition, "until", hint="Where it ends before the order does"),
)


def sections(screen: ScreenDesk) -> tuple[Section, ...]:
    """What the form asks."""
    return (
        Section(
            "Which order, and about whom",
            (
                ask(Order, "order_type", whole=True),
                subject(screen, Order, "subject", "Whoever is bound by it; for a closure, the place"),
                people(screen, Order, "protects", "child", children=True),
            ),
        ),
        Section(
            "Since when, and until when",
            (
                ask(Order, "applied_on"),
                ask(Order, "made_on"),
                ask(Order, "interim"),
                ask(Order, "until_further"),
                ask(Order, "ends_on", hint="Said twelve weeks ahead on Today. +2y is in two years"),
                ask(Order, "court"),
                ask(Order, "reference"),
            ),
        ),
        Section(
            "What it forbids or demands",
            (ask(Order, "prohibitions", fields=PROHIBITION, describe=telling(PROHIBITION)),),
        ),
        Section(
            "Afterwards",
            (
                ask(Order, "ended_on", hint="Only where it ended before its day"),
                ask(Order, "ended_because"),
                ask(Order, "note", rows=3),
            ),
        ),
    )
