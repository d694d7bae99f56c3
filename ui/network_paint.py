"""How a network is drawn: each kind by its shape, each link by how sure it is; nothing is told by colour alone."""

from collections.abc import Mapping, Sequence
from math import atan2, cos, hypot, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from ui import line_signs, theme

CHILD, ADULT, BOTH, PLACE, VEHICLE, PHONE, ONLINE = "child", "adult", "both", "place", "vehicle", "phone", "handle"
FADED = 0.38
"""How much is left of the colour of a link that is some time ago."""
THIN, HARM_THICK = 1.6, 2.6
ARROW = 9.0
LOOKS: Mapping[str, tuple[str, str]] = {
    CHILD: ("accent_ground", "accent"),
    ADULT: ("card", "ink"),
    BOTH: ("accent_ground", "ink"),
}
"""Ground and edge of each kind; a place or thing has those of what is only information."""
HOUSE = ((-1.0, -0.15), (0.0, -1.05), (1.0, -0.15), (1.0, 0.95), (-1.0, 0.95))
CAR_WIDE = 1.35
CAR = ((-CAR_WIDE, 0.65), (-CAR_WIDE, -0.1), (-0.75, -0.7), (0.75, -0.7), (CAR_WIDE, -0.1), (CAR_WIDE, 0.65))
DIAMOND = ((0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0))
"""The outlines of things in halves of their height, the same on paper."""
CENTRE, CENTRE_INSIDE, RING = 1.7, 0.95, 1.7
"""How much larger than others the centre is, what is filled inside it, and the ring around whom somebody chose."""


def shape(kind: str, size: float) -> QPainterPath:
    """The outline of a kind around (0, 0), `size` being half its height."""
    path = QPainterPath()
    if kind == CHILD:
        path.addEllipse(QPointF(), size, size)
    elif kind in (ADULT, BOTH):
        path.addRect(QRectF(-size, -size, 2 * size, 2 * size))
    elif kind == PLACE:
        _closed(path, HOUSE, size)
    elif kind == VEHICLE:
        _closed(path, CAR, size)
    else:
        _closed(path, DIAMOND, size)
    return path


def _closed(path: QPainterPath, corners: Sequence[tuple[float, float]], size: float) -> None:
    path.addPolygon(QPolygonF([QPointF(right * size, down * size) for right, down in corners]))
    path.closeSubpath()


def sheet(painter: QPainter, room: QRectF) -> None:
    """The white sheet that the picture lies on."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(look.colour("card"))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
    painter.restore()


def node(painter: QPainter, at: QPointF, kind: str, size: float, *, centre: bool = False, ring: str = "") -> None:
    """Draw a node; the centre is larger, with a second line around it, the chosen one has a ring of this colour."""
    look = theme.current()
    ground, edge = LOOKS.get(kind, ("info_ground", "info"))
    painter.save()
    painter.translate(at)
    if ring:
        half = size * reach(centre=centre, chosen=True)
        painter.setPen(QPen(look.colour(ring), 3 if ring == "ring" else 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), size * 0.5, size * 0.5)
    painter.setPen(QPen(look.colour(edge), 2.6 if centre else 1.6))
    if centre:
        painter.setBrush(look.colour("card"))
        painter.drawPath(shape(kind, size * CENTRE))
        size *= CENTRE_INSIDE
    painter.setBrush(look.colour(edge if centre else ground))
    painter.drawPath(shape(kind, size))
    if kind == BOTH:
        painter.setPen(QPen(look.colour("card" if centre else edge), 1.6))
        painter.drawEllipse(QPointF(), size * 0.72, size * 0.72)
    elif kind == PHONE:
        painter.setPen(QPen(look.colour("card" if centre else edge), 1.6))
        painter.drawLine(QPointF(-0.5 * size, 0), QPointF(0.5 * size, 0))
    painter.restore()


def reach(*, centre: bool, chosen: bool) -> float:
    """How far from its middle a node reaches, in halves of the height of most of them."""
    return (CENTRE if centre else 1.0) * (RING if chosen and not centre else 1.3 if chosen else 1.0)


def stamp(kind: str, size: float, pixels: float) -> QPixmap:
    """A node as a picture of its own, so that many of them are drawn at once; `pixels` is the screen's density."""
    wide = int(4 * size + 4)
    made = QPixmap(int(wide * pixels), int(wide * pixels))
    made.setDevicePixelRatio(pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    node(painter, QPointF(wide / 2, wide / 2), kind, size)
    painter.end()
    return made


def plain_links(painter: QPainter, lines: tuple[Sequence[QLineF], Sequence[QLineF]]) -> None:
    """Draw many links while they move: those that say harm, and the others, as thin lines."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for token, several in zip(("loud", "soft"), lines, strict=True):
        painter.setPen(QPen(look.colour(token), 1))
        painter.drawLines(list(several))


def link(
    painter: QPainter,
    one: QPointF,
    other: QPointF,
    confidence: str,
    *,
    harm: bool,
    stale: bool,
    bend: float = 0.0,
    ends_before: float = 0.0,
) -> None:
    """Draw a link from one point to another; one that says harm is loud and has an arrow at its end."""
    look = theme.current()
    colour = look.colour("loud" if harm else "soft")
    if stale:
        colour = faded(colour)
    painter.setPen(line_signs.pen(confidence, colour, (HARM_THICK if harm else THIN) * max(look.scale * 0.8, 1)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not bend:
        painter.drawLine(one, other)
    else:
        painter.drawPath(curve(one, other, bend))
    if harm:
        arrow(painter, middle(one, other, bend), other, ends_before, colour)


def curve(one: QPointF, other: QPointF, bend: float) -> QPainterPath:
    """A line that leaves the straight way by so much, so that several links of two can be told apart."""
    path = QPainterPath(one)
    path.quadTo(middle(one, other, 2 * bend), other)
    return path


def middle(one: QPointF, other: QPointF, bend: float) -> QPointF:
    """The middle of a link."""
    along = other - one
    far = hypot(along.x(), along.y()) or 1.0
    return (one + other) / 2 + QPointF(-along.y(), along.x()) * (bend / far)


def arrow(painter: QPainter, from_: QPointF, to: QPointF, before: float, colour: QColor) -> None:
    """The head of an arrow that ends so far before a point."""
    along = to - from_
    angle = atan2(along.y(), along.x())
    tip = to - QPointF(cos(angle), sin(angle)) * before
    size = theme.current().px(ARROW)
    wings = [tip - QPointF(cos(angle + by), sin(angle + by)) * size for by in (0.42, -0.42)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, *wings]))


def faded(colour: QColor) -> QColor:
    """The same colour for what is some time ago."""
    made = QColor(colour)
    made.setAlphaF(FADED)
    return made
