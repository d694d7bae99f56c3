"""A small town for searching in: people whose names, numbers and places are easily missed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rise_desk.domain import life
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.record import Reference
from rise_desk.services import accounts, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import keys
from tests import build
from tests.build import PASSWORD

PEOPLE: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("zoe", "Zoë", "O’Brien", {"carers": (life.Carer(name="Bernadette Roche", number="01632 960111"),)}),
    ("lukasz", "Łukasz", "Wiśniewski", {"addresses": (life.Address(lines="3 Mill Lane", postcode="NN14 9ZZ"),)}),
    ("soren", "Søren", "Sørensen", {"background": "Talks about the lighthouse where his uncle lives."}),
    (
        "siobhan",
        "Siobhán",
        "Keane",
        {"addresses": (life.Address(lines="12 Abington Street", postcode="nn14ab", provider="Riverside House"),)},
    ),
    ("muhammad", "Muhammad", "Hussain", {}),
    (
        "kathryn",
        "Kathryn",
        "Bell",
        {
            "identifiers": (life.Identifier(system="upn", value="B801200005001"),),
            "schools": (life.SchoolSpell(name="Weavers Academy"),),
        },
    ),
    (
        "steven",
        "Steven",
        "Smith-Jones",
        {
            "identifiers": (life.Identifier(system="police", value="NP/7731/26"),),
            "references": (Reference(source="case5", ref="V17"),),
        },
    ),
    ("smith", "Ann", "Smith", {}),
    ("sand", "Rob", "Sand", {}),
    ("niamh", "Niamh Anne-Marie", "Doyle", {}),
    (
        "maisie",
        "Maisie",
        "Okafor",
        {
            "known_as": "Maz",
            "aliases": (life.Alias(name="The girl with the van"),),
            "contact_numbers": (life.ContactNumber(number="07700 900123"),),
            "identifiers": (life.Identifier(system="nhs", value="999 000 0018"),),
        },
    ),
    ("tall man", "", "", {"aliases": (life.Alias(name="Frosty"),), "roles": (life.DatedRole(role=OF_CONCERN),)}),
)
"""What a test calls them, given and family name, and what else is known."""


def settle(desk: Desk) -> dict[str, Person]:
    """Everybody in town, on file."""
    return {key: build.young_person(desk, given, family, **more) for key, given, family, more in PEOPLE}


@contextmanager
def moved_in(place: Path) -> Iterator[tuple[Desk, dict[str, Person]]]:
    """A store of its own with the whole town in it, and a supervisor signed in."""
    clock = Clock(datetime(2026, 11, 21, 10, tzinfo=UTC))
    accounts.create(place / "data", "Lena Osei", PASSWORD, clock, keys.TEST)
    desk = signing_in.sign_in(place / "data", "Lena Osei", PASSWORD, clock)
    try:
        yield desk, settle(desk)
    finally:
        signing_in.leave(desk)
