"""The real window, open, for tests: and what it shows."""

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import show
from ui.appearance import Appearance
from ui.desk import ScreenDesk
from ui.lock import Lock
from ui.main_window import MainWindow


def opened(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> MainWindow:
    """The window over a desk, as large as the smallest screen it must work on."""
    window = MainWindow(screen, Appearance(screen, qapp, "light"), Lock(screen, qapp))
    show(qtbot, window, 1366, 768)
    window.arrive()
    return window


def page(window: MainWindow) -> QWidget:
    """The page that the window shows."""
    shown = window.pages.currentWidget()
    assert shown is not None
    return shown


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    """The one dialog of this kind that is open over the window."""
    found = [each for each in window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]
