"""The cards of Today: assessments, what waits or came back, prompts; and what one key does with each line."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.checklist import Checklist, ChecklistSign
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.staff import Role
from rise_desk.services import casework, signing_off, unfinished
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import focused
from tests.ui.test_today import shown, words
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.today import Today
from ui.today_asks import Ask, Opens
from ui.today_card import AT_ONCE
from ui.today_rows import Row, RowVerb
from ui.widgets.badge import Tone
from ui.widgets.card import Card

OPENED = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)


def open_case(desk: Desk, given: str, worker: str = "") -> Person:
    allocated = (life.Allocation(worker=worker, role="key_worker"),) if worker else ()
    born = Moment("2013-03-12")
    return build.young_person(desk, given, date_of_birth=born, case_spells=OPENED, allocations=allocated)


def card_of(page: Today, title: str) -> Card:
    return next(each for each in page.cards if each.title.text() == title)


def rows(card: Card) -> list[Row]:
    return card.findChildren(Row)


def asked_by(qtbot: QtBot, page: Today, key: Qt.Key) -> tuple[Opens, Id]:
    """What a key on what has the keyboard asks for, and about whom."""
    with qtbot.waitSignal(page.asked) as told:
        QTest.keyClick(focused(), key)
    assert told.args is not None
    return told.args[0].opens, told.args[0].subject


def verb_of(card: Card, spoken: str) -> RowVerb:
    return next(each for each in card.findChildren(RowVerb) if each.accessibleName() == spoken)


@pytest.fixture
def colleague(screen: ScreenDesk) -> Iterator[ScreenDesk]:
    """Priya Nair, a worker, at a desk of her own."""
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    yield theirs
    theirs.leave()
    theirs.tasks.close()


def test_reassessments_stand_by_when_they_are_due_with_band_and_reason(qtbot: QtBot, screen: ScreenDesk) -> None:
    for given, day in (("Ruby", "2026-10-07"), ("Tyler", "2026-10-13"), ("Leo", "2026-10-18"), ("Kian", "2026-10-20")):
        made = build.assessment(screen.at, open_case(screen.at, given, "Lena Osei").id, day=day)
        assert made.band == "amber"
    page = shown(qtbot, screen)
    card = card_of(page, "Reassessments")
    assert card.aside.text() == "six-weekly · 1 overdue, 1 due soon, 2 later"
    assert card.property("loud") == "true"
    told = [(row.line.title, row.line.second, row.line.badge) for row in rows(card)]
    why = "last 7 October 2026: 35, Amber · key worker Lena Osei"
    assert told[0] == ("Ruby Okafor, 13", why, ("Amber", Tone.MEDIUM))
    last = "Due Sun 29 Nov · do by Fri 27"
    qtbot.waitUntil(lambda: rows(card)[2].fact.text() == last)
    assert [row.fact.text() for row in rows(card)] == ["Overdue 3 days", "Due Tue 24 Nov", last, "Due Tue 1 Dec"]
    assert [row.fact.property("tone") for row in rows(card)] == ["loud", "ink", "ink", "ink"]
    assert [each for each in words(page)[-2] if each in ("Overdue", "Due soon", "Later")] == [
        "Overdue",
        "Due soon",
        "Later",
    ]


@pytest.mark.parametrize(("day", "heading"), [("2026-10-17", "Due soon"), ("2026-10-18", "Later")])
def test_seven_days_are_soon_and_eight_are_not(qtbot: QtBot, screen: ScreenDesk, day: str, heading: str) -> None:
    build.assessment(screen.at, open_case(screen.at, "Maisie").id, day=day)
    assert heading in words(shown(qtbot, screen))[0]


def test_one_key_opens_the_form_and_the_arrows_go_from_row_to_row(qtbot: QtBot, screen: ScreenDesk) -> None:
    people = [open_case(screen.at, given) for given in ("Maisie", "Jade", "Kian")]
    page = shown(qtbot, screen)
    QTest.keyClick(page, Qt.Key.Key_Down)
    assert focused().accessibleName() == "Assess Maisie Okafor"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
    assert asked_by(qtbot, page, Qt.Key.Key_Return) == (Opens.ASSESSMENT, people[1].id)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down):
        QTest.keyClick(focused(), key)
    assert focused().accessibleName() == "Kian Okafor, 13"
    assert asked_by(qtbot, page, Qt.Key.Key_Enter) == (Opens.FILE, people[2].id)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert asked_by(qtbot, page, Qt.Key.Key_Space) == (Opens.ASSESSMENT, people[2].id)
    for _row in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert focused() is page.missing


def test_the_cursor_stays_on_its_line_when_something_is_saved(qtbot: QtBot, screen: ScreenDesk) -> None:
    people = [open_case(screen.at, given) for given in ("Maisie", "Jade", "Kian")]
    page = shown(qtbot, screen)
    verb_of(page.cards[0], "Assess Jade Okafor").setFocus()
    with qtbot.waitSignal(screen.announced):
        build.assessment(screen.at, people[0].id, day="2026-11-20")
    assert focused().accessibleName() == "Assess Jade Okafor"
    name = rows(card_of(page, "Reassessments"))[0].name
    assert name is not None
    name.setFocus()
    with qtbot.waitSignal(screen.announced):
        build.assessment(screen.at, people[1].id, day="2026-11-20")
    assert focused().accessibleName() == "Kian Okafor, 13"


def test_a_manager_reads_what_waits_and_why_and_the_author_only_that_it_does(
    qtbot: QtBot, screen: ScreenDesk, colleague: ScreenDesk
) -> None:
    person, other = open_case(screen.at, "Maisie"), open_case(screen.at, "Jade")
    above = build.assessment(colleague.at, person.id, day="2026-11-20", band="red", band_reason="Seen with him again.")
    build.assessment(colleague.at, other.id, day="2026-11-20", band="green", band_reason="She is settled.")
    page = shown(qtbot, screen)
    card = card_of(page, "Waiting for your sign-off")
    assert card.aside.text() == "2 assessments · 1 band not in effect"
    assert card.property("loud") == "true"
    waits, chosen = rows(card)
    assert (waits.line.title, waits.fact.text(), waits.line.loud) == ("Jade Okafor, 13", "Waits since Sat 21 Nov", True)
    assert waits.line.second.startswith("Green waits for a manager. Priya Nair, 20 November 2026: 35. Green chosen")
    assert chosen.line.second.endswith("Red chosen above the score: Seen with him again.")
    assert (chosen.fact.text(), chosen.line.loud) == ("Due Sat 28 Nov", False)
    with qtbot.waitSignal(page.asked) as told:
        verb_of(card, "Sign off the assessment of Maisie Okafor").click()
    assert told.args is not None
    assert told.args[0] == Ask(opens=Opens.ENTRY, subject=person.id, record=above.id)
    theirs = shown(qtbot, colleague)
    soft = card_of(theirs, "With a manager")
    assert (soft.property("loud"), len(rows(soft))) == ("false", 2)
    assert not [each for each in theirs.cards if each.title.text() == "Waiting for your sign-off"]
    theirs.close()


def test_what_was_sent_back_is_gone_on_with_in_one_press(
    qtbot: QtBot, screen: ScreenDesk, colleague: ScreenDesk
) -> None:
    made = build.assessment(colleague.at, open_case(screen.at, "Maisie").id, day="2026-11-20")
    signing_off.send_back(screen.at, made.id, "Say where she lives now.")
    theirs = shown(qtbot, colleague)
    card = card_of(theirs, "Sent back to you")
    assert rows(card)[0].line.second == "Lena Osei: Say where she lives now."
    with qtbot.waitSignal(theirs.asked) as told:
        verb_of(card, "Go on with the assessment of Maisie Okafor").click()
    assert told.args is not None
    assert (told.args[0].opens, told.args[0].draft.record) == (Opens.DRAFT, made.id)
    unfinished.drop(colleague.at, told.args[0].draft.id)
    theirs.refresh()
    with qtbot.waitSignal(theirs.asked):
        verb_of(card_of(theirs, "Sent back to you"), "Read the assessment of Maisie Okafor").click()
    theirs.close()
    assert rows(card_of(shown(qtbot, screen), "Sent back to others"))


def test_what_was_asked_for_the_same_day_is_loud_and_first(qtbot: QtBot, screen: ScreenDesk) -> None:
    build.assessment(screen.at, open_case(screen.at, "Maisie").id, "3333333335", day="2026-11-21")
    jade = open_case(screen.at, "Jade")
    signs = (ChecklistSign(sign="terminations"),)
    day = Moment("2026-11-21")
    checked = casework.save(
        screen.at, Checklist(id=screen.at.clock.new_id(), subject=jade.id, completed_on=day, signs=signs)
    )
    page = shown(qtbot, screen)
    card = page.cards[0]
    assert (card.title.text(), card.property("loud")) == ("To do the same day", "true")
    assert sorted(row.line.second.split(" · ")[0] for row in rows(card)) == [
        "Full assessment: the health checklist asks for one",
        "Say whether a strategy discussion was asked for",
        "Tell the safeguarding lead and refer the same day",
    ]
    asked: list[Ask] = []
    page.asked.connect(asked.append)
    verb_of(card, "Read the checklist of Jade Okafor").click()
    verb_of(card, "Assess Jade Okafor").click()
    assert asked[0] == Ask(opens=Opens.ENTRY, subject=jade.id, record=checked.id)
    assert (asked[1].opens, asked[1].subject) == (Opens.ASSESSMENT, jade.id)


def test_a_prompt_is_soft_says_why_and_counts_nowhere(qtbot: QtBot, screen: ScreenDesk) -> None:
    person = open_case(screen.at, "Maisie", "Lena Osei")
    build.assessment(screen.at, person.id, day="2026-11-20")
    flags = (life.Flag(flag="self_harm", since=Moment("2026-11-21")),)
    casework.save(screen.at, screen.at.store.get(Person, person.id).changed(flags=flags))
    page = Today(screen)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.counted) as told:
        page.refresh()
    assert told.args == [0, 0]
    card = card_of(page, "Consider an early review")
    assert card.property("loud") == "false"
    (row,) = rows(card)
    assert row.line.second.startswith("new flag: ")
    assert row.fact.text() == "Next due Fri 1 Jan"
    with qtbot.waitSignal(page.asked) as told:
        row.main.click()
    assert told.args is not None
    assert told.args[0].opens is Opens.ASSESSMENT


def test_a_long_card_shows_more_when_it_is_asked(qtbot: QtBot, screen: ScreenDesk) -> None:
    for number in range(AT_ONCE + 3):
        open_case(screen.at, f"Child {number}")
    page = shown(qtbot, screen)
    assert len(rows(page.cards[0])) == AT_ONCE
    verb_of(page.cards[0], "Show 3 more: Reassessments").click()
    assert len(rows(page.cards[0])) == AT_ONCE + 3
    assert "more" not in words(page)[0][-1]


def test_a_narrow_page_puts_the_day_beneath(qtbot: QtBot, screen: ScreenDesk) -> None:
    open_case(screen.at, "Maisie")
    page = shown(qtbot, screen)
    (row,) = rows(page.cards[0])
    qtbot.waitUntil(lambda: row.fact.mapTo(page, QPoint()).x() > page.width() / 3)
    for wide in (700, 400):  # as somebody drags its edge
        page.resize(wide, 690)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: row.fact.mapTo(page, QPoint()).x() < 60)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_card_can_be_read_by_everybody(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, colleague: ScreenDesk, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    made = build.assessment(colleague.at, open_case(screen.at, "Maisie").id, "3333333335", day="2026-11-20")
    build.assessment(colleague.at, open_case(screen.at, "Jade").id, day="2026-11-20", band="green", band_reason="Calm.")
    open_case(screen.at, "Kian")
    signing_off.send_back(screen.at, made.id, "Say where she lives now.")
    page = shown(qtbot, screen)
    qtbot.waitUntil(lambda: walk(page) == [])
