"""Restoring: only what is proved, never over records without a copy of them, and nothing is lost on the way."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from rise_desk.places import DataFolder
from rise_desk.services import accounts, backups, signing_in
from rise_desk.services.backups import Taken
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.restoring import Restored
from rise_desk.storage import audit
from tests import build
from tests.build import PASSWORD
from tests.services.restored import LENA, held, restored


def test_into_a_new_folder_it_is_the_store_as_it_was(taken: Taken, tmp_path: Path, clock: Clock) -> None:
    done = restored(taken.copy.path, tmp_path / "new", clock)
    records, problems = held(tmp_path / "new", clock)
    assert (len(records), problems) == (2, [])
    assert (done.given_up, done.kept, done.at) == (0, None, taken.copy.at)
    assert not [each for each in (tmp_path / "new").iterdir() if each.name.startswith(".")]
    assert {each.stat().st_mode & 0o077 for each in (tmp_path / "new").rglob("*")} == {0}


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


def test_records_that_cannot_be_read_are_moved_aside_whole(taken: Taken, folder: Path, clock: Clock) -> None:
    vault = folder / "desk.vault"
    content = bytearray(vault.read_bytes())
    content[:4096] = b"\x01" * 4096
    vault.write_bytes(content)
    done = restored(taken.copy.path, folder, clock)
    assert done.kept is not None
    assert done.kept.read_bytes() == bytes(content)
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
    content[len(content) // 4096 // 2 * 4096 + 99] ^= 1
    vault.write_bytes(content)
    done = restored(taken.copy.path, folder, clock)
    assert done.kept is not None
    assert len(done.kept.read_bytes()) == len(content)
    assert len(held(folder, clock)[0]) == 2


def test_a_lost_key_file_is_what_a_restore_brings_back(
    taken: Taken, folder: Path, clock: Clock, tmp_path: Path
) -> None:
    before, _ = held(folder, clock)
    for lost in ("unlink", "spoil"):
        keys_ = DataFolder(folder).keys
        keys_.unlink() if lost == "unlink" else keys_.write_text("{")
        done = restored(taken.copy.path, folder, clock)
        assert held(folder, clock)[1] == []
        assert done.kept is not None
        restored(done.kept, tmp_path / lost, clock)
        if lost == "unlink":
            assert held(tmp_path / lost, clock)[0] == before


def test_a_lost_file_of_records_is_what_a_restore_brings_back(taken: Taken, folder: Path, clock: Clock) -> None:
    DataFolder(folder).vault.unlink()
    done = restored(taken.copy.path, folder, clock)
    assert (done.kept, held(folder, clock)[1]) == (None, [])


def test_whose_account_changed_since_is_named(desk: Desk, folder: Path, clock: Clock) -> None:
    for name in ("Tom Reed", "Ama Boateng", "Priya Nair"):
        signing_in.leave(build.colleague(desk, name))
    made = backups.take(desk)
    accounts.suspend(desk, "Tom Reed")
    priya = signing_in.sign_in(folder, "Priya Nair", PASSWORD, clock)
    accounts.change_password(priya, PASSWORD, PASSWORD + " two")
    signing_in.leave(priya)
    signing_in.leave(build.colleague(desk, "Zoe Lee"))
    signing_in.leave(desk)
    done = restored(made.copy.path, folder, clock)
    assert done.changed == ("Priya Nair", "Tom Reed", "Zoe Lee")
    assert "are now as they were then: Priya Nair, Tom Reed, Zoe Lee." in done.told()
    signing_in.leave(signing_in.sign_in(folder, "Tom Reed", PASSWORD, clock))
    assert held(folder, clock)[1] == []


def test_what_it_did_is_told_in_plain_sentences() -> None:
    at = datetime(2026, 11, 21, 9, 15, tzinfo=UTC)
    one = Restored(at=at, records=1, given_up=1, kept=Path("/x/backups/a.vault"), changed=())
    assert one.told() == (
        "The backup of 21 November 2026 at 9:15am is in place, with 1 record. 1 later entry of the audit trail was "
        "given up. What was there before is kept in the data folder, in “backups”."
    )
    many = Restored(at=None, records=1200, given_up=14, kept=None, changed=())
    assert many.told() == (
        "The backup is in place, with 1,200 records. 14 later entries of the audit trail were given up."
    )
    assert Restored(at=at, records=0, given_up=0, kept=None, changed=()).told().endswith("with 0 records.")


def test_entries_are_given_up_from_where_the_two_part(taken: Taken, folder: Path, clock: Clock) -> None:
    restored(taken.copy.path, folder, clock)
    desk = signing_in.sign_in(folder, LENA, PASSWORD, clock)
    build.young_person(desk, "Another Jade")
    last = audit.last(desk.store.vault)[0]
    signing_in.leave(desk)
    # restore row, signed in, the young person, signed out: nothing of them was in the backup
    assert restored(taken.copy.path, folder, clock).given_up == last + 1 - taken.copy.entries


def test_how_much_of_unreadable_records_is_given_up_is_known_by_their_anchor(
    taken: Taken, folder: Path, clock: Clock
) -> None:
    data = DataFolder(folder)
    content = data.vault.read_bytes()
    last = json.loads(data.anchors[0].read_text())["seq"]
    for number in (1, 2):
        data.vault.write_bytes(b"\x01" * len(content))
        done = restored(taken.copy.path, folder, clock)
        assert done.kept is not None
        assert done.kept.parent.name == "damaged-2026-11-21-1000" + ("" if number == 1 else "-2")
        assert done.given_up == (last - taken.copy.entries if number == 1 else 1)
    for each in data.anchors:
        each.unlink()
    data.vault.write_bytes(b"\x01" * len(content))
    assert restored(taken.copy.path, folder, clock).given_up == 0
