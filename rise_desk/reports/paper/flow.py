"""How strips of a document fall onto pages: what belongs together stays together, long things flow on.

A strip is a line across the sheet that is never cut: words beside each other, rules, the panel below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rise_desk.reports.paper.text import Line


@dataclass(frozen=True, slots=True)
class Words:
    """A line of type in a strip, starting `at` points from the left margin; `shape` is drawn before it.

    `down`: how far below the strip's first line, where it stands in a drawing.
    """

    at: float
    line: Line
    column: int = 0
    shape: str = ""
    down: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Stroke:
    """A line, or with a `fill` a closed shape, in points from the left margin and the strip's top; `dash` in points."""

    points: tuple[tuple[float, float], ...]
    ink: str
    wide: float
    dash: tuple[float, ...] = ()
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box under a strip's words, in points from the left margin and the strip's top: filled, or only framed."""

    at: float
    down: float
    wide: float
    tall: float
    ink: str
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG under a strip's words, in points from the left margin and the strip's top."""

    at: float
    down: float
    wide: float
    tall: float
    jpeg: bytes


class Row:
    """Marks the strips of columns that stand beside each other, so that each column is read to its end."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Panel:
    """The ground behind strips that belong together: filled softly, or framed in ink."""

    framed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Strip:
    """A line across the sheet: how high, what is on it, and what holds it.

    `holds` keeps it on one page with the strip after it; `gap` is space that vanishes at the top of a page;
    `rule` draws a hairline at its foot, `bar` an upright one so far from the left; `again` is what a page
    that begins with this strip says first; `outline` is its name in the viewer's list of sections;
    `boxes`, `pictures` and `strokes` lie under its words.
    """

    height: float
    words: tuple[Words, ...] = ()
    holds: bool = False
    gap: bool = False
    rule: bool = False
    bar: float | None = None
    row: Row | None = None
    panel: Panel | None = None
    again: "Strip | None" = None
    outline: str = ""
    boxes: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on its page, `top` points below the top of the text."""

    top: float
    strip: Strip


Page = list[Placed]


def held(strips: Sequence[Strip], first: int = 2) -> list[Strip]:
    """The strips of one text with its first lines together (two, unless said), and its last two."""
    last = len(strips) - 1
    return [
        replace(strip, holds=True) if at < last and (at < first - 1 or at == last - 1) and not strip.holds else strip
        for at, strip in enumerate(strips)
    ]


def pages(strips: Sequence[Strip], height: float) -> list[Page]:
    """The strips on pages of this height; there is always one page."""
    filled: list[Page] = [[]]
    used = 0.0
    for whole in _chains(strips, height):
        wanted = sum(strip.height for strip in whole)
        if filled[-1] and used + wanted > height:
            filled.append([])
            used = 0.0
        for strip in whole if filled[-1] else _as_page_top(whole):
            filled[-1].append(Placed(used, strip))
            used += strip.height
    return filled


def at_most(filled: list[Page], most: int, ending: Sequence[Strip], height: float) -> list[Page]:
    """The first so many pages; what goes on beyond them gives way to an ending that says so. 0 is any number."""
    if not most or len(filled) <= most:
        return filled
    room = height - sum(strip.height for strip in ending)
    kept = [placed for placed in filled[most - 1] if placed.top + placed.strip.height <= room]
    top = kept[-1].top + kept[-1].strip.height if kept else 0.0
    for strip in ending:
        kept.append(Placed(top, strip))
        top += strip.height
    return [*filled[: most - 1], kept]


def _as_page_top(chain: list[Strip]) -> list[Strip]:
    """A chain that begins a page: without the gap before it, and after what is said again on each page."""
    below = [strip for at, strip in enumerate(chain) if at or not strip.gap]
    again = below[0].again if below else None
    return [again, *below] if again else below


def _chains(strips: Sequence[Strip], height: float) -> Iterator[list[Strip]]:
    """What must stay together; where that is more than a page, line by line."""
    chain: list[Strip] = []
    for at, strip in enumerate(strips):
        chain.append(strip)
        if strip.holds and at < len(strips) - 1:
            continue
        if sum(each.height for each in chain) + _again_height(chain) > height:
            yield from ([each] for each in chain)
        else:
            yield chain
        chain = []


def _again_height(chain: list[Strip]) -> float:
    return max((each.again.height for each in chain if each.again), default=0.0)
