"""The search box at work."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.errors import NotAllowed
from rise_desk.services import overview
from tests import build
from tests.ui.screen import show
from ui.desk import ScreenDesk
from ui.search import NOTHING, Search
from ui.widgets.search_box import SearchBox


@pytest.fixture
def search(qtbot: QtBot, screen: ScreenDesk) -> Iterator[Search]:
    window = QWidget()
    box = SearchBox(hint="Find somebody")
    QVBoxLayout(window).addWidget(box)
    made = Search(screen, box)
    show(qtbot, window, 600, 400)
    yield made
    window.close()


def answers(search: Search) -> list[str]:
    box = search._box
    assert box.answers is not None
    return [box.answers.list.item(row).text() for row in range(box.answers.list.count())]


def test_names_come_first_then_the_words_of_notes(qtbot: QtBot, screen: ScreenDesk, search: Search) -> None:
    person = build.young_person(screen.at, "Zoë", "O’Brien")
    build.note(screen.at, person.id, text="Rang about Zoe O'Brien and a phone that is not hers.")
    QTest.keyClicks(search._box, "zoe obrien")
    qtbot.waitUntil(lambda: search._box.answers is not None and bool(answers(search)))
    assert answers(search)[0] == "Zoë O’Brien · File · 26-0001"
    search._box.setText("phone")
    search.ask("phone")
    assert answers(search)[0].startswith("Zoë O’Brien · ")
    assert answers(search)[0].endswith("Contact note")


def test_enter_opens_the_file(qtbot: QtBot, screen: ScreenDesk, search: Search) -> None:
    person = build.young_person(screen.at)
    QTest.keyClicks(search._box, "okafor")
    qtbot.waitUntil(lambda: search._box.answers is not None and bool(answers(search)))
    with qtbot.waitSignal(search.opened) as told:
        QTest.keyClick(search._box, Qt.Key.Key_Return)
    assert told.args == [person.id]
    assert search._box.text() == ""


def test_nothing_found_is_said_with_what_else_to_try(screen: ScreenDesk, search: Search) -> None:
    search._box.setText("nobody")
    search.ask("nobody")
    assert search._box.answers is not None
    assert search._box.answers.none.text() == NOTHING


def test_a_refusal_is_said_beneath_the_box(screen: ScreenDesk, search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotAllowed("A worker may not search. Ask a manager or supervisor.")

    monkeypatch.setattr(overview, "search", refuse)
    search._box.setText("maisie")
    search.ask("maisie")
    assert search._box.answers is not None
    assert "may not search" in search._box.answers.none.text()


def test_a_locked_desk_answers_nothing(screen: ScreenDesk, search: Search) -> None:
    screen.leave()
    search._box.setText("maisie")
    search.ask("maisie")
    assert search._box.answers is None
