"""A year of nights on paper, told apart in grey: a night away is filled, a day away for a time is framed; and bars."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from rise_desk.domain.nights import Month, Night
from rise_desk.domain.written import MONTHS
from rise_desk.reports.night_blocks import Bars, Calendar, Tally
from rise_desk.reports.paper import sheet
from rise_desk.reports.paper.columns import column
from rise_desk.reports.paper.flow import Box, Row, Strip, Words
from rise_desk.reports.paper.sheet import MEASURE, Style
from rise_desk.reports.paper.text import Typesetter

ACROSS = 6
"""How many months stand beside each other."""
WEEK = 7
CELL = 10.3
BETWEEN = 1.1
STEP = (MEASURE - WEEK * CELL) / (ACROSS - 1)
NAMES, APART = 13.0, 7.0
FILLED = "#36393c"

NAME = Style(size=8, leading=NAMES, bold=True)
QUIET = Style(size=6.5, leading=CELL, ink=sheet.SOFT)
SHORT = Style(size=6.5, leading=CELL, bold=True)
NIGHT = Style(size=6.5, leading=CELL, bold=True, ink="#ffffff")

HIGHEST, COUNT, UNDER = 26.0, 9.0, 10.0
GAP, BESIDE = 26.0, 2.0
LABEL = Style(size=6.5, leading=UNDER, ink=sheet.SOFT)
MANY = Style(size=6.5, leading=COUNT, bold=True)


def calendar_strips(calendar: Calendar, setter: Typesetter) -> list[Strip]:
    """The months in rows of six, each with its weeks from Monday; they stay together."""
    strips: list[Strip] = []
    for start in range(0, len(calendar.months), ACROSS):
        if strips:
            strips.append(Strip(height=APART))
        strips += _months(calendar.months[start : start + ACROSS], setter)
    return _held(strips)


def _months(months: Sequence[Month], setter: Typesetter) -> list[Strip]:
    names = [
        Words(place * STEP, line)
        for place, month in enumerate(months)
        for line in setter.lines(f"{MONTHS[month.first.month - 1][:3]} {month.first.year}", NAME, STEP)
    ]
    head = Strip(height=NAMES, words=tuple(names), row=Row())
    rows = zip_longest(*(each.weeks for each in months), fillvalue=())
    return [head, *(_week(row, months, setter) for row in rows)]


def _week(rows: Sequence[Sequence[date | None]], months: Sequence[Month], setter: Typesetter) -> Strip:
    words: list[Words] = []
    boxes: list[Box] = []
    for place, (row, month) in enumerate(zip(rows, months, strict=True)):
        for weekday, day in enumerate(row):
            if day is None:
                continue
            left, night = place * STEP + weekday * CELL, month.nights.get(day)
            (line,) = setter.lines(str(day.day), _style(night), CELL * 2)
            words.append(Words(left + (CELL - BETWEEN - line.width) / 2, line, column=place))
            if night is not None:
                boxes.append(_box(left, night))
    return Strip(height=CELL, words=tuple(words), boxes=tuple(boxes), row=Row())


def _style(night: Night | None) -> Style:
    if night is None:
        return QUIET
    return NIGHT if night.overnight else SHORT


def _box(left: float, night: Night) -> Box:
    side, top = CELL - BETWEEN, BETWEEN / 2
    if night.overnight:
        return Box(left, top, side, side, FILLED)
    return Box(left + 0.4, top + 0.4, side - 0.8, side - 0.8, sheet.INK, framed=True)


def bars_strips(bars: Bars, setter: Typesetter) -> list[Strip]:
    """Tallies beside each other, a bar as high as its share of the highest, its number above it."""
    many = sum(len(each.labels) for each in bars.tallies)
    step = (MEASURE - GAP * (len(bars.tallies) - 1)) / many
    names: list[Words] = []
    above: list[Words] = []
    under: list[Words] = []
    boxes: list[Box] = []
    left = 0.0
    for each in bars.tallies:
        names += column(setter, each.name, NAME, left, step * len(each.labels))[:1]
        boxes += _bars(each, left, step)
        above += _centred([str(count) if count else "" for count in each.counts], MANY, left, step, setter)
        under += _centred(each.labels, LABEL, left, step, setter)
        left += step * len(each.labels) + GAP
    tall = COUNT + HIGHEST + 2
    return _held(
        [
            Strip(height=NAMES, words=tuple(names), row=Row()),
            Strip(height=tall, words=tuple(above), boxes=tuple(boxes), row=Row()),
            Strip(height=UNDER, words=tuple(under), row=Row()),
        ]
    )


def _bars(tally: Tally, left: float, step: float) -> list[Box]:
    """A bar for each count; of none a line, so that the row is seen to be whole."""
    highest = max(*tally.counts, 1)
    tall = [max(HIGHEST * count / highest, 0.5) for count in tally.counts]
    return [
        Box(left + place * step, COUNT + HIGHEST - each, step - BESIDE, each, FILLED) for place, each in enumerate(tall)
    ]


def _centred(texts: Sequence[str], style: Style, left: float, step: float, setter: Typesetter) -> list[Words]:
    """A text in the middle under or over each bar."""
    found = []
    for place, text in enumerate(texts):
        (line,) = setter.cut(text, style, step * 2, 1)
        found.append(Words(left + place * step + (step - BESIDE - line.width) / 2, line, column=place))
    return [each for each in found if each.line.width]


def _held(strips: Sequence[Strip]) -> list[Strip]:
    return [*(replace(each, holds=True) for each in strips[:-1]), *strips[-1:]]
