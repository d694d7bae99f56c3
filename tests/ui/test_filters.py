"""Every list is narrowed by typing, says how many of how many it shows, and is cleared again."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID
from rise_desk.domain.staff import Role
from rise_desk.services import accounts, unfinished
from tests import build
from tests.ui.open_window import page
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.main_window import HELP, PEOPLE, STAFF, TODAY, MainWindow
from ui.pages import Place
from ui.staff_page import StaffPage
from ui.today import FEW, Today

GIVEN = ("Maisie", "Jade", "Kian", "Tyler", "Zoë")


def warned(screen: ScreenDesk, *given: str) -> None:
    for each in given:
        warning = life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2026-11-18"))
        build.young_person(screen.at, each, each, warnings=(warning,))


def shown(qtbot: QtBot, screen: ScreenDesk) -> Today:
    made = Today(screen)
    show(qtbot, made, 1162, 690)
    return made


def lines(made: Today) -> list[str]:
    return [card.aside.text() for card in made.cards]


@pytest.mark.parametrize(("number", "offered"), [(FEW, False), (FEW + 1, True)])
def test_few_lines_need_no_filter(qtbot: QtBot, screen: ScreenDesk, number: int, offered: bool) -> None:
    warned(screen, *GIVEN[:number])
    assert shown(qtbot, screen).filters.isVisible() is offered


def test_today_is_narrowed_and_its_badge_still_counts_everything(qtbot: QtBot, screen: ScreenDesk) -> None:
    warned(screen, *GIVEN)
    made = shown(qtbot, screen)
    assert made.filters.count.text() == "5 lines"
    counted: list[tuple[int, int]] = []
    made.counted.connect(lambda every, late: counted.append((every, late)))
    made.filters.text.setText("ZOE warn")
    qtbot.waitUntil(lambda: lines(made) == ["1 overdue"])
    assert made.filters.count.text() == "1 of 5 lines"
    assert counted == [(5, 5)]
    listing = made.listing()
    assert listing is not None
    assert (len(listing.rows), listing.of, listing.filters) == (1, 5, "“ZOE warn”")
    made.filters.text.setText("nobody")
    qtbot.waitUntil(lambda: lines(made) == [])
    assert made.calm.text.text() == "Nothing that is due fits this filter."
    assert made.listing() is None
    made.calm.button.click()
    assert lines(made) == ["5 overdue"]


def test_what_is_unfinished_is_narrowed_with_it(qtbot: QtBot, screen: ScreenDesk) -> None:
    warned(screen, *GIVEN)
    person = build.young_person(screen.at, "Ana", "Lima")
    unfinished.keep(screen.at, NO_ID, "contact_note", person.id, {"text": "She said"})
    unfinished.keep(screen.at, NO_ID, "contact_note", NO_ID, {"text": "He said"})
    made = shown(qtbot, screen)
    made.filters.text.setText("lima")
    qtbot.waitUntil(lambda: [row.line.title for row in made.board.rows()] == ["Unfinished: Contact note · Ana Lima"])


def test_a_filter_that_fires_after_the_desk_was_locked_asks_nothing(qtbot: QtBot, screen: ScreenDesk) -> None:
    today, staff = shown(qtbot, screen), StaffPage(screen)
    qtbot.addWidget(staff)
    screen.leave("locked")
    today.filters.changed.emit({"text": "mai"})
    staff.filters.changed.emit({"text": "mai"})
    assert screen.desk is None


def test_accounts_are_narrowed_by_words_and_standing(qtbot: QtBot, screen: ScreenDesk) -> None:
    accounts.add(screen.at, "Tom Reed", Role.MANAGER)
    accounts.add(screen.at, "Ana Lima", Role.WORKER)
    accounts.suspend(screen.at, "Ana Lima")
    made = StaffPage(screen)
    show(qtbot, made, 1162, 690)
    assert made.filters.count.text() == "3"
    made.filters.boxes["standing"].set_value("suspended")
    assert [each.name for each in made.table.model.rows] == ["Ana Lima"]
    assert made.filters.count.text() == "1 of 3"
    listing = made.listing()
    assert listing is not None
    assert ([row[0] for row in listing.rows], listing.of) == (["Ana Lima"], 3)
    made.filters.text.setText("manager")
    qtbot.waitUntil(lambda: made.table.model.rows == [])
    assert made.listing() is None
    made.empty.button.click()
    assert len(made.table.model.rows) == 3


def test_ctrl_f_goes_to_the_filter_of_the_list_in_view(window: MainWindow, screen: ScreenDesk) -> None:
    def asked(key: str) -> object:
        window.go(Place(key))
        window.menus.actions["filter"].trigger()
        return window.focusWidget()

    for key in (TODAY, HELP):
        assert asked(key) is window.top.search
    assert asked(PEOPLE) is window.top.search  # nobody is on the list yet
    warned(screen, *GIVEN)
    QApplication.processEvents()
    for key in (PEOPLE, STAFF, TODAY):
        assert asked(key) is page(window).filters.text  # type: ignore[attr-defined] # each of these lists has them


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_filters_can_be_read_by_everybody(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    warned(screen, *GIVEN)
    made, staff = shown(qtbot, screen), StaffPage(screen)
    made.filters.text.setText("maisie")
    qtbot.waitUntil(lambda: lines(made) == ["1 overdue"])
    assert walk(made) == []
    show(qtbot, staff, 1162, 690)
    assert walk(staff) == []
