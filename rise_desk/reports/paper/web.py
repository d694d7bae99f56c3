"""A network on paper, in grey: kinds by shape, confidence by line, what is long ago faded, names under the shapes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

from rise_desk.domain.lettering import Box, Lettering, Sign
from rise_desk.domain.record import Id
from rise_desk.reports.paper import sheet
from rise_desk.reports.paper.flow import Strip, Stroke, Words
from rise_desk.reports.paper.sheet import MEASURE, Style
from rise_desk.reports.paper.text import Line, Typesetter
from rise_desk.reports.web_blocks import DASHED, DOTTED, SOLID, Dot, Thread, Web

Point = tuple[float, float]

TALLEST, MARGIN = 470.0, 34.0
UNIT_MOST, UNIT_LEAST = 84.0, 20.0
"""How many points one unit of length takes, at most and at least."""

SIZE, CENTRE_SIZE, CENTRE_INSIDE = 7.5, 12.0, 6.0
"""Half of how wide a shape is; that of the centre is larger, with a filled one inside."""
CROWD = 25
"""From so many names on they are set smaller."""
NAME, SMALL_NAME = Style(size=7.5, leading=8.8), Style(size=6.5, leading=7.6)
CENTRE = Style(size=9, leading=10.6, bold=True)
NAME_ROOM, CENTRE_ROOM, NARROWEST, AIR = 96.0, 150.0, 58.0, 1.5
"""How wide a name may be at most, how narrow it is set at least, and the air between it and its shape."""
LINES = 3
FADED, WHITE = "#8d959c", "#ffffff"
"""A grey that a black-and-white printer still prints as a line, and that no ink is taken for."""
DASHES = {SOLID: (), DASHED: (4.0, 2.4), DOTTED: (0.9, 2.2)}
WIDE, HARM_WIDE, FADED_WIDE = 0.9, 1.9, 0.6
HEAD, HEAD_ASIDE, APART = 7.5, 3.2, 3.6
"""The head of an arrow, and how far apart several lines between the same two run."""
ROUND = 28
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
    lines = [stroke for each, aside in _aside(web) for stroke in _thread(each, web, places, aside)]
    shapes = [stroke for place, each in enumerate(web.dots) for stroke in _shape(each, places[place])]
    words = list(_names(web, places, tall, setter))
    grounds = [_ground(each) for each in words]
    return [Strip(height=tall, words=tuple(words), strokes=(*lines, *grounds, *shapes))]


def _ground(words: Words) -> Stroke:
    """White under a name, so that no line runs through it."""
    left, right = words.at - 1, words.at + words.line.width + 1
    top, foot = words.down, words.down + words.line.style.leading
    corners = ((left, top), (right, top), (right, foot), (left, foot))
    return Stroke(points=corners, ink=WHITE, wide=0.1, fill=WHITE)


def _aside(web: Web) -> Iterator[tuple[Thread, float]]:
    """Each link with how far it runs aside, so that several of the same two are seen as several."""
    pairs = defaultdict[frozenset[int], list[Thread]](list)
    for each in web.threads:
        pairs[frozenset((each.one, each.other))].append(each)
    for several in pairs.values():
        for place, each in enumerate(several):
            aside = (place - (len(several) - 1) / 2) * APART
            yield each, aside if each.one < each.other else -aside


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


def _thread(thread: Thread, web: Web, places: Sequence[Point], aside: float) -> Iterator[Stroke]:
    (left, top), (right, low) = places[thread.one], places[thread.other]
    far = hypot(right - left, low - top) or 1.0
    ahead = ((right - left) / far, (low - top) / far)
    over = (-ahead[1] * aside, ahead[0] * aside)
    begin, end = (left + over[0], top + over[1]), (right + over[0], low + over[1])
    ink = FADED if thread.faded else sheet.INK
    if not thread.arrow:
        yield Stroke(points=(begin, end), ink=ink, wide=FADED_WIDE if thread.faded else WIDE, dash=DASHES[thread.line])
        return
    before = _size(web.dots[thread.other]) + 2
    tip = (end[0] - ahead[0] * before, end[1] - ahead[1] * before)
    back = (tip[0] - ahead[0] * HEAD, tip[1] - ahead[1] * HEAD)
    wings = (-ahead[1] * HEAD_ASIDE, ahead[0] * HEAD_ASIDE)
    yield Stroke(points=(begin, back), ink=ink, wide=HARM_WIDE, dash=DASHES[thread.line])
    corners = (tip, (back[0] + wings[0], back[1] + wings[1]), (back[0] - wings[0], back[1] - wings[1]))
    yield Stroke(points=corners, ink=ink, wide=0.4, fill=ink)


def _size(dot: Dot) -> float:
    return CENTRE_SIZE if dot.centre else SIZE


def _shape(dot: Dot, place: Point) -> Iterator[Stroke]:
    size = _size(dot)
    yield Stroke(points=_corners(dot.kind, place, size), ink=sheet.INK, wide=1.8 if dot.centre else 1.0, fill=WHITE)
    if dot.kind == "both":
        yield Stroke(points=_round(place, size * 0.72), ink=sheet.INK, wide=0.8, fill=WHITE)
    if dot.centre:
        kind = "child" if dot.kind == "both" else dot.kind
        yield Stroke(points=_corners(kind, place, CENTRE_INSIDE), ink=sheet.INK, wide=0.4, fill=sheet.INK)


def _corners(kind: str, place: Point, size: float) -> tuple[Point, ...]:
    if kind == "child":
        return _round(place, size)
    corners = OUTLINES.get(kind, SQUARE)
    return tuple((place[0] + right * size, place[1] + low * size) for right, low in corners)


def _round(place: Point, radius: float) -> tuple[Point, ...]:
    steps = (2 * pi * step / ROUND for step in range(ROUND))
    return tuple((place[0] + radius * cos(each), place[1] + radius * sin(each)) for each in steps)


def _names(web: Web, places: Sequence[Point], tall: float, setter: Typesetter) -> Iterator[Words]:
    """The names, each in a few lines at most, where it hides least: the centre's first."""
    lines = [_set(each, web, setter) for each in web.dots]
    order = sorted(range(len(web.dots)), key=lambda place: not web.dots[place].centre)
    signs = {Id(place): _sign(web.dots[place], places[place], lines[place]) for place in order}
    threads = [(places[each.one], places[each.other]) for each in web.threads]
    signs |= dict(_heads(web, places))
    for place, box in Lettering(signs, threads, Box(0, 0, MEASURE, tall)).names.items():
        for number, line in enumerate(lines[place]):
            left = (box.left + box.right - line.width) / 2
            yield Words(left, line, column=place, down=box.top + number * line.style.leading)


def _heads(web: Web, places: Sequence[Point]) -> Iterator[tuple[Id, Sign]]:
    """The heads of arrows, which no name may hide."""
    for number, each in enumerate(web.threads):
        (left, top), (right, low) = places[each.one], places[each.other]
        far = hypot(right - left, low - top)
        if each.arrow and far:
            back = (_size(web.dots[each.other]) + 2 + HEAD / 2) / far
            at = (right - (right - left) * back, low - (low - top) * back)
            yield Id(-1 - number), Sign(at=at, half=HEAD / 2)


def _set(dot: Dot, web: Web, setter: Typesetter) -> list[Line]:
    style = CENTRE if dot.centre else NAME if len(web.dots) < CROWD else SMALL_NAME
    room = CENTRE_ROOM if dot.centre else max(min(_unit(web) * 1.2, NAME_ROOM), NARROWEST)
    return setter.cut(dot.name, style, room, LINES)


def _sign(dot: Dot, place: Point, lines: Sequence[Line]) -> Sign:
    wide, tall = max(line.width for line in lines), sum(line.style.leading for line in lines)
    return Sign(at=place, half=_size(dot) * (1.3 if dot.kind == "vehicle" else 1.0) + AIR, wide=wide, tall=tall)
