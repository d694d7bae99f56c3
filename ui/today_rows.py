"""The rows of Today: who, why, the band, the day, and one verb; the arrow keys go from verb to verb, Enter does it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button
from ui.widgets.words import Elided, label

BADGE_ROOM = 92


@dataclass(frozen=True, kw_only=True)
class Verb:
    """What can be done with a line: its word, how it is spoken, and what it does."""

    text: str
    spoken: str
    act: Callable[[], object]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line as it is written; `key` tells it from all others, and `verbs` come with the one that matters last."""

    key: tuple[object, ...]
    title: str
    second: str
    fact: str
    verbs: tuple[Verb, ...]
    badge: tuple[str, Tone] | None = None
    loud: bool = False
    in_full: bool = False


class RowVerb(Button):
    """A verb of a row; `stepped` asks for the row before or after."""

    stepped = Signal(int)

    def __init__(self, verb: Verb, key: tuple[object, ...], kind: str) -> None:
        super().__init__(verb.text, "quiet" if kind == "quiet" else "plain")
        self.key = key
        self.setAccessibleName(verb.spoken)
        self.clicked.connect(lambda _checked=False: verb.act())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the same verb of the row before and after."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class Row(QWidget):
    """One line of a card; where there is little room, the day and the verbs stand beneath who it is."""

    def __init__(self, line: Line, *, badges: bool = False) -> None:
        super().__init__()
        self.line = line
        self.fact: QLabel = label(line.fact, tone="loud" if line.loud else "ink", strong=True, wrap=True)
        self.verbs = [
            RowVerb(each, line.key, "quiet" if each is not line.verbs[-1] else "plain") for each in line.verbs
        ]
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 2, 0, 2)
        self._across.setSpacing(theme.GAP)
        self._across.addLayout(self._who(badges), 5)
        self._across.addLayout(self._what(), 6)

    def set_narrow(self, narrow: bool) -> None:
        """Put the day and the verbs beneath, or beside."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self._across.setSpacing(2 if narrow else theme.GAP)

    def _who(self, badges: bool) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        first = Elided(self.line.title)
        first.setProperty("strong", "true")
        words.addWidget(first)
        second = self.line.second
        small = label(second, Type.SECOND, tone="soft", wrap=True)
        words.addWidget(small if self.line.in_full else Elided(second, Type.SECOND, tone="soft"))
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addLayout(words, 1)
        if badges:
            across.addWidget(_badge_room(self.line.badge))
        return across

    def _what(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addWidget(self.fact, 1)
        for each in self.verbs:
            across.addWidget(each)
        return across


def _badge_room(badge: tuple[str, Tone] | None) -> QWidget:
    """A place of the same breadth in every row, so that what follows stands in a column."""
    room = QWidget()
    room.setMinimumWidth(theme.current().px(BADGE_ROOM))
    inside = QBoxLayout(QBoxLayout.Direction.LeftToRight, room)
    inside.setContentsMargins(0, 0, 0, 0)
    if badge:
        inside.addWidget(Badge(*badge))
    inside.addStretch(1)
    return room
