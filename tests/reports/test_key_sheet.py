"""The sheet of keys on paper: one page, two columns, unmarked since it holds nothing of any file."""

import pytest

from rise_desk.domain.moments import Moment
from rise_desk.reports import key_sheet
from rise_desk.reports.blocks import Fact, Listing, as_text
from rise_desk.reports.paper import listing, render
from rise_desk.reports.paper.fonts import Fonts
from rise_desk.reports.paper.text import Typesetter
from tests.reports.reading import MARKING, document, page_texts

NOW = Moment("2026-11-21T10:00+00:00")
GROUPS = tuple((f"Group {number}", (("Ctrl+N", f"Act {number}"), ("Ctrl+O", "Another"))) for number in range(12))


def test_it_is_one_unmarked_page_read_column_by_column(computers_fonts: Fonts) -> None:
    made = key_sheet.build(GROUPS, version="0.2.0", now=NOW)
    (page,) = page_texts(render(made, computers_fonts))
    assert MARKING not in page
    assert "printed by" not in page
    assert "RISE Desk 0.2.0, keys · 21 November 2026 at 10:00am page 1 of 1" in page
    places = [page.index(f"Group {number} Ctrl+N Act {number} Ctrl+O") for number in range(12)]
    assert places == sorted(places)


def test_the_same_as_text() -> None:
    text = as_text(key_sheet.build(GROUPS[:1], version="0.2.0", now=NOW))
    assert MARKING not in text
    assert text.startswith("RISE Desk: keys\n")
    assert "GROUP 0\nCtrl+N: Act 0\nCtrl+O: Another\n" in text
    assert text.endswith("RISE Desk 0.2.0, keys · 21 November 2026 at 10:00am\n")


def test_what_is_marked_stays_marked() -> None:
    text = as_text(document())
    assert text.startswith(f"{MARKING}\n\n")
    assert text.endswith(f"\n{MARKING}\n")
    assert "printed by Priya Nair" in text


@pytest.mark.parametrize(("sizes", "left"), [([3], 1), ([3, 3], 1), ([9, 2, 2], 1), ([2, 2, 9], 2), ([4, 4, 4, 4], 2)])
def test_both_columns_end_as_evenly_as_can_be(sizes: list[int], left: int, setter: Typesetter) -> None:
    groups = tuple(("Group", tuple(Fact(label="F1", value="x") for _ in range(size))) for size in sizes)
    strips = listing.listing_strips(Listing(groups=groups), setter)
    words = [each for strip in strips for each in strip.words]
    titles = [each for each in words if each.line.runs[0].text == "Group"]
    assert sum(each.column == 0 for each in titles) == left
    assert all((each.at >= listing.RIGHT) is (each.column == 1) for each in words)


def test_a_long_fact_takes_as_many_lines_as_it_needs(setter: Typesetter) -> None:
    long = Fact(label="Ctrl+Shift+Page Down or Ctrl+Shift+Page Up", value="what they do is told at length " * 3)
    strips = listing.listing_strips(Listing(groups=(("Group", (long, Fact(label="F1", value="Help"))),)), setter)
    assert len(strips) >= 5
    assert [words.line.runs[0].text for words in strips[-1].words] == ["F1", "Help"]
