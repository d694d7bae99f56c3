"""The names in the picture of a network stand clear of each other, of every sign, and of what the picture says."""

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.networked import Around, around, opened
from tests.ui.test_network_canvas import crowd
from ui import network_paint, theme
from ui.main_window import MainWindow
from ui.network_canvas import NetworkCanvas
from ui.network_names import in_lines
from ui.network_page import NetworkPage

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
LONG = "Bartholomew-Fitzgerald Emmanuel Okonkwo-Adeyemi-Featherstonehaugh"


@pytest.fixture
def people(desk: Desk, person: Person) -> Around:
    """Everybody and everything around Maisie."""
    return around(desk, person)


def signs(shown: NetworkPage) -> dict[int, QRectF]:
    """What is drawn of each node."""
    size, found = shown.canvas.drawing.size() - 1, dict[int, QRectF]()
    for each, point in shown.canvas.at.items():
        found[each] = QRectF(0, 0, 2 * size, 2 * size)
        found[each].moveCenter(shown.canvas.frame.point(point))
    return found


def covered(one: QRectF, other: QRectF) -> float:
    """How much of the smaller of two is covered."""
    both = one.intersected(other)
    return both.width() * both.height() / min(one.width() * one.height(), other.width() * other.height())


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1366, 768)), (1.5, (1920, 1080)), (1.5, (1366, 768))])
def test_no_name_covers_another_or_a_sign(
    qapp: QApplication, window: MainWindow, people: Around, scale: float, size: tuple[int, int]
) -> None:
    """Every one of them is written."""
    theme.apply(qapp, dark=False, scale=scale)
    window.resize(*size)
    shown = opened(window, people.maisie.id)
    shown.canvas.grab()
    names = shown.canvas.drawing.names.names
    assert names.keys() == shown.canvas.at.keys()
    assert max(covered(one, other) for one, other in combinations(names.values(), 2)) < 0.1
    assert max(covered(name, sign) for name in names.values() for sign in signs(shown).values()) < 0.1
    assert all(shown.canvas.rect().adjusted(-6, -6, 6, 6).contains(each.toRect()) for each in names.values())


def test_how_the_chosen_one_is_linked_covers_no_name(window: MainWindow, people: Around) -> None:
    """Each word on its own link."""
    shown = opened(window, people.maisie.id)
    shown.canvas.choose(people.pike.id)
    shown.canvas.grab()
    names, words = shown.canvas.drawing.names.names, shown.canvas.drawing.names.words
    assert len(words) >= 4
    assert max(covered(name, word) for name in names.values() for word in words.values()) < 0.2


def test_while_it_moves_a_name_stays_on_its_side(window: MainWindow, people: Around) -> None:
    """Names that jump can't be read."""
    shown = opened(window, people.maisie.id)
    shown.canvas.grab()
    sides = {each: box.center() - signs(shown)[each].center() for each, box in shown.canvas.drawing.names.names.items()}
    shown.canvas.easing.start()
    shown.canvas.grab()
    shown.canvas.easing.stop()
    for each, box in shown.canvas.drawing.names.names.items():
        assert (box.center() - signs(shown)[each].center() - sides[each]).manhattanLength() < 1
    assert shown.canvas.drawing.names.words == {}


def test_the_centre_is_the_largest_and_filled(window: MainWindow, people: Around) -> None:
    """Whoever looks from across the table sees around whom it is drawn."""
    shown = opened(window, people.maisie.id)
    shown.canvas.choose(people.ana.id)
    picture = shown.canvas.grab().toImage()
    look, size = theme.current(), shown.canvas.drawing.size()
    for each, filled in ((people.maisie.id, True), (people.ana.id, False)):
        middle = shown.canvas.frame.point(shown.canvas.at[each]).toPoint()
        assert (picture.pixelColor(middle).name() == look.colours.accent) is filled
    assert network_paint.reach(centre=True, chosen=False) > 1.5
    assert signs(shown)[people.maisie.id].height() < 2 * size * network_paint.reach(centre=True, chosen=False)


def test_a_long_name_breaks_between_words_and_ends_in_dots(qapp: QApplication) -> None:
    """Two lines at most, none broader than its room."""
    metrics = QFontMetricsF(theme.current().font(theme.Type.SECOND))
    assert in_lines("Ana Reyes", metrics, 200) == ("Ana Reyes",)
    assert in_lines("Ana Reyes", metrics, metrics.horizontalAdvance("Reyes") + 1) == ("Ana", "Reyes")
    first, second = in_lines(LONG, metrics, 190)
    assert first.startswith("Bartholomew-Fitzgerald")
    assert second.endswith("…")
    assert max(map(metrics.horizontalAdvance, (first, second))) <= 190
    assert len(in_lines("x" * 300, metrics, 190)) == 1
    assert in_lines("   ", metrics, 190) == ("",)


def test_a_long_and_hostile_name_leaves_the_page_whole(window: MainWindow, desk: Desk) -> None:
    """The window is no larger for it."""
    wide = window.width()
    adult = build.adult(desk, LONG + " <b>x</b> &", "O’Neill")
    build.link(desk, adult, "acts_with", build.adult(desk, "مريم", "Ж" * 60))
    shown = opened(window, adult.id)
    shown.canvas.grab()
    assert window.width() == wide
    assert shown.room.title.shown().endswith("…")
    assert shown.room.title.text() == shown.title


def test_in_a_crowd_hardly_a_name_covers_another(qtbot: QtBot, desk: Desk) -> None:
    """Sixty, drawn small: nearly all of them are written, however long, which they are not where all stand beneath."""
    canvas = NetworkCanvas(str)
    qtbot.addWidget(canvas)
    canvas.resize(1100, 560)
    made = crowd(60)
    called = ("Leanne Crane-Holt", "the arcade by the bus station", "07700 900521", "Mohammed Abdul-Rahman")
    nodes = tuple(replace(each, name=called[place % 4]) for place, each in enumerate(made.nodes))
    canvas.show_network(replace(made, nodes=nodes), desk.now().date())
    canvas.settle()
    canvas.grab()
    names = canvas.drawing.names.names
    assert len(names) >= 59
    hidden = [pair for pair in combinations(names.values(), 2) if covered(*pair) > 0.15]
    assert len(hidden) <= 1


def test_no_name_hides_towards_whom_harm_goes(window: MainWindow, people: Around) -> None:
    """The heads of both arrows at the centre can be seen."""
    shown = opened(window, people.maisie.id)
    shown.canvas.grab()
    size = shown.canvas.drawing.size()
    for each in (people.pike, people.dunn):
        one, other = (shown.canvas.frame.point(shown.canvas.at[who]) for who in (each.id, people.maisie.id))
        along = other - one
        back = 1.2 * size * network_paint.reach(centre=True, chosen=False) + 3
        head = QRectF(0, 0, 5, 5)
        head.moveCenter(other - along * (back / hypot(along.x(), along.y())))
        assert max(covered(name, head) for name in shown.canvas.drawing.names.names.values()) < 0.3


def test_no_name_takes_a_piece_out_of_a_node(
    window: MainWindow, people: Around, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room beside it, a name begins on a node: the node stays whole."""
    shown = opened(window, people.maisie.id)
    drawing, pike = shown.canvas.drawing, people.pike.id
    beyond = signs(shown)[pike].adjusted(-4, -4, 4, 4)

    def edge() -> set[tuple[int, int]]:
        seen, ink = shown.canvas.grab(beyond.toRect()).toImage(), theme.current().colour("ink")
        return {(x, y) for x in range(seen.width()) for y in range(seen.height()) if seen.pixelColor(x, y) == ink}

    monkeypatch.setattr(drawing.names, "write", lambda _painter: None)
    whole = edge()
    monkeypatch.setattr(drawing.names, "_place", lambda *_known: drawing.names.names.update({pike: beyond}))
    assert whole
    assert edge() == whole
