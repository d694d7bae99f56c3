"""The whole program: first start, signing in, locking, closing, and what it says when it cannot go on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from rise_desk.errors import NotAllowed
from rise_desk.services import accounts, signing_in, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import backup, keys
from tests.build import PASSWORD
from tests.ui.open_window import dialog
from ui import program
from ui.main_window import MainWindow
from ui.person_form import PersonForm
from ui.program import Program
from ui.recovery_key import KeyGroups
from ui.set_up import SetUp
from ui.sign_in import SignIn
from ui.step import Steps
from ui.welcome import OWN, ROLE, WISH, Welcome

NO_RAISE = "This plugin does not support"


@pytest.fixture
def make(qapp: QApplication, clock: Clock) -> Iterator[Callable[[Path], Program]]:
    """Makes the program on a folder, and ends it after the test."""
    made: list[Program] = []

    def build_(folder: Path) -> Program:
        made.append(Program(qapp, folder, clock, "Lena Osei", mib=8))
        return made[-1]

    yield build_
    for each in made:
        each.desk.leave()
        each.desk.tasks.close()
        if each.window is not None:
            each.window.hide()
            each.window.deleteLater()


def test_the_first_start_welcomes_and_sets_up(make: Callable[[Path], Program], tmp_path: Path) -> None:
    started = make(tmp_path / "new")
    started.start()
    page = started.window
    assert isinstance(page, Welcome)
    assert page.step is not None
    page.step.rows[WISH].editor.set_value(OWN)
    page.step.rows[ROLE].editor.set_value("supervisor")
    page.step.verb.click()
    assert isinstance(started.window, SetUp)


def test_later_starts_sign_in_and_the_lock_leads_back(
    qtbot: QtBot, make: Callable[[Path], Program], tmp_path: Path, clock: Clock
) -> None:
    accounts.create(tmp_path / "own", "Lena Osei", PASSWORD, clock, keys.TEST)
    started = make(tmp_path / "own")
    started.start()
    door = started.window
    assert isinstance(door, SignIn)
    assert door.step is not None
    door.step.rows["password"].editor.set_value(PASSWORD)
    door.step.verb.click()
    qtbot.waitUntil(lambda: isinstance(started.window, MainWindow))
    window = started.window
    assert isinstance(window, MainWindow)
    dialog(window, KeyGroups)
    window.forms.new_person()
    form = dialog(window, PersonForm)
    assert isinstance(form, PersonForm)
    form.panel.rows["given_name"].editor.restore("Unfin")
    started.lock.lock()
    assert isinstance(started.window, SignIn)
    assert not form.isVisible()
    assert not window.isVisible()
    assert started.desk.desk is None
    again = signing_in.sign_in(tmp_path / "own", "Lena Osei", PASSWORD, clock)
    assert [each.typed["panel"]["given_name"] for each in unfinished.mine(again)] == ["Unfin"]
    signing_in.leave(again)


def test_closing_the_window_signs_out_and_ends_the_program(
    qtbot: QtBot, make: Callable[[Path], Program], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = make(desk.store.folder.path)
    started.start()
    own = signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, desk.clock)
    started.sit(own)
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: ended.append(True))
    assert started.window is not None
    started.window.close()
    qtbot.waitUntil(lambda: ended == [True])
    assert [each.path.suffix for each in backup.found(desk.store.folder.backups)] == [".vault"]
    assert started.desk.desk is None
    assert isinstance(started.window, MainWindow)


def test_a_folder_where_no_records_can_be_is_refused_in_words(make: Callable[[Path], Program], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    started = make(tmp_path / "file")
    started.start()
    refusal = started.window
    assert isinstance(refusal, Steps)
    assert any("not a folder" in each.text() for each in refusal.findChildren(QLabel))
    assert refusal.step is not None
    refusal.step.verb.click()
    assert not refusal.isVisible()


@pytest.mark.qt_log_ignore(NO_RAISE)
def test_a_sentence_nobody_has_shown_is_shown(qtbot: QtBot, make: Callable[[Path], Program], tmp_path: Path) -> None:
    started = make(tmp_path / "new")
    started.start()
    started.say(NotAllowed("A worker may not do this."))
    box = started.window.findChildren(QMessageBox)[0]  # type: ignore[union-attr]  # there is a window
    assert box.text() == "A worker may not do this."
    box.close()


def test_run_opens_and_ends(qtbot: QtBot, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def exec_(_app: QApplication) -> int:
        seen.append("ran")
        return 0

    monkeypatch.setattr(QApplication, "exec", exec_)
    assert program.run(tmp_path / "new", clock, "Lena Osei") == 0
    assert seen == ["ran"]
