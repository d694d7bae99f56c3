"""Restoring: only what is proved, never over records without a copy of them, and nothing is lost on the way."""

import json
import shutil
from pathlib import Path

import pytest

from rise_desk.domain.staff import Role
from rise_desk.errors import Damaged, DeskError, NotAllowed, TooNew, Unavailable, WrongKey
from rise_desk.places import DataFolder
from rise_desk.services import accounts, backups, restoring, signing_in
from rise_desk.services.backups import Taken
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, keys, migrations
from tests import build
from tests.build import PASSWORD
from tests.services.restored import LENA, held, restored


def _files(folder: Path) -> dict[str, bytes]:
    skipped = ("desk.attempts", ".lock")
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not each.name.endswith(skipped)
    }


def test_into_a_new_folder_it_is_the_store_as_it_was(taken: Taken, tmp_path: Path, clock: Clock) -> None:
    done = restored(taken.copy.path, tmp_path / "new", clock)
    records, problems = held(tmp_path / "new", clock)
    assert (len(records), problems) == (2, [])
    assert (done.given_up, done.kept, done.at) == (0, None, taken.copy.at)
    assert not (tmp_path / "new" / restoring.CORNER).exists()


def test_over_a_live_store_a_copy_of_it_is_kept_first(taken: Taken, folder: Path, clock: Clock, tmp_path: Path) -> None:
    before, _ = held(folder, clock)
    done = restored(taken.copy.path, folder, clock)
    records, problems = held(folder, clock)
    assert (len(before), len(records), problems) == (3, 2, [])
    assert done.given_up > 0
    assert done.kept is not None
    assert done.kept.name.startswith("before-restore-")
    restored(done.kept, tmp_path / "kept", clock)
    assert held(tmp_path / "kept", clock)[0] == before


def test_it_is_written_down_who_restored_what(taken: Taken, folder: Path, clock: Clock) -> None:
    restored(taken.copy.path, folder, clock)
    desk = signing_in.sign_in(folder, LENA, PASSWORD, clock)
    assert desk.store.missing == ""
    row = next(each for each in audit.entries(desk.store.vault) if each["deed"] == "backup restored")
    assert row["account"] == LENA
    assert row["reason"].startswith("backup of 2026-11-21T10:00")
    assert "later entries given up" in row["reason"]
    build.young_person(desk, "Saved after")
    signing_in.leave(desk)


def test_a_backup_with_another_name_can_be_restored_too(taken: Taken, tmp_path: Path, clock: Clock) -> None:
    for each, name in ((taken.copy.path, "old.vault"), (taken.copy.keys, "old.vault.keys")):
        shutil.copyfile(each, tmp_path / name)
    done = restored(tmp_path / "old.vault", tmp_path / "new", clock)
    assert done.at is None
    assert len(held(tmp_path / "new", clock)[0]) == 2


def _refused(taken: Taken, folder: Path, clock: Clock, kind: type[DeskError], words: str, **how: str) -> None:
    before = _files(folder)
    with pytest.raises(kind, match=words):
        restored(taken.copy.path, folder, clock, **how)
    assert _files(folder) == before


def test_a_wrong_password_is_counted_and_changes_nothing(taken: Taken, folder: Path, clock: Clock) -> None:
    _refused(taken, folder, clock, WrongKey, "name or the password is wrong", password="wrong")
    _refused(taken, folder, clock, WrongKey, "name or the password is wrong", name="Nobody")


def test_only_a_supervisor_of_that_backup_restores_it(desk: Desk, folder: Path, clock: Clock) -> None:
    worker = build.colleague(desk, "Tom Reed", Role.WORKER)
    made = backups.take(desk)
    signing_in.leave(worker)
    signing_in.leave(desk)
    _refused(made, folder, clock, NotAllowed, "A worker may not restore a backup", name="Tom Reed")


def test_somebody_who_had_only_a_code_then_does_not(desk: Desk, folder: Path, clock: Clock) -> None:
    code = accounts.add(desk, "Ama Boateng", Role.SUPERVISOR)
    made = backups.take(desk)
    signing_in.leave(desk)
    _refused(made, folder, clock, NotAllowed, "one-day code", name="Ama Boateng", password=code)


def test_while_the_desk_is_open_anywhere_nothing_is_replaced(taken: Taken, folder: Path, clock: Clock) -> None:
    open_ = signing_in.sign_in(folder, LENA, PASSWORD, clock)
    with pytest.raises(Unavailable, match="RISE Desk is open on these records"):
        restored(taken.copy.path, folder, clock)
    assert len(open_.store.everything()) == 3
    build.young_person(open_, "Still saved")
    signing_in.leave(open_)


def test_another_stores_backup_is_refused(taken: Taken, tmp_path: Path, clock: Clock) -> None:
    accounts.create(tmp_path / "other", LENA, PASSWORD, clock, keys.TEST)
    _refused(taken, tmp_path / "other", clock, Unavailable, "of other records than those in this folder")
    (tmp_path / "other" / "desk.vault.keys").write_text("damaged")
    shutil.rmtree(tmp_path / "other" / "second", ignore_errors=True)
    done = restored(taken.copy.path, tmp_path / "other", clock)
    assert done.kept is not None
    assert (done.kept / "desk.vault").exists()


def test_records_that_cannot_be_read_are_moved_aside_whole(taken: Taken, folder: Path, clock: Clock) -> None:
    vault = folder / "desk.vault"
    content = bytearray(vault.read_bytes())
    content[:4096] = b"\x01" * 4096
    vault.write_bytes(content)
    done = restored(taken.copy.path, folder, clock)
    assert done.kept is not None
    assert (done.kept / "desk.vault").read_bytes() == bytes(content)
    assert held(folder, clock)[1] == []


def test_records_whose_key_file_is_lost_are_copied_with_that_of_the_backup(
    taken: Taken, folder: Path, clock: Clock, tmp_path: Path
) -> None:
    (folder / "desk.vault.keys").unlink()
    done = restored(taken.copy.path, folder, clock)
    assert len(held(folder, clock)[0]) == 2
    assert done.kept is not None
    restored(done.kept, tmp_path / "kept", clock)
    assert len(held(tmp_path / "kept", clock)[0]) == 3


def test_records_with_a_bad_page_are_moved_aside_whole(taken: Taken, folder: Path, clock: Clock) -> None:
    vault = folder / "desk.vault"
    content = bytearray(vault.read_bytes())
    content[(len(content) // 4096 - 2) * 4096 + 99] ^= 1
    vault.write_bytes(content)
    done = restored(taken.copy.path, folder, clock)
    assert done.kept is not None
    assert len((done.kept / "desk.vault").read_bytes()) == len(content)
    assert len(held(folder, clock)[0]) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a backup of RISE Desk"),
        (b"PK\x03\x04" + b"0" * 4092, "not a backup of RISE Desk"),
        (b"SQLite format 3\0" + b"0" * 4080, "not a backup of RISE Desk"),
        (b"name,age\n", "not a backup of RISE Desk"),
        (b"\x07" * 8192, "not a backup of RISE Desk"),
    ],
)
def test_a_file_that_is_no_backup_is_refused(
    taken: Taken, folder: Path, clock: Clock, tmp_path: Path, content: bytes, words: str
) -> None:
    false = tmp_path / "false.vault"
    false.write_bytes(content)
    shutil.copyfile(taken.copy.keys, tmp_path / "false.vault.keys")
    before = _files(folder)
    with pytest.raises(Damaged, match=words):
        restored(false, folder, clock)
    assert _files(folder) == before
    assert false.read_bytes() == content


def test_a_missing_file_or_key_file_is_said_by_name(taken: Taken, folder: Path, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"none\.vault is not there"):
        restored(tmp_path / "none.vault", folder, clock)
    taken.copy.keys.unlink()
    with pytest.raises(Unavailable, match=r"Z\.vault\.keys is not there"):
        restored(taken.copy.path, tmp_path / "new", clock)
    assert not (tmp_path / "new").exists()


def test_a_damaged_key_file_is_said(taken: Taken, folder: Path, clock: Clock) -> None:
    taken.copy.keys.write_text("{")
    _refused(taken, folder, clock, Damaged, "key file of this backup is damaged")


def test_a_damaged_backup_is_refused(taken: Taken, folder: Path, clock: Clock) -> None:
    content = bytearray(taken.copy.path.read_bytes())
    content[-3000] ^= 1
    taken.copy.path.write_bytes(content)
    _refused(taken, folder, clock, Damaged, "damaged")


def test_a_key_file_of_other_records_is_refused(taken: Taken, folder: Path, clock: Clock) -> None:
    text = taken.copy.keys.read_text()
    held = DataFolder(folder).keys
    assert text == held.read_text()
    vault_id = json.loads(text)["vault_id"]
    taken.copy.keys.write_text(text.replace(vault_id, "0" * 32))
    with pytest.raises(WrongKey):
        restored(taken.copy.path, folder, clock)


def test_a_newer_programs_backup_is_refused(
    taken: Taken, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "STEPS", ())
    _refused(taken, folder, clock, TooNew, "A newer RISE Desk made this backup")


def test_proving_changes_nothing(taken: Taken, folder: Path, clock: Clock) -> None:
    before = _files(folder)
    restoring.prove(taken.copy.path, folder, LENA, PASSWORD)
    assert _files(folder) == before
    with pytest.raises(WrongKey):
        restoring.prove(taken.copy.path, folder, LENA, "wrong")
