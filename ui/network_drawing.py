"""Draws a network into a frame, and finds what is at a point of it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from math import hypot, sqrt

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from rise_desk.domain import linking
from rise_desk.domain.network import Edge, Network
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.rings import Point
from ui import network_paint, theme
from ui.network_frame import Frame
from ui.network_names import Names, Shown, View

SIZE, SMALLEST = 13, 5
BEND = 16
NEAR = 7
PLAIN_FROM = 160
"""From so many links on they are drawn plain while the picture moves, so that it never stutters."""


class Drawing:
    """Keeps what is drawn of a network: each node, each link with how far it bends, and what fades."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.shown, self.names = Shown(), Names()

    def show_network(self, network: Network, today: date) -> None:
        """What is to be drawn."""
        pairs, beside = defaultdict[frozenset[Id], list[Edge]](list), defaultdict[Id, set[Id]](set)
        for each in network.edges:
            pairs[frozenset(each.ends)].append(each)
            beside[each.one].add(each.other)
            beside[each.other].add(each.one)
        links = [
            (each, _bend(each, place, len(several)), each.is_stale(today))
            for several in pairs.values()
            for place, each in enumerate(several)
        ]
        nodes = {each.subject: each for each in network.nodes}
        self.shown = Shown(nodes=nodes, links=links, beside=beside, centre=network.centre, words=self.shown.words)

    def paint(
        self, painter: QPainter, room: QRectF, at: Mapping[Id, Point], chosen: Id, *, moving: bool, focused: bool
    ) -> None:
        """All links, then all nodes, then the names there is room for, whose ground lies beneath the nodes."""
        points = {each: self._frame.point(point) for each, point in at.items()}
        view = View(points=points, chosen=chosen, size=self.size(), scale=self._frame.scale, room=room)
        if moving and len(self.shown.links) > PLAIN_FROM:
            network_paint.plain_links(painter, self._plain(points))
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_links(painter, points)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.names.lay(painter, self.shown, view, moving=moving)
        self._paint_nodes(painter, points, chosen, focused=focused)
        self.names.write(painter)

    def size(self) -> float:
        """Half the height of a node as it is drawn now."""
        return max(theme.current().px(SIZE) * sqrt(min(self._frame.scale, 1.0)), SMALLEST)

    def node_at(self, at: Mapping[Id, Point], point: QPointF) -> Id:
        """The node at a point of the screen; 0 for none."""
        near = max(self.size() * 1.5, NEAR)
        found = [(far, each) for each in at if (far := _far(self._frame.point(at[each]), point)) <= near]
        return min(found)[1] if found else NO_ID

    def link_at(self, at: Mapping[Id, Point], point: QPointF) -> Id:
        """The link at a point of the screen; 0 for none."""
        found = [
            (far, each.link)
            for each, bend, _stale in self.shown.links
            if (far := self._off(at, each, bend, point)) <= NEAR
        ]
        return min(found)[1] if found else NO_ID

    def _off(self, at: Mapping[Id, Point], each: Edge, bend: float, point: QPointF) -> float:
        one, other = self._frame.point(at[each.one]), self._frame.point(at[each.other])
        middle = network_paint.middle(one, other, bend)
        return min(_from_line(one, middle, point), _from_line(middle, other, point))

    def _edge_of(self, subject: Id) -> float:
        """How far from the middle of a node an arrow towards it ends."""
        return self.size() * 1.2 * network_paint.reach(centre=subject == self.shown.centre, chosen=False)

    def _plain(self, points: Mapping[Id, QPointF]) -> tuple[list[QLineF], list[QLineF]]:
        """The links as straight lines: those that say harm, and the others."""
        harm, others = list[QLineF](), list[QLineF]()
        for each, _bend, _stale in self.shown.links:
            lines = harm if each.link_type in linking.HARM else others
            lines.append(QLineF(points[each.one], points[each.other]))
        return harm, others

    def _paint_nodes(self, painter: QPainter, points: Mapping[Id, QPointF], chosen: Id, *, focused: bool) -> None:
        size, pixels = self.size(), painter.device().devicePixelRatio()
        stamps = dict[str, QPixmap]()
        for subject, node in self.shown.nodes.items():
            if subject in (chosen, self.shown.centre):
                centre, ring = subject == self.shown.centre, "ring" if focused else "edge"
                network_paint.node(
                    painter, points[subject], node.kind, size, centre=centre, ring=ring if subject == chosen else ""
                )
                continue
            if node.kind not in stamps:
                stamps[node.kind] = network_paint.stamp(node.kind, size, pixels)
            half = stamps[node.kind].deviceIndependentSize() / 2
            painter.drawPixmap(points[subject] - QPointF(half.width(), half.height()), stamps[node.kind])

    def _paint_links(self, painter: QPainter, points: Mapping[Id, QPointF]) -> None:
        for each, bend, stale in self.shown.links:
            network_paint.link(
                painter,
                points[each.one],
                points[each.other],
                each.confidence,
                harm=each.link_type in linking.HARM,
                stale=stale,
                bend=bend,
                ends_before=self._edge_of(each.other),
            )


def _bend(each: Edge, place: int, several: int) -> float:
    """How far a link leaves the straight way, told from its first end, so that links of the same two never cover."""
    aside = (place - (several - 1) / 2) * BEND
    return aside if each.one < each.other else -aside


def _far(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())


def _from_line(one: QPointF, other: QPointF, point: QPointF) -> float:
    """How far a point is from a straight line between two."""
    along = other - one
    long = along.x() ** 2 + along.y() ** 2
    share = QPointF.dotProduct(point - one, along) / long if long else 0.0
    return _far(one + along * min(max(share, 0.0), 1.0), point)
