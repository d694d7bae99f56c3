"""An assessment against its file: before birth or the referral, two of one day, and what a correction brings back."""

from datetime import datetime

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from tests.domain import sheets
from tests.domain.sheets import GONE, made

DAY = "2026-11-10"


@pytest.mark.parametrize(
    ("born", "day", "refused"),
    [("2026-11-10", "2026-11-09", True), ("2026-11-10", "2026-11-10", False), ("2026-11", "2026-11-01", False)],
)
def test_nobody_is_assessed_before_they_were_born(
    born: str, day: str, refused: bool, practice: Practice, now: datetime
) -> None:
    person = sheets.open_case(date_of_birth=Moment(born))
    found = made(1, day).file_problems(sheets.file(person), practice, now)
    said = {"assessed_on": "The date of the assessment must be after Maisie Okafor was born."}
    assert found == (said if refused else {})


@pytest.mark.parametrize(("day", "refused"), [("2026-08-19", True), ("2026-08-20", False)])
def test_nobody_is_assessed_before_the_referral_on_file(
    day: str, refused: bool, practice: Practice, now: datetime
) -> None:
    person = sheets.young_person(("2026-08-20", "referred"), ("2026-09-01", "open"))
    found = made(1, day).file_problems(sheets.file(person), practice, now)
    said = {"assessed_on": "The date of the assessment must be on or after the referral, 20 August 2026."}
    assert found == (said if refused else {})


def test_two_of_one_day_are_refused_and_a_correction_is_not(practice: Practice, now: datetime) -> None:
    held = sheets.file(sheets.open_case(), made(1, DAY))
    said = {
        "assessed_on": "There is an assessment of 10 November 2026 on file. Correct that one, or choose another day."
    }
    assert made(2, DAY).file_problems(held, practice, now) == said
    assert made(2, "2026-11-11").file_problems(held, practice, now) == {}
    assert made(2, "2026-11-09").file_problems(held, practice, now) == {}
    assert made(2, DAY, corrects=Id(1)).file_problems(held, practice, now) == {}
    assert made(1, DAY).file_problems(held, practice, now) == {}


def test_what_does_not_count_leaves_its_day_free(practice: Practice, now: datetime) -> None:
    gone = sheets.file(sheets.open_case(), made(1, DAY, withdrawn=GONE))
    assert made(2, DAY).file_problems(gone, practice, now) == {}
    moved = sheets.file(sheets.open_case(), made(1, DAY), made(2, "2026-11-12", corrects=Id(1)))
    assert made(3, DAY).file_problems(moved, practice, now) == {}
    assert list(made(3, "2026-11-12").file_problems(moved, practice, now)) == ["assessed_on"]


def test_one_that_was_put_right_is_not_put_right_again(practice: Practice, now: datetime) -> None:
    held = sheets.file(sheets.open_case(), made(1, DAY), made(2, DAY, corrects=Id(1)))
    said = {"corrects": "A later assessment puts this one right already. Correct that one."}
    assert made(3, "2026-11-11", corrects=Id(1)).file_problems(held, practice, now) == said
    assert made(3, DAY, corrects=Id(2)).file_problems(held, practice, now) == {}


def test_a_correction_is_not_withdrawn_where_the_one_before_it_would_be_a_second_of_its_day(
    practice: Practice, now: datetime
) -> None:
    first, moved = made(1, DAY), made(2, "2026-11-12", corrects=Id(1))
    withdrawn = moved.changed(withdrawn=GONE)
    assert withdrawn.file_problems(sheets.file(sheets.open_case(), first, moved), practice, now) == {}
    crowded = sheets.file(sheets.open_case(), first, moved, made(3, DAY))
    said = "It puts right an assessment of 10 November 2026, which would count again beside another of that day."
    assert withdrawn.file_problems(crowded, practice, now) == {"withdrawn": said}
    gone = sheets.file(sheets.open_case(), first.changed(withdrawn=GONE), moved, made(3, DAY))
    assert withdrawn.file_problems(gone, practice, now) == {}


def test_one_that_a_later_one_puts_right_is_put_back_beside_it(practice: Practice, now: datetime) -> None:
    held = sheets.file(sheets.open_case(), made(1, DAY, withdrawn=GONE), made(2, DAY, corrects=Id(1)))
    assert made(1, DAY).clashes(held) == {}


def test_only_somebody_at_risk_is_assessed(practice: Practice, now: datetime) -> None:
    person = sheets.open_case(roles=(life.DatedRole(role="of_concern"),))
    found = made(1, DAY).file_problems(sheets.file(person), practice, now)
    assert found == {"subject": f"{person.name} is not on file as a young person at risk."}
    both = sheets.open_case(roles=(life.DatedRole(role="of_concern"), life.DatedRole(role="at_risk")))
    assert made(1, DAY).file_problems(sheets.file(both), practice, now) == {}


def test_what_happened_under_thirteen_is_told_of_somebody_older_too(practice: Practice, now: datetime) -> None:
    person = sheets.open_case(date_of_birth=Moment("2010-03-27"))
    sheet = made(1, DAY, sexual_activity_under_13=True)
    assert sheet.file_problems(sheets.file(person), practice, now) == {}
    assert "under_13" in sheet.outranked_by(practice.instruments[sheet.instrument])
