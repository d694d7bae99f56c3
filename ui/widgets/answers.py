"""The answers beneath the search box: a list that never takes the focus from what is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.theme import Type
from ui.widgets.words import label

AT_MOST_ROWS = 8
ROW = 42
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One answer: what it leads to, its title, and what tells it from the others."""

    key: object
    title: str
    detail: str = ""
    aside: str = ""


class HitDelegate(QStyledItemDelegate):
    """Draws an answer in two lines, its aside at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text."""
        return QSize(200, theme.current().tall(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one answer."""
        hit, look, place = index.data(Qt.ItemDataRole.UserRole), theme.current(), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(place, look.colour("selection"))
        inner = place.adjusted(theme.GAP, 3, -theme.GAP, -3)
        top = inner.adjusted(0, 0, 0, -inner.height() // 2)
        lower = inner.adjusted(0, inner.height() // 2, 0, 0)
        painter.setPen(look.colour("on_selection" if chosen else "soft"))
        painter.setFont(look.font(Type.SECOND))
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), _cut(painter, hit.detail, lower.width()))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), hit.aside)
        room = top.width() - painter.fontMetrics().horizontalAdvance(hit.aside) - theme.GAP
        painter.setPen(look.colour("on_selection" if chosen else "ink"))
        painter.setFont(look.font(strong=True))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), _cut(painter, hit.title, room))
        painter.restore()


class Answers(QFrame):
    """The list beneath the box; it never takes the focus from what is being typed."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "popup")
        self.list = QListWidget()
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(tone="soft", wrap=True)
        self.none.setContentsMargins(theme.GAP, theme.TIGHT, theme.GAP, theme.TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        column.addWidget(self.none)
        self.list.itemClicked.connect(lambda item: self.picked.emit(item.data(Qt.ItemDataRole.UserRole).key))
        self.hide()

    def show_hits(self, hits: Sequence[Hit], none: str) -> None:
        """Show these answers, the first one ready to be opened, or a sentence that there is none."""
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(" · ".join(part for part in (hit.title, hit.detail, hit.aside) if part))
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(hits))
        self.none.setText(none)
        self.none.setVisible(not hits)
        self.list.setFixedHeight(min(len(hits), AT_MOST_ROWS) * theme.current().tall(ROW) + 4)

    def keep_within(self, tall: int) -> None:
        """Show no more rows at once than there is room for; the others are scrolled to."""
        row, around = theme.current().tall(ROW), self.sizeHint().height() - self.list.height()
        self.list.setFixedHeight(min(self.list.height(), max((tall - around - 4) // row, 1) * row + 4))

    def step(self, by: int) -> None:
        """Move the choice up or down, staying at the ends."""
        self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))

    def told(self) -> str:
        """The chosen answer and its place among them, as a screen reader says it."""
        if not self.list.count():
            return self.none.text()
        return f"{self.list.currentItem().text()}, {self.list.currentRow() + 1} of {self.list.count()}"

    def pick(self) -> None:
        """Open the chosen answer, if there is one."""
        item = self.list.currentItem()
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole).key)


def _cut(painter: QPainter, text: str, room: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
