"""The case summary before it leaves the desk: looked at page by page for a period, then printed or saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import overview, packs, saving
from rise_desk.services.packs import Made
from ui import printing, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.preview_pages import PreviewPages
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

Then = Callable[[Made], object]

LEAVES = (
    "A saved PDF leaves the encrypted records: anybody who has the file can read it. "
    "Keep it only where it is needed, and delete it afterwards."
)
SINCE = Field(name="since", label="From", kind=Kind.DATE)
UNTIL = Field(name="until", label="To", kind=Kind.DATE)
FOR = Field(name="recipient", label="Copy for")


class PreviewDialog(QDialog):
    """Shows somebody's case summary; each print and each saved file is a numbered copy, and is written down."""

    def __init__(self, screen: ScreenDesk, subject: Id) -> None:
        super().__init__()
        self.desk, self.subject = screen, subject
        self.person = overview.person(screen.at, subject)
        self.made: Made | None = None
        self.saved_to: Path | None = None
        self._open = True
        self.setWindowTitle("Case summary · RISE Desk")
        self.since = FieldRow(SINCE, DateField("From", screen.now))
        self.until = FieldRow(UNTIL, DateField("To", screen.now))
        self.recipient = FieldRow(FOR, LineField())
        self.show_button = Button("Show this period")
        self.summary = ErrorSummary()
        self.notice = NoticeBar()
        self.busy = BusyLine()
        self.pages = PreviewPages()
        self.save_button = Button("Save as PDF…", keys="Ctrl+S", icon="save")
        self.print_button = Button("Print…", "primary", keys="Ctrl+P", icon="print")
        self.close_button = Button("Close", keys="Esc")
        self._build()
        self._connect()
        fit(self, 1000, 700)
        self.show_period()

    def show_period(self) -> None:
        """Make the pages for the period that is asked for, and show them."""
        since, until = self.since.value(), self.until.value()
        wrong = {row.field.name: row.editor.unreadable() for row in (self.since, self.until)}
        problems = {name: sentence for name, sentence in wrong.items() if sentence}
        self._show_problems(problems)
        if problems:
            return
        desk = self.desk.at
        self._work("Making the pages")
        self.desk.tasks.run(
            lambda: packs.preview(desk, self.subject, since=since, until=until), self._show, self._failed, desk
        )

    def print_paper(self) -> None:
        """Ask for a printer, and print a numbered copy."""
        if self.made is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self.notice.say(printing.NO_PRINTER, stays=True)
            return
        printer = printing.ask_printer(self, self.made.pages)
        if printer is not None:
            self._copy("Printing", lambda made: self._put_on_paper(printer, made))

    def save_paper(self) -> None:
        """Ask where to, and save a numbered copy."""
        if self.made is None:
            return
        name = f"{self.person.file_number} case summary.pdf"
        path, _kind = QFileDialog.getSaveFileName(self, "Save as PDF", name, "PDF (*.pdf)")
        if path:
            self._copy("Saving", lambda made: self._keep(Path(path), made))

    def done(self, result: int) -> None:
        """Nothing is shown any more once the window is closed."""
        self._open = False
        super().done(result)

    def _copy(self, doing: str, then: Then) -> None:
        desk, recipient = self.desk.at, str(self.recipient.value())
        since, until = self.since.value(), self.until.value()
        self._work(doing)
        self.desk.tasks.run(
            lambda: packs.summary(desk, self.subject, since=since, until=until, recipient=recipient),
            lambda made: then(made) if self._open else None,
            self._failed,
            desk,
        )

    def _show(self, made: Made) -> None:
        if not self._open:
            return
        self._work("")
        self.made = made
        self.pages.show_pages(made.pages, lambda page, dpi: packs.page_png(made.pdf, page, dpi), made.text)

    def _put_on_paper(self, printer: QPrinter, made: Made) -> None:
        wanted = printing.wanted(printer, made.pages)
        pictures = [packs.page_png(made.pdf, page, printing.DPI) for page in wanted]
        self._work("")
        if printing.put_on_paper(printer, pictures):
            self.notice.say(f"Sent to the printer: {made.copy}.", stays=True)
        else:
            self.notice.say("The printer did not take the pages. Try another, or save the paper as a PDF.", stays=True)

    def _keep(self, path: Path, made: Made) -> None:
        self._work("")
        whole = path if path.suffix else path.with_suffix(".pdf")
        try:
            saving.save_file(whole, made.pdf)
        except DeskError as failure:
            self._failed(failure)
            return
        self.saved_to = whole
        self.notice.say(f"Saved as {whole.name} ({made.copy}). It is not encrypted.", "Open it", stays=True)

    def _show_file(self) -> None:
        if self.saved_to is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved_to)))

    def _failed(self, failure: DeskError) -> None:
        if self._open:
            self._work("")
            self._show_problems(getattr(failure, "fields", {"paper": str(failure)}))

    def _show_problems(self, problems: dict[str, str]) -> None:
        rows = {row.field.name: row for row in (self.since, self.until)}
        for name, row in rows.items():
            row.show_problem(problems.get(name, ""))
        self.summary.show_problems(problems, {name: name if name in rows else "" for name in problems})

    def _go_to(self, name: str) -> None:
        (self.since if name == SINCE.name else self.until).editor.field_widget().setFocus()

    def _work(self, text: str) -> None:
        for button in (self.show_button, self.save_button, self.print_button):
            button.setEnabled(not text)
        if text:
            self.busy.start(text)
        else:
            self.busy.finish()

    def _connect(self) -> None:
        self.show_button.clicked.connect(self.show_period)
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self.save_paper)
        self.close_button.clicked.connect(self.reject)
        self.summary.asked.connect(self._go_to)
        self.notice.acted.connect(self._show_file)
        for keys, act in (
            ("Ctrl+P", self.print_paper),
            ("Ctrl+S", self.save_paper),
            ("PgDown", lambda: self.pages.turn(self.pages.page + 1)),
            ("PgUp", lambda: self.pages.turn(self.pages.page - 1)),
            ("Ctrl++", lambda: self.pages.step(1)),
            ("Ctrl+=", lambda: self.pages.step(1)),
            ("Ctrl+-", lambda: self.pages.step(-1)),
            ("Ctrl+0", lambda: self.pages.magnify(1.0)),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.TIGHT + 2)
        column.addWidget(label(f"Case summary of {self.person.name}", Type.NAME, wrap=True))
        asked = QHBoxLayout()
        asked.setSpacing(theme.GAP)
        for row in (self.since, self.until):
            asked.addWidget(row, 1)
        asked.addWidget(self.show_button)
        column.addLayout(asked)
        for widget in (self.summary, self.notice, self.busy):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(label(LEAVES, Type.SECOND, tone="soft", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.recipient, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        column.addLayout(foot)
