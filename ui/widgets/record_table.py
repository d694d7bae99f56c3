"""The list of records: paged by key, sorted by the store, its columns chosen, ordered and remembered by each person."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedLayout, QToolTip, QWidget

from ui import theme
from ui.widgets.cell_delegate import CellDelegate, row_height
from ui.widgets.columns import Column, Layout, remembered, usual
from ui.widgets.empty_state import EmptyState
from ui.widgets.paged_model import PAGE, ROW, Fetch, PagedModel
from ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from ui.widgets.columns_dialog import ColumnsDialog

NARROWEST = 60
SNUGGEST = 0.8
"""How narrow a column of a snug list becomes at most, as a share of what it asks for."""
MOST_COPIED = 100
"""As many rows as leave the desk without a second person (services/exchange/exporting)."""
TOO_MANY = f"More than {MOST_COPIED} rows can’t be copied. Nothing was; export the list instead, in the File menu."


@dataclass(frozen=True, kw_only=True)
class Verb:
    """One act on a row, for the context menu: its words, its keys and what it does."""

    text: str
    act: Callable[[Any], None]
    keys: str = ""


class RecordTable(QWidget):
    """A list of rows: `opened` and `chosen` tell the row, `counted` how many are there and whether that is all.

    `copied` tells how many rows went to the clipboard, `too_many` that none did: so many leave only as an export.
    With `exports`, its menu offers to take the whole list out (`export_asked`). `snug`: columns that nobody set are
    narrower where they would not all be in view.
    """

    opened = Signal(object)
    chosen = Signal(object)
    counted = Signal(int, bool)
    layout_changed = Signal(dict)
    copied = Signal(int)
    too_many = Signal(int)
    export_asked = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        *,
        name: str,
        sort: str = "",
        descending: bool = False,
        two_lines: bool = False,
        page: int = PAGE,
        empty: EmptyState | None = None,
        verbs: Sequence[Verb] = (),
        exports: bool = False,
        snug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.verbs = list(verbs)
        self._exports = exports
        self._snug = snug
        self._usual = usual(columns, sort, descending=descending)
        self._layout = usual(columns, sort, descending=descending)
        self._two_lines = two_lines
        self._settling = False
        self.model = PagedModel(columns, fetch, page=page)
        self.view = TableView()
        self.empty = empty or EmptyState(f"{name}: nothing recorded yet.")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.view.setAccessibleName(name)
        self._dress()
        self._connect()
        self._show_layout()
        theme.when_changed(self._show_layout)

    def reload(self) -> None:
        """Ask the store again; the row that was chosen stays chosen where it is still there."""
        current = self.current_row()
        self.model.reload(at_least=len(self.model.rows))
        self._fit_rows()
        self.choose(current)
        self._stack.setCurrentWidget(self.view if self.model.rows else self.empty)

    def current_row(self) -> Any:
        """The row that is chosen; None for none."""
        index = self.view.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, row: Any) -> None:
        """Choose a row; one that is not there changes nothing."""
        if row in self.model.rows:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(self.model.rows.index(row), 0)
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def selected_rows(self) -> list[Any]:
        """Every row that is marked, in the order shown."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.rows[place] for place in places]

    def state(self) -> dict[str, Any]:
        """How the list is laid out, as plain data to remember."""
        return self._layout.plain()

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Lay the list out as it was remembered."""
        self._layout = remembered(self.columns, kept, self._usual)
        self._show_layout()

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Have the store sort by this."""
        self._layout.sort, self._layout.descending = key, descending
        self._show_sort()
        self.reload()
        self.layout_changed.emit(self.state())

    def copy(self, *, headers: bool = False) -> str:
        """Put the marked rows on the clipboard, a tab between columns, as Excel and Word take them; '' for too many."""
        if len(self.selected_rows()) > MOST_COPIED:
            QToolTip.showText(QCursor.pos(), TOO_MANY, self.view)
            self.too_many.emit(len(self.selected_rows()))
            return ""
        rows = [[column.of(row).spoken() for column in self.model.columns] for row in self.selected_rows()]
        lines = [[column.title for column in self.model.columns]] * headers + rows
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        if rows:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(len(rows))
        return text if rows else ""

    def choose_columns(self) -> "ColumnsDialog":
        """Open the window in which columns are chosen and put in order."""
        from ui.widgets.columns_dialog import ColumnsDialog

        dialog = ColumnsDialog(self.columns, self._layout.order, self)
        dialog.accepted.connect(lambda: self._take_columns(dialog.order()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def menu(self) -> QMenu:
        """The acts on the chosen row, copying, sorting and the columns."""
        menu = QMenu(self)
        row = self.current_row()
        for verb in self.verbs if row is not None else ():
            self._offer(menu, verb.text, lambda _=False, act=verb.act: act(row), verb.keys)
        if self.verbs and row is not None:
            menu.addSeparator()
        self._offer(menu, "Copy", lambda: self.copy(headers=False), "Ctrl+C")
        self._offer(menu, "Copy with headings", lambda: self.copy(headers=True), "Ctrl+Shift+C")
        menu.addSeparator()
        sorting = menu.addMenu("Sort by")
        for column in self.model.columns:
            if column.sort:
                self._offer(sorting, column.title, lambda _=False, each=column: self._sort_column(each))
        self._offer(menu, "Choose columns…", self.choose_columns)
        if self._exports:
            menu.addSeparator()
            self._offer(menu, "Export this list…", lambda _=False: self.export_asked.emit())
        return menu

    def _dress(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(CellDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setMouseTracking(True)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.verticalHeader().hide()
        header = view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        header = self.view.horizontalHeader()
        header.sectionClicked.connect(lambda place: self._sort_column(self.model.columns[place]))
        header.sectionMoved.connect(lambda *_places: self._moved())
        header.sectionResized.connect(self._resized)
        header.customContextMenuRequested.connect(lambda _at: self.choose_columns())
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.opened.connect(self._open)
        self.view.doubleClicked.connect(self._open)
        self.view.copy_asked.connect(lambda headers: self.copy(headers=headers))
        self.view.selectionModel().currentRowChanged.connect(lambda *_indexes: self.chosen.emit(self.current_row()))
        self.model.counted.connect(self.counted)

    def _show_layout(self) -> None:
        by_key, chosen = {each.key: each for each in self.columns}, self.current_row()
        with self._quietly():
            header = self.view.horizontalHeader()
            for place in range(header.count()):
                header.moveSection(header.visualIndex(place), place)
            self.model.set_columns([by_key[key] for key in self._layout.order])
        self._fit_columns()
        self._fit_rows()
        self._show_sort()
        self.choose(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A broader or narrower list has broader or narrower columns, if it is a snug one."""
        super().resizeEvent(event)
        if self._snug:
            self._fit_columns()

    def _fit_columns(self) -> None:
        px = theme.current().px
        asked = sum(px(each.width) for each in self.model.columns)
        share = min(max(self.width() / max(asked, 1), SNUGGEST), 1.0) if self._snug else 1.0
        with self._quietly():
            for place, column in enumerate(self.model.columns):
                self.view.setColumnWidth(place, self._layout.widths.get(column.key, int(px(column.width) * share)))

    def _fit_rows(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(row_height(two_lines=self._two_lines))

    def _show_sort(self) -> None:
        self.model.sorted_by, self.model.descending = self._layout.sort, self._layout.descending
        header = self.view.horizontalHeader()
        places = [
            place for place, each in enumerate(self.model.columns) if each.sort and each.sort == self._layout.sort
        ]
        direction = Qt.SortOrder.DescendingOrder if self._layout.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(False)
        header.setSortIndicator(places[0] if places else -1, direction)

    def _sort_column(self, column: Column) -> None:
        if column.sort:
            again = column.sort == self._layout.sort
            self.sort_by(column.sort, descending=again and not self._layout.descending)
        else:
            self._show_sort()

    def _moved(self) -> None:
        if not self._settling:
            header = self.view.horizontalHeader()
            self._take_columns([self.model.columns[header.logicalIndex(place)].key for place in range(header.count())])

    def _resized(self, place: int, _old: int, new: int) -> None:
        last = self.view.horizontalHeader().visualIndex(place) == len(self.model.columns) - 1
        if not self._settling and not last and new >= NARROWEST:
            self._layout.widths[self.model.columns[place].key] = new
            self.layout_changed.emit(self.state())

    def _take_columns(self, order: Sequence[str]) -> None:
        self._layout = Layout(list(order), self._layout.widths, self._layout.sort, self._layout.descending)
        self._show_layout()
        self.layout_changed.emit(self.state())

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._settling = True
        yield
        self._settling = False

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW))

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(self.view.viewport().mapToGlobal(at))

    def _offer(self, menu: QMenu, text: str, act: Callable[..., object], keys: str = "") -> None:
        action = QAction(text, menu)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, and owned elsewhere
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(act)
        menu.addAction(action)
