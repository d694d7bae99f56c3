"""Files for the tests of absences: a child with episodes and interviews, each in one short line."""

from typing import Any

from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import Covered, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from tests.build import made_episode

CHILD = Id(1)


def child(**values: Any) -> Person:
    """A young person, born in 2012 unless it says otherwise."""
    known: dict[str, Any] = {"given_name": "Maisie", "date_of_birth": Moment("2012-03-12"), **values}
    return Person(id=CHILD, **known)


def file(*records: Record, **values: Any) -> CaseFile:
    """The child's file with these records."""
    return CaseFile(subject=child(**values), records=records)


def episode(number: int, reported_at: str, returned_at: str = "", **values: Any) -> MissingEpisode:
    """A missing episode with this number."""
    return made_episode(CHILD, reported_at, returned_at, id=Id(number), **values)


def interview(number: int, *about: int, **values: Any) -> ReturnInterview:
    """A return interview with this number about the episodes with those; moments are given as text."""
    known: dict[str, Any] = {name: Moment(value) if name.endswith("_at") else value for name, value in values.items()}
    covered = tuple(Covered(episode=Id(each)) for each in about)
    return ReturnInterview(id=Id(number), subject=CHILD, episodes=covered, **known)
