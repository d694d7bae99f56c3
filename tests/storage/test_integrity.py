"""Is the vault sound, and is a copy of it: damage is found wherever it lies."""

import stat
from pathlib import Path

import pytest

from rise_desk.errors import Damaged, Unavailable
from rise_desk.storage import database, guard
from rise_desk.storage.database import (
    Vault,
    checkpoint,
    close_vault,
    integrity,
    key_of,
    open_vault,
    verified_copy,
)
from tests.storage.vaults import filled, largest_file


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
        with guard.lifted(vault):
            vault.sql("PRAGMA writable_schema = 1")
            vault.sql("UPDATE sqlite_schema SET sql = 'CREATE INDEX by_text ON note (id)' WHERE name = 'by_text'")
        path, key = vault.path, key_of(vault)
        vault.close()
        again = open_vault(path, key)
        assert any("by_text" in problem for problem in integrity(again))
        close_vault(again)


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
