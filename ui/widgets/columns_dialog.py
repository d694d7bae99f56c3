"""The window in which somebody chooses a list's columns and their order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.columns import Column
from ui.widgets.words import label

KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """Ticked columns are shown, in the order of the list; Space ticks, the buttons move."""

    def __init__(self, columns: Sequence[Column], order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Choose columns")
        self.list = QListWidget()
        self.list.setAccessibleName("Columns")
        self.list.ensurePolished()
        by_key = {each.key: each for each in columns}
        for key in (*order, *(each.key for each in columns if each.key not in order)):
            self._add(by_key[key], shown=key in order)
        self.list.setCurrentRow(0)
        self.up_button = Button("Move &up")
        self.down_button = Button("Move &down")
        self.keep_button = Button("Show these", "primary")
        self.cancel_button = Button("Cancel", keys="Esc")
        self._build()

    def order(self) -> list[str]:
        """The keys of the columns to show, in order; never none."""
        items = [self.list.item(place) for place in range(self.list.count())]
        ticked = [str(item.data(KEY)) for item in items if item.checkState() == Qt.CheckState.Checked]
        return ticked or [str(items[0].data(KEY))]

    def move_item(self, by: int) -> None:
        """Move the current column up (-1) or down (1)."""
        here = self.list.currentRow()
        there = here + by
        if 0 <= there < self.list.count():
            self.list.insertItem(there, self.list.takeItem(here))
            self.list.setCurrentRow(there)

    def _add(self, column: Column, *, shown: bool) -> None:
        item = QListWidgetItem(column.title)
        item.setData(KEY, column.key)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if column.fixed else flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if shown or column.fixed else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.PAD)
        column.addWidget(label("Choose columns", Type.NAME))
        column.addWidget(label("Tick the columns to show. Space ticks one.", tone="soft", wrap=True))
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for button in (self.up_button, self.down_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.keep_button)
        column.addLayout(row)
        self.up_button.clicked.connect(lambda: self.move_item(-1))
        self.down_button.clicked.connect(lambda: self.move_item(1))
        self.keep_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.resize(theme.current().px(520), theme.current().tall(360))
