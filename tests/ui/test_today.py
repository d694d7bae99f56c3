"""The first page: what is overdue and due, whose, and what was left unfinished."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.domain.staff import Role
from rise_desk.services import casework, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.protecting import caretaker
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.due_words import due_by, lateness
from ui.today import Today
from ui.today_asks import Opens
from ui.today_card import AT_ONCE


def shown(qtbot: QtBot, screen: ScreenDesk) -> Today:
    page = Today(screen)
    show(qtbot, page, 1162, 690)
    return page


def warned(desk: Desk, given: str, review_on: str, worker: str = "") -> Person:
    return build.young_person(
        desk,
        given,
        date_of_birth=Moment("2013-03-12"),
        warnings=(life.StandingWarning(warning="do_not_tell_family", review_on=Moment(review_on)),),
        allocations=(life.Allocation(worker=worker, role="key_worker"),) if worker else (),
    )


def words(page: Today) -> list[list[str]]:
    """The texts of each card."""
    return [[each.text() for each in card.findChildren(QLabel) if each.text()] for card in page.cards]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "Overdue 3 days · was due Wed 18 Nov"),
        (-1, "Overdue 1 day · was due Fri 20 Nov"),
        (0, "Due today"),
        (1, "Due tomorrow · Sun 22 Nov"),
        (2, "Due in 2 days · Mon 23 Nov"),
    ],
)
def test_lateness_is_said_as_people_say_it(days: int, said: str) -> None:
    assert lateness(days, f"2026-11-{21 + days:02}") == said


@pytest.mark.parametrize(
    ("days", "by", "do_by", "said"),
    [
        (-1, "2026-11-20", "", "Overdue 1 day"),
        (0, "2026-11-21", "", "Due today"),
        (0, "2026-11-21", "2026-11-20", "Due today · the last working day was Fri 20"),
        (1, "2026-11-22", "2026-11-21", "Due Sun 22 Nov · do it today"),
        (2, "2026-11-23", "2026-11-22", "Due Mon 23 Nov · do by Sun 22"),
        (8, "2026-11-29", "2026-11-27", "Due Sun 29 Nov · do by Fri 27"),
        (71, "2027-01-31", "2027-01-29", "Due Sun 31 Jan · do by Fri 29"),
        (70, "2027-02-01", "2027-01-29", "Due Mon 1 Feb · do by Fri 29 Jan"),
        (3, "2026-11-24", "", "Due Tue 24 Nov"),
    ],
)
def test_the_day_of_an_assessment_is_said_with_the_one_to_do_it_by(days: int, by: str, do_by: str, said: str) -> None:
    assert due_by(days, by, do_by) == said


def test_a_calm_day_is_calm(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = shown(qtbot, screen)
    assert page.calm.isVisible()
    assert page.cards == []
    assert page.date.text() == "Saturday 21 November 2026"


def test_what_is_overdue_is_loud_in_words_and_shape(qtbot: QtBot, screen: ScreenDesk) -> None:
    late = warned(screen.at, "Maisie", "2026-11-18", "Lena Osei")
    for given, day in (("Jade", "2026-11-21"), ("Kian", "2026-11-28"), ("Tyler", "2026-11-29")):
        warned(screen.at, given, day)
    page = shown(qtbot, screen)
    (card,) = page.cards
    assert (card.title.text(), card.aside.text()) == ("Reviews", "1 overdue, 2 due soon, 1 later")
    assert card.property("loud") == "true"
    rows = page.board.rows()
    assert [row.fact.text() for row in rows] == [
        "Overdue 3 days · was due Wed 18 Nov",
        "Due today",
        "Due in 7 days · Sat 28 Nov",
        "Due in 8 days · Sun 29 Nov",
    ]
    assert [row.fact.property("tone") for row in rows] == ["loud", "ink", "ink", "ink"]
    assert rows[0].line.title == "Maisie Okafor, 13"
    assert rows[0].line.second == "Review the warning: do not tell family · key worker Lena Osei"
    assert "no key worker" in rows[1].line.second
    assert [each for each in words(page)[0] if each in ("Overdue", "Due soon", "Later")] == [
        "Overdue",
        "Due soon",
        "Later",
    ]
    assert not page.calm.isVisible()
    name = rows[0].name
    assert name is not None
    for opens in (rows[0].main, name):
        with qtbot.waitSignal(page.asked) as told:
            opens.click()
        assert told.args is not None
        assert (told.args[0].opens, told.args[0].subject) == (Opens.FILE, late.id)


def test_the_count_tells_how_many_are_late(qtbot: QtBot, screen: ScreenDesk) -> None:
    warned(screen.at, "Maisie", "2026-11-18")
    warned(screen.at, "Jade", "2026-11-21")
    page = Today(screen)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.counted) as told:
        page.refresh()
    assert told.args == [2, 1]


def test_mine_and_team_are_chosen_and_remembered(qtbot: QtBot, screen: ScreenDesk) -> None:
    warned(screen.at, "Maisie", "2026-11-18", "Lena Osei")
    warned(screen.at, "Jade", "2026-11-18")
    page = shown(qtbot, screen)
    assert (page.whose.mine.isChecked(), page.whose.team.isChecked()) == (False, True)
    assert page.cards[0].aside.text() == "2 overdue"
    page.whose.mine.click()
    assert (page.whose.mine.isChecked(), page.whose.team.isChecked()) == (True, False)
    assert page.cards[0].aside.text() == "1 overdue"
    assert shown(qtbot, screen).whose.mine.isChecked()


def test_a_worker_sees_their_own_first(qtbot: QtBot, screen: ScreenDesk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    page = Today(theirs)
    qtbot.addWidget(page)
    assert page.whose.mine.isChecked()
    page.close()
    theirs.leave()
    theirs.tasks.close()


def test_a_line_goes_when_it_is_answered(qtbot: QtBot, screen: ScreenDesk) -> None:
    person = warned(screen.at, "Maisie", "2026-11-18")
    page = shown(qtbot, screen)
    ended = life.StandingWarning(warning="do_not_tell_family", until=Moment("2026-11-20"))
    with qtbot.waitSignal(screen.announced):
        casework.save(screen.at, person.changed(warnings=(ended,)))
    assert page.calm.isVisible()


def test_unfinished_forms_are_offered_back(qtbot: QtBot, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    unfinished.keep(screen.at, NO_ID, "contact_note", person.id, {"text": "She said"})
    unfinished.keep(screen.at, NO_ID, "strange_kind", NO_ID, {})
    page = shown(qtbot, screen)
    (row,) = page.board.rows()
    assert row.line.title.startswith("Unfinished: ")
    assert row.line.second == "kept as you typed, today 10:00"
    more = row.verbs[0]
    assert (more.text(), more.accessibleName()) == ("and 1 more", "and 1 more: show every unfinished form")
    more.click()
    row, other = sorted(page.board.rows(), key=lambda each: each.line.title)
    assert row.line.title == "Unfinished: Contact note · Maisie Okafor"
    assert other.line.title == "Unfinished: Entry"
    assert [each.text() for each in row.verbs] == ["Go on writing"]
    with qtbot.waitSignal(page.asked) as told:
        row.main.click()
    assert told.args is not None
    assert told.args[0].draft.typed == {"text": "She said"}


def test_a_card_stays_readable_however_much_is_due(qtbot: QtBot, screen: ScreenDesk) -> None:
    for number in range(AT_ONCE + 3):
        warned(screen.at, f"Child {number}", "2026-11-18")
    page = shown(qtbot, screen)
    assert words(page)[0][-1] == "and 3 more"
    assert page.cards[0].aside.text() == f"{AT_ONCE + 3} overdue"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_can_be_read_by_everybody(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float) -> None:
    theme.apply(qapp, dark=True, scale=scale)
    warned(screen.at, "Maisie", "2026-11-18", "Lena Osei")
    unfinished.keep(screen.at, NO_ID, "contact_note", NO_ID, {})
    assert walk(shown(qtbot, screen)) == []


def test_an_adult_of_concern_is_not_said_to_lack_a_key_worker(qtbot: QtBot, screen: ScreenDesk) -> None:
    warned(screen.at, "Jade", "2026-11-18")
    caretaker(screen.at)
    seconds = {row.line.title.partition(" ")[0]: row.line.second for row in shown(qtbot, screen).board.rows()}
    assert seconds["Jade"].endswith(" · no key worker")
    assert seconds["Dan"].endswith("one working day")
