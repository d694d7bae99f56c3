"""Scoring, exactly as assessment.md has it: sums, overlaps, what is offered first, and what a choice asks for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import scoring
from rise_desk.domain.instrument import INDICATORS, higher, rank
from rise_desk.domain.record import Id
from rise_desk.domain.scoring import Choice, Total
from rise_desk.services.practice import OURS, instruments
from tests import build

GREEN, AMBER, RED = "green", "amber", "red"
NSCB = instruments()[OURS]

WORKED = [
    ("1111111111", 1, 11, (GREEN,)),
    ("1111111115", 3, 17, (GREEN,)),
    ("2212121211", 3, 18, (AMBER, GREEN)),
    ("3222222222", 1, 22, (AMBER, GREEN)),
    ("3322222222", 1, 23, (AMBER,)),
    ("4334243344", 4, 38, (RED, AMBER)),
    ("5555555555", 10, 60, (RED,)),
]
"""The worked examples of assessment.md: ten scores in order, judgement, overall, allowed bands."""

BOUNDARIES = [
    ("1111111111", 1, 11, (GREEN,)),
    ("1111111111", 2, 12, (GREEN,)),
    ("2111111111", 1, 12, (GREEN,)),
    ("1111111111", 6, 16, (GREEN,)),
    ("1111111111", 7, 17, (GREEN,)),
    ("1111111111", 8, 18, (AMBER, GREEN)),
    ("2222222111", 1, 18, (AMBER, GREEN)),
    ("2222221111", 1, 17, (GREEN,)),
    ("1111111111", 10, 20, (AMBER, GREEN)),
    ("2222222222", 2, 22, (AMBER, GREEN)),
    ("2222222222", 3, 23, (AMBER,)),
    ("1111111115", 8, 22, (AMBER, GREEN)),
    ("1111111115", 9, 23, (AMBER,)),
    ("3333333333", 1, 31, (AMBER,)),
    ("3333333333", 7, 37, (AMBER,)),
    ("3333333333", 8, 38, (RED, AMBER)),
    ("4444444441", 1, 38, (RED, AMBER)),
    ("4444444431", 1, 37, (AMBER,)),
    ("4444444444", 1, 41, (RED, AMBER)),
    ("4444444444", 2, 42, (RED, AMBER)),
    ("4444444444", 3, 43, (RED,)),
    ("3333333333", 10, 40, (RED, AMBER)),
    ("5555555511", 1, 43, (RED,)),
    ("5555555411", 1, 42, (RED, AMBER)),
    ("5555555555", 1, 51, (RED,)),
    ("5555555555", 9, 59, (RED,)),
]
"""Both sides of 11/12, 17/18, 22/23, 37/38, 42/43 and 59/60, each reached in more than one way."""

RANGES = [
    ("0111111111", 1, "11–15", (GREEN,)),
    ("0111111111", 3, "13–17", (GREEN,)),
    ("0111111111", 4, "14–18", (AMBER, GREEN)),
    ("0111111111", 8, "18–22", (AMBER, GREEN)),
    ("0111111111", 9, "19–23", (AMBER,)),
    ("0333333333", 5, "33–37", (AMBER,)),
    ("0333333333", 6, "34–38", (RED, AMBER)),
    ("0333333333", 10, "38–42", (RED, AMBER)),
    ("0444444443", 2, "38–42", (RED, AMBER)),
    ("0444444444", 2, "39–43", (RED,)),
    ("0011111111", 1, "11–19", (AMBER, GREEN)),
    ("0000000000", 1, "11–51", (RED,)),
    ("0000000000", 10, "20–60", (RED,)),
]
"""With indicators that are not yet known: the bands of the upper end."""


def _bands(overall: int) -> tuple[str, ...]:
    """The bands that the text allows for a sum, the higher first, written from the text alone."""
    if overall <= 17:
        return (GREEN,)
    if overall <= 22:
        return (AMBER, GREEN)
    if overall <= 37:
        return (AMBER,)
    return (RED, AMBER) if overall <= 42 else (RED,)


def _sum(levels: str, judgement: int) -> Total:
    return scoring.total(map(int, levels), judgement)


@pytest.mark.parametrize(("levels", "judgement", "overall", "allowed"), WORKED)
def test_the_worked_examples(levels: str, judgement: int, overall: int, allowed: tuple[str, ...]) -> None:
    found = _sum(levels, judgement)
    assert (found, str(found), found.known) == (Total(overall, overall), str(overall), True)
    assert scoring.allowed(NSCB, found) == allowed


@pytest.mark.parametrize(("levels", "judgement", "overall", "allowed"), BOUNDARIES)
def test_the_boundary_sums(levels: str, judgement: int, overall: int, allowed: tuple[str, ...]) -> None:
    found = _sum(levels, judgement)
    assert (found.low, found.high) == (overall, overall)
    assert scoring.allowed(NSCB, found) == allowed


@pytest.mark.parametrize(("levels", "judgement", "written", "allowed"), RANGES)
def test_what_is_not_yet_known_makes_a_range(
    levels: str, judgement: int, written: str, allowed: tuple[str, ...]
) -> None:
    found = _sum(levels, judgement)
    assert (str(found), found.known) == (written, False)
    assert scoring.allowed(NSCB, found) == allowed


def test_every_sum_there_is_allows_what_the_text_says() -> None:
    for overall in range(NSCB.lowest, NSCB.highest + 1):
        assert scoring.allowed(NSCB, Total(overall, overall)) == _bands(overall)
    assert (NSCB.lowest, NSCB.highest) == (11, 60)


SHEETS = st.tuples(st.lists(st.integers(0, 5), min_size=10, max_size=10), st.integers(1, 10))
"""Every sheet there is, with 0 for not yet known."""


@given(SHEETS)
def test_the_allowed_bands_of_every_sheet(sheet: tuple[list[int], int]) -> None:
    scores, judgement = sheet
    found = scoring.total(scores, judgement)
    unknown = scores.count(0)
    assert found.low == sum(scores) + unknown + judgement
    assert found.high - found.low == 4 * unknown
    assert scoring.allowed(NSCB, found) == _bands(found.high)


@given(SHEETS, st.booleans())
def test_every_band_is_offered_once_the_allowed_first_and_green_never_where_something_outranks(
    sheet: tuple[list[int], int], outranked: bool
) -> None:
    found = scoring.total(*sheet)
    offered = scoring.offered(NSCB, found, outranked)
    allowed = _bands(found.high)
    assert sorted(offered) == sorted((GREEN, AMBER, RED))
    if outranked:
        assert offered[0] != GREEN
    if not outranked or allowed[0] != GREEN:
        assert offered[: len(allowed)] == allowed
    else:
        assert offered == (RED, AMBER, GREEN)


@given(SHEETS, st.sampled_from((GREEN, AMBER, RED)))
def test_what_every_choice_asks_for(sheet: tuple[list[int], int], band: str) -> None:
    found = scoring.total(*sheet)
    allowed, order = _bands(found.high), (GREEN, AMBER, RED)
    chosen = scoring.choice(NSCB, found, band)
    if band in allowed:
        expected = Choice.WITHIN if band == allowed[0] else Choice.LOWER_OF_TWO
    else:
        expected = Choice.ABOVE if order.index(band) > order.index(allowed[0]) else Choice.BELOW
    assert chosen is expected
    assert chosen.needs_reason is (expected is not Choice.WITHIN)
    assert chosen.needs_sign_off is (expected in (Choice.LOWER_OF_TWO, Choice.BELOW))
    assert chosen.tells_manager is (expected is Choice.ABOVE)


@pytest.mark.parametrize(
    ("overall", "band", "means"),
    [
        (17, GREEN, Choice.WITHIN),
        (17, AMBER, Choice.ABOVE),
        (17, RED, Choice.ABOVE),
        (18, AMBER, Choice.WITHIN),
        (18, GREEN, Choice.LOWER_OF_TWO),
        (22, GREEN, Choice.LOWER_OF_TWO),
        (23, GREEN, Choice.BELOW),
        (37, RED, Choice.ABOVE),
        (38, RED, Choice.WITHIN),
        (38, AMBER, Choice.LOWER_OF_TWO),
        (42, AMBER, Choice.LOWER_OF_TWO),
        (43, AMBER, Choice.BELOW),
        (60, GREEN, Choice.BELOW),
    ],
)
def test_a_choice_on_both_sides_of_each_boundary(overall: int, band: str, means: Choice) -> None:
    assert scoring.choice(NSCB, Total(overall, overall), band) is means


@pytest.mark.parametrize("level", range(6))
def test_indicator_ten_outranks_the_score_from_four_on(level: int) -> None:
    outranking = scoring.outranking(NSCB, {"exploitation": level, "missing": 5})
    assert outranking == (("exploitation",) if level >= 4 else ())
    assert scoring.outranking(NSCB, {}) == ()
    lowest = replace(NSCB, outranks={"missing": 1})
    assert scoring.outranking(lowest, {"missing": level}) == (("missing",) if level else ())
    assert scoring.outranking(lowest, {}) == ()


def test_the_second_worked_example_is_green_by_score_and_green_is_not_offered_first() -> None:
    made = build.made_assessment(Id(1), "1111111115", judgement=3)
    assert made.outranked_by(NSCB) == ("exploitation",)
    assert scoring.offered(NSCB, made.overall, True) == (RED, AMBER, GREEN)
    assert scoring.offered(NSCB, made.overall, False) == (GREEN, RED, AMBER)


def test_bands_have_an_order() -> None:
    assert [rank(each) for each in ("", GREEN, AMBER, RED, "blue")] == [0, 1, 2, 3, 0]
    assert (higher(GREEN, AMBER), higher(RED, AMBER), higher("", GREEN)) == (AMBER, RED, GREEN)


def test_the_instrument_tells_its_wording_and_its_bands() -> None:
    assert [each.key for each in NSCB.indicators] == list(INDICATORS)
    exploitation = NSCB.indicator("exploitation")
    assert [bool(exploitation.wording(each)) for each in range(6)] == [False, True, True, True, True, True]
    assert (NSCB.band_label(AMBER), NSCB.band_label("blue"), NSCB.band_label("")) == ("Amber", "blue", "")
    assert [each.key for each in NSCB.indicators if each.lists_people] == ["associates"]
    assert NSCB.key == OURS


def test_a_board_with_a_wider_overlap_goes_by_its_own_numbers() -> None:
    bands = tuple(replace(each, lowest=16) if each.key == AMBER else each for each in NSCB.bands)
    wider = replace(NSCB, bands=bands)
    assert scoring.allowed(wider, Total(16, 16)) == (AMBER, GREEN)
    assert scoring.allowed(wider, Total(15, 15)) == (GREEN,)
