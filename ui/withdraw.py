"""Withdrawing an entry: it stays readable and no longer counts; the reason is asked for."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rise_desk.domain.record import NO_ID, Id, Record, Withdrawal
from rise_desk.services import unfinished
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk
from ui.drafting import Drafting
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
    kind = unfinished.WITHDRAWAL

    def __init__(
        self, screen: ScreenDesk, record: Record, parent: QWidget | None = None, *, draft: Draft | None = None
    ) -> None:
        verb, leave = Button("Withdraw entry", "danger"), Button("Keep entry", keys="Esc")
        super().__init__("Withdraw entry", verb, leave, parent)
        self.desk, self.record = screen, record
        self.subject = next((subject for subject, _role in record.involved()), NO_ID)
        self.why = FieldRow(WHY, LongField(3))
        self.build("Withdraw this entry", EXPLAINED, self.why, wide=560)
        self.also_by("Ctrl+Return")
        self.verb.clicked.connect(self.withdraw)
        self.drafting = Drafting(self, self)
        if draft is not None:
            self.drafting.take_up(draft)
            self.why.editor.restore(draft.typed.get("panel", {}).get("why", ""))
        self.why.editor.changed.connect(self.drafting.typing)
        self.why.editor.field_widget().setFocus()

    def unsaved(self) -> bool:
        """Whether a reason was begun."""
        return bool(str(self.why.value()))

    def to_keep(self) -> dict[str, Any]:
        """The reason so far."""
        return {"panel": {"why": self.why.editor.typed()}}

    def over(self) -> tuple[Id, int]:
        """The entry that is to be withdrawn."""
        return self.record.id, self.record.version

    def reject(self) -> None:
        """The entry stays, and the reason is forgotten."""
        self.drafting.drop()
        super().reject()

    def withdraw(self) -> None:
        """Withdraw it, or say that a reason is needed."""
        why = str(self.why.value())
        self.say({} if why else {"why": "Enter why."})
        if why:
            self.work("Withdrawing the entry")
            withdrawn = self.record.changed(withdrawn=Withdrawal(why=why.strip()))
            self.desk.tasks.attempt(
                lambda: unfinished.save(self.desk.at, withdrawn, self.drafting.draft), self._done, self.fail
            )

    def _done(self, record: Record) -> None:
        self.drafting.saved()
        self.accept()
        self.withdrawn.emit(record)
