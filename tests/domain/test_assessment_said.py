"""How other programs say an assessment: ten in a row, by the indicator's key, or as parts; all come to one record."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.assessment_said import evidence_said, scores_said
from rise_desk.domain.hearing import heard
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.practice import Practice
from rise_desk.errors import Invalid
from rise_desk.services.practice import general

LEVELS = st.lists(st.integers(1, 5), min_size=10, max_size=10)
EVIDENCE = [f"What was seen of {key}." for key in INDICATORS]


def _heard(practice: Practice, now: datetime, **said: Any) -> Assessment:
    data = {"assessed_on": "10 November 2026", "judgement": 5, "band": "Amber", "evidence": EVIDENCE, **said}
    return heard(Assessment, Assessment.said(data, practice), practice, now)


@given(LEVELS)
def test_scores_said_in_four_ways_are_one_record(levels: list[int]) -> None:
    practice, now = general(), datetime.fromisoformat("2026-11-21T10:00+00:00")
    in_a_row = _heard(practice, now, scores=levels)
    assert [each.score for each in in_a_row.scores] == levels
    assert [each.indicator for each in in_a_row.scores] == list(INDICATORS)
    assert in_a_row.instrument == practice.instrument
    ways: list[Any] = [
        dict(zip(INDICATORS, levels, strict=True)),
        [{"indicator": key, "score": level} for key, level in zip(INDICATORS, levels, strict=True)],
        " ".join(map(str, levels)),
        ", ".join(map(str, levels)),
    ]
    for scores in ways:
        assert _heard(practice, now, scores=scores) == in_a_row
    by_key = dict(zip(INDICATORS, EVIDENCE, strict=True))
    as_parts = [{"indicator": key, "text": text} for key, text in by_key.items()]
    for evidence in (by_key, as_parts):
        assert _heard(practice, now, scores=levels, evidence=evidence) == in_a_row


@pytest.mark.parametrize("said", [None, "not yet known", "Unknown", " NOT KNOWN "])
def test_not_yet_known_is_no_score(said: Any) -> None:
    assert scores_said([said]) == [{"indicator": "missing", "score": 0}]
    part = {"indicator": "family", "score": said, "find_out": "Ask her aunt."}
    assert scores_said([part]) == [{"indicator": "family", "score": 0, "find_out": "Ask her aunt."}]


def test_what_is_no_list_is_left_for_the_reader_to_refuse() -> None:
    assert (scores_said(7), evidence_said("all as before"), scores_said(None)) == (7, "all as before", None)
    assert evidence_said({"family": {"confirmed": "yes"}}) == [{"indicator": "family", "confirmed": "yes"}]


def test_a_part_that_names_no_indicator_goes_by_its_place() -> None:
    assert scores_said([{"score": 3}]) == [{"indicator": "missing", "score": 3}]
    assert scores_said([3] * 11)[10] == {"indicator": "11", "score": 3}


@pytest.mark.parametrize(
    ("scores", "field"),
    [
        ([3] * 11, "scores.11.indicator"),
        ({"online": 3}, "scores.1.indicator"),
        (["-"], "scores.1.score"),
        (["--1"], "scores.1.score"),
        ([2.5], "scores.1.score"),
        ([True], "scores.1.score"),
        (["three"], "scores.1.score"),
        (7, "scores"),
    ],
)
def test_what_can_t_be_a_score_is_refused_by_its_place(
    scores: Any, field: str, practice: Practice, now: datetime
) -> None:
    with pytest.raises(Invalid) as refused:
        _heard(practice, now, scores=scores)
    assert list(refused.value.fields) == [field]


def test_a_number_below_nought_is_read_and_refused_for_what_it_is(practice: Practice, now: datetime) -> None:
    sheet = _heard(practice, now, scores=[-1, *[3] * 9], judgement="-2", judgement_comment="As said.")
    assert sheet.problems(practice, now) == {
        "subject": "Enter young person.",
        "scores.missing": "“Missing from home or care” is scored from 1 to 5.",
        "judgement": "Professional judgement must be a number from 1 to 10.",
    }


def test_the_instrument_may_be_named(practice: Practice) -> None:
    assert Assessment.said({"instrument": "leeds_cse/1"}, practice) == {"instrument": "leeds_cse/1"}
    assert Assessment.said({}, practice) == {"instrument": practice.instrument}
