"""Copies of a paper that was looked at: asked about, made under their numbers, and put on paper or into a file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from rise_desk.errors import DeskError
from rise_desk.services import packs, saving
from rise_desk.services.copies import MOST_COPIES, Made
from ui import printing
from ui.desk import ScreenDesk
from ui.papers import Asked, Paper
from ui.preview_clipboard import Loan
from ui.preview_pictures import image_of
from ui.preview_save import SaveDialog
from ui.print_dialog import NoPrinter, PrintDialog
from ui.print_run import End, Job, PrintRun

NO_VIEWER = "There is no program for PDFs on this computer."
CHANGED = "Somebody has changed the file, and the pages are others now. Look at them again, then print."


class Copies(QObject):
    """Makes copies of one paper for the window it lies under, numbered where it tells of somebody.

    `working` tells what is done now ('' nothing) and whether it can be stopped, `advanced` how far a print is;
    `said` brings a line, and whether there is a file to open; `failed` what went wrong; `changed` that the pages
    are no longer those that were looked at.
    """

    working = Signal(str, bool)
    advanced = Signal(int, int)
    said = Signal(str, bool)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, screen: ScreenDesk, paper: Paper, over: QDialog) -> None:
        super().__init__(over)
        self._desk, self._paper, self._over = screen, paper, over
        self._loan = Loan(self)
        self._run: PrintRun | None = None
        self._open = True
        self.saved_to: Path | None = None
        screen.left.connect(self.close)

    def print_paper(self, seen: Made, asked: Asked) -> None:
        """Ask how to print, then print; without a printer, offer the other ways."""
        names = printing.names()
        if names:
            dialog = PrintDialog(names, seen.pages, MOST_COPIES, self._over)
            dialog.accepted.connect(lambda: self._print(seen, asked, dialog))
            _ask(dialog)
            return
        offered = NoPrinter(self._over)
        offered.save_asked.connect(lambda: self.save_paper(asked))
        offered.open_asked.connect(lambda: self.save_paper(asked, then_open=True))
        _ask(offered)

    def save_paper(self, asked: Asked, *, then_open: bool = False) -> None:
        """Ask how and where to, and save; `then_open` shows the file in the computer's own viewer."""
        dialog = SaveDialog(self._loan.lend, self._over, then_open=then_open)
        dialog.accepted.connect(lambda: self._ask_where(asked, dialog.password, then_open))
        _ask(dialog)

    def open_saved(self) -> None:
        """Show the file that was saved last in the computer's own viewer."""
        if self.saved_to is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved_to))):
            self.said.emit(f"{NO_VIEWER} {self.saved_to.name} stays where you saved it.", False)

    def stop(self) -> None:
        """Print no more."""
        if self._run is not None:
            self._run.stop()

    def close(self) -> None:
        """Nothing is told, printed or lent any more."""
        self._open = False
        self._loan.take_back()
        self.stop()

    def _print(self, seen: Made, asked: Asked, how: PrintDialog) -> None:
        desk, paper, copies = self._desk.at, self._paper, how.copies
        printer, pages = how.printer, how.pages
        assert printer is not None
        self.working.emit("Making the copies", False)
        self._desk.tasks.run(
            lambda: paper.printed(desk, asked, copies),
            lambda made: self._put_on_paper(printer, made, pages, seen.pages),
            self._fail,
            desk,
        )

    def _put_on_paper(
        self, printer: QPrinter, copies: Sequence[Made], pages: Sequence[int] | None, looked_at: int
    ) -> None:
        if not self._open:
            return
        if copies[0].pages != looked_at:
            self.working.emit("", False)
            self.said.emit(CHANGED, False)
            self.changed.emit()
            return
        wanted = range(looked_at) if pages is None else pages
        self._run = PrintRun(printer, [_job(made, wanted) for made in copies], self)
        self._run.advanced.connect(self.advanced)
        self._run.ended.connect(lambda how: self._printed(how, copies))
        self.working.emit("Printing", True)
        self._run.start()

    def _printed(self, how: str, copies: Sequence[Made]) -> None:
        self._run = None
        if self._open:
            self.working.emit("", False)
            told = {
                End.PRINTED: f"Sent to the printer: {_told(copies)}.",
                End.REFUSED: printing.NOT_TAKEN,
                End.STOPPED: f"Stopped. The log keeps {_told(copies)}, printed or not.",
            }
            self.said.emit(told[End(how)], False)

    def _ask_where(self, asked: Asked, password: str, then_open: bool) -> None:
        path, _kind = QFileDialog.getSaveFileName(self._over, "Save as PDF", self._paper.file_name, "PDF (*.pdf)")
        if not path or not self._open:
            return
        desk, paper = self._desk.at, self._paper
        self.working.emit("Saving", False)
        self._desk.tasks.run(
            lambda: paper.saved(desk, asked, password),
            lambda made: self._keep(Path(path), made, bool(password), then_open),
            self._fail,
            desk,
        )

    def _keep(self, path: Path, made: Made, locked: bool, then_open: bool) -> None:
        if not self._open:
            return
        self.working.emit("", False)
        whole = path if path.suffix else path.with_suffix(".pdf")
        try:
            saving.save_file(whole, made.pdf)
        except DeskError as failure:
            self._fail(failure)
            return
        self.saved_to = whole
        how = "Saved, locked" if locked else "Saved open, for anybody who has it to read"
        self.said.emit(f"{how}: {whole.name} ({made.copy}).", True)
        if then_open:
            self.open_saved()

    def _fail(self, failure: DeskError) -> None:
        if self._open:
            self.failed.emit(failure)


def _ask(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _job(made: Made, pages: Sequence[int]) -> Job:
    name = f"RISE Desk {made.copy.split(' for ')[0]}"
    return Job(name=name, sheets=[partial(_sheet, made.pdf, page) for page in pages])


def _sheet(pdf: bytes, page: int) -> QImage:
    return image_of(packs.page_picture(pdf, page, printing.DPI))


def _told(copies: Sequence[Made]) -> str:
    """'copy 4 for M. Khan', or 'copy 4 to copy 6 for M. Khan'; a blank form is no copy, and is counted."""
    first, last = copies[0].copy.split(" for ")[0], copies[-1].copy
    if len(copies) == 1:
        return last
    return f"{len(copies)} × {last}" if copies[0].copy == last else f"{first} to {last}"
