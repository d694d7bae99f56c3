"""The third step of an import: what becomes of each row, with every problem, before anything is saved."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.breach import Breach
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.handle import Handle
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.link import Link
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import ADULT, YOUNG_PERSON
from rise_desk.domain.place import Place
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import DeskError
from rise_desk.services import saving
from rise_desk.services.exchange.asking import NO_ANSWERS
from rise_desk.services.exchange.planning import Fate, Outcome, Preview
from rise_desk.services.exchange.refused import preview_csv, refused_csv
from ui import formats, theme
from ui.import_told import Told
from ui.import_who import who_is_it
from ui.records import outcome
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_row import TEXT, Filter, FilterRow
from ui.widgets.record_table import RecordTable
from ui.widgets.tick import Tick
from ui.widgets.words import label

NOUNS = {
    YOUNG_PERSON: ("young person", "young people"),
    ContactNote.KIND: ("note", "notes"),
    Assessment.KIND: ("assessment", "assessments"),
    MissingEpisode.KIND: ("missing episode", "missing episodes"),
    ReturnInterview.KIND: ("return interview", "return interviews"),
    ADULT: ("adult of concern", "adults of concern"),
    Place.KIND: ("place", "places"),
    Vehicle.KIND: ("vehicle", "vehicles"),
    Handle.KIND: ("phone or name online", "phones and names online"),
    Link.KIND: ("link", "links"),
    Notice.KIND: ("notice", "notices"),
    Breach.KIND: ("breach", "breaches"),
    DisruptionAction.KIND: ("disruption action", "disruption actions"),
}
SHOWN = "shown"
WHO = "Say who it is…"
LATE = "Late interviews come in without a reason"
CHOICES = (
    ("problems", "To look at"),
    (str(Fate.ASKED), "Asked about"),
    (str(Fate.CREATED), "New"),
    (str(Fate.MATCHED), "On file"),
)
NONE = ("No row is like that.", "Clear the filters to see all rows.")
LEFT = "It is not encrypted: delete it once it is no longer needed."
PAGE = 50


class RowsPage(QWidget):
    """Counts, sentences about the whole file, and the rows; `said` and `failed` tell of a file that was saved.

    `answered`: somebody said who a child is, or let late interviews in, so that the rows are to be looked at again.
    """

    said = Signal(str)
    answered = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.seen: Preview | None = None
        self.answers = NO_ANSWERS
        self._asking = False
        self.counts = label("", Type.CARD, wrap=True)
        self.about = Told()
        self.filters = FilterRow((Filter(key=SHOWN, label="Rows", choices=CHOICES),), hint="Filter the rows")
        self.table = RecordTable(
            outcome.columns(), self._fetch, name="What becomes of each row", sort="fate", page=PAGE,
            empty=EmptyState(*NONE, icon="import"),
        )  # fmt: skip
        self.late = Tick(LATE)
        self.who_button = Button(WHO, icon="people")
        self.refused_button = Button("Save refused rows…", icon="export")
        self.preview_button = Button("Save this preview…", icon="export")
        self._build()
        self.filters.changed.connect(lambda _value: self._narrow())
        QShortcut(QKeySequence("Ctrl+F"), self, self.filters.text.setFocus)
        self.table.chosen.connect(lambda _row: self._allow())
        self.table.opened.connect(lambda _row: self.ask_who())
        self.who_button.clicked.connect(self.ask_who)
        self.late.toggled.connect(self._let_late_in)
        self.refused_button.clicked.connect(self.save_refused)
        self.preview_button.clicked.connect(self.save_preview)

    def show_preview(self, seen: Preview | None) -> None:
        """Show what a file would do."""
        self.seen = seen
        if seen is None:
            self.answers, self._asking = NO_ANSWERS, False
            return
        one, many = NOUNS[seen.kind]
        new, warned = seen.count(Fate.CREATED), sum(1 for each in seen.outcomes if each.warning)
        told = [formats.count(new, f"new {one}", f"new {many}"), f"{seen.count(Fate.MATCHED)} on file"]
        asked = seen.count(Fate.ASKED)
        told += [f"{asked} asked about"] if asked else []
        told += [f"{seen.count(Fate.REFUSED)} refused", *([f"{warned} to look at"] if warned else [])]
        self.counts.setText(", ".join(told))
        self.about.say("\n".join((*seen.notices, _columns_in_words(seen))))
        self.refused_button.setVisible(bool(seen.count(Fate.REFUSED) or asked))
        self.who_button.setVisible(any(each.asks for each in seen.outcomes))
        self.late.setVisible(seen.kind == ReturnInterview.KIND)
        with QSignalBlocker(self.late):
            self.late.setChecked(seen.answers.late_unexplained)
        self.filters.set_value({})
        self._narrow()

    def settle(self) -> None:
        """It was imported: what was to be known before is no longer said."""
        self.about.say("")

    def ask_who(self) -> None:
        """Ask which child the chosen row means, and take the answer for every row that names the child so."""
        row = self.table.current_row()
        if row is None or not row.asks or self.seen is None or not self.who_button.isEnabled():
            return
        rows = sum(each.asks == row.asks for each in self.seen.outcomes)
        number = who_is_it(self, row, rows)
        if number:
            self.answers, self._asking = self.answers.with_who(row.asks, number), True
            self.answered.emit()

    def begin_at(self, otherwise: QWidget) -> None:
        """Give the focus to the next row that is asked about, where somebody is answering; else to another widget."""
        rows = [each for each in self._rows() if each.fate is Fate.ASKED] if self._asking else []
        self._asking = False
        if rows:
            self.table.choose(rows[0])
            self.table.setFocus()
        else:
            otherwise.setFocus()

    def save_refused(self) -> None:
        """Ask where to, and save the refused rows with their reasons."""
        if self.seen is not None:
            self._save("refused", refused_csv(self.seen))

    def save_preview(self) -> None:
        """Ask where to, and save every row with what would become of it."""
        if self.seen is not None:
            self._save("preview", preview_csv(self.seen))

    def _save(self, what: str, data: bytes) -> None:
        assert self.seen is not None
        name = f"{Path(self.seen.table.name).stem} {what}.csv"
        path, _kind = QFileDialog.getSaveFileName(self, f"Save {what}", name, "CSV (*.csv)")
        if not path:
            return
        try:
            saving.save_file(Path(path), data)
        except DeskError as failure:
            self.failed.emit(failure)
            return
        self.said.emit(f"Saved as {Path(path).name}. {LEFT}")

    def _let_late_in(self, let: bool) -> None:
        self.answers = replace(self.answers, late_unexplained=let)
        self.answered.emit()

    def _allow(self) -> None:
        row = self.table.current_row()
        self.who_button.setEnabled(row is not None and bool(row.asks))

    def _narrow(self) -> None:
        rows = self._rows()
        every = len(self.seen.outcomes) if self.seen else 0
        self.filters.set_count(formats.count_of(len(rows), every) if len(rows) < every else formats.count(every, "row"))
        self.table.reload()
        self._allow()

    def _rows(self) -> list[Outcome]:
        value, every = self.filters.value(), self.seen.outcomes if self.seen else ()
        return outcome.narrowed(every, value[SHOWN], value[TEXT])

    def _fetch(self, sort: str, descending: bool, after: Outcome | None) -> Sequence[Outcome]:
        rows = outcome.ordered(self._rows(), sort, descending=descending)
        start = rows.index(after) + 1 if after else 0
        return rows[start : start + PAGE]

    def _build(self) -> None:
        rows = Card()
        rows.add(self.filters)
        rows.add(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.who_button)
        foot.addWidget(self.late)
        foot.addWidget(self.refused_button)
        foot.addWidget(self.preview_button)
        foot.addStretch(1)
        rows.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self.counts)
        column.addWidget(self.about)
        column.addWidget(rows, 1)


def _columns_in_words(seen: Preview) -> str:
    read = ", ".join(column for column, _field in seen.layout.recognised)
    lost = ", ".join(seen.layout.not_recognised)
    return f"Columns read: {read}." + (f"\nLeft out: {lost}." if lost else "")
