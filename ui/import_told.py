"""Sentences about a whole file: as tall as they are, up to a few lines, and scrolled beyond that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from ui.widgets.words import label

LINES = 5


class Told(QScrollArea):
    """A few sentences that leave the list beneath them its room, however many there are."""

    def __init__(self) -> None:
        super().__init__()
        self.text = label("", wrap=True)
        self.text.setProperty("surface", "scrolled")
        self.setAccessibleName("About this file")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self.text)

    def say(self, sentences: str) -> None:
        """Show these, or nothing."""
        self.text.setText(sentences)
        self.setVisible(bool(sentences))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed, most = (
            max(self.text.heightForWidth(self.viewport().width()), 0),
            LINES * self.fontMetrics().lineSpacing(),
        )
        self.setFixedHeight(min(needed, most))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if needed > most else Qt.FocusPolicy.NoFocus)
