"""The level buttons of one line: a digit sets a level, at most one is chosen, and the wheel never changes any."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from rise_desk.domain.instrument import Indicator
from ui.widgets.radio_row import AnswerGroup
from ui.widgets.words import restyle

NOT_YET_KNOWN, UNKNOWN = "Not yet known", "?"
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Levels(AnswerGroup):
    """One score, or none: the group has the keyboard, and its buttons are there for the mouse and screen readers.

    `walked`: somebody goes to the line above (-1) or below (1).
    """

    changed = Signal()
    walked = Signal(int)

    def __init__(self, lowest: int, highest: int, *, indicator: Indicator | None = None) -> None:
        super().__init__()
        self._indicator, self._called = indicator, ""
        self._chosen: int | None = None
        self.buttons: dict[int, QPushButton] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(3)
        for level in range(lowest, highest + 1):
            self._add(level, str(level))
        if indicator:
            self._across.addSpacing(3)
            self._add(0, NOT_YET_KNOWN)

    def name(self, called: str) -> None:
        """Say what is being scored, and how it is scored now."""
        self._called = called
        self.setAccessibleName(f"{called}: {self.said()}")
        for level, button in self.buttons.items():
            button.setAccessibleName(f"{called}: {self._words(level)}")

    def said(self) -> str:
        """The score in words."""
        return "not scored" if self._chosen is None else self._words(self._chosen)

    def value(self) -> int | None:
        """The level, 0 for not yet known, None for nothing."""
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Show a score."""
        self.choose(value)

    def typed(self) -> str:
        """The score as plain data, '' for none."""
        return "" if self._chosen is None else str(self._chosen)

    def restore(self, typed: Any) -> None:
        """Show the score that a draft kept."""
        self.choose(int(typed) if typed else None)

    def unreadable(self) -> str:
        """It is chosen, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The group itself."""
        return self

    def choose(self, level: int | None) -> None:
        """Set a level, or none."""
        before, self._chosen = self._chosen, level
        for each, button in self.buttons.items():
            button.setChecked(each == level)
        if before != level:
            self.name(self._called)
            self.changed.emit()

    def abridge(self, short: bool) -> None:
        """Write a question mark for 'not yet known', where the text is so large that the words have no room."""
        if 0 in self.buttons:
            self.buttons[0].setText(UNKNOWN if short else NOT_YET_KNOWN)

    def mark(self, level: int | None) -> None:
        """Show which level it was last time."""
        for each, button in self.buttons.items():
            button.setProperty("last", "true" if each == level else "false")
            restyle(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit sets that level, 0 and N say not yet known, Delete takes the score away, Up and Down change lines."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        level = None if held else self._level_of(event.text().casefold())
        if level is not None:
            self.choose(level)
        elif not held and event.key() == Qt.Key.Key_Delete:
            self.choose(None)
        elif not held and event.key() in STEPS:
            self.walked.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _level_of(self, text: str) -> int | None:
        ten = max(self.buttons)
        level = {"n": 0, "0": 0 if self._indicator else ten}.get(text, int(text) if text.isdecimal() else -1)
        return level if level in self.buttons else None

    def _words(self, level: int) -> str:
        if self._indicator is None:
            return str(level)
        return f"{level}, {self._indicator.wording(level)}" if level else NOT_YET_KNOWN.lower()

    def _add(self, level: int, text: str) -> None:
        button = QPushButton(text)
        button.setProperty("kind", "level" if level else "unknown")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if self._indicator:
            button.setToolTip(self._words(level))
        button.clicked.connect(lambda: self._pressed(level))
        self.buttons[level] = button
        self._across.addWidget(button)

    def _pressed(self, level: int) -> None:
        self.choose(level)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
