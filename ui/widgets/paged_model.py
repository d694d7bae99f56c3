"""Rows that are fetched a page at a time, in the order the store gives them; the screen never sorts."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.widgets.columns import Cell, Column
from ui.widgets.words import tip

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[str, bool, Any], Sequence[Any]]
"""What the store is asked: sorted by what, descending or not, after which row (None for the first page)."""

ROW = Qt.ItemDataRole.UserRole
CELL = Qt.ItemDataRole.UserRole + 1
PAGE = 50


class PagedModel(QAbstractTableModel):
    """The rows fetched so far; a page that is shorter than `page` is the last one."""

    counted = Signal(int, bool)

    def __init__(self, columns: Sequence[Column], fetch: Fetch, *, page: int = PAGE) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows: list[Any] = []
        self.sorted_by, self.descending = "", False
        self._fetch, self._page = fetch, page
        self._more = False

    def reload(self, *, at_least: int = 0) -> None:
        """Fetch from the beginning again, as many rows as there were asked for."""
        self.beginResetModel()
        self.rows = []
        self._more = True
        try:
            self._take_page()
            while self._more and len(self.rows) < at_least:
                self._take_page()
        finally:
            self.endResetModel()
        self.counted.emit(len(self.rows), not self._more)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.columns = list(columns)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows were fetched so far."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns are shown."""
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in one place."""
        return self.columns[column].of(self.rows[row])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's text, its row, and the whole of it for screen readers and tooltips."""
        if not index.isValid():
            return None
        if role == ROW:
            return self.rows[index.row()]
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[index.column()].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell.spoken())
        words = {Qt.ItemDataRole.DisplayRole: cell.text, Qt.ItemDataRole.AccessibleTextRole: cell.spoken(), CELL: cell}
        return words.get(role)

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles; for screen readers also how the list is sorted."""
        if side != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        sorted_ = column.sort and column.sort == self.sorted_by
        how = f", sorted {'descending' if self.descending else 'ascending'}" if sorted_ else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side_ = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side_ | Qt.AlignmentFlag.AlignVCenter)
        arrow = f"{column.title} {'↓' if self.descending else '↑'}" if sorted_ else column.title
        words = {Qt.ItemDataRole.DisplayRole: arrow, Qt.ItemDataRole.AccessibleTextRole: column.title + how}
        return words.get(Qt.ItemDataRole(role))

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the store may have more."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page; the view asks when somebody scrolls near the end."""
        fresh = self._next_page()
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(fresh) - 1)
            self.rows.extend(fresh)
            self.endInsertRows()
        self.counted.emit(len(self.rows), not self._more)

    def _take_page(self) -> None:
        self.rows.extend(self._next_page())

    def _next_page(self) -> Sequence[Any]:
        fresh = self._fetch(self.sorted_by, self.descending, self.rows[-1] if self.rows else None)
        self._more = len(fresh) >= self._page
        return fresh
