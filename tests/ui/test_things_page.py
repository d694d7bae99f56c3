"""The list of places and things: narrowed by what they are, laid out as each likes it, and taken out as it is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.handle import Handle
from rise_desk.domain.thing_card import Wanted
from rise_desk.errors import Unavailable
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import thing_list
from rise_desk.services.exchange.listing import go_on
from tests import build
from tests.ui.open_window import dialog, page
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.thing_form import ThingForm
from ui.thing_page import ThingPage
from ui.things_page import ThingsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def four(desk: Desk) -> None:
    """One of each, and somebody seen at the place."""
    corner = build.place(desk, place_type="takeaway_or_restaurant", lines="12 High Street")
    build.vehicle(desk, colour="silver", make="Ford")
    build.phone(desk)
    casework.save(desk, Handle(id=desk.clock.new_id(), handle_sort="handle", value="@daz", service="Snap"))
    build.link(desk, build.young_person(desk), "seen_at", corner, since="2026-11-19")


def _shown(qtbot: QtBot, screen: ScreenDesk) -> ThingsPage:
    made = ThingsPage(screen)
    show(qtbot, made, 1162, 690)
    return made


def _names(page: ThingsPage) -> list[str]:
    return [row.name for row in page.table.model.rows]


def _narrow(page: ThingsPage, **asked: str) -> None:
    page.filters.set_value(asked)
    page.filters.changed.emit(page.filters.value())


@pytest.mark.usefixtures("four")
def test_the_list_says_what_each_is_and_how_much_is_known(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    assert page.total.text() == "4"
    rows = [[column.of(row).spoken() for column in page.table.model.columns] for row in page.table.model.rows]
    assert rows == [
        ["07700 900123", "Phone", "", "", ""],
        ["AB12 CDE", "Vehicle", "silver Ford", "", ""],
        ["@daz", "Name used online", "Snap", "", ""],
        ["Kebab Corner", "Takeaway or restaurant", "12 High Street", "1", "19 November 2026"],
    ]


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"kind": "place"}, ["Kebab Corner"]),
        ({"kind": "vehicle"}, ["AB12 CDE"]),
        ({"kind": "phone"}, ["07700 900123"]),
        ({"kind": "online"}, ["@daz"]),
        ({"sort": "takeaway_or_restaurant"}, ["Kebab Corner"]),
        ({"sort": "car_park"}, []),
        ({"kind": "phone", "sort": "takeaway_or_restaurant"}, []),
        ({"text": "ab12"}, ["AB12 CDE"]),
    ],
)
def test_filters_narrow_the_list(qtbot: QtBot, screen: ScreenDesk, asked: dict[str, str], names: list[str]) -> None:
    page = _shown(qtbot, screen)
    _narrow(page, **asked)
    assert _names(page) == names
    assert page.total.text() == f"{len(names)} of 4"


@pytest.mark.usefixtures("four")
def test_every_column_sorts(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    for column in page.table.model.columns:
        page.table.sort_by(column.sort)
        assert len(_names(page)) == 4
    page.table.sort_by("links", descending=True)
    assert _names(page)[0] == "Kebab Corner"


@pytest.mark.usefixtures("four")
def test_where_nothing_fits_the_filters_can_be_cleared(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    assert page.filter()
    _narrow(page, text="nothing of this name")
    page.empty.acted.emit()
    assert len(_names(page)) == 4


def test_an_empty_list_begins_with_a_place(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    assert not page.filter()
    assert page.listing() is None
    with qtbot.waitSignal(page.new_asked) as asked:
        page.empty.acted.emit()
    assert asked.args == ["place", ""]


@pytest.mark.usefixtures("four")
def test_something_new_is_of_the_kind_the_list_is_narrowed_to(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    _narrow(page, kind="online")
    with qtbot.waitSignal(page.new_asked) as asked:
        page.add()
    assert asked.args == ["handle", "handle"]
    _narrow(page)
    page.add()
    assert page.kinds.isVisible()
    with qtbot.waitSignal(page.new_asked) as asked:
        page.kinds.actions()[1].trigger()
    assert asked.args == ["vehicle", ""]


@pytest.mark.usefixtures("four")
def test_the_list_leaves_as_it_is_shown(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    page = _shown(qtbot, screen)
    _narrow(page, kind="place")
    leaving = page.listing()
    assert leaving is not None
    assert (leaving.rows, leaving.of, leaving.filters) == (1, 4, "Kind: Places")
    listing = leaving.read(desk, go_on)
    assert listing.columns == ("Name", "What it is", "Detail", "Links", "Last entry")
    assert listing.rows[0][:4] == ("Kebab Corner", "Takeaway or restaurant", "12 High Street", 1)


@pytest.mark.usefixtures("four")
def test_a_long_list_is_read_whole_or_not_at_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thing_list, "AT_ONCE", 2)
    whole = thing_list.listed(desk, Wanted(), ("sort_name",))
    assert [row[0] for row in whole.rows] == ["07700 900123", "AB12 CDE", "@daz", "Kebab Corner"]
    with pytest.raises(Unavailable, match="You stopped"):
        thing_list.listed(desk, Wanted(), ("sort_name",), told=lambda done, of: done < 4)


@pytest.mark.usefixtures("four")
def test_a_list_looks_as_it_was_left(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    page.table.sort_by("links", descending=True)
    again = _shown(qtbot, screen)
    assert _names(again)[0] == "Kebab Corner"


def test_the_window_goes_there_by_its_keys_and_opens_what_is_chosen(window: MainWindow, desk: Desk) -> None:
    build.place(desk)
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    shown = page(window)
    assert isinstance(shown, ThingsPage)
    assert window.rail.current() == "things"
    shown.table.opened.emit(shown.table.model.rows[0])
    assert isinstance(page(window), ThingPage)
    assert window.rail.current() == "things"
    window.pages.back()
    shown.new_asked.emit("vehicle", "")
    assert dialog(window, ThingForm).windowTitle() == "RISE Desk"


def test_the_window_comes_back_to_the_list_it_was_left_on(window: MainWindow, screen: ScreenDesk) -> None:
    screen.prefer("page", "things")
    window.arrive()
    assert isinstance(page(window), ThingsPage)


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 2.0)])
def test_the_list_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    assert walk(_shown(qtbot, screen)) == []


@pytest.mark.usefixtures("four")
def test_a_desk_that_was_left_shows_nothing_more(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    screen.leave()
    _narrow(page, kind="place")
    page.table.reload()
    assert _names(page) == []
