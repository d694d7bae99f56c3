"""The frame of a picture: which part of a network is in view, how large, and where on the screen a point lies."""

from collections.abc import Iterable
from math import sqrt

from PySide6.QtCore import QPointF, QRectF

from rise_desk.domain.rings import Point
from ui import theme

UNIT, UNIT_DOWN = 150, 96
"""How far apart two neighbours stand at full size: names are broader than tall."""
SMALLEST, LARGEST = 0.08, 2.5
BROADEST = 2.2
"""How much more a picture may be drawn out one way than the other, for it to fill its room."""
AROUND, ABOVE = 62, 30
NEAR_EDGE = 40


class Frame:
    """From points of a network to points of the screen, and back."""

    def __init__(self) -> None:
        self.scale = self._wider = 1.0
        self.origin = QPointF()

    def point(self, at: Point) -> QPointF:
        """Where a point of the network is on the screen."""
        right, down = self._units()
        return QPointF(self.origin.x() + at[0] * right, self.origin.y() + at[1] * down)

    def back(self, point: QPointF) -> Point:
        """Which point of the network a point of the screen is."""
        right, down = self._units()
        return (point.x() - self.origin.x()) / right, (point.y() - self.origin.y()) / down

    def _units(self) -> tuple[float, float]:
        """How far one unit of the network leads on the screen, to the right and down."""
        look = theme.current()
        return look.px(UNIT) * self.scale * self._wider, look.px(UNIT_DOWN) * self.scale / self._wider

    def zoom(self, by: float, around: QPointF) -> None:
        """Larger or smaller, with one point staying where it is."""
        held = self.back(around)
        self.scale = min(max(self.scale * by, SMALLEST), LARGEST)
        self.origin += around - self.point(held)

    def move(self, by: QPointF) -> None:
        """Move the whole picture."""
        self.origin += by

    def fit(self, points: Iterable[Point], room: QRectF) -> None:
        """Show all points, no larger than full size, in the middle of the room; a broad room makes a broad picture."""
        known = list(points)
        if not known or room.isEmpty():
            return
        look = theme.current()
        lefts, tops = [each[0] for each in known], [each[1] for each in known]
        wide = (max(lefts) - min(lefts)) * look.px(UNIT) or 1.0
        tall = (max(tops) - min(tops)) * look.px(UNIT_DOWN) or 1.0
        beside, above = look.px(AROUND), look.tall(ABOVE)
        across = min(max((room.width() - 2 * beside) / wide, SMALLEST), 1.0)
        down = min(max((room.height() - 2 * above) / tall, SMALLEST), 1.0)
        across, down = min(across, down * BROADEST), min(down, across * BROADEST)
        self.scale, self._wider = sqrt(across * down), sqrt(across / down)
        centre = self.point(((max(lefts) + min(lefts)) / 2, (max(tops) + min(tops)) / 2))
        self.origin += room.center() - centre

    def bring_in(self, at: Point, room: QRectF) -> bool:
        """Move the picture as little as needed for a point to be in view; whether it moved."""
        point, near = self.point(at), theme.current().px(NEAR_EDGE)
        inner = room.adjusted(near, near, -near, -near)
        right = min(max(point.x(), inner.left()), inner.right()) - point.x()
        down = min(max(point.y(), inner.top()), inner.bottom()) - point.y()
        self.move(QPointF(right, down))
        return bool(right or down)
