"""The steps of signing in that a window takes one by one."""

from pathlib import Path

import pytest

from rise_desk.errors import NotAllowed, Unavailable, WrongKey
from rise_desk.services import accounts, drawings, signing_in
from rise_desk.services.desk import Desk
from tests.build import PASSWORD


def test_a_folder_has_a_store_once_one_was_made(desk: Desk, tmp_path: Path) -> None:
    assert signing_in.has_store(desk.store.folder.path)
    assert not signing_in.has_store(tmp_path / "elsewhere")
    assert not (tmp_path / "elsewhere").exists()


def test_a_key_file_alone_is_a_damaged_store_and_not_a_new_one(desk: Desk) -> None:
    path = desk.store.folder.path
    signing_in.leave(desk)
    (path / "desk.vault").unlink()
    assert signing_in.has_store(path)


def test_a_folder_that_can_hold_no_records_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unavailable, match="not a folder"):
        signing_in.has_store(tmp_path / "file")


def test_a_password_is_proved_before_the_records_are_opened(desk: Desk) -> None:
    path = desk.store.folder.path
    with pytest.raises(WrongKey):
        signing_in.prove(path, "Lena Osei", "not the password")
    proof = signing_in.prove(path, "Lena Osei", PASSWORD)
    assert proof.data_key.hex() not in repr(proof)
    laid = signing_in.sit_down(proof, desk.clock)
    assert laid.who.name == "Lena Osei"
    signing_in.leave(laid)


def test_whoever_was_suspended_in_between_is_not_let_in(desk: Desk) -> None:
    path = desk.store.folder.path
    code = accounts.add(desk, "Tom Reed", desk.who.role)
    proof = signing_in.prove(path, "Tom Reed", code)
    accounts.suspend(desk, "Tom Reed")
    with pytest.raises(NotAllowed, match="suspended"):
        signing_in.sit_down(proof, desk.clock, code_ok=True)


def test_icons_come_with_the_program() -> None:
    assert drawings.icon("lock.svg").startswith(b"<svg")
