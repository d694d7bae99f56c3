"""Work of an import: done on the worker's thread with progress, until it is over or somebody stops it."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from rise_desk.errors import DeskError
from rise_desk.services.watch import Watch
from ui.desk import ScreenDesk
from ui.widgets.busy_line import BusyLine

Work = Callable[[Watch], Any]
"""What is to be done, told how far it is and whether it should stop."""


class ImportWork(QObject):
    """One piece of work at a time; leaving the desk stops it like Cancel does."""

    changed = Signal(bool)
    _told = Signal(str, int, int)

    def __init__(self, screen: ScreenDesk, busy: BusyLine) -> None:
        super().__init__(busy)
        self.running = False
        self._screen, self._busy, self._stop = screen, busy, Event()
        self._doing = ""
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)
        busy.cancelled.connect(self.stop)
        screen.leaving.connect(self.stop)

    def run(self, text: str, work: Work, done: Callable[[Any], object], failed: Callable[[DeskError], object]) -> None:
        """Do it, with a line that says how far it is and can stop it."""
        self._stop = stop = Event()
        watch = Watch(told=self._told.emit, stopped=stop.is_set)
        desk = self._screen.at
        self._begin(text)
        self._screen.tasks.run(
            lambda: work(watch),
            lambda result: self._over(lambda: done(result)),
            lambda failure: self._over(lambda: failed(failure)),
            desk,
        )

    def stop(self) -> None:
        """Let the work end before it is done; it says so itself."""
        self._stop.set()

    def _begin(self, text: str) -> None:
        self.running, self._doing = True, text
        self._busy.start(text, may_cancel=True)
        self.changed.emit(True)

    def _show(self, doing: str, done: int, of: int) -> None:
        if not self.running:
            return
        if doing != self._doing:
            self._doing = doing
            self._busy.start(doing, may_cancel=True)
        if of:
            self._busy.advance(done, of)

    def _over(self, tell: Callable[[], object]) -> None:
        self.running = False
        self._busy.finish()
        self.changed.emit(False)
        tell()
