"""The search box: it asks while somebody types, and its answers are walked without leaving the box."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import show
from tests.ui.walk import walk
from ui.widgets.answers import Answers, Hit
from ui.widgets.search_box import SearchBox
from ui.widgets.top_bar import TopBar

HITS = (
    Hit(key="a", title="Maisie Okafor", detail="Maz", aside="26-0147"),
    Hit(key="b", title="Marcus Bell " * 30),
)


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[TopBar]:
    """A top bar in a window with room beneath it."""
    window, made = QWidget(), TopBar()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    show(qtbot, window, 900, 500)
    made.search.setFocus()
    yield made
    window.close()


def _answers(bar: TopBar) -> Answers:
    assert bar.search.answers is not None
    return bar.search.answers


def test_asks_once_somebody_pauses(qtbot: QtBot, bar: TopBar) -> None:
    bar.search.pause.setInterval(5)
    with qtbot.waitSignal(bar.search.asked) as told:
        QTest.keyClicks(bar.search, " mai ")
    assert told.args == ["mai"]
    QTest.keyClicks(bar.search, "s")
    bar.search.clear()
    QTest.keyClick(bar.search, Qt.Key.Key_Space)
    assert not bar.search.pause.isActive()


def test_answers_are_walked_and_picked_from_the_box(qtbot: QtBot, bar: TopBar) -> None:
    bar.search.setText("ma")
    bar.search.show_hits(HITS)
    assert _answers(bar).isVisible()
    assert bar.search.hasFocus()
    _answers(bar).grab()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(bar.search, key)
    with qtbot.waitSignal(bar.search.picked) as told:
        QTest.keyClick(bar.search, Qt.Key.Key_Return)
    assert told.args == ["b"]
    assert not _answers(bar).isVisible()
    assert bar.search.text() == ""


def test_an_answer_can_be_clicked(qtbot: QtBot, bar: TopBar) -> None:
    bar.search.setText("ma")
    bar.search.show_hits(HITS)
    found = _answers(bar).list
    with qtbot.waitSignal(bar.search.picked) as told:
        place = found.visualItemRect(found.item(0)).center()
        QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["a"]


def test_nothing_found_is_said(qtbot: QtBot, bar: TopBar) -> None:
    bar.search.setText("zzz")
    bar.search.show_hits((), "Nothing found for “zzz”.")
    assert _answers(bar).none.isVisible()
    assert not _answers(bar).list.isVisible()
    with qtbot.assertNotEmitted(bar.search.picked):
        QTest.keyClick(bar.search, Qt.Key.Key_Return)


def test_escape_closes_and_then_clears(qtbot: QtBot, bar: TopBar) -> None:
    bar.search.setText("ma")
    bar.search.show_hits(HITS)
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert (_answers(bar).isVisible(), bar.search.text()) == (False, "ma")
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert bar.search.text() == ""
    bar.search.show_hits(HITS)
    assert not _answers(bar).isVisible()


def test_answers_go_when_somebody_turns_elsewhere(bar: TopBar) -> None:
    bar.search.setText("ma")
    bar.search.show_hits(HITS)
    bar.window().resize(800, 500)
    QApplication.processEvents()
    assert not _answers(bar).isVisible()
    bar.search.show_hits(HITS)
    bar.lock.setFocus()
    assert not _answers(bar).isVisible()


def test_the_bar_says_who_is_here_and_locks(qtbot: QtBot, bar: TopBar) -> None:
    bar.show_user("Priya Nair", "worker")
    assert (bar.who.text(), bar.who.accessibleName()) == ("Priya Nair · worker", "Signed in: Priya Nair, worker")
    bar.show_user("Priya Nair")
    assert bar.who.accessibleName() == "Signed in: Priya Nair"
    assert bar.marking.text() == "OFFICIAL-SENSITIVE"
    with qtbot.waitSignal(bar.lock_asked):
        bar.lock.click()
    assert walk(bar.window()) == []
    assert bar.minimumSizeHint().width() == 480


@pytest.mark.parametrize(("below", "above"), [(200, False), (60, True)])
def test_where_a_box_stands_low_the_answers_stand_over_it(qtbot: QtBot, below: int, above: bool) -> None:
    window, box = QWidget(), SearchBox(hint="Find")
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(box)
    column.addSpacing(below)
    show(qtbot, window, 900, 500)
    box.setText("ma")
    box.show_hits([*HITS, *HITS, *HITS])
    assert box.answers is not None
    shown = box.answers.geometry()
    assert (shown.bottom() < box.geometry().top()) is above
    assert (shown.top() > box.geometry().bottom()) is not above
    assert window.rect().contains(shown)
    assert box.answers.list.height() > box.height() * 2
