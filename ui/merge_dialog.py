"""Merging two files of one human being: find the other one, see what will happen, say why, and it is done."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import merging
from rise_desk.services.merging import Candidate, Preview
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.fitting import fit
from ui.merge_compare import BothFiles, Happens
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.saving_keys import SavingKeys
from ui.widgets.text_fields import LineField
from ui.widgets.words import discard, label

EXPLAINED = (
    "Two files can turn out to be one person’s. Merging reads them as one; neither loses anything. "
    "Never merge on a nickname or a likeness alone: be sure first."
)
OTHER = Field(name="other", label="The other file", kind=Kind.LINE, hint="Name, file number, NHS number or phone")
WHY = Field(name="reason", label="How you know", kind=Kind.LINE, required=True, hint="Such as: same NHS number")
NOBODY = "No other file answers to this."
NOBODY_LIKELY = "No file looks like the same person’s. Type a name or a number to find it."
PAUSE_MS = 200
ROWS = 4
"""How many files are in view to choose from."""


class MergeDialog(QDialog):
    """Over one file; `merged` brings the main file as it then reads."""

    merged = Signal(object)

    def __init__(self, screen: ScreenDesk, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.person = screen, person
        self.seen: Preview | None = None
        self.setWindowTitle("Merge files")
        self.summary = ErrorSummary()
        self.other = FieldRow(OTHER, LineField())
        self.list = QListWidget()
        self.why = FieldRow(WHY, LineField())
        self.area = QScrollArea()
        self.swap_button = Button("Make the other the main file")
        self.cancel_button = Button("Cancel", keys="Esc")
        self.merge_button = Button("Merge files", "primary")
        self._swapped = False
        self._places = (QVBoxLayout(), QVBoxLayout())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._connect()
        self.look()
        fit(self, 940, 700)
        self.other.editor.field_widget().setFocus()

    def look(self) -> None:
        """Offer the files that answer to what was typed; those that are likely the same person's where nothing was."""
        try:
            found = merging.candidates(self.desk.at, self.person.id, str(self.other.editor.value()))
        except DeskError as failure:
            self._say(failure)
            return
        chosen = self._chosen()
        with QSignalBlocker(self.list):
            self._list(found, chosen)
        if self._chosen() != chosen:
            self.choose()

    def choose(self) -> None:
        """Show what merging with the chosen file will do, if one is; it is the main file where this one can't be."""
        self._swapped = False
        self._preview()
        if self.seen is None and self._chosen() is not None:
            self._swapped = True
            self._preview()

    def swap(self) -> None:
        """Let the other file be the main one."""
        self._swapped = not self._swapped
        self._preview()

    def merge(self) -> None:
        """Merge them, or say what stands against it."""
        seen, why = self.seen, str(self.why.editor.value())
        if seen is None:
            self._say(Invalid({"other": "Choose the other file first."}))
            return
        if not why.strip():
            self._say(Invalid({"reason": "Enter how you know that these are files of the same person."}))
            return
        self.merge_button.setEnabled(False)
        self.desk.tasks.attempt(
            lambda: merging.merge(self.desk.at, seen.main, seen.other, why), self._done, self._failed
        )

    def _list(self, found: Sequence[Candidate], chosen: Id | None) -> None:
        """The files that were found; the one that was chosen stays so."""
        self.list.clear()
        for each in found:
            item = QListWidgetItem(_line(each, self.desk), self.list)
            item.setData(Qt.ItemDataRole.UserRole, each.card.subject)
            if each.card.subject == chosen:
                self.list.setCurrentItem(item)
        if not found:
            item = QListWidgetItem(NOBODY if str(self.other.editor.value()) else NOBODY_LIKELY, self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _preview(self) -> None:
        other = self._chosen()
        if other is None:
            self.seen = None
            self._show(None)
            self._clear()
            return
        main, joined = (other, self.person.id) if self._swapped else (self.person.id, other)
        try:
            self.seen = merging.preview(self.desk.at, main, joined)
        except DeskError as failure:
            self.seen = None
            self._show(None)
            self._clear()
            self.other.show_problem(str(failure))  # without taking the keyboard from the list
            return
        self._clear()
        self._show(self.seen)

    def _show(self, seen: Preview | None) -> None:
        """What will happen and both files, above and below the question how somebody knows."""
        for place in self._places:
            while (item := place.takeAt(0)) is not None:
                discard(item.widget())
        if seen is not None:
            self._places[0].addWidget(Happens(seen))
            self._places[1].addWidget(BothFiles(seen, Surroundings(self.desk.practice, self.desk.now)))
        self.why.setVisible(seen is not None)
        self.swap_button.setVisible(self._chosen() is not None)
        self.merge_button.setEnabled(seen is not None)

    def _chosen(self) -> Id | None:
        chosen = [each.data(Qt.ItemDataRole.UserRole) for each in self.list.selectedItems()]
        return Id(chosen[0]) if chosen else None

    def _done(self, person: Person) -> None:
        self.accept()
        self.merged.emit(person)

    def _failed(self, failure: DeskError) -> None:
        self.merge_button.setEnabled(True)
        self._say(failure)

    def _say(self, failure: DeskError) -> None:
        problems = failure.fields if isinstance(failure, Invalid) else {"form": str(failure)}
        self.other.show_problem(problems.get(OTHER.name, ""))
        self.why.show_problem(problems.get(WHY.name, ""))
        known = (OTHER.name, WHY.name)
        self.summary.show_problems(problems, {name: name if name in known else "" for name in problems})

    def _clear(self) -> None:
        for row in (self.other, self.why):
            row.show_problem("")
        self.summary.show_problems({}, {})

    def _to_list(self) -> None:
        """From what was typed to the files that answer to it."""
        self.list.setFocus()
        if not self.list.selectedItems():
            self.list.setCurrentRow(0)

    def _go_to(self, name: str) -> None:
        row = self.why if name == WHY.name else self.other
        row.editor.field_widget().setFocus()

    def _connect(self) -> None:
        self.other.editor.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.look)
        self.list.itemSelectionChanged.connect(self.choose)
        self.summary.asked.connect(self._go_to)
        self.swap_button.clicked.connect(self.swap)
        self.cancel_button.clicked.connect(self.reject)
        self.merge_button.clicked.connect(self.merge)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            SavingKeys(keys, self, self.merge)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Down"), self.other, self._to_list, context=within)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        self.list.setAccessibleName("Files that may be the same person’s")
        self.list.setFixedHeight(ROWS * theme.current().control)
        frame = Card()
        frame.add(self.list)
        for widget in (self.summary, self.other, frame):
            column.addWidget(widget)
        column.addLayout(self._places[0])
        column.addWidget(self.why)
        column.addLayout(self._places[1])
        column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        around.setSpacing(theme.TIGHT)
        title = f"The same person as {self.person.file_number} {self.person.name}"
        around.addWidget(label(title, Type.NAME, wrap=True))
        around.addWidget(label(EXPLAINED, tone="soft", wrap=True))
        around.addWidget(self.area, 1)
        around.addLayout(self._foot())
        self._show(None)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.swap_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.merge_button)
        return foot


def _line(each: Candidate, desk: ScreenDesk) -> str:
    who = formats.name_and_age(each.card.name, each.card.date_of_birth, desk.now())
    return formats.joined(who, f"file {each.card.file_number}", each.why)
