"""Places and things in the box at the top, on Today and among the entries: each leads to its own page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rise_desk.domain.disruption import Target
from rise_desk.domain.moments import Moment
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.record import Record
from rise_desk.services import casework, today
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.open_window import dialog, page
from ui import first_page, today_asks
from ui.case_page import CasePage
from ui.chronology import KIND
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.main_window import MainWindow
from ui.search import read_entry
from ui.thing_page import ThingPage
from ui.widgets.timeline import Entry


def titles(window: MainWindow, text: str) -> list[str]:
    window.top.search.setText(text)
    window.search.ask(text)
    answers = window.top.search.answers
    return [answers.list.item(row).text() for row in range(answers.list.count())] if answers else []


def asked(desk: Desk, about: Record, due_on: str = "2026-11-20") -> OpenQuestion:
    """A question about something that is due."""
    made = OpenQuestion(
        id=desk.clock.new_id(), about=(Target(subject=about.id),), question="Who has the keys?", due_on=Moment(due_on)
    )
    return casework.save(desk, made)


def thing_page(window: MainWindow) -> ThingPage:
    shown = page(window)
    assert isinstance(shown, ThingPage)
    return shown


def case_page(window: MainWindow) -> CasePage:
    shown = page(window)
    assert isinstance(shown, CasePage)
    return shown


@pytest.mark.parametrize("text", ["ab12 cde", "AB12CDE", "12cd"])
def test_a_thing_that_is_found_opens_its_page(window: MainWindow, screen: ScreenDesk, text: str) -> None:
    car = build.vehicle(screen.at, "AB12 CDE", colour="blue")
    assert titles(window, text)[0] == "AB12 CDE · Vehicle, blue"
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    opened = thing_page(window)
    assert opened.subject == car.id


def test_an_entry_about_a_place_alone_is_read_on_its_page(window: MainWindow, screen: ScreenDesk) -> None:
    place = build.place(screen.at)
    action = build.disruption(screen.at, place, what="Licensing visit planned.")
    assert titles(window, "licensing visit")[0].startswith("Kebab Corner · Disruption action, what is done")
    read_entry(window, place.id, action.id)
    assert thing_page(window).subject == place.id
    dialog(window, EntryDialog).close()


def test_what_is_due_of_a_place_stands_on_today_and_opens_its_page(window: MainWindow, screen: ScreenDesk) -> None:
    place = build.place(screen.at)
    asked(screen.at, place)
    (line,) = today.waiting(screen.at)
    assert (line.name, line.overdue, line.key_worker) == ("Kebab Corner", True, "")
    opening = today_asks.opening(line)
    assert (opening.text, opening.spoken) == ("Open page", "Open the page of Kebab Corner")
    first_page.open_it(window, opening.ask)
    assert thing_page(window).subject == place.id
    man = build.adult(screen.at)
    asked(screen.at, man, "2026-11-19")
    of_man = next(each for each in today.waiting(screen.at) if each.due.subject == man.id)
    assert today_asks.opening(of_man).text == "Open file"
    first_page.open_it(window, today_asks.opening(of_man).ask)
    assert case_page(window).subject == man.id


def test_what_is_due_of_a_thing_that_was_withdrawn_is_on_nobody_s_today(window: MainWindow, screen: ScreenDesk) -> None:
    place = build.place(screen.at)
    asked(screen.at, place)
    casework.withdraw(screen.at, place, "A slip")
    assert today.waiting(screen.at) == []


def test_a_chronology_is_narrowed_to_links_and_notices(window: MainWindow, screen: ScreenDesk) -> None:
    girl, man = build.young_person(screen.at, date_of_birth=Moment("2012-03-27")), build.adult(screen.at)
    build.note(screen.at, girl.id)
    link = build.link(screen.at, man, "exploited", girl, since="2026-10-01")
    notice = build.notice(screen.at, girl, man, issued_on="2026-10-02")
    window.open_file(girl.id)
    line = case_page(window).chronology
    for kind, record in (("link", link), ("notice", notice)):
        line.filters.set_value({KIND: kind})
        line.refresh()
        shown = [each for each in line.timeline.model.items if isinstance(each, Entry)]
        assert [each.key for each in shown] == [record.id]
