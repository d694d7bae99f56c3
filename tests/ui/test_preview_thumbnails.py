"""The small pages: drawn when they come into view, marked, and a way to every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.many_pages import COUNT, Paper, shown
from ui import theme
from ui.preview_pages import PreviewPages
from ui.preview_pictures import Pictures


@pytest.fixture
def paper() -> Paper:
    """Two hundred pages."""
    return Paper()


@pytest.fixture
def pages(qtbot: QtBot, paper: Paper) -> PreviewPages:
    """The paper, shown, with its first page drawn."""
    return shown(qtbot, paper)


def test_small_pages_are_drawn_when_they_come_into_view(qtbot: QtBot, pages: PreviewPages, paper: Paper) -> None:
    small = pages.thumbnails
    qtbot.wait(50)
    low = {page for page, dpi in paper.drawn if dpi == small.sheets.dpi}
    assert low
    assert len(low) < 12
    small.setFocus()
    QTest.keyClick(small, Qt.Key.Key_End)
    assert pages.page == COUNT - 1
    qtbot.waitUntil(lambda: (COUNT - 1, small.sheets.dpi) in paper.drawn)
    QTest.keyClick(small, Qt.Key.Key_Up)
    assert pages.page == COUNT - 2
    QTest.keyClick(small, Qt.Key.Key_Home)
    assert pages.page == 0
    drawn = {page for page, _dpi in paper.drawn}
    assert len(drawn) < 40


def test_the_current_page_is_marked_and_named(pages: PreviewPages) -> None:
    pages.turn(5)
    index = pages.thumbnails.currentIndex()
    assert index.row() == 5
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Page 6 of 200"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    accent = theme.current().colour("accent").name()
    place = pages.thumbnails.visualRect(index)
    image = pages.thumbnails.viewport().grab(place).toImage()
    found = {image.pixelColor(x, image.height() // 3).name() for x in range(image.width())}
    assert accent in found


def test_small_pages_that_were_scrolled_past_are_not_drawn(qtbot: QtBot, paper: Paper) -> None:
    pictures = Pictures(3)
    pictures.of(0, 10)
    qtbot.wait(10)
    pictures.show_paper(paper)
    for page in range(50):
        pictures.of(page, 10)
    with qtbot.waitSignals([pictures.drawn] * 3):
        pass
    qtbot.wait(10)
    assert [page for page, _dpi in paper.drawn] == [49, 48, 47]
    assert pictures.of(49, 10) is not None
    assert pictures.of(46, 10) is None
    blurred = pictures.of(49, 20)
    assert blurred is not None
    assert blurred.width() == round(8.27 * 10)
    qtbot.waitUntil(lambda: (49, 20) in paper.drawn)
    pictures.show_paper(paper)
    assert pictures.of(49, 20) is None
