"""What was decided is brought to its end once, by whoever looks first."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rise_desk.places import DataFolder
from rise_desk.storage import replacing


def _ready(folder: Path) -> DataFolder:
    made = DataFolder(folder / "ready")
    made.path.mkdir(parents=True)
    made.vault.write_bytes(b"new")
    made.keys.write_bytes(b"new keys")
    return made


def test_what_was_there_goes_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for name in ("desk.vault", "desk.vault-wal", "desk.vault-shm", "desk.vault.keys", "desk.vault.keys.1", "mine.txt"):
        (tmp_path / name).write_bytes(b"old")
    replacing.replace(_ready(tmp_path), folder)
    left = sorted(each.name for each in tmp_path.iterdir() if not each.name.endswith(".lock"))
    assert left == ["desk.vault", "desk.vault.keys", "mine.txt"]
    assert (folder.vault.read_bytes(), folder.keys.read_bytes()) == (b"new", b"new keys")


def test_what_can_not_be_copied_is_kept_whole_under_its_name(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for name in ("desk.vault", "desk.vault-wal", "desk.vault.keys", "desk.vault.keys.2"):
        (tmp_path / name).write_text(name)
    replacing.replace(_ready(tmp_path), folder, "damaged-2026-11-21-0915")
    kept = {each.name: each.read_text() for each in (tmp_path / "damaged-2026-11-21-0915").iterdir()}
    assert kept == {name: name for name in ("desk.vault", "desk.vault-wal", "desk.vault.keys", "desk.vault.keys.2")}


def test_what_another_program_has_finished_meanwhile_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came = _ready(tmp_path).path.rename(tmp_path / replacing.DECIDED)

    @contextmanager
    def waited(_path: Path) -> Iterator[None]:
        shutil.rmtree(came)
        yield

    monkeypatch.setattr(replacing, "one_at_a_time", waited)
    replacing.finish(DataFolder(tmp_path))
    assert list(tmp_path.iterdir()) == []
