"""What is typed before printing: which pages, how many copies, and a sentence for whatever can't be."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.print_pages import copies_asked, pages_asked


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1", (0,)),
        ("12", (11,)),
        ("1-3, 5", (0, 1, 2, 4)),
        ("5,1-3", (0, 1, 2, 4)),
        ("1 - 3", (0, 1, 2)),
        ("1–3", (0, 1, 2)),
        ("1 3", (0, 2)),
        ("1;3", (0, 2)),
        ("2-2", (1,)),
        ("10-", (9, 10, 11)),
        ("1-3, 2-4, 4", (0, 1, 2, 3)),
        (" 7 , ", (6,)),
        ("1-12", tuple(range(12))),
        ("007", (6,)),
    ],
)
def test_pages_are_read(text: str, pages: tuple[int, ...]) -> None:
    assert pages_asked(text, 12) == pages


@pytest.mark.parametrize(
    ("text", "of", "said"),
    [
        ("", 12, "Enter which pages, such as 1-3, 5."),
        (" , ", 12, "Enter which pages, such as 1-3, 5."),
        ("13", 12, "There is no page 13: this paper has 12 pages."),
        ("1-13", 12, "There is no page 13: this paper has 12 pages."),
        ("13-", 12, "There is no page 13: this paper has 12 pages."),
        ("0", 12, "There is no page 0: this paper has 12 pages."),
        ("0-3", 12, "There is no page 0: this paper has 12 pages."),
        ("2", 1, "There is no page 2: this paper has one page."),
        ("3-1", 12, "“3-1” runs backwards. Write 1-3."),
        ("-3", 12, "“-3” can't be read as pages. Write them such as 1-3, 5."),
        ("1-2-3", 12, "“1-2-3” can't be read as pages. Write them such as 1-3, 5."),
        ("all", 12, "“all” can't be read as pages. Write them such as 1-3, 5."),
        ("٣", 12, "“٣” can't be read as pages. Write them such as 1-3, 5."),
        ("1.5", 12, "“1.5” can't be read as pages. Write them such as 1-3, 5."),
        ("9" * 5000, 12, f"“{'9' * 20}…” can't be read as pages. Write them such as 1-3, 5."),
    ],
)
def test_what_can_not_be_read_as_pages_is_said(text: str, of: int, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        pages_asked(text, of)


@given(st.text("0123456789-–,; ax", max_size=20), st.integers(1, 30))
def test_whatever_is_typed_gives_pages_that_are_there_or_a_sentence(text: str, of: int) -> None:
    pages: tuple[int, ...] = (0,)
    with suppress(ValueError):
        pages = pages_asked(text, of)
    assert pages == tuple(sorted(set(pages)))
    assert 0 <= pages[0] <= pages[-1] < of


@pytest.mark.parametrize(("text", "copies"), [("1", 1), (" 20 ", 20), ("03", 3)])
def test_copies_are_read(text: str, copies: int) -> None:
    assert copies_asked(text, 20) == copies


@pytest.mark.parametrize("text", ["", "0", "21", "-1", "two", "1.5", "٣", "9" * 5000])
def test_a_number_of_copies_that_can_not_be_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"^Enter a number from 1 to 20\.$"):
        copies_asked(text, 20)
