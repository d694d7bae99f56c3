"""The pages on the screen: one below the other, at every size, drawn when they are looked at, sharp and in time."""

import struct
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screen import focused, show, wheel
from tests.ui.walk import walk
from ui import theme
from ui.preview_pages import PreviewPages
from ui.preview_pictures import Pictures
from ui.preview_view import MOST_DPI, PERCENTS, WHOLE_PAGE, WHOLE_WIDTH, PagesView

COUNT = 200


@dataclass(frozen=True)
class Flat:
    """A page of one colour, which tells its number: red is the page, green is always 9."""

    page: int
    width: int
    height: int

    @property
    def rgb(self) -> bytes:
        """Its pixels."""
        return struct.pack("BBB", self.page, 9, 200) * (self.width * self.height)


class Paper:
    """A paper of many pages that remembers which were drawn, and how sharp."""

    def __init__(self) -> None:
        self.drawn: list[tuple[int, int]] = []

    def __call__(self, page: int, dpi: int) -> Flat:
        self.drawn.append((page, dpi))
        return Flat(page, round(8.27 * dpi), round(11.69 * dpi))


@pytest.fixture
def paper() -> Paper:
    """Two hundred pages."""
    return Paper()


@pytest.fixture
def pages(qtbot: QtBot, paper: Paper) -> PreviewPages:
    """The paper, shown, with its first page drawn."""
    made = PreviewPages()
    show(qtbot, made, 900, 600)
    made.show_pages(COUNT, paper, "The words of the paper")
    qtbot.waitUntil(lambda: _seen(made.view) == {0})
    made.view.setFocus()
    return made


def _seen(view: PagesView) -> set[int]:
    """The pages whose pictures are on the screen."""
    image = view.viewport().grab().toImage()
    found = set()
    for down in range(0, image.height(), 3):
        for across in (image.width() // 3, image.width() // 2):
            colour: QColor = image.pixelColor(across, down)
            if (colour.green(), colour.blue()) == (9, 200):
                found.add(colour.red())
    return found


def test_a_paper_of_two_hundred_pages_opens_at_once(qtbot: QtBot, paper: Paper) -> None:
    made = PreviewPages()
    show(qtbot, made, 900, 600)
    clock = QElapsedTimer()
    clock.start()
    made.show_pages(COUNT, paper, "words " * 100_000)
    qtbot.waitUntil(lambda: bool(paper.drawn))
    assert clock.elapsed() < 150
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
    qtbot.waitUntil(lambda: COUNT - 1 in _seen(view))
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
        qtbot.waitUntil(lambda page=page: page in _seen(view))
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
        qtbot.waitUntil(lambda: 7 in _seen(view))
    pages.resize(700, 400)
    qtbot.waitUntil(lambda: 7 in _seen(view))
    assert min(_seen(view)) == 7


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
    qtbot.waitUntil(lambda: 30 in _seen(pages.view))
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
