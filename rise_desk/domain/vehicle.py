"""A vehicle: known by its plate, by a part of one, or by how it looks."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain import identifiers
from rise_desk.domain.problems import is_said
from rise_desk.domain.record import attribute
from rise_desk.domain.thing import Thing, joined

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice


@dataclass(frozen=True, kw_only=True)
class Vehicle(Thing):
    """One vehicle, as far as anybody saw it."""

    KIND: ClassVar[str] = "vehicle"
    TITLE: ClassVar[str] = "Vehicle"
    CALLED: ClassVar[str] = "Vehicle"

    plate: str = attribute("Number plate, or part of it")
    make: str = attribute("Make")
    model: str = attribute("Model")
    colour: str = attribute("Colour")
    body: str = attribute("What sort of vehicle")
    taxi_licence: str = attribute("Taxi licence or firm")

    @property
    def name(self) -> str:
        """Its plate; how it looks where nobody saw one."""
        return self.plate.strip().upper() or self._looks() or "Vehicle not described"

    @property
    def detail(self) -> str:
        """How it looks, and whose taxi it is."""
        return joined(self._looks() if self.plate.strip() else "", self.taxi_licence)

    def called(self) -> tuple[str, ...]:
        """Its plate with and without spaces, how it looks, and its licence."""
        return (self.plate, identifiers.plate(self.plate), self._looks(), self.taxi_licence)

    def marks(self) -> tuple[tuple[str, str], ...]:
        """Its plate."""
        return (("plate", self.plate),)

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """Something of a vehicle is known, or there is nothing to record."""
        found = super().problems(practice, now)
        if not any(map(is_said, (self.plate, self._looks(), self.description))):
            found["plate"] = "Enter the plate, a part of it, or what the vehicle looks like."
        return found

    def _looks(self) -> str:
        return " ".join(part.strip() for part in (self.colour, self.make, self.model, self.body) if part.strip())
