"""The clock of a return interview: how much of its 72 hours is left, in words and as a line that drains."""

from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.domain import moments
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.due_words import left
from ui.widgets.drain import Drain
from ui.widgets.words import label, retone

AGAIN_MS = 20_000


class InterviewClock(QWidget):
    """Tells the time left until an interview is due, and goes on telling it while the window is open."""

    def __init__(self, screen: ScreenDesk) -> None:
        super().__init__()
        self._screen = screen
        self._by: datetime | None = None
        self.words = label(strong=True)
        self.due = label(tone="soft", wrap=True)
        self.drain = Drain()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.words)
        row.addWidget(self.drain)
        row.addWidget(self.due, 1)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.tell)
        self._again.start()

    def say(self, by: datetime | None, *, done: bool = False) -> None:
        """Show this instant; nothing runs where there is none, or the interview was held."""
        self._by = None if done else by
        self.setVisible(self._by is not None)
        self.tell()

    def tell(self) -> None:
        """Read the clock again."""
        if self._by is None:
            return
        minutes = minutes_left(self._by, self._screen.now())
        late = minutes < 0
        self.words.setText(left(minutes))
        self.due.setText(f"{'was due' if late else 'due'} {formats.when(moments.minute(self._by))}")
        retone(self.words, "loud" if late else "ink")
        self.drain.say(minutes)


def minutes_left(by: datetime, now: datetime) -> int:
    """Whole minutes until an instant, rounded down, so that a minute late is never told as in time."""
    return (by - now) // timedelta(minutes=1)
