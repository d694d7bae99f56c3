"""The signs of the health checklist, all in view: a box to tick for each, by group, and a line for a word on it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rise_desk.domain.checklist import HIGH, LOW, MEDIUM, SIGNS, ChecklistSign
from rise_desk.domain.record import plain, stored
from ui import theme
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.fields import Surroundings
from ui.widgets.radio_row import AnswerGroup
from ui.widgets.tick import Tick
from ui.widgets.words import label

GROUPS = (LOW, MEDIUM, HIGH)
INSET = 28


class SignTicks(AnswerGroup):
    """Its value holds the signs that are ticked; what was written to one that is unticked again is kept in its line."""

    changed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.ticks: dict[str, Tick] = {}
        self.notes: dict[str, QLineEdit] = {}
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.GAP)
        self._columns = [self._column(group) for group in GROUPS]

    def value(self) -> tuple[ChecklistSign, ...]:
        """The signs that are ticked, each with its word."""
        return tuple(
            ChecklistSign(sign=key, note=self.notes[key].text().strip())
            for key, tick in self.ticks.items()
            if tick.isChecked()
        )

    def set_value(self, value: Any) -> None:
        """Tick these signs, and none else."""
        given = {each.sign: each for each in value or ()}
        for key, tick in self.ticks.items():
            self.notes[key].setText(given[key].note if key in given else "")
            tick.setChecked(key in given)

    def typed(self) -> Any:
        """The signs as plain data."""
        return [plain(each) for each in self.value()]

    def restore(self, typed: Any) -> None:
        """Tick what a draft kept."""
        self.set_value(tuple(stored(ChecklistSign, each) for each in typed or ()))

    def unreadable(self) -> str:
        """A tick can't be misread."""
        return ""

    def field_widget(self) -> QWidget:
        """The first box."""
        return next(iter(self.ticks.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The groups side by side where all have room, else beneath each other."""
        super().resizeEvent(event)
        needed = sum(each.minimumSizeHint().width() + theme.GAP for each in self._columns)
        beside = self.width() >= needed
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _column(self, group: str) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(group, Type.TEXT, strong=True))
        for entry in self._around.practice.vocabulary(SIGNS).choices():
            if entry.group == group:
                self._ask(column, entry.key, capitalised(entry.label))
        column.addStretch(1)
        self._across.addWidget(inside)
        return inside

    def _ask(self, column: QVBoxLayout, key: str, words: str) -> None:
        tick, note, inset = Tick(words), QLineEdit(), QWidget()
        note.setAccessibleName(f"{words}: a word on it")
        note.setPlaceholderText("A word on it")
        column.addWidget(tick)
        beneath = QVBoxLayout(inset)
        beneath.setContentsMargins(INSET, 0, 0, theme.TIGHT)
        beneath.addWidget(note)
        column.addWidget(inset)
        inset.hide()
        self.ticks[key], self.notes[key] = tick, note
        tick.toggled.connect(inset.setVisible)
        tick.toggled.connect(lambda _on: self.changed.emit())
        note.textChanged.connect(lambda _text: self.changed.emit())
