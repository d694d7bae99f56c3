"""A paper before it leaves the desk: looked at page by page, for a period where it has one, then printed or saved."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import packs
from rise_desk.services.copies import Made
from ui import papers, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.papers import Asked, Paper
from ui.preview_copies import Copies
from ui.preview_pages import PreviewPages
from ui.preview_view import WHOLE_PAGE, WHOLE_WIDTH
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

SINCE = Field(name="since", label="From", kind=Kind.DATE)
UNTIL = Field(name="until", label="To", kind=Kind.DATE)
FOR = Field(name="recipient", label="Copy for")


class PreviewDialog(QDialog):
    """Shows a paper, somebody's case summary unless another is given; each print and each saved file is written down.

    What tells of somebody leaves the desk in numbered copies.
    """

    def __init__(self, screen: ScreenDesk, about: Id | Paper) -> None:
        super().__init__()
        self.paper = about if isinstance(about, Paper) else papers.summary(screen, about)
        self.desk, self.subject = screen, self.paper.subject
        self.role = self.paper.role
        self.made: Made | None = None
        self.copies = Copies(screen, self.paper, self)
        self._period = (Moment(""), Moment(""))
        self._open = True
        self.setWindowTitle(f"{self.paper.name} · RISE Desk")
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
        self.print_button.setDefault(not self.paper.by_period)
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
            lambda: self.paper.preview(desk, {"since": since, "until": until, "recipient": ""}),
            lambda made: self._show(made, (since, until)),
            self._failed,
            desk,
        )

    def print_paper(self) -> None:
        """Ask how to print what is shown, and print numbered copies."""
        if self.made is not None and self.print_button.isEnabled():
            self.copies.print_paper(self.made, self._asked())

    def save_paper(self) -> None:
        """Ask how and where to save what is shown, and save a numbered copy."""
        if self.made is not None and self.save_button.isEnabled():
            self.copies.save_paper(self._asked())

    def done(self, result: int) -> None:
        """Nothing is shown, printed or lent any more once the window is closed."""
        self._open = False
        self.copies.close()
        super().done(result)

    def _asked(self) -> Asked:
        return {"since": self._period[0], "until": self._period[1], "recipient": str(self.recipient.value())}

    def _show(self, made: Made, period: tuple[Moment, Moment]) -> None:
        if not self._open:
            return
        self._work("")
        self.made, self._period = made, period
        self.pages.show_pages(made.pages, lambda page, dpi: packs.page_picture(made.pdf, page, dpi), made.text)
        first = (self.show_button, self.since.editor.field_widget(), self.pages.place)
        if self.focusWidget() in (None, *first):
            self.pages.view.setFocus()

    def _say(self, text: str, to_open: bool) -> None:
        self.notice.say(text, "Open it" if to_open else "", stays=True)

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

    def _work(self, text: str, may_cancel: bool = False) -> None:
        for button in (self.show_button, self.save_button, self.print_button):
            button.setEnabled(not text)
        if text:
            self.busy.start(text, may_cancel=may_cancel)
        else:
            self.busy.finish()

    def _connect(self) -> None:
        view = self.pages.view
        self.show_button.clicked.connect(self.show_period)
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self.save_paper)
        self.close_button.clicked.connect(self.reject)
        self.summary.asked.connect(self._go_to)
        self.notice.acted.connect(self.copies.open_saved)
        self.busy.cancelled.connect(self.copies.stop)
        self.copies.working.connect(self._work)
        self.copies.advanced.connect(self.busy.advance)
        self.copies.said.connect(self._say)
        self.copies.failed.connect(self._failed)
        self.copies.changed.connect(self.show_period)
        for keys, act in (
            ("Ctrl+P", self.print_paper),
            ("Ctrl+S", self.save_paper),
            ("Ctrl+G", self.pages.ask_page),
            ("Ctrl+PgDown", lambda: self.pages.turn(self.pages.page + 1)),
            ("Ctrl+PgUp", lambda: self.pages.turn(self.pages.page - 1)),
            ("Ctrl++", lambda: view.step(1)),
            ("Ctrl+=", lambda: view.step(1)),
            ("Ctrl+-", lambda: view.step(-1)),
            ("Ctrl+0", lambda: view.magnify(WHOLE_WIDTH)),
            ("Ctrl+9", lambda: view.magnify(WHOLE_PAGE)),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.TIGHT + 2)
        column.addWidget(label(self.paper.heading, Type.NAME, wrap=True))
        asked = QHBoxLayout()
        asked.setSpacing(theme.GAP)
        for row in (self.since, self.until):
            asked.addWidget(row, 1)
        asked.addWidget(self.show_button)
        column.addLayout(asked)
        for asking in (self.since, self.until, self.show_button):
            asking.setVisible(self.paper.by_period)
        for widget in (self.summary, self.notice, self.busy):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.recipient, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        column.addLayout(foot)
