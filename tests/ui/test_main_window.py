"""The window: its pages and the ways between them, its keys and its looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain.record import Id
from rise_desk.services import signing_in
from tests import build
from tests.build import PASSWORD
from tests.ui.open_window import page
from tests.ui.screen import focused
from ui import theme
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.main_window import ADULTS, CASE, HELP, PEOPLE, SETTINGS, TODAY, MainWindow
from ui.pages import Place


def test_it_opens_on_today_and_names_nobody_in_its_title(window: MainWindow) -> None:
    assert window.windowTitle() == "RISE Desk"
    assert window.pages.place == Place(TODAY)
    assert window.rail.current() == TODAY
    assert window.top.who.text() == "Lena Osei · supervisor"
    assert window.top.marking.text() == "OFFICIAL-SENSITIVE"
    assert "Records in “data”" in window.status.records.text()


@pytest.mark.parametrize("key", [TODAY, PEOPLE, ADULTS, SETTINGS, HELP])
def test_the_rail_leads_to_every_section(window: MainWindow, key: str) -> None:
    window.rail.items[key].click()
    assert window.pages.place == Place(key)
    assert window.rail.current() == key


def test_the_way_back_and_forward(window: MainWindow) -> None:
    assert not window.menus.actions["back"].isEnabled()
    for key in (PEOPLE, HELP):
        window.go(Place(key))
    window.menus.actions["back"].trigger()
    assert window.pages.place == Place(PEOPLE)
    window.menus.actions["forward"].trigger()
    assert window.pages.place == Place(HELP)
    assert not window.menus.actions["forward"].isEnabled()
    window.pages.forward()
    assert window.pages.place == Place(HELP)
    window.go(Place(HELP))
    window.pages.back()
    assert window.pages.place == Place(PEOPLE)


def test_a_file_opens_in_its_list_and_closes_again(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    window.go(Place(PEOPLE))
    window.open_file(person.id)
    assert isinstance(page(window), CasePage)
    assert window.rail.current() == PEOPLE
    window.go(Place(HELP))
    window.pages.back()
    case = page(window)
    assert isinstance(case, CasePage)
    case.closed.emit()
    assert window.pages.place == Place(PEOPLE)
    window.pages.close_place(Place(CASE, person.id))
    assert window.pages.place == Place(PEOPLE)


def test_few_files_stay_open_and_the_oldest_gives_way(window: MainWindow, screen: ScreenDesk) -> None:
    people = [build.young_person(screen.at, f"Child {number}") for number in range(8)]
    for each in people:
        window.open_file(each.id)
    held = [place.subject for place in window.pages._made if place.subject]
    assert held == [each.id for each in people[2:]]
    for _ in range(7):
        window.pages.back()
    assert window.pages.place == Place(CASE, people[0].id)


def test_what_may_not_be_opened_is_said_and_the_page_stays(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_file(Id(12345))
    assert window.pages.place == Place(TODAY)
    assert window.notice.isVisible()
    assert window.notice.text.text() == "That record is not on file."
    assert window.rail.current() == TODAY


def test_keys_do_what_the_menus_say(qtbot: QtBot, window: MainWindow, screen: ScreenDesk) -> None:
    build.young_person(screen.at)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.place == Place(PEOPLE)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused().accessibleName() == "Filter by name or file number"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.pages.place == Place(HELP)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.current().scale == 1.1
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.current().scale == 1.0
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert screen.desk is None


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys_ = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys_) == len(set(keys_))


def test_f6_goes_round_the_parts(window: MainWindow) -> None:
    window.go(Place(SETTINGS))
    window.top.search.setFocus()
    seen = []
    for _ in range(3):
        window.menus.actions["part"].trigger()
        seen.append(focused())
    assert page(window).isAncestorOf(seen[0])
    assert seen[1] is window.rail.items[SETTINGS]
    assert seen[2] is window.top.search


def test_looks_are_chosen_from_the_menu(window: MainWindow, screen: ScreenDesk) -> None:
    for key in ("dark", "light", "system"):
        window.menus.actions[key].trigger()
        assert screen.preference("scheme") == key
    window.menus.actions["larger"].trigger()
    window.menus.actions["larger"].trigger()
    window.menus.actions["smaller"].trigger()
    assert screen.preference("text_size") == 110


def test_f5_reads_everything_again(window: MainWindow, screen: ScreenDesk) -> None:
    window.go(Place(PEOPLE))
    other = signing_in.sign_in(screen.at.store.folder.path, "Lena Osei", PASSWORD, screen.clock)
    build.young_person(other)
    window.menus.actions["refresh"].trigger()
    assert [row.name for row in page(window).table.model.rows] == ["Maisie Okafor"]  # type: ignore[attr-defined]  # a list page
    signing_in.leave(other)
