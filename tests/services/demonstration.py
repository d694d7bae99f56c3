"""The demonstration as the tests ask for it: every record of one size, seed and instant."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.record import Record
from rise_desk.services.demo.caseload import tell
from rise_desk.services.practice import general

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
SEVEN = datetime(2026, 11, 21, 7, tzinfo=UTC)
PRACTICE = general()


def records(people: int = 120, notes: int = 1500, seed: int = 1, now: datetime = NOW) -> list[Record]:
    """Every record of a demonstration, in the order it is told; told anew each time."""
    return [each for batch in tell(PRACTICE, now, people=people, notes=notes, seed=seed) for each in batch.records]


@cache
def usual() -> tuple[Record, ...]:
    """The demonstration of the usual size."""
    return tuple(records())


def young_people(of: Sequence[Record] = ()) -> list[Person]:
    """Those at risk, of the usual demonstration or of other records."""
    return [each for each in of or usual() if isinstance(each, Person) and each.has_role(AT_RISK)]


def adults(of: Sequence[Record] = ()) -> list[Person]:
    """Those of concern."""
    return [each for each in of or usual() if isinstance(each, Person) and each.has_role(OF_CONCERN)]


def notes(of: Sequence[Record] = ()) -> list[ContactNote]:
    """The contact notes."""
    return [each for each in of or usual() if isinstance(each, ContactNote)]
