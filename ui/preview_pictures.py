"""The pictures of a paper's pages: drawn one by one while the window stays free, and only those that are looked at."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap


class Dots(Protocol):
    """A page as a picture: three bytes for each pixel, row by row from the top."""

    @property
    def width(self) -> int:
        """How many pixels a row has."""

    @property
    def height(self) -> int:
        """How many rows there are."""

    @property
    def rgb(self) -> bytes:
        """All pixels."""


Picture = Callable[[int, int], Dots]
"""The picture of a page, the first is 0, at so many dots to the inch."""


def image_of(dots: Dots) -> QImage:
    """The picture as Qt paints it."""
    return QImage(dots.rgb, dots.width, dots.height, dots.width * 3, QImage.Format.Format_RGB888).copy()


class Pictures(QObject):
    """Keeps the last few pictures; `drawn` tells that the page asked for is there.

    Pages are drawn on the window's own thread (the drawing library knows only one at a time), one in each turn of
    its loop, the latest asked for first; what was asked for long ago, and scrolled past, is dropped.
    """

    drawn = Signal(int)

    def __init__(self, kept: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._picture: Picture | None = None
        self._done: OrderedDict[int, tuple[int, QPixmap]] = OrderedDict()
        self._asked: OrderedDict[int, int] = OrderedDict()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._draw_one)

    def show_paper(self, picture: Picture | None) -> None:
        """Take another paper; None forgets everything."""
        self._picture = picture
        self._done.clear()
        self._asked.clear()

    def of(self, page: int, dpi: int) -> QPixmap | None:
        """The picture of a page as sharp as asked for, or meanwhile the one that was drawn before, if any."""
        was, pixmap = self._done.get(page, (0, None))
        if was == dpi:
            self._done.move_to_end(page)
            self._asked.pop(page, None)
        else:
            self._ask(page, dpi)
        return pixmap

    def _ask(self, page: int, dpi: int) -> None:
        self._asked[page] = dpi
        self._asked.move_to_end(page)
        while len(self._asked) > self._kept:
            self._asked.popitem(last=False)
        self._turn.start()

    def _draw_one(self) -> None:
        if self._picture is None or not self._asked:
            return
        page, dpi = self._asked.popitem()
        self._done[page] = (dpi, QPixmap.fromImage(image_of(self._picture(page, dpi))))
        self._done.move_to_end(page)
        while len(self._done) > self._kept:
            self._done.popitem(last=False)
        if self._asked:
            self._turn.start()
        self.drawn.emit(page)
