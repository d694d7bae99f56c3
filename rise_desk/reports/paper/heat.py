"""The heat-strip on paper: greys that a black-and-white laser keeps apart, a number in each, bands by shape."""

from collections.abc import Callable
from dataclasses import dataclass

from rise_desk.domain import heat_axis
from rise_desk.domain.heat import Cell, Column, Lane, Row, Strip, years
from rise_desk.reports.paper import shapes, sheet
from rise_desk.reports.paper.columns import column
from rise_desk.reports.paper.flow import Box, Words
from rise_desk.reports.paper.flow import Row as Reading
from rise_desk.reports.paper.flow import Strip as Line
from rise_desk.reports.paper.sheet import MEASURE, Style
from rise_desk.reports.paper.text import Typesetter

LABELS = 92.0
BROADEST = 92.0
BETWEEN = 2.4
ROW, HEAD, LANE = 14.4, 11.6, 14.4
TICK, DOT = 1.3, 4.0

TINTS = ("#ffffff", "#e6eaed", "#c6cfd7", "#9ea5aa", "#6a6f73", "#36393c")
"""The ground of a cell by its score; not yet known is a white cell in a frame, which no score has."""
ON_DARK_FROM = 4
DARK_TYPE, LIGHT_TYPE = sheet.INK, "#ffffff"

DAY = Style(size=8, leading=HEAD, ink=sheet.SOFT)
BAND = Style(size=8, leading=HEAD, bold=True)
SUM = Style(size=7.5, leading=HEAD)
LABEL = Style(size=8, leading=ROW)
SCORE = Style(size=8, leading=ROW)
HIGH_SCORE = Style(size=8, leading=ROW, bold=True, ink=LIGHT_TYPE)
UNKNOWN = Style(size=8, leading=ROW, bold=True)
BELOW = Style(size=8, leading=LANE)
QUIET = Style(size=8, leading=LANE, ink=sheet.SOFT)


def ground(score: int) -> str:
    """The grey under a score."""
    return TINTS[score]


def ink(score: int) -> str:
    """The type on that grey: white on the dark ones."""
    return _score_style(score).ink


def heat_strips(strip: Strip, setter: Typesetter) -> list[Line]:
    """The strip as lines of type that stay together on one page."""
    if not strip.columns:
        return []
    draw = _Drawing(strip, setter)
    lines = [*draw.heads(), *(draw.row(each) for each in strip.rows), *map(draw.lane, strip.lanes)]
    lines += draw.footnotes()
    return [*(_held(each) for each in lines[:-1]), lines[-1]]


def _held(line: Line) -> Line:
    return Line(height=line.height, words=line.words, boxes=line.boxes, row=line.row, holds=True)


def _score_style(score: int) -> Style:
    if not score:
        return UNKNOWN
    return HIGH_SCORE if score >= ON_DARK_FROM else SCORE


@dataclass(frozen=True)
class _Drawing:
    """One strip with its typesetter: how broad its columns are and where they stand."""

    strip: Strip
    setter: Typesetter

    @property
    def step(self) -> float:
        return min((MEASURE - LABELS) / heat_axis.breadth(self.strip), BROADEST)

    def heads(self) -> list[Line]:
        """The days, the bands by shape and word, the sums, and which band waits where one does."""
        lines = [
            *([self._years()] if any(years(self.strip)) else []),
            self._head("", self._day, DAY),
            self._head("Band", lambda each: each.band_label, BAND, shaped=True),
            self._head("Score", self._sum, SUM),
        ]
        if any(each.waits for each in self.strip.columns):
            lines.append(self._head("", lambda each: each.waiting, SUM))
        *others, final = lines
        return [*others, Line(height=final.height + 3, words=final.words, boxes=final.boxes, row=final.row)]

    def _years(self) -> Line:
        told = dict(zip((each.assessment for each in self.strip.columns), years(self.strip), strict=True))
        return self._head("", lambda each: told[each.assessment], DAY)

    def row(self, row: Row) -> Line:
        """One indicator: a box for each score, with the number in it."""
        cells = list(enumerate(row.cells))
        words = [*self._label(row.label, LABEL), *(self._number(place, each) for place, each in cells)]
        boxes = tuple(self._box(place, each) for place, each in cells)
        return Line(height=ROW, words=tuple(words), boxes=boxes, row=Reading())

    def lane(self, lane: Lane) -> Line:
        """What happened beside the assessments, where on their axis it was."""
        words, boxes = self._label(lane.label, QUIET), []
        placed = heat_axis.drawn(lane, self.strip)
        ends = [*(at for at, _text in placed), heat_axis.breadth(self.strip)][1:]
        for (at, text), end in zip(placed, ends, strict=True):
            left = LABELS + at * self.step
            if not text:
                boxes.append(Box(left - TICK / 2, 3, TICK, LANE - 6, sheet.INK))
                continue
            boxes.append(Box(left - DOT / 2, (LANE - DOT) / 2, DOT, DOT, sheet.INK))
            room = (end - at) * self.step - 2 * DOT
            if room > 0:
                words += [Words(left + DOT, each) for each in self.setter.cut(text, BELOW, room, 1)]
        return Line(height=LANE, words=tuple(words), boxes=tuple(boxes), row=Reading())

    def footnotes(self) -> list[Line]:
        """What the marks mean that this strip bears."""
        told = [text for text in (self._other_instruments(), self._unknown(), self._earlier()) if text]
        return [
            Line(height=LANE, words=(each,))
            for text in told
            for each in column(self.setter, text, QUIET, LABELS, MEASURE - LABELS)
        ]

    def _other_instruments(self) -> str:
        made = dict.fromkeys(each.made_with for each in self.strip.columns if each.made_with)
        return f"* made with another instrument: {'; '.join(made)}" if made else ""

    def _unknown(self) -> str:
        return "? not yet known" if any(not cell.score for row in self.strip.rows for cell in row.cells) else ""

    def _earlier(self) -> str:
        early = [(each.label, heat_axis.earlier(each, self.strip)) for each in self.strip.lanes]
        said = ", ".join(f"{label} {many}" for label, many in early if many)
        return f"Earlier than the first column: {said}" if said else ""

    def _head(self, label: str, text_of: Callable[[Column], str], style: Style, *, shaped: bool = False) -> Line:
        words = self._label(label, DAY) if label else []
        told = [(place, each) for place, each in enumerate(self.strip.columns) if text_of(each)]
        for place, each in told:
            shape = each.band if shaped else ""
            before = shapes.room(shape, style) if shape else 0.0
            (line,) = self.setter.cut(text_of(each), style, self.step - before, 1)
            left = self._left(place) + (self.step - BETWEEN - line.width - before) / 2 + before
            words.append(Words(left, line, shape=shape))
        return Line(height=HEAD, words=tuple(words), row=Reading())

    def _label(self, text: str, style: Style) -> list[Words]:
        lines = self.setter.cut(text, style, LABELS - 8, 1)
        return [Words(LABELS - 8 - each.width, each) for each in lines]

    def _day(self, each: Column) -> str:
        return f"{each.label} *" if each.made_with else each.label

    def _sum(self, each: Column) -> str:
        fits = self.setter.width(each.sum_words, SUM) <= self.step - BETWEEN
        return each.sum_words if fits else each.total

    def _left(self, place: int) -> float:
        return LABELS + place * self.step

    def _number(self, place: int, cell: Cell) -> Words:
        (line,) = self.setter.lines(cell.text, _score_style(cell.score), self.step)
        return Words(self._left(place) + (self.step - BETWEEN - line.width) / 2, line)

    def _box(self, place: int, cell: Cell) -> Box:
        tall, wide = ROW - BETWEEN, self.step - BETWEEN
        if cell.score:
            return Box(self._left(place), BETWEEN / 2, wide, tall, ground(cell.score))
        return Box(self._left(place) + 0.5, BETWEEN / 2 + 0.5, wide - 1, tall - 1, sheet.SOFT, framed=True)
