"""A handle: a phone number or a name online by which somebody is reached, whoever it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain import identifiers
from rise_desk.domain.record import attribute
from rise_desk.domain.thing import Thing

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice

PHONE, ONLINE = "phone", "handle"


@dataclass(frozen=True, kw_only=True)
class Handle(Thing):
    """One phone or one name online; who uses it is told by links."""

    KIND: ClassVar[str] = "handle"
    TITLE: ClassVar[str] = "Phone or name online"
    CALLED: ClassVar[str] = "Phone or name online"

    handle_sort: str = attribute("Phone or name online", default=PHONE, vocabulary="handle_sort", required=True)
    value: str = attribute("Number or name", required=True)
    service: str = attribute("Online service or network")

    @property
    def name(self) -> str:
        """The number or name as it was written."""
        return self.value.strip() or "Number not known"

    @property
    def sort(self) -> str:
        """Whether it is a phone or a name online."""
        return self.handle_sort

    @property
    def detail(self) -> str:
        """The service or network it is on."""
        return self.service.strip()

    def called(self) -> tuple[str, ...]:
        """As it was written, in the form by which it is found again, and its service."""
        digits = identifiers.phone(self.value) if self.handle_sort == PHONE else ""
        return (self.value, digits, self.service)

    def marks(self) -> tuple[tuple[str, str], ...]:
        """The number, or the name online."""
        return ((self.handle_sort, self.value),)

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """A phone has a number somebody could ring."""
        found = super().problems(practice, now)
        if self.handle_sort == PHONE and self.value.strip() and not identifiers.phone(self.value):
            found["value"] = "A phone number must have at least six digits."
        return found
