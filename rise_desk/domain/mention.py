"""A mention: somebody named in a record, who may have no file; kept apart from its text, to be found again."""

from dataclasses import dataclass
from typing import ClassVar

from rise_desk.domain.record import NO_ID, Id, Part, attribute


@dataclass(frozen=True, kw_only=True)
class Mention(Part):
    """Somebody who is named: as they are called, the file they have (0 for none), and why they are listed."""

    LABEL: ClassVar[str] = "Person named"
    name: str = attribute("Name or nickname", required=True)
    person: Id = attribute("File", default=NO_ID)
    risk: str = attribute("Why they are listed", vocabulary="mention_risk")
    known: str = attribute("What is known of them")
