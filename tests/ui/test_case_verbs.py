"""The tabs of a file and its verbs, in any size of text: no tab is out of sight without a list of all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from rise_desk.domain.person import Person
from tests.ui.open_window import page
from tests.ui.walk import walk
from ui import theme
from ui.case_page import CasePage
from ui.case_tabs import DETAILS, DISRUPTION, TABS
from ui.main_window import CASE, MainWindow
from ui.pages import Place

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


def file(qapp: QApplication, window: MainWindow, person: Person, scale: float) -> CasePage:
    """Her file in text so large, on the smallest screen."""
    theme.apply(qapp, dark=False, scale=scale)
    window.resize(1366, 768)
    window.go(Place(CASE, person.id))
    shown = page(window)
    assert isinstance(shown, CasePage)
    for _ in range(3):
        qapp.processEvents()
    return shown


def test_where_every_tab_is_in_sight_there_is_no_list(qapp: QApplication, window: MainWindow, person: Person) -> None:
    """At 100 % all of them are."""
    verbs = file(qapp, window, person, 1.0)._verbs
    assert verbs.tabs.tabRect(len(TABS) - 1).right() < verbs.tabs.width()
    assert verbs.every.isHidden()


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_tabs_out_of_sight_are_in_a_list_that_a_key_opens(
    qapp: QApplication, window: MainWindow, person: Person, scale: float
) -> None:
    """It tells how many there are, and leads to the last of them; the arrows beside the tabs can be hit."""
    shown = file(qapp, window, person, scale)
    verbs = shown._verbs
    assert verbs.tabs.tabRect(len(TABS) - 1).right() > verbs.tabs.width()
    assert verbs.every.isVisible()
    assert verbs.every.text() == "All 7 tabs"
    assert walk(verbs) == []
    arrows = [each for each in verbs.tabs.findChildren(QToolButton) if each.isVisible()]
    assert min(each.width() for each in arrows) >= theme.current().tall(20)
    verbs.every.setFocus()
    QTest.keyClick(verbs.every, Qt.Key.Key_Return)
    listed = verbs.menu.actions()
    assert verbs.menu.isVisible()
    assert [each.text() for each in listed][::6] == ["Overview", "Details"]
    assert listed[1].text().startswith("Chronology ")
    assert [each.isChecked() for each in listed] == [True, *[False] * 6]
    QTest.keyClick(verbs.menu, Qt.Key.Key_Up)
    QTest.keyClick(verbs.menu, Qt.Key.Key_Return)
    assert shown.tabs.current() == DETAILS
    last = verbs.tabs.tabRect(verbs.tabs.currentIndex())
    assert verbs.tabs.rect().contains(last.center())


def test_the_list_goes_when_there_is_room_again(qapp: QApplication, window: MainWindow, person: Person) -> None:
    """And tells which tab is in view."""
    shown = file(qapp, window, person, 2.0)
    shown.tabs.set_current(DISRUPTION)
    shown._verbs.every.click()
    assert [each.text() for each in shown._verbs.menu.actions() if each.isChecked()] == ["Orders and disruption"]
    shown._verbs.menu.hide()
    theme.apply(qapp, dark=False, scale=1.0)
    window.resize(1600, 900)
    for _ in range(3):
        qapp.processEvents()
    assert shown._verbs.every.isHidden()
