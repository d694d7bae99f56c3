"""Ctrl+Shift+M prints the missing pack of whoever is meant: the file in view, the chosen row, the line in hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.open_window import page as page_of
from ui import chosen
from ui.caseload import Caseload
from ui.main_window import ADULTS, PEOPLE, SETTINGS, TODAY, MainWindow
from ui.pages import Place
from ui.today_rows import NameVerb, RowVerb

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def printed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Id]:
    """Whose missing pack was asked for."""
    asked: list[Id] = []
    monkeypatch.setattr(window.forms, "missing_pack", asked.append)
    return asked


def test_from_a_file_it_is_the_young_person_whose_it_is(window: MainWindow, printed: list[Id], person: Person) -> None:
    window.open_file(person.id)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL_SHIFT)
    assert printed == [person.id]


def test_from_the_file_of_an_adult_it_is_nobody(window: MainWindow, printed: list[Id], desk: Desk) -> None:
    adult = build.young_person(desk, "Dex", roles=(life.DatedRole(role="of_concern"),))
    window.open_file(adult.id)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL_SHIFT)
    assert printed == []
    assert window.notice.accessibleName() or window.notice.isVisible()


def test_from_a_list_it_is_the_chosen_row(window: MainWindow, printed: list[Id], person: Person, desk: Desk) -> None:
    window.go(Place(PEOPLE))
    shown = page_of(window)
    assert isinstance(shown, Caseload)
    assert chosen.child(window) == NO_ID
    shown.table.choose(shown.table.model.rows[0])
    chosen.missing_pack(window)
    assert printed == [person.id]
    build.young_person(desk, "Dex", roles=(life.DatedRole(role="of_concern"),))
    window.go(Place(ADULTS))
    adults = page_of(window)
    assert isinstance(adults, Caseload)
    adults.refresh()
    adults.table.choose(adults.table.model.rows[0])
    assert chosen.child(window) == NO_ID


def test_from_today_it_is_the_line_in_hand(
    qtbot: QtBot, window: MainWindow, printed: list[Id], person: Person, desk: Desk
) -> None:
    build.episode(desk, person.id, "2026-11-21T08:00+00:00")
    window.go(Place(TODAY))
    window.refresh()
    page = page_of(window)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(RowVerb)))
    rows = [each for each in page.findChildren(RowVerb) if each.verb.ask.subject == person.id and each.isVisible()]
    rows[0].setFocus()
    chosen.missing_pack(window)
    names = [each for each in page.findChildren(NameVerb) if each.verb.ask.subject == person.id]
    names[0].setFocus()
    chosen.missing_pack(window)
    assert printed == [person.id, person.id]


def test_elsewhere_it_says_how_somebody_is_chosen(
    window: MainWindow, printed: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(Place(SETTINGS))
    said: list[str] = []
    monkeypatch.setattr(window, "say", said.append)
    chosen.missing_pack(window)
    assert printed == []
    assert said == [chosen.NOBODY]
