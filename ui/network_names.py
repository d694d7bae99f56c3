"""The names in the picture of a network and the words of its links: each stands where it hides least."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from rise_desk.domain import linking
from rise_desk.domain.lettering import Box, Lettering, Line, Sign
from rise_desk.domain.network import Edge, Node
from rise_desk.domain.record import NO_ID, Id
from ui import network_paint, theme
from ui.network_frame import UNIT
from ui.theme import Type

NAMES_FROM = 0.62
"""At which size every node has its name; below it what is chosen, its neighbours and the centre, others if there is
room."""
NAME_WIDE, CHOSEN_WIDER = 1.2, 1.5
MOST_NEIGHBOURS, MOST_WORDS = 30, 24
MOST_LINES = 160
"""From so many links on no name has a place without one, and looking for it would be seen."""
GROUND = 0.88
GAP = 3
"""The air between a node and its name."""
Points = Mapping[Id, QPointF]
Bent = tuple[Edge, float, bool]
"""A link, how far it leaves the straight way, and whether it is some time ago."""


@dataclass
class Shown:
    """What a picture shows."""

    nodes: Mapping[Id, Node] = field(default_factory=dict)
    links: Sequence[Bent] = ()
    beside: Mapping[Id, set[Id]] = field(default_factory=dict)
    centre: Id = NO_ID
    words: Mapping[Id, str] = field(default_factory=dict)
    """What is written at a link of the chosen node: its type, by the link's number."""


@dataclass(frozen=True, kw_only=True)
class View:
    """How it is looked at: where each node is on the screen, who is chosen, how large everything is, and the room."""

    points: Points
    chosen: Id
    size: float
    """Half the height of a node."""
    scale: float
    room: QRectF


@dataclass(frozen=True)
class Name:
    """A name as it is written: its lines, in which letters, and how much room it takes."""

    lines: tuple[str, ...]
    font: QFont
    wide: float
    tall: float
    must: bool


class Names:
    """Writes them; while the picture moves each stays on the side of its node where it stood at rest."""

    def __init__(self) -> None:
        self._sides: dict[Id, QPointF] = {}
        self._wanted: dict[Id, Name] = {}
        self.names: dict[Id, QRectF] = {}
        """Where each name was written last."""
        self.words: dict[Id, QRectF] = {}
        """Where the word of each link was written last, by the link's number."""

    def lay(self, painter: QPainter, shown: Shown, view: View, *, moving: bool = False) -> None:
        """Clear the ground of the names there is room for; at rest also write how the chosen node is linked.

        That is done beneath the nodes, so that no name takes a piece out of one.
        """
        self._wanted = dict(_wanted(shown, view))
        self.names, self.words = {}, {}
        if moving:
            self._stay(self._wanted, view)
        else:
            self._place(shown, self._wanted, view)
        painter.setFont(theme.current().font(Type.SECOND))
        harm = {each.link for each, _bend, _stale in shown.links if each.link_type in linking.HARM}
        for link, place in self.words.items():
            _write_word(painter, place, shown.words[link], "loud" if link in harm else "soft")
        for place in self.names.values():
            _clear(painter, place)

    def write(self, painter: QPainter) -> None:
        """Write the names on their ground, above the nodes."""
        for each, place in self.names.items():
            _write(painter, place, self._wanted[each])

    def _stay(self, wanted: Mapping[Id, Name], view: View) -> None:
        for each, name in wanted.items():
            if name.must:
                place, beneath = QRectF(0, 0, name.wide, name.tall), view.size + GAP + name.tall / 2
                place.moveCenter(view.points[each] + self._sides.get(each, QPointF(0, beneath)))
                self.names[each] = place

    def _place(self, shown: Shown, wanted: Mapping[Id, Name], view: View) -> None:
        signs = {each: _sign(shown, view, each, name) for each, name in wanted.items()}
        signs |= {each: _sign(shown, view, each) for each in view.points if each not in wanted}
        signs = dict(_heads(shown, view)) | signs
        few = shown.links if len(shown.links) <= MOST_LINES else ()
        lines = [_line(each, bend, view.points) for each, bend, _stale in few]
        inner = view.room.adjusted(GAP, GAP, -GAP, -GAP)
        room = Box(inner.left(), inner.top(), inner.right(), inner.bottom())
        put = Lettering(signs, lines, room)
        self.names = {each: _rect(box) for each, box in put.names.items()}
        self._sides = {each: place.center() - view.points[each] for each, place in self.names.items()}
        self.words = dict(_worded(shown, view, put))


def _sign(shown: Shown, view: View, each: Id, name: Name | None = None) -> Sign:
    at = (view.points[each].x(), view.points[each].y())
    reach = network_paint.reach(centre=each == shown.centre, chosen=each == view.chosen)
    wide = network_paint.CAR_WIDE if shown.nodes[each].kind == network_paint.VEHICLE else 1.0
    half = view.size * reach * wide + GAP
    return Sign(at=at, half=half, wide=name.wide, tall=name.tall, must=name.must) if name else Sign(at=at, half=half)


def _heads(shown: Shown, view: View) -> Iterator[tuple[Id, Sign]]:
    """The heads of arrows, which no name may hide: they tell towards whom harm is said to go."""
    half = theme.current().px(network_paint.ARROW) / 2
    for each, _bend, _stale in shown.links if len(shown.links) <= MOST_LINES else ():
        one, other = view.points[each.one], view.points[each.other]
        far = hypot((other - one).x(), (other - one).y())
        if each.link_type in linking.HARM and far:
            reach = network_paint.reach(centre=each.other == shown.centre, chosen=False)
            at = other - (other - one) * ((view.size * 1.2 * reach + half) / far)
            yield Id(-each.link), Sign(at=(at.x(), at.y()), half=half)


def _wanted(shown: Shown, view: View) -> Iterator[tuple[Id, Name]]:
    """The names of what is in view, the centre and the chosen one first, and whether they must be written."""
    near = {view.chosen, shown.centre}
    if len(shown.beside.get(view.chosen, ())) <= MOST_NEIGHBOURS:
        near |= shown.beside.get(view.chosen, set())
    for subject in sorted(shown.nodes, key=lambda each: (each != shown.centre, each != view.chosen, each not in near)):
        if subject in view.points and view.room.contains(view.points[subject]):
            must = view.scale >= NAMES_FROM or subject in near
            kind = (Type.TEXT, True) if subject == shown.centre else (Type.SECOND, subject == view.chosen)
            yield subject, _name(shown.nodes[subject].name, kind, view.scale, must=must)


def _name(name: str, kind: tuple[Type, bool], scale: float, *, must: bool) -> Name:
    look = theme.current()
    font = look.font(kind[0], strong=kind[1])
    metrics = QFontMetricsF(font)
    wide = look.px(UNIT) * NAME_WIDE * (CHOSEN_WIDER if kind[1] else 1.0) * max(min(scale, 1.0), 0.6)
    lines = in_lines(name, metrics, wide)
    longest = max(metrics.horizontalAdvance(each) for each in lines)
    return Name(lines, font, longest + 6, metrics.height() * len(lines), must)


def in_lines(name: str, metrics: QFontMetricsF, wide: float) -> tuple[str, ...]:
    """A name on one line, or broken between words on two; what is still too long ends in '…'."""
    words = name.split() or [""]
    first = next(
        (place for place in range(len(words), 0, -1) if metrics.horizontalAdvance(" ".join(words[:place])) <= wide), 1
    )
    lines = (" ".join(words[:first]), " ".join(words[first:]))
    return tuple(metrics.elidedText(each, Qt.TextElideMode.ElideRight, wide) for each in lines if each) or ("",)


def _worded(shown: Shown, view: View, put: Lettering) -> Iterator[tuple[Id, QRectF]]:
    """Where the words of the chosen node's links stand, while they are not too many."""
    own = [(each, bend) for each, bend, _stale in shown.links if view.chosen in each.ends]
    if len(own) > MOST_WORDS or view.scale < NAMES_FROM * 0.7:
        return
    metrics = QFontMetricsF(theme.current().font(Type.SECOND))
    for each, bend in own:
        wide = metrics.horizontalAdvance(shown.words.get(each.link, "")) + 8
        along = view.points[each.other] - view.points[each.one]
        if each.link in shown.words and hypot(along.x(), along.y()) > wide * 0.8:
            place = put.word(_line(each, bend, view.points), wide, metrics.height())
            if place is not None:
                yield each.link, _rect(place)


def _line(each: Edge, bend: float, points: Points) -> Line:
    one, other = points[each.one], points[each.other]
    through = (network_paint.middle(one, other, bend),) if bend else ()
    return tuple((each.x(), each.y()) for each in (one, *through, other))


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(box.left, box.top), QPointF(box.right, box.foot))


def _clear(painter: QPainter, place: QRectF) -> None:
    ground = theme.current().colour("card")
    ground.setAlphaF(GROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 3, 3)


def _write(painter: QPainter, place: QRectF, name: Name) -> None:
    painter.setPen(theme.current().colour("ink"))
    painter.setFont(name.font)
    tall = place.height() / len(name.lines)
    for number, line in enumerate(name.lines):
        row = QRectF(place.left(), place.top() + number * tall, place.width(), tall)
        painter.drawText(row, int(Qt.AlignmentFlag.AlignCenter), line)


def _write_word(painter: QPainter, place: QRectF, text: str, tone: str) -> None:
    look = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("card"))
    painter.drawRoundedRect(place, 3, 3)
    painter.setPen(look.colour(tone))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
