"""A folder, typed or chosen."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.text_fields import LineField


class FolderField(QWidget):
    """A line for a folder with a button that looks for one; `called` is what the search for it is headed."""

    changed = Signal()

    def __init__(self, called: str, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._called = called
        self.line = LineField()
        self.line.set_value(folder or "")
        self.button = Button("Choose…", hint=f"Choose the folder: {called}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.TIGHT)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.line.changed.connect(self.changed)
        self.button.clicked.connect(self.choose)

    def choose(self) -> None:
        """Look for a folder."""
        chosen = QFileDialog.getExistingDirectory(self, self._called, self.line.value())
        if chosen:
            self.line.set_value(chosen)

    def value(self) -> str:
        """The folder as typed."""
        return self.line.value()

    def set_value(self, value: object) -> None:
        """Show a folder."""
        self.line.set_value(value)

    def typed(self) -> str:
        """What was typed, as it is."""
        return self.line.typed()

    def restore(self, typed: object) -> None:
        """Show what was typed before."""
        self.line.restore(typed)

    def unreadable(self) -> str:
        """Any text can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The line."""
        return self.line
