"""What is due in a file: why, by when, and the one press that answers it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework
from tests import build
from tests.ui.screen import show
from ui.case_due import DueCard
from ui.desk import ScreenDesk
from ui.today_rows import RowVerb

OPENED = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)


@pytest.fixture
def heard() -> list[object]:
    """What the card asked for."""
    return []


@pytest.fixture
def shown(qtbot: QtBot, screen: ScreenDesk, heard: list[object]) -> Callable[[Person], DueCard]:
    """The card of somebody's file."""

    def made(person: Person) -> DueCard:
        card = DueCard(screen, person.id, assess=lambda: heard.append("assess"), read=heard.append, resume=heard.append)
        show(qtbot, card, 430, 400)
        return card

    return made


def said(card: DueCard) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel) if each.text()]


def verbs(card: DueCard) -> dict[str, RowVerb]:
    return {each.text(): each for each in card.findChildren(RowVerb)}


def opened(screen: ScreenDesk, **values: Any) -> Person:
    return build.young_person(screen.at, case_spells=OPENED, **values)


def test_nothing_is_said_to_be_due_where_nothing_is(screen: ScreenDesk, shown: Callable[[Person], DueCard]) -> None:
    card = shown(build.young_person(screen.at))
    assert said(card) == ["What is due", "Nothing is due."]
    assert card.property("loud") == "false"


@pytest.mark.parametrize(
    ("day", "fact", "loud"), [("2026-10-09", "Overdue 1 day", "true"), ("2026-10-13", "Due Tue 24 Nov", "false")]
)
def test_an_assessment_tells_why_and_is_opened_in_one_press(
    screen: ScreenDesk,
    shown: Callable[[Person], DueCard],
    heard: list[object],
    day: str,
    fact: str,
    loud: str,
) -> None:
    person = opened(screen)
    build.assessment(screen.at, person.id, day=day)
    card = shown(person)
    assert card.property("loud") == loud
    assert fact in said(card)
    assert any(text.endswith(": 35, Amber") for text in said(card))
    verbs(card)["Assess"].click()
    assert heard == ["assess"]


def test_the_day_to_do_it_by_stands_beside_the_one_it_is_due(
    qtbot: QtBot, screen: ScreenDesk, shown: Callable[[Person], DueCard]
) -> None:
    person = opened(screen)
    build.assessment(screen.at, person.id, day="2026-10-18")
    card = shown(person)
    qtbot.waitUntil(lambda: "Due Sun 29 Nov · do by Fri 27" in said(card))


def test_a_prompt_is_never_loud_and_opens_the_form_too(
    screen: ScreenDesk, shown: Callable[[Person], DueCard], heard: list[object]
) -> None:
    person = opened(screen)
    made = build.assessment(screen.at, person.id, day="2026-11-20")
    flags = (life.Flag(flag="self_harm", since=Moment("2026-11-21")),)
    casework.save(screen.at, screen.at.store.get(Person, person.id).changed(flags=flags))
    card = shown(person)
    assert card.property("loud") == "false"
    assert "The next one stays due Fri 1 Jan" in said(card)
    assert "With a manager" in said(card)
    for verb in card.findChildren(RowVerb):
        verb.click()
    assert sorted(heard, key=str) == [made.id, "assess", "assess"]
