"""The lists of people: paged and sorted by the records, narrowed, laid out as each likes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.card import SORTABLE
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import OF_CONCERN
from rise_desk.domain.staff import Role
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.caseload import Caseload
from ui.desk import ScreenDesk
from ui.people_columns import columns


def shown(qtbot: QtBot, screen: ScreenDesk, role: str = "at_risk") -> Caseload:
    page = Caseload(screen, role)
    show(qtbot, page, 1162, 690)
    return page


def names(page: Caseload) -> list[str]:
    return [row.name for row in page.table.model.rows]


def settled(desk: Desk) -> None:
    """Three young people, of whom one is open and Lena's."""
    build.young_person(
        desk,
        "Maisie",
        "Okafor",
        known_as="Maz",
        date_of_birth=Moment("2013-03-12"),
        gender="female",
        addresses=(life.Address(lives="childrens_home", since=Moment("2026-01-01")),),
        legal_spells=(life.LegalSpell(status="section_20"), life.LegalSpell(status="child_in_need")),
        case_spells=(life.CaseSpell(state="open"),),
        allocations=(life.Allocation(worker="Lena Osei", role="key_worker"),),
        warnings=(life.StandingWarning(warning="do_not_tell_family"),),
    )
    build.young_person(desk, "Jade", "Whitlock", case_spells=(life.CaseSpell(state="closed"),))
    build.young_person(desk, "Zoë", "Adams")


def test_the_list_shows_everybody_with_what_matters(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    assert names(page) == ["Zoë Adams", "Maisie Okafor", "Jade Whitlock"]
    assert page.total.text() == "3"
    spoken = [column.of(page.table.model.rows[1]).spoken() for column in columns(screen)]
    assert spoken[:6] == [
        "Maisie Okafor · known as Maz",
        "26-0001",
        "12 March 2013 · age 13",
        "Female",
        "Children's home · Section 20, Child in need",
        "Section 20, Child in need",
    ]
    assert spoken[6:8] == ["Open", "Lena Osei"]
    assert spoken[-1] == "1 warning"


def test_every_sortable_column_sorts_both_ways(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    assert {each.sort for each in columns(screen) if each.sort} == set(SORTABLE)
    for sort in SORTABLE:
        page.table.sort_by(sort)
        assert len(names(page)) == 3
    page.table.sort_by("file_number", descending=True)
    assert names(page) == ["Zoë Adams", "Jade Whitlock", "Maisie Okafor"]


def test_a_long_list_is_read_page_by_page(qtbot: QtBot, screen: ScreenDesk) -> None:
    for number in range(120):
        build.young_person(screen.at, f"Child {number:03}", "Ode")
    page = shown(qtbot, screen)
    assert page.total.text() == "120"
    assert 50 <= len(names(page)) < 120
    while page.table.model.canFetchMore(page.table.view.rootIndex()):
        page.table.model.fetchMore(page.table.view.rootIndex())
    assert names(page) == [f"Child {number:03} Ode" for number in range(120)]
    page.table.sort_by("date_of_birth")
    while page.table.model.canFetchMore(page.table.view.rootIndex()):
        page.table.model.fetchMore(page.table.view.rootIndex())
    assert sorted(names(page)) == [f"Child {number:03} Ode" for number in range(120)]


def test_filters_narrow_and_are_shown_as_chips(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    page.filters.boxes["case_state"].set_value("open")
    assert names(page) == ["Maisie Okafor"]
    assert page.total.text() == "1 of 3"
    assert "Status: open" in page.filters.chips["case_state"].text()
    page.filters.boxes["key_worker"].set_value("Lena Osei")
    assert names(page) == ["Maisie Okafor"]
    page.filters.clear()
    assert len(names(page)) == 3
    page.filters.text.setText("zoe")
    qtbot.waitUntil(lambda: names(page) == ["Zoë Adams"])
    page.filters.text.setText("nobody")
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.empty.text.text() == "Nobody fits these filters."
    page.empty.button.click()
    assert len(names(page)) == 3


def test_an_empty_list_says_what_belongs_here_and_offers_it(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = shown(qtbot, screen)
    assert page.empty.isVisible()
    assert not page.filters.isVisible()
    assert page.import_button.isVisible()
    with qtbot.waitSignal(page.new_asked) as told:
        page.empty.button.click()
    assert told.args == ["at_risk"]
    with qtbot.waitSignal(page.import_asked):
        page.import_button.click()


def test_adults_are_a_list_of_their_own(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    build.young_person(screen.at, "D", "Harrow", roles=(life.DatedRole(role=OF_CONCERN),))
    page = shown(qtbot, screen, OF_CONCERN)
    assert names(page) == ["D Harrow"]
    assert not page.import_button.isVisible()
    with qtbot.waitSignal(page.new_asked) as told:
        page.new_button.click()
    assert told.args == [OF_CONCERN]


def test_only_those_who_may_are_offered_an_import(qtbot: QtBot, screen: ScreenDesk) -> None:
    worker = build.colleague(screen.at, "Priya Nair", Role.WORKER)
    theirs = ScreenDesk(screen.clock)
    theirs.sit(worker)
    page = shown(qtbot, theirs)
    assert not page.import_button.isVisible()
    page.close()
    theirs.leave()
    theirs.tasks.close()


def test_enter_opens_and_the_menu_offers_the_acts(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    page.table.view.selectRow(1)
    subject = page.table.current_row().subject
    with qtbot.waitSignal(page.opened) as told:
        QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert told.args == [subject]
    offered = {action.text().split("\t")[0]: action for action in page.table.menu().actions()}
    for words, signal in (
        ("Open file", page.opened),
        ("Write a note", page.note_asked),
        ("Print summary", page.summary_asked),
    ):
        with qtbot.waitSignal(signal) as told:
            offered[words].trigger()
        assert told.args == [subject]


def test_columns_and_sorting_are_remembered_for_each_person(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    page.table.sort_by("file_number", descending=True)
    later = shown(qtbot, screen)
    assert names(later) == ["Zoë Adams", "Jade Whitlock", "Maisie Okafor"]
    assert later.table.state()["sort"] == "file_number"


def test_a_remembered_layout_that_is_none_is_left_aside(qtbot: QtBot, screen: ScreenDesk) -> None:
    screen.prefer("list at_risk", "nonsense")
    assert shown(qtbot, screen).table.state()["sort"] == "sort_name"


def test_what_is_saved_appears_at_once_and_the_choice_stays(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    page.table.view.selectRow(1)
    with qtbot.waitSignal(screen.announced):
        build.young_person(screen.at, "Abel", "Aaron")
    assert names(page)[0] == "Abel Aaron"
    assert page.table.current_row().name == "Maisie Okafor"


def test_a_hidden_list_is_read_when_it_comes_into_view(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = shown(qtbot, screen)
    page.hide()
    with qtbot.waitSignal(screen.announced):
        build.young_person(screen.at)
    assert names(page) == []
    page.show()
    assert names(page) == ["Maisie Okafor"]


def test_ctrl_f_goes_to_the_filter(qtbot: QtBot, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    page.filter()
    assert page.filters.text.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_list_can_be_read_by_everybody(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    settled(screen.at)
    page = shown(qtbot, screen)
    assert walk(page) == []
    page.filters.boxes["case_state"].set_value("open")
    assert walk(page) == []


def test_a_chip_that_goes_leaves_no_window_behind(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> None:
    settled(screen.at)
    page = shown(qtbot, screen)
    page.filters.boxes["case_state"].set_value("open")
    page.filters.boxes["key_worker"].set_value("Lena Osei")
    page.filters.chips["case_state"].click()
    seen = [each for each in qapp.topLevelWidgets() if each.isVisible()]
    qapp.processEvents()
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == seen == [page]


def test_a_filter_that_fires_after_the_desk_was_locked_asks_nothing(qtbot: QtBot, screen: ScreenDesk) -> None:
    people = shown(qtbot, screen)
    screen.leave("locked")
    people.filters.changed.emit({"text": "mai"})
    assert screen.desk is None


def assessed(desk: Desk) -> None:
    """One of each band and one without: Maisie's is overdue, Nadia's green waits."""
    opened = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)
    for given, levels, day, band in (
        ("Maisie", "4444444444", "2026-10-07", "red"),
        ("Nadia", "3333333333", "2026-10-10", "green"),
        ("Tara", "1111111111", "2026-11-10", "green"),
    ):
        person = build.young_person(desk, given, case_spells=opened)
        reason = "She is settled." if given == "Nadia" else ""
        build.assessment(desk, person.id, levels, day=day, band=band, band_reason=reason)
    build.young_person(desk, "Zoë", "Adams")


def test_risk_and_the_next_assessment_stand_in_the_list_in_words(qtbot: QtBot, screen: ScreenDesk) -> None:
    assessed(screen.at)
    page = shown(qtbot, screen)
    told = {column.key: column for column in page.table.model.columns}
    page.table.sort_by("risk", descending=True)
    assert [told["risk"].of(row).spoken() for row in page.table.model.rows] == [
        "Red 45",
        "Amber 35 · not signed off",
        "Green 15",
        "",
    ]
    page.table.sort_by("assess_by")
    cells = [told["assess_by"].of(row) for row in page.table.model.rows]
    assert [(each.spoken(), each.loud) for each in cells] == [
        ("Overdue 3 days · was due Wed 18 Nov", True),
        ("Sat 21 Nov", False),
        ("Tue 22 Dec", False),
        ("", False),
    ]


def test_the_list_is_narrowed_to_a_band(qtbot: QtBot, screen: ScreenDesk) -> None:
    assessed(screen.at)
    page = shown(qtbot, screen)
    for band, who in (("red", "Maisie"), ("amber", "Nadia"), ("green", "Tara"), ("none", "Zoë")):
        page.filters.boxes["band"].set_value(band)
        assert [each.split()[0] for each in names(page)] == [who]
    assert "Band: none yet" in page.filters.in_words()
    assert "band" not in shown(qtbot, screen, OF_CONCERN).filters.boxes


def test_every_usual_column_has_room_on_a_small_screen(qtbot: QtBot, screen: ScreenDesk) -> None:
    assessed(screen.at)
    page = shown(qtbot, screen)
    assert {"risk", "assess_by", "interview_by", "case_state"} <= {each.key for each in page.table.model.columns}
    assert page.table.view.horizontalScrollBar().maximum() == 0
    adults = [each.key for each in columns(screen, OF_CONCERN) if each.shown]
    assert not {"risk", "assess_by"} & set(adults)


def test_a_layout_kept_before_there_was_a_risk_is_taken_up_as_it_was(qtbot: QtBot, screen: ScreenDesk) -> None:
    assessed(screen.at)
    kept = {"version": 1, "columns": ["sort_name", "warnings"], "widths": {"warnings": 140}, "sort": "last_seen"}
    screen.prefer("list at_risk", kept)
    page = shown(qtbot, screen)
    assert [each.key for each in page.table.model.columns] == ["sort_name", "warnings"]
    assert page.table.state()["sort"] == "last_seen"
    assert "risk" in {each.key for each in page.table.columns}
