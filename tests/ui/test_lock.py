"""The idle lock, the warning before it, and what it leaves on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.errors import Unavailable
from rise_desk.services import settings
from rise_desk.services.desk import Desk
from tests.ui.screen import show
from ui.desk import ScreenDesk
from ui.lock import Lock, close_dialogs


@pytest.fixture
def lock(qapp: QApplication, screen: ScreenDesk) -> Lock:
    return Lock(screen, qapp)


@pytest.mark.parametrize(("minutes", "until_warning", "after"), [(1, 30_000, 30_000), (5, 240_000, 60_000)])
def test_the_team_says_when_it_locks_and_a_warning_comes_before(
    screen: ScreenDesk, lock: Lock, minutes: int, until_warning: int, after: int
) -> None:
    settings.set_lock_after(screen.at, minutes)
    lock.start()
    assert (lock.idle.interval(), lock.last_minute.interval()) == (until_warning, after)
    assert lock.idle.isActive()


def test_an_idle_desk_is_warned_and_then_locked(qtbot: QtBot, screen: ScreenDesk, lock: Lock) -> None:
    lock.start()
    lock.idle.setInterval(10)
    lock.last_minute.setInterval(20)
    lock.idle.start()
    with qtbot.waitSignal(lock.warned) as warned:
        pass
    assert warned.args == [True]
    assert screen.desk is not None
    with qtbot.waitSignal(screen.left):
        pass
    with pytest.raises(Unavailable):
        screen.at.now()
    assert not lock.idle.isActive()


def test_a_key_or_the_mouse_keeps_it_open(qtbot: QtBot, screen: ScreenDesk, lock: Lock) -> None:
    field = QLineEdit()
    show(qtbot, field)
    lock.start()
    lock.idle.stop()
    lock.last_minute.start()
    with qtbot.waitSignal(lock.warned) as told:
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert told.args == [False]
    assert not lock.last_minute.isActive()
    assert lock.idle.isActive()


def test_nobody_at_the_desk_is_not_counted(screen: ScreenDesk, lock: Lock) -> None:
    screen.leave()
    lock.stir()
    assert not lock.idle.isActive()


def test_the_lock_is_written_down(
    qtbot: QtBot, screen: ScreenDesk, lock: Lock, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[str] = []
    real = Desk.note

    def note(self: Desk, deed: str, **about: object) -> None:
        noted.append(deed)
        real(self, deed, **about)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(Desk, "note", note)
    lock.lock()
    assert noted == ["locked"]
    assert screen.desk is None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_dialog_or_menu_survives(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QDialog(window)
    dialog.open()
    menu = QMenu(window)
    menu.addAction("Open")
    menu.popup(window.mapToGlobal(window.rect().center()))
    close_dialogs(qapp)
    assert not dialog.isVisible()
    assert not menu.isVisible()
    assert window.isVisible()
