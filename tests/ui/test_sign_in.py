"""Signing in, the one-day code, the recovery key, and the first start; all against a real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rise_desk.domain.staff import Role, Standing
from rise_desk.services import accounts, signing_in
from rise_desk.services.desk import Desk
from rise_desk.storage import keys
from rise_desk.storage.indexes import renewing
from tests import build
from tests.build import PASSWORD
from tests.ui.sign_in_steps import fill, problem, shown
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.password_fields import AGAIN, NEW
from ui.recovery_key import ShowKey
from ui.set_up import SetUp
from ui.sign_in import CHECKING, KEY, NAME, RENEWING, AskPassword, ChoosePassword, SignIn, UseKey
from ui.sign_in import PASSWORD as SECRET
from ui.step import Step

FRESH = "kelim-dufos-ranet 9"


def test_a_name_and_a_password_open_the_desk(qtbot: QtBot, door: SignIn, empty: ScreenDesk) -> None:
    step = fill(door, password=PASSWORD)
    with qtbot.waitSignal(door.signed_in) as told:
        QTest.keyClick(step.rows[SECRET].editor.field_widget(), Qt.Key.Key_Return)
        assert not step.verb.isEnabled()
    assert told.args[0].who.name == "Lena Osei"
    assert empty.desk is told.args[0]


def test_the_window_works_on_while_a_password_is_checked(qtbot: QtBot, door: SignIn) -> None:
    step = fill(door, password=PASSWORD)
    with qtbot.waitSignal(door.signed_in):
        step.verb.click()
        step.verb.click()
        assert step.busy.text.text() == "Checking the password"
        assert not step.rows[NAME].isEnabled()


def test_what_is_missing_is_said_beside_its_field(door: SignIn) -> None:
    step = fill(door, name="")
    step.verb.click()
    assert problem(door, NAME) == "Enter your name."
    assert problem(door, SECRET) == "Enter the password."
    assert set(step.summary.links) == {NAME, SECRET}


def test_a_wrong_password_is_said_and_nothing_is_cleared(qtbot: QtBot, door: SignIn) -> None:
    step = fill(door, password="wrong")
    step.verb.click()
    qtbot.waitUntil(lambda: bool(problem(door, SECRET)))
    assert problem(door, SECRET) == "The name or the password is wrong."
    assert step.text(SECRET) == "wrong"
    assert step.verb.isEnabled()
    step.summary.asked.emit(SECRET)
    assert step.rows[SECRET].editor.field_widget().hasFocus()


def test_after_many_misses_the_wait_is_said(qtbot: QtBot, door: SignIn, desk: Desk) -> None:
    for _ in range(5):
        with pytest.raises(Exception, match="wrong"):
            signing_in.prove(desk.store.folder.path, "Lena Osei", "no")
    step = fill(door, password="wrong")
    step.verb.click()
    qtbot.waitUntil(lambda: "Too many" in problem(door, SECRET))


def test_a_one_day_code_leads_to_a_password_of_ones_own(qtbot: QtBot, door: SignIn, desk: Desk) -> None:
    code = accounts.add(desk, "Priya Nair", Role.WORKER)
    assert isinstance(door.step, AskPassword)
    door.step.other.click()
    step = fill(door, name="Priya Nair", password=code)
    field = step.rows[SECRET].editor.field_widget()
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    step.verb.click()
    qtbot.waitUntil(lambda: isinstance(door.step, ChoosePassword))
    choose = fill(door, password="short", again="short")
    choose.verb.click()
    assert "at least 12" in problem(door, NEW)
    fill(door, password=FRESH, again=FRESH + "x")
    choose.verb.click()
    assert "different" in problem(door, AGAIN)
    fill(door, again=FRESH)
    with qtbot.waitSignal(door.signed_in) as told:
        choose.submitted.emit()
    assert told.args[0].who.standing is Standing.ACTIVE
    later = signing_in.sign_in(desk.store.folder.path, "Priya Nair", FRESH, desk.clock)
    signing_in.leave(later)


def test_whoever_leaves_before_choosing_is_signed_out(qtbot: QtBot, door: SignIn, desk: Desk) -> None:
    code = accounts.add(desk, "Priya Nair", Role.WORKER)
    fill(door, name="Priya Nair", password=code).verb.click()
    qtbot.waitUntil(lambda: isinstance(door.step, ChoosePassword))
    half = door._half
    assert half is not None
    door.close()
    assert half.store.vault.database is None


def test_the_recovery_key_gives_a_new_password_and_a_new_key(qtbot: QtBot, empty: ScreenDesk, tmp_path: Path) -> None:
    key = accounts.create(tmp_path / "own", "Lena Osei", PASSWORD, empty.clock, keys.TEST)
    door = shown(qtbot, SignIn(empty, tmp_path / "own"))
    assert isinstance(door.step, AskPassword)
    door.step.recovery.click()
    fill(door).verb.click()
    assert problem(door, NAME) == "Enter your name."
    assert problem(door, KEY) == "Enter the recovery key."
    step = fill(door, name="Lena Osei", recovery_key="AAA", password=FRESH, again=FRESH)
    step.verb.click()
    qtbot.waitUntil(lambda: "27 characters" in problem(door, KEY))
    fill(door, recovery_key=key.lower()).verb.click()
    qtbot.waitUntil(lambda: isinstance(door.step, ShowKey))
    show = door.step
    assert isinstance(show, ShowKey)
    fresh = "-".join(show.groups)
    assert fresh != key
    fill(door, group_3="AAA", group_7=show.groups[6]).verb.click()
    assert "Look at the paper" in problem(door, "group_3")
    assert problem(door, "group_7") == ""
    fill(door, group_3=show.groups[2].lower())
    with qtbot.waitSignal(door.signed_in) as told:
        show.verb.click()
    assert accounts.recovery_groups_wanted(told.args[0]) == ()


def test_there_is_a_way_back_from_the_key_and_from_the_code(door: SignIn) -> None:
    assert isinstance(door.step, AskPassword)
    door.step.recovery.click()
    assert isinstance(door.step, UseKey)
    door.step.back.click()
    assert isinstance(door.step, AskPassword)
    assert door.step.text(NAME) == "lena osei"
    door.step.other.click()
    assert door.step.rows[SECRET].field.label == "One-day code"
    door.step.other.click()
    assert door.step.rows[SECRET].field.label == "Password"


def test_the_first_start_makes_the_records(qtbot: QtBot, empty: ScreenDesk, tmp_path: Path) -> None:
    door = SetUp(empty, tmp_path / "Team", mib=8)
    shown(qtbot, door)
    fill(door).verb.click()
    assert problem(door, NAME) == "Enter your name."
    first = fill(door, name="Lena Osei", password=FRESH, again=FRESH)
    first.verb.click()
    qtbot.waitUntil(lambda: isinstance(door.step, ShowKey))
    show = door.step
    assert isinstance(show, ShowKey)
    fill(door, group_3=show.groups[2], group_7=show.groups[6])
    with qtbot.waitSignal(door.signed_in) as told:
        show.verb.click()
    assert told.args[0].who.role is Role.SUPERVISOR
    assert accounts.recovery_groups_wanted(told.args[0]) == ()
    assert signing_in.has_store(tmp_path / "Team")


def test_records_that_cannot_be_made_are_said(qtbot: QtBot, empty: ScreenDesk, desk: Desk) -> None:
    door = SetUp(empty, desk.store.folder.path, "Lena Osei", mib=8)
    shown(qtbot, door)
    step = fill(door, password=FRESH, again=FRESH)
    step.verb.click()
    qtbot.waitUntil(lambda: bool(step.summary.links))
    assert "records in this folder already" in step.summary.accessibleName()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_step_can_be_read_by_everybody(qtbot: QtBot, qapp: QApplication, door: SignIn, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    door.ask("Lena Osei")
    steps: list[Step] = []
    door.ask_key()
    assert walk(door) == []
    door.ask("", code=True)
    assert walk(door) == []
    for step in (ShowKey("ABC-DEF-GHJ-KMN-PQR-STV-WXY-Z12-345", lambda _dpi: b""), ChoosePassword("Lena Osei")):
        steps.append(step)
        door.show_step(step)
        assert walk(door) == []


def test_somebody_else_at_the_same_store_is_no_obstacle(qtbot: QtBot, door: SignIn, desk: Desk) -> None:
    other = build.colleague(desk, "Tom Reed")
    fill(door, password=PASSWORD)
    assert door.step is not None
    with qtbot.waitSignal(door.signed_in):
        door.step.verb.click()
    signing_in.leave(other)


def test_records_of_an_earlier_program_are_made_ready_first_and_that_is_said(
    qtbot: QtBot, door: SignIn, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.store.vault.sql("DELETE FROM setting WHERE name = ?", (renewing.SETTING,))
    step = fill(door, name="Lena Osei", password=PASSWORD)
    said: list[str] = []
    plain = step.work

    def work(text: str) -> None:
        said.append(text)
        plain(text)

    monkeypatch.setattr(step, "work", work)
    with qtbot.waitSignal(door.signed_in, timeout=20_000):
        step.verb.click()
    assert said[:2] == [CHECKING, RENEWING]
    assert not renewing.is_due(desk.store.vault)
