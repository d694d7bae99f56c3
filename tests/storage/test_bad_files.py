"""Files that are no vault, or a damaged one: each gets its sentence, and none is altered."""

import random
import sqlite3
from pathlib import Path

import pytest

from rise_desk.errors import Damaged, Unavailable, WrongKey
from rise_desk.storage.database import (
    close_vault,
    integrity,
    open_vault,
)
from tests.storage.conftest import AsNobody, Program
from tests.storage.vaults import KILLED_WHILE_SAVING, filled, read_all


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
