"""Facts in calm columns: a soft label above what is known; what is not recorded shows as a soft gap."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui import formats, theme
from ui.theme import Type
from ui.widgets.words import label

COLUMN_LETTERS = 44


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing: its label, what is known ('' for nothing), and whether it needs the whole width."""

    label: str
    value: str
    whole: bool = False


class Facts(QWidget):
    """Two columns where there is room, else one; the words can be marked and copied."""

    def __init__(self, facts: Sequence[Fact], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = [(fact, _pair(fact)) for fact in facts]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.PAD)
        self._grid.setVerticalSpacing(theme.GAP - 2)
        self._columns = 0
        self._arrange(1)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one column."""
        return QSize(theme.current().px(180), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where both have room."""
        super().resizeEvent(event)
        needed = 2 * COLUMN_LETTERS * self.fontMetrics().averageCharWidth()
        self._arrange(2 if self.width() >= needed else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        line, column = 0, 0
        for fact, pair in self._facts:
            self._grid.removeWidget(pair)
            if fact.whole and column:
                line, column = line + 1, 0
            self._grid.addWidget(pair, line, column, 1, columns if fact.whole else 1)
            column = 0 if fact.whole else (column + 1) % columns
            line += 1 if column == 0 else 0
        for each in range(2):
            self._grid.setColumnStretch(each, 1 if each < columns else 0)


def _pair(fact: Fact) -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label(fact.label, Type.SECOND, tone="soft"))
    value = label(fact.value or formats.NOT_RECORDED, tone="ink" if fact.value else "soft", wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    value.setAccessibleName(f"{fact.label}: {fact.value or formats.NOT_RECORDED}")
    column.addWidget(value)
    column.addStretch(1)
    return pair
