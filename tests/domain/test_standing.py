"""How assessments stand: which count, what was answered, and that a lower band waits while the higher one shows."""

import pytest

from rise_desk.domain import standing
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.scoring import Choice
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF
from rise_desk.domain.standing import Standing
from tests.domain import sheets
from tests.domain.sheets import GONE, answer, made

GREEN, AMBER, RED = "green", "amber", "red"
LOW, EITHER, MIDDLE, HIGH = "1111111111", "2222222222", "3333333333", "5555555555"
"""Sheets that allow green; amber or green; amber; red (with a judgement of 2, 2, 5 and 10)."""


def _course(practice: Practice, *records: Record) -> tuple[Standing, ...]:
    return standing.course(sheets.file(sheets.open_case(), *records), practice)


def _latest(practice: Practice, *records: Record) -> Standing:
    found = standing.latest(sheets.file(sheets.open_case(), *records), practice)
    assert found is not None
    return found


def test_nobody_assessed_has_no_course(practice: Practice) -> None:
    assert _course(practice) == ()
    assert standing.latest(sheets.file(sheets.open_case()), practice) is None


def test_the_oldest_comes_first_by_its_day_and_not_by_when_it_was_filed(practice: Practice) -> None:
    late = made(9, "2026-08-01")
    course = _course(practice, made(1, "2026-10-01"), late, made(2, "2026-09-01"))
    assert [each.assessment.id for each in course] == [9, 2, 1]


def test_what_was_withdrawn_or_put_right_does_not_count() -> None:
    first, second = made(1, "2026-09-01"), made(2, "2026-10-01")
    corrected = made(3, "2026-10-02", corrects=Id(2))
    held = sheets.file(sheets.open_case(), first.changed(withdrawn=GONE), second, corrected)
    assert [each.id for each in standing.counting(held)] == [3]
    back = sheets.file(sheets.open_case(), first, second, corrected.changed(withdrawn=GONE))
    assert [each.id for each in standing.counting(back)] == [1, 2]


def test_an_answer_stands_until_it_is_withdrawn_or_put_right() -> None:
    first, then = answer(5, 1, SENT_BACK), answer(6, 1, SIGNED_OFF, corrects=Id(5))
    held = sheets.file(sheets.open_case(), made(1, "2026-10-01"), first, then)
    assert standing.answers(held) == {1: then}
    again = sheets.file(sheets.open_case(), made(1, "2026-10-01"), first, then.changed(withdrawn=GONE))
    assert standing.answers(again) == {1: first}


def test_submitted_then_signed_off_or_sent_back(practice: Practice) -> None:
    sheet = made(1, "2026-10-01")
    assert _latest(practice, sheet).state == "submitted"
    assert _latest(practice, sheet, answer(5, 1)).state == "signed_off"
    assert _latest(practice, sheet, answer(5, 1, SENT_BACK)).state == "sent_back"


def test_a_band_within_or_above_takes_effect_at_once(practice: Practice) -> None:
    for band, choice in ((AMBER, Choice.WITHIN), (RED, Choice.ABOVE)):
        found = _latest(practice, made(1, "2026-10-01", MIDDLE, band=band, band_reason="As said."))
        assert (found.choice, found.shown, found.waits) == (choice, band, False)


@pytest.mark.parametrize(
    ("levels", "judgement", "band", "choice"),
    [(EITHER, 2, GREEN, Choice.LOWER_OF_TWO), (MIDDLE, 5, GREEN, Choice.BELOW), (HIGH, 10, GREEN, Choice.BELOW)],
)
@pytest.mark.parametrize("last", [GREEN, AMBER, RED])
def test_a_lower_band_waits_and_the_higher_of_the_last_and_the_proposed_shows(
    levels: str, judgement: int, band: str, choice: Choice, last: str, practice: Practice
) -> None:
    before = made(1, "2026-09-01", {GREEN: LOW, AMBER: MIDDLE, RED: HIGH}[last], band=last)
    sheet = made(2, "2026-10-13", levels, judgement=judgement, band=band, band_reason="As said.")
    waiting = _latest(practice, before, sheet)
    assert (waiting.choice, waiting.waits, waiting.shown) == (choice, True, last)
    signed = _latest(practice, before, sheet, answer(5, 2))
    assert (signed.waits, signed.shown) == (False, band)
    back = _latest(practice, before, sheet, answer(5, 2, SENT_BACK))
    assert (back.waits, back.shown) == (True, last)


def test_a_first_one_that_waits_shows_the_highest_band_that_the_score_allows(practice: Practice) -> None:
    lower = made(1, "2026-10-01", EITHER, judgement=2, band=GREEN, band_reason="As said.")
    assert _latest(practice, lower).shown == AMBER
    below = made(1, "2026-10-01", HIGH, judgement=10, band=AMBER, band_reason="As said.")
    assert _latest(practice, below).shown == RED


def test_what_waits_stays_higher_through_the_next_that_waits(practice: Practice) -> None:
    records = (
        made(1, "2026-07-01", HIGH, judgement=10),
        made(2, "2026-08-12", MIDDLE, band=GREEN, band_reason="As said."),
        made(3, "2026-09-23", MIDDLE, band=GREEN, band_reason="As said."),
    )
    assert [each.shown for each in _course(practice, *records)] == [RED, RED, RED]
    assert [each.shown for each in _course(practice, *records, answer(5, 2))] == [RED, GREEN, GREEN]
    assert [each.shown for each in _course(practice, *records, answer(6, 3))] == [RED, RED, GREEN]


def test_one_sent_back_waits_though_its_band_was_within_and_a_correction_ends_it(practice: Practice) -> None:
    before = made(1, "2026-09-01", LOW, judgement=1)
    sheet = made(2, "2026-10-13", MIDDLE)
    back = _latest(practice, before, sheet, answer(5, 2, SENT_BACK))
    assert (back.waits, back.shown) == (True, AMBER)
    right = made(3, "2026-10-13", LOW, judgement=1, corrects=Id(2))
    found = _latest(practice, before, sheet, answer(5, 2, SENT_BACK), right)
    assert (found.assessment.id, found.state, found.waits, found.shown) == (3, "submitted", False, GREEN)
