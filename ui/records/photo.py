"""The photo in a form: the one on file, or the picture that was chosen to take its place when the form is saved."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import Elided, label

PICTURES = "Pictures (*.jpg *.jpeg *.png)"
UNREADABLE = "The photo must be a picture: a JPEG or PNG file."
SIDE = 96


class PhotoField(QWidget):
    """Its value is the path of a new picture; '' leaves the photo on file as it is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_file = QPixmap()
        self._chosen = ""
        self.picture = label("No photo", tone="soft")
        self.picture.setFixedSize(theme.current().px(SIDE), theme.current().px(SIDE))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = Elided(size=Type.SECOND, tone="soft")
        self.choose_button = Button("Choose a picture…", icon="person")
        self.undo_button = Button("Leave as it was", "quiet")
        self._build()
        self.choose_button.clicked.connect(self.choose)
        self.undo_button.clicked.connect(lambda: self.restore(""))

    def value(self) -> str:
        """The path of the picture that was chosen."""
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Show the photo on file, given as the bytes of a picture."""
        self._on_file = QPixmap()
        self._on_file.loadFromData(value or b"")
        self.restore("")

    def typed(self) -> str:
        """The same: a path is plain data."""
        return self._chosen

    def restore(self, typed: Any) -> None:
        """Show the picture that was chosen, or the photo on file."""
        self._chosen = str(typed or "")
        shown = QPixmap(self._chosen) if self._chosen and not self.unreadable() else self._on_file
        if shown.isNull():
            self.picture.setText("No photo")
        else:
            self.picture.setPixmap(shown.scaled(self.picture.size(), Qt.AspectRatioMode.KeepAspectRatio))
        self.name.setText(Path(self._chosen).name)
        self.undo_button.setVisible(bool(self._chosen))
        self.changed.emit()

    def unreadable(self) -> str:
        """A sentence where the file is no picture."""
        return UNREADABLE if self._chosen and not QImageReader(self._chosen).canRead() else ""

    def field_widget(self) -> QWidget:
        """The button that asks for a picture."""
        return self.choose_button

    def choose(self) -> None:
        """Ask for a file."""
        path, _kind = QFileDialog.getOpenFileName(self, "Choose a photo", "", PICTURES)
        if path:
            self.restore(path)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.picture)
        column = QVBoxLayout()
        column.setSpacing(theme.TIGHT)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.name)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.undo_button.hide()
