"""The column of small pages beside the preview: where one is, and the quickest way to another page."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.preview_pictures import Picture, Pictures
from ui.preview_view import PAPER, PAPER_EDGE, TALL, WIDE
from ui.theme import Type

Index = QModelIndex | QPersistentModelIndex
BREADTH = 84
SPACE = 8
KEPT = 60


class Sheets(QAbstractListModel):
    """One row for each page; its picture is asked for when the row is painted, and not before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count, self.dpi = 0, 10
        self.pictures = Pictures(KEPT, self)
        self.pictures.drawn.connect(self._drawn)

    def show_pages(self, count: int, picture: Picture) -> None:
        """Take another paper."""
        self.beginResetModel()
        self._count = count
        self.pictures.show_paper(picture)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many pages there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of a page, what it is called, and its picture once there is one."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Page {index.row() + 1} of {self._count}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self.pictures.of(index.row(), self.dpi)
        return None

    def _drawn(self, page: int) -> None:
        if page < self._count:
            self.dataChanged.emit(self.index(page), self.index(page))


class SheetDelegate(QStyledItemDelegate):
    """A small sheet with its number below; the current one has a broad edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as a sheet of the agreed breadth, and a line for the number."""
        return QSize(_breadth() + 2 * SPACE, _height() + theme.current().tall(20) + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The sheet, its edge and its number."""
        look, place = theme.current(), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        sheet = QRect(place.center().x() - _breadth() // 2, place.top() + SPACE, _breadth(), _height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(sheet, PAPER)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            painter.drawPixmap(sheet, picture)
        painter.setPen(QPen(look.colour("accent"), 3) if chosen else QPen(PAPER_EDGE))
        painter.drawRect(sheet.adjusted(-2, -2, 1, 1) if chosen else sheet.adjusted(-1, -1, 0, 0))
        painter.setFont(look.font(Type.SECOND, strong=chosen))
        painter.setPen(look.colour("accent" if chosen else "soft"))
        below = place.adjusted(0, SPACE + _height() + 2, 0, 0)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), str(index.data()))
        painter.restore()


class Thumbnails(QListView):
    """The column; `chosen` tells which page (from 0) somebody went to."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = Sheets(self)
        self.setModel(self.sheets)
        self.setItemDelegate(SheetDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Pages")
        self._follows = False
        self.selectionModel().currentChanged.connect(self._current)
        theme.when_changed(self._fit)
        self._fit()

    def show_pages(self, count: int, picture: Picture, page: int) -> None:
        """Take another paper, with this page marked."""
        self.sheets.show_pages(count, picture)
        self.mark(page)

    def mark(self, page: int) -> None:
        """Mark the page that is in view, without going anywhere."""
        self._follows = True
        self.setCurrentIndex(self.sheets.index(page))
        self._follows = False

    def showEvent(self, event: QShowEvent) -> None:
        """The screen it is shown on tells how sharp its pictures must be."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.sheets.dpi = round(_breadth() * self.devicePixelRatioF() / WIDE)
        self.setFixedWidth(_breadth() + 2 * SPACE + self.verticalScrollBar().sizeHint().width() + 4)
        self.scheduleDelayedItemsLayout()

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._follows:
            self.chosen.emit(now.row())


def _breadth() -> int:
    return theme.current().px(BREADTH)


def _height() -> int:
    return round(_breadth() * TALL / WIDE)
