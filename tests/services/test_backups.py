"""Backups: made when something changed, opened before they count, kept in a second place, and told of honestly."""

from datetime import timedelta
from pathlib import Path

import pytest

from rise_desk.domain.staff import Role
from rise_desk.errors import Busy, Damaged, Invalid, NotAllowed, Unavailable
from rise_desk.services import backups, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, backup, database
from rise_desk.storage.files import one_at_a_time
from tests import build
from tests.storage.vaults import largest_file


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.startswith("making"))


@pytest.fixture
def stick(tmp_path: Path, desk: Desk) -> Path:
    """A second place that a supervisor has set."""
    place = tmp_path / "stick"
    place.mkdir()
    backups.set_second_place(desk, str(place))
    return place


def _move(desk: Desk, **by: float) -> None:
    desk.clock.moved_to = desk.now() + timedelta(**by)


def test_a_backup_is_a_pair_of_files_and_is_written_down(desk: Desk) -> None:
    build.young_person(desk)
    taken = backups.take(desk)
    assert _names(desk.store.folder.backups) == [taken.copy.path.name, taken.copy.keys.name]
    assert (taken.records, taken.second_problem) == (1, "")
    last = audit.entries(desk.store.vault)[0]
    assert (last["deed"], last["reason"]) == ("backup", taken.copy.path.name)
    assert backups.check(desk, taken.copy) == ("The backup of 21 November 2026 at 10:00am is sound and holds 1 record.")


def test_one_is_wanted_on_each_day_that_changed(desk: Desk) -> None:
    build.young_person(desk)
    assert backups.is_wanted_today(desk)
    backups.take(desk)
    assert not backups.is_wanted_today(desk)
    assert not backups.is_wanted_at_close(desk)
    build.young_person(desk, "Jade")
    assert not backups.is_wanted_today(desk)
    assert backups.is_wanted_at_close(desk)
    _move(desk, days=1)
    assert backups.is_wanted_today(desk)
    backups.take(desk)
    _move(desk, days=1)
    assert not backups.is_wanted_today(desk)
    desk.note("signed out")
    assert not backups.is_changed(desk)
    desk.note("file opened")
    assert backups.is_changed(desk)


def test_none_is_made_by_itself_of_records_that_lack_something(desk: Desk) -> None:
    build.young_person(desk)
    desk.store.missing = "2 entries are missing"
    assert not backups.is_wanted_today(desk)
    assert not backups.is_wanted_at_close(desk)
    desk.store.missing = ""


def test_older_ones_of_a_day_go(desk: Desk) -> None:
    first = backups.take(desk)
    _move(desk, hours=1)
    second = backups.take(desk)
    assert backups.known(desk) == [second.copy]
    assert not first.copy.path.exists()


def test_every_backup_reaches_the_second_place_in_a_folder_of_this_store(desk: Desk, stick: Path) -> None:
    (stick / "holiday.jpg").touch()
    taken = backups.take(desk)
    (own,) = [each for each in stick.iterdir() if each.is_dir()]
    assert own.name == f"rise-desk-{desk.store.vault_id[:8]}"
    assert (own / taken.copy.path.name).read_bytes() == taken.copy.path.read_bytes()
    taken.copy.path.unlink()
    taken.copy.keys.unlink()
    assert [each.path.parent for each in backups.known(desk)] == [own]


def test_a_second_place_that_is_gone_is_told_and_the_first_copy_stands(desk: Desk, stick: Path) -> None:
    backups.take(desk)
    for each in (*stick.glob("*/*"), *stick.glob("*"), stick):
        each.rmdir() if each.is_dir() else each.unlink()
    _move(desk, hours=1)
    taken = backups.take(desk)
    assert "second place for backups can't be found" in taken.second_problem
    assert taken.copy.path.exists()
    assert not stick.exists()
    assert "second place" in audit.entries(desk.store.vault)[0]["reason"]
    assert backups.known(desk) == [taken.copy]


def test_how_well_it_stands_is_told(desk: Desk, stick: Path) -> None:
    now = desk.now()
    assert backups.standing(desk) == backups.Standing(last=None, place=str(stick), second=None)
    assert backups.standing(desk).is_old(now)
    assert "there is none" in backups.standing(desk).problem(now)
    backups.take(desk)
    standing = backups.standing(desk)
    assert (standing.last, standing.second) == (now, now)
    assert (standing.problem(now + backups.OLD), standing.is_old(now + backups.OLD)) == ("", False)
    later = now + backups.OLD + timedelta(seconds=1)
    assert "of 21 November 2026 at 10:00am" in standing.problem(later)
    assert standing.is_old(later)
    backups.set_second_place(desk, "")
    assert backups.standing(desk).problem(later) == ""


def test_a_second_place_that_cannot_be_read_holds_nothing(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.take(desk)
    real = backup.found

    def closed(folder: Path) -> list[backup.Copy]:
        if folder.is_relative_to(stick):
            raise Unavailable("no rights")
        return real(folder)

    monkeypatch.setattr(backup, "found", closed)
    assert backups.standing(desk).second is None
    assert len(backups.known(desk)) == 1


def test_a_second_place_must_be_there_and_not_beside_the_records(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="can't be found"):
        backups.set_second_place(desk, str(tmp_path / "none"))
    inside = desk.store.folder.path / "inside"
    inside.mkdir()
    with pytest.raises(Invalid, match="another disk"):
        backups.set_second_place(desk, str(inside))
    assert backups.second_place(desk) == ""
    worker = build.colleague(desk, "Tom Reed")
    with pytest.raises(NotAllowed):
        backups.set_second_place(worker, str(tmp_path))
    assert backups.take(worker).records == 0
    signing_in.leave(worker)


def test_a_folder_somebody_names_gets_one_and_loses_nothing(desk: Desk, tmp_path: Path) -> None:
    first = backups.take_into(desk, tmp_path / "to")
    _move(desk, hours=1)
    second = backups.take_into(desk, tmp_path / "to")
    assert [each.path for each in backup.found(tmp_path / "to")] == [second.copy.path, first.copy.path]


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
    grown = backup.Extent(seq=wanted.seq, hash=wanted.hash, counts=tuple(each + 1 for each in wanted.counts))
    other = backup.Extent(seq=wanted.seq, hash="another", counts=wanted.counts)
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


def test_two_programs_do_not_make_one_at_the_same_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = desk.store.folder.backups
    monkeypatch.setattr("rise_desk.storage.files.PATIENCE", 0.05)
    with one_at_a_time(folder / "making"), pytest.raises(Busy):
        backups.take(desk)
    assert _names(folder) == []


def test_a_damaged_backup_is_found_out(desk: Desk) -> None:
    build.young_person(desk)
    taken = backups.take(desk)
    content = bytearray(taken.copy.path.read_bytes())
    content[len(content) // 2] ^= 1
    taken.copy.path.write_bytes(content)
    with pytest.raises(Damaged):
        backups.check(desk, taken.copy)
    assert bytes(content) == taken.copy.path.read_bytes()


def test_what_came_after_a_backup_is_counted(desk: Desk, clock: Clock) -> None:
    taken = backups.take(desk)
    _move(desk, minutes=1)
    build.young_person(desk)
    assert backups.later_than(desk, taken.copy) == 1


def test_a_worker_may_back_up_but_not_restore(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed", Role.WORKER)
    backups.take(worker)
    signing_in.leave(worker)
