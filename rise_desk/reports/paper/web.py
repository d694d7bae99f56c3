"""A network on paper, in grey: kinds by shape, confidence by line, what is long ago faded, names under the shapes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import cos, hypot, pi, sin

from rise_desk.reports.paper import sheet
from rise_desk.reports.paper.flow import Strip, Stroke, Words
from rise_desk.reports.paper.sheet import MEASURE, Style
from rise_desk.reports.paper.text import Typesetter
from rise_desk.reports.web_blocks import DASHED, DOTTED, SOLID, Dot, Thread, Web

Point = tuple[float, float]

TALLEST, MARGIN = 470.0, 34.0
UNIT_MOST, UNIT_LEAST = 84.0, 20.0
"""How many points one unit of length takes, at most and at least."""

SIZE = 7.5
"""Half of how wide a shape is."""
NAME = Style(size=6.5, leading=7.6)
CENTRE = Style(size=7.5, leading=8.6, bold=True)
FADED, WHITE = "#b5bac0", "#ffffff"
DASHES = {SOLID: (), DASHED: (4.0, 2.4), DOTTED: (0.9, 2.2)}
WIDE, ROUND = 0.9, 28
SQUARE: tuple[Point, ...] = ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))
DIAMOND: tuple[Point, ...] = ((0, -1), (1, 0), (0, 1), (-1, 0))
OUTLINES: dict[str, tuple[Point, ...]] = {
    "place": ((-1, 0.9), (-1, -0.2), (0, -1.1), (1, -0.2), (1, 0.9)),
    "vehicle": ((-1.3, 0.6), (-1.3, -0.1), (-0.7, -0.6), (0.7, -0.6), (1.3, -0.1), (1.3, 0.6)),
    "phone": DIAMOND,
    "handle": DIAMOND,
}
"""The outlines of kinds in units of half a shape; a child is a circle, an adult a square."""


def web_strips(web: Web, setter: Typesetter) -> list[Strip]:
    """The drawing as one strip, as large as the sheet allows."""
    places, tall = _fitted(web)
    lines = [stroke for each in web.threads for stroke in _thread(each, places)]
    shapes = [stroke for place, each in enumerate(web.dots) for stroke in _shape(each, places[place])]
    unit = _unit(web)
    words = [word for place, each in enumerate(web.dots) for word in _name(each, places[place], unit, place, setter)]
    grounds = [_ground(each) for each in words]
    heads = [each for each in lines if each.fill]
    return [Strip(height=tall, words=tuple(words), strokes=(*lines, *grounds, *heads, *shapes))]


def _ground(words: Words) -> Stroke:
    """White under a name, so that no line runs through it."""
    left, right = words.at - 1, words.at + words.line.width + 1
    top, foot = words.down, words.down + words.line.style.leading
    corners = ((left, top), (right, top), (right, foot), (left, foot))
    return Stroke(points=corners, ink=WHITE, wide=0.1, fill=WHITE)


def _span(web: Web, axis: int) -> tuple[float, float]:
    along = [each.at[axis] for each in web.dots]
    return min(along), max(along)


def _unit(web: Web) -> float:
    (left, right), (top, foot) = _span(web, 0), _span(web, 1)
    across = (MEASURE - 2 * MARGIN) / max(right - left, 1.0)
    return max(min(across, (TALLEST - 2 * MARGIN) / max(foot - top, 1.0), UNIT_MOST), UNIT_LEAST / 2)


def _fitted(web: Web) -> tuple[list[Point], float]:
    """Where each dot stands in points from the strip's corner, in the middle of the sheet, and how high it all is."""
    unit, (left, right), (top, foot) = _unit(web), _span(web, 0), _span(web, 1)
    begins = (MEASURE - (right - left) * unit) / 2
    places = [(begins + (each.at[0] - left) * unit, MARGIN + (each.at[1] - top) * unit) for each in web.dots]
    return places, (foot - top) * unit + 2 * MARGIN


def _thread(thread: Thread, places: Sequence[Point]) -> Iterator[Stroke]:
    (left, top), (right, low) = places[thread.one], places[thread.other]
    far = hypot(right - left, low - top) or 1.0
    ahead = ((right - left) / far, (low - top) / far)
    end = (right - ahead[0] * (SIZE + 2), low - ahead[1] * (SIZE + 2)) if thread.arrow else (right, low)
    ink = FADED if thread.faded else sheet.INK
    yield Stroke(points=((left, top), end), ink=ink, wide=WIDE, dash=DASHES[thread.line])
    if thread.arrow:
        back = (end[0] - ahead[0] * 6, end[1] - ahead[1] * 6)
        aside = (-ahead[1] * 2.6, ahead[0] * 2.6)
        corners = (end, (back[0] + aside[0], back[1] + aside[1]), (back[0] - aside[0], back[1] - aside[1]))
        yield Stroke(points=corners, ink=ink, wide=0.4, fill=ink)


def _shape(dot: Dot, place: Point) -> Iterator[Stroke]:
    wide = 1.8 if dot.centre else 1.0
    outline = Stroke(points=_corners(dot.kind, place), ink=sheet.INK, wide=wide, fill=WHITE)
    yield outline
    if dot.kind == "both":
        yield replace(outline, points=_round(place, SIZE * 0.72), wide=0.8)


def _corners(kind: str, place: Point) -> tuple[Point, ...]:
    if kind == "child":
        return _round(place, SIZE)
    corners = OUTLINES.get(kind, SQUARE)
    return tuple((place[0] + right * SIZE, place[1] + low * SIZE) for right, low in corners)


def _round(place: Point, radius: float) -> tuple[Point, ...]:
    steps = (2 * pi * step / ROUND for step in range(ROUND))
    return tuple((place[0] + radius * cos(each), place[1] + radius * sin(each)) for each in steps)


def _name(dot: Dot, place: Point, unit: float, number: int, setter: Typesetter) -> Iterator[Words]:
    """What is written under a shape, in two lines at most, cut to the room beside its neighbours."""
    style = CENTRE if dot.centre else NAME
    room = max(min(unit * 1.1, 2 * MARGIN + 20), 30.0)
    for line_number, line in enumerate(setter.cut(dot.name, style, room, 2)):
        left = min(max(place[0] - line.width / 2, 0.0), MEASURE - line.width)
        down = place[1] + SIZE + 1.5 + line_number * style.leading
        yield Words(left, line, column=number, down=down)
