"""Withdrawing a record: it stays readable and no longer counts; the reason is asked for."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rise_desk.domain.link import Link
from rise_desk.domain.record import Id, Record, Withdrawal
from rise_desk.domain.thing import Thing
from rise_desk.services import casework, things, unfinished
from rise_desk.services.unfinished import Draft
from ui import formats
from ui.desk import ScreenDesk
from ui.drafting import Drafting
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.text_fields import LongField

EXPLAINED = "A withdrawn {} stays in the file and can still be read, with your reason. It no longer counts."
WHY = Field(name="why", label="Why", kind=Kind.LONG, required=True, hint="Such as: written into the wrong file")
THING_EXPLAINED = (
    "It leaves every list, search and network, and can no longer be chosen or linked. Nothing is erased: what is "
    "recorded about it stays on file and can still be read, with your reason, and its page can be restored."
)
WHY_THING = Field(name="why", label="Why", kind=Kind.LONG, required=True, hint="Such as: there is no such place")
ABOUT_IT = "On file about it: {}."


def over(
    screen: ScreenDesk, record: Record, parent: QWidget | None = None, *, draft: Draft | None = None
) -> "WithdrawDialog":
    """What asks why a record is withdrawn; a place, vehicle, phone or name online is more than an entry."""
    kind = WithdrawThing if isinstance(record, Thing) else WithdrawDialog
    return kind(screen, record, parent, draft=draft)


class WithdrawDialog(SmallDialog):
    """Asks why an entry is withdrawn; `withdrawn` brings the record as it then stands."""

    withdrawn = Signal(object)
    kind = unfinished.WITHDRAWAL

    def __init__(
        self, screen: ScreenDesk, record: Record, parent: QWidget | None = None, *, draft: Draft | None = None
    ) -> None:
        self.desk, self.record = screen, record
        called = self.called()
        verb, leave = Button(f"Withdraw {called}", "danger"), Button(f"Keep {called}", keys="Esc")
        super().__init__(f"Withdraw {called}", verb, leave, parent)
        self.subject = casework.subject_of(record)
        self.why = FieldRow(self.asked(), LongField(3))
        self.build(self.heading(), self.explained(), self.why, wide=560)
        self.also_by("Ctrl+Return")
        self.verb.clicked.connect(self.withdraw)
        self.drafting = Drafting(self, self)
        if draft is not None:
            self.drafting.take_up(draft)
            self.why.editor.restore(draft.typed.get("panel", {}).get("why", ""))
        self.why.editor.changed.connect(self.drafting.typing)
        self.why.editor.field_widget().setFocus()

    def called(self) -> str:
        """What is withdrawn, in the words of its buttons."""
        return "link" if isinstance(self.record, Link) else "entry"

    def heading(self) -> str:
        """What is asked."""
        return f"Withdraw this {self.called()}"

    def explained(self) -> str:
        """What comes of it."""
        return EXPLAINED.format(self.called())

    def asked(self) -> Field:
        """The reason."""
        return WHY

    def unsaved(self) -> bool:
        """Whether a reason was begun."""
        return bool(str(self.why.value()))

    def to_keep(self) -> dict[str, Any]:
        """The reason so far."""
        return {"panel": {"why": self.why.editor.typed()}}

    def over(self) -> tuple[Id, int]:
        """The record that is to be withdrawn."""
        return self.record.id, self.record.version

    def reject(self) -> None:
        """The record stays, and the reason is forgotten."""
        self.drafting.drop()
        super().reject()

    def withdraw(self) -> None:
        """Withdraw it, or say that a reason is needed."""
        why = str(self.why.value())
        self.say({} if why else {"why": "Enter why."})
        if why:
            self.work(f"Withdrawing the {self.called()}")
            withdrawn = self.record.changed(withdrawn=Withdrawal(why=why.strip()))
            self.desk.tasks.attempt(
                lambda: unfinished.save(self.desk.at, withdrawn, self.drafting.draft), self._done, self.fail
            )

    def _done(self, record: Record) -> None:
        self.drafting.saved()
        self.accept()
        self.withdrawn.emit(record)


class WithdrawThing(WithdrawDialog):
    """Asks why a place, vehicle, phone or name online is withdrawn, and says what becomes of all that is about it."""

    record: Thing

    def called(self) -> str:
        """What sort of thing it is."""
        return self.record.CALLED.lower()

    def heading(self) -> str:
        """Which one."""
        return f"Withdraw {self.record.name}"

    def explained(self) -> str:
        """What comes of it, and how much is recorded about it that this reader may know of."""
        records = things.file(self.desk.at, self.record.id).records
        standing = [each for each in records if not each.withdrawn]
        links = sum(isinstance(each, Link) for each in standing)
        counted = (formats.count(links, "link"), formats.count(len(standing) - links, "other entry", "other entries"))
        told = [words for many, words in zip((links, len(standing) - links), counted, strict=True) if many]
        return f"{THING_EXPLAINED} {ABOUT_IT.format(' and '.join(told))}" if told else THING_EXPLAINED

    def asked(self) -> Field:
        """The reason."""
        return WHY_THING
