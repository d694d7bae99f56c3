"""A chronology leaves as it is narrowed, without what is reserved, and names no other child."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.domain.staff import Role
from rise_desk.services import signing_in
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.listing import Listing, go_on
from tests import build
from tests.ui.leaves import Choose
from tests.ui.screen import show
from ui.case_page import CasePage
from ui.case_tabs import CHRONOLOGY, DETAILS, OVERVIEW
from ui.chronology_list import COLUMNS
from ui.desk import ScreenDesk


def taken(page: CasePage, desk: Desk) -> Listing:
    leaving = page.listing()
    assert leaving is not None
    made = leaving.read(desk, go_on)
    assert (leaving.columns, leaving.filters, leaving.state) == (made.columns, made.filters, made.state)
    return made


@pytest.fixture
def child(desk: Desk) -> Person:
    """Ana, with three notes, of which one is reserved and one names Ben."""
    ana, ben = build.young_person(desk, "Ana", "Lima"), build.young_person(desk, "Ben", "Cole")
    build.note(desk, ana.id, happened_at="2026-11-01", own_words="“I'm fine”")
    build.note(desk, ana.id, ben.id, happened_at="2026-11-10", contact_type="home_visit", text="At home.")
    nurse = build.colleague(desk, "Nurse Abara", Role.MANAGER, grants=("health",))
    build.note(nurse, ana.id, happened_at="2026-11-12", reserved="health", text="clinic")
    signing_in.leave(nurse)
    return ana


@pytest.fixture
def page(qtbot: QtBot, screen: ScreenDesk, child: Person) -> CasePage:
    """Her file, open at the chronology."""
    made = CasePage(screen, child.id)
    show(qtbot, made, 1160, 680)
    made.tabs.set_current(CHRONOLOGY)
    return made


def test_every_entry_is_a_row_as_it_reads_on_the_screen(page: CasePage, desk: Desk) -> None:
    made = taken(page, desk)
    assert made.columns == COLUMNS
    assert [row[:4] for row in made.rows] == [
        (date(2026, 11, 10), "Home visit", "At home.", ""),
        (date(2026, 11, 1), "Contact note", "Met at school.", "“I'm fine”"),
    ]
    assert "also about another young person" in str(made.rows[0][4])
    assert "Ben" not in str(made.rows)
    assert (made.title, made.of, made.withheld) == ("Chronology of Ana Lima", 2, 0)


def test_it_leaves_as_it_is_narrowed(page: CasePage, desk: Desk) -> None:
    page.chronology.filters.boxes["period"].set_value("between")
    page.chronology.since.set_value("2026-11-05")
    made = taken(page, desk)
    assert [row[0] for row in made.rows] == [date(2026, 11, 10)]
    assert made.filters == "Period: Between dates; from 5 November 2026"
    assert made.of == 2
    page.chronology.since.set_value("2026-11-20")
    assert page.listing() is None


def test_only_the_chronology_is_a_list(page: CasePage) -> None:
    for tab in (OVERVIEW, DETAILS):
        page.tabs.set_current(tab)
        assert page.listing() is None
    assert page.filter()
    assert page.tabs.current() == CHRONOLOGY
    assert page.chronology.filters.text.hasFocus()


def test_its_menu_reads_an_entry_and_takes_the_list_out(qtbot: QtBot, page: CasePage) -> None:
    line = page.chronology
    assert [each.text() for each in line.menu().actions()] == ["Export this list…"]
    line.timeline.view.setCurrentIndex(line.timeline.model.index(1))
    offered = {each.text(): each for each in line.menu().actions()}
    with qtbot.waitSignal(line.opened):
        offered["Read the entry"].trigger()
    with qtbot.waitSignal(page.export_asked):
        offered["Export this list…"].trigger()


def test_a_reader_with_the_grant_is_told_that_it_stays(qtbot: QtBot, desk: Desk, child: Person, choose: Choose) -> None:
    nurse = signing_in.sign_in(desk.store.folder.path, "Nurse Abara", build.PASSWORD, desk.clock)
    theirs = ScreenDesk(desk.clock)
    theirs.sit(nurse)
    made = CasePage(theirs, child.id)
    show(qtbot, made, 1160, 680)
    made.tabs.set_current(CHRONOLOGY)
    listing = taken(made, nurse)
    assert (len(listing.rows), listing.withheld, listing.of) == (2, 1, 2)
    made.close()
    theirs.leave()
    theirs.tasks.close()
