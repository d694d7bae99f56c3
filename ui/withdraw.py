"""Withdrawing an entry: it stays readable and no longer counts; the reason is asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rise_desk.domain.record import Record
from rise_desk.services import casework
from ui.desk import ScreenDesk
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.text_fields import LongField

EXPLAINED = "A withdrawn entry stays in the file and can still be read, with your reason. It no longer counts."
WHY = Field(name="why", label="Why", kind=Kind.LONG, required=True, hint="Such as: written into the wrong file")


class WithdrawDialog(SmallDialog):
    """Asks why; `withdrawn` brings the record as it then stands."""

    withdrawn = Signal(object)

    def __init__(self, screen: ScreenDesk, record: Record, parent: QWidget | None = None) -> None:
        verb, leave = Button("Withdraw entry", "danger"), Button("Keep entry", keys="Esc")
        super().__init__("Withdraw entry", verb, leave, parent)
        self.desk, self.record = screen, record
        self.why = FieldRow(WHY, LongField(3))
        self.build("Withdraw this entry", EXPLAINED, self.why, wide=560)
        self.also_by("Ctrl+Return")
        self.verb.clicked.connect(self.withdraw)
        self.why.editor.field_widget().setFocus()

    def withdraw(self) -> None:
        """Withdraw it, or say that a reason is needed."""
        why = str(self.why.value())
        self.say({} if why else {"why": "Enter why."})
        if why:
            self.work("Withdrawing the entry")
            self.desk.tasks.attempt(lambda: casework.withdraw(self.desk.at, self.record, why), self._done, self.fail)

    def _done(self, record: Record) -> None:
        self.accept()
        self.withdrawn.emit(record)
