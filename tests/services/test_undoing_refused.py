"""Undo refused: what somebody changed since is named and never overwritten; and who may undo what."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain.act import Act, Announcement
from rise_desk.domain.record import Id, Record, Reference
from rise_desk.domain.staff import Role
from rise_desk.errors import Conflict, NotAllowed, NotFound
from rise_desk.services import casework, overview, signing_in, undoing, upkeep
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build

ROOT = Path(__file__).parents[2]
CHANGE = """
import sys
from pathlib import Path
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, signing_in
from rise_desk.services.clock import Clock
from tests import build
desk = signing_in.sign_in(Path(sys.argv[1]), sys.argv[3], build.PASSWORD, Clock())
person = desk.store.get(Person, Id(int(sys.argv[2])))
casework.save(desk, person.changed(known_as="Theirs"))
signing_in.leave(desk)
"""


class Behind(Clock):
    """The clock of a computer that is a day late."""

    def new_id(self) -> Id:
        """Numbers lower than those that others make now."""
        return Id(super().new_id() - (86_400_000 << 22))


@pytest.fixture
def heard(desk: Desk) -> list[Announcement]:
    """What was announced, act by act."""
    told: list[Announcement] = []
    desk.listeners.append(told.append)
    return told


def _state(desk: Desk, record: Record) -> Any:
    return desk.store.get(type(record), record.id)


def test_what_somebody_changed_since_is_named_and_nothing_is_undone(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk)
    second = build.young_person(desk, "Jade")
    both = (person.changed(known_as="One"), second.changed(known_as="Two"))
    casework.perform(desk, Act(title="Two at once", saves=both))
    act = heard[-1].act
    casework.save(desk, _state(desk, second).changed(known_as="Later"))
    with pytest.raises(Conflict, match=r"Jade Okafor's file was changed again since by you \(“File changed”\)"):
        undoing.undo(desk, act)
    assert (_state(desk, person).known_as, _state(desk, second).known_as) == ("One", "Later")
    assert upkeep.check(desk) == []


def test_what_another_program_changed_since_is_never_overwritten(desk: Desk, heard: list[Announcement]) -> None:
    signing_in.leave(build.colleague(desk, "Priya Nair"))
    person = build.young_person(desk)
    casework.save(desk, person.changed(known_as="Mine"))
    words = [sys.executable, "-c", CHANGE, str(desk.store.folder.path), str(person.id), "Priya Nair"]
    subprocess.run(words, cwd=ROOT, check=True, timeout=60)
    with pytest.raises(Conflict, match="Maisie Okafor's file was changed again since by Priya Nair"):
        undoing.undo(desk, heard[-1].act)
    assert _state(desk, person).known_as == "Theirs"


def test_a_note_that_changed_since_is_named_by_its_day(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    act = heard[-1].act
    casework.withdraw(desk, note, "wrong day")
    with pytest.raises(Conflict, match=r"The contact note of 20 November 2026.* was changed again since by you"):
        undoing.undo(desk, act)
    with pytest.raises(Conflict, match="changed again since"):
        undoing.undo(desk, act)


def test_an_act_is_undone_once(desk: Desk, heard: list[Announcement]) -> None:
    build.young_person(desk)
    act = heard[-1].act
    undoing.undo(desk, act)
    with pytest.raises(Conflict, match="“Undone: file made”"):
        undoing.undo(desk, act)


def test_a_file_made_by_mistake_is_undone_by_who_made_it_only_while_it_is_empty(desk: Desk) -> None:
    worker = build.colleague(desk, "Priya Nair")
    told: list[Announcement] = []
    worker.listeners.append(told.append)
    mistake, kept = build.young_person(worker), build.young_person(worker, "Jade")
    undoing.undo(worker, told[0].act)
    assert _state(desk, mistake).withdrawn.why == "Undone: file made"
    assert overview.card_of(desk, mistake.id) is None
    build.note(desk, kept.id)
    with pytest.raises(Conflict, match="Lena Osei has written in Jade Okafor's file since"):
        undoing.undo(worker, told[1].act)
    undoing.undo(worker, told[2].act)
    assert overview.card_of(desk, mistake.id) is not None
    build.note(worker, mistake.id)
    with pytest.raises(Conflict, match="You have written in Maisie Okafor's file since"):
        undoing.undo(worker, told[3].act)
    signing_in.leave(worker)
    assert upkeep.check(desk) == []


def test_a_computer_whose_clock_is_behind_is_noticed_too(desk: Desk, heard: list[Announcement]) -> None:
    worker = build.colleague(desk, "Priya Nair")
    worker.clock = Behind(desk.now())
    person = build.young_person(desk)
    build.note(worker, person.id)
    with pytest.raises(Conflict, match="Priya Nair has written in Maisie Okafor's file since"):
        undoing.undo(desk, heard[-1].act)
    signing_in.leave(worker)


def test_what_stood_in_a_file_before_it_was_put_back_does_not_keep_it(desk: Desk, heard: list[Announcement]) -> None:
    person = build.young_person(desk)
    build.note(desk, person.id)
    casework.withdraw(desk, person, "entered twice")
    undoing.undo(desk, heard[-1].act)
    undoing.undo(desk, heard[-1].act)
    assert _state(desk, person).withdrawn.why == "entered twice"


def test_a_worker_undoes_their_own_acts_and_a_manager_everybodys(desk: Desk, heard: list[Announcement]) -> None:
    worker = build.colleague(desk, "Priya Nair")
    manager = build.colleague(desk, "Ada Bell", Role.MANAGER)
    person = build.young_person(desk)
    casework.save(desk, person.changed(known_as="Maz"))
    with pytest.raises(NotAllowed, match="may not undo what somebody else did"):
        undoing.undo(worker, heard[-1].act)
    row = audit.entries(desk.store.vault)[0]
    assert (row["account"], row["deed"], row["reason"]) == ("Priya Nair", "refused", "Undone: file changed")
    undoing.undo(manager, heard[-1].act)
    assert _state(desk, person).known_as == ""
    signing_in.leave(worker)
    signing_in.leave(manager)


def test_nobody_undoes_what_they_may_not_read(desk: Desk) -> None:
    nurse = build.colleague(desk, "Priya Nair", grants=("health",))
    told: list[Announcement] = []
    nurse.listeners.append(told.append)
    person = build.young_person(nurse)
    note = build.note(nurse, person.id, reserved="health")
    casework.withdraw(nurse, note, "wrong")
    for said in told[1:]:
        with pytest.raises(NotAllowed, match="reserved for people with the health grant"):
            undoing.undo(desk, said.act)
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)
    with pytest.raises(NotAllowed, match="restricted"):
        undoing.undo(nurse, told[0].act)
    with pytest.raises(NotAllowed, match="restricted"):
        undoing.undo(nurse, told[2].act)
    signing_in.leave(nurse)


def test_a_state_that_no_longer_fits_is_refused(desk: Desk, heard: list[Announcement]) -> None:
    taken = (Reference(source="case5", ref="V1"),)
    person = build.young_person(desk, references=taken)
    casework.save(desk, person.changed(references=()))
    act = heard[-1].act
    build.young_person(desk, "Jade", references=taken)
    with pytest.raises(Conflict, match=r"Maisie Okafor's file can't be put back\. case5/V1 is another record's"):
        undoing.undo(desk, act)
    held = build.young_person(desk, "Tobi", references=(Reference(source="case5", ref="V2"),))
    casework.withdraw(desk, held, "entered twice")
    act = heard[-1].act
    build.young_person(desk, "Tobi", references=(Reference(source="case5", ref="V2"),))
    with pytest.raises(Conflict, match="case5/V2"):
        undoing.undo(desk, act)
    assert upkeep.check(desk) == []


def test_an_act_that_is_not_there_or_saved_nothing_is_no_act_to_undo(desk: Desk, heard: list[Announcement]) -> None:
    with pytest.raises(NotFound, match="no such act"):
        undoing.undo(desk, Id(77))
    person = build.young_person(desk)
    casework.save(desk, person)
    assert heard[-1].act == 0
    undoing.undo(desk, heard[0].act)
    desk.store.vault.sql("DELETE FROM saved")
    with pytest.raises(Conflict, match="before RISE Desk wrote down"):
        undoing.undo(desk, heard[0].act)
