"""Putting a backup back in the window: which one, at what cost, and what the door says afterwards."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.errors import Unavailable
from rise_desk.services import backups, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.build import PASSWORD
from tests.ui.open_window import dialog
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.program import Program
from ui.restore_dialog import PASSWORD as SECRET
from ui.restore_dialog import WHICH, RestoreDialog
from ui.sign_in import SignIn
from ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def asked(qtbot: QtBot, screen: ScreenDesk) -> RestoreDialog:
    """The dialog, after a backup was made and something was recorded since."""
    backups.take(screen.at)
    screen.clock.moved_to = screen.now() + timedelta(minutes=5)
    build.young_person(screen.at)
    made = RestoreDialog(screen)
    qtbot.addWidget(made)
    made.show()
    _listed(qtbot, made)
    return made


def _listed(qtbot: QtBot, made: RestoreDialog, backups_: int = 1) -> None:
    qtbot.waitUntil(lambda: made.which.count() == 1 + backups_)


def _problems(asked: RestoreDialog) -> str:
    return asked.summary.accessibleName()


def test_restoring_asks_which_and_tells_what_is_given_up(qtbot: QtBot, asked: RestoreDialog) -> None:
    asked.verb.click()
    assert "Choose a backup." in _problems(asked)
    assert asked.password.problem == "Enter your password."
    asked.which.setCurrentIndex(1)
    assert asked.which.currentText() == "21 November 2026 at 10:00am · 0 records"
    assert asked.costs.text().startswith("On this computer, 0.")
    assert asked.costs.text().endswith("1 entry of the audit trail written since would be given up.")
    asked.summary.asked.emit(WHICH)
    asked.summary.asked.emit(SECRET)
    asked.password.editor.set_value("wrong")
    asked.verb.click()
    qtbot.waitUntil(lambda: "password is wrong" in asked.password.problem)
    asked.password.editor.set_value(PASSWORD)
    with qtbot.waitSignal(asked.chosen) as told:
        asked.verb.click()
    assert told.args == [Path(asked.which.value()), PASSWORD]


def test_restoring_another_file(
    qtbot: QtBot, asked: RestoreDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    false = tmp_path / "false.vault"
    false.write_bytes(b"no backup")
    answers = iter((str(false), str(false), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (next(answers), ""))
    for _ in range(3):
        asked.other.click()
    assert asked.which.count() == 3
    assert asked.costs.text() == ""
    other = tmp_path / "before-restore-2026-11-20-0915-r3-e2.vault"
    answers = iter((str(other),))
    asked.other.click()
    assert asked.costs.text().startswith("On another disk. ")
    asked.which.set_value(str(false))
    asked.password.editor.set_value(PASSWORD)
    asked.verb.click()
    qtbot.waitUntil(lambda: "not a backup" in _problems(asked))
    assert asked.verb.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everybody_can_read_it(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    backups.take(screen.at)
    made = RestoreDialog(screen)
    qtbot.addWidget(made)
    made.show()
    _listed(qtbot, made)
    made.which.setCurrentIndex(1)
    assert walk(made) == []


@pytest.fixture
def program(qapp: QApplication, desk: Desk, clock: Clock) -> Iterator[Program]:
    """The program, with Lena Osei at her desk."""
    made = Program(qapp, desk.store.folder.path, clock, "Lena Osei", mib=8)
    signing_in.leave(desk)
    made.sit(signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, clock))
    yield made
    made.desk.leave()
    made.desk.tasks.close()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()


Restoring = Callable[[Program], RestoreDialog]


def test_the_program_puts_a_backup_back_and_asks_to_sign_in(qtbot: QtBot, program: Program, clock: Clock) -> None:
    desk = program.desk.at
    build.young_person(desk, "Maisie")
    copy = backups.take(desk).copy
    build.young_person(desk, "Jade")
    window = program.window
    assert isinstance(window, MainWindow)
    window.menus.actions["restore"].trigger()
    asked = dialog(window, RestoreDialog)
    assert isinstance(asked, RestoreDialog)
    qtbot.waitUntil(lambda: asked.which.findData(str(copy.path)) > 0)
    asked.which.set_value(str(copy.path))
    asked.password.editor.set_value(PASSWORD)
    asked.verb.click()
    qtbot.waitUntil(lambda: isinstance(program.window, SignIn), timeout=10_000)
    qtbot.waitUntil(lambda: bool(program.window and program.window.findChildren(NoticeBar)), timeout=10_000)
    assert program.window is not None
    said = program.window.findChildren(NoticeBar)[0].accessibleName()
    assert "is in place, with 1 record" in said
    assert "were given up" in said
    again = signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, clock)
    assert [each.given_name for each in again.store.everything() if isinstance(each, Person)] == ["Maisie"]
    signing_in.leave(again)


def test_a_restore_that_fails_in_the_end_is_said_at_the_door(qtbot: QtBot, program: Program, clock: Clock) -> None:
    copy = backups.take(program.desk.at).copy
    other = signing_in.sign_in(program.desk.at.store.folder.path, "Lena Osei", PASSWORD, clock)
    program.restore(copy.path, PASSWORD)
    door = program.window
    assert isinstance(door, SignIn)
    qtbot.waitUntil(lambda: bool(door.step and door.step.summary.links), timeout=10_000)
    assert door.step is not None
    assert "RISE Desk is open on these records" in door.step.summary.accessibleName()
    signing_in.leave(other)


def test_where_there_is_no_backup_a_file_can_be_chosen(qtbot: QtBot, screen: ScreenDesk) -> None:
    made = RestoreDialog(screen)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.which.itemText(0) == "No backup found; choose a file")


def test_what_a_restore_replaced_is_told_apart_and_nothing_later_is_said(qtbot: QtBot, screen: ScreenDesk) -> None:
    copy = backups.take(screen.at).copy
    for each in (copy.path, copy.keys):
        each.rename(each.with_name(each.name.replace("desk-", "before-restore-")))
    made = RestoreDialog(screen)
    qtbot.addWidget(made)
    made.show()
    _listed(qtbot, made)
    made.which.setCurrentIndex(1)
    assert made.which.currentText().startswith("21 November 2026 at 10:00am, before a restore")
    assert made.costs.text().endswith("Nothing was written since.")


def test_a_dialog_that_was_left_takes_no_answer(qtbot: QtBot, screen: ScreenDesk) -> None:
    backups.take(screen.at)
    made = RestoreDialog(screen)
    qtbot.addWidget(made)
    told: list[object] = []
    made.chosen.connect(lambda *said: told.append(said))
    made.reject()
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert made.which.count() == 1
    made._proved(Path("x"), "y")
    made._failed(Unavailable("The disk is full."))
    assert (told, _problems(made)) == ([], "")


def test_a_desk_that_cannot_be_asked_offers_a_file(
    qtbot: QtBot, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_desk: Desk) -> list[backups.Copy]:
        raise Unavailable("The disk reported a fault.")

    monkeypatch.setattr(backups, "known", refuse)
    made = RestoreDialog(screen)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.which.itemText(0).startswith("No backup found"))
