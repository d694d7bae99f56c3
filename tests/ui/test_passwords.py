"""Passwords on the screen: offered, taken, seen, changed, and the recovery key typed back."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from rise_desk.services import accounts, signing_in
from rise_desk.storage import keys
from tests.build import PASSWORD
from tests.ui.walk import walk
from ui.change_password import OLD, ChangePassword
from ui.desk import ScreenDesk
from ui.password_fields import AGAIN, NEW, NewPassword
from ui.recovery_key import KeyGroups
from ui.sign_in import PASSWORD as SECRET
from ui.sign_in import SignIn

FRESH = "kelim-dufos-ranet 9"


@pytest.mark.parametrize(("typed", "caps"), [("A", True), ("a", False)])
def test_caps_lock_is_pointed_out(qtbot: QtBot, door: SignIn, typed: str, caps: bool) -> None:
    assert door.step is not None
    field = door.step.rows[SECRET].editor.field_widget()
    with qtbot.waitSignal(field.capitals) as told:  # type: ignore[attr-defined]  # of a secret field
        QTest.keyClicks(field, typed)
    assert told.args == [caps]


def test_a_password_can_be_offered_taken_and_seen(qtbot: QtBot) -> None:
    new = NewPassword()
    qtbot.addWidget(new)
    new.offer("bodim-takel-runov")
    new.use.click()
    assert new.value() == "bodim-takel-runov"
    assert new.problems("Lena") == {}
    fields = [row.editor.field_widget() for row in new.rows.values()]
    assert all(isinstance(each, QLineEdit) and each.echoMode() is QLineEdit.EchoMode.Normal for each in fields)
    new.show_typed.setChecked(False)
    assert all(isinstance(each, QLineEdit) and each.echoMode() is QLineEdit.EchoMode.Password for each in fields)
    new.clear()
    assert new.value() == ""


def test_a_password_may_begin_and_end_with_a_blank(qtbot: QtBot) -> None:
    new = NewPassword()
    qtbot.addWidget(new)
    new.rows[NEW].editor.set_value(" bodim takel runov ")
    assert new.value() == " bodim takel runov "


def test_ones_password_is_changed(qtbot: QtBot, screen: ScreenDesk) -> None:
    dialog = ChangePassword(screen)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.change()
    assert dialog.rows[OLD].problem == "Enter the password until now."
    dialog.rows[OLD].editor.set_value("wrong one")
    for name in (NEW, AGAIN):
        dialog.rows[name].editor.set_value(FRESH)
    dialog.change()
    qtbot.waitUntil(lambda: bool(dialog.rows[OLD].problem))
    assert dialog.rows[OLD].problem == "This is not your password until now."
    dialog.rows[OLD].editor.set_value(PASSWORD)
    with qtbot.waitSignal(dialog.accepted):
        dialog.verb.click()
    later = signing_in.sign_in(screen.at.store.folder.path, "Lena Osei", FRESH, screen.clock)
    signing_in.leave(later)


def test_a_password_that_cannot_be_kept_is_said(
    qtbot: QtBot, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ChangePassword(screen)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.rows[OLD].editor.set_value(PASSWORD)
    for name in (NEW, AGAIN):
        dialog.rows[name].editor.set_value(FRESH)
    (screen.at.store.folder.keys).unlink()
    dialog.change()
    qtbot.waitUntil(lambda: bool(dialog.summary.links))
    assert dialog.verb.isEnabled()


def test_two_groups_are_asked_from_paper(qtbot: QtBot, empty: ScreenDesk, tmp_path: Path) -> None:
    key = accounts.create(tmp_path / "own", "Lena Osei", PASSWORD, empty.clock, keys.TEST).split("-")
    empty.sit(signing_in.sign_in(tmp_path / "own", "Lena Osei", PASSWORD, empty.clock))
    dialog = KeyGroups(empty, accounts.recovery_groups_wanted(empty.at))
    qtbot.addWidget(dialog)
    dialog.show()
    assert walk(dialog) == []
    dialog.verb.click()
    assert all("Look at the paper" in row.problem for row in dialog.rows.values())
    for place, row in zip((3, 7), dialog.rows.values(), strict=True):
        row.editor.set_value(key[place - 1])
    dialog.verb.click()
    assert dialog.result() == 1
    assert accounts.recovery_groups_wanted(empty.at) == ()
