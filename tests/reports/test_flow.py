"""How strips fall onto pages: what belongs together stays together, and whatever is long flows on."""

from hypothesis import given
from hypothesis import strategies as st

from rise_desk.reports.paper.flow import Page, Strip, held, pages

LINE = Strip(height=10)
HEADING = Strip(height=10, holds=True)
GAP = Strip(height=5, gap=True)


def tops(filled: list[Page]) -> list[list[float]]:
    return [[placed.top for placed in page] for page in filled]


def test_nothing_is_one_empty_page() -> None:
    assert pages([], 100) == [[]]


def test_lines_follow_each_other_until_the_page_is_full() -> None:
    assert tops(pages([LINE] * 5, 30)) == [[0, 10, 20], [0, 10]]
    assert tops(pages([LINE] * 3, 30)) == [[0, 10, 20]]


def test_a_heading_goes_over_with_what_follows() -> None:
    assert [len(page) for page in pages([LINE, LINE, HEADING, LINE], 30)] == [2, 2]
    assert [len(page) for page in pages([LINE, HEADING, LINE], 30)] == [3]


def test_a_heading_at_the_very_end_stands() -> None:
    assert [len(page) for page in pages([LINE, HEADING], 30)] == [2]


def test_a_gap_vanishes_at_the_top_of_a_page() -> None:
    assert tops(pages([LINE, LINE, LINE, GAP, LINE], 30)) == [[0, 10, 20], [0]]
    assert tops(pages([GAP, LINE], 30)) == [[0]]
    assert tops(pages([LINE, GAP, LINE], 30)) == [[0, 10, 15]]


def test_what_holds_together_and_is_too_long_for_a_page_flows_all_the_same() -> None:
    assert [len(page) for page in pages([HEADING] * 7, 30)] == [3, 3, 1]


def test_a_page_that_begins_in_the_middle_says_again_what_it_is() -> None:
    again = Strip(height=10, rule=True)
    inside = Strip(height=10, again=again)
    filled = pages([LINE, inside, inside, inside, inside], 30)
    assert [[placed.strip for placed in page] for page in filled] == [
        [LINE, inside, inside],
        [again, inside, inside],
    ]


def test_what_is_said_again_counts_against_the_page() -> None:
    inside = Strip(height=10, holds=True, again=Strip(height=10))
    filled = pages([inside] * 3, 30)
    assert all(placed.top + placed.strip.height <= 30 for page in filled for placed in page)


def test_a_text_holds_its_first_two_lines_and_its_last_two() -> None:
    assert [strip.holds for strip in held([LINE] * 5)] == [True, False, False, True, False]
    assert [strip.holds for strip in held([LINE] * 3)] == [True, True, False]
    assert [strip.holds for strip in held([LINE] * 2)] == [True, False]
    assert [strip.holds for strip in held([LINE])] == [False]
    assert [strip.holds for strip in held([LINE] * 6, first=4)] == [True, True, True, False, True, False]


@given(
    st.lists(st.builds(Strip, height=st.integers(1, 30).map(float), holds=st.booleans(), gap=st.booleans())),
    st.integers(30, 90),
)
def test_nothing_falls_off_a_page_and_only_gaps_are_dropped(strips: list[Strip], height: int) -> None:
    filled = pages(strips, height)
    assert all(placed.top + placed.strip.height <= height for page in filled for placed in page)
    kept = [placed.strip for page in filled for placed in page]
    assert [each for each in kept if not each.gap] == [each for each in strips if not each.gap]


def test_a_gap_higher_than_any_page_begins_a_new_one_and_no_empty_page() -> None:
    onwards = Strip(height=10_000, gap=True)
    assert [len(page) for page in pages([LINE, onwards, GAP, LINE], 30)] == [1, 1]
    assert [len(page) for page in pages([LINE, GAP, onwards, onwards, LINE, LINE], 30)] == [2, 2]
    assert [len(page) for page in pages([onwards, LINE], 30)] == [1]
