"""Widgets that stand side by side where there is room for so many letters of text, and else one beneath the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme


class Beside(QWidget):
    """The widgets, each with its share of the breadth."""

    def __init__(self, parts: Sequence[tuple[QWidget, int]], letters: int, *, spacing: int = theme.GAP) -> None:
        super().__init__()
        self._letters = letters
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(spacing)
        for widget, share in parts:
            self._across.addWidget(widget, share)
        self._parts = [widget for widget, _share in parts]

    def minimumSizeHint(self) -> QSize:
        """No broader than the broadest of them: the others can go beneath."""
        broadest = max((each.minimumSizeHint().width() for each in self._parts if not each.isHidden()), default=0)
        return QSize(broadest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them beside or beneath each other."""
        super().resizeEvent(event)
        roomy = self.width() >= self._letters * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        if way != self._across.direction():
            self._across.setDirection(way)
