"""The vault opens, refuses, copies and checks as it says, on real encrypted files."""

import os
import random
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee
import pytest

from rise_desk.errors import Busy, Damaged, SetUp, Unavailable, WrongKey
from rise_desk.storage import database
from rise_desk.storage.database import (
    Vault,
    checkpoint,
    close_vault,
    create_vault,
    data_version,
    integrity,
    key_of,
    open_vault,
    refuse_old_engine,
    still_same_file,
    verified_copy,
)
from rise_desk.storage.faults import faults
from tests.storage.conftest import AsNobody, Program

PLANTED = "Xyzzyplugh"
HOLD_THE_LOCK = """
import sys; from pathlib import Path
from rise_desk.storage.database import open_vault
vault = open_vault(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
with vault.atomic():
    vault.sql("INSERT INTO note (text) VALUES ('theirs')")
    print("ready", flush=True)
    sys.stdin.readline()
"""
SAVE_ONE = HOLD_THE_LOCK.replace("    print", "print").replace("    sys.stdin", "sys.stdin")
KILLED_WHILE_SAVING = """
import sys; from pathlib import Path
from rise_desk.storage.database import open_vault
vault = open_vault(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
for number in range(100): vault.sql("INSERT INTO note (text) VALUES (?)", ("x" * 3000,))
print("ready", flush=True)
sys.stdin.readline()
"""


def filled(path: Path, key: bytes, notes: int = 60) -> Path:
    """A closed vault of many full pages and no free ones."""
    vault = create_vault(path, key)
    vault.sql("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    with vault.atomic():
        for number in range(notes):
            vault.sql("INSERT INTO note (text) VALUES (?)", (f"{PLANTED} {number} " + "walked to school " * 60,))
    vault.sql("VACUUM")
    close_vault(vault)
    return path


def read_all(path: Path, key: bytes, *, key_proved: bool = False) -> list[str]:
    """Open, read every note, check every page; what is wrong, or the error."""
    vault = open_vault(path, key, key_proved=key_proved)
    try:
        vault.sql("SELECT text FROM note")
        return integrity(vault)
    finally:
        close_vault(vault)


class NoteRow(peewee.Model):
    """The table of the fixture, as peewee sees it."""

    text = peewee.TextField()

    class Meta:
        """Named as the fixture names it."""

        table_name = "note"


class TestAsking:
    def test_rows_of_a_query(self, vault: Vault) -> None:
        vault.bind([NoteRow], bind_refs=False, bind_backrefs=False)
        vault.sql("INSERT INTO note (text) VALUES ('x')")
        assert vault.rows(NoteRow.select(NoteRow.text)) == [("x",)]

    def test_damage_met_while_rows_are_fetched_is_damage_all_the_same(self, tmp_path: Path, key: bytes) -> None:
        path = filled(tmp_path / "desk.vault", key)
        content = bytearray(path.read_bytes())
        content[10 * 4096 + 100] ^= 1
        path.write_bytes(content)
        vault = open_vault(path, key)
        vault.bind([NoteRow], bind_refs=False, bind_backrefs=False)
        with pytest.raises(Damaged, match="damaged or part of it is missing"):
            vault.rows(NoteRow.select(NoteRow.text))
        with pytest.raises(Damaged, match="damaged or part of it is missing"):
            vault.sql("SELECT text FROM note")
        close_vault(vault)


class TestOpening:
    def test_what_was_saved_is_there_again(self, tmp_path: Path, key: bytes) -> None:
        path = filled(tmp_path / "desk.vault", key)
        vault = open_vault(path, key)
        assert vault.sql("SELECT count(*) FROM note") == [(60,)]
        close_vault(vault)

    @pytest.mark.parametrize("name", ["a b.vault", "é#1.vault", "50%.vault", "what?.vault", "a%20b&mode=ro.vault"])
    def test_a_strange_name_is_just_a_name(self, tmp_path: Path, key: bytes, name: str) -> None:
        close_vault(create_vault(tmp_path / name, key))
        assert sorted(found.name for found in tmp_path.iterdir()) == [name]
        close_vault(open_vault(tmp_path / name, key))

    def test_every_pragma_of_the_recipe_holds(self, vault: Vault) -> None:
        asked = (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "recursive_triggers",
            "secure_delete",
            "temp_store",
        )
        held = {name: vault.sql(f"PRAGMA {name}")[0][0] for name in (*asked, "trusted_schema", "busy_timeout")}
        assert held == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "secure_delete": 1,
            "temp_store": 2,
            "trusted_schema": 0,
            "busy_timeout": 10_000,
        }

    @pytest.mark.parametrize("length", [0, 16, 31, 33])
    def test_anything_but_a_raw_key_of_32_bytes_is_refused(self, tmp_path: Path, key: bytes, length: int) -> None:
        path = filled(tmp_path / "desk.vault", key)
        with pytest.raises(WrongKey):
            open_vault(path, bytes(length))

    def test_an_empty_passphrase_never_makes_a_plain_database(self, tmp_path: Path, key: bytes) -> None:
        (tmp_path / "new.vault").touch()
        vault = Vault(tmp_path / "new.vault", key)
        vault.connect_params = {}
        with pytest.raises(WrongKey):
            vault.connect()
        assert (tmp_path / "new.vault").stat().st_size == 0

    def test_nothing_connects_by_itself(self, tmp_path: Path, key: bytes) -> None:
        vault = Vault(filled(tmp_path / "desk.vault", key), key)
        with pytest.raises(peewee.InterfaceError):
            vault.sql("SELECT 1")

    def test_an_engine_that_can_damage_records_is_refused(self) -> None:
        refuse_old_engine((3, 51, 3))
        with pytest.raises(SetUp, match=r"3\.51\.2"):
            refuse_old_engine((3, 51, 2))

    def test_the_engine_stays_silent(self, tmp_path: Path, key: bytes, capfd: pytest.CaptureFixture[str]) -> None:
        path = filled(tmp_path / "desk.vault", key)
        with pytest.raises(WrongKey):
            open_vault(path, bytes(32))
        assert capfd.readouterr() == ("", "")


class TestBadFiles:
    def test_missing(self, tmp_path: Path, key: bytes) -> None:
        with pytest.raises(Unavailable, match=r"no records in this folder: desk\.vault is missing"):
            open_vault(tmp_path / "desk.vault", key)
        assert list(tmp_path.iterdir()) == []

    def test_a_folder(self, tmp_path: Path, key: bytes) -> None:
        with pytest.raises(Unavailable, match="is not a file"):
            open_vault(tmp_path, key)

    def test_a_folder_that_is_a_file(self, tmp_path: Path, key: bytes) -> None:
        (tmp_path / "data").write_text("x")
        with pytest.raises(Unavailable, match="can't be found"):
            open_vault(tmp_path / "data" / "desk.vault", key)

    def test_empty(self, tmp_path: Path, key: bytes) -> None:
        (tmp_path / "desk.vault").touch()
        with pytest.raises(Damaged, match="empty"):
            open_vault(tmp_path / "desk.vault", key)

    def test_an_unencrypted_database(self, tmp_path: Path, key: bytes) -> None:
        plain = sqlite3.connect(tmp_path / "desk.vault")
        plain.execute("CREATE TABLE note (text)")
        plain.close()
        with pytest.raises(Damaged, match="nobody encrypted"):
            open_vault(tmp_path / "desk.vault", key)

    @pytest.mark.parametrize("size", [4096, 5000])
    @pytest.mark.parametrize(("start", "name"), [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "zip"), (b"\x89PNG", "picture")])
    def test_another_programs_file(self, tmp_path: Path, key: bytes, start: bytes, name: str, size: int) -> None:
        (tmp_path / "desk.vault").write_bytes(start + bytes(size - len(start)))
        with pytest.raises(Damaged, match=f"{name}.*not RISE Desk's records"):
            open_vault(tmp_path / "desk.vault", key)

    def test_a_wrong_key_and_a_damaged_first_page_are_told_apart_once_the_key_is_proved(
        self, tmp_path: Path, key: bytes
    ) -> None:
        path = filled(tmp_path / "desk.vault", key)
        with pytest.raises(WrongKey, match="the key is wrong, or the first page"):
            open_vault(path, bytes(32))
        with pytest.raises(Damaged, match="first page of the records is damaged"):
            open_vault(path, bytes(32), key_proved=True)

    def test_two_hundred_damaged_files_each_get_their_kind_and_stay_as_they_are(
        self, tmp_path: Path, key: bytes
    ) -> None:
        rng = random.Random(20261121)
        whole = filled(tmp_path / "whole", key).read_bytes()
        pages = len(whole) // 4096
        assert pages > 15
        cases: list[tuple[str, bytes]] = []
        cases += [(f"garbage {n}", rng.randbytes(4096 * (n + 1))) for n in range(20)]
        cases += [(f"odd garbage {n}", rng.randbytes(4096 * n + rng.randint(1, 4095))) for n in range(20)]
        cases += [(f"cut to {n} pages", whole[: 4096 * n]) for n in range(pages)]
        cases += [(f"cut {n}", whole[: 512 * n + 7]) for n in rng.sample(range(pages * 8), 40)]
        for number in range(200 - len(cases)):
            place = rng.randrange(len(whole))
            flipped = bytearray(whole)
            flipped[place] ^= 1 << rng.randrange(8)
            cases.append((f"flip {number} at {place}", bytes(flipped)))
        assert len(cases) == 200
        folder = tmp_path / "bad"
        folder.mkdir()
        path = folder / "desk.vault"
        for name, content in cases:
            path.write_bytes(content)
            try:
                found = read_all(path, key, key_proved=True)
            except Damaged as error:
                found = [str(error)]
            assert found, f"{name} went unnoticed"
            assert path.read_bytes() == content, f"{name} was altered"
            assert [each.name for each in folder.iterdir()] == ["desk.vault"], name

    def test_half_a_last_page_is_mended_when_the_log_still_holds_it(
        self, tmp_path: Path, key: bytes, program: Program
    ) -> None:
        path = filled(tmp_path / "desk.vault", key)
        saving = program(KILLED_WHILE_SAVING, path, key.hex())
        saving.kill()
        saving.communicate()
        assert path.with_name("desk.vault-wal").stat().st_size > 0
        with path.open("ab") as file:
            file.write(b"torn" * 100)
        vault = open_vault(path, key)
        assert vault.sql("SELECT count(*) FROM note") == [(160,)]
        assert integrity(vault) == []
        close_vault(vault)

    def test_a_wrong_key_loses_nothing_that_still_lies_in_the_log(
        self, tmp_path: Path, key: bytes, program: Program
    ) -> None:
        path = filled(tmp_path / "desk.vault", key)
        saving = program(KILLED_WHILE_SAVING, path, key.hex())
        saving.kill()
        saving.communicate()
        with pytest.raises(WrongKey):
            open_vault(path, bytes(32))
        assert read_all(path, key) == []
        vault = open_vault(path, key)
        assert vault.sql("SELECT count(*) FROM note") == [(160,)]
        close_vault(vault)

    def test_no_rights(self, public_place: Path, key: bytes, as_nobody: AsNobody) -> None:
        path = filled(public_place / "desk.vault", key)
        with as_nobody(), pytest.raises(Unavailable, match="no rights"):
            open_vault(path, key)

    def test_read_only(self, public_place: Path, key: bytes, as_nobody: AsNobody) -> None:
        path = filled(public_place / "desk.vault", key)
        path.chmod(0o644)
        with as_nobody(), pytest.raises(Unavailable, match=r"read-only|no rights"):
            open_vault(path, key)


class TestCreating:
    def test_only_this_account_can_read_it(self, vault: Vault) -> None:
        assert stat.S_IMODE(vault.path.stat().st_mode) == 0o600
        vault.sql("INSERT INTO note (text) VALUES ('x')")
        beside = [vault.path.with_name(vault.path.name + ending) for ending in ("-wal", "-shm")]
        assert [stat.S_IMODE(each.stat().st_mode) for each in beside] == [0o600, 0o600]

    def test_pages_are_of_4096_bytes(self, vault: Vault) -> None:
        assert vault.sql("PRAGMA page_size") == [("4096",)]
        assert vault.path.stat().st_size % 4096 == 0

    def test_nothing_on_the_disk_is_in_the_clear(self, tmp_path: Path, key: bytes, vault: Vault) -> None:
        vault.sql("INSERT INTO note (text) VALUES (?)", (PLANTED,))
        verified_copy(vault, tmp_path / "copy.vault", key)
        files = [each for each in tmp_path.rglob("*") if each.is_file()]
        assert {each.name for each in files} >= {"desk.vault", "desk.vault-wal", "copy.vault"}
        for each in files:
            content = each.read_bytes()
            assert [word for word in (PLANTED.encode(), b"SQLite format", key) if word in content] == []

    def test_what_is_there_is_never_written_over(self, tmp_path: Path, key: bytes) -> None:
        (tmp_path / "desk.vault").write_bytes(b"precious")
        with pytest.raises(Unavailable, match="already"):
            create_vault(tmp_path / "desk.vault", key)
        assert (tmp_path / "desk.vault").read_bytes() == b"precious"

    def test_a_failed_start_leaves_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(WrongKey):
            create_vault(tmp_path / "new" / "desk.vault", b"short")
        assert list((tmp_path / "new").iterdir()) == []

    def test_no_rights(self, public_place: Path, key: bytes, as_nobody: AsNobody) -> None:
        with as_nobody(), pytest.raises(Unavailable, match="no rights"):
            create_vault(public_place / "desk.vault", key)


class TestOthers:
    def test_a_held_lock_is_busy_within_the_waiting_time(self, vault: Vault, key: bytes, program: Program) -> None:
        holding = program(HOLD_THE_LOCK, vault.path, key.hex())
        impatient = open_vault(vault.path, key, busy_ms=100)
        began = time.monotonic()
        with pytest.raises(Busy), faults(), impatient.atomic():
            raise AssertionError("the lock is taken at once")
        assert 0.09 < time.monotonic() - began < 2
        close_vault(impatient)
        holding.communicate("go\n")
        assert vault.sql("SELECT text FROM note") == [("theirs",)]

    def test_a_short_lock_is_waited_for(self, vault: Vault, key: bytes, program: Program) -> None:
        holding = program(HOLD_THE_LOCK, vault.path, key.hex())
        assert holding.stdin is not None
        holding.stdin.write("go\n")
        holding.stdin.flush()
        with faults(), vault.atomic():
            vault.sql("INSERT INTO note (text) VALUES ('ours')")
        assert vault.sql("SELECT text FROM note ORDER BY id") == [("theirs",), ("ours",)]

    def test_data_version_tells_that_another_program_saved(self, vault: Vault, key: bytes, program: Program) -> None:
        before = data_version(vault)
        vault.sql("INSERT INTO note (text) VALUES ('ours')")
        assert data_version(vault) == before
        program(SAVE_ONE, vault.path, key.hex()).communicate("go\n")
        assert data_version(vault) != before

    def test_checkpoint_empties_the_log_unless_somebody_is_reading(self, vault: Vault, key: bytes) -> None:
        vault.sql("INSERT INTO note (text) VALUES ('x')")
        log = vault.path.with_name("desk.vault-wal")
        assert log.stat().st_size > 0
        reader = open_vault(vault.path, key)
        vault.timeout = 0.05
        with reader.atomic("DEFERRED"):
            reader.sql("SELECT * FROM note")
            vault.sql("INSERT INTO note (text) VALUES ('y')")
            assert checkpoint(vault) is False
        assert checkpoint(vault) is True
        assert log.stat().st_size == 0
        close_vault(reader)

    def test_the_same_file(self, vault: Vault) -> None:
        vault.sql("INSERT INTO note (text) VALUES ('x')")
        still_same_file(vault)

    @pytest.mark.parametrize("how", ["deleted", "replaced", "emptied", "folder gone"])
    def test_a_file_changed_under_us_is_noticed(self, tmp_path: Path, key: bytes, how: str) -> None:
        path = filled(tmp_path / "data" / "desk.vault", key)
        vault = open_vault(path, key)
        if how == "deleted":
            path.unlink()
        elif how == "replaced":
            other = filled(tmp_path / "other", key)
            other.replace(path)
        elif how == "emptied":
            os.truncate(path, 0)
        else:
            path.parent.rename(tmp_path / "elsewhere")
        with pytest.raises(Unavailable, match="while it was open"):
            still_same_file(vault)
        vault.close()


class TestClosing:
    def test_the_key_is_forgotten(self, vault: Vault, key: bytes) -> None:
        assert key_of(vault) == key
        close_vault(vault)
        assert key.hex() not in repr(vars(vault))
        with pytest.raises(peewee.PeeweeException):
            vault.connect()

    def test_closing_twice_is_closing(self, vault: Vault) -> None:
        close_vault(vault)
        close_vault(vault)
        assert vault.is_closed()


def test_a_full_disk_inside_a_transaction_says_so_and_saves_nothing(vault: Vault) -> None:
    pages = vault.sql("PRAGMA page_count")[0][0]
    vault.sql(f"PRAGMA max_page_count = {pages + 3}")
    engine: Any = vault

    def save_two() -> None:
        with faults(), vault.atomic():
            engine.execute_sql("INSERT INTO note (text) VALUES ('first')")
            engine.execute_sql("INSERT INTO note (text) VALUES (?)", ("x" * 40_000,))

    with pytest.raises(Unavailable, match="The disk is full, so nothing was saved"):
        save_two()
    vault.sql("PRAGMA max_page_count = 100000")
    assert vault.sql("SELECT count(*) FROM note") == [(0,)]
    with vault.atomic():
        vault.sql("INSERT INTO note (text) VALUES ('after')")
    assert vault.sql("SELECT text FROM note") == [("after",)]


class TestIntegrity:
    def test_a_sound_vault_has_no_problems(self, vault: Vault) -> None:
        vault.sql("INSERT INTO note (text) VALUES ('x')")
        assert integrity(vault) == []

    def test_a_row_that_points_nowhere_is_named(self, vault: Vault) -> None:
        vault.sql("CREATE TABLE part (id INTEGER PRIMARY KEY, note REFERENCES note (id))")
        vault.sql("PRAGMA foreign_keys = 0")
        vault.sql("INSERT INTO part (note) VALUES (99)")
        assert integrity(vault) == ["part, row 1: points at a note that is not there"]

    def test_a_broken_page_in_use_is_named(self, tmp_path: Path, key: bytes) -> None:
        path = filled(tmp_path / "desk.vault", key)
        vault = open_vault(path, key)
        assert integrity(vault) == []
        content = bytearray(path.read_bytes())
        content[5 * 4096 + 100] ^= 1
        path.write_bytes(content)  # the same file, its pages still in the vault's memory
        found = integrity(vault)
        assert len(found) == 2
        assert "damaged" in found[0]
        assert "page 6" in found[1]
        vault.close()

    def test_a_broken_page_that_holds_nothing_is_a_false_alarm_and_goes(self, tmp_path: Path, key: bytes) -> None:
        path = filled(tmp_path / "desk.vault", key)
        vault = open_vault(path, key)
        with vault.atomic():
            vault.sql("DELETE FROM note WHERE id > 10")
        checkpoint(vault)
        free = vault.sql("PRAGMA freelist_count")[0][0]
        assert free > 5
        close_vault(vault)
        pages = path.stat().st_size // 4096
        content = bytearray(path.read_bytes())
        content[(pages - 1) * 4096 + 200] ^= 1
        path.write_bytes(content)
        vault = open_vault(path, key)
        assert vault.sql("PRAGMA cipher_integrity_check") == [(f"HMAC verification failed for page {pages}",)]
        assert integrity(vault) == []
        assert vault.sql("SELECT count(*) FROM note") == [(10,)]
        assert vault.sql("PRAGMA freelist_count") == [(0,)]
        close_vault(vault)

    def test_a_false_alarm_is_not_raised_while_somebody_is_reading(self, tmp_path: Path, key: bytes) -> None:
        path = filled(tmp_path / "desk.vault", key)
        vault = open_vault(path, key, busy_ms=50)
        with vault.atomic():
            vault.sql("DELETE FROM note WHERE id > 10")
        close_vault(vault)
        content = bytearray(path.read_bytes())
        content[-200] ^= 1
        path.write_bytes(content)
        vault, reader = open_vault(path, key, busy_ms=50), open_vault(path, key)
        with reader.atomic("DEFERRED"):
            reader.sql("SELECT * FROM note")
            assert integrity(vault) == []
        assert integrity(vault) == []
        close_vault(reader)
        close_vault(vault)

    def test_an_index_that_disagrees_is_named(self, vault: Vault) -> None:
        vault.sql("CREATE INDEX by_text ON note (text)")
        vault.sql("INSERT INTO note (text) VALUES ('x')")
        vault.sql("PRAGMA writable_schema = 1")
        vault.sql("UPDATE sqlite_schema SET sql = 'CREATE INDEX by_text ON note (id)' WHERE name = 'by_text'")
        path, key = vault.path, key_of(vault)
        vault.close()
        again = open_vault(path, key)
        assert any("by_text" in problem for problem in integrity(again))
        close_vault(again)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file may grow beyond this size."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class TestVerifiedCopy:
    def test_a_copy_holds_the_same_and_is_private(self, tmp_path: Path, key: bytes) -> None:
        vault = open_vault(filled(tmp_path / "desk.vault", key), key)
        target = tmp_path / "copies" / "before é.vault"
        verified_copy(vault, target, key)
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        assert [each.name for each in target.parent.iterdir()] == [target.name]
        copy = open_vault(target, key)
        assert copy.sql("SELECT * FROM note") == vault.sql("SELECT * FROM note")
        close_vault(copy)
        close_vault(vault)

    def test_a_copy_takes_the_place_of_an_older_one(self, tmp_path: Path, key: bytes, vault: Vault) -> None:
        target = tmp_path / "copy.vault"
        target.write_bytes(b"older")
        target.with_name("copy.vault.part").write_bytes(b"left by a power cut")
        verified_copy(vault, target, key)
        close_vault(open_vault(target, key))

    def test_a_full_disk_leaves_no_half_copy(self, tmp_path: Path, key: bytes) -> None:
        vault = open_vault(filled(tmp_path / "desk.vault", key), key)
        with largest_file(20_000), pytest.raises(Unavailable, match="the copy of the records"):
            verified_copy(vault, tmp_path / "copies" / "copy.vault", key)
        assert list((tmp_path / "copies").iterdir()) == []
        close_vault(vault)

    def test_a_copy_that_fails_its_check_is_thrown_away(
        self, tmp_path: Path, key: bytes, vault: Vault, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database, "integrity", lambda _: ["page 3 is bad"])
        with pytest.raises(Damaged, match="thrown away"):
            verified_copy(vault, tmp_path / "copies" / "copy.vault", key)
        assert list((tmp_path / "copies").iterdir()) == []

    def test_nowhere_to_write(self, tmp_path: Path, key: bytes, vault: Vault) -> None:
        (tmp_path / "copies").write_text("a file")
        with pytest.raises(Unavailable, match="in the place of the copy"):
            verified_copy(vault, tmp_path / "copies" / "copy.vault", key)
