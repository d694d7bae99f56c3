"""The network's page with large text: the picture has the room, the rest folds away and comes by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests.ui.files import button_of
from tests.ui.networked import Around, around, choose, names, opened
from tests.ui.walk import walk
from ui import theme
from ui.around_pages import NETWORK
from ui.main_window import MainWindow
from ui.network_page import NetworkPage
from ui.pages import Place

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people(desk: Desk, person: Person) -> Around:
    """Everybody and everything around Maisie."""
    return around(desk, person)


def at_scale(
    qapp: QApplication, window: MainWindow, people: Around, scale: float, size: tuple[int, int]
) -> NetworkPage:
    """The page in text so large, in a window of this size."""
    theme.apply(qapp, dark=False, scale=scale)
    window.resize(*size)
    shown = opened(window, people.maisie.id)
    qapp.processEvents()
    assert (window.width(), window.height()) == size
    return shown


def inside(shown: NetworkPage, part: QWidget) -> bool:
    """Whether a part lies whole on the page."""
    return shown.rect().contains(part.rect().translated(part.mapTo(shown, part.rect().topLeft())))


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1366, 768)), (1.5, (1920, 1080)), (2.0, (1920, 1080))])
def test_a_wide_page_shows_picture_details_and_every_choice(
    qapp: QApplication, window: MainWindow, people: Around, scale: float, size: tuple[int, int]
) -> None:
    """And what the signs mean, beneath the picture."""
    shown = at_scale(qapp, window, people, scale, size)
    assert shown.canvas.isVisible()
    assert shown.chosen.isVisible()
    assert shown.legend.isVisible()
    assert (
        shown.legend.mapTo(shown, shown.legend.rect().topLeft()).y()
        > shown.canvas.mapTo(shown, shown.canvas.rect().center()).y()
    )
    assert shown.filters.days.isVisible()
    assert not shown.filters.more_button.isVisible()
    assert not shown.room.told.isVisible()
    assert walk(shown) == []


@pytest.mark.parametrize(("scale", "size"), [(1.5, (1366, 768)), (2.0, (1366, 768))])
def test_a_narrow_page_gives_the_picture_the_room(
    qapp: QApplication, window: MainWindow, people: Around, scale: float, size: tuple[int, int]
) -> None:
    """The whole width, at least a third of the height; who is chosen stands beneath it; nothing is cut."""
    shown = at_scale(qapp, window, people, scale, size)
    assert not shown.chosen.isVisible()
    assert not shown.filters.kinds.isVisible()
    assert shown.canvas.width() >= shown.width() - 2 * theme.MARGIN
    assert shown.canvas.height() > shown.height() / 3
    assert shown.room.told.text() == f"{people.maisie.name} · young person · 26-0001 · 4 links"
    assert walk(shown) == []
    for part in (shown.list_button, shown.print_button, shown.room.details_button, shown.filters.more_button):
        assert inside(shown, part)


def test_d_brings_the_details_and_esc_the_picture(qapp: QApplication, window: MainWindow, people: Around) -> None:
    """In the picture's place, with the whole width; what is chosen there leads back into the picture."""
    shown = at_scale(qapp, window, people, 2.0, (1366, 768))
    QTest.keyClick(shown.canvas, Qt.Key.Key_D)
    qapp.processEvents()
    assert shown.chosen.isVisible()
    assert not shown.canvas.isVisible()
    assert shown.legend.isVisible()
    assert window.focusWidget() is shown.room.side
    assert shown.room.side.width() >= shown.width() - 2 * theme.MARGIN
    assert walk(shown) == []
    before = shown.room.side.verticalScrollBar().value()
    QTest.keyClick(shown.room.side, Qt.Key.Key_PageDown)
    assert shown.room.side.verticalScrollBar().value() > before
    QTest.keyClick(shown.room.side, Qt.Key.Key_Escape)
    assert shown.canvas.isVisible()
    assert window.pages.place == Place(NETWORK, people.maisie.id)
    assert window.focusWidget() is shown.canvas
    QTest.keyClick(shown.canvas, Qt.Key.Key_D)
    button_of(shown.groups, "Tony Marsh").click()
    assert shown.canvas.isVisible()
    assert shown.canvas.current == people.marsh.id
    QTest.keyClick(shown.canvas, Qt.Key.Key_D)
    QTest.keyClick(shown, Qt.Key.Key_V, CTRL_SHIFT)
    assert shown.table.isVisible()


def test_folded_choices_are_counted_and_come_by_ctrl_f(qapp: QApplication, window: MainWindow, people: Around) -> None:
    """A choice that is made is never hidden without a word."""
    shown = at_scale(qapp, window, people, 2.0, (1366, 768))
    window.filter()
    qapp.processEvents()
    assert window.focusWidget() is shown.filters.kinds
    assert not shown.print_button.isVisible()
    assert shown.canvas.height() > shown.height() / 6
    assert walk(shown) == []
    choose(shown.filters.kinds, "people")
    choose(shown.filters.confidence, "probable")
    assert "Kebab Corner" not in names(shown)
    shown.filters.more_button.click()
    assert shown.filters.more_button.text() == "Filters: 2 chosen"
    assert shown.print_button.isVisible()
    assert not shown.filters.kinds.isVisible()


def test_details_give_way_on_a_wide_page_too(qapp: QApplication, window: MainWindow, people: Around) -> None:
    """For a meeting the picture has the whole page; a window made narrow and wide again shows both."""
    shown = at_scale(qapp, window, people, 1.0, (1366, 768))
    before = shown.canvas.width()
    shown.room.details_button.click()
    qapp.processEvents()
    assert shown.canvas.width() > before + 250
    assert shown.room.told.isVisible()
    window.resize(1024, 768)
    qapp.processEvents()
    window.resize(1366, 768)
    qapp.processEvents()
    assert shown.chosen.isVisible()
    assert shown.canvas.width() == before
    assert shown.print_button.text() == "Print…   Ctrl+P"


def test_the_legend_tells_in_words_what_is_in_the_picture(window: MainWindow, people: Around) -> None:
    """And of nothing else: a link nobody graded is drawn, and told, as unconfirmed."""
    shown = opened(window, people.maisie.id)
    told = {key for key, each in shown.legend.meanings.items() if not each.isHidden()}
    assert told == {
        "child",
        "adult",
        "place",
        "vehicle",
        "phone",
        "confirmed",
        "probable",
        "unconfirmed",
        "harm",
        "stale",
    }
    choose(shown.filters.kinds, "people")
    choose(shown.filters.confidence, "confirmed")
    told = {key for key, each in shown.legend.meanings.items() if not each.isHidden()}
    assert told == {"child", "adult", "confirmed", "harm"}
