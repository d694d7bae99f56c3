"""The overview of somebody of concern: what is alleged, since when, who says so; a child is shown as a child first."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus, PoliceGroup, Position
from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import button_of, words_of
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import case_concern, theme
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.widgets.card import Card

BOTH = (life.DatedRole(role="at_risk"), life.DatedRole(role="of_concern"))


def _adult(desk: Desk, **values: Any) -> Person:
    known: dict[str, Any] = {
        "how_well_known": "given_name_or_alias_only",
        "aliases": (life.Alias(name="Daz", used_where="Corby", basis="Maisie"), life.Alias(name="Uncle D")),
        "statuses": (
            ConcernStatus(status="named_by_a_child", since=Moment("2026-06-02"), basis="Return interview"),
            ConcernStatus(status="charged", since=Moment("2026-09-14"), why="one offence"),
        ),
        "concern_roles": (ConcernRole(role="recruiter_or_groomer", since=Moment("2026-06"), basis="Two children"),),
        "positions": (Position(position="taxi", detail="A1 Cars", with_children=True),),
        "police_groups": (PoliceGroup(group="Operation Larch", position="significant", basis="Analyst"),),
        "risk": "Has threatened a parent.",
        **values,
    }
    return build.adult(desk, **known)


def _page(qtbot: QtBot, screen: ScreenDesk, person: Person) -> CasePage:
    made = CasePage(screen, person.id)
    show(qtbot, made, 1162, 690)
    return made


def _titles(page: CasePage) -> list[str]:
    found = [each for each in page.overview.findChildren(Card) if each.isVisibleTo(page)]
    return [words_of(each).splitlines()[0] for each in found]


def test_everything_stands_with_its_day_and_source(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    words = words_of(_page(qtbot, screen, _adult(desk)).overview)
    for told in (
        "Charged · from 14 September 2026 · one offence · source not recorded",
        "Named by a child · from 2 June 2026 · Return interview",
        "Alleged recruiter or groomer · from June 2026 · Two children",
        "Taxi · A1 Cars · works with children",
        "The designated officer (LADO) was not told yet",
        "Operation Larch · significant · Analyst",
        "Has threatened a parent.",
        "Given name or alias only",
        "Daz, in Corby · Maisie says so",
        "Uncle D",
        "Nothing here is established unless it says convicted.",
    ):
        assert told in words.splitlines()
    assert words.index("Charged") < words.index("Named by a child")


def test_an_adult_is_told_of_first_and_a_child_as_a_child(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    adult = _titles(_page(qtbot, screen, _adult(desk)))
    assert adult[0] == "Why they are of concern"
    assert "Who they are" in adult
    assert not {"In their words", "People around"} & set(adult)
    child = _page(qtbot, screen, _adult(desk, roles=BOTH))
    titles = _titles(child)
    assert titles.index("In their words") < titles.index("What is said about them")
    assert "Why they are of concern" not in titles
    assert case_concern.CHILD_FIRST in words_of(child.overview)


def test_a_child_who_is_of_no_concern_has_no_such_card(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    titles = _titles(_page(qtbot, screen, build.young_person(desk)))
    assert not {"What is said about them", "Why they are of concern", "Who they are"} & set(titles)
    assert {"In their words", "People around"} <= set(titles)


def test_who_is_around_an_adult_is_told_where_somebody_is(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = _adult(desk, household=(life.HouseholdChild(name="Ada"),))
    assert "People around" in _titles(_page(qtbot, screen, person))


def test_words_are_gone_with_a_conviction(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    person = _adult(desk, statuses=(ConcernStatus(status="convicted", since=Moment("2026-10-01"), basis="Court"),))
    words = words_of(_page(qtbot, screen, person).overview)
    assert "Recruiter or groomer · from June 2026 · Two children" in words
    assert case_concern.NOT_A_FACT not in words


@pytest.mark.parametrize(
    ("role", "said"), [("made_to_bring_others", "Made to bring others"), ("not_known", "Not known")]
)
def test_what_alleges_nothing_is_not_called_alleged(desk: Desk, role: str, said: str) -> None:
    assert case_concern.role(ConcernRole(role=role), Person(), desk.practice) == said


@pytest.mark.parametrize(
    ("position", "told"),
    [
        (Position(position="school", with_children=None), "School · work with children not recorded"),
        (Position(position="school", officer_told_on=Moment("2026-11-18"), officer_told="Ms Reed"),
         "Designated officer (LADO) told 18 November 2026 · Ms Reed"),
        (Position(position="taxi", licensing_told_on=Moment("2026-11-18")), "Licensing told 18 November 2026"),
    ],
)  # fmt: skip
def test_a_position_says_who_was_told(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, position: Position, told: str
) -> None:
    assert told in words_of(_page(qtbot, screen, _adult(desk, positions=(position,))).overview)


def test_work_away_from_children_asks_for_no_officer(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    page = _page(qtbot, screen, _adult(desk, positions=(Position(position="hotel", with_children=False),)))
    assert "no work with children" in words_of(page.overview)
    assert case_concern.NOT_TOLD not in words_of(page.overview)


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [("2025", "2026-05", "2025 to May 2026"), ("", "2025", "until 2025"), ("2024", "", "from 2024"), ("", "", "")],
)
def test_how_long_something_holds(since: str, until: str, said: str) -> None:
    assert case_concern.span(life.Spell(since=Moment(since), until=Moment(until))) == said


def test_somebody_of_concern_of_whom_nothing_more_is_known(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    words = words_of(_page(qtbot, screen, build.adult(desk)).overview)
    assert words.count("Not recorded") == 3


def test_its_button_leads_to_the_details(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    page = _page(qtbot, screen, _adult(desk))
    button_of(page.overview, "Why they are of concern: details").click()
    assert page.tabs.current() == "details"
    assert "Of concern" in page.details.buttons


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 2.0)])
def test_the_overview_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, *, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    assert walk(_page(qtbot, screen, _adult(desk)).overview) == []
