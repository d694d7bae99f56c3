"""An order: what a court or the police forbid somebody, until when, and for whose protection."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain.life import Spell
from rise_desk.domain.moments import Moment
from rise_desk.domain.problems import ends_before
from rise_desk.domain.record import NO_ID, Id, Part, Record, attribute

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice


CLOSURE = "closure"
"""The order that binds a place."""


@dataclass(frozen=True, kw_only=True)
class Prohibition(Spell):
    """One thing an order forbids or demands, with its own dates."""

    LABEL: ClassVar[str] = "Prohibition"
    text: str = attribute("What is forbidden or demanded", required=True)


@dataclass(frozen=True, kw_only=True)
class Protected(Part):
    """A child who is protected by it."""

    LABEL: ClassVar[str] = "Child protected"
    child: Id = attribute("Child", default=NO_ID, required=True)


@dataclass(frozen=True, kw_only=True)
class Order(Record):
    """One order about one person or one place (a closure), with its prohibitions."""

    KIND: ClassVar[str] = "order"
    TITLE: ClassVar[str] = "Order"
    CALLED: ClassVar[str] = "Order"
    LIVING: ClassVar[bool] = True

    subject: Id = attribute("Whom or what it is about", default=NO_ID, required=True)
    order_type: str = attribute("Order", vocabulary="order_type", required=True)
    applied_on: Moment = attribute("Applied for on", default=Moment(""), past=True)
    made_on: Moment = attribute("Made on", default=Moment(""), past=True)
    interim: bool | None = attribute("Interim", default=None)
    court: str = attribute("Court, or who made it")
    reference: str = attribute("Reference")
    ends_on: Moment = attribute("Ends on", default=Moment(""))
    until_further: bool | None = attribute("Until further order", default=None)
    prohibitions: tuple[Prohibition, ...] = attribute("Prohibitions", default=())
    protects: tuple[Protected, ...] = attribute("Children protected", default=())
    ended_on: Moment = attribute("Ended early on", default=Moment(""), past=True)
    ended_because: str = attribute("Why it ended early")
    note: str = attribute("Note", long=True)

    def involved(self) -> tuple[tuple[Id, str], ...]:
        """Whom it binds, and the children it protects."""
        return ((self.subject, "bound"), *((each.child, "protected") for each in self.protects))

    def happened(self) -> Moment:
        """When it was made, or applied for; else when it was recorded."""
        return self.made_on or self.applied_on or self.recorded_at

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """What a search finds it by."""
        return (
            ("court and reference", f"{self.court} {self.reference}"),
            *(("prohibition", each.text) for each in self.prohibitions),
            ("note", f"{self.note} {self.ended_because}"),
        )

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """An order can't end before it was made, and nobody is protected from themselves."""
        found = super().problems(practice, now)
        who = [each.child for each in self.protects]
        if ends_before(self.made_on, self.ends_on):
            found["ends_on"] = "The end must be on or after the day it was made."
        elif self.ends_on and self.until_further:
            found["until_further"] = "An order until further order has no end date. Leave one of them empty."
        if len(set(who)) < len(who) or self.subject in who:
            found["protects"] = "Name each child once, and not whoever the order is about."
        return found
