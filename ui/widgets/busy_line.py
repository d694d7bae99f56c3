"""The busy line: what the desk is doing, how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.words import Elided

APPEARS_AFTER_MS = 400


class BusyLine(QWidget):
    """Shown only for work that takes longer than 0.4 s, so that quick work does not flicker."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Elided(tone="soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(220)
        self.button = Button("Cancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.text, 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        self.timer = QTimer(self, singleShot=True, interval=APPEARS_AFTER_MS)
        self.timer.timeout.connect(self.show)
        self.button.clicked.connect(self.cancelled)
        self.hide()

    def start(self, text: str, *, may_cancel: bool = False) -> None:
        """Say what is being done; the line appears after a moment."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.bar.setAccessibleName(f"Progress: {text}")
        self.bar.setRange(0, 0)
        self.button.setVisible(may_cancel)
        self.timer.start()

    def advance(self, done: int, of: int) -> None:
        """Say how far the work is."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def finish(self) -> None:
        """The work is over; the line goes, or never appears."""
        self.timer.stop()
        self.hide()
