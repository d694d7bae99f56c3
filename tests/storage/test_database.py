"""The vault opens, refuses, copies and checks as it says, on real encrypted files."""

import os
import time
from pathlib import Path
from typing import Any

import peewee
import pytest

from rise_desk.errors import Busy, Damaged, SetUp, Unavailable, WrongKey
from rise_desk.storage.database import (
    Vault,
    checkpoint,
    close_vault,
    create_vault,
    data_version,
    key_of,
    open_vault,
    refuse_old_engine,
    still_same_file,
)
from rise_desk.storage.faults import faults
from tests.storage.conftest import Program
from tests.storage.vaults import HOLD_THE_LOCK, SAVE_ONE, filled


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
