"""Everything that can be typed is printed: the letter, or its name in brackets; read back from the finished page."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rise_desk.reports import paper
from rise_desk.reports.blocks import Paragraph
from rise_desk.reports.paper import letters, right_to_left
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.sheet import BODY
from rise_desk.reports.paper.text import Typesetter
from tests.reports.reading import bodies, document, squeezed

ANYTHING = st.characters(codec=None, exclude_categories=())
LOW = st.characters(max_codepoint=0xFFFF, exclude_categories=())
MARKS = st.sampled_from([*map(chr, range(0x300, 0x370)), *"aeio -\u034f"])
HYPHENS = st.sampled_from("ab-  \u00ad\u2010\u2011\ufffe\n")
RIGHT_TO_LEFT = st.sampled_from([*map(chr, (*range(0x590, 0x700), *range(0xFB1D, 0xFEFD))), *" ()123.,ab"])
EVERY_TEXT = st.one_of(
    st.text(ANYTHING, max_size=60),
    st.text(LOW, max_size=200),
    st.text(MARKS, max_size=40),
    st.text(HYPHENS, max_size=250),
)


def visible(text: str) -> list[str]:
    """The letters of a text that have a shape, composed as they are printed."""
    composed = unicodedata.normalize("NFC", text)
    return [
        char
        for char in composed
        if char in "\x1c\x1d\x1e\x1f" or (char not in letters.UNSEEN and char.strip() and char != "\u2800")
    ]


def read_back(text: str, fonts: Fonts) -> str:
    return bodies(paper.render(document(Paragraph(text=text), title=""), fonts))


def expected(char: str) -> str:
    """The letter, as readers spell it out (ﬁ as fi), or its name."""
    spelled = squeezed(unicodedata.normalize("NFKC", char))
    return "|".join(map(re.escape, (char, spelled, squeezed(letters.name_of(char)))))


@settings(max_examples=150)
@given(text=EVERY_TEXT)
def test_whatever_is_typed_is_read_back_in_order(text: str, computers_fonts: Fonts) -> None:
    assume(not right_to_left.SCRIPT.search(text))
    pattern = "".join(f"(?:{expected(char)})" for char in visible(text))
    assert re.fullmatch(pattern, read_back(text, computers_fonts))


@settings(max_examples=60)
@given(text=EVERY_TEXT)
def test_the_same_without_any_font_of_the_computer(text: str, vera: Fonts) -> None:
    assume(not right_to_left.SCRIPT.search(text))
    pattern = "".join(f"(?:{expected(char)})" for char in visible(text))
    assert re.fullmatch(pattern, read_back(text, vera))


@settings(max_examples=150)
@given(text=st.text(RIGHT_TO_LEFT, max_size=80))
def test_every_letter_beside_arabic_and_hebrew_is_read_back(text: str, computers_fonts: Fonts) -> None:
    """Readers guess at the order of mixed lines and turn signs such as ¼ into others there, so letters are counted."""
    composed = unicodedata.normalize("NFC", text)
    shown = letters.with_marks_seen(composed)
    wanted = Counter(filter(_is_letter, visible(shown)))
    read = read_back(text, computers_fonts)
    got = Counter(unicodedata.normalize("NFD", read))
    for char, count in wanted.items():
        named = all(word in read for word in letters.name_of(char)[1:-1].split())
        assert named or all(got[part] >= count for part in unicodedata.normalize("NFD", char)), char


def _is_letter(char: str) -> bool:
    category = unicodedata.category(char)
    return unicodedata.normalize("NFKC", char) == char and (category[0] in "LM" or category == "Nd")


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا",
        "قالت سلام عليكم",
        "הוא אמר שלום",
        "לא",
        "Fatima said مرحبا",
        "Zażółć gęślą jaźń",
        "Llŷn, Ŵ and ŵ, Siân",
        "<b>Smith & <script>alert(1)</script>",
        "O'Brien – “quoted” … £5 €5 ½ ✓",
        "Đặng Thị Hương",
        "Ελένη Жанна",
    ],
)
def test_what_people_write_is_read_back_exactly(text: str, computers_fonts: Fonts) -> None:
    assert read_back(text, computers_fonts) == squeezed(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("😀", "[grinning face]"),
        ("中", "[CJK unified ideograph-4E2D]"),
        ("র", "[bengali letter ra]"),
        ("ਪ", "[gurmukhi letter pa]"),
        ("\x07", "[character 0007]"),
        ("\x00", "[character 0000]"),
        ("\x1c", "[character 001C]"),
        ("\ud83d", "[character D83D]"),
        ("\uffff", "[character FFFF]"),
        ("\ue000", "[character E000]"),
        ("\U0010ffff", "[character 10FFFF]"),
        ("a\u0300\u0316\u0316", "à\u0316[combining grave accent below]"),
        ("\u0301", "[combining acute accent]"),
        ("x \u0301", "x [combining acute accent]"),
        ("\ufffc", "[object replacement character]"),
    ],
)
def test_what_no_page_can_carry_is_printed_by_its_name(text: str, printed: str, computers_fonts: Fonts) -> None:
    assert read_back(text, computers_fonts) == squeezed(printed)


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d", "\u00ad", "\ufeff", "\ufe0f", "\u2066", "\u202e"])
def test_letters_without_a_shape_leave_no_trace(unseen: str, computers_fonts: Fonts) -> None:
    assert read_back(f"left{unseen}right", computers_fonts) == "leftright"


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u2003", "\u3000", "\u2800"])
def test_every_sort_of_space_is_a_space(space: str, setter: Typesetter) -> None:
    (line,) = setter.lines(f"a{space}b", BODY, 400)
    assert re.fullmatch("a +b", line.runs[0].text)


def test_a_mark_keeps_its_letter_across_a_joiner() -> None:
    assert letters.with_marks_seen("a\u034f\u0316") == "a\u034f\u0316"


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_way_to_end_a_line_ends_one(ending: str) -> None:
    assert letters.paragraphs(f"one{ending}two") == ["one", "two"]


def test_accents_are_composed_as_fonts_hold_them() -> None:
    assert letters.paragraphs("Sia\u0302n") == ["Siân"]
