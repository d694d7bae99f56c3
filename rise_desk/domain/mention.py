"""A mention: somebody or something named in a record, perhaps without a file; kept apart, to be found again."""

from dataclasses import dataclass
from typing import ClassVar

from rise_desk.domain.record import NO_ID, Id, Part, attribute


@dataclass(frozen=True, kw_only=True)
class Mention(Part):
    """Somebody or something that is named: as it is called, the file of a person (0 for none), and what is known.

    `sort` is '' for a person, else a place, a vehicle, a phone or a name used online; `risk`: why they are listed.
    """

    LABEL: ClassVar[str] = "Person named"
    name: str = attribute("Name or nickname", required=True)
    person: Id = attribute("File", default=NO_ID)
    sort: str = attribute("What it is", vocabulary="mention_sort")
    risk: str = attribute("Why they are listed", vocabulary="mention_risk")
    known: str = attribute("What is known of them")
