"""A seat at the real window, within this process: files are opened there, and the records' share of that is told."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from time import perf_counter
from typing import Any
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from rise_desk.domain.record import Id
from rise_desk.services import missing_picture, overview, photos, unfinished
from rise_desk.services.desk import Desk
from ui.appearance import Appearance
from ui.caseload import Caseload
from ui.desk import ScreenDesk
from ui.lock import Lock
from ui.main_window import CASE, MainWindow
from ui.pages import Place
from ui.program import application

ASKED = (missing_picture, overview, photos, unfinished)
"""Everything that a file's page asks of the records."""


class Seat:
    """The window over a desk, at its usual size."""

    def __init__(self, desk: Desk) -> None:
        app = application()
        self._heard_before = tuple(desk.listeners)
        self.screen = ScreenDesk(desk.clock)
        self.screen.sit(desk)
        self.window = MainWindow(self.screen, Appearance(self.screen, app), Lock(self.screen, app))
        self.window.resize(1366, 768)
        self.window.show()
        self.window.arrive()
        QApplication.processEvents()

    def open(self, subject: Id) -> None:
        """Somebody's file on the screen, painted; it is closed again by `close`."""
        self.window.open_file(subject)
        QApplication.processEvents()

    def close(self, subject: Id) -> None:
        """Leave the file, and forget its page."""
        self.window.pages.close_place(Place(CASE, subject))
        QApplication.processEvents()

    def list(self) -> None:
        """The list of young people read again, counted and painted."""
        page = self.window.pages.currentWidget()
        assert isinstance(page, Caseload)
        page.refresh()
        page.table.view.viewport().repaint()

    def painted(self, subject: Id) -> float:
        """How long it takes until the file is painted, in milliseconds."""
        started = perf_counter()
        self.open(subject)
        took = (perf_counter() - started) * 1000
        self.close(subject)
        return took

    def reading(self, subject: Id) -> float:
        """How much of that the records take: permission, queries, records made of them, the row written down."""
        with _share_of_services() as share:
            self.open(subject)
        self.close(subject)
        return sum(share) * 1000

    def leave(self) -> None:
        """Close the window; the desk stays open for whoever brought it."""
        self.screen.tasks.close()
        self.screen.at.listeners[:] = self._heard_before
        self.screen.desk = None
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


@contextmanager
def _share_of_services() -> Iterator[list[float]]:
    """The time of each call from the screen into the services; calls that these make count within them."""
    took: list[float] = []
    inside: list[bool] = []

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*args: Any, **named: Any) -> Any:
            if inside:
                return function(*args, **named)
            inside.append(True)
            started = perf_counter()
            try:
                return function(*args, **named)
            finally:
                took.append(perf_counter() - started)
                inside.clear()

        return call

    with ExitStack() as patched:
        for module in ASKED:
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == module.__name__ and not name.startswith("_"):
                    patched.enter_context(patch.object(module, name, counted(function)))
        yield took
