"""Duplicates: whoever this may be already, looked for at every letter of a new file; the slowest of them all."""

import json
from collections.abc import Iterator
from random import Random
from statistics import median
from typing import Any

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import duplicates
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground
from tests.bench.timing import timed

UNNOTICED_MS = 20.0
"""What the check may take of the time between two letters."""

PEOPLE, LETTERS = 24, 12
_PEOPLE = (
    "SELECT given_name, family_name, date_of_birth, contact_numbers FROM person "
    "WHERE given_name <> '' AND family_name <> '' ORDER BY id % 9973, id LIMIT 400"
)


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """Every state that a form passes through while somebody types whom the records know: the slowest of them."""
    states = typed(ground.bare)
    for each in states:
        duplicates.likely(ground.desk, each)
    took = [median(_once(ground, each) for _round in range(max(3, rounds // 3))) for each in states]
    slowest = states[took.index(max(took))]
    yield Figure(
        what="duplicate check while typing",
        measured=max(took),
        floor=UNNOTICED_MS,
        of="twenty milliseconds",
        limit=Limit(times=1),
        detail=f"of {len(states)} states of a form: “{slowest.given_name} {slowest.family_name}” "
        f"{slowest.date_of_birth}; the one in the middle {median(took):.2f} ms",
    )


def _once(ground: Ground, person: Person) -> float:
    return timed(lambda: duplicates.likely(ground.desk, person))()


def typed(connection: Any) -> list[Person]:
    """What forms hold letter by letter, the same every time for the same data."""
    people = Random(1).sample(connection.execute(_PEOPLE).fetchall(), PEOPLE)
    return [state for row in people for state in _states(*row)]


def _states(given: str, family: str, born: str, numbers: str) -> Iterator[Person]:
    for end in range(1, min(len(given), LETTERS) + 1):
        yield Person(given_name=given[:end])
    for end in range(1, min(len(family), LETTERS) + 1):
        yield Person(given_name=given, family_name=family[:end])
    whole = Person(given_name=given, family_name=family, date_of_birth=Moment(born))
    yield whole
    yield whole.changed(given_name=family, family_name=given)
    yield whole.changed(given_name=given[:1] + given[2:], family_name=family.replace("e", "a"))
    phones = tuple(life.ContactNumber(number=each["number"]) for each in json.loads(numbers))
    yield whole.changed(contact_numbers=phones, known_as=given, aliases=(life.Alias(name=f"{family} {given}"),))
