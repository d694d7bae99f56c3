"""The camera of the tour: pictures of a screen, numbered, each in light and in dark."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme

SIZE = (1366, 768)
LONGEST_WAIT_MS = 20_000
TURNS = 4
"""What is shown anew shows only in a later turn of the loop, and may bring something new with it."""

VEIL = QColor(0, 0, 0, 90)


class Camera:
    """Takes numbered pictures of 1366 by 768, each in light and in dark."""

    def __init__(self, app: QApplication, folder: Path, before: Callable[[], object] = lambda: None) -> None:
        """`before` is called before each stop."""
        self._app, self._folder, self._number, self._before = app, folder, 0, before
        self.taken: list[Path] = []
        self.size = SIZE

    def shoot(self, name: str, window: QWidget, dialog: QWidget | None = None) -> None:
        """One stop: the window, or a dialog over it with the window behind a veil; first in the look it has."""
        self._number += 1
        self._before()
        window.resize(*self.size)
        now = theme.current().dark
        for dark in (now, not now):
            if dark is not theme.current().dark:
                theme.apply(self._app, dark=dark, scale=theme.current().scale)
            settle(self._app)
            if (window.width(), window.height()) != self.size:  # what stood in the look before may have asked for more
                window.resize(*self.size)
                settle(self._app)
            scheme = "dark" if dark else "light"
            self._keep(f"{self._number:02}-{name}-{scheme}", _picture(window, dialog))

    def shoot_whole(self, name: str, window: QWidget, height: int) -> None:
        """A page taller than a screen, screen by screen."""
        self.size = (SIZE[0], height)
        self.shoot(name, window)
        self.size = SIZE

    def keep_page(self, name: str, png: bytes) -> None:
        """One page of paper."""
        path = self._folder / f"{name}.png"
        path.write_bytes(png)
        self.taken.append(path)

    def _keep(self, name: str, picture: QPixmap) -> None:
        path = self._folder / f"{name}.png"
        picture.save(str(path))
        self.taken.append(path)


def _picture(window: QWidget, dialog: QWidget | None) -> QPixmap:
    picture = window.grab()
    if dialog is not None:
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), VEIL)
        over = dialog.grab()
        place = QRect(QPoint(0, 0), over.deviceIndependentSize().toSize())
        place.moveCenter(QRect(QPoint(0, 0), picture.deviceIndependentSize().toSize()).center())
        painter.drawPixmap(place, over)
        painter.setPen(theme.current().colour("edge"))
        painter.drawRect(place)
        painter.end()
    return picture


def settle(app: QApplication, until: Callable[[], bool] = lambda: True) -> None:
    """Let the windows do what they have to, at least until something is so."""
    waited = QElapsedTimer()
    waited.start()
    app.processEvents()
    while not until():
        if waited.hasExpired(LONGEST_WAIT_MS):
            raise TimeoutError("A stop of the tour did not come about.")
        app.processEvents()
    for _ in range(TURNS):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
