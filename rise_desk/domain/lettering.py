"""Where the names of a picture are written: under, over or beside each sign, clear of other names, signs and lines.

Pure geometry, for the screen and for paper; lengths are in whatever unit the picture is drawn in, downwards positive.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

from rise_desk.domain.record import Id

Point = tuple[float, float]
Line = Sequence[Point]
"""A line through some points, straight from each to the next."""

SIDES: tuple[Point, ...] = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a name may stand, as (right, down) of its sign; an earlier one is taken where it is as good."""
ON_LINES: tuple[float, ...] = (0.5, 0.4, 0.6, 0.3, 0.7)
"""Where along a line a word may stand, as a share of it."""

NAME, SIGN, OUTSIDE, PIECE, LATER = 10.0, 8.0, 200.0, 0.3, 0.02
"""What it costs to cover a whole name or sign, to reach out of the picture, to cover a piece of a line, and not to be
the first choice."""
CELL, PIECES = 60.0, 12.0
TOO_MUCH, TOO_MUCH_BY_A_WORD = 1.5, 0.4
"""A name that needn't be written, or a word, is left out where its best place hides more than this."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box in a picture by its edges."""

    left: float
    top: float
    right: float
    foot: float

    @staticmethod
    def around(at: Point, wide: float, tall: float) -> "Box":
        """The box of this size with this middle."""
        return Box(at[0] - wide / 2, at[1] - tall / 2, at[0] + wide / 2, at[1] + tall / 2)

    @property
    def area(self) -> float:
        """How much of the picture it takes."""
        return (self.right - self.left) * (self.foot - self.top)

    def shared(self, other: "Box") -> float:
        """How much of the picture lies in both."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.foot, other.foot) - max(self.top, other.top)
        return max(wide, 0.0) * max(tall, 0.0)

    def holds(self, at: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= at[0] <= self.right and self.top <= at[1] <= self.foot


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """Something drawn: where, half of its width and height, how large its name is, and whether that must be written.

    One without a name only stands in the way of others.
    """

    at: Point
    half: float
    wide: float = 0.0
    tall: float = 0.0
    must: bool = True


class Lettering:
    """The names of one picture, written one after another: who is written first has the best places."""

    def __init__(self, signs: Mapping[Id, Sign], lines: Iterable[Line], room: Box, cell: float = CELL) -> None:
        """`signs` in the order in which their names are written; `cell` is about as broad as a name."""
        self._room, self._cell = room, cell
        self._boxes: list[tuple[Box, float]] = []
        self._in: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._pieces: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
        for sign in signs.values():
            self._put(Box.around(sign.at, 2 * sign.half, 2 * sign.half), SIGN)
        for line in lines:
            for piece in _pieces(line):
                self._pieces[self._cell_of(piece)].append(piece)
        self.names: dict[Id, Box] = {}
        for each, sign in signs.items():
            if sign.wide and sign.tall:
                self._write(each, sign)

    def word(self, line: Line, wide: float, tall: float) -> Box | None:
        """Where a word is written on a line; None where it would hide too much."""
        best = self._best([Box.around(_along(line, share), wide, tall) for share in ON_LINES])
        if self._hides(best) > TOO_MUCH_BY_A_WORD:
            return None
        self._put(best, NAME)
        return best

    def _write(self, each: Id, sign: Sign) -> None:
        best = self._best([_beside(sign, side) for side in SIDES], lines=True)
        if sign.must or self._hides(best) <= TOO_MUCH:
            self.names[each] = best
            self._put(best, NAME)

    def _best(self, choices: Sequence[Box], *, lines: bool = False) -> Box:
        """The cheapest of some places, the first that costs nothing at once."""
        found: list[tuple[float, int]] = []
        for place, each in enumerate(choices):
            cost = self._hides(each) + (PIECE * self._lines_under(each) if lines else 0.0)
            found.append((cost + place * LATER, place))
            if not cost:
                break
        return choices[min(found)[1]]

    def _hides(self, box: Box) -> float:
        """What it costs to write here: names and signs that are covered, and what reaches out of the picture."""
        near = {number for cell in self._cells(box) for number in self._in.get(cell, ())}
        hidden = (
            weight * box.shared(other) / min(other.area, box.area)
            for other, weight in (self._boxes[number] for number in near)
        )
        return sum(hidden) + OUTSIDE * (1 - box.shared(self._room) / box.area)

    def _lines_under(self, box: Box) -> int:
        return sum(box.holds(piece) for cell in self._cells(box) for piece in self._pieces.get(cell, ()))

    def _put(self, box: Box, weight: float) -> None:
        for cell in self._cells(box):
            self._in[cell].append(len(self._boxes))
        self._boxes.append((box, weight))

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        left, top = self._cell_of((box.left, box.top))
        right, foot = self._cell_of((box.right, box.foot))
        return ((across, down) for across in range(left, right + 1) for down in range(top, foot + 1))

    def _cell_of(self, at: Point) -> tuple[int, int]:
        return int(at[0] // self._cell), int(at[1] // self._cell)


def _beside(sign: Sign, side: Point) -> Box:
    """The box of a sign's name on one of its sides; a corner's name begins a little nearer."""
    near = 0.75 if all(side) else 1.0
    right = sign.at[0] + side[0] * (sign.half * near + sign.wide / 2)
    down = sign.at[1] + side[1] * (sign.half * near + sign.tall / 2)
    return Box.around((right, down), sign.wide, sign.tall)


def _pieces(line: Line) -> Iterator[Point]:
    """Points along a line, close enough that no name lies between two of them."""
    for one, other in pairwise(line):
        steps = max(ceil(hypot(other[0] - one[0], other[1] - one[1]) / PIECES), 1)
        for step in range(1, steps):
            yield one[0] + (other[0] - one[0]) * step / steps, one[1] + (other[1] - one[1]) * step / steps


def _along(line: Line, share: float) -> Point:
    """The point at a share of a line through two or three points (a bent line is a curve towards the middle one)."""
    (left, top), (right, foot) = line[0], line[-1]
    straight = left + (right - left) * share, top + (foot - top) * share
    if len(line) == 2:
        return straight
    most = 4 * share * (1 - share)
    middle = (left + right) / 2, (top + foot) / 2
    bend = line[1][0] - middle[0], line[1][1] - middle[1]
    return straight[0] + bend[0] * most, straight[1] + bend[1] * most
