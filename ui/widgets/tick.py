"""A box to tick, drawn at the size of the text."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import icons, theme

GAP = 8


class Tick(QCheckBox):
    """A check box whose box is seen at every text size and in both schemes."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text.replace("&", ""))

    def sizeHint(self) -> QSize:
        """The box, a gap and the words."""
        look = theme.current()
        words = QFontMetrics(self.font()).size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width()
        return QSize(self._side() + GAP + words + 4, look.control)

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick and the words."""
        look, painter, side = theme.current(), QPainter(self), self._side()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        ticked, able = self.isChecked(), self.isEnabled()
        edge = "accent" if ticked and able else "edge" if able else "line"
        painter.setPen(QPen(look.colour(edge), 2))
        painter.setBrush(look.colour("accent" if ticked and able else "field"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if ticked:
            icons.paint(painter, "check", look.colours.on_accent if able else look.colours.soft, box)
        words = self.rect().adjusted(side + GAP, 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic)
        self.style().drawItemText(painter, words, flags, self.palette(), able, self.text(), self.foregroundRole())

    def _side(self) -> int:
        return theme.current().tall(17)
