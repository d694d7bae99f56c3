"""The clock of a return interview: how much of its 72 hours is left, in words and as a line that drains."""

from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from ui import theme
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

    def say(self, by: datetime | None) -> None:
        """Show the time until this instant; nothing where there is none."""
        self._by = by
        self.setVisible(by is not None)
        self.tell()

    def stop(self, words: str, by: datetime, done_at: Moment, *, late: bool) -> None:
        """It was held: tell how long after the return, and what was left of the time then."""
        self._by = None
        self.setVisible(True)
        self._show(words, f"due by {self._day(by)}", minutes_left(by, moments.earliest(done_at)), late)

    def tell(self) -> None:
        """Read the clock again."""
        if self._by is None:
            return
        minutes = minutes_left(self._by, self._screen.now())
        late = minutes < 0
        due = f"{'was due' if late else 'due'} {self._day(self._by)}"
        self._show(left(minutes), due, minutes, late)

    def _day(self, by: datetime) -> str:
        return moments.shown_short(moments.minute(by), self._screen.now())

    def _show(self, words: str, due: str, minutes: int, late: bool) -> None:
        self.words.setText(words)
        self.due.setText(due)
        retone(self.words, "loud" if late else "ink")
        self.drain.say(minutes)
        self.drain.setAccessibleName(words)


def minutes_left(by: datetime, now: datetime) -> int:
    """Whole minutes until an instant, rounded down, so that a minute late is never told as in time."""
    return (by - now) // timedelta(minutes=1)
