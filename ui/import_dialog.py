"""Importing a file: what it would do is shown first, row by row with reasons; then all of it is done, or nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import YOUNG_PERSON
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import saving
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.importing import Result
from rise_desk.services.exchange.planning import Fate, Outcome, Preview
from rise_desk.services.exchange.refused import refused_csv
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.records import outcome
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.record_table import RecordTable
from ui.widgets.text_fields import LineField
from ui.widgets.words import Elided, label

KINDS = ((YOUNG_PERSON, "Young people"), (ContactNote.KIND, "Contact notes"))
NOUNS = {YOUNG_PERSON: ("young person", "young people"), ContactNote.KIND: ("note", "notes")}
SOURCE = Field(name="source", label="Where the file comes from", hint="Its references belong to this name")
EMPTY = ("No file chosen yet.", "Choose a CSV file. Nothing is saved until you have seen what it would do.")
CANT = ("Nothing to show.", "Put the file right or choose another, and look again.")
PAGE = 50


class ImportDialog(QDialog):
    """Choose a file, see what it would do, import it; refused rows can be saved as a file with their reasons."""

    def __init__(self, screen: ScreenDesk) -> None:
        super().__init__()
        self.desk = screen
        self.path: Path | None = None
        self.seen: Preview | None = None
        self._open = True
        self.setWindowTitle("Import")
        self.name = Elided("No file chosen", tone="soft")
        self.choose_button = Button("Choose file…", icon="import")
        self.kind = PlainChoice(KINDS, "What the file holds", all_="As its columns say")
        self.kind.setMinimumContentsLength(18)
        self.source = FieldRow(SOURCE, LineField())
        self.look_button = Button("Look again")
        self.summary = ErrorSummary()
        self.notice = NoticeBar()
        self.busy = BusyLine()
        self.counts = label("", Type.CARD, wrap=True)
        self.columns = label("", Type.SECOND, tone="soft", wrap=True)
        self.empty = EmptyState(*EMPTY, icon="import")
        self.table = RecordTable(
            outcome.columns(), self._fetch, name="What becomes of each row", sort="fate", page=PAGE, empty=self.empty
        )
        self.refused_button = Button("Save refused rows…", icon="export")
        self.close_button = Button("Close", keys="Esc")
        self.import_button = Button("Import", "primary")
        self._build()
        self._connect()
        self._show_state()
        fit(self, 1020, 690)
        self.choose_button.setFocus()

    def choose(self) -> None:
        """Ask for a file, and look at it."""
        path, _kind = QFileDialog.getOpenFileName(self, "Choose a file to import", "", "CSV (*.csv);;Any file (*)")
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Look at this file; its folder's name is where it comes from, until somebody says otherwise."""
        self.path = path
        self.name.setText(path.name)
        self.source.editor.set_value(path.resolve().parent.name)
        self.look()

    def look(self) -> None:
        """See what importing the file would do; nothing is saved."""
        path, desk = self.path, self.desk.at
        if path is None:
            return
        kind, source = self.kind.value(), str(self.source.value())
        self.seen = None
        self.notice.close_notice()
        self._work("Reading the file")
        self.desk.tasks.run(
            lambda: importing.preview(desk, path, kind=kind, source=source), self._show, self._failed, desk
        )

    def import_all(self) -> None:
        """Do what was shown, in one go."""
        seen, desk = self.seen, self.desk.at
        if seen is not None and seen.saves:
            self._work("Importing")
            self.desk.tasks.run(lambda: importing.commit(desk, seen), self._imported, self._failed, desk)

    def save_refused(self) -> None:
        """Ask where to, and save the refused rows with their reasons."""
        if self.seen is None:
            return
        name = f"{Path(self.seen.table.name).stem} refused.csv"
        path, _kind = QFileDialog.getSaveFileName(self, "Save refused rows", name, "CSV (*.csv)")
        if not path:
            return
        try:
            saving.save_file(Path(path), refused_csv(self.seen))
        except DeskError as failure:
            self._failed(failure)
            return
        self.notice.say(f"Saved as {Path(path).name}. It is not encrypted: delete it once it is put right.", stays=True)

    def done(self, result: int) -> None:
        """What is still being read is told to nobody."""
        self._open = False
        super().done(result)

    def _show(self, seen: Preview) -> None:
        if not self._open:
            return
        self._work("")
        self.seen = seen
        self._show_problems({})
        self._show_state()

    def _imported(self, result: Result) -> None:
        if not self._open:
            return
        self._work("")
        done = f"{result.created} new, {result.matched} already on file, {result.refused} refused"
        self.notice.say(f"Imported: {done}.", stays=True)
        self.import_button.say("Imported")
        self.import_button.setEnabled(False)
        self.close_button.setFocus()

    def _failed(self, failure: DeskError) -> None:
        if not self._open:
            return
        self._work("")
        self._show_state()
        self._show_problems(failure.fields if isinstance(failure, Invalid) else {"file": str(failure)})

    def _show_problems(self, problems: dict[str, str]) -> None:
        self.source.show_problem(problems.get("source", ""))
        self.summary.show_problems(problems, {name: name if name == "source" else "" for name in problems})

    def _show_state(self) -> None:
        seen = self.seen
        refused = seen.count(Fate.REFUSED) if seen else 0
        self.refused_button.setVisible(bool(refused))
        self.look_button.setVisible(self.path is not None)
        self.import_button.setEnabled(bool(seen and seen.saves))
        self.counts.setVisible(seen is not None)
        self.columns.setVisible(seen is not None)
        if seen is not None:
            one, many = NOUNS[seen.kind]
            new, known = seen.count(Fate.CREATED), seen.count(Fate.MATCHED)
            self.counts.setText(
                f"{formats.count(new, f'new {one}', f'new {many}')}, {known} on file, {refused} refused"
            )
            self.columns.setText(_columns_in_words(seen))
            self.import_button.say(f"Import {formats.count(len(seen.saves), one, many)}" if seen.saves else "Import")
        self.empty.say(*(CANT if self.path else EMPTY))
        self.table.reload()

    def _fetch(self, sort: str, descending: bool, after: Outcome | None) -> Sequence[Outcome]:
        rows = outcome.ordered(self.seen.outcomes if self.seen else (), sort, descending=descending)
        start = rows.index(after) + 1 if after else 0
        return rows[start : start + PAGE]

    def _work(self, text: str) -> None:
        for button in (self.choose_button, self.look_button, self.import_button):
            button.setEnabled(not text)
        if text:
            self.busy.start(text)
        else:
            self.busy.finish()

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.look_button.clicked.connect(self.look)
        self.kind.changed.connect(self.look)
        self.refused_button.clicked.connect(self.save_refused)
        self.close_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self.import_all)
        self.summary.asked.connect(lambda _name: self.source.editor.field_widget().setFocus())
        QShortcut(QKeySequence("Ctrl+Return"), self, self.import_all)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Import young people or notes", Type.NAME, wrap=True))
        column.addWidget(self.summary)
        column.addWidget(self.notice)
        asked = Card()
        first = QHBoxLayout()
        first.setSpacing(theme.GAP)
        first.addWidget(self.choose_button)
        first.addWidget(self.name, 1)
        first.addWidget(self.kind)
        asked.body.addLayout(first)
        second = QHBoxLayout()
        second.addWidget(self.source, 1)
        second.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignBottom)
        asked.body.addLayout(second)
        column.addWidget(asked)
        column.addWidget(self.busy)
        column.addWidget(self.counts)
        column.addWidget(self.columns)
        rows = Card()
        rows.add(self.table, 1)
        column.addWidget(rows, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.refused_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.import_button)
        column.addLayout(foot)


def _columns_in_words(seen: Preview) -> str:
    read = ", ".join(column for column, _field in seen.layout.recognised)
    lost = ", ".join(seen.layout.not_recognised)
    letters = f"Letters read as {seen.encoding}"
    look = f"{letters}; look whether these are right: {seen.table.sample}" if seen.table.sample else letters
    return (
        f"Columns read: {read}.\n" + (f"Columns not recognised, and left out: {lost}.\n" if lost else "") + f"{look}."
    )
