"""Undo: an act is taken back whole, nothing is erased, and what changed since is named instead of overwritten."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.act import Act, Announcement
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.errors import Conflict
from rise_desk.services import casework, overview, photos, signing_in, undoing, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build

ROOT = Path(__file__).parents[2]
KILLED = """
import os, sys
from pathlib import Path
from rise_desk.domain.record import Id
from rise_desk.services import signing_in, undoing
from rise_desk.services.clock import Clock
from tests import build
desk = signing_in.sign_in(Path(sys.argv[1]), "Lena Osei", build.PASSWORD, Clock())
undoing.undo(desk, Id(int(sys.argv[2])), step=lambda done: os._exit(9) if done == 20 else None)
"""


@pytest.fixture
def heard(desk: Desk) -> list[Announcement]:
    """What was announced, act by act."""
    told: list[Announcement] = []
    desk.listeners.append(told.append)
    return told


def _state(desk: Desk, record: Record) -> Any:
    return desk.store.get(type(record), record.id)


def _import(desk: Desk, count: int) -> tuple[Person, ...]:
    people = tuple(
        Person(id=desk.clock.new_id(), given_name=f"Child {number}", roles=(life.DatedRole(role="at_risk"),))
        for number in range(count)
    )
    saved = casework.perform(desk, Act(title="Import of people.csv", saves=people, batch="people.csv from mosaic"))
    return tuple(each for each in saved if isinstance(each, Person))


def test_a_change_is_taken_back_as_a_new_version(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk, known_as="Maz")
    changed = casework.save(desk, person.changed(known_as="Maisie", given_name="Mary"))
    (back,) = undoing.undo(desk, heard[-1].act)
    assert (back, back.version) == (person, 3)
    assert _state(desk, person) == person
    assert overview.earlier_states(desk, back) == [person, changed]
    assert heard[-1].title == "Undone: file changed"
    assert heard[-1].undoes == heard[-2].act
    assert heard[-1].subjects == {person.id}
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["fields"], row["reason"]) == (
        "act undone",
        "given_name known_as",
        "Undone: file changed",
    )
    assert upkeep.check(desk) == []


def test_what_was_done_one_after_the_other_is_taken_back_the_last_first(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk, known_as="One")
    for name in ("Two", "Three", "Four"):
        casework.save(desk, _state(desk, person).changed(known_as=name))
    acts = [each.act for each in heard]
    for name, act in zip(("Three", "Two", "One"), reversed(acts), strict=False):
        undoing.undo(desk, act)
        assert _state(desk, person).known_as == name
    undoing.undo(desk, acts[0])
    assert _state(desk, person).withdrawn.why == "Undone: file made"
    for undone, name in zip(heard[-1:-5:-1], ("One", "Two", "Three", "Four"), strict=True):
        undoing.undo(desk, undone.act)
        assert (_state(desk, person).known_as, _state(desk, person).withdrawn) == (name, None)
    assert upkeep.check(desk) == []


def test_a_place_that_changed_since_is_named(desk: Desk, heard: list[Announcement]) -> None:
    place = build.place(desk)
    casework.save(desk, place.changed(concern="Lights on at night."))
    with pytest.raises(Conflict, match="The place “Kebab Corner” was changed again since by you"):
        undoing.undo(desk, heard[0].act)


def test_what_an_act_made_is_withdrawn_with_a_reason_and_never_erased(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    assert heard[-1].title == "Note recorded"
    undoing.undo(desk, heard[-1].act)
    gone = _state(desk, note)
    assert (gone.withdrawn.why, gone.withdrawn.by) == ("Undone: note recorded", desk.who.name)
    assert gone.text == note.text
    assert (gone.recorded_at, gone.recorded_by) == (note.recorded_at, note.recorded_by)
    assert overview.chronology(desk, person.id)[0].line.withdrawn
    assert upkeep.check(desk) == []


def test_a_withdrawal_is_taken_back_and_done_again(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    casework.withdraw(desk, note, "wrong child")
    assert heard[-1].title == "Note withdrawn"
    undoing.undo(desk, heard[-1].act)
    assert _state(desk, note).withdrawn is None
    assert not overview.chronology(desk, person.id)[0].line.withdrawn
    undoing.undo(desk, heard[-1].act)
    again = _state(desk, note)
    assert (heard[-1].title, again.withdrawn.why, again.version) == ("Done again: note withdrawn", "wrong child", 4)
    undoing.undo(desk, heard[-1].act)
    assert heard[-1].title == "Undone: note withdrawn"
    assert _state(desk, note).withdrawn is None
    assert upkeep.check(desk) == []


def test_who_withdraws_again_signs_it(desk: Desk, heard: list[Announcement]) -> None:
    worker = build.colleague(desk, "Priya Nair")
    person = build.young_person(desk)
    note = build.note(worker, person.id)
    worker.listeners.append(heard.append)
    casework.withdraw(worker, note, "wrong child")
    signing_in.leave(worker)
    undoing.undo(desk, heard[-1].act)
    undoing.undo(desk, heard[-1].act)
    assert (_state(desk, note).withdrawn.by, _state(desk, note).withdrawn.why) == ("Lena Osei", "wrong child")


def test_a_correction_is_taken_back_and_the_first_entry_counts_again(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk)
    first = build.note(desk, person.id)
    build.note(desk, person.id, corrects=first.id, text="At home.")
    assert heard[-1].title == "Note corrected"
    undoing.undo(desk, heard[-1].act)
    entry = overview.entry(desk, person.id, first.id)
    assert overview.counts(entry)


def test_a_photo_is_taken_back_to_the_one_before_and_forward_again(
    desk: Desk, heard: list[Announcement], tmp_path: Path
) -> None:
    from PIL import Image

    person = build.young_person(desk)
    pictures = {}
    for colour in ("red", "blue"):
        path = tmp_path / f"{colour}.png"
        Image.new("RGB", (20, 20), colour).save(path)
        person = photos.add(desk, person, path)
        pictures[colour] = photos.of(desk, person)
    assert [each.title for each in heard[-2:]] == ["Photo added", "Photo changed"]
    undoing.undo(desk, heard[-1].act)
    assert photos.of(desk, _state(desk, person)) == pictures["red"]
    undoing.undo(desk, heard[-1].act)
    assert photos.of(desk, _state(desk, person)) == pictures["blue"]


def test_an_import_is_undone_in_one_act_with_one_audit_row(desk: Desk, heard: list[Announcement]) -> None:
    people = _import(desk, undoing.AT_ONCE + 3)
    act, rows = heard[-1].act, audit.last(desk.store.vault)[0]
    steps: list[int] = []
    back = undoing.undo(desk, act, step=steps.append)
    assert len(back) == len(people) == steps[-1] + 1
    assert all(each.withdrawn and each.withdrawn.why == "Undone: import of people.csv" for each in back)
    assert heard[-1].title == "Undone: import of people.csv"
    row = audit.entries(desk.store.vault)[0]
    assert row["seq"] == rows + 1
    assert (row["deed"], row["fields"], row["reason"]) == (
        "act undone",
        f"{len(people)} records",
        "Undone: import of people.csv",
    )
    undoing.undo(desk, heard[-1].act)
    assert heard[-1].title == "Done again: import of people.csv"
    assert all(each.withdrawn is None for each in desk.store.several(Person, [each.id for each in people]))
    assert audit.last(desk.store.vault)[0] == rows + 2
    assert upkeep.check(desk) == []


def test_what_an_import_changed_goes_back_and_what_it_made_is_withdrawn(desk: Desk, heard: list[Announcement]) -> None:
    held = build.young_person(desk)
    made = Person(id=desk.clock.new_id(), given_name="Jade", roles=held.roles)
    casework.perform(desk, Act(title="Import of x.csv", saves=(held.changed(known_as="Maz"), made), batch="x.csv"))
    undoing.undo(desk, heard[-1].act)
    assert _state(desk, held) == held
    assert _state(desk, held).withdrawn is None
    assert _state(desk, made).withdrawn.why == "Undone: import of x.csv"
    undoing.undo(desk, heard[-1].act)
    assert (_state(desk, held).known_as, _state(desk, made).withdrawn) == ("Maz", None)
    assert upkeep.check(desk) == []


def test_an_import_is_undone_whole_or_not_at_all(desk: Desk, heard: list[Announcement]) -> None:
    people = _import(desk, 40)
    act = heard[-1].act
    casework.save(desk, people[-1].changed(known_as="Later"))
    with pytest.raises(Conflict, match="Child 39"):
        undoing.undo(desk, act)
    assert not any(each.withdrawn for each in desk.store.several(Person, [each.id for each in people]))
    undoing.undo(desk, heard[-1].act)
    assert {each.withdrawn is not None for each in undoing.undo(desk, act)} == {True}
    assert upkeep.check(desk) == []


def test_a_program_killed_while_it_undoes_has_undone_nothing(desk: Desk, heard: list[Announcement]) -> None:
    people = _import(desk, 40)
    words = [sys.executable, "-c", KILLED, str(desk.store.folder.path), str(heard[-1].act)]
    assert subprocess.run(words, cwd=ROOT, timeout=60, check=False).returncode == 9
    assert not any(each.withdrawn for each in desk.store.several(Person, [each.id for each in people]))
    assert len(undoing.undo(desk, heard[-1].act)) == 40
    assert upkeep.check(desk) == []


def test_people_and_their_notes_of_one_act_go_and_come_together(desk: Desk, heard: list[Announcement]) -> None:
    person = Person(id=desk.clock.new_id(), given_name="Jade", roles=(life.DatedRole(role="at_risk"),))
    note = ContactNote(
        id=desk.clock.new_id(),
        concerns=(Concern(subject=person.id, seen="seen_alone"),),
        happened_at=Moment("2026-11-20"),
        text="Met.",
    )
    casework.perform(desk, Act(title="Told", saves=(person, note)))
    undoing.undo(desk, heard[-1].act)
    assert upkeep.check(desk) == []
    undoing.undo(desk, heard[-1].act)
    card = overview.card_of(desk, person.id)
    assert card is not None
    assert card.last_seen == "2026-11-20"
    assert upkeep.check(desk) == []
