"""How sure a link is, as a line: confirmed is solid, probable dashed, unconfirmed dotted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from rise_desk.domain import linking
from ui import theme
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.paged_model import ROW, Index, PagedModel

DASHES = {linking.PROBABLE: (5.0, 3.0), linking.UNCONFIRMED: (0.1, 3.0)}
LONG, THICK, INSET = 34, 2.4, 8
SURE = "confidence"


def pen(confidence: str, colour: QColor, thick: float) -> QPen:
    """The pen of a link; one whose confidence nobody recorded is drawn as the least sure."""
    made = QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    dashes = DASHES.get(confidence, () if confidence == linking.CONFIRMED else DASHES[linking.UNCONFIRMED])
    if dashes:
        made.setDashPattern(list(dashes))
    if confidence != linking.CONFIRMED and confidence != linking.PROBABLE:
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
    return made


def paint(painter: QPainter, left: float, middle: float, confidence: str, colour: QColor) -> None:
    """A short piece of the line, from here to the right."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(confidence, colour, THICK * look.scale))
    painter.drawLine(QLineF(QPointF(left, middle), QPointF(left + look.px(LONG), middle)))
    painter.restore()


class SureDelegate(CellDelegate):
    """Draws a list of links; in the column of how sure they are the line stands before the words."""

    def __init__(self, sure: Callable[[Any], str], parent: Any = None) -> None:
        super().__init__(parent)
        self._sure = sure

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, moved to the right where the line stands before it."""
        model = index.model()
        if not (isinstance(model, PagedModel) and model.columns[index.column()].key == SURE):
            super().paint(painter, option, index)
            return
        look, whole = theme.current(), QRect(option.rect)
        by = look.px(LONG) + INSET
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(whole, look.colour("selection" if chosen else "hover" if over else "card"))
        moved = QStyleOptionViewItem(option)
        moved.rect = whole.adjusted(by, 0, 0, 0)
        super().paint(painter, moved, index)
        painter.fillRect(whole.left(), whole.bottom(), by, 1, look.colour("line"))
        ink = look.colour("on_selection" if chosen else "ink")
        second = bool(index.data(ROW)) and bool(model.columns[index.column()].of(index.data(ROW)).second)
        middle = whole.top() + whole.height() * (0.3 if second else 0.5)
        paint(painter, whole.left() + INSET, middle, self._sure(index.data(ROW)), ink)
