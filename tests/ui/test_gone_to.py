"""A file that was gone to by the box at the top has the keyboard at once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import build
from tests.ui.open_window import page
from tests.ui.screen import focused
from tests.ui.test_go_anywhere import pick
from ui.case_page import CasePage
from ui.case_tabs import CHRONOLOGY
from ui.desk import ScreenDesk
from ui.main_window import MainWindow


def test_a_file_that_was_gone_to_has_the_keyboard(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at, "Lockie", "Bell")
    window.top.search.setFocus()
    pick(window, "lockie")
    case = page(window)
    assert isinstance(case, CasePage)
    assert case.subject == person.id
    assert case.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert case.tabs.current() == CHRONOLOGY
