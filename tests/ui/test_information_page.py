"""Everybody's information reports on the screen: what waits, narrowed, read where each belongs; none of the closed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.information import InformationReport, ReportAbout
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.listing import go_on
from tests import build
from tests.services.test_information import graded, report
from tests.ui.open_window import dialog, page
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.around_pages import REPORTS
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.information_form import InformationForm
from ui.information_page import MINE, InformationPage
from ui.information_reading import InformationReading
from ui.main_window import MainWindow
from ui.pages import Place
from ui.thing_page import ThingPage
from ui.widgets.badge import Tone

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)

SENT_ON = {"sent_at": Moment("2026-11-12T09:20+00:00"), "sent_to": "Police intelligence"}


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl on file."""
    return build.young_person(desk)


@pytest.fixture
def three(desk: Desk, maisie: Person) -> list[InformationReport]:
    """One not sent, one that awaits feedback, and a colleague's that was answered: the oldest first."""
    priya = build.colleague(desk, "Priya Nair")
    return [
        report(desk, maisie),
        report(desk, maisie, **SENT_ON, police_ref="INT-26-118"),
        report(priya, build.place(desk), **SENT_ON, feedback="A patrol\npasses."),
    ]


def _shown(qtbot: QtBot, screen: ScreenDesk) -> InformationPage:
    made = InformationPage(screen)
    show(qtbot, made, 1162, 690)
    return made


def _told(page: InformationPage) -> list[list[str]]:
    return [[column.of(row).spoken() for column in page.table.model.columns] for row in page.table.model.rows]


def _narrow(page: InformationPage, **asked: str) -> None:
    page.filters.set_value(asked)
    page.filters.changed.emit(page.filters.value())


@pytest.mark.usefixtures("three")
def test_the_newest_come_first_and_each_says_how_it_stands(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    corner, name = (f"{each} · A taxi waits outside the home." for each in ("Kebab Corner", "Maisie Okafor"))
    sent, recorded = "Thu 12 Nov 09:20 · Police intelligence", "Sat 21 Nov"
    assert page.total.text() == "3"
    assert _told(page) == [
        [corner, sent, "", "Priya Nair", recorded, "", "A patrol passes."],
        [name, sent, "9 days", "Lena Osei", recorded, "INT-26-118", ""],
        [name, "Not sent", "today", "Lena Osei", recorded, "", ""],
    ]
    badges = [page.table.model.cell(row, 1).badge for row in range(3)]
    assert badges == [None, None, Tone.HIGH]
    page.table.sort_by("recorded")
    assert [row[1] for row in _told(page)] == ["Not sent", sent, sent]
    assert walk(page) == []


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"state": "unsent"}, [2]),
        ({"state": "sent"}, [0, 1]),
        ({"state": "awaited"}, [1]),
        ({"state": "answered"}, [0]),
        ({"state": "withdrawn"}, []),
        ({"whose": MINE}, [1, 2]),
        ({"whose": MINE, "state": "unsent"}, [2]),
        ({"text": "kebab"}, [0]),
        ({"text": "int-26"}, [1]),
    ],
)
def test_filters_narrow_the_list(
    qtbot: QtBot, screen: ScreenDesk, three: list[InformationReport], asked: dict[str, str], left: list[int]
) -> None:
    page = _shown(qtbot, screen)
    _narrow(page, **asked)
    newest = three[::-1]
    assert [row.report.id for row in page.table.model.rows] == [newest[each].id for each in left]
    assert page.total.text() == f"{len(left)} of 3"


@pytest.mark.usefixtures("three")
def test_where_nothing_fits_the_filters_can_be_cleared(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    assert page.filter()
    _narrow(page, state="withdrawn")
    assert page.empty.button.text() == "Clear filters"
    page.empty.button.click()
    assert len(page.table.model.rows) == 3


def test_an_empty_list_says_what_comes_here_and_offers_a_report(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    assert page.filters.isHidden()
    assert page.listing() is None
    with qtbot.waitSignal(page.new_asked):
        page.empty.button.click()
    with qtbot.waitSignal(page.new_asked):
        page.new_button.click()


def test_a_report_about_a_closed_file_is_not_there_and_not_counted(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, maisie: Person, three: list[InformationReport]
) -> None:
    with desk.writing() as work:
        work.put(maisie.changed(restricted=True), maisie)
    page = _shown(qtbot, screen)
    assert page.total.text() == "1"
    assert [row.report.id for row in page.table.model.rows] == [three[-1].id]
    leaving = page.listing()
    assert leaving is not None
    assert (leaving.rows, leaving.of) == (1, 1)
    assert "Maisie" not in str(leaving.read(desk, go_on).rows)


@pytest.mark.parametrize(("grants", "there"), [(("intelligence",), True), ((), False)])
def test_whether_a_report_is_graded_is_shown_to_holders_alone(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, maisie: Person, grants: tuple[str, ...], there: bool
) -> None:
    police = build.colleague(desk, "PC Hill", grants=("intelligence",))
    graded(police, report(desk, maisie))
    screen.at.who = replace(screen.at.who, grants=frozenset(grants))
    page = _shown(qtbot, screen)
    assert [column.title for column in page.table.model.columns][-1] == ("Graded" if there else "What came of it")
    assert ("Graded" in _told(page)[0]) is there
    assert "A taxi is used." not in str(_told(page))


@pytest.mark.usefixtures("three")
def test_the_list_leaves_as_it_is_shown(qtbot: QtBot, desk: Desk, screen: ScreenDesk) -> None:
    page = _shown(qtbot, screen)
    _narrow(page, state="sent")
    page.table.sort_by("recorded")
    leaving = page.listing()
    assert leaving is not None
    assert (leaving.rows, leaving.of, leaving.filters) == (2, 3, "Status: Sent")
    made = leaving.read(desk, go_on)
    assert made.columns == leaving.columns
    assert [row[0] for row in made.rows] == ["Maisie Okafor", "Kebab Corner"]


def test_enter_reads_the_report_where_it_belongs_and_the_way_back_leads_to_the_list(
    window: MainWindow, three: list[InformationReport]
) -> None:
    window.menus.actions["reports"].trigger()
    shown = page(window)
    assert isinstance(shown, InformationPage)
    for place, kind in ((0, ThingPage), (1, CasePage)):
        shown.table.choose(shown.table.model.rows[place])
        shown.table.view.setFocus()
        QTest.keyClick(shown.table.view, Qt.Key.Key_Return)
        assert isinstance(page(window), kind)
        reading = dialog(window, InformationReading)
        assert isinstance(reading, InformationReading)
        assert reading.note.id == three[::-1][place].id
        reading.reject()
        QApplication.processEvents()
        window.pages.back()
        assert page(window) is shown
        assert shown.table.current_row().report.id == three[::-1][place].id


def test_one_about_nobody_on_file_opens_in_its_form_and_a_new_one_is_empty(window: MainWindow, desk: Desk) -> None:
    made = InformationReport(id=desk.clock.new_id(), about=(ReportAbout(called="A man"),), what="Seen.")
    casework.save(desk, made)
    window.go(Place(REPORTS))
    shown = page(window)
    assert isinstance(shown, InformationPage)
    shown.table.opened.emit(shown.table.model.rows[0])
    form = dialog(window, InformationForm)
    assert isinstance(form, InformationForm)
    assert form.base is not None
    assert form.base.id == made.id
    form.drafting.drop()
    form.hide()
    form.deleteLater()
    QApplication.processEvents()
    window.new()
    fresh = dialog(window, InformationForm)
    assert isinstance(fresh, InformationForm)
    assert (fresh.base, fresh.subject) == (None, 0)
    fresh.drafting.drop()
    fresh.hide()


@pytest.mark.usefixtures("three")
def test_what_somebody_records_meanwhile_is_read_when_it_is_looked_at(
    window: MainWindow, desk: Desk, maisie: Person
) -> None:
    window.go(Place(REPORTS))
    shown = page(window)
    assert isinstance(shown, InformationPage)
    report(desk, maisie)
    window.refresh()
    assert shown.total.text() == "4"
    window.desk.leave()
    assert shown.fetch("recorded", True, None) == []
    shown.filters.changed.emit({})


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 2.0)])
def test_it_holds_on_the_smallest_screen_and_in_the_largest_text(
    window: MainWindow, qapp: QApplication, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    window.go(Place(REPORTS))
    QApplication.processEvents()
    assert walk(page(window)) == []
    assert page(window).minimumSizeHint().width() <= 1366
