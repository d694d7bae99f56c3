"""A place: an address, a business, an open space or a site online where harm happens or may happen."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rise_desk.domain import life
from rise_desk.domain.record import attribute
from rise_desk.domain.thing import Thing, joined

if TYPE_CHECKING:
    from rise_desk.domain.practice import Practice

ONLINE = "online"


@dataclass(frozen=True, kw_only=True)
class Place(Thing):
    """One place: what it is called, its sort, where it is or how it is reached online, and what is of concern."""

    KIND: ClassVar[str] = "place"
    TITLE: ClassVar[str] = "Place"
    CALLED: ClassVar[str] = "Place"

    place_name: str = attribute("Name of the place", required=True)
    other_names: tuple[life.Alias, ...] = attribute("Other names", default=())
    place_type: str = attribute("What sort of place", vocabulary="place_type")
    lines: str = attribute("Address")
    postcode: str = attribute("Postcode")
    outside_county: bool | None = attribute("Outside the county", default=None)
    online_service: str = attribute("Online service")
    web_address: str = attribute("Where it is online")
    run_by: str = attribute("Who runs it, who is spoken to")
    licence: str = attribute("Licence")
    concern: str = attribute("What is of concern", long=True)

    @property
    def name(self) -> str:
        """What the place is called."""
        return self.place_name.strip() or "Place without a name"

    @property
    def sort(self) -> str:
        """Its type, from the list of places."""
        return self.place_type

    @property
    def detail(self) -> str:
        """Its address, or where it is online."""
        return joined(self.lines, self.postcode) or joined(self.online_service, self.web_address)

    def called(self) -> tuple[str, ...]:
        """Its names, its address, and where it is online."""
        others = (each.name for each in self.other_names)
        return (self.place_name, *others, self.lines, self.postcode, self.online_service, self.web_address)

    def marks(self) -> tuple[tuple[str, str], ...]:
        """Its names, its address and postcode, and its name online."""
        named = (("name", each) for each in (self.place_name, *(each.name for each in self.other_names)))
        address = f"{self.lines} {self.postcode}" if self.lines.strip() else ""
        return (*named, ("address", address), ("postcode", self.postcode), ("handle", self.web_address))

    def problems(self, practice: "Practice", now: datetime) -> dict[str, str]:
        """A place has a name, even if it is only what the street calls it."""
        found = super().problems(practice, now)
        if "place_name" in found:
            found["place_name"] = "Enter a name for the place, if only what people call it."
        return found
