"""Draws a network into a frame, and finds what is at a point of it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from math import hypot, sqrt

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from rise_desk.domain import linking
from rise_desk.domain.network import Edge, Network, Node
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.rings import Point
from ui import network_paint, theme
from ui.network_frame import UNIT, Frame
from ui.theme import Type

SIZE, SMALLEST = 13, 5
NAMES_FROM = 0.62
"""At which size every node has its name; below it only what is chosen, its neighbours and the centre."""
NAME_WIDE = 1.25
BEND = 16
NEAR = 7
PLAIN_FROM = 160
"""From so many links on they are drawn plain while the picture moves, so that it never stutters."""


class Drawing:
    """Keeps what is drawn of a network: each node, each link with how far it bends, and what fades."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._nodes: dict[Id, Node] = {}
        self._links: list[tuple[Edge, float, bool]] = []
        self._beside: Mapping[Id, set[Id]] = {}
        self._centre: Id = NO_ID
        self.words: Mapping[Id, str] = {}
        """What is written at a link of the chosen node: its type, by the link's number."""

    def show_network(self, network: Network, today: date) -> None:
        """What is to be drawn."""
        self._nodes = {each.subject: each for each in network.nodes}
        self._centre = network.centre
        pairs, beside = defaultdict[frozenset[Id], list[Edge]](list), defaultdict[Id, set[Id]](set)
        for each in network.edges:
            pairs[frozenset(each.ends)].append(each)
            beside[each.one].add(each.other)
            beside[each.other].add(each.one)
        self._beside = beside
        self._links = [
            (each, _bend(each, place, len(several)), each.is_stale(today))
            for several in pairs.values()
            for place, each in enumerate(several)
        ]

    def paint(
        self, painter: QPainter, at: Mapping[Id, Point], chosen: Id, *, moving: bool = False, focused: bool = False
    ) -> None:
        """All links, then all nodes, then the names there is room for."""
        points = {each: self._frame.point(point) for each, point in at.items()}
        if moving and len(self._links) > PLAIN_FROM:
            network_paint.plain_links(painter, self._plain(points))
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_links(painter, points)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_nodes(painter, points, chosen if focused else NO_ID)
        self._paint_words(painter, points, chosen)
        self._paint_names(painter, points, chosen)

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
            (far, each.link) for each, bend, _stale in self._links if (far := self._off(at, each, bend, point)) <= NEAR
        ]
        return min(found)[1] if found else NO_ID

    def _off(self, at: Mapping[Id, Point], each: Edge, bend: float, point: QPointF) -> float:
        one, other = self._frame.point(at[each.one]), self._frame.point(at[each.other])
        middle = network_paint.middle(one, other, bend)
        return min(_from_line(one, middle, point), _from_line(middle, other, point))

    def _plain(self, points: Mapping[Id, QPointF]) -> tuple[list[QLineF], list[QLineF]]:
        """The links as straight lines: those that say harm, and the others."""
        harm, others = list[QLineF](), list[QLineF]()
        for each, _bend, _stale in self._links:
            lines = harm if each.link_type in linking.HARM else others
            lines.append(QLineF(points[each.one], points[each.other]))
        return harm, others

    def _paint_nodes(self, painter: QPainter, points: Mapping[Id, QPointF], ringed: Id) -> None:
        size, pixels = self.size(), painter.device().devicePixelRatio()
        stamps = dict[str, QPixmap]()
        for subject, node in self._nodes.items():
            if subject in (ringed, self._centre):
                centre = subject == self._centre
                larger = size * (1.25 if centre else 1.0)
                network_paint.node(painter, points[subject], node.kind, larger, centre=centre, chosen=subject == ringed)
                continue
            if node.kind not in stamps:
                stamps[node.kind] = network_paint.stamp(node.kind, size, pixels)
            half = stamps[node.kind].deviceIndependentSize() / 2
            painter.drawPixmap(points[subject] - QPointF(half.width(), half.height()), stamps[node.kind])

    def _paint_links(self, painter: QPainter, points: Mapping[Id, QPointF]) -> None:
        for each, bend, stale in self._links:
            network_paint.link(
                painter,
                points[each.one],
                points[each.other],
                each.confidence,
                harm=each.link_type in linking.HARM,
                stale=stale,
                bend=bend,
                ends_before=self.size() * 1.25,
            )

    def _paint_words(self, painter: QPainter, points: Mapping[Id, QPointF], chosen: Id) -> None:
        """How the chosen node is linked, written on its links while they are not too many."""
        own = [each for each in self._links if chosen in each[0].ends]
        if len(own) > 24 or self._frame.scale < NAMES_FROM * 0.7:
            return
        look = theme.current()
        painter.setFont(look.font(Type.SECOND))
        metrics = QFontMetricsF(painter.font())
        for each, bend, _stale in own:
            text = self.words.get(each.link, "")
            middle = network_paint.middle(points[each.one], points[each.other], bend)
            place = QRectF(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height())
            place.moveCenter(middle)
            if text and _far(points[each.one], points[each.other]) > place.width() * 0.8:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("card"))
                painter.drawRoundedRect(place, 3, 3)
                painter.setPen(look.colour("loud" if each.link_type in linking.HARM else "soft"))
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_names(self, painter: QPainter, points: Mapping[Id, QPointF], chosen: Id) -> None:
        look = theme.current()
        every = self._frame.scale >= NAMES_FROM
        near = {chosen, self._centre}
        if len(self._beside.get(chosen, ())) <= 30:
            near |= self._beside.get(chosen, set())
        for subject in self._nodes if every else near:
            if subject in points:
                strong = subject in (chosen, self._centre)
                painter.setFont(look.font(Type.SECOND, strong=strong))
                self._paint_name(painter, points[subject], self._nodes[subject], strong=strong)

    def _paint_name(self, painter: QPainter, point: QPointF, node: Node, *, strong: bool) -> None:
        look, metrics = theme.current(), QFontMetricsF(painter.font())
        wide = look.px(UNIT) * NAME_WIDE * (1.6 if strong else 1.0) * max(min(self._frame.scale, 1.0), 0.6)
        text = metrics.elidedText(node.name, Qt.TextElideMode.ElideRight, wide)
        place = QRectF(0, 0, metrics.horizontalAdvance(text) + 6, metrics.height())
        beneath = self.size() * (2.3 if strong else 1.35)
        place.moveCenter(point + QPointF(0, beneath + metrics.height() / 2))
        ground = look.colour("card")
        ground.setAlphaF(0.82)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(look.colour("ink"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)


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
