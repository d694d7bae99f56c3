"""Small files are whole or not there, and only one program writes at a time."""

import errno
import os
import stat
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from rise_desk.errors import Busy
from rise_desk.storage import files
from rise_desk.storage.files import one_at_a_time, sync_folder, write_whole
from tests.storage.conftest import Program

HOLD = """
import sys; from pathlib import Path
from rise_desk.storage.files import one_at_a_time
with one_at_a_time(Path(sys.argv[1])):
    print("ready", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("sync", [True, False])
def test_a_file_is_written_privately_and_replaced_whole(tmp_path: Path, sync: bool) -> None:
    path = tmp_path / "new folder" / "file"
    write_whole(path, b"one", sync=sync)
    write_whole(path, b"two", sync=sync)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["file"]


def test_with_sync_file_and_folder_wait_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[bool] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        waited.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    write_whole(tmp_path / "file", b"x", sync=False)
    assert waited == []
    write_whole(tmp_path / "file", b"x")
    assert waited == [False, True]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("file", b"old")]


def test_windows_has_no_folder_to_wait_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "gone"
    with pytest.raises(FileNotFoundError):
        sync_folder(folder)
    monkeypatch.setattr(files, "_SYSTEM", "nt")
    sync_folder(folder)


def test_a_second_program_waits_then_is_told_it_is_busy(tmp_path: Path, program: Program) -> None:
    holding = program(HOLD, tmp_path / "file")
    began = time.monotonic()
    with pytest.raises(Busy, match="Try again"), one_at_a_time(tmp_path / "file", patience=0.1):
        raise AssertionError("somebody else holds it")
    assert 0.1 <= time.monotonic() - began < 2
    holding.communicate("go\n")
    with one_at_a_time(tmp_path / "file", patience=0.1):
        pass


def test_a_program_that_was_killed_lets_go(tmp_path: Path, program: Program) -> None:
    holding = program(HOLD, tmp_path / "file")
    holding.kill()
    holding.wait()
    with one_at_a_time(tmp_path / "file", patience=0.1):
        pass


def test_on_windows_the_lock_is_asked_of_msvcrt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []

    def locking(_handle: int, mode: int, count: int) -> None:
        asked.append((mode, count))
        if len(asked) == 1:
            raise PermissionError(errno.EACCES, "held by another")

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking))
    monkeypatch.setattr(files, "_SYSTEM", "nt")
    with one_at_a_time(tmp_path / "file"):
        pass
    assert asked == [(2, 1), (2, 1)]
