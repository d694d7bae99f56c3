"""The red bar: entries are missing, or the audit was altered; what that means, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.errors import DeskError
from rise_desk.services import upkeep
from ui import icons, theme
from ui.desk import ScreenDesk
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LongField
from ui.widgets.words import label

REASON = "reason"
BETTER = "Restoring the newest backup is better where there is one. Accepting can’t be taken back."
HINT = "For example that there is no backup of that hour, and who was told."
WHY = Field(name=REASON, label="Why you go on without them", hint=HINT, required=True)
WHAT_NOW = "Nothing can be saved until a supervisor restores a backup or accepts the loss."

TELL = "Tell a supervisor. You can go on working: what you save is kept."
LOOK = "Choose Audit in Settings and check everything. Work can go on: what is saved is kept."


class GapBar(QFrame):
    """Hidden while nothing is missing or altered; `accepted` tells that a supervisor has decided to go on."""

    accepted = Signal()

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("surface", "problem")
        sign = label()
        icons.put(sign, "alert", "error", 18)
        sign.setAccessibleName("Warning")
        self.text = label(tone="error", strong=True, wrap=True)
        self.button = Button("Accept the loss…", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.TIGHT, theme.GAP, theme.TIGHT)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.ask)
        self.hide()

    def refresh(self) -> None:
        """Show what is missing, or else what was altered, if anything."""
        missing = self._desk.at.store.missing
        said = f"{missing[:1].upper()}{missing[1:]}. {WHAT_NOW}" if missing else self._altered()
        self.text.setText(said)
        self.button.setVisible(bool(missing) and access.may(self._desk.at.who, Deed.ACCEPT_LOSS))
        self.setAccessibleName(said)
        self.setVisible(bool(said))

    def _altered(self) -> str:
        """What was found touched in the audit at this sign-in, and whom to tell."""
        broken = self._desk.at.broken
        if not broken:
            return ""
        what_now = LOOK if access.may(self._desk.at.who, Deed.ACCEPT_LOSS) else TELL
        return f"The audit was altered outside RISE Desk: {broken[0].removeprefix('audit: ')}. {what_now}"

    def ask(self) -> "AcceptLoss":
        """Ask a supervisor for the reason."""
        dialog = AcceptLoss(self._desk, self.window())
        dialog.accepted.connect(self._over)
        dialog.open()
        return dialog

    def _over(self) -> None:
        self.refresh()
        self.accepted.emit()


class AcceptLoss(SmallDialog):
    """Why a supervisor goes on without the missing entries; the reason is written down."""

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__("Accept the loss", Button("Accept the loss", "danger"), Button("Cancel", keys="Esc"), parent)
        self._desk = desk
        self.row = FieldRow(WHY, LongField(3))
        self.build("Accept the loss", BETTER, self.row, wide=520)
        self.verb.clicked.connect(self.decide)

    def decide(self) -> None:
        """Write the decision down."""
        reason = str(self.row.value())
        if not reason:
            self.say({REASON: "Say why."})
            return
        self._desk.tasks.attempt(
            lambda: upkeep.accept_loss(self._desk.at, reason), done=lambda _none: self.accept(), failed=self._failed
        )

    def _failed(self, failure: DeskError) -> None:
        self.say({REASON: str(failure)})
