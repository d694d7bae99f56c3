"""What waits after an assessment: a sign-off, the putting right of one sent back, an unanswered question."""

from dataclasses import replace

import pytest

from rise_desk.domain import awaiting
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SENT_BACK
from tests.domain import sheets
from tests.domain.sheets import GONE, MAISIE, answer, made

DAY = "2026-11-10"
RULES = {
    "sign_off": awaiting.sign_off_lines,
    "sent_back": awaiting.sent_back_lines,
    "strategy_discussion": awaiting.strategy_lines,
}


def _lines(practice: Practice, *records: Record, spells: tuple[tuple[str, str], ...] = ()) -> dict[str, Due]:
    """Every line there is, by its rule."""
    person = sheets.young_person(*spells) if spells else sheets.open_case()
    file = sheets.file(person, *records)
    found = [line for lines in RULES.values() for line in lines(file, practice)]
    assert len({each.rule for each in found}) == len(found)
    return {each.rule: each for each in found}


def test_nothing_waits_where_nobody_was_assessed(practice: Practice) -> None:
    assert _lines(practice) == {}


def test_a_submitted_one_is_signed_off_within_the_days_agreed_on(practice: Practice) -> None:
    assert _lines(practice, made(1, DAY)) == {
        "sign_off": Due(
            rule="sign_off",
            what="Sign off the assessment",
            subject=MAISIE,
            record=Id(1),
            since=DAY,
            by="2026-11-17",
            answered_by="sign_off",
            why="Priya Nair, 10 November 2026: 35",
        )
    }
    sooner = replace(practice, sign_off_days=2)
    assert _lines(sooner, made(1, DAY))["sign_off"].by == "2026-11-12"


@pytest.mark.parametrize(
    ("levels", "judgement", "band", "what"),
    [
        ("2222222222", 2, "green", "Sign off the assessment: Green waits for a manager"),
        ("3333333333", 5, "green", "Sign off the assessment: Green waits for a manager"),
    ],
)
def test_a_band_that_waits_is_for_the_day_itself(
    levels: str, judgement: int, band: str, what: str, practice: Practice
) -> None:
    sheet = made(1, DAY, levels, judgement=judgement, band=band, band_reason="As said.")
    line = _lines(practice, sheet)["sign_off"]
    assert (line.what, line.since, line.by) == (what, DAY, DAY)


def test_the_days_count_from_submission_and_not_from_the_day_assessed(practice: Practice) -> None:
    sheet = made(1, "2026-11-02", recorded_at="2026-11-10T23:30:00.000+00:00")
    assert (_lines(practice, sheet)["sign_off"].since, _lines(practice, sheet)["sign_off"].by) == (DAY, "2026-11-17")


def test_what_was_signed_off_waits_no_more(practice: Practice) -> None:
    assert _lines(practice, made(1, DAY), answer(5, 1)) == {}
    assert list(_lines(practice, made(1, DAY), answer(5, 1, withdrawn=GONE))) == ["sign_off"]


def test_one_sent_back_is_put_right_by_a_further_one(practice: Practice) -> None:
    sheet, back = made(1, DAY), answer(5, 1, SENT_BACK)
    assert _lines(practice, sheet, back) == {
        "sent_back": Due(
            rule="sent_back",
            what="Put right the assessment that was sent back",
            subject=MAISIE,
            record=Id(1),
            since="2026-11-20",
            by="2026-11-27",
            answered_by="assessment",
            why="Lena Osei: Say what school saw.",
        )
    }
    right = made(2, DAY, corrects=Id(1))
    assert list(_lines(practice, sheet, back, right)) == ["sign_off"]
    assert _lines(practice, sheet, back, right)["sign_off"].record == 2


def test_only_the_newest_waits(practice: Practice) -> None:
    found = _lines(practice, made(1, "2026-09-29"), answer(5, 1, SENT_BACK), made(2, DAY))
    assert [each.record for each in found.values()] == [2]


def test_one_withdrawn_waits_for_nothing(practice: Practice) -> None:
    assert _lines(practice, made(1, DAY, withdrawn=GONE), answer(5, 1, SENT_BACK)) == {}


def test_what_outranks_the_score_asks_for_an_answer_on_the_day(practice: Practice) -> None:
    sheet = made(1, DAY, "3333333334")
    assert _lines(practice, sheet)["strategy_discussion"] == Due(
        rule="strategy_discussion",
        what="Say whether a strategy discussion was asked for",
        subject=MAISIE,
        record=Id(1),
        since=DAY,
        by=DAY,
        answered_by="assessment",
        why="Priya Nair, 10 November 2026: 36",
    )
    for said in (True, False):
        assert "strategy_discussion" not in _lines(practice, sheet.changed(strategy_asked=said))
    assert "strategy_discussion" not in _lines(practice, made(1, DAY))


def test_a_closed_case_is_still_signed_off_and_asked_nothing_more(practice: Practice) -> None:
    closed = (("2026-05-01", "open"), ("2026-11-15", "closed"))
    assert list(_lines(practice, made(1, DAY, "3333333335"), spells=closed)) == ["sign_off"]
