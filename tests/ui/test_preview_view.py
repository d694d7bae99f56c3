"""The pages on the screen: one below the other, at every size, drawn when they are looked at, sharp and in time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.many_pages import COUNT, Paper, seen, shown
from tests.ui.screen import focused, show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.preview_pages import PreviewPages
from ui.preview_view import MOST_DPI, PERCENTS, WHOLE_PAGE, WHOLE_WIDTH, PagesView


@pytest.fixture
def paper() -> Paper:
    """Two hundred pages."""
    return Paper()


@pytest.fixture
def pages(qtbot: QtBot, paper: Paper) -> PreviewPages:
    """The paper, shown, with its first page drawn."""
    return shown(qtbot, paper)


def test_of_two_hundred_pages_only_those_in_view_are_drawn(qtbot: QtBot, paper: Paper) -> None:
    made = PreviewPages()
    show(qtbot, made, 900, 600)
    made.show_pages(COUNT, paper, "words " * 100_000)
    qtbot.waitUntil(lambda: bool(paper.drawn))
    qtbot.wait(100)
    assert {page for page, _dpi in paper.drawn} < set(range(10))
    assert made.text.toPlainText() == ""


def test_keys_scroll_on_across_the_pages(qtbot: QtBot, pages: PreviewPages) -> None:
    view = pages.view
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert 0 < view.verticalScrollBar().value() < view.sheet_height()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == 0
    with qtbot.waitSignal(view.turned):
        for _ in range(4):
            QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page >= 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == COUNT - 1
    qtbot.waitUntil(lambda: COUNT - 1 in seen(view))
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert (view.page, view.verticalScrollBar().value()) == (0, 0)


def test_a_whole_page_is_turned_by_one_key(qtbot: QtBot, pages: PreviewPages) -> None:
    view = pages.view
    view.magnify(WHOLE_PAGE)
    assert view.sheet_height() <= view.viewport().height()
    for page in (1, 2, 3):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        assert view.page == page
        qtbot.waitUntil(lambda: view.page in seen(view))
        assert view.verticalScrollBar().value() == page * (view.sheet_height() + theme.GAP)


def test_pages_turn_and_stop_at_the_ends(qtbot: QtBot, pages: PreviewPages) -> None:
    assert not pages.back_button.isEnabled()
    pages.turn(-1)
    assert pages.page == 0
    with qtbot.waitSignal(pages.turned):
        pages.on_button.click()
    assert pages.page == 1
    assert pages.place.text() == "2"
    assert pages.of.text() == f"of {COUNT}"
    pages.turn(COUNT)
    assert pages.page == 1
    pages.turn(COUNT - 1)
    assert not pages.on_button.isEnabled()
    pages.back_button.click()
    assert pages.page == COUNT - 2
    assert "Page 199 of 200" in pages.view.accessibleName()


@pytest.mark.parametrize(
    ("typed", "page", "said"),
    [
        ("200", 199, ""),
        ("1", 0, ""),
        (" 12 ", 11, ""),
        ("0", 4, "There are pages 1 to 200."),
        ("201", 4, "There are pages 1 to 200."),
        ("x", 4, "There are pages 1 to 200."),
        ("", 4, "There are pages 1 to 200."),
        ("9" * 5000, 4, "There are pages 1 to 200."),
    ],
)
def test_a_page_is_gone_to_by_its_number(pages: PreviewPages, typed: str, page: int, said: str) -> None:
    pages.turn(4)
    pages.ask_page()
    assert focused() is pages.place
    pages.place.setText(typed)
    QTest.keyClick(pages.place, Qt.Key.Key_Return)
    assert pages.page == page
    assert (pages.wrong.text() if not pages.wrong.isHidden() else "") == said
    pages.turn(7)
    assert pages.wrong.isHidden()
    assert pages.place.text() == "8"


def test_the_only_page_is_the_only_page(qtbot: QtBot, paper: Paper) -> None:
    made = PreviewPages()
    show(qtbot, made, 900, 600)
    made.go_to_typed()
    assert made.wrong.isHidden()
    made.show_pages(1, paper, "words")
    made.place.setText("2")
    made.go_to_typed()
    assert made.wrong.text() == "There is only page 1."
    assert not made.on_button.isEnabled()


def test_sizes_go_from_a_half_to_twice_and_to_the_window(pages: PreviewPages) -> None:
    view = pages.view
    whole = view.viewport().width() - 2 * theme.GAP
    assert view.sheet_width() == whole
    for key, percent in (("50", 0.5), ("100", 1), ("200", 2)):
        pages.zoom.setCurrentIndex(pages.zoom.findData(key))
        assert abs(view.sheet_width() - 8.27 * view.logicalDpiX() * percent) <= 1
    assert view.horizontalScrollBar().maximum() > 0
    for _ in range(len(PERCENTS)):
        pages.smaller_button.click()
    assert view.zoom == "50"
    pages.smaller_button.click()
    assert (view.zoom, pages.zoom.currentText()) == ("50", "50 %")
    for _ in range(len(PERCENTS)):
        pages.larger_button.click()
    assert view.zoom == "200"
    pages.larger_button.click()
    assert view.zoom == "200"
    view.magnify(WHOLE_PAGE)
    assert pages.zoom.currentText() == "Whole page"
    whole_page = view.sheet_width()
    pages.larger_button.click()
    assert view.sheet_width() > whole_page
    view.magnify(WHOLE_WIDTH)
    assert view.sheet_width() == whole


def test_the_place_stays_when_size_or_window_change(qtbot: QtBot, pages: PreviewPages) -> None:
    view = pages.view
    pages.turn(7)
    for zoom in ("200", WHOLE_PAGE, "50", WHOLE_WIDTH):
        view.magnify(zoom)
        assert view.page == 7
        qtbot.waitUntil(lambda: 7 in seen(view))
    pages.resize(700, 400)
    qtbot.waitUntil(lambda: 7 in seen(view))
    assert min(seen(view)) == 7


def test_a_page_shows_a_white_sheet_until_it_is_drawn(pages: PreviewPages) -> None:
    pages.turn(90)
    white = pages.view.viewport().grab().toImage().pixelColor(200, 300)
    assert white.name() == "#ffffff"


def test_pictures_are_as_sharp_as_the_screen(
    qtbot: QtBot, pages: PreviewPages, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = pages.view.dpi()
    monkeypatch.setattr(PagesView, "sharpness", lambda _view: 1.5)
    pages.turn(30)
    qtbot.waitUntil(lambda: 30 in seen(pages.view))
    assert (30, round(usual * 1.5)) in [(page, dpi) for page, dpi in paper.drawn] or (
        30,
        round(pages.view.sheet_width() * 1.5 / 8.27),
    ) in paper.drawn
    monkeypatch.setattr(PagesView, "sharpness", lambda _view: 9.0)
    assert pages.view.dpi() == MOST_DPI


def test_the_wheel_scrolls_and_changes_no_size(pages: PreviewPages) -> None:
    zoom = pages.view.zoom
    wheel(pages.zoom)
    assert pages.view.zoom == zoom


def test_nothing_is_shown_before_there_is_a_page(qtbot: QtBot) -> None:
    made = PreviewPages()
    show(qtbot, made, 700, 400)
    made.turn(0)
    QTest.keyClick(made.view, Qt.Key.Key_PageDown)
    made.view.verticalScrollBar().setRange(0, 5)
    made.view.verticalScrollBar().setValue(5)
    assert made.view.accessibleName() == "The pages"
    assert made.place.text() == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_tool_can_be_read(qtbot: QtBot, qapp: QApplication, paper: Paper, scale: float) -> None:
    theme.apply(qapp, dark=True, scale=scale)
    made = PreviewPages()
    show(qtbot, made, 1290, 500)
    made.show_pages(COUNT, paper, "words")
    made.place.setText("201")
    made.go_to_typed()
    assert walk(made) == []
    made.text_button.click()
    assert walk(made) == []
    assert made.text.toPlainText() == "words"
