"""A listing on paper: groups of short lines in two columns, filled one after the other, no group torn apart."""

from collections.abc import Sequence
from itertools import zip_longest

from rise_desk.reports import blocks
from rise_desk.reports.paper import sheet
from rise_desk.reports.paper.columns import column
from rise_desk.reports.paper.flow import Row, Strip, Words
from rise_desk.reports.paper.text import Typesetter

HALF = (sheet.MEASURE - sheet.GUTTER) / 2
RIGHT = HALF + sheet.GUTTER
LABEL = 112.0
LEADING = 9.9
Lines = list[list[Words]]


def listing_strips(listing: blocks.Listing, setter: Typesetter) -> list[Strip]:
    """The groups as strips: those of the first half at the left, the others at the right."""
    many = _first_half([len(_column([each], 0, 0, setter)) + 1 for each in listing.groups])
    left = _column(listing.groups[:many], 0, 0, setter)
    right = _column(listing.groups[many:], RIGHT, 1, setter)
    row = Row()
    across = zip_longest(left, right, fillvalue=list[Words]())
    return [Strip(height=LEADING, words=(*one, *other), row=row) for one, other in across]


def _first_half(sizes: Sequence[int]) -> int:
    """How many groups stand at the left, so that both columns end as evenly as can be."""
    whole = sum(sizes)
    return min(range(len(sizes), -1, -1), key=lambda many: abs(whole - 2 * sum(sizes[:many])))


def _column(groups: Sequence[tuple[str, tuple[blocks.Fact, ...]]], at: float, number: int, setter: Typesetter) -> Lines:
    lines: Lines = []
    for title, facts in groups:
        if lines:
            lines.append([])
        lines += [[each] for each in column(setter, title, sheet.STRONG, at, HALF)]
        for fact in facts:
            called = column(setter, fact.label, sheet.SMALL_STRONG, at, LABEL - 6)
            said = column(setter, fact.value, sheet.BODY, at + LABEL, HALF - LABEL)
            lines += [[each for each in pair if each] for pair in zip_longest(called, said)]
    return [[Words(each.at, each.line, number) for each in line] for line in lines]
