"""What the newest health checklist asks for, and how it is answered."""

from typing import Any

import pytest

from rise_desk.domain import checklist_lines
from rise_desk.domain.checklist import Checklist, ChecklistSign
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from tests.domain import sheets
from tests.domain.sheets import GONE, MAISIE, made

DAY = "2026-11-10"
FULL, SAME_DAY = "checklist_assessment", "checklist_referral"
TOLD: dict[str, Any] = {
    "lead_told_at": Moment("2026-11-10T11:00+00:00"),
    "referred_at": Moment("2026-11-10T12:00+00:00"),
}


def _checklist(practice: Practice, number: int, group: str, day: str = DAY, **values: Any) -> Checklist:
    signs = [each.key for each in practice.vocabulary("checklist_sign").entries if each.group == group]
    ticked = tuple(ChecklistSign(sign=each) for each in signs[:1])
    return Checklist(id=Id(number), subject=MAISIE, completed_on=Moment(day), signs=ticked, **values)


def _lines(practice: Practice, *records: Record) -> dict[str, Due]:
    found = checklist_lines.lines(sheets.file(sheets.open_case(), *records), practice)
    return {each.rule: each for each in found}


def test_none_asks_for_nothing_and_so_does_one_low_sign(practice: Practice) -> None:
    assert _lines(practice) == {}
    assert _lines(practice, _checklist(practice, 1, "Low")) == {}


def test_a_medium_sign_asks_for_a_full_assessment(practice: Practice) -> None:
    assert _lines(practice, _checklist(practice, 1, "Medium")) == {
        FULL: Due(
            rule=FULL,
            what="Full assessment: the health checklist asks for one",
            subject=MAISIE,
            record=Id(1),
            since=DAY,
            by=DAY,
            answered_by="assessment",
            why="checklist of 10 November 2026",
        )
    }


@pytest.mark.parametrize(("day", "waits"), [("2026-11-09", True), ("2026-11-10", False), ("2026-11-11", False)])
def test_an_assessment_of_that_day_or_later_answers_it(day: str, waits: bool, practice: Practice) -> None:
    found = _lines(practice, _checklist(practice, 1, "Medium"), made(2, day))
    assert (FULL in found) is waits


def test_one_withdrawn_answers_nothing(practice: Practice) -> None:
    assert FULL in _lines(practice, _checklist(practice, 1, "Medium"), made(2, DAY, withdrawn=GONE))


@pytest.mark.parametrize(
    ("told", "waits"),
    [
        ({}, True),
        ({"lead_told_at": TOLD["lead_told_at"]}, True),
        ({"referred_at": TOLD["referred_at"]}, True),
        (TOLD, False),
    ],
)
def test_a_high_sign_asks_for_the_lead_and_a_referral_the_same_day(
    told: dict[str, Any], waits: bool, practice: Practice
) -> None:
    found = _lines(practice, _checklist(practice, 1, "High", **told), made(2, DAY))
    assert list(found) == ([SAME_DAY] if waits else [])
    if waits:
        assert (found[SAME_DAY].by, found[SAME_DAY].answered_by) == (DAY, "checklist")


def test_only_the_newest_that_stands_asks(practice: Practice) -> None:
    older = _checklist(practice, 3, "High", "2026-11-08")
    newer = _checklist(practice, 1, "Low")
    assert _lines(practice, newer, older) == {}
    assert set(_lines(practice, newer.changed(withdrawn=GONE), older)) == {FULL, SAME_DAY}
    corrected = _checklist(practice, 4, "Medium", "2026-11-08", corrects=Id(3))
    assert set(_lines(practice, older, corrected)) == {FULL}
