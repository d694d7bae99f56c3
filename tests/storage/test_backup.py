"""Backups as files: which are kept, what is cleared away, and that a copy elsewhere is the same byte for byte."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rise_desk.domain import moments
from rise_desk.errors import Damaged, Unavailable
from rise_desk.storage import backup, keeping
from rise_desk.storage.backup import Copy

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
STICK = "the second place for backups"
AsNobody = Callable[[], AbstractContextManager[None]]


def _copy(at: datetime, folder: Path = Path(), called: str = "desk") -> Copy:
    local = at.astimezone(moments.LONDON)
    path = folder / f"{called}-{local:%Y-%m-%d-%H%M}-r3-e42.vault"
    return Copy(at=local, entries=42, records=3, path=path, called=called)


def _lying(folder: Path, at: datetime, content: bytes = b"x", called: str = "desk") -> Copy:
    made = _copy(at, folder, called)
    folder.mkdir(exist_ok=True)
    made.path.write_bytes(content)
    made.keys.write_bytes(b"keys")
    return made


def test_the_newest_of_each_of_fourteen_days_is_kept_and_no_fifteenth() -> None:
    twice_a_day = [_copy(NOON - timedelta(hours=12 * half)) for half in range(60)]
    days = sorted({each.day for each in keeping.kept(twice_a_day)}, reverse=True)
    recent = [each for each in keeping.kept(twice_a_day) if each.at > NOON - timedelta(days=14)]
    assert days[:14] == [(NOON - timedelta(days=back)).date() for back in range(14)]
    assert len(recent) == 14
    assert all(each.at.hour == 12 for each in recent)
    assert (NOON - timedelta(days=14)).date() not in days


def test_ten_weeks_and_twelve_months_are_kept_beyond_the_days() -> None:
    daily = [_copy(NOON - timedelta(days=back)) for back in range(800)]
    kept = keeping.kept(daily)
    assert len({each.day.isocalendar()[:2] for each in kept if each.at > NOON - timedelta(weeks=9)}) == 10
    months = {(each.day.year, each.day.month) for each in kept}
    assert len(months) == 12
    assert min(each.day for each in kept).isoformat() == "2025-12-31"
    assert max(kept).at == NOON


def test_the_newest_is_always_kept_and_of_nothing_nothing() -> None:
    assert keeping.kept([_copy(NOON)]) == {_copy(NOON)}
    assert keeping.kept([]) == set()


def test_a_day_is_londons_day() -> None:
    assert _copy(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)).day.isoformat() == "2026-07-02"
    assert _copy(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)).day.isoformat() == "2026-12-01"


def test_a_name_tells_when_it_was_made_by_londons_clock_and_what_it_holds() -> None:
    summer = backup.read_name(Path("desk-2026-07-01-0930-r560-e1234.vault"))
    assert summer is not None
    assert summer.at == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert (summer.records, summer.entries) == (560, 1234)
    winter = backup.read_name(Path("before-restore-2026-12-01-0930-r0-e1.vault"))
    assert winter is not None
    assert (winter.at, winter.called) == (datetime(2026, 12, 1, 9, 30, tzinfo=UTC), "before-restore")
    for none in ("desk-2026-13-01-0930-r1-e1.vault", "desk-2026-07-01-0930.vault", "desk.vault", "x.txt"):
        assert backup.read_name(Path(none)) is None


def test_only_a_pair_of_files_with_our_names_is_a_backup(tmp_path: Path) -> None:
    pair = _lying(tmp_path / "b", NOON)
    before = _lying(tmp_path / "b", NOON, called="before-restore")
    for stray in ("desk-2026-11-21-1201-r3-e42.vault", "desk-2026-13-99-1200-r3-e42.vault", "desk.vault"):
        (tmp_path / "b" / stray).touch()
    (tmp_path / "b" / "desk-2026-13-99-1200-r3-e42.vault.keys").touch()
    assert backup.found(tmp_path / "b") == [pair]
    assert backup.found(tmp_path / "b", "before-restore") == [before]
    assert backup.found(tmp_path / "none") == []


def test_pruning_takes_only_backups_that_are_not_worth_keeping(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    copies = [_lying(folder, NOON - timedelta(hours=back)) for back in (0, 1, 2)]
    (folder / "notes.txt").touch()
    assert keeping.prune(folder, NOON, copies[0]) == copies[1:]
    assert sorted(each.name for each in folder.iterdir()) == [copies[0].path.name, copies[0].keys.name, "notes.txt"]


def test_the_one_just_made_stays_though_others_have_later_names(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    later, made = _lying(folder, NOON + timedelta(hours=1)), _lying(folder, NOON)
    assert keeping.prune(folder, NOON, made) == []
    assert backup.found(folder) == [later, made]


@pytest.mark.parametrize(("age", "stays"), [(timedelta(days=30), True), (timedelta(days=30, minutes=1), False)])
def test_what_a_restore_replaced_is_kept_for_thirty_days(tmp_path: Path, age: timedelta, stays: bool) -> None:
    folder = tmp_path / "b"
    made = _lying(folder, NOON)
    replaced = _lying(folder, NOON - age, called="before-restore")
    assert keeping.prune(folder, NOON, made) == ([] if stays else [replaced])
    assert (replaced.path.exists(), replaced.keys.exists()) == (stays, stays)


def test_what_a_killed_backup_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    whole = _lying(folder, NOON)
    left = [
        "unfinished-0123abcd.vault.part",
        "unfinished-0123abcd.vault.part-wal",
        "desk-2026-11-21-1100-r3-e41.vault.part",
        "desk-2026-11-21-1101-r3-e41.vault.keys",
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
    copied = backup.copy_to(made, tmp_path / "stick", STICK)
    assert copied.path.read_bytes() == made.path.read_bytes()
    assert backup.found(tmp_path / "stick") == [copied]
    assert copied.path.stat().st_mode & 0o077 == 0


def test_a_copy_that_came_out_different_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _lying(tmp_path / "b", NOON)
    (tmp_path / "stick").mkdir()
    answers = iter((b"other",))
    monkeypatch.setattr(backup, "_digest", lambda _path, _stopped: next(answers))
    with pytest.raises(Damaged, match="can't be read back as it was"):
        backup.copy_to(made, tmp_path / "stick", STICK)
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_second_place_that_is_gone_or_closed_is_said(public_place: Path, as_nobody: AsNobody) -> None:
    made = _lying(public_place / "b", NOON)
    with pytest.raises(Unavailable, match="second place for backups can't be found"):
        backup.copy_to(made, public_place / "none", STICK)
    made.path.chmod(0o644)
    made.keys.chmod(0o644)
    (public_place / "b").chmod(0o755)
    (public_place / "stick").mkdir(mode=0o755)
    with as_nobody(), pytest.raises(Unavailable, match="second place for backups"):
        backup.copy_to(made, public_place / "stick", STICK)
    assert list((public_place / "stick").iterdir()) == []


@pytest.mark.parametrize("asked", [1, 2, 3, 4])
def test_a_copy_that_is_stopped_leaves_nothing(tmp_path: Path, asked: int) -> None:
    made = _lying(tmp_path / "b", NOON, b"pages" * 1000)
    (tmp_path / "stick").mkdir()
    times = iter(range(1, 10))
    with pytest.raises(Unavailable, match="The backup was stopped"):
        backup.copy_to(made, tmp_path / "stick", STICK, lambda: next(times) == asked)
    assert list((tmp_path / "stick").iterdir()) == []
