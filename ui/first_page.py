"""The first page in its window: what its lines ask for, and how many there are, told at the rail from the start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from ui.pages import Page, Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow

TODAY = "today"
SOON_MS = 200
"""What is announced in one breath is counted once."""


class TodayCount(QObject):
    """How many lines Today has for whoever sits here, at the rail on every page; read as Today reads them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.read)
        window.desk.announced.connect(lambda _said: self._soon.start())
        self._soon.start()

    def show(self, every: int, late: int) -> None:
        """The overdue lines, loud; where none is, all there are."""
        self._window.rail.set_count(TODAY, late or every, loud=bool(late))

    def read(self) -> None:
        """Count anew, unless Today itself is in view and has told."""
        desk = self._window.desk
        if desk.desk is None or self._window.pages.place == Place(TODAY):
            return
        from rise_desk.services import today
        from ui.today import is_mine

        try:
            count = today.count(today.waiting(desk.at, desk.at.who.name if is_mine(desk) else None))
        except DeskError:  # the records are busy: the next announcement, or Today itself, counts again
            return
        self.show(count.every, count.late)


def first_page(window: "MainWindow") -> Page:
    """Today, with everything that its lines ask for."""
    from ui.search import read_entry
    from ui.today import Today

    page = Today(window.desk)
    page.opened.connect(window.open_file)
    page.resumed.connect(window.forms.resume)
    page.assess_asked.connect(window.forms.assess)
    page.entry_asked.connect(lambda subject, record: read_entry(window, Id(subject), Id(record)))
    page.counted.connect(window.today_count.show)
    return page
