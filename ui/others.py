"""Who else is signed in at these records: a quiet word at the foot of the window, and who they are when it is asked."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from rise_desk.errors import DeskError
from rise_desk.services import presence
from rise_desk.services.presence import Other
from ui import formats
from ui.desk import ScreenDesk
from ui.widgets.buttons import Button
from ui.widgets.words import tip

EACH_MS = 15_000


class Others(QWidget):
    """Says how many; a click or Enter opens the list. Nothing is shown where nobody else is there."""

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.here: tuple[Other, ...] = ()
        self.button = Button("", "quiet")
        self.menu = QMenu("Also signed in", self)
        self.menu.setAccessibleName("Also signed in")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.button.clicked.connect(self.show_list)
        self._again = QTimer(self, interval=EACH_MS)
        self._again.timeout.connect(self.refresh)
        self._again.start()
        self.hide()

    def refresh(self) -> None:
        """See who is there now."""
        if self._desk.desk is None:
            return
        try:
            self.here = presence.others(self._desk.at)
        except DeskError:  # who else is there is never worth a word of alarm
            return
        self.button.say(told(self.here))
        self.button.setToolTip(tip("\n".join(line(each) for each in self.here)))
        self.setVisible(bool(self.here))

    def show_list(self) -> None:
        """Show everybody with their computer, since when, and what long job runs there."""
        self.menu.clear()
        for each in self.here:
            self.menu.addAction(line(each).replace("&", "&&"))
        self.menu.popup(self.button.mapToGlobal(self.button.rect().topLeft()))


def told(here: Sequence[Other]) -> str:
    """Who is there, as short as the foot of a window wants it."""
    if len(here) == 1:
        return f"Also signed in: {here[0].name}"
    return f"{formats.count(len(here), 'other')} signed in" if here else ""


def line(other: Other) -> str:
    """One of them, with everything that is known."""
    return formats.joined(other.who, f"since {formats.when(other.since)}", other.doing)
