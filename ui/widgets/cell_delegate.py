"""Draws a list's cells: words or a badge, a soft second line, and one mark for the whole row."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.theme import Type
from ui.widgets import badge, drain
from ui.widgets.columns import Cell
from ui.widgets.paged_model import CELL, Index

SIDE = 8
BESIDE = 4
DRAIN, WIDEST = 6, 160


class CellDelegate(QStyledItemDelegate):
    """One row is a name over a second line, whatever the column."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground, the hairline beneath it and the cell."""
        cell, place = index.data(CELL), QRect(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        look = theme.current()
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, look.colour("selection" if chosen else "hover"))
        painter.fillRect(place.adjusted(0, place.height() - 1, 0, 0), look.colour("line"))
        inner = place.adjusted(SIDE, 1, -SIDE, -2)
        if cell.badge is not None and cell.text:
            self._badge(painter, inner, cell, chosen=chosen)
        else:
            self._words(painter, inner, cell, chosen=chosen, right=_is_right(index))
        painter.restore()

    def _badge(self, painter: QPainter, inner: QRect, cell: Cell, *, chosen: bool) -> None:
        look = theme.current()
        width = min(badge.width_of(cell.text, cell.badge or badge.Tone.INFO), inner.width())
        height = look.tall(22)
        top = inner.top() + 1 if cell.second else inner.center().y() - height / 2 + 1
        badge.paint(painter, QRectF(inner.left(), top, width, height), cell.text, cell.badge or badge.Tone.INFO)
        if cell.second:
            painter.setFont(look.font(Type.SECOND))
            lower = inner.adjusted(0, height + 1, 0, 0)
            ink = "on_selection" if chosen else "soft"
            _write(painter, lower, cell.second, look.colour(ink), Qt.AlignmentFlag.AlignLeft)

    def _words(self, painter: QPainter, inner: QRect, cell: Cell, *, chosen: bool, right: bool) -> None:
        look = theme.current()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        upper = inner.adjusted(0, 3, 0, -inner.height() // 2) if cell.second else inner
        ink = "on_selection" if chosen else "loud" if cell.loud else "ink"
        painter.setFont(look.font(strong=cell.strong or cell.loud))
        _write(painter, upper, cell.text, look.colour(ink), side)
        lower = inner.adjusted(0, inner.height() // 2, 0, -2)
        if cell.minutes_left is not None:
            self._drain(painter, lower, cell.minutes_left, chosen=chosen)
        elif cell.alarm:
            self._alarm(painter, lower, cell.second, chosen=chosen)
        elif cell.second:
            painter.setFont(look.font(Type.SECOND))
            _write(painter, lower, cell.second, look.colour("on_selection" if chosen else "soft"), side)

    def _drain(self, painter: QPainter, lower: QRect, minutes_left: int, *, chosen: bool) -> None:
        """How much of its 72 hours an interview has left, as a line; on the chosen row on a ground of its own."""
        look = theme.current()
        tall, wide = look.tall(DRAIN), min(lower.width(), look.px(WIDEST))
        place = QRectF(lower.left(), lower.center().y() - tall / 2, wide, tall)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("card"))
            painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        drain.paint(painter, place, minutes_left)

    def _alarm(self, painter: QPainter, lower: QRect, text: str, *, chosen: bool) -> None:
        """The shape of the highest level and the words, both loud."""
        look = theme.current()
        ink, size = look.colour("on_selection" if chosen else "loud"), look.tall(badge.SHAPE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        badge.shape(painter, QRectF(lower.left(), lower.center().y() - size / 2, size, size), badge.Tone.HIGH)
        painter.restore()
        painter.setFont(look.font(Type.SECOND, strong=True))
        _write(painter, lower.adjusted(size + BESIDE, 0, 0, 0), text, ink, Qt.AlignmentFlag.AlignLeft)


def row_height(*, two_lines: bool) -> int:
    """How tall a row of a list is."""
    return max(theme.current().tall(42 if two_lines else 32), theme.CONTROL_HEIGHT)


def _is_right(index: Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight))


def _write(painter: QPainter, place: QRect, text: str, ink: QColor, side: Qt.AlignmentFlag) -> None:
    painter.setPen(ink)
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), words)
