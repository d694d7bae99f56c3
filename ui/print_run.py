"""A print as it runs: sheet by sheet while the window stays free, each copy a job of its own, and it can be stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui import printing


@dataclass(frozen=True, kw_only=True)
class Job:
    """One copy: what the printer's queue calls it (never anybody's name), and how each of its sheets is drawn."""

    name: str
    sheets: Sequence[Callable[[], QImage]]


class End(StrEnum):
    """How a print came to its end."""

    PRINTED = "printed"
    REFUSED = "refused"
    STOPPED = "stopped"


class PrintRun(QObject):
    """Prints the copies one after another; `advanced` tells sheets done and to do, `ended` brings an `End`.

    A copy is a job of its own, so that on both sides of the paper each begins on a fresh sheet.
    """

    advanced = Signal(int, int)
    ended = Signal(str)

    def __init__(self, printer: QPrinter, jobs: Sequence[Job], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer, self._painter = printer, QPainter()
        self._todo = [(job, place) for job in jobs for place in range(len(job.sheets))]
        self._of = len(self._todo)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._print_one)

    def start(self) -> None:
        """Begin with the first sheet in the next turn of the window's loop."""
        self._turn.start()

    def stop(self) -> None:
        """Print no more; the copy that was begun is taken back where the printer can do that."""
        if self._turn.isActive():
            if self._painter.isActive():
                self._printer.abort()
            self._end(End.STOPPED)

    def _print_one(self) -> None:
        job, place = self._todo.pop(0)
        if not self._fresh_sheet(job, place):
            self._end(End.REFUSED)
            return
        image = job.sheets[place]()
        if self._printer.colorMode() == QPrinter.ColorMode.GrayScale:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        printing.draw(self._painter, image)
        whole = place == len(job.sheets) - 1
        if whole and not self._painter.end():
            self._end(End.REFUSED)
            return
        self.advanced.emit(self._of - len(self._todo), self._of)
        if not self._todo:
            self._end(End.PRINTED)

    def _fresh_sheet(self, job: Job, place: int) -> bool:
        if place:
            return self._printer.newPage()
        self._printer.setDocName(job.name)
        return self._painter.begin(self._printer)

    def _end(self, how: End) -> None:
        self._turn.stop()
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit(str(how))
