"""Two programs at one store, and one that is killed: nothing saved is lost, nobody overwrites anybody."""

import subprocess
import sys
from pathlib import Path

import pytest

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import Person
from rise_desk.errors import Conflict
from rise_desk.services import casework, signing_in, upkeep
from rise_desk.services.desk import Desk
from tests import build
from tests.build import PASSWORD

ROOT = Path(__file__).parents[1]

OTHER = """
import sys
from pathlib import Path
from rise_desk.domain.person import Person
from rise_desk.services import casework, signing_in
from rise_desk.services.clock import Clock
from rise_desk.domain.record import Id
from tests import build
desk = signing_in.sign_in(Path(sys.argv[1]), "Lena Osei", build.PASSWORD, Clock())
person = desk.store.get(Person, Id(int(sys.argv[2])))
"""
CHANGE = OTHER + 'casework.save(desk, person.changed(known_as="Theirs")); print("saved", flush=True)'
NOTES = OTHER + 'while True: print(build.note(desk, person.id, happened_at="2026-11-01").id, flush=True)'
SOME = OTHER + "for _ in range(40): build.note(desk, person.id, happened_at='2026-11-01')"


def _start(source: str, desk: Desk, person: Person) -> "subprocess.Popen[str]":
    words = [sys.executable, "-c", source, str(desk.store.folder.path), str(person.id)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_the_second_of_two_programs_to_save_is_told(desk: Desk) -> None:
    person = build.young_person(desk)
    other = _start(CHANGE, desk, person)
    assert other.communicate(timeout=60)[0] == "saved\n"
    with pytest.raises(Conflict, match="changed while you had it open"):
        casework.save(desk, person.changed(known_as="Mine"))
    latest = desk.store.get(Person, person.id)
    assert latest.known_as == "Theirs"
    assert casework.save(desk, latest.changed(known_as="Mine")).version == 3


def test_two_programs_that_save_at_once_both_get_through(desk: Desk) -> None:
    person = build.young_person(desk)
    others = [_start(SOME, desk, person) for _ in range(2)]
    for _ in range(40):
        build.note(desk, person.id, happened_at="2026-11-01")
    for other in others:
        other.communicate(timeout=60)
        assert other.returncode == 0
    assert len([each for each in desk.store.everything() if isinstance(each, ContactNote)]) == 120
    assert upkeep.check(desk) == []


def test_a_program_killed_while_saving_loses_nothing_it_had_confirmed(desk: Desk) -> None:
    person = build.young_person(desk)
    folder, clock = desk.store.folder.path, desk.clock
    signing_in.leave(desk)
    confirmed: list[str] = []
    for _ in range(3):
        with _start(NOTES, desk, person) as other:
            assert other.stdout is not None
            confirmed += [other.stdout.readline().strip() for _ in range(7)]
            other.kill()
            confirmed += [line.strip() for line in other.stdout.readlines() if line.endswith("\n")]
    again = signing_in.sign_in(folder, "Lena Osei", PASSWORD, clock)
    held = {str(each.id) for each in again.store.everything()}
    assert again.store.missing == ""
    assert len(confirmed) >= 21
    assert set(confirmed) <= held
    assert upkeep.check(again) == []
    signing_in.leave(again)
