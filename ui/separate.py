"""Separating a merged file: it is read by itself again; the reason is asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.person import Person
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import merging
from ui import theme
from ui.desk import ScreenDesk
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.saving_keys import SavingKeys
from ui.widgets.text_fields import LongField
from ui.widgets.words import label

EXPLAINED = (
    "The file gets back everything that was written into it, and is on its lists again. What was written into the "
    "main file since stays there."
)
WHY = Field(name="reason", label="Why", kind=Kind.LONG, required=True, hint="Such as: two girls of the same name")


class SeparateDialog(QDialog):
    """Asks why; `separated` brings the person as their file then reads."""

    separated = Signal(object)

    def __init__(self, screen: ScreenDesk, file: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.file = screen, file
        self.setWindowTitle("Separate files")
        self.why = FieldRow(WHY, LongField(3))
        self.summary = ErrorSummary()
        self.separate_button = Button("Separate files", "primary")
        self.keep_button = Button("Keep them joined", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label(f"Separate {file.file_number} {file.name}", Type.NAME, wrap=True))
        column.addWidget(label(EXPLAINED, tone="soft", wrap=True))
        column.addWidget(self.summary)
        column.addWidget(self.why)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.separate_button)
        column.addLayout(foot)
        self.summary.asked.connect(lambda _name: self.why.editor.field_widget().setFocus())
        self.separate_button.clicked.connect(self.separate)
        self.keep_button.clicked.connect(self.reject)
        SavingKeys("Ctrl+Return", self, self.separate)
        self.resize(theme.current().px(560), self.sizeHint().height())
        self.why.editor.field_widget().setFocus()

    def separate(self) -> None:
        """Separate it, or say what stands against it."""
        why = str(self.why.editor.value())
        self.separate_button.setEnabled(False)
        self.desk.tasks.attempt(lambda: merging.separate(self.desk.at, self.file, why), self._done, self._failed)

    def _done(self, person: Person) -> None:
        self.accept()
        self.separated.emit(person)

    def _failed(self, failure: DeskError) -> None:
        self.separate_button.setEnabled(True)
        problems = failure.fields if isinstance(failure, Invalid) else {"form": str(failure)}
        self.why.show_problem(problems.get(WHY.name, ""))
        self.summary.show_problems(problems, {name: name if name == WHY.name else "" for name in problems})
