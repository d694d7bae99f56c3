"""Fields for passwords, codes and recovery keys: what is typed is hidden, and nothing of it is kept."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rise_desk.services import accounts
from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LineField
from ui.widgets.tick import Tick
from ui.widgets.words import label

NEW, AGAIN = "password", "again"
DIFFERENT = "The two passwords are different. Type the same one twice."
CAPS = "Caps Lock seems to be on."


class SecretField(LineField):
    """A line that shows dots; blanks in a password count. `capitals` tells that Caps Lock seems to be on."""

    capitals = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reveal(False)

    def value(self) -> str:
        """What was typed, as it is."""
        return self.text()

    def reveal(self, shown: bool) -> None:
        """Show the letters, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, means Caps Lock."""
        typed, shift = event.text(), bool(event.modifiers() & event.modifiers().ShiftModifier)
        if typed.isalpha() and typed.upper() != typed.lower():
            self.capitals.emit(typed.isupper() != shift)
        super().keyPressEvent(event)


class NewPassword(QWidget):
    """A new password, typed twice, with three made-up words offered."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first, second = SecretField(), SecretField()
        hint = "At least 12 characters. Three words that nobody would guess are good."
        self.rows = {
            NEW: FieldRow(Field(name=NEW, label="New password", hint=hint, required=True), first),
            AGAIN: FieldRow(Field(name=AGAIN, label="New password again", required=True), second),
        }
        self._fields = (first, second)
        self._offer = ""
        self.offered = label(size=Type.SECOND, tone="soft", wrap=True)
        self.use = Button("Use these words", "quiet")
        self.show_typed = Tick("Show what I type")
        self._build()
        self.offer()

    def value(self) -> str:
        """The password."""
        return self._fields[0].value()

    def problems(self, name: str) -> dict[str, str]:
        """Why this password won't do for somebody of this name, by field."""
        wrong = accounts.password_problem(self.value(), name)
        if wrong:
            return {NEW: wrong}
        return {} if self.value() == self._fields[1].value() else {AGAIN: DIFFERENT}

    def offer(self, words: str = "") -> None:
        """Offer a password nobody has seen before."""
        self._offer = words or accounts.suggestion()
        self.offered.setText(f"For example: {self._offer}")

    def clear(self) -> None:
        """Forget what was typed."""
        for each in self._fields:
            each.clear()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self.rows[NEW])
        line = QHBoxLayout()
        line.setContentsMargins(theme.TIGHT + 2, 0, 0, 0)
        line.addWidget(self.offered, 1)
        line.addWidget(self.use)
        column.addLayout(line)
        column.addWidget(self.rows[AGAIN])
        below = QHBoxLayout()
        below.setContentsMargins(theme.TIGHT + 2, 0, 0, 0)
        below.addWidget(self.show_typed)
        column.addLayout(below)
        self.use.clicked.connect(self._use)
        self.show_typed.toggled.connect(self._reveal)
        self._fields[1].returnPressed.connect(self.submitted)

    def _use(self) -> None:
        for each in self._fields:
            each.setText(self._offer)
        self.show_typed.setChecked(True)

    def _reveal(self, shown: bool) -> None:
        for each in self._fields:
            each.reveal(shown)
