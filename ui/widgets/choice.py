"""The choice field: one word of a list; nothing is chosen until somebody chooses, and the wheel chooses nothing."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from rise_desk.domain.names import fold
from rise_desk.domain.vocabulary import Entry, Vocabulary
from ui.widgets.plain_choice import ArrowBox

CHOOSE = "Choose…"
SEARCHED_FROM = 15
KEY, FOLDED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class FoldedCompleter(QCompleter):
    """Finds an entry by any part of its name, without minding case or accents."""

    def splitPath(self, path: str) -> list[str]:
        """What was typed, as comparisons see it."""
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What is written when an entry is taken: its label."""
        return str(index.data())


class ChoiceField(ArrowBox):
    """A list to choose from; long ones are searched by typing."""

    changed = Signal()

    def __init__(self, vocabulary: Vocabulary, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary, self._called = vocabulary, called
        entries = vocabulary.choices()
        self._entries = QStandardItemModel(self)
        self._fill(entries)
        self.setModel(self._entries)
        self.setCurrentIndex(0)
        self.setMinimumContentsLength(14)
        self.setMaxVisibleItems(14)
        if len(entries) >= SEARCHED_FROM:
            self._make_searchable()
        self.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def value(self) -> str:
        """The key of what was chosen; '' for nothing."""
        typed = self.currentText().strip()
        if typed == self.itemText(self.currentIndex()):
            return str(self.currentData(KEY) or "")
        return self._vocabulary.key_for(typed) or ""

    def set_value(self, value: Any) -> None:
        """Show the word for a key; a retired or unknown one is shown as it is and stays what it is."""
        place = self.findData(value or "", KEY)
        if place < 0:
            self._entries.appendRow(_item(str(value), self._vocabulary.label(str(value))))
            place = self.count() - 1
        self.setCurrentIndex(place)
        if self.isEditable():
            self.setEditText(self.itemText(place) if place else "")

    def typed(self) -> Any:
        """The key, or what was typed that is in no list."""
        return self.value() or self._written()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        key = str(typed or "")
        if not key or self._vocabulary.has(key):
            self.set_value(key)
        else:
            self.setEditText(key)

    def unreadable(self) -> str:
        """A sentence where what was typed is not in the list."""
        written = self._written()
        return (
            f"{self._called} “{written}” is not in the list. Choose one from it."
            if written and not self.value()
            else ""
        )

    def field_widget(self) -> QWidget:
        """The box itself."""
        return self

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed becomes the entry it stands for."""
        super().focusOutEvent(event)
        if self.isEditable() and (key := self.value()):
            self.set_value(key)

    def _fill(self, entries: Sequence[Entry]) -> None:
        self._entries.appendRow(_item("", CHOOSE))
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                heading = QStandardItem(group)
                heading.setEnabled(False)
                heading.setData("\0", KEY)
                self._entries.appendRow(heading)
            self._entries.appendRow(_item(entry.key, entry.label))

    def _make_searchable(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        finder = FoldedCompleter(self._entries, self)
        finder.setCompletionRole(FOLDED)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        shown = QListView()
        shown.setProperty("surface", "popup")
        finder.setPopup(shown)
        self.setCompleter(finder)
        self.clearEditText()
        self.editTextChanged.connect(lambda _text: self.changed.emit())
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText("Choose, or type to search")

    def _written(self) -> str:
        return self.currentText().strip() if self.isEditable() else ""


def _item(key: str, text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(key, KEY)
    item.setData(fold(text) if key else "", FOLDED)
    return item
