"""The check names what is wrong with cipher, keys, chain and anchor."""

from dataclasses import replace

import pytest

from rise_desk.errors import NotAllowed
from rise_desk.services import signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, keyfile, keys
from rise_desk.storage.database import cipher
from tests import build


def test_a_sound_store_has_no_problems_and_the_check_is_written_down(desk: Desk) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    assert upkeep.check(desk) == []
    assert audit.entries(desk.store.vault, limit=1)[0]["reason"] == "0 problems"


def test_the_cipher_is_proved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cipher(desk.store.vault).startswith("4.")
    monkeypatch.setattr(upkeep, "cipher", lambda vault: "")
    assert upkeep.check(desk) == ["cipher: the file of records is not encrypted"]


def test_what_is_wrong_with_the_keys_is_named(desk: Desk) -> None:
    signing_in.leave(build.colleague(desk, "Tom Reed"))
    path = desk.store.folder.keys
    whole = keyfile.read(path, weakest=keys.TEST)
    slot = signing_in.slot_number(whole.vault_id, "Tom Reed")
    for broken, words in (
        (replace(whole, check="0" * 64), "another store's"),
        (replace(whole, recovery=None), "no recovery key"),
        (keyfile.without_slot(whole, slot), "Tom Reed has no way in"),
    ):
        keyfile.write(path, broken)
        (found,) = upkeep.check(desk)
        assert words in found
    keyfile.write(path, whole)
    desk.store.vault.sql("UPDATE account SET standing = 'suspended' WHERE name = 'Tom Reed'")
    assert upkeep.check(desk) == ["keys: Tom Reed is suspended but has a way in"]
    path.write_text("garbage")
    (found,) = upkeep.check(desk)
    assert "damaged" in found


def test_only_a_supervisor_accepts_a_loss(desk: Desk) -> None:
    worker = build.colleague(desk, "Tom Reed")
    with pytest.raises(NotAllowed, match="accept that entries are missing"):
        upkeep.accept_loss(worker, "no")
    signing_in.leave(worker)


def test_the_log_keeps_the_latest_failures(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    upkeep.log_failure(desk, "RISE Desk 0.1.0\nKeyError")
    upkeep.log_failure(desk, "RISE Desk 0.1.0\nIndexError")
    written = desk.store.folder.log.read_text("utf-8")
    assert written.index("KeyError") < written.index("IndexError")
    assert written.startswith("2026-11-21T10:00")
    monkeypatch.setattr(upkeep, "LONGEST_LOG", 40)
    upkeep.log_failure(desk, "TypeError")
    written = desk.store.folder.log.read_text("utf-8")
    assert "TypeError" in written
    assert "KeyError" not in written
