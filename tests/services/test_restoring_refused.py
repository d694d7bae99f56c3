"""What can't be restored, by whom, and over what: one sentence each, and nothing is changed."""

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
from rise_desk.storage import keys, migrations
from rise_desk.storage.store import Store
from tests import build
from tests.build import PASSWORD
from tests.services.restored import LENA, restored


def _files(folder: Path) -> dict[str, bytes]:
    skipped = ("desk.attempts", ".lock")
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not each.name.endswith(skipped)
    }


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
    assert done.kept.exists()


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
    with pytest.raises(Unavailable, match=r"\.vault\.keys is not there"):
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
    with pytest.raises(Unavailable, match="of other records"):
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


def test_a_newer_programs_records_are_not_replaced(
    taken: Taken, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = migrations.schema
    monkeypatch.setattr(
        migrations, "schema", lambda vault: 99 if vault.path == DataFolder(folder).vault else real(vault)
    )
    _refused(taken, folder, clock, TooNew, "are a newer RISE Desk's")


def test_a_wrong_password_leaves_no_trace_in_a_new_folder(taken: Taken, tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(WrongKey):
        restored(taken.copy.path, tmp_path / "new", clock, password="wrong")
    assert not (tmp_path / "new").exists()


def test_a_key_file_of_another_data_key_is_refused(taken: Taken, tmp_path: Path, clock: Clock) -> None:
    said = json.loads(taken.copy.keys.read_text())
    taken.copy.keys.write_text(json.dumps({**said, "check": "0" * 64}))
    with pytest.raises(Damaged, match="belongs to other records"):
        restored(taken.copy.path, tmp_path / "new", clock)


def test_a_vault_of_another_number_is_refused(
    taken: Taken, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Store.setting
    monkeypatch.setattr(Store, "setting", lambda self, name: "0" * 32 if name == "vault_id" else real(self, name))
    with pytest.raises(Damaged, match="belongs to other records"):
        restored(taken.copy.path, tmp_path / "new", clock)


def test_somebody_without_an_account_in_it_does_not(
    taken: Taken, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rise_desk.storage.accounts.named", lambda vault, name: None)
    with pytest.raises(WrongKey):
        restored(taken.copy.path, tmp_path / "new", clock)


def test_passwords_can_not_be_guessed_by_restoring(taken: Taken, folder: Path, clock: Clock) -> None:
    for _ in range(5):
        with pytest.raises(WrongKey):
            restored(taken.copy.path, folder, clock, password="wrong")
    with pytest.raises(NotAllowed, match="Too many wrong passwords"):
        restored(taken.copy.path, folder, clock)
