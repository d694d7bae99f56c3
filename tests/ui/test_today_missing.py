"""Today and missing children: who is away, who came back, and clocks that run; nothing is lost while they do."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.action import Action
from rise_desk.domain.missing import MissingEpisode, Regrade
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework, settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.test_today import shown
from tests.ui.test_today_cards import card_of, rows
from ui import theme
from ui.desk import ScreenDesk
from ui.today import Today
from ui.today_asks import Ask, Opens
from ui.today_rows import Row

BESIDE_THE_RAIL = 1_000
"""So wide is the page where the window is 1,366 wide and the text twice its size."""


@pytest.fixture(autouse=True)
def since(screen: ScreenDesk) -> None:
    """The team expects interviews since the beginning of last year."""
    settings.set_interviews_since(screen.at, date(2025, 1, 1))


def child(desk: Desk, given: str, worker: str = "", **values: Any) -> Person:
    allocated = (life.Allocation(worker=worker, role="key_worker"),) if worker else ()
    return build.young_person(desk, given, date_of_birth=Moment("2012-03-12"), allocations=allocated, **values)


def back(desk: Desk, given: str, returned_at: str, **values: Any) -> MissingEpisode:
    """Somebody who was away for five hours and came back then."""
    left = (datetime.fromisoformat(returned_at) - timedelta(hours=5)).isoformat(timespec="minutes")
    return build.episode(desk, child(desk, given).id, left, returned_at, **values)


def only_row(page: Today, title: str) -> Row:
    (row,) = rows(card_of(page, title))
    return row


def opened_by(page: Today, row: Row) -> list[Ask]:
    """What the verbs of a row ask for, in their order."""
    asked: list[Ask] = []
    page.asked.connect(asked.append)
    for verb in row.verbs:
        verb.click()
    page.asked.disconnect(asked.append)
    return asked


def test_who_is_missing_stands_first_and_loud_even_on_a_calm_day(qtbot: QtBot, screen: ScreenDesk) -> None:
    jade = child(screen.at, "Jade")
    for day in ("01", "09"):
        build.episode(screen.at, jade.id, f"2026-11-{day}T20:00+00:00", f"2026-11-{day}T23:00+00:00")
    away = build.episode(
        screen.at,
        jade.id,
        "2026-11-21T08:40+00:00",
        last_seen_at=Moment("2026-11-21T08:22+00:00"),
        missing_from="childrens_home",
        grade="medium",
        regrades=(Regrade(grade="high"),),
    )
    page = shown(qtbot, screen)
    card = page.cards[0]
    assert (card.title.text(), card.aside.text(), card.property("loud")) == ("Missing now", "1 child", "true")
    (row,) = rows(card)
    assert row.line.title == "Jade Okafor, 14"
    assert row.line.second == "from children's home · police grade high"
    assert row.fact.text() == "for 1 h 38 min, since 08:22 · 3rd time in 30 days"
    assert row.fact.property("tone") == "loud"
    assert [each.text() for each in row.verbs] == ["Record return", "Print missing pack"]
    assert [(each.opens, each.subject, each.record) for each in opened_by(page, row)] == [
        (Opens.RETURN, jade.id, away.id),
        (Opens.PACK, jade.id, away.id),
    ]
    assert row.main.accessibleName() == "Print the missing pack of Jade Okafor"


@pytest.mark.parametrize(
    ("reported_at", "said"),
    [
        ("2026-11-20T22:15+00:00", "for 11 h 45 min, since Fri 20 Nov 22:15"),
        ("2026-11-18T10:00+00:00", "for 3 days, since Wed 18 Nov 10:00"),
        ("2026-11-20", "since Fri 20 Nov"),
    ],
)
def test_how_long_is_told_as_far_as_it_is_known(qtbot: QtBot, screen: ScreenDesk, reported_at: str, said: str) -> None:
    build.episode(screen.at, child(screen.at, "Jade").id, reported_at)
    assert only_row(shown(qtbot, screen), "Missing now").fact.text() == said


def test_interviews_stand_by_time_left_late_first_with_a_line_that_drains(qtbot: QtBot, screen: ScreenDesk) -> None:
    back(screen.at, "Maisie", "2026-11-19T19:30+00:00")
    late = back(screen.at, "Kian", "2026-11-18T07:08+00:00")
    build.interview(screen.at, late, offered_at="2026-11-18T15:00+00:00")
    page = shown(qtbot, screen)
    card = card_of(page, "Return interviews")
    assert (card.aside.text(), card.property("loud")) == ("2, by time left · 1 late", "true")
    first, second = rows(card)
    assert first.fact.text() == "2 h 52 min late · was due today 07:08"
    assert (first.fact.property("tone"), first.drain.accessibleName()) == ("loud", "2 h 52 min late")
    assert first.line.second == "back Wed 18 Nov 07:08 · offered, no answer yet · no key worker"
    assert second.fact.text() == "33 h left · due Sun 22 Nov 19:30"
    assert (second.fact.property("tone"), second.drain.minutes_left) == ("ink", 33 * 60 + 30)
    assert second.drain.isVisible()


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        ({}, [(Opens.INTERVIEW, ""), (Opens.STEP, "offered")]),
        ({"offered_at": "2026-11-19T20:00+00:00"}, [(Opens.INTERVIEW, ""), (Opens.STEP, "attempt")]),
        (
            {"offered_at": "2026-11-19T20:00+00:00", "answer": "accepted", "answered_at": "2026-11-19T21:00+00:00"},
            [(Opens.STEP, "attempt"), (Opens.INTERVIEW, "")],
        ),
    ],
)
def test_the_verb_is_the_next_step_and_the_other_is_beside_it(
    qtbot: QtBot, screen: ScreenDesk, steps: dict[str, str], wanted: list[tuple[Opens, str]]
) -> None:
    episode = back(screen.at, "Kian", "2026-11-19T10:00+00:00")
    if steps:
        build.interview(screen.at, episode, **steps)
    page = shown(qtbot, screen)
    asked = opened_by(page, only_row(page, "Return interviews"))
    assert [(each.opens, each.step) for each in asked] == wanted
    assert {(each.subject, each.record) for each in asked} == {(episode.subject, episode.id)}


def test_who_came_back_overnight_stands_by_themselves(qtbot: QtBot, screen: ScreenDesk) -> None:
    back(screen.at, "Tyler", "2026-11-21T06:15+00:00", missing_from_name="Beech House", grade="high")
    back(screen.at, "Ruby", "2026-11-20T17:59+00:00")
    page = shown(qtbot, screen)
    row = only_row(page, "Returned overnight")
    assert row.line.second == ("back Sat 21 Nov 06:15 · away 5 h from Beech House, police grade high · not offered yet")
    assert row.main.text() == "Offer interview"
    assert only_row(page, "Return interviews").line.title == "Ruby Okafor, 14"
    assert row.drain.isVisible()


def test_many_old_interviews_are_one_line_that_opens_the_missing_tab(qtbot: QtBot, screen: ScreenDesk) -> None:
    person = child(screen.at, "Kian", "Lena Osei")
    for month in range(1, 9):
        build.episode(screen.at, person.id, f"2026-0{month}-10T20:00+00:00", f"2026-0{month}-11T06:00+00:00")
    back(screen.at, "Maisie", "2026-11-17T19:30+00:00")
    page = shown(qtbot, screen)
    late, folded = rows(card_of(page, "Return interviews"))
    assert late.line.title == "Maisie Okafor, 14"
    assert folded.fact.text() == "8 old return interviews over 28 days late"
    assert folded.line.second == "the oldest back 11 January 2026 · key worker Lena Osei"
    assert (folded.fact.property("tone"), folded.drain.isVisible()) == ("loud", False)
    assert [each.opens for each in opened_by(page, folded)] == [Opens.MISSING_TAB]


def test_repeats_ask_what_was_decided_and_offer_an_assessment(qtbot: QtBot, screen: ScreenDesk) -> None:
    person = child(screen.at, "Jade")
    made = [
        build.episode(screen.at, person.id, f"2026-11-{day}T20:00+00:00", f"2026-11-{day}T23:00+00:00")
        for day in ("17", "18", "20")
    ]
    page = shown(qtbot, screen)
    row = only_row(page, "Plan what happens next")
    assert "3 missing episodes in 30 days: 17 Nov, 18 Nov, 20 Nov 2026" in row.line.second
    asked = opened_by(page, row)
    assert [(each.opens, each.record) for each in asked] == [
        (Opens.ASSESSMENT, made[-1].id),
        (Opens.DECIDED, made[-1].id),
    ]


def agreed(desk: Desk, person: Person, what: str, due_on: str = "", owner: str = "") -> Action:
    known: dict[str, Any] = {"subject": person.id, "what": what, "agreed_in": "morning meeting"}
    at = Moment("2026-11-19T09:30+00:00")
    return casework.save(
        desk, Action(id=desk.clock.new_id(), agreed_at=at, due_on=Moment(due_on), owner=owner, **known)
    )


def test_actions_say_what_for_whom_and_by_when_and_no_day_is_invented(qtbot: QtBot, screen: ScreenDesk) -> None:
    person = child(screen.at, "Jade")
    visit = agreed(screen.at, person, "Visit the takeaway\nwith licensing", "2026-11-25", "PC Adeyemi")
    agreed(screen.at, person, "See school")
    page = shown(qtbot, screen)
    none, soon = rows(card_of(page, "Actions"))
    assert (soon.line.title, soon.fact.text()) == ("Visit the takeaway with licensing", "Due Wed 25 Nov")
    assert soon.line.second == "for Jade Okafor, 14 · PC Adeyemi · morning meeting"
    assert none.fact.text() == "No day was set, agreed Thu 19 Nov"
    assert none.line.second == "for Jade Okafor, 14 · morning meeting"
    (ask,) = opened_by(page, soon)
    assert (ask.opens, ask.subject, ask.record) == (Opens.ACTION, person.id, visit.id)


def test_at_the_largest_text_a_list_of_colleagues_makes_no_window_wider(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk
) -> None:
    build.colleague(desk, "Bartholomew Featherstonehaugh-Smythe")
    theme.apply(qapp, dark=False, scale=2.0)
    page = shown(qtbot, screen)
    assert not page.whose.colleague.isHidden()
    assert page.minimumSizeHint().width() <= BESIDE_THE_RAIL
    theme.apply(qapp, dark=False, scale=1.0)
