"""The health checklist: two low signs, or any one medium or high, ask for a full assessment; any high one for more."""

from datetime import datetime

import pytest

from rise_desk.domain.checklist import SIGNS, Checklist, ChecklistSign, result
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from tests.domain import sheets
from tests.domain.sheets import MAISIE


def _signs(practice: Practice, group: str) -> list[str]:
    return [each.key for each in practice.vocabulary(SIGNS).entries if each.group == group]


def _filled_in(*signs: str, day: str = "2026-11-10") -> Checklist:
    ticked = tuple(ChecklistSign(sign=each) for each in signs)
    return Checklist(id=Id(1), subject=MAISIE, completed_on=Moment(day), signs=ticked)


def test_the_signs_are_those_of_the_paper(practice: Practice) -> None:
    assert [len(_signs(practice, group)) for group in ("Low", "Medium", "High")] == [4, 5, 4]


@pytest.mark.parametrize(
    ("low", "medium", "high", "full", "same_day"),
    [
        (0, 0, 0, False, False),
        (1, 0, 0, False, False),
        (2, 0, 0, True, False),
        (4, 0, 0, True, False),
        (0, 1, 0, True, False),
        (1, 1, 0, True, False),
        (0, 0, 1, True, True),
        (4, 5, 4, True, True),
    ],
)
def test_what_the_signs_ask_for(
    low: int, medium: int, high: int, full: bool, same_day: bool, practice: Practice
) -> None:
    counts = (("Low", low), ("Medium", medium), ("High", high))
    ticked = [each for group, count in counts for each in _signs(practice, group)[:count]]
    found = result(ticked, practice.vocabulary(SIGNS))
    assert (found.low, found.medium, found.high) == (low, medium, high)
    assert (found.full_assessment, found.same_day) == (full, same_day)


def test_every_medium_and_high_sign_is_enough_alone_and_no_low_one_is(practice: Practice) -> None:
    signs = practice.vocabulary(SIGNS)
    for group, enough in (("Low", False), ("Medium", True), ("High", True)):
        for each in _signs(practice, group):
            assert result([each], signs).full_assessment is enough
            assert result([each], signs).same_day is (group == "High")


def test_a_sign_that_the_list_no_longer_knows_counts_as_none(practice: Practice) -> None:
    assert result(["gone", "gone_too"], practice.vocabulary(SIGNS)) == result([], practice.vocabulary(SIGNS))


def test_a_checklist_concerns_the_young_person_on_its_day(practice: Practice, now: datetime) -> None:
    made = _filled_in("self_harm")
    assert (made.involved(), made.happened()) == (((MAISIE, "assessed"),), "2026-11-10")
    assert made.problems(practice, now) == {}


def test_it_is_about_somebody_on_a_day_and_nothing_of_it_is_from_the_future(practice: Practice, now: datetime) -> None:
    assert set(Checklist().problems(practice, now)) == {"subject", "completed_on"}
    later = Moment("2026-11-21T10:01+00:00")
    made = _filled_in("").changed(lead_told_at=later, referred_at=later)
    assert set(made.problems(practice, now)) == {"signs.1.sign", "lead_told_at", "referred_at"}


def test_each_sign_is_ticked_once(practice: Practice, now: datetime) -> None:
    sign = _signs(practice, "Low")[0]
    assert _filled_in(sign, sign).problems(practice, now) == {"signs": "Tick each sign once."}


@pytest.mark.parametrize(
    ("day", "refused"),
    [("2026", True), ("2026-11", True), ("2026-11-10", False), ("2026-11-10T09:00+00:00", False)],
)
def test_the_day_is_a_day(day: str, refused: bool, practice: Practice, now: datetime) -> None:
    found = _filled_in(day=day).problems(practice, now)
    assert found == ({"completed_on": "The date must be a day."} if refused else {})


def test_the_day_is_asked_for(practice: Practice, now: datetime) -> None:
    assert list(_filled_in(day="").problems(practice, now)) == ["completed_on"]
    assert list(_filled_in(day="2026-11-22").problems(practice, now)) == ["completed_on"]


@pytest.mark.parametrize(("born", "refused"), [("2026-11-11", True), ("2026-11-10", False), ("", False)])
def test_nobody_has_signs_before_they_were_born(born: str, refused: bool, practice: Practice, now: datetime) -> None:
    file = sheets.file(sheets.open_case(date_of_birth=Moment(born)))
    found = _filled_in().file_problems(file, practice, now)
    assert found == ({"completed_on": "The date must be after Maisie Okafor was born."} if refused else {})
