"""Columns of type beside each other, cut into strips that share their lines."""

from collections.abc import Sequence
from itertools import zip_longest

from rise_desk.reports.led import Led
from rise_desk.reports.paper import shapes
from rise_desk.reports.paper.flow import Row, Strip, Words
from rise_desk.reports.paper.sheet import Style
from rise_desk.reports.paper.text import Typesetter


def column(setter: Typesetter, text: str, style: Style, at: float, measure: float) -> list[Words]:
    """A text in a column `at` points from the left; what runs right to left starts at the column's right.

    A shape that leads it stands before its first line, and the others are set under that one.
    """
    if isinstance(text, Led):
        room = shapes.before(text, style)
        first, *rest = column(setter, str(text), style, at + room, measure - room)
        return [Words(first.at, first.line, shape=text.shape), *rest]
    lines = setter.lines(text, style, measure)
    return [Words(at + measure - line.width if line.right else at, line) for line in lines]


def flush_right(setter: Typesetter, text: str, style: Style, at: float, measure: float) -> list[Words]:
    """A text whose lines all end at the right edge of their column."""
    return [Words(at + measure - line.width, line) for line in setter.lines(text, style, measure)]


def beside(*columns: Sequence[Words]) -> list[Strip]:
    """The strips of columns that start on the same line; they are read column by column."""
    row = Row()
    strips = []
    for across in zip_longest(*columns):
        words = tuple(Words(each.at, each.line, number, each.shape) for number, each in enumerate(across) if each)
        strips.append(Strip(height=max(each.line.style.leading for each in words), words=words, row=row))
    return strips
