"""The recovery key and the one-day code survive being written down, read aloud and typed."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rise_desk.errors import Invalid
from rise_desk.storage.codes import ALPHABET, new_code, new_recovery_key, read_code, read_recovery_key


def test_a_recovery_key_is_nine_groups_of_three_and_never_the_same() -> None:
    made = {new_recovery_key() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{3}-){8}[0-9A-HJKMNP-TV-Z]{3}", key) for key in made)
    assert set("".join(made)) == {*ALPHABET, "-"}


@pytest.mark.parametrize(
    "change", [str.lower, lambda key: key.replace("-", ""), lambda key: f" {key}\n".replace("-", " – ")]
)
def test_case_spaces_and_dashes_are_forgiven(change: Callable[[str], str]) -> None:
    key = new_recovery_key()
    assert read_recovery_key(change(key)) == key


def test_lookalikes_are_forgiven() -> None:
    key = "O0I-1L0-000-000-000-000-000-000-00"
    with pytest.raises(Invalid) as caught:
        read_recovery_key(key + "X")
    check = next(letter for letter in ALPHABET if _reads(key + letter))
    assert read_recovery_key(key + check) == read_recovery_key(key.replace("O", "0").replace("L", "i") + check)
    assert "slip" in str(caught.value)


def _reads(text: str) -> bool:
    try:
        return bool(read_recovery_key(text))
    except Invalid:
        return False


@settings(max_examples=30, deadline=None)
@given(st.text(ALPHABET, min_size=26, max_size=26))
def test_every_single_slip_and_every_swap_is_caught(start: str) -> None:
    whole = next(start + letter for letter in ALPHABET if _reads(start + letter))
    for place in range(27):
        for letter in ALPHABET:
            slip = whole[:place] + letter + whole[place + 1 :]
            assert _reads(slip) == (slip == whole)
        for other in range(place):
            swapped = list(whole)
            swapped[place], swapped[other] = swapped[other], swapped[place]
            assert _reads("".join(swapped)) == ("".join(swapped) == whole)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "has 27 characters; this has 0"),
        ("ABC-DEF", "has 27 characters; this has 6"),
        ("A" * 28, "this has 28"),
        ("ABC-DEU", "never has the character U"),
        ("ß" * 27, "this has 54"),
        ("?" + "A" * 26, r"never has the character \?"),
    ],
)
def test_what_is_wrong_is_said(typed: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence) as caught:
        read_recovery_key(typed)
    assert list(caught.value.fields) == ["recovery_key"]


def test_a_code_is_three_groups_of_five_read_back_however_typed() -> None:
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    for code in codes:
        assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}", code)
        assert read_code(code.lower().replace("-", " ").replace("0", "O")) == code


@pytest.mark.parametrize("text", ["", "my own password", "ABCDE-FGHJK-MNPQ", "UUUUU-UUUUU-UUUUU"])
def test_what_is_no_code_comes_back_as_it_was(text: str) -> None:
    assert read_code(text) == text
