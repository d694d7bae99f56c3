"""Backups as files: which are kept, what is cleared away, and that a copy elsewhere is the same byte for byte."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rise_desk.errors import Damaged, Unavailable
from rise_desk.storage import backup
from rise_desk.storage.backup import Copy

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
AsNobody = Callable[[], AbstractContextManager[None]]


def _copy(at: datetime, folder: Path = Path()) -> Copy:
    return Copy(at=at, path=folder / f"desk-{at:%Y%m%d-%H%M%S}Z.vault")


def _lying(folder: Path, at: datetime, content: bytes = b"x") -> Copy:
    made = _copy(at, folder)
    folder.mkdir(exist_ok=True)
    made.path.write_bytes(content)
    made.keys.write_bytes(b"keys")
    return made


def test_the_newest_of_each_of_fourteen_days_is_kept_and_no_fifteenth() -> None:
    twice_a_day = [_copy(NOON - timedelta(hours=12 * half)) for half in range(60)]
    days = sorted({each.day for each in backup.kept(twice_a_day)}, reverse=True)
    recent = [each for each in backup.kept(twice_a_day) if each.at > NOON - timedelta(days=14)]
    assert days[:14] == [(NOON - timedelta(days=back)).date() for back in range(14)]
    assert len(recent) == 14
    assert all(each.at.hour == 12 for each in recent)
    assert (NOON - timedelta(days=14)).date() not in days


def test_ten_weeks_and_twelve_months_are_kept_beyond_the_days() -> None:
    daily = [_copy(NOON - timedelta(days=back)) for back in range(800)]
    kept = backup.kept(daily)
    assert len({each.day.isocalendar()[:2] for each in kept if each.at > NOON - timedelta(weeks=9)}) == 10
    months = {(each.day.year, each.day.month) for each in kept}
    assert len(months) == 12
    assert min(each.day for each in kept).isoformat() == "2025-12-31"
    assert max(kept).at == NOON


def test_the_newest_is_always_kept_and_of_nothing_nothing() -> None:
    assert backup.kept([_copy(NOON)]) == {_copy(NOON)}
    assert backup.kept([]) == set()


def test_a_day_is_londons_day() -> None:
    assert _copy(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)).day.isoformat() == "2026-07-02"
    assert _copy(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)).day.isoformat() == "2026-12-01"


def test_only_a_pair_of_files_with_our_names_is_a_backup(tmp_path: Path) -> None:
    pair = _lying(tmp_path / "b", NOON)
    for stray in (
        "desk-20261121-120001Z.vault",
        "desk-20261399-120000Z.vault",
        "before-restore-20261121-120000Z.vault",
    ):
        (tmp_path / "b" / stray).touch()
    (tmp_path / "b" / "desk-20261399-120000Z.vault.keys").touch()
    assert backup.found(tmp_path / "b") == [pair]
    assert backup.found(tmp_path / "none") == []


def test_pruning_takes_only_backups_that_are_not_worth_keeping(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    copies = [_lying(folder, NOON - timedelta(hours=back)) for back in (0, 1, 2)]
    (folder / "before-restore-20261121-110000Z.vault").touch()
    (folder / "notes.txt").touch()
    assert backup.prune(folder) == copies[1:]
    assert sorted(each.name for each in folder.iterdir()) == [
        "before-restore-20261121-110000Z.vault",
        copies[0].path.name,
        copies[0].keys.name,
        "notes.txt",
    ]


def test_what_a_killed_backup_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    whole = _lying(folder, NOON)
    left = [
        "desk-20261121-110000Z.vault.part",
        "desk-20261121-110000Z.vault.part-wal",
        "desk-20261121-110000Z.vault.keys",
    ]
    theirs = ["holiday.vault.part", "desk.vault.keys", "x.keys"]
    for name in (*left, *theirs):
        (folder / name).touch()
    backup.clear_leftovers(folder)
    assert sorted(each.name for each in folder.iterdir()) == sorted([whole.path.name, whole.keys.name, *theirs])
    backup.clear_leftovers(tmp_path / "none")


def test_a_copy_elsewhere_is_the_same(tmp_path: Path) -> None:
    made = _lying(tmp_path / "b", NOON, b"pages" * 1000)
    (tmp_path / "stick").mkdir()
    copied = backup.copy_to(made, tmp_path / "stick")
    assert copied.path.read_bytes() == made.path.read_bytes()
    assert backup.found(tmp_path / "stick") == [copied]
    assert copied.path.stat().st_mode & 0o077 == 0


def test_a_copy_that_came_out_different_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _lying(tmp_path / "b", NOON)
    (tmp_path / "stick").mkdir()
    answers = iter(("one", "other"))
    monkeypatch.setattr(backup, "_digest", lambda _path: next(answers))
    with pytest.raises(Damaged, match="not the same as the backup"):
        backup.copy_to(made, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_second_place_that_is_gone_or_closed_is_said(public_place: Path, as_nobody: AsNobody) -> None:
    made = _lying(public_place / "b", NOON)
    with pytest.raises(Unavailable, match="second place for backups can't be found"):
        backup.copy_to(made, public_place / "none")
    made.path.chmod(0o644)
    made.keys.chmod(0o644)
    (public_place / "b").chmod(0o755)
    (public_place / "stick").mkdir(mode=0o755)
    with as_nobody(), pytest.raises(Unavailable, match="second place for backups"):
        backup.copy_to(made, public_place / "stick")
    assert list((public_place / "stick").iterdir()) == []
