"""A new vault: only where nothing lies yet, encrypted from its first byte."""

import stat
from pathlib import Path

import pytest

from rise_desk.errors import Unavailable, WrongKey
from rise_desk.storage.database import (
    Vault,
    create_vault,
    verified_copy,
)
from tests.storage.conftest import AsNobody
from tests.storage.vaults import PLANTED


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
