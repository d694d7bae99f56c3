"""The table of a list on the screen: what the keys do in it; rows and columns come from whoever shows it."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

COPY = QKeySequence("Ctrl+C")
COPY_WITH_HEADERS = QKeySequence("Ctrl+Shift+C")


class TableView(QTableView):
    """A table in which Enter opens, Ctrl+C copies, Home and End go along the rows, and the wheel only scrolls."""

    opened = Signal(QModelIndex)
    copy_asked = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; Ctrl+C copies, with the headers when Shift is held."""
        pressed = QKeySequence(event.keyCombination())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif pressed in (COPY, COPY_WITH_HEADERS):
            self.copy_asked.emit(pressed == COPY_WITH_HEADERS)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QTableView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End are the first row and the last one read so far; a table of Qt's goes along the columns."""
        ends = {QTableView.CursorAction.MoveHome: 0, QTableView.CursorAction.MoveEnd: self.model().rowCount() - 1}
        if action in ends:
            return self.model().index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, held)
