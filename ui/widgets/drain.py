"""A line that drains: how much of the time for something is left, in three thirds; full, hatched and red when late."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.due_words import left

TOTAL = 72 * 60
"""The minutes in which a return interview is to be held."""

TALL, WIDE, NARROW = 8, 300, 90
GAP = 2
STRIPE = 7
THIRDS = 3


class Drain(QWidget):
    """The line as a widget, as broad as there is room up to 300; screen readers are told it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.minutes_left, self.total = TOTAL, TOTAL
        self.say(TOTAL)
        self._measure()
        theme.when_changed(self._measure)

    def say(self, minutes_left: int, total: int = TOTAL) -> None:
        """Show this much of the time as left; below 0 it is late."""
        self.minutes_left, self.total = minutes_left, total
        self.setAccessibleName(left(minutes_left))
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as a thin bar beside the text of this size."""
        return QSize(theme.current().px(WIDE), theme.current().tall(TALL))

    def minimumSizeHint(self) -> QSize:
        """The thirds can still be told apart."""
        return QSize(theme.current().px(NARROW), theme.current().tall(TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        paint(QPainter(self), QRectF(self.rect()), self.minutes_left, total=self.total)

    def _measure(self) -> None:
        self.setMaximumWidth(theme.current().px(WIDE))
        self.updateGeometry()


def paint(painter: QPainter, rect: QRectF, minutes_left: int, *, total: int = TOTAL) -> None:
    """Draw the line into a rectangle, whatever lies beneath showing through the gaps; lists draw theirs with this."""
    look = theme.current()
    late = minutes_left < 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(_outline(rect))
    painter.fillRect(rect, look.colour("loud" if late else "line"))
    if late:
        _hatch(painter, rect, look.colour("card"))
    else:
        share = min(minutes_left / total, 1.0) if total > 0 else 0.0
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()), look.colour("accent"))
    painter.restore()


def _outline(rect: QRectF) -> QPainterPath:
    """Three thirds with a fine gap between, round at both ends of the line."""
    whole, thirds = QPainterPath(), QPainterPath()
    whole.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    wide = (rect.width() - GAP * (THIRDS - 1)) / THIRDS
    for number in range(THIRDS):
        thirds.addRect(QRectF(rect.left() + number * (wide + GAP), rect.top(), wide, rect.height()))
    return whole.intersected(thirds)


def _hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Slanted stripes, so that what is late is told from what is full without its colour."""
    tall = rect.height()
    painter.setPen(QPen(colour, max(tall / 5, 1.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    step = max(tall, STRIPE)
    at = rect.left() - tall
    while at < rect.right():
        painter.drawLine(QPointF(at, rect.bottom() + 1), QPointF(at + tall + 2, rect.top() - 1))
        at += step
