"""New information may bring a review forward: a prompt with its reason, and the day that is due does not move."""

from typing import Any

import pytest

from rise_desk.domain import early_review, life, reassessment
from rise_desk.domain.due import Due
from rise_desk.domain.early_review import Reason
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from tests.domain import sheets
from tests.domain.sheets import MAISIE, made

LAST = "2026-11-02"


def _lines(practice: Practice, *records: Record, **values: Any) -> list[Due]:
    return list(early_review.lines(sheets.file(sheets.open_case(**values), *records), practice))


def _flag(since: str) -> tuple[life.Flag, ...]:
    return (life.Flag(flag="sexual_exploitation", since=Moment(since)),)


def test_a_prompt_says_why_and_the_due_day_stays(practice: Practice) -> None:
    sheet = made(1, LAST)
    warned = (life.StandingWarning(warning="honour_based_abuse", since=Moment("2026-11-12")),)
    assert _lines(practice, sheet, flags=_flag("2026-11-05"), warnings=warned) == [
        Due(
            rule="early_review",
            what="Consider an early review",
            subject=MAISIE,
            record=Id(1),
            since="2026-11-12",
            by="2026-12-14",
            answered_by="assessment",
            why="new flag: sexual exploitation, 5 November 2026; new warning: honour-based abuse, 12 November 2026",
        )
    ]
    file = sheets.file(sheets.open_case(flags=_flag("2026-11-05")), sheet)
    assert next(reassessment.lines(file, practice)).by == "2026-12-14"


@pytest.mark.parametrize(("since", "prompts"), [("2026-11-02", False), ("2026-11-03", True), ("", False)])
def test_only_what_is_later_than_the_last_day_is_new(since: str, prompts: bool, practice: Practice) -> None:
    assert bool(_lines(practice, made(1, LAST), flags=_flag(since))) is prompts


def test_the_next_assessment_answers_it(practice: Practice) -> None:
    flagged = _flag("2026-11-05")
    assert _lines(practice, made(1, LAST), made(2, "2026-11-06"), flags=flagged) == []


def test_where_one_is_due_anyway_nothing_is_prompted(practice: Practice) -> None:
    assert _lines(practice, flags=_flag("2026-11-05")) == []
    closed = sheets.young_person(("2026-05-01", "open"), ("2026-11-10", "closed"), flags=_flag("2026-11-05"))
    assert list(early_review.lines(sheets.file(closed, made(1, LAST)), practice)) == []
    spells = (("2026-05-01", "open"), ("2026-11-03", "closed"), ("2026-11-10", "open"))
    reopened = sheets.young_person(*spells, flags=_flag("2026-11-05"))
    assert list(early_review.lines(sheets.file(reopened, made(1, LAST)), practice)) == []


def test_everything_that_may_matter_is_told_oldest_first(practice: Practice) -> None:
    person = sheets.open_case(
        exclusions=(life.Exclusion(sort="suspension", since=Moment("2026-11-09")),),
        legal_spells=(life.LegalSpell(status="section_47", since=Moment("2026-11-07")),),
        addresses=(
            life.Address(lives="foster_care", since=Moment("2026-11-08")),
            life.Address(lines="12 Mill Lane", since=Moment("2026-11-10")),
        ),
    )
    assert early_review.reasons(sheets.file(person), practice, LAST) == (
        Reason("2026-11-07", "legal status: section 47 enquiry"),
        Reason("2026-11-08", "lives: foster care"),
        Reason("2026-11-09", "suspension"),
    )
