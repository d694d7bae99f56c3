"""A badge: a level said by shape, word and tint together, so that it survives grey printing and colour blindness."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Tone(StrEnum):
    """What a badge says: a level of risk, a plain fact, or that something is over."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"
    CLOSED = "closed"


WORDS = {Tone.HIGH: "High", Tone.MEDIUM: "Medium", Tone.LOW: "Low", Tone.INFO: "", Tone.CLOSED: "Closed"}
SHAPED = (Tone.HIGH, Tone.MEDIUM, Tone.LOW)
INNER = 8
SHAPE = 10


class Badge(QWidget):
    """The level of a person or a record, as a label that can't be clicked."""

    def __init__(self, text: str = "", tone: Tone = Tone.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show this word at this level; no word and no level's own word hides the badge's text."""
        self.text, self.tone = text or WORDS[tone], tone
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Shape, word and room around them."""
        return QSize(width_of(self.text, self.tone), theme.current().tall(24))

    def minimumSizeHint(self) -> QSize:
        """A badge is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        if self.text:
            paint(QPainter(self), QRectF(self.rect()), self.text, self.tone)


def width_of(text: str, tone: Tone) -> int:
    """How broad a badge with this word is."""
    look = theme.current()
    shape = look.tall(SHAPE) + 6 if tone in SHAPED else 0
    return QFontMetrics(_font()).horizontalAdvance(text) + 2 * INNER + shape + 2


def paint(painter: QPainter, place: QRectF, text: str, tone: Tone) -> None:
    """Draw a badge into a rectangle; lists draw theirs with this too."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{tone}_ground"))
    painter.drawRoundedRect(place, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
    left = place.left() + INNER
    if tone in SHAPED:
        size = look.tall(SHAPE)
        painter.setBrush(look.colour(tone))
        shape(painter, QRectF(left, place.center().y() - size / 2, size, size), tone)
        left += size + 6
    painter.setPen(look.colour(tone))
    painter.setFont(_font())
    room = QRectF(left, place.top(), place.right() - left - INNER / 2, place.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    painter.restore()


def _font() -> QFont:
    return theme.current().font(theme.Type.TEXT, strong=True)


def shape(painter: QPainter, box: QRectF, tone: Tone) -> None:
    """Draw the shape alone that stands for a level, in the colour that is set."""
    middle = box.center()
    if tone is Tone.LOW:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif tone is Tone.MEDIUM:
        points = (
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        )
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.drawPolygon(QPolygonF((QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft())))
