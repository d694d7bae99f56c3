"""The timeline: newest first under headings, folded where it is long, opened and read by keyboard."""

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.screen import colours_of, show
from ui import theme
from ui.gallery_examples import ENTRIES, LONG_TEXT
from ui.widgets.badge import Tone
from ui.widgets.timeline import OPENED_OUT, Entry, Timeline, TimelineModel
from ui.widgets.timeline_delegate import TimelineDelegate

MANY = tuple(Entry(key=number, heading=f"Month {number // 4}", title=f"Note {number}") for number in range(9))


def _paged(after: Entry | None) -> Sequence[Entry]:
    start = MANY.index(after) + 1 if after else 0
    return MANY[start : start + 3]


@pytest.fixture
def line(qtbot: QtBot) -> Timeline:
    """The gallery's timeline."""
    made = Timeline(lambda after: () if after else ENTRIES)
    show(qtbot, made, 700, 500)
    made.reload()
    QApplication.processEvents()
    return made


def _delegate(line: Timeline) -> TimelineDelegate:
    delegate = line.view.itemDelegate()
    assert isinstance(delegate, TimelineDelegate)
    return delegate


def _index(line: Timeline, key: object) -> QModelIndex:
    place = next(at for at, each in enumerate(line.model.items) if isinstance(each, Entry) and each.key == key)
    return line.model.index(place)


def test_headings_stand_once_even_across_pages() -> None:
    model = TimelineModel(_paged, page=3)
    model.reload()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert tuple(model.entries()) == MANY
    headings = [each.text for each in model.items if not isinstance(each, Entry)]
    assert headings == ["Month 0", "Month 1", "Month 2"]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.rowCount(model.index(0)) == 0


def test_an_entry_is_told_in_full_to_screen_readers() -> None:
    model = TimelineModel(lambda after: () if after else ENTRIES)
    model.reload()
    told = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Missing episode. Thu 19 Nov 23:30. High. Back at placement, 9 h, with Jade W."
    assert model.data(model.index(0)) == "This week"
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(1), Qt.ItemDataRole.DecorationRole) is None


def test_enter_opens_and_space_folds_out(qtbot: QtBot, line: Timeline) -> None:
    index = _index(line, 2)
    line.view.setCurrentIndex(index)
    folded = line.view.visualRect(index).height()
    QTest.keyClick(line.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: line.view.visualRect(index).height() > folded)
    line.view.grab()
    QTest.keyClick(line.view, Qt.Key.Key_Space)
    assert not index.data(OPENED_OUT)
    with qtbot.waitSignal(line.opened) as told:
        QTest.keyClick(line.view, Qt.Key.Key_Return)
    assert told.args == [2]
    QTest.keyClick(line.view, Qt.Key.Key_Down)
    assert line.view.currentIndex() == _index(line, 3)


def test_more_is_clicked_and_the_rest_is_opened_with_two_clicks(qtbot: QtBot, line: Timeline) -> None:
    index = _index(line, 2)
    viewport = line.view.viewport()
    more = _delegate(line).more_place(line.view.visualRect(index), index)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=more.center())
    assert index.data(OPENED_OUT)
    short = _index(line, 1)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=line.view.visualRect(short).center())
    assert not short.data(OPENED_OUT)
    with qtbot.waitSignal(line.opened) as told:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=line.view.visualRect(short).center())
    assert told.args == [1]
    with qtbot.assertNotEmitted(line.opened):
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(40, viewport.height() - 2))
        heading = line.view.visualRect(line.model.index(0)).center()
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=heading)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(40, viewport.height() - 2))


def test_nothing_happens_without_a_current_entry(qtbot: QtBot, line: Timeline) -> None:
    line.view.setCurrentIndex(QModelIndex())
    with qtbot.assertNotEmitted(line.opened):
        QTest.keyClick(line.view, Qt.Key.Key_Return)
        QTest.keyClick(line.view, Qt.Key.Key_Space)
    line.model.toggle(line.model.index(0))
    assert line.model.out == set()


def test_narrow_or_large_text_is_taller(qtbot: QtBot, qapp: QApplication, line: Timeline) -> None:
    index, option = _index(line, 2), QStyleOptionViewItem()
    wide = _delegate(line).sizeHint(option, index).height()
    line.resize(400, 500)
    assert _delegate(line).sizeHint(option, index).height() >= wide
    line.model.toggle(index)
    assert _delegate(line).sizeHint(option, index).height() > wide
    line.model.toggle(index)
    theme.apply(qapp, dark=False, scale=2.0)
    assert _delegate(line).sizeHint(option, index).height() > 1.5 * wide


def test_a_withdrawn_entry_a_quote_and_the_chosen_one_are_seen(line: Timeline) -> None:
    line.view.setCurrentIndex(_index(line, 4))
    shown = colours_of(line.view)
    assert {theme.LIGHT.loud, theme.LIGHT.accent, theme.LIGHT.accent_ground} <= shown


def test_long_words_and_many_tags_never_break_it(qtbot: QtBot) -> None:
    tags = tuple((f"Tag number {number}", Tone.INFO) for number in range(9))
    entry = Entry(key=1, heading="h", title="T" * 200, when="w", text="x" * 900, quote=LONG_TEXT * 3, tags=tags)
    made = Timeline(lambda after: () if after else (entry,))
    show(qtbot, made, 300, 400)
    made.reload()
    made.view.grab()
    assert made.view.horizontalScrollBar().maximum() == 0


def test_an_empty_timeline_says_so(qtbot: QtBot) -> None:
    made = Timeline()
    show(qtbot, made)
    made.reload()
    assert made.empty.isVisible()
    assert not made.view.isVisible()


def test_another_style_lays_it_out_again(qtbot: QtBot, line: Timeline) -> None:
    called: list[Any] = []
    line.view.scheduleDelayedItemsLayout = lambda: called.append(1)  # type: ignore[method-assign]  # to see that it is asked
    QApplication.sendEvent(line.view, QEvent(QEvent.Type.StyleChange))
    assert called
