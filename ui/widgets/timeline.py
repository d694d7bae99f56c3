"""The timeline: what happened, newest first, under headings; each entry says when, by whom and what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStackedLayout, QWidget

from ui.widgets.badge import Tone
from ui.widgets.empty_state import EmptyState

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
OPENED_OUT = Qt.ItemDataRole.UserRole + 1
PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that happened. `heading` is the group it stands under, `when` only as much as is known."""

    key: object
    heading: str
    title: str
    when: str = ""
    by: str = ""
    text: str = ""
    quote: str = ""
    tags: Sequence[tuple[str, Tone]] = ()
    withdrawn: str = ""

    def spoken(self) -> str:
        """The entry in one line, for screen readers and for copying."""
        tags = ", ".join(text for text, _tone in self.tags)
        told = (self.title, self.when, tags, self.withdrawn, self.quote, self.text, self.by)
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in told if part)


@dataclass(frozen=True)
class Heading:
    """The heading over the entries of one time."""

    text: str


Fetch = Callable[[Entry | None], Sequence[Entry]]


class TimelineModel(QAbstractListModel):
    """Entries fetched a page at a time, a heading wherever the time changes."""

    def __init__(self, fetch: Fetch, *, page: int = PAGE) -> None:
        super().__init__()
        self.items: list[Entry | Heading] = []
        self.out: set[object] = set()
        self._fetch, self._page, self._more = fetch, page, False

    def reload(self) -> None:
        """Fetch from the newest again."""
        self.beginResetModel()
        self.items = []
        self.items = self._next()
        self.endResetModel()

    def entries(self) -> list[Entry]:
        """The entries so far, without headings."""
        return [each for each in self.items if isinstance(each, Entry)]

    def toggle(self, index: Index) -> None:
        """Show an entry's whole text, or fold it again."""
        entry = index.data(ITEM)
        if isinstance(entry, Entry):
            self.out ^= {entry.key}
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many lines there are, headings included."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The item itself, whether it is folded out, and its words."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ITEM:
            return item
        if role == OPENED_OUT:
            return isinstance(item, Entry) and item.key in self.out
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.spoken() if isinstance(item, Entry) else item.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        heading = index.isValid() and isinstance(self.items[index.row()], Heading)
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be older entries."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Fetch older entries; the view asks when somebody scrolls near the end."""
        fresh = self._next()
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self.items), len(self.items) + len(fresh) - 1)
            self.items.extend(fresh)
            self.endInsertRows()

    def _next(self) -> list[Entry | Heading]:
        last = next((each for each in reversed(self.items) if isinstance(each, Entry)), None)
        entries = self._fetch(last)
        self._more = len(entries) >= self._page
        heading = last.heading if last else None
        items: list[Entry | Heading] = []
        for entry in entries:
            if entry.heading != heading:
                heading = entry.heading
                items.append(Heading(heading))
            items.append(entry)
        return items


class TimelineView(QListView):
    """The list on the screen: Space folds an entry out, Enter opens its record."""

    opened = Signal(object)

    def __init__(self, entries: TimelineModel, parent: QWidget | None = None) -> None:
        from ui.widgets.timeline_delegate import TimelineDelegate

        super().__init__(parent)
        self.entries = entries
        self.setModel(entries)
        self._delegate = TimelineDelegate(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space folds out."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.data(ITEM).key)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.toggle(index)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on 'more' folds out."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._on_more(index, event.position().toPoint()):
            self.toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the record."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and isinstance(index.data(ITEM), Entry):
            self.opened.emit(index.data(ITEM).key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps differently."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text does too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()

    def toggle(self, index: Index) -> None:
        """Show the whole text of an entry, or fold it again."""
        self.entries.toggle(index)
        self.scheduleDelayedItemsLayout()

    def _on_more(self, index: QModelIndex, at: QPoint) -> bool:
        return self._delegate.more_place(self.visualRect(index), index).contains(at)


class Timeline(QWidget):
    """A timeline with its empty state; `opened` tells the key of an entry somebody wants to read in full."""

    opened = Signal(object)

    def __init__(
        self,
        fetch: Fetch | None = None,
        *,
        name: str = "Chronology",
        page: int = PAGE,
        empty: EmptyState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = TimelineModel(fetch or (lambda _after: ()), page=page)
        self.view = TimelineView(self.model)
        self.view.setAccessibleName(name)
        self.empty = empty or EmptyState("Nothing recorded yet.", icon="clock")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.view.opened.connect(self.opened)

    def reload(self) -> None:
        """Ask for the entries again."""
        self.model.reload()
        self._stack.setCurrentWidget(self.view if self.model.items else self.empty)
