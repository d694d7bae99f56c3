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
    """One line of a card: in a narrow window the day stands beneath who it is."""

    def __init__(self, line: Line, *, badges: bool = False) -> None:
        super().__init__()
        self.line = line
        self.fact: QLabel = label(line.fact, tone="loud" if line.loud else "ink", strong=True, wrap=True)
        self.verbs = [
            RowVerb(each, line.key, "quiet" if each is not line.verbs[-1] else "plain") for each in line.verbs
        ]
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(theme.GAP)
        words = QVBoxLayout()
        words.setSpacing(1)
        first = Elided(line.title)
        first.setProperty("strong", "true")
        words.addWidget(first)
        words.addWidget(
            label(line.second, Type.SECOND, tone="soft", wrap=True)
            if line.in_full
            else Elided(line.second, Type.SECOND, tone="soft")
        )
        across.addLayout(words, 4)
        if badges:
            across.addWidget(_badge_room(line.badge))
        across.addWidget(self.fact, 3)
        for each in self.verbs:
            across.addWidget(each)


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
