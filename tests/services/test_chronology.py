"""How long a chronology is, and one entry of it: for this reader, through this sieve, in this file."""

import pytest

from rise_desk.domain.chronology import Sieve
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import NotFound
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from tests.build import colleague, note, young_person


def _counted(desk: Desk, subject: Id, sieve: Sieve = Sieve()) -> tuple[int, int]:
    return overview.how_many_entries(desk, subject, sieve), len(overview.chronology(desk, subject, sieve))


def test_an_empty_file_has_none(desk: Desk) -> None:
    assert _counted(desk, young_person(desk).id) == (0, 0)


def test_the_count_is_what_the_pages_hold(desk: Desk) -> None:
    person, other = young_person(desk), young_person(desk, "Jade", "Whitlock")
    for day in ("2026-11-18", "2026-11-19", "2026-11-20"):
        note(desk, person.id, happened_at=day)
    note(desk, other.id)
    assert _counted(desk, person.id) == (3, 3)
    assert _counted(desk, person.id, Sieve(since="2026-11-19")) == (2, 2)
    assert _counted(desk, person.id, Sieve(since="2026-11-21")) == (0, 0)
    assert _counted(desk, person.id, Sieve(kinds=(Person.KIND,))) == (0, 0)


def test_what_is_reserved_does_not_count_for_others(desk: Desk) -> None:
    nurse = colleague(desk, "Ada Bell", grants=("health",))
    person = young_person(desk)
    note(nurse, person.id, reserved="health")
    assert _counted(nurse, person.id) == (1, 1)
    assert _counted(desk, person.id) == (0, 0)


def test_one_entry_is_read_with_what_corrects_it(desk: Desk) -> None:
    person = young_person(desk)
    first = note(desk, person.id)
    assert overview.entry(desk, person.id, first.id).corrected_by == 0
    later = note(desk, person.id, corrects=first.id)
    found = overview.entry(desk, person.id, first.id)
    assert (found.record, found.corrected_by) == (first, later.id)


def test_an_entry_of_another_file_or_reserved_for_others_is_not_found(desk: Desk) -> None:
    nurse = colleague(desk, "Ada Bell", grants=("health",))
    person, other = young_person(desk), young_person(desk, "Jade", "Whitlock")
    theirs = note(desk, other.id)
    reserved = note(nurse, person.id, reserved="health")
    assert overview.entry(nurse, person.id, reserved.id).record == reserved
    for record in (theirs.id, reserved.id, Id(1)):
        with pytest.raises(NotFound, match="not in this file"):
            overview.entry(desk, person.id, record)
