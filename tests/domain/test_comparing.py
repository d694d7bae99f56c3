"""Three versions of one record, field by field: nothing of anybody's is dropped that nobody chose to drop."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import life
from rise_desk.domain.comparing import Choice, Difference, differences
from rise_desk.domain.person import Person

THEIRS, MINE, BOTH = Choice.THEIRS, Choice.MINE, Choice.BOTH


def _difference(original: Any, theirs: Any, mine: Any, *, joins: bool = False) -> Difference:
    return Difference(name="x", original=original, theirs=theirs, mine=mine, joins=joins)


@pytest.mark.parametrize(
    ("original", "theirs", "mine", "joins", "choices"),
    [
        ("a", "b", "a", False, (THEIRS,)),
        ("a", "a", "b", False, (MINE,)),
        ("a", "b", "c", False, (MINE, THEIRS)),
        ("a", "b", "c", True, (BOTH, MINE, THEIRS)),
        ("a", "", "c", True, (MINE, THEIRS)),
        ("a", "b", "", True, (MINE, THEIRS)),
        ((), ("b",), ("c",), False, (BOTH, MINE, THEIRS)),
        ((), (), ("c",), False, (MINE,)),
    ],
)
def test_the_usual_choice_comes_first(
    original: Any, theirs: Any, mine: Any, joins: bool, choices: tuple[Choice, ...]
) -> None:
    assert _difference(original, theirs, mine, joins=joins).choices == choices


def test_only_fields_in_which_the_two_differ_are_told_the_disputed_first() -> None:
    first = Person(given_name="Maisie", known_as="Maz", gender="", background="")
    theirs = first.changed(gender="female", background="Theirs.", known_as="M")
    mine = {"given_name": "Maisy", "known_as": "M", "gender": "", "background": "Mine."}
    found = differences(first, theirs, mine, joins=("background",))
    assert [(each.name, each.disputed) for each in found] == [
        ("background", True),
        ("given_name", False),
        ("gender", False),
    ]
    assert [each.chosen(each.choices[0]) for each in found] == ["Theirs.\n\nMine.", "Maisy", "female"]
    assert (found[0].chosen(THEIRS), found[0].chosen(MINE)) == ("Theirs.", "Mine.")


@pytest.mark.parametrize(
    ("original", "theirs", "mine", "both"),
    [
        ("Begun.", "Begun. Theirs.", "Begun. Mine.", "Begun. Theirs.\n\nMine."),
        ("Begun.", "Changed.", "Other.", "Changed.\n\nOther."),
        ("", "Theirs.\n", "\nMine.", "Theirs.\n\nMine."),
    ],
)
def test_two_texts_stand_one_after_the_other(original: str, theirs: str, mine: str, both: str) -> None:
    assert _difference(original, theirs, mine, joins=True).chosen(BOTH) == both


def test_both_keeps_what_each_added_and_drops_what_either_took_out() -> None:
    a, b, c, mine, theirs = (life.Alias(name=name) for name in ("A", "B", "C", "Mine", "Theirs"))
    found = _difference((a, b, c), (a, b, theirs), (b, c, mine))
    assert found.chosen(BOTH) == (b, theirs, mine)


def test_a_question_that_both_answered_is_answered_once_and_as_i_did() -> None:
    def answer(question: str, text: str) -> life.FrontSheetAnswer:
        return life.FrontSheetAnswer(question=question, answer=text)

    first = (answer("q1", ""),)
    found = _difference(
        first, (answer("q1", "theirs"), answer("q2", "theirs")), (answer("q1", "mine"), answer("q3", "mine"))
    )
    assert found.chosen(BOTH) == (answer("q2", "theirs"), answer("q1", "mine"), answer("q3", "mine"))


NAMES = st.lists(st.sampled_from("ABCDEF").map(lambda name: life.Alias(name=name)), unique=True, max_size=6).map(tuple)


@given(NAMES, NAMES, NAMES)
def test_nothing_that_anybody_added_is_lost_by_both(
    original: tuple[Any, ...], theirs: tuple[Any, ...], mine: tuple[Any, ...]
) -> None:
    both = _difference(original, theirs, mine).chosen(BOTH)
    assert len(set(both)) == len(both)
    for each in {*theirs, *mine} - {*original}:
        assert each in both
    for each in original:
        assert (each in both) == (each in theirs and each in mine)
