"""Withdrawing an entry: it stays readable and no longer counts; the reason is asked for."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.record import Record
from rise_desk.errors import DeskError
from rise_desk.services import casework
from ui import theme
from ui.desk import ScreenDesk
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.text_fields import LongField
from ui.widgets.words import label

EXPLAINED = "A withdrawn entry stays in the file and can still be read, with your reason. It no longer counts."
WHY = Field(name="why", label="Why", kind=Kind.LONG, required=True, hint="Such as: written into the wrong file")


class WithdrawDialog(QDialog):
    """Asks why; `withdrawn` brings the record as it then stands."""

    withdrawn = Signal(object)

    def __init__(self, screen: ScreenDesk, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.record = screen, record
        self.setWindowTitle("Withdraw entry")
        self.why = FieldRow(WHY, LongField(3))
        self.summary = ErrorSummary()
        self.withdraw_button = Button("Withdraw entry", "danger")
        self.keep_button = Button("Keep entry", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Withdraw this entry", Type.NAME))
        column.addWidget(label(EXPLAINED, tone="soft", wrap=True))
        column.addWidget(self.summary)
        column.addWidget(self.why)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.withdraw_button)
        column.addLayout(foot)
        self.summary.asked.connect(lambda _name: self.why.editor.field_widget().setFocus())
        self.withdraw_button.clicked.connect(self.withdraw)
        self.keep_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.withdraw)
        self.resize(theme.current().px(560), self.sizeHint().height())
        self.why.editor.field_widget().setFocus()

    def withdraw(self) -> None:
        """Withdraw it, or say that a reason is needed."""
        why = str(self.why.value())
        if not why:
            self._show({"why": "Enter why."})
            return
        self.withdraw_button.setEnabled(False)
        self.desk.tasks.attempt(lambda: casework.withdraw(self.desk.at, self.record, why), self._done, self._failed)

    def _done(self, record: Record) -> None:
        self.accept()
        self.withdrawn.emit(record)

    def _failed(self, failure: DeskError) -> None:
        self.withdraw_button.setEnabled(True)
        self._show({"withdraw": str(failure)})

    def _show(self, problems: dict[str, str]) -> None:
        self.why.show_problem(problems.get("why", ""))
        self.summary.show_problems(problems, {name: name if name == "why" else "" for name in problems})
