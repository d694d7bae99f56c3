"""Arabic and Hebrew: joined letters, and the order in which a line is drawn."""

import pytest

from rise_desk.reports.paper.right_to_left import drawn_order, joined, starts_right

BASE = {"b": "ب", "l": "ل", "a": "ا", "m": "م", "~": "ـ", ".": "\u200c", "+": "\u200d", "'": "\u064b"}


def _typed(keys: str) -> str:
    return "".join(BASE.get(key, key) for key in keys)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("b", "\ufe8f"),
        ("bb", "\ufe91\ufe90"),
        ("bbb", "\ufe91\ufe92\ufe90"),
        ("ba", "\ufe91\ufe8e"),
        ("ab", "\ufe8d\ufe8f"),
        ("b b", "\ufe8f \ufe8f"),
        ("la", "\ufefb"),
        ("bla", "\ufe91\ufefc"),
        ("b~", "\ufe91ـ"),
        ("b+", "\ufe91\u200d"),
        ("b.b", "\ufe8f\u200c\ufe8f"),
        ("b'b", "\ufe91\u064b\ufe90"),
        ("bx", "\ufe8fx"),
    ],
)
def test_letters_take_the_form_their_neighbours_ask_for(typed: str, drawn: str) -> None:
    assert joined(_typed(typed), lambda _: True) == drawn


def test_a_form_that_no_font_has_stays_the_plain_letter() -> None:
    assert joined(_typed("bla"), lambda form: form != "\ufefc") == "\ufe91لا"


# Capitals stand for Hebrew letters, as in the examples of UAX 9.
def _hebrew(text: str) -> str:
    return "".join(chr(0x5D0 + ord(char) - ord("A")) if "A" <= char <= "Z" else char for char in text)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("car means CAR.", "car means RAC."),
        ("he said ABC DEF now", "he said FED CBA now"),
        ("ABC (DEF) abc", "(FED) CBA abc"),
        ("ab AB 12 CD", "ab DC 12 BA"),
        ("ab 12-14 AB", "ab 12-14 BA"),
        ("AB 12,5 AB", "BA 12,5 BA"),
        ("AB 5% x", "5% BA x"),
        ("x 5% AB", "x 5% BA"),
        ("AB (CD", "DC) BA"),
        ("AB) CD", "DC (BA"),
        ("AB (c) DE", "BA (c) ED"),
        ("AB () CD", "DC () BA"),
        ("ab (CD) ef", "ab (DC) ef"),
        ("AB [(CD] EF", "FE [DC)] BA"),
        ("a - b AB-", "a - b BA-"),
        ("AB\u0301C x", "CB\u0301A x"),
        ("", ""),
    ],
)
def test_a_line_that_runs_left_to_right(typed: str, drawn: str) -> None:
    assert drawn_order(_hebrew(typed), right=False) == _hebrew(drawn)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("ABC.", ".CBA"),
        ("HE SAID hello THEN", "NEHT hello DIAS EH"),
        ("A (b c) D", "D (b c) A"),
        ("CALL 07700 NOW", "WON 07700 LLAC"),
        ("A: 12:30!", "!12:30 :A"),
        ("hello", "hello"),
    ],
)
def test_a_line_that_runs_right_to_left(typed: str, drawn: str) -> None:
    assert drawn_order(_hebrew(typed), right=True) == _hebrew(drawn)


@pytest.mark.parametrize(
    ("text", "right"), [("ABC abc", True), ("abc ABC", False), ("12 (ABC", True), ("12", False), ("مرحبا", True)]
)
def test_the_first_letter_with_a_direction_decides(text: str, right: bool) -> None:
    assert starts_right(_hebrew(text)) is right
