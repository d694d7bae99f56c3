"""The first page in its window: what its lines ask for, and how many there are, told at the rail from the start."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from rise_desk.errors import DeskError
from ui.pages import Page, Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.today_asks import Ask

TODAY, MISSING_TAB, NOTICES_TAB = "today", "missing", "notices"
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
        """The lines that press, loud; where none does, all there are."""
        self._window.rail.set_count(TODAY, late or every, loud=bool(late))

    def read(self) -> None:
        """Count anew, unless Today itself is in view and has told."""
        desk = self._window.desk
        if desk.desk is None or self._window.pages.place == Place(TODAY):
            return
        from rise_desk.services import today
        from ui.today_whose import whose

        try:
            count = today.count(today.waiting(desk.at, whose(desk)))
        except DeskError:  # the records are busy: the next announcement, or Today itself, counts again
            return
        self.show(count.every, count.late)


def first_page(window: "MainWindow") -> Page:
    """Today, with everything that its lines ask for."""
    from ui.today import Today

    page = Today(window.desk)
    page.asked.connect(lambda ask: open_it(window, ask))
    page.missing_asked.connect(window.forms.missing)
    page.meeting_asked.connect(lambda: meeting(window))
    page.counted.connect(window.today_count.show)
    return page


def meeting(window: "MainWindow") -> None:
    """The team's Today for the morning meeting, in a window of its own; one that is open comes to the front."""
    from ui.meeting_view import MeetingView

    for open_ in window.findChildren(MeetingView):
        if open_.isVisible():
            open_.show_large()
            return
    view = MeetingView(window.desk, window)
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    view.asked.connect(lambda ask: open_it(window, ask))
    view.undo_asked.connect(window.undo.undo)
    view.show_large()


def open_it(window: "MainWindow", ask: "Ask") -> None:
    """Open what a line asks for."""
    forms, subject, record = window.forms, ask.subject, ask.record
    opens: Mapping[str, Callable[[], object]] = {
        "file": lambda: window.open_file(subject),
        "missing episodes": lambda: _tab(window, ask, MISSING_TAB),
        "assessment": lambda: forms.assess(subject),
        "entry": lambda: _entry(window, ask),
        "draft": lambda: _resume(window, ask),
        "missing pack": lambda: forms.missing_pack(subject),
        "return": lambda: forms.returned(subject, record),
        "interview": lambda: forms.interview(subject, record),
        "step": lambda: forms.interview_step(subject, record, ask.step),
        "decided": lambda: forms.action(subject, about=record),
        "action": lambda: forms.action(subject, record),
        "form": lambda: getattr(forms.protecting, ask.step)(record),
        "notices": lambda: _tab(window, ask, NOTICES_TAB),
        "told": lambda: forms.protecting.told(subject, ask.step, ask.what),
    }
    opens[ask.opens]()


def open_from(inside: QWidget, ask: "Ask") -> None:
    """The same, for a line somewhere inside the window."""
    from ui.main_window import MainWindow

    window = inside.window()
    if isinstance(window, MainWindow):
        open_it(window, ask)


def _entry(window: "MainWindow", ask: "Ask") -> None:
    from ui.search import read_entry

    read_entry(window, ask.subject, ask.record)


def _tab(window: "MainWindow", ask: "Ask", key: str) -> None:
    """The file, at one of its tabs."""
    window.open_file(ask.subject)
    tabs = getattr(window.pages.currentWidget(), "tabs", None)
    if tabs is not None:
        tabs.set_current(key)


def _resume(window: "MainWindow", ask: "Ask") -> None:
    if ask.draft is not None:
        window.forms.resume(ask.draft)
