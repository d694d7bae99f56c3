"""Orders and disruption on a file: the plan with the open first, orders, investigations, and what followed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.disruption_after import NO_CAUSE
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework, things, today
from rise_desk.services.desk import Desk
from rise_desk.services.today import Waiting
from tests import build
from tests.ui import protecting
from tests.ui.files import button_of, words_of
from tests.ui.open_window import dialog, page
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import first_page, plan_list, theme, today_asks
from ui.case_disruption import CaseDisruption
from ui.case_page import CasePage
from ui.case_tabs import DISRUPTION
from ui.desk import ScreenDesk
from ui.disruption_form import DisruptionForm
from ui.investigation_form import InvestigationForm
from ui.main_window import CASE, MainWindow
from ui.order_form import OrderForm
from ui.orders_card import NO_INVESTIGATIONS, NO_ORDERS
from ui.pages import Place
from ui.plan_list import PlanList
from ui.records.investigation_fields import NEVER_LOWERS
from ui.told_row import ToldRow
from ui.widgets.heat_strip import HeatStrip

pytestmark = [
    pytest.mark.usefixtures("dropped"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True),
]
Pair = tuple[Person, Person]


@pytest.fixture
def pair(desk: Desk) -> Pair:
    """The pupil and the suspect of the published case."""
    return protecting.northants(desk)


@pytest.fixture
def of_suspect(qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair) -> Iterator[CaseDisruption]:
    """The suspect's orders and disruption with everything there is, in view on his file."""
    pupil, suspect = pair
    protecting.visit(desk, suspect, pupil)
    protecting.order(desk, suspect, pupil)
    protecting.investigation(desk, suspect, pupil)
    made = CasePage(screen, suspect.id)
    show(qtbot, made, 1160, 680)
    yield tab_of(made)
    made.hide()


def tab_of(case: CasePage) -> CaseDisruption:
    """Turn to orders and disruption."""
    case.refresh()
    case.tabs.set_current(DISRUPTION)
    made = case.further.made[DISRUPTION]
    assert isinstance(made, CaseDisruption)
    return made


def rows(tab: CaseDisruption) -> list[str]:
    """What the rows of the plan are called, in their order."""
    return [each.button.text() for each in tab.plan.findChildren(ToldRow)]


def test_the_plan_shows_the_open_action_first_and_what_was_done_the_newest_first(of_suspect: CaseDisruption) -> None:
    assert rows(of_suspect)[:3] == [
        "Hotel or business visited (Hotel Watch)",
        "Information shared with another agency (tax, housing, benefits, licensing)",
        "Suspect flagged to other forces or agencies",
    ]
    assert len(rows(of_suspect)) == 7
    said = words_of(of_suspect.plan)
    assert of_suspect.plan.aside.text() == "7 actions · 1 open"
    assert "Against The Gate Hotel, Suspect Northants · protects Pupil Northants" in said
    assert "PC Hale · police (child protection) · overdue since Wed 18 Nov" in said
    assert "What came of it: To live in London, no contact, keep out of the county" in said


def test_orders_and_investigations_are_told_with_what_they_mean(of_suspect: CaseDisruption) -> None:
    said = words_of(of_suspect.orders)
    assert of_suspect.orders.aside.text() == "1 in force"
    assert "– Not to own more than one phone · until 31 December 2026" in said
    assert "made 10 January 2025 · ends 10 January 2027 · Northampton Magistrates’ Court · SRO/7" in said
    told = words_of(of_suspect.investigations)
    assert "Harmed: Pupil Northants · alleged against Suspect Northants" in told
    assert "reported 3 February 2026 · recent · 26000/114 · DC Moss · online leading to offline" in told
    assert "recorded at Her home · happened at A flat in Kettering" in told
    assert NEVER_LOWERS in told


def test_what_followed_is_told_with_the_strip_and_no_cause(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    build.assessment(desk, pupil.id, "4444444444", day="2026-02-01")
    build.episode(desk, pupil.id, "2026-02-20T19:00+00:00", "2026-02-21T07:00+00:00")
    case = CasePage(screen, suspect.id)
    show(qtbot, case, 1160, 680)
    after = tab_of(case).after
    assert not after.isHidden()
    said = words_of(after)
    assert NO_CAUSE in said
    assert "Search warrant, 2 March 2026; Arrest for other offences, 2 March 2026" in said
    assert "Missing episodes: 1 in the 90 days before, 0 in the 90 days after." in said
    strip = after.findChild(HeatStrip)
    assert strip is not None
    assert [each.label for each in strip.strip.lanes] == ["Nights missing", "Disruption"]
    own = CasePage(screen, pupil.id)
    show(qtbot, own, 1160, 680)
    own.refresh()
    drawn = own.overview.findChild(HeatStrip)
    assert drawn is not None
    assert [each.key for each in drawn.strip.lanes] == ["missing", "disruption"]


def test_tab_comes_to_the_rows_of_a_card_after_its_button(of_suspect: CaseDisruption) -> None:
    wanted: list[QWidget] = []
    for card in (of_suspect.plan, of_suspect.orders, of_suspect.investigations):
        wanted += [card.add_button, *(row.button for row in card.findChildren(ToldRow))]
    assert len(wanted) > 5
    wanted[0].setFocus()
    for each in wanted:
        assert QApplication.focusWidget() is each
        QTest.keyClick(each, Qt.Key.Key_Tab)


def test_a_file_with_nothing_says_so_and_what_followed_is_hidden(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    child = build.young_person(desk)
    case = CasePage(screen, child.id)
    show(qtbot, case, 1160, 680)
    tab = tab_of(case)
    said = words_of(tab)
    assert [text in said for text in (plan_list.EMPTY, NO_ORDERS, NO_INVESTIGATIONS)] == [True] * 3
    assert tab.after.isHidden()


def test_every_row_and_button_opens_its_form(qtbot: QtBot, window: MainWindow, desk: Desk, pair: Pair) -> None:
    pupil, suspect = pair
    action = protecting.visit(desk, suspect, pupil)
    order, investigation = protecting.order(desk, suspect, pupil), protecting.investigation(desk, suspect, pupil)
    window.go(Place(CASE, suspect.id))
    case = page(window)
    assert isinstance(case, CasePage)
    tab = tab_of(case)
    for button, kind in (
        (button_of(tab, "Add an action…"), DisruptionForm),
        (button_of(tab, "Add an order…"), OrderForm),
        (button_of(tab, "Add an investigation…"), InvestigationForm),
    ):
        button.click()
        form = dialog(window, kind)
        assert isinstance(form, DisruptionForm | OrderForm | InvestigationForm)
        assert (form.base, form.subject) == (None, suspect.id)
        form.reject()
    for row, held in (
        (tab.plan.findChildren(ToldRow)[0], action),
        (tab.orders.findChildren(ToldRow)[0], order),
        (tab.investigations.findChildren(ToldRow)[0], investigation),
    ):
        row.button.click()
        form = next(each for each in window.findChildren(dialog_kind(held.KIND)) if each.isVisible())
        assert form.base == held
        form.reject()


def dialog_kind(kind: str) -> type[DisruptionForm] | type[OrderForm] | type[InvestigationForm]:
    """The form of a kind."""
    forms: dict[str, type[DisruptionForm] | type[OrderForm] | type[InvestigationForm]] = {
        each.kind: each for each in (DisruptionForm, OrderForm, InvestigationForm)
    }
    return forms[kind]


def refresh(plan: PlanList) -> None:
    """Read a plan anew, and let its rows come into view."""
    plan.refresh()
    QApplication.processEvents()


def test_a_place_shows_its_plan_by_the_same_list(qtbot: QtBot, screen: ScreenDesk, desk: Desk, pair: Pair) -> None:
    pupil, suspect = pair
    visit = protecting.visit(
        desk, suspect, pupil, spoke_to="The night manager", staff_briefed=True, paid_in_cash="204", status="under_way"
    )
    plan = PlanList(screen, visit.targets[0].subject)
    show(qtbot, plan, 700, 300)
    refresh(plan)
    said = words_of(plan)
    assert "spoke to The night manager · staff briefed · rooms paid in cash: 204" in said
    casework.save(desk, visit.changed(status="not_possible", outcome="The hotel has closed.", staff_briefed=False))
    refresh(plan)
    said = words_of(plan)
    assert "Why not: The hotel has closed." in said
    assert "staff not briefed" in said
    hotel = things.thing(desk, visit.targets[0].subject)
    build.disruption(desk, hotel)
    refresh(plan)
    assert "nobody is named to do it · no day was set" in words_of(plan)
    assert "no child is named whom it protects" in words_of(plan)


def _line(desk: Desk, what: str) -> Waiting:
    return next(each for each in today.waiting(desk) if each.due.what.startswith(what))


def test_a_line_of_today_opens_the_action_or_the_order(
    qtbot: QtBot, window: MainWindow, desk: Desk, pair: Pair
) -> None:
    pupil, suspect = pair
    action = build.disruption(desk, suspect, protects=(pupil,), due_on="2026-11-18", owner="PC Hale")
    order = protecting.order(desk, suspect, pupil)
    for what, text, held in (
        ("Disruption: search warrant", "Say what came of it", action),
        ("Sexual risk order ends", "Look at order", order),
        ("Sexual risk order: a prohibition ends", "Look at order", order),
    ):
        (verb,) = today_asks.verbs(_line(desk, what))
        assert verb.text == text
        assert verb.spoken.endswith("Suspect Northants")
        first_page.open_it(window, verb.ask)
        form = next(each for each in window.findChildren(dialog_kind(held.KIND)) if each.isVisible())
        assert (form.base, form.subject) == (held, suspect.id)
        form.reject()


def test_an_order_is_said_from_twelve_weeks_before_and_not_after(desk: Desk, pair: Pair) -> None:
    pupil, suspect = pair
    order = protecting.order(desk, suspect, pupil, prohibitions=())
    for ends_on, told in (
        ("2026-11-20", 0),
        ("2026-11-21", 1),
        ("2027-02-13", 1),
        ("2027-02-14", 0),
    ):
        order = casework.save(desk, order.changed(ends_on=Moment(ends_on)))
        assert sum(each.due.rule == "order_ends" for each in today.waiting(desk)) == told, ends_on


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_it_reads_at_every_size(
    qtbot: QtBot, qapp: QApplication, of_suspect: CaseDisruption, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    of_suspect.show_person()
    QApplication.processEvents()
    assert walk(of_suspect) == []
