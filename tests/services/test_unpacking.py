"""A backup is checked in a copy: sound, of these records, and what its name says."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rise_desk.domain.staff import Role
from rise_desk.errors import Damaged, Unavailable
from rise_desk.services import backups, signing_in, unpacking
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, backup
from tests import build
from tests.build import PASSWORD
from tests.services.restored import LENA, restored


def test_a_sound_one_is_said_to_be_what_its_name_says_and_looking_is_written_down(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed", Role.WORKER)
    build.young_person(desk)
    build.young_person(desk, "Jade")
    copy = backups.take(worker).copy
    files = {each: each.read_bytes() for each in (copy.path, copy.keys)}
    for who in (desk, worker):
        assert unpacking.check(who, copy) == (
            f"The backup of 21 November 2026 at 10:00am is sound: 2 records and {copy.entries} audit entries, as its "
            "name says."
        )
    assert audit.entries(desk.store.vault)[0]["reason"] == copy.path.name
    assert {each: each.read_bytes() for each in files} == files
    assert not backups.is_changed(desk)
    signing_in.leave(worker)


def test_one_that_is_not_what_its_name_says_is_found_out(desk: Desk) -> None:
    copy = backups.take(desk).copy
    for renamed in (replace(copy, entries=copy.entries + 1), replace(copy, records=3)):
        with pytest.raises(Damaged, match="not what its name says"):
            unpacking.check(desk, renamed)


def test_damage_anywhere_is_found_out_and_the_backup_left_as_it_is(desk: Desk) -> None:
    build.young_person(desk)
    copy = backups.take(desk).copy
    content = copy.path.read_bytes()
    for place in (10, 5000, len(content) // 2, len(content) - 9):
        spoilt = bytearray(content)
        spoilt[place] ^= 1
        copy.path.write_bytes(spoilt)
        with pytest.raises(Damaged):
            unpacking.check(desk, copy)
        assert copy.path.read_bytes() == bytes(spoilt)
    assert not list(desk.store.folder.path.glob(".looking-*"))


def test_a_key_file_of_another_key_is_found_out(desk: Desk) -> None:
    copy = backups.take(desk).copy
    copy.keys.write_text(json.dumps({**json.loads(copy.keys.read_text()), "check": "0" * 64}))
    with pytest.raises(Damaged, match="is another’s"):
        unpacking.check(desk, copy)
    copy.keys.unlink()
    with pytest.raises(Unavailable, match="is not there"):
        unpacking.check(desk, copy)


def test_one_of_a_time_that_was_given_up_says_so(desk: Desk, folder: Path, clock: Clock, tmp_path: Path) -> None:
    first = backups.take(desk).copy
    kept = {each: shutil.copy(each, tmp_path) for each in (first.path, first.keys)}
    build.young_person(desk)
    later = backups.take(desk).copy
    signing_in.leave(desk)
    restored(tmp_path / first.path.name, folder, clock)
    again = signing_in.sign_in(folder, LENA, PASSWORD, clock)
    for _ in range(later.entries):
        again.note("file opened")
    assert len(kept) == 2
    assert unpacking.check(again, later).endswith("It is of records that were given up by a restore since.")
    signing_in.leave(again)


def test_what_a_killed_look_left_is_swept_away(desk: Desk) -> None:
    stray = desk.store.folder.path / ".looking-stray"
    stray.mkdir()
    (stray / "desk.vault").touch()
    unpacking.check(desk, backups.take(desk).copy)
    assert not stray.exists()


def test_only_whole_pairs_are_looked_at(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"none\.vault is not there"):
        unpacking.look(tmp_path / "none.vault")
    assert backup.keys_beside(tmp_path / "none.vault").name == "none.vault.keys"
