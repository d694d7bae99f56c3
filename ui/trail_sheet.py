"""The audit as paper, before it is printed."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.errors import DeskError
from rise_desk.services import packs, trail_sheet
from rise_desk.services.copies import Made
from rise_desk.services.trail import Asked
from ui import printing, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.preview_pages import PreviewPages
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.words import label

TITLE = "Audit sheet"
NO_PRINTER = "No printer is set up on this computer. Export the list instead."
SENT = "Sent to the printer, and written down."


class TrailSheet(QDialog):
    """Shows the steps that the audit's screen shows, page by page, with the mark by which the audit is proved later."""

    def __init__(self, screen: ScreenDesk, asked: Asked, filters: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._asked = screen, asked
        self.made: Made | None = None
        self._open = True
        self.setWindowTitle(f"{TITLE} · RISE Desk")
        self.notice = NoticeBar()
        self.busy = BusyLine()
        self.pages = PreviewPages()
        self.print_button = Button("Print…", "primary", keys="Ctrl+P", icon="print")
        self.close_button = Button("Close", keys="Esc")
        self._build()
        self.print_button.clicked.connect(self.print_sheet)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_sheet)
        fit(self, 1000, 700)
        desk = screen.at
        self.print_button.setEnabled(False)
        self.busy.start("Making the pages")
        screen.tasks.run(lambda: trail_sheet.made(desk, asked, filters), self._show, self._failed, desk)

    def print_sheet(self) -> None:
        """Ask for a printer and print; say it where there is none."""
        if self.made is None:
            return
        if not printing.names():
            self.notice.say(NO_PRINTER, stays=True)
            return
        printer = printing.ask_printer(self, self.made.pages)
        if printer is None:
            return
        try:
            trail_sheet.printed(self.desk.at, self._asked, self.made.pages)
        except DeskError as failure:
            self._failed(failure)
            return
        pictures = [packs.page_png(self.made.pdf, page, printing.DPI) for page in range(self.made.pages)]
        taken = printing.put_on_paper(printer, pictures)
        self.notice.say(SENT if taken else printing.NOT_TAKEN, stays=True)

    def done(self, result: int) -> None:
        """Nothing is shown any more once the window is closed."""
        self._open = False
        super().done(result)

    def _show(self, made: Made) -> None:
        if not self._open:
            return
        self.busy.finish()
        self.made = made
        self.print_button.setEnabled(True)
        self.pages.show_pages(made.pages, lambda page, dpi: packs.page_picture(made.pdf, page, dpi), made.text)
        self.pages.view.setFocus()

    def _failed(self, failure: DeskError) -> None:
        if self._open:
            self.busy.finish()
            self.notice.say(str(failure), stays=True)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label(TITLE, Type.NAME))
        for widget in (self.notice, self.busy):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.print_button)
        column.addLayout(foot)
