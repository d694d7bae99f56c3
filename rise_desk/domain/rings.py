"""Rings: where everything in a network stands in a picture, at once by its steps from the centre, then eased apart.

A point is (right, down); the length of one is about the room that a node and its name need.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import atan2, cos, hypot, pi, sin

from rise_desk.domain.network import Network
from rise_desk.domain.record import Id

Point = tuple[float, float]
Pair = tuple[Id, Id]

ROW = 1.0
"""How far apart the rows of a ring are."""
BETWEEN_RINGS = 0.5
"""How much further the next ring begins."""
NEAR, REST = 1.25, 1.3
"""Nodes closer than this push each other away; a link pulls until its two are this far apart."""
PULL, PUSH, HOME = 0.08, 0.45, 0.12
CLEAR, ASIDE, FEW = 0.35, 1.5, 3000
"""How far from a link that isn't its own a node stands, how strongly it is pushed off, and of how many nodes times
links a picture may be for that to be reckoned: one of more is looked at part by part."""
ENDS = 0.05
"""How much of a link, as a share at each end, belongs to those it links."""
FARTHEST = 0.35
"""How far a node moves in one pass, at most."""
PASSES = 90
"""After how many passes a picture is as good as it gets."""
TWIST = 0.42
"""By how much each ring is turned against the one before: else few nodes would stand in one line, and hide links."""
GOLDEN = pi * (3 - 5**0.5)
_AHEAD = ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1))


def placed(network: Network) -> dict[Id, Point]:
    """Everything in rings around the centre, each beside what it hangs on, so that few links cross."""
    found: dict[Id, Point] = {network.centre: (0.0, 0.0)}
    rings = _rings(network)
    begins = 0.0
    for number, steps in enumerate(sorted(rings), 1):
        begins = _fill(_in_order(rings[steps], network, found), begins + ROW + BETWEEN_RINGS, number * TWIST, found)
    return found


def pairs_of(network: Network) -> tuple[Pair, ...]:
    """Who and what is linked at all, each two once."""
    return tuple({(min(each.ends), max(each.ends)): None for each in network.edges})


def homes(at: Mapping[Id, Point]) -> dict[Id, float]:
    """How far each stands from the centre: there it stays, more or less, so that a ring remains one."""
    return {each: hypot(*point) for each, point in at.items()}


def warmth(number: int) -> float:
    """How freely nodes still move in this pass; 0 where the picture is done."""
    return max(1 - number / PASSES, 0.0)


def eased(
    at: Mapping[Id, Point],
    pairs: Sequence[Pair],
    home: Mapping[Id, float],
    warm: float,
    held: Collection[Id] = (),
) -> dict[Id, Point]:
    """The same picture after one pass: who is linked is drawn together, what stands too close moves apart.

    Nothing in `held` moves: the centre, and what somebody put somewhere.
    """
    moves = {each: [0.0, 0.0] for each in at}
    _draw_together(at, pairs, moves)
    _push_apart(at, moves)
    if len(at) * len(pairs) <= FEW:
        _push_off_links(at, pairs, moves)
    _send_home(at, home, moves)
    return {each: point if each in held else _moved(point, moves[each], warm) for each, point in at.items()}


def _rings(network: Network) -> dict[int, list[Id]]:
    rings = defaultdict[int, list[Id]](list)
    for each in network.nodes:
        if each.subject != network.centre:
            rings[each.steps].append(each.subject)
    return rings


def _in_order(ring: Sequence[Id], network: Network, found: Mapping[Id, Point]) -> list[Id]:
    """A ring's nodes by the direction of what they hang on in the rings before."""
    beside = defaultdict[Id, list[Point]](list)
    for each in network.edges:
        for one, other in (each.ends, each.ends[::-1]):
            if other in found:
                beside[one].append(found[other])
    return sorted(ring, key=lambda each: (_direction(beside[each]), each))


def _direction(points: Sequence[Point]) -> float:
    return atan2(sum(down for _right, down in points), sum(right for right, _down in points)) if points else 0.0


def _fill(ring: Sequence[Id], begins: float, twist: float, found: dict[Id, Point]) -> float:
    """Place a ring in as many rows as it needs, turned by so much; how far from the centre the last of them is.

    An odd number of them never has two at opposite sides, whose link the centre would hide.
    """
    rows, share = _rows(len(ring), begins), len(ring) + 1 - len(ring) % 2
    for place, each in enumerate(ring):
        angle = 2 * pi * (place + 0.5 + (share - len(ring)) / 2) / share - pi + twist
        far = rows[place % len(rows)]
        found[each] = (far * cos(angle), far * sin(angle))
    return rows[-1]


def _rows(nodes: int, begins: float) -> list[float]:
    """How far from the centre the rows are that have room for so many nodes."""
    rows = [begins]
    while sum(rows) * 2 * pi / NEAR < nodes:
        rows.append(rows[-1] + ROW)
    return rows


def _draw_together(at: Mapping[Id, Point], pairs: Sequence[Pair], moves: dict[Id, list[float]]) -> None:
    links = defaultdict[Id, int](int)
    for pair in pairs:
        for each in pair:
            links[each] += 1
    for one, other in pairs:
        right, down = at[other][0] - at[one][0], at[other][1] - at[one][1]
        far = hypot(right, down) or 1.0
        pull = PULL * (far - REST) / far
        for each, way in ((one, pull), (other, -pull)):
            share = way / links[each] ** 0.5
            moves[each][0] += right * share
            moves[each][1] += down * share


def _push_apart(at: Mapping[Id, Point], moves: dict[Id, list[float]]) -> None:
    for one, other in _close(at):
        right, down = at[other][0] - at[one][0], at[other][1] - at[one][1]
        far = hypot(right, down)
        if far >= NEAR:
            continue
        if not far:
            right, down, far = cos(GOLDEN * (one % 97)), sin(GOLDEN * (one % 97)), 1.0
        push = PUSH * (NEAR - far) / far
        moves[one][0] -= right * push
        moves[one][1] -= down * push
        moves[other][0] += right * push
        moves[other][1] += down * push


def _push_off_links(at: Mapping[Id, Point], pairs: Sequence[Pair], moves: dict[Id, list[float]]) -> None:
    """Move what stands on a link of two others off it, and the link off that: it would look as if it were its own."""
    for pair in pairs:
        (left, top), (right, foot) = at[pair[0]], at[pair[1]]
        along, down = right - left, foot - top
        long = hypot(along, down)
        for each, point in at.items() if long else ():
            if each in pair:
                continue
            share = ((point[0] - left) * along + (point[1] - top) * down) / long**2
            off = ((point[0] - left) * -down + (point[1] - top) * along) / long
            if ENDS < share < 1 - ENDS and abs(off) < CLEAR:
                push = ASIDE * (CLEAR - abs(off)) * (1 if off >= 0 else -1) / long
                for which, by in ((each, push), (pair[0], -push * (1 - share)), (pair[1], -push * share)):
                    moves[which][0] -= down * by
                    moves[which][1] += along * by


def _close(at: Mapping[Id, Point]) -> Iterator[Pair]:
    """Every two that may be too close: those in one cell of a grid, or in cells beside each other."""
    cells = defaultdict[tuple[int, int], list[Id]](list)
    for each, (right, down) in at.items():
        cells[int(right // NEAR), int(down // NEAR)].append(each)
    for (across, below), inside in cells.items():
        for right, down in _AHEAD:
            if not (right or down):
                yield from ((one, other) for place, one in enumerate(inside) for other in inside[place + 1 :])
                continue
            for one in inside:
                yield from ((one, other) for other in cells.get((across + right, below + down), ()))


def _send_home(at: Mapping[Id, Point], home: Mapping[Id, float], moves: dict[Id, list[float]]) -> None:
    for each, (right, down) in at.items():
        far = hypot(right, down)
        if far:
            back = HOME * (home[each] - far) / far
            moves[each][0] += right * back
            moves[each][1] += down * back


def _moved(point: Point, move: Sequence[float], warm: float) -> Point:
    far = hypot(*move)
    share = min(1.0, FARTHEST * warm / far) if far else 0.0
    return point[0] + move[0] * share, point[1] + move[1] * share
