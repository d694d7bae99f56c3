"""The picture of a network: walked by arrows, pulled, zoomed, pointed at; 300 nodes are moved without stutter."""

from math import hypot
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.network import Edge, Network, Node
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.networked import Around, around, at, opened
from ui.around_pages import NETWORK
from ui.main_window import MainWindow
from ui.network_canvas import NetworkCanvas
from ui.pages import Place

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]


@pytest.fixture
def people(desk: Desk, person: Person) -> Around:
    """Everybody and everything around Maisie."""
    return around(desk, person)


def test_arrows_go_from_neighbour_to_neighbour(window: MainWindow, people: Around) -> None:
    """And Home back to the middle; Page Down reaches everything."""
    shown = opened(window, people.maisie.id)
    canvas = shown.canvas
    reached = {canvas.current}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(canvas, Qt.Key.Key_Home)
        before = canvas.at[canvas.current]
        QTest.keyClick(canvas, key)
        after = canvas.at[canvas.current]
        if canvas.current != people.maisie.id:
            right, down = after[0] - before[0], after[1] - before[1]
            assert (right * {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)) + (
                down * {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
            ) > 0
        reached.add(canvas.current)
    assert len(reached) > 2
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    seen = [canvas.current]
    for _ in range(len(shown.shown.nodes) - 1):
        QTest.keyClick(canvas, Qt.Key.Key_PageDown)
        seen.append(canvas.current)
    assert len(set(seen)) == 8
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.current == seen[-2]


def test_pointing_tells_of_nodes_and_links(window: MainWindow, people: Around) -> None:
    """Who said it and when; of nothing, nothing."""
    shown = opened(window, people.maisie.id)
    canvas = shown.canvas
    assert canvas.told_at(at(shown, people.pike.id)).startswith("Darren Pike · of concern")
    middle = (at(shown, people.pike.id) + at(shown, people.maisie.id)) / 2
    assert canvas.told_at(middle).startswith(f"Darren Pike exploited {people.maisie.name}\nalleged · probable")
    assert canvas.told_at(QPoint(2, 2)) == ""
    QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, middle, canvas.mapToGlobal(middle)))


def test_the_mouse_chooses_pulls_and_moves(window: MainWindow, people: Around) -> None:
    """What somebody put somewhere stays there; double click puts it in the middle."""
    shown = opened(window, people.maisie.id)
    canvas, left = shown.canvas, Qt.MouseButton.LeftButton
    from_, to = at(shown, people.pike.id), at(shown, people.pike.id) + QPoint(60, 40)
    QTest.mouseMove(canvas, from_)
    QTest.mousePress(canvas, left, pos=from_)
    assert canvas.current == people.pike.id
    pull(canvas, to)
    QTest.mouseRelease(canvas, left, pos=to)
    assert (at(shown, people.pike.id) - to).manhattanLength() <= 2
    canvas.show_network(shown.shown, shown._today(), [each.subject for each in shown.shown.nodes])
    canvas.settle()
    assert (at(shown, people.pike.id) - to).manhattanLength() <= 2
    before = at(shown, people.maisie.id)
    QTest.mousePress(canvas, left, pos=QPoint(3, 3))
    pull(canvas, QPoint(33, 23))
    QTest.mouseRelease(canvas, left, pos=QPoint(33, 23))
    assert at(shown, people.maisie.id) - before == QPoint(30, 20)
    QTest.mouseDClick(canvas, left, pos=at(shown, people.pike.id))
    assert window.pages.place == Place(NETWORK, people.pike.id)


def pull(canvas: NetworkCanvas, to: QPoint) -> None:
    """Move the mouse with its left button held."""
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(canvas.mapToGlobal(to))
    QApplication.sendEvent(canvas, QMouseEvent(QEvent.Type.MouseMove, QPointF(to), where, held, held, none))


def test_zoom_keeps_what_one_points_at_and_0_shows_all(window: MainWindow, people: Around) -> None:
    """By keys and by the wheel."""
    shown = opened(window, people.maisie.id)
    canvas = shown.canvas
    whole = canvas.frame.scale
    point = at(shown, people.pike.id)
    QApplication.sendEvent(
        canvas,
        QWheelEvent(
            QPointF(point),
            QPointF(canvas.mapToGlobal(point)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert canvas.frame.scale > whole
    assert (at(shown, people.pike.id) - point).manhattanLength() <= 2
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.frame.scale < whole
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.frame.scale == whole
    for _ in range(9):
        QTest.keyClick(canvas, Qt.Key.Key_Plus)
    canvas.choose(people.marsh.id)
    assert canvas.rect().contains(at(shown, people.marsh.id))


def crowd(nodes: int) -> Network:
    """Two rings of so many, with links across."""
    kinds = ("child", "adult", "both", "place", "vehicle", "phone", "handle")
    steps = [0, *([1] * 30), *([2] * (nodes - 31))]
    links = [(1, each) for each in range(2, 32)] + [(2 + each % 30, each) for each in range(32, nodes + 1)]
    links += [(each, each + 1) for each in range(32, nodes)]
    return Network(
        centre=Id(1),
        nodes=tuple(
            Node(subject=Id(place), kind=kinds[place % 7], name=f"Name {place}", steps=each)
            for place, each in enumerate(steps, 1)
        ),
        edges=tuple(
            Edge(
                link=Id(1000 + place),
                one=Id(one),
                other=Id(other),
                link_type="exploited" if place % 9 == 0 else "friend",
                confidence=("confirmed", "probable", "unconfirmed")[place % 3],
            )
            for place, (one, other) in enumerate(links)
        ),
    )


def test_300_nodes_are_moved_without_stutter(qtbot: QtBot, desk: Desk) -> None:
    """A pass and a repaint while they move take less than a fifteenth of a second together, however busy this is."""
    canvas = NetworkCanvas(str)
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    canvas.show_network(crowd(300), desk.now().date())
    picture, took = QPixmap(canvas.size()), list[float]()
    for _ in range(8):
        begun = perf_counter()
        canvas.ease()
        canvas.render(picture)
        took.append(perf_counter() - begun)
    assert min(took) < 1 / 15
    canvas.easing.stop()
    assert not canvas.grab().isNull()


def test_links_of_the_same_two_never_cover_each_other(window: MainWindow, desk: Desk, person: Person) -> None:
    """Each is found where it is drawn."""
    adult = build.adult(desk)
    build.link(desk, adult, "groomed", person)
    build.link(desk, adult, "exploited", person)
    shown = opened(window, person.id)
    one, other = at(shown, person.id), at(shown, adult.id)
    long = hypot((other - one).x(), (other - one).y())
    aside = QPoint(round(-(other - one).y() / long * 8), round((other - one).x() / long * 8))
    told = {shown.canvas.told_at((one + other) / 2 + way).split("\n")[0] for way in (aside, -aside)}
    assert told == {f"Darren Pike groomed {person.name}", f"Darren Pike exploited {person.name}"}
