"""Backups that can't be made, are cut short, or reach only one place: one sentence, and nothing half is left."""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from peewee import OperationalError

from rise_desk.errors import Damaged, Unavailable
from rise_desk.services import backups, upkeep
from rise_desk.services.backups import Making
from rise_desk.services.desk import Desk
from rise_desk.storage import backup, database
from rise_desk.storage.files import one_at_a_time
from tests import build
from tests.storage.vaults import largest_file


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.endswith(".lock"))


@pytest.fixture
def stick(tmp_path: Path, desk: Desk) -> Path:
    """A second place that a supervisor has set."""
    place = tmp_path / "stick"
    place.mkdir()
    backups.set_second_place(desk, str(place))
    return place


def _move(desk: Desk, **by: float) -> None:
    desk.clock.moved_to = desk.now() + timedelta(**by)


def test_a_folder_that_is_not_there_is_not_made_up(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="Is the disk connected"):
        backups.take_into(desk, tmp_path / "stick" / "to")
    assert not (tmp_path / "stick").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unavailable, match="is a file"):
        backups.take_into(desk, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "x"


def test_a_full_disk_leaves_nothing_and_the_desk_goes_on(desk: Desk, tmp_path: Path) -> None:
    person = build.young_person(desk)
    for _ in range(30):
        build.note(desk, person.id, text="walked to school " * 300)
    desk.store.settle()
    with largest_file(64 << 10), pytest.raises(Unavailable, match="The disk"):
        backups.take_into(desk, tmp_path / "to")
    assert list((tmp_path / "to").iterdir()) == []
    assert backups.take_into(desk, tmp_path / "to").records == 31


def test_a_copy_that_does_not_hold_everything_is_thrown_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    build.young_person(desk)
    real = backup.extent
    wanted = real(desk.store.vault)
    grown = replace(wanted, counts=tuple(each + 1 for each in wanted.counts))
    other = replace(wanted, seq=wanted.seq + 1)
    for false in (grown, other):
        answers = [false]
        monkeypatch.setattr(backup, "extent", lambda vault, left=answers: left.pop() if left else real(vault))
        with pytest.raises(Damaged, match="does not hold everything"):
            backups.take(desk)
        assert _names(desk.store.folder.backups) == []


def test_one_that_fails_in_the_same_second_leaves_the_one_before(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = backups.take(desk)
    monkeypatch.setattr(database, "integrity", lambda _vault: ["page 7 is bad"])
    with pytest.raises(Damaged):
        backups.take(desk)
    assert backups.known(desk) == [taken.copy]


def test_a_copy_that_is_damaged_is_thrown_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "integrity", lambda _vault: ["page 7 is bad"])
    with pytest.raises(Damaged, match="failed its check"):
        backups.take(desk)
    assert _names(desk.store.folder.backups) == []


def test_two_programs_do_not_make_one_at_the_same_time(desk: Desk) -> None:
    with one_at_a_time(desk.store.folder.backups), pytest.raises(Making, match="Another program"):
        backups.take(desk)
    assert not desk.store.folder.backups.exists()


def test_a_backup_can_be_stopped_at_any_time_and_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    person = build.young_person(desk)
    for _ in range(60):
        build.note(desk, person.id, text="walked to school " * 300)
    monkeypatch.setattr(database, "LOOK_EACH", 100)
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    backup.take_away(backups.take(desk, count).copy)
    for stop in (1, 2, asked // 2, asked - 1):
        left = iter(range(stop))
        with pytest.raises(Unavailable, match="The backup was stopped"):
            backups.take(desk, lambda left=left: next(left, None) is None)  # type: ignore[misc]  # a default it is
        assert _names(desk.store.folder.backups) == []
    assert upkeep.check(desk) == []


def test_a_fault_that_is_no_stop_passes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OperationalError("something else")

    monkeypatch.setattr(database, "_write_copy", broken)
    with pytest.raises(OperationalError, match="something else"):
        backups.take(desk)


def test_a_lost_key_file_is_said(desk: Desk) -> None:
    desk.store.folder.keys.unlink()
    with pytest.raises(Unavailable, match="key file can't be found"):
        backups.take(desk)


@pytest.mark.skipif(not shutil.which("mount") or os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_real_disk_that_is_full_or_read_only_is_said_and_the_first_copy_stands(desk: Desk, tmp_path: Path) -> None:
    person = build.young_person(desk)
    for _ in range(40):
        build.note(desk, person.id, text="walked to school " * 300)
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        backups.set_second_place(desk, str(small))
        full = backups.take(desk)
        assert "The disk is full, so nothing was saved to the second place" in full.second_problem
        assert [each for each in small.rglob("*") if each.is_file()] == []
        with pytest.raises(Unavailable, match="The disk is full"):
            backups.take_into(desk, small)
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        _move(desk, minutes=1)
        closed = backups.take(desk)
        assert "read-only" in closed.second_problem
        assert full.copy.path.exists() or closed.copy.path.exists()
    finally:
        subprocess.run(["umount", small], check=True)
    assert upkeep.check(desk) == []
