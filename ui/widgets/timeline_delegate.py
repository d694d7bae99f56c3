"""Draws the timeline: a line down the side with a dot for each entry, words beside it, 'more' where text is long."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.theme import Type
from ui.widgets import badge
from ui.widgets.timeline import ITEM, OPENED_OUT, Entry, Heading, Index

LINES = 3
LEFT = 34
PAD = 9
MORE, LESS = "More", "Less"


class TimelineDelegate(QStyledItemDelegate):
    """Measures and draws headings and entries."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the words need at this width."""
        item, width = index.data(ITEM), self._view.viewport().width()
        if isinstance(item, Heading):
            return QSize(width, theme.current().tall(34))
        return QSize(width, self._height(item, self._room(width), whole=bool(index.data(OPENED_OUT))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line of the timeline."""
        item, place = index.data(ITEM), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Heading):
            self._heading(painter, place, item)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._ground(painter, place, chosen=chosen, hover=hover)
            self._entry(painter, place, item, index)
        painter.restore()

    def more_place(self, place: QRect, index: Index) -> QRect:
        """Where 'More' stands in an entry; nowhere when all of it is shown anyway."""
        entry = index.data(ITEM)
        if not isinstance(entry, Entry) or not self._is_long(entry, self._room(place.width())):
            return QRect()
        metrics = QFontMetrics(theme.current().font(Type.SECOND, strong=True))
        corner = QPoint(place.left() + LEFT, place.bottom() - PAD - metrics.height() + 1)
        return QRect(corner, QSize(metrics.horizontalAdvance(MORE) + 8, metrics.height() + 2))

    def _heading(self, painter: QPainter, place: QRect, item: Heading) -> None:
        look = theme.current()
        painter.setFont(look.font(Type.SECOND, strong=True))
        painter.setPen(look.colour("soft"))
        room = place.adjusted(LEFT, 0, -PAD, -4)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), item.text)

    def _ground(self, painter: QPainter, place: QRect, *, chosen: bool, hover: bool) -> None:
        look = theme.current()
        painter.setPen(QPen(look.colour("line"), 2))
        middle = LEFT / 2
        painter.drawLine(QPointF(middle, place.top()), QPointF(middle, place.bottom() + 1))
        if chosen or hover:
            painter.setPen(QPen(look.colour("accent"), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_ground" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(place).adjusted(LEFT - 7, 1, -2, -1), theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.setBrush(look.colour("accent" if chosen else "card"))
        painter.drawEllipse(QPointF(middle, place.top() + PAD + look.tall(8)), 4.5, 4.5)

    def _entry(self, painter: QPainter, place: QRect, entry: Entry, index: Index) -> None:
        look = theme.current()
        left, room = place.left() + LEFT, self._room(place.width())
        top = place.top() + PAD
        top += self._title(painter, QRect(left, top, room, look.tall(19)), entry)
        for text, size, tone, most in self._blocks(entry, whole=bool(index.data(OPENED_OUT))):
            layout = _laid_out(text, look.font(size), room, most)
            painter.setPen(look.colour(tone))
            layout.draw(painter, QPointF(left, top))
            top += int(layout.boundingRect().height()) + 2
        more = self.more_place(place, index)
        if not more.isNull():
            painter.setFont(look.font(Type.SECOND, strong=True))
            painter.setPen(look.colour("accent"))
            painter.drawText(more, int(Qt.AlignmentFlag.AlignVCenter), LESS if index.data(OPENED_OUT) else MORE)

    def _title(self, painter: QPainter, row: QRect, entry: Entry) -> int:
        look = theme.current()
        painter.setFont(look.font())
        painter.setPen(look.colour("soft"))
        painter.drawText(row, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), entry.when)
        right = row.right() - painter.fontMetrics().horizontalAdvance(entry.when) - theme.GAP
        font = look.font(strong=True)
        font.setStrikeOut(bool(entry.withdrawn))
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, right - row.left())
        painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), title)
        left = row.left() + painter.fontMetrics().horizontalAdvance(title) + theme.GAP
        for text, tone in entry.tags:
            width = badge.width_of(text, tone)
            if left + width < right:
                badge.paint(painter, QRectF(left, row.top(), width, row.height()), text, tone)
                left += width + theme.TIGHT
        return row.height() + 2

    def _blocks(self, entry: Entry, *, whole: bool) -> list[tuple[str, Type, str, int]]:
        """The words under the title: text, size, tone and how many lines of it at most (0 for all)."""
        most = 0 if whole else LINES
        quote = f"“{entry.quote}”" if entry.quote else ""
        parts = (
            (entry.withdrawn, Type.SECOND, "loud", 0),
            (quote, Type.TEXT, "accent", most),
            (entry.text, Type.TEXT, "ink", most),
            (entry.by, Type.SECOND, "soft", 1),
        )
        return [part for part in parts if part[0]]

    def _height(self, entry: Entry, room: int, *, whole: bool) -> int:
        look = theme.current()
        tall = 2 * PAD + look.tall(19) + 2
        for text, size, _tone, most in self._blocks(entry, whole=whole):
            tall += int(_laid_out(text, look.font(size), room, most).boundingRect().height()) + 2
        if self._is_long(entry, room):
            tall += QFontMetrics(look.font(Type.SECOND, strong=True)).height() + 2
        return tall

    def _is_long(self, entry: Entry, room: int) -> bool:
        font = theme.current().font()
        return any(
            _laid_out(text, font, room, 0).lineCount() > LINES for text in (entry.text, entry.quote) if len(text) > 40
        )

    def _room(self, width: int) -> int:
        return max(width - LEFT - PAD - 4, 80)


def _laid_out(text: str, font: QFont, width: int, most: int) -> QTextLayout:
    """The text broken into lines of a width; where it is cut to `most` lines, the last one ends in '…'."""
    broken = _broken(text, font, width)
    if most and broken.lineCount() > most:
        last = broken.lineAt(most - 1)
        start = last.textStart()
        metrics = QFontMetrics(font)
        rest = broken.text()[start:].replace("\u2028", " ")
        kept = broken.text()[:start] + metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 2)
        return _broken(kept, font, width)
    return broken


def _broken(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text.strip().replace("\r\n", "\n").replace("\n", "\u2028"), font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    spacing, top = QFontMetrics(font).lineSpacing(), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += spacing
    layout.endLayout()
    return layout
