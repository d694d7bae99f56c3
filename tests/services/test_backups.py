"""Backups: made when something changed, opened before they count, kept in a second place, and told of honestly."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain.staff import Role
from rise_desk.errors import Invalid, NotAllowed, NotFound, Unavailable
from rise_desk.services import backups, signing_in, unpacking
from rise_desk.services.backups import Standing, Taken
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, backup, database
from tests import build


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


def test_a_backup_is_a_pair_of_files_and_is_written_down(desk: Desk) -> None:
    build.young_person(desk)
    taken = backups.take(desk)
    assert _names(desk.store.folder.backups) == [taken.copy.path.name, taken.copy.keys.name]
    assert (taken.records, taken.second_problem) == (1, "")
    last = audit.entries(desk.store.vault)[0]
    assert (last["deed"], last["reason"]) == ("backup", taken.copy.path.name)
    assert unpacking.check(desk, taken.copy) == (
        f"The backup of 21 November 2026 at 10:00am is sound: 1 record and {taken.copy.entries} audit entries, as its "
        "name says."
    )


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
    assert backups.standing(desk) == Standing(last=None, place=str(stick), second=None, changed=True)
    assert backups.standing(desk).is_old(now)
    assert "has reached the second place yet" in backups.standing(desk).problem(now)
    backups.take(desk)
    assert backups.standing(desk) == Standing(last=now, place=str(stick), second=now, changed=False)
    backups.set_second_place(desk, "")
    assert backups.standing(desk).problem(now + timedelta(days=90)) == ""


@pytest.mark.parametrize(("after", "old"), [(backups.OLD, False), (backups.OLD + timedelta(seconds=1), True)])
def test_three_days_are_too_long_only_where_something_waits(desk: Desk, after: timedelta, old: bool) -> None:
    now = desk.now()
    waits = Standing(last=now, place="/stick", second=now, changed=True)
    assert waits.is_old(now + after) is old
    assert ("21 November 2026 at 10:00am" in waits.problem(now + after)) is old
    behind = Standing(last=now + after, place="/stick", second=now, changed=False)
    assert (behind.problem(now + after) != "") is old
    still = Standing(last=now, place="/stick", second=now, changed=False)
    assert (still.is_old(now + after), still.problem(now + after)) == (False, "")


def test_a_stick_in_a_drawer_is_no_alarm_until_it_is_late(desk: Desk, stick: Path) -> None:
    backups.take(desk)
    stick.rename(stick.with_name("drawer"))
    build.young_person(desk)
    _move(desk, days=1)
    taken = backups.take(desk)
    standing = backups.standing(desk)
    assert "can't be found" in taken.second_problem
    assert standing.second == desk.now() - timedelta(days=1)
    assert standing.problem(desk.now()) == ""
    assert standing.is_behind()


def test_a_stick_that_is_back_gets_what_it_lacks(desk: Desk, stick: Path) -> None:
    assert backups.catch_up(desk) is None
    stick.rename(stick.with_name("drawer"))
    taken = backups.take(desk)
    still = backups.catch_up(desk)
    assert still is not None
    assert "can't be found" in still.second_problem
    stick.with_name("drawer").rename(stick)
    assert backups.catch_up(desk) == Taken(copy=taken.copy)
    assert len(list(stick.glob("*/*.vault"))) == 1
    assert backups.catch_up(desk) is None


def test_a_second_place_that_cannot_be_read_holds_nothing(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.take(desk)
    real = backup.found

    def closed(folder: Path, called: str = "desk") -> list[backup.Copy]:
        if folder.is_relative_to(stick):
            raise Unavailable("no rights")
        return real(folder, called)

    monkeypatch.setattr(backup, "found", closed)
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


def test_what_another_program_saves_meanwhile_is_either_held_or_still_to_keep(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = signing_in.sign_in(desk.store.folder.path, "Lena Osei", build.PASSWORD, desk.clock)
    real = database._prove

    def meanwhile(*how: Any) -> None:
        build.young_person(other, "Saved meanwhile")
        real(*how)

    monkeypatch.setattr(database, "_prove", meanwhile)
    assert backups.take(desk).records == 0
    assert backups.is_changed(desk)
    signing_in.leave(other)


def test_a_backup_somebody_deleted_is_made_again(desk: Desk) -> None:
    backup.take_away(backups.take(desk).copy)
    assert backups.is_wanted_today(desk)
    assert backups.standing(desk).last is None


def test_one_taken_out_is_not_the_days(desk: Desk, tmp_path: Path) -> None:
    build.young_person(desk)
    backups.take_into(desk, tmp_path / "to")
    assert backups.is_wanted_today(desk)
    assert not (desk.store.folder.backups / "outgoing").exists()
    assert desk.store.folder.backups.stat().st_mode & 0o077 == 0
    assert {each.stat().st_mode & 0o077 for each in (tmp_path / "to").iterdir()} == {0}
    worker = build.colleague(desk, "Tom Reed")
    with pytest.raises(NotAllowed, match="outside the records' own folder"):
        backups.take_into(worker, tmp_path / "to")
    signing_in.leave(worker)


def test_the_newest_is_told_by_its_time_and_none_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no backup yet"):
        backups.newest(desk)
    backups.take(desk)
    _move(desk, days=1)
    copy = backups.take(desk).copy
    assert backups.newest(desk) == copy


def test_what_came_after_a_backup_is_counted(desk: Desk) -> None:
    taken = backups.take(desk)
    assert backups.later_than(desk, taken.copy) == 0
    build.young_person(desk)
    desk.note("signed in")
    assert backups.later_than(desk, taken.copy) == 1


def test_a_worker_may_back_up_but_not_restore(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed", Role.WORKER)
    backups.take(worker)
    signing_in.leave(worker)
