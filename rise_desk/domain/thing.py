"""A thing: a place, a vehicle, a phone or a name online, of which a team keeps a record as it does of people."""

from dataclasses import dataclass
from typing import ClassVar

from rise_desk.domain import names
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id, Record, attribute


@dataclass(frozen=True, kw_only=True)
class Thing(Record):
    """What every thing has: words for it, a picture, and the record it was merged into where two were the same."""

    LIVING: ClassVar[bool] = True
    BEGUN: ClassVar[str] = "made"

    description: str = attribute("Description", long=True)
    photo: Id = attribute("Photo", default=NO_ID)
    photo_on: Moment = attribute("Photo taken", default=Moment(""), past=True)
    merged_into: Id = attribute("Merged into", default=NO_ID)

    @property
    def name(self) -> str:
        """What it is called in lists and links; words of its own where nothing is known."""
        raise NotImplementedError

    @property
    def sort(self) -> str:
        """The key of what sort of thing it is, from a list of its own kind; '' where there is none."""
        return ""

    @property
    def detail(self) -> str:
        """What tells it from others of that name, in a few words: an address, a make and colour."""
        return ""

    @property
    def sort_name(self) -> str:
        """The key by which lists put it in order."""
        return names.fold(self.name)

    def called(self) -> tuple[str, ...]:
        """Everything it is called or written as, for finding it."""
        return (self.name, self.detail)

    def marks(self) -> tuple[tuple[str, str], ...]:
        """The marks it is recognised by, as sort and text as it is written."""
        return ()


def joined(*parts: str) -> str:
    """The parts that say something, with commas between them."""
    return ", ".join(part.strip() for part in parts if part.strip())
