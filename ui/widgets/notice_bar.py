"""The notice bar: one line that says what was just done, with a verb such as Undo, and goes away by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.words import Elided, discard, label

STAYS_MS = 10_000


@dataclass(frozen=True, kw_only=True)
class Next:
    """What can be done next, offered beside what was done: its words, the keys that do it anywhere, and the act."""

    text: str
    act: Callable[[], object]
    keys: str = ""


class NoticeBar(QFrame):
    """Hidden until something is said; `acted` is its verb, `closed` that it went away without it."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "notice")
        self.sign = label()
        icons.put(self.sign, "check", "info", 16)
        self.text = Elided(tone="ink")
        self.button = Button("Undo", keys="Ctrl+Z")
        self.close_button = IconButton("clear", "Close this message", tone="info")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 4, 4, 4)
        row.setSpacing(theme.TIGHT + 2)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.offered: tuple[Button, ...] = ()
        row.addWidget(self.close_button)
        self.timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self.timer.timeout.connect(self.close_notice)
        self.close_button.clicked.connect(self.close_notice)
        self.button.clicked.connect(self._acted)
        self.hide()

    def say(self, text: str, verb: str = "", *, keys: str = "", stays: bool = False) -> None:
        """Show a line, with a verb if there is one; it goes after ten seconds unless it `stays`."""
        self._withdraw()
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setVisible(bool(verb))
        self.button.keys = keys
        self.button.say(verb)
        self.show()
        self._row.activate()  # at once: the verb before may have been shorter
        self.timer.stop()
        if not stays:
            self.timer.start()

    def offer(self, text: str, *nexts: Next) -> None:
        """Show a line with what can be done next; it stays until one of them is chosen, or something else is said."""
        self.say(text, stays=True)
        self.offered = tuple(self._button(each) for each in nexts)

    def take(self, keys: str) -> bool:
        """Do what is offered by these keys; whether anything is."""
        found = next((each for each in self.offered if each.keys == keys and self.isVisible()), None)
        if found is not None:
            found.click()
        return found is not None

    def close_notice(self) -> None:
        """Take the line away."""
        self.timer.stop()
        self.hide()
        self.closed.emit()

    def _acted(self) -> None:
        self.timer.stop()
        self.hide()
        self.acted.emit()

    def _button(self, each: Next) -> Button:
        made = Button(each.text, keys=each.keys)
        self._row.insertWidget(self._row.count() - 1, made)
        made.clicked.connect(self.close_notice)
        made.clicked.connect(lambda _pressed: each.act())
        return made

    def _withdraw(self) -> None:
        """What was offered before is offered no more."""
        for each in self.offered:
            discard(each)
        self.offered = ()
