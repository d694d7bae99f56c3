"""The network on the screen: as a picture and a list, narrowed, walked by keyboard; who said what, and the groups."""

from math import hypot
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.link import Link
from rise_desk.domain.network import Edge, Network, Node
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, words_of
from tests.ui.networked import Around, around
from tests.ui.open_window import dialog, page
from tests.ui.walk import walk
from ui import theme
from ui.around_pages import NETWORK, THING
from ui.link_form import LinkForm
from ui.main_window import CASE, MainWindow
from ui.network_canvas import NetworkCanvas
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


def opened(window: MainWindow, subject: Id) -> NetworkPage:
    """The network around somebody or something, come to rest."""
    window.go(Place(NETWORK, subject))
    shown = page(window)
    assert isinstance(shown, NetworkPage)
    shown.canvas.settle()
    shown.canvas.setFocus()
    return shown


def names(shown: NetworkPage) -> set[str]:
    """Who and what is in view."""
    return {each.name for each in shown.shown.nodes}


def at(shown: NetworkPage, subject: Id) -> QPoint:
    """Where a node is on the canvas."""
    return shown.canvas.frame.point(shown.canvas.at[subject]).toPoint()


def choose(box: object, key: str) -> None:
    """Choose in a filter as somebody would."""
    box.set_value(key)  # type: ignore[attr-defined]


def test_it_is_drawn_at_once_and_tells_who_said_what_of_whoever_is_chosen(window: MainWindow, people: Around) -> None:
    """The centre first."""
    shown = opened(window, people.maisie.id)
    assert len(shown.shown.nodes) == 8
    assert shown.canvas.current == people.maisie.id
    told = words_of(shown.chosen)
    assert f"Darren Pike exploited {people.maisie.name}" in told
    assert "alleged · probable · since May 2026 · said by Ana Reyes · recorded Sat 21 Nov 10:00 by Lena Osei" in told
    assert "from contact note, 20 November 2026" in told
    assert "4 other people, 3 places and things, 9 links" in shown.canvas.accessibleName()


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


def test_enter_puts_one_in_the_middle_and_o_opens_it(window: MainWindow, people: Around) -> None:
    """A person's file, a place's page."""
    shown = opened(window, people.maisie.id)
    shown.canvas.choose(people.corner.id)
    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)
    assert window.pages.place == Place(NETWORK, people.corner.id)
    QTest.keyClick(opened(window, people.corner.id).canvas, Qt.Key.Key_O)
    assert window.pages.place == Place(THING, people.corner.id)
    shown = opened(window, people.maisie.id)
    shown.canvas.choose(people.pike.id)
    QTest.keyClick(shown.canvas, Qt.Key.Key_O)
    assert window.pages.place == Place(CASE, people.pike.id)


def test_the_menu_key_opens_it_from_a_file(window: MainWindow, people: Around) -> None:
    """Ctrl+Shift+N; on another page it does nothing."""
    before = window.pages.place
    window.menus.actions["network"].trigger()
    assert window.pages.place == before
    window.go(Place(CASE, people.pike.id))
    window.menus.actions["network"].trigger()
    assert window.pages.place == Place(NETWORK, people.pike.id)
    QTest.keyClick(page(window), Qt.Key.Key_Escape)
    assert window.pages.place == Place(CASE, people.pike.id)


def test_filters_leave_what_is_still_joined(window: MainWindow, people: Around) -> None:
    """By kind, by link, by how sure, by when, and by how far; and all of it again."""
    shown = opened(window, people.maisie.id)
    choose(shown.filters.kinds, "people")
    assert names(shown) == {people.maisie.name, "Darren Pike", "Lee Dunn", "Ana Reyes", "Tony Marsh"}
    shown.filters.clear()
    choose(shown.filters.links, "harm")
    assert names(shown) == {people.maisie.name, "Darren Pike", "Lee Dunn"}
    shown.filters.clear()
    choose(shown.filters.confidence, "confirmed")
    assert names(shown) == {people.maisie.name, "07700 900123", "Ana Reyes", "Tony Marsh"}
    shown.filters.clear()
    choose(shown.filters.days, "365")
    assert "KX12 ABC" not in names(shown)
    shown.filters.clear()
    assert len(shown.shown.nodes) == 8
    choose(shown.filters.steps, "1")
    assert names(shown) == {people.maisie.name, "Darren Pike", "Lee Dunn", "Ana Reyes", "07700 900123"}
    assert not shown.filters.clear_button.isEnabled()


def test_ctrl_f_goes_to_the_filters(window: MainWindow, people: Around) -> None:
    """As in every list."""
    shown = opened(window, people.maisie.id)
    window.filter()
    assert window.focusWidget() is shown.filters.kinds


def test_groups_stand_with_their_weakest_link_and_what_proves_nothing_apart(window: MainWindow, people: Around) -> None:
    """Dunn harmed the same child and shares an address: he is in no group."""
    shown = opened(window, people.maisie.id)
    told = words_of(shown.groups)
    assert "Linked adults (unproven)" in told
    assert "Weakest link, probable: Darren Pike acts with Tony Marsh. 2 children said" in told
    assert "Children in common" in told
    assert "Darren Pike, Lee Dunn. This alone makes no group of them." in told
    assert "May be connected" in told
    button_of(shown.groups, "Tony Marsh").click()
    assert shown.canvas.current == people.marsh.id
    choose(shown.filters.links, "harm")
    button_of(shown.groups, "Tony Marsh").click()
    assert window.pages.place == Place(NETWORK, people.marsh.id)


def test_where_nothing_joins_adults_that_is_said(window: MainWindow, desk: Desk, person: Person) -> None:
    """One adult alone."""
    build.link(desk, build.adult(desk), "groomed", person)
    told = words_of(opened(window, person.id).groups)
    assert "No group: no link of that kind joins adults here." in told


def test_the_list_has_everything_and_is_sorted(window: MainWindow, people: Around) -> None:
    """L turns to it; its keys lead on."""
    shown = opened(window, people.maisie.id)
    QTest.keyClick(shown.canvas, Qt.Key.Key_L)
    assert shown.stack.currentWidget() is shown.table
    assert len(shown.table.model.rows) == 9
    for sort in ("one", "how", "other", "confidence", "since", "said_by", "steps"):
        shown.table.sort_by(sort)
        forth = [row.edge.link for row in shown.table.model.rows]
        shown.table.sort_by(sort, descending=True)
        assert set(forth) == {row.edge.link for row in shown.table.model.rows}
    shown.table.sort_by("confidence")
    sure = [row.edge.confidence for row in shown.table.model.rows]
    assert sure == ["confirmed"] * 5 + ["probable"] * 2 + ["unconfirmed", ""]
    row = next(
        each for each in shown.table.model.rows if each.edge.link_type == "exploited" and each.one == "Darren Pike"
    )
    spoken = [column.of(row).spoken() for column in shown.table.columns]
    assert spoken[0] == "Darren Pike · of concern"
    assert spoken[1] == "Exploited · alleged"
    assert spoken[4] == "Since May 2026"
    QTest.keyClick(shown, Qt.Key.Key_V, CTRL_SHIFT)
    assert shown.stack.currentWidget() is shown.canvas


def test_verbs_of_the_list_lead_to_both_ends(window: MainWindow, people: Around) -> None:
    """Open, put in the middle, change."""
    shown = opened(window, people.maisie.id)
    row = next(each for each in shown.table.model.rows if each.edge.link_type == "works_at")
    verbs = {each.text: each.act for each in shown.table.verbs}
    verbs["Change the link…"](row)
    form = dialog(window, LinkForm)
    assert isinstance(form, LinkForm)
    assert form.told.text() == "Darren Pike works at Kebab Corner"
    form.close()
    verbs["Open the second"](row)
    assert window.pages.place == Place(THING, people.corner.id)
    verbs["Open the first"](row)
    assert window.pages.place == Place(CASE, people.pike.id)
    verbs["Put the second in the middle"](row)
    assert window.pages.place == Place(NETWORK, people.corner.id)
    verbs["Put the first in the middle"](row)
    assert window.pages.place == Place(NETWORK, people.pike.id)


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
    from PySide6.QtGui import QMouseEvent

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


def test_a_withdrawn_link_goes_and_other_news_changes_nothing(
    qtbot: QtBot, window: MainWindow, desk: Desk, people: Around
) -> None:
    """The page is read again only where somebody in it was changed."""
    shown = opened(window, people.maisie.id)
    build.young_person(desk, "Somebody", "Else")
    qtbot.wait(20)
    assert len(shown.shown.edges) == 9
    held = next(each.link for each in shown.shown.edges if each.link_type == "works_at")
    found = desk.store.get(Link, held)
    casework.save(desk, found.changed(withdrawn=Withdrawal(why="Said of somebody else.")))
    qtbot.waitUntil(lambda: len(shown.shown.edges) == 8)
    assert "Kebab Corner" not in names(shown)


def test_a_restricted_file_is_no_node_and_no_count(window: MainWindow, desk: Desk, people: Around) -> None:
    """Not even by what hangs on it."""
    with desk.writing() as work:
        work.put(people.maisie.changed(restricted=True), people.maisie)
    shown = opened(window, people.pike.id)
    assert people.maisie.name not in names(shown)
    assert people.maisie.name not in words_of(shown)
    assert "Children in common" not in words_of(shown.groups)


def test_nobody_around_says_so(window: MainWindow, desk: Desk) -> None:
    """And offers the way to a link."""
    alone = build.young_person(desk, "Kim", "Bell")
    shown = opened(window, alone.id)
    assert "No link leads from here yet." in shown.how_much.text()
    button_of(shown.chosen, "Add a link").click()
    assert isinstance(dialog(window, LinkForm), LinkForm)


def test_many_links_of_one_are_told_in_part(window: MainWindow, desk: Desk, person: Person) -> None:
    """The others are in the list."""
    for number in range(14):
        build.link(desk, person, "friend", build.young_person(desk, f"Friend{number}", "Okoro"))
    assert f"2 more links of {person.name} are in the list (L)." in words_of(opened(window, person.id).chosen)


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


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.0), (False, 2.0)])
def test_it_can_be_walked_and_is_painted(
    qapp: QApplication, window: MainWindow, people: Around, dark: bool, scale: float
) -> None:
    """Every control has a name, nothing is cut; the picture is one of several colours."""
    theme.apply(qapp, dark=dark, scale=scale)
    shown = opened(window, people.maisie.id)
    assert walk(shown) == []
    picture: QImage = shown.canvas.grab().toImage()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    assert len(seen) > 8
