"""Importing in three steps: a file, its columns, its rows; then all of it is done at once, or nothing."""

from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from rise_desk.errors import DeskError, Invalid
from rise_desk.services.exchange import importing, lately
from rise_desk.services.exchange.columns import layout
from rise_desk.services.exchange.importing import Result
from rise_desk.services.exchange.lately import Imported
from rise_desk.services.exchange.mapping import Offer
from rise_desk.services.exchange.planning import Preview
from rise_desk.services.exchange.rows import Table
from ui import formats, theme
from ui.asking import confirmed
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.import_columns import ColumnsPage
from ui.import_file import FilePage
from ui.import_recent import in_words
from ui.import_rows import NOUNS, RowsPage
from ui.import_work import ImportWork
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.words import label

FILE, COLUMNS, ROWS = range(3)
STEPS = ("a file", "its columns", "its rows")


class ImportDialog(QDialog):
    """Choose a file, say which column is which, see what it would do, import it; and undo it for a day."""

    def __init__(self, screen: ScreenDesk) -> None:
        super().__init__()
        self.desk = screen
        self.path: Path | None = None
        self.rows: Table | None = None
        self.offer = Offer()
        self.imported: Result | None = None
        self._open = True
        self.setWindowTitle("Import")
        self.step = label("", tone="soft")
        self.summary = ErrorSummary()
        self.notice = NoticeBar()
        self.busy = BusyLine()
        self.work = ImportWork(screen, self.busy)
        self.file, self.columns, self.preview = FilePage(), ColumnsPage(), RowsPage()
        self.pages = QStackedWidget()
        self.back_button = Button("Back")
        self.close_button = Button("Close", keys="Esc")
        self.next_button = Button("Next", "primary")
        self._build()
        self._connect()
        fit(self, 1020, 690)
        self._go(FILE)
        self._show_recent()
        self.file.choose_button.setFocus()

    @property
    def seen(self) -> Preview | None:
        """What importing would do, once it was looked at."""
        return self.preview.seen

    def take(self, path: Path) -> None:
        """Read this file; nothing is saved."""
        self.path = path
        self.file.begin(path)
        self.read()

    def read(self) -> None:
        """Read the file that was picked, or another sheet of it."""
        path, desk = self.path, self.desk.at
        if path is None:
            return
        sheet = self.file.sheet.value()
        self._begin()
        self.rows = None
        self.preview.show_preview(None)
        self.work.run(
            "Reading the file", lambda watch: importing.opened(desk, path, sheet, watch), self._read, self._failed
        )

    def forward(self) -> None:
        """Go to the next step, or import what was shown; not while work is under way."""
        if self.next_button.isEnabled():
            (self.map, self.look, self.import_all)[self.pages.currentIndex()]()

    def back(self) -> None:
        """Go to the step before."""
        if self.back_button.isEnabled():
            self._begin()
            self._go(self.pages.currentIndex() - 1)

    def map(self) -> None:
        """Offer the columns of the file that was read."""
        rows, path = self.rows, self.path
        if rows is None or path is None:
            return
        self._begin()
        try:
            source = importing.source_of(path, str(self.file.source.value()))
            self.offer = importing.proposed(self.desk.at, rows, source)
        except DeskError as failure:
            self._failed(failure)
            return
        self.file.source.editor.set_value(source)
        self.columns.show_columns(rows, self.offer)
        self._go(COLUMNS)

    def look(self) -> None:
        """See what importing the file with these columns would do; nothing is saved."""
        rows, desk, notice, answers = self.rows, self.desk.at, self.offer.notice, self.preview.answers
        if rows is None:
            return
        source, kind = str(self.file.source.value()), self.columns.kind.value()
        self._begin()
        try:
            laid = layout(rows.header, kind, self.columns.chosen())
        except DeskError as failure:
            self._failed(failure)
            return
        self.work.run(
            "Reading the rows",
            lambda watch: importing.seen_as(desk, rows, laid, source, watch, notice, answers),
            self._looked,
            self._failed,
        )

    def import_all(self) -> None:
        """Do what was shown, in one go."""
        seen, desk = self.seen, self.desk.at
        if seen is not None and seen.saves:
            self._begin()
            self.work.run("Importing", lambda watch: importing.commit(desk, seen, watch), self._imported, self._failed)

    def undo(self, one: Imported) -> None:
        """Ask, then take back all that an import did."""
        desk = self.desk.at
        if confirmed(self, in_words(one), "Undo import"):
            self._begin()
            self.work.run(
                "Undoing the import", lambda watch: lately.undo(desk, one.act, watch), self._undone, self._failed
            )

    def reject(self) -> None:
        """Close; while something is being saved, stop that instead, and say so."""
        if self.work.running and self.pages.currentIndex() != FILE:
            self.work.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """What is still being read is stopped, and told to nobody."""
        self._open = False
        self.work.stop()
        super().done(result)

    def _read(self, rows: Table) -> None:
        if self._open:
            self.rows = rows
            self.file.show_table(rows)
            self._go(FILE)
            self.next_button.setFocus()

    def _looked(self, seen: Preview) -> None:
        if self._open:
            self.preview.show_preview(seen)
            self.imported = None
            self._go(ROWS)
            self.preview.begin_at(self.next_button)

    def _imported(self, result: Result) -> None:
        if not self._open:
            return
        self.imported = result
        self.preview.settle()
        asked = f", {result.asked} asked about" if result.asked else ""
        told = f"{result.created} new, {result.matched} already on file, {result.refused} refused{asked}"
        self.notice.say(f"Imported: {told}.", "Undo import…" if result.act else "", stays=True)
        self._show_recent()
        self._go(ROWS)
        self.close_button.setFocus()

    def _undo_this(self) -> None:
        done = [each for each in lately.recent(self.desk.at) if self.imported and each.act == self.imported.act]
        for each in done:
            self.undo(each)

    def _undone(self, records: tuple[object, ...]) -> None:
        if not self._open:
            return
        self.imported = None
        self.preview.show_preview(None)
        self._show_recent()
        self._go(FILE)
        self.notice.say(f"The import was undone: {formats.count(len(records), 'record')} as before.", stays=True)

    def _show_recent(self) -> None:
        desk = self.desk.at
        self.desk.tasks.attempt(lambda: lately.recent(desk), self.file.recent.show_imports, self._failed)

    def _failed(self, failure: DeskError) -> None:
        if not self._open:
            return
        problems = failure.fields if isinstance(failure, Invalid) else {"file": str(failure)}
        if self.rows is None:
            self.file.show_table(None)
        self._go(FILE if "source" in problems else self.pages.currentIndex())
        self._show_problems(problems)

    def _show_problems(self, problems: dict[str, str]) -> None:
        self.file.source.show_problem(problems.get("source", ""))
        self.summary.show_problems(problems, {name: name if name == "source" else "" for name in problems})

    def _begin(self) -> None:
        """Take away what was said before."""
        self.notice.close_notice()
        self._show_problems({})

    def _go(self, step: int) -> None:
        for place, page in enumerate((self.file, self.columns, self.preview)):  # else all are as tall as the tallest
            tall = QSizePolicy.Policy.Preferred if place == step else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self.pages.setCurrentIndex(step)
        self.step.setText(f"Step {step + 1} of {len(STEPS)}: {STEPS[step]}")
        self.back_button.setVisible(step > FILE)
        self._hold(self.work.running)

    def _hold(self, still: bool) -> None:
        """Say what comes next, and let nothing be changed while work is under way."""
        step, seen = self.pages.currentIndex(), self.seen
        ready = (
            self.rows is not None,
            bool(self.columns.kind.value()),
            bool(seen and seen.saves and not self.imported),
        )
        words = ("Next: its columns", "Next: its rows", _verb(seen, self.imported))
        self.next_button.say(words[step])
        self.next_button.setEnabled(ready[step] and not still)
        self.back_button.setEnabled(not still)
        self.file.hold(still)
        self.columns.setEnabled(not still)
        if still:
            self.close_button.setFocus()

    def _connect(self) -> None:
        self.file.picked.connect(self.take)
        self.file.sheet_chosen.connect(self.read)
        self.file.recent.undo_asked.connect(self.undo)
        self.columns.kind_chosen.connect(lambda: self._hold(self.work.running))
        self.preview.said.connect(lambda text: self.notice.say(text, stays=True))
        self.preview.failed.connect(self._failed)
        self.preview.answered.connect(self.look)
        self.work.changed.connect(self._hold)
        self.notice.acted.connect(self._undo_this)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.forward)
        self.close_button.clicked.connect(self.reject)
        self.summary.asked.connect(lambda _name: self.file.source.editor.field_widget().setFocus())
        QShortcut(QKeySequence("Ctrl+Return"), self, self.forward)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.addWidget(label("Import people, notes, assessments, episodes or interviews", Type.NAME, wrap=True), 1)
        head.addWidget(self.step)
        column.addLayout(head)
        for each in (self.summary, self.notice):
            column.addWidget(each)
        for page in (self.file, self.columns, self.preview):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        column.addWidget(self.busy)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.next_button)
        column.addLayout(foot)


def _verb(seen: Preview | None, result: Result | None) -> str:
    """What the last step's button says."""
    if result is not None:
        return "Imported"
    return f"Import {formats.count(len(seen.saves), *NOUNS[seen.kind])}" if seen and seen.saves else "Import"
