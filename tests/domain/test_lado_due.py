"""Whom of a position of authority must be told, and by when: one working day, over weekends and bank holidays."""

from dataclasses import replace
from typing import Any

import pytest

from rise_desk.domain import lado_due, life
from rise_desk.domain.agenda import RULES, due_lines
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id

SAVED = Moment("2026-11-20T09:00:00.000+00:00")


def _lines(practice: Practice, role: str = "of_concern", **said: Any) -> list[Due]:
    known = {"position": "school", "detail": "caretaker", "learned_on": Moment("2026-11-17"), **said}
    person = Person(
        id=Id(5),
        recorded_at=SAVED,
        given_name="Dan",
        roles=(life.DatedRole(role=role),),
        positions=(Position(**known),),
    )
    due = due_lines(CaseFile(subject=person), practice, RULES)
    return [each for each in due if each.rule in (lado_due.RULE, lado_due.LICENSING)]


def test_the_designated_officer_is_told_the_next_working_day(practice: Practice) -> None:
    (line,) = _lines(practice)
    assert (line.what, line.since, line.by) == (
        "Tell the designated officer (LADO): school, caretaker",
        "2026-11-17",
        "2026-11-18",
    )
    assert line.why == "learned 17 November 2026; one working day"
    assert (line.subject, line.record, line.answered_by) == (5, 5, "person")


@pytest.mark.parametrize(
    ("learned", "by"),
    [
        ("2026-11-19", "2026-11-20"),
        ("2026-11-20", "2026-11-23"),
        ("2026-11-21", "2026-11-23"),
        ("2026-11-22", "2026-11-23"),
        ("2026-12-23", "2026-12-24"),
        ("2026-12-24", "2026-12-29"),
    ],
)
def test_weekends_and_bank_holidays_do_not_count(practice: Practice, learned: str, by: str) -> None:
    holidays = {2026: frozenset({"2026-12-25", "2026-12-28"})}
    (line,) = _lines(replace(practice, bank_holidays=holidays), learned_on=Moment(learned))
    assert line.by == by


@pytest.mark.parametrize(
    ("since", "counts", "by"),
    [("2026-03-03", "2026-03-03", "2026-03-04"), ("", "2026-11-20", "2026-11-23")],
)
def test_where_nobody_said_when_it_was_learned_another_day_counts(
    practice: Practice, since: str, counts: str, by: str
) -> None:
    (line,) = _lines(practice, learned_on=Moment(""), since=Moment(since))
    assert (line.since, line.by) == (counts, by)
    assert line.why == "when it was learned is not recorded; one working day"


@pytest.mark.parametrize(("with_children", "asked"), [(True, 1), (None, 1), (False, 0)])
def test_only_a_position_away_from_children_is_not_told_of(
    practice: Practice, *, with_children: bool | None, asked: int
) -> None:
    assert len(_lines(practice, with_children=with_children)) == asked


def test_once_they_were_told_nothing_is_due(practice: Practice) -> None:
    assert _lines(practice, officer_told_on=Moment("2026-11-18")) == []


@pytest.mark.parametrize(("until", "asked"), [("2026-11-20", 1), ("2026-11-19", 0)])
def test_a_position_that_has_ended_asks_for_nothing_more(practice: Practice, until: str, asked: int) -> None:
    assert len(_lines(practice, until=Moment(until))) == asked


def test_for_a_taxi_licensing_is_told_too(practice: Practice) -> None:
    both = _lines(practice, position="taxi", detail="")
    assert [(each.rule, each.what) for each in both] == [
        ("lado", "Tell the designated officer (LADO): taxi"),
        ("licensing", "Tell those who license taxis: taxi"),
    ]
    (left,) = _lines(practice, position="taxi", officer_told_on=Moment("2026-11-18"))
    assert left.rule == "licensing"
    told = {"officer_told_on": Moment("2026-11-18"), "licensing_told_on": Moment("2026-11-18")}
    assert _lines(practice, position="taxi", **told) == []


def test_a_child_of_concern_is_asked_about_as_anybody(practice: Practice) -> None:
    assert len(_lines(practice, role="at_risk")) == 1
