"""The network's page: who said what, narrowed, as a list, the groups, and nothing of a restricted file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.link import Link
from rise_desk.domain.person import Person
from rise_desk.domain.record import Withdrawal
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, words_of
from tests.ui.networked import Around, around, choose, names, opened
from tests.ui.open_window import dialog, page
from tests.ui.walk import walk
from ui import theme
from ui.around_pages import NETWORK, THING
from ui.link_form import LinkForm
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.preview import PreviewDialog

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people(desk: Desk, person: Person) -> Around:
    """Everybody and everything around Maisie."""
    return around(desk, person)


def test_it_is_drawn_at_once_and_tells_who_said_what_of_whoever_is_chosen(window: MainWindow, people: Around) -> None:
    """The centre first."""
    shown = opened(window, people.maisie.id)
    assert len(shown.shown.nodes) == 8
    assert shown.canvas.current == people.maisie.id
    told = words_of(shown.chosen)
    assert f"Darren Pike exploited {people.maisie.name}" in told
    assert "alleged · probable · since May 2026 · said by Ana Reyes · recorded 21 November 2026 by Lena Osei" in told
    assert "from contact note, 20 November 2026" in told
    assert "4 other people, 3 places and things, 9 links" in shown.canvas.accessibleName()


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
    assert "No link leads from here yet." in shown.room.how_much.text()
    button_of(shown.chosen, "Add a link").click()
    assert isinstance(dialog(window, LinkForm), LinkForm)


def test_many_links_of_one_are_told_in_part(window: MainWindow, desk: Desk, person: Person) -> None:
    """The others are in the list."""
    for number in range(14):
        build.link(desk, person, "friend", build.young_person(desk, f"Friend{number}", "Okoro"))
    assert f"2 more links of {person.name} are in the list (L)." in words_of(opened(window, person.id).chosen)


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


def test_it_is_printed_as_far_as_it_is_read(window: MainWindow, people: Around) -> None:
    shown = opened(window, people.maisie.id)
    shown.canvas.setFocus()
    QTest.keyClick(shown.canvas, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = dialog(window, PreviewDialog)
    assert isinstance(preview, PreviewDialog)
    preview.reject()
