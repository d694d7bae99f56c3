"""Before a paper is saved: locked with a password, as is chosen at first, or open for whoever has the file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from rise_desk.services import accounts, packs
from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.saving_keys import SavingKeys
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

NUMBERED = "The saved file is a numbered copy, and it is written down who saved it and how."
OPENED_AFTER = "The paper is saved where you choose, and then opened in the program that shows PDFs on this computer."
TELL = (
    "Write it down now: it is kept nowhere, and without it nobody can open the file. Tell it to the recipient by "
    "phone, not in the e-mail that brings the file."
)
READABLE = (
    "Anybody who has the file can read it. Keep it only where it is needed, and delete it afterwards. "
    "Never send it by e-mail like this."
)
OWN = Field(name="own", label="Your own password", hint="At least 12 characters. It opens the file, and nothing else.")


class SaveDialog(QDialog):
    """Asks how to save; where it was accepted, `password` says with what it is locked, '' that it stays open.

    `lend` puts a secret on the clipboard for a while.
    """

    def __init__(self, lend: Callable[[str], None], parent: QWidget | None = None, *, then_open: bool = False) -> None:
        super().__init__(parent)
        self._lend = lend
        self.password = ""
        self.setWindowTitle(f"{'Open in viewer' if then_open else 'Save as PDF'} · RISE Desk")
        self.title = label("Open in viewer" if then_open else "Save as PDF", Type.NAME)
        self.about = label(f"{OPENED_AFTER} {NUMBERED}" if then_open else NUMBERED, tone="soft", wrap=True)
        self.lock = QRadioButton("Lock it with a password")
        self.leave_open = QRadioButton("Save it open")
        self.made_up = label("", Type.PAGE, strong=True)
        self.copy_button = Button("Copy", icon="copy")
        self.another_button = Button("Make another", "quiet")
        self.own_button = Button("Use my own", "quiet")
        self.own = FieldRow(OWN, LineField())
        self.back_button = Button("Use a made-up one", "quiet")
        self.save_button = Button("Choose where…", "primary", keys="Ctrl+Return", icon="save")
        self.cancel_button = Button("Cancel", keys="Esc")
        self._made, self._typed, self._locked, self._readable = QWidget(), QWidget(), QWidget(), QFrame()
        self._column = QVBoxLayout(self)
        self._build()
        self._connect()
        self.show_made_up(accounts.suggestion())
        self.resize(theme.current().px(560), 0)
        self._choose()
        self.save_button.setFocus()

    def show_made_up(self, words: str) -> None:
        """Offer a password nobody has seen before."""
        self.made_up.setText(words)
        self.made_up.setAccessibleName(f"The password: {words}")
        self.copy_button.say("Copy")

    def save(self) -> None:
        """Close and go on, or say why one's own password won't do."""
        typed = self._own_text() if self._types_own() else self.made_up.text()
        problem = packs.password_problem(typed) if self.lock.isChecked() else ""
        self.own.show_problem(problem)
        self._fit()
        if problem:
            self.own.editor.field_widget().setFocus()
            return
        self.password = typed if self.lock.isChecked() else ""
        self.accept()

    def copy(self) -> None:
        """Lend the password to the clipboard."""
        self._lend(self.made_up.text())
        self.copy_button.say("Copied for 30 seconds")

    def type_own(self, own: bool) -> None:
        """Let somebody type a password of their own, or offer a made-up one again."""
        self._made.setVisible(not own)
        self._typed.setVisible(own)
        self.own.show_problem("")
        self._fit()
        (self.own.editor.field_widget() if own else self.own_button).setFocus()

    def _types_own(self) -> bool:
        return not self._typed.isHidden()

    def _own_text(self) -> str:
        line = self.own.widget
        assert isinstance(line, LineField)
        return line.text()

    def _choose(self) -> None:
        self._locked.setVisible(self.lock.isChecked())
        self._readable.setVisible(not self.lock.isChecked())
        self._fit()

    def _fit(self) -> None:
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _connect(self) -> None:
        self.lock.toggled.connect(lambda _on: self._choose())
        self.copy_button.clicked.connect(self.copy)
        self.another_button.clicked.connect(lambda: self.show_made_up(accounts.suggestion()))
        self.own_button.clicked.connect(lambda: self.type_own(True))
        self.back_button.clicked.connect(lambda: self.type_own(False))
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        SavingKeys("Ctrl+Return", self, self.save)

    def _build(self) -> None:
        self._column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        self._column.setSpacing(theme.TIGHT + 2)
        self.lock.setChecked(True)
        self._build_password()
        self._readable.setProperty("surface", "warning")
        warning = QVBoxLayout(self._readable)
        warning.addWidget(label(READABLE, tone="medium", wrap=True))
        for widget in (self.title, self.about, self.lock, self._locked, self.leave_open, self._readable):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.save_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        self._column.addSpacing(theme.TIGHT)
        self._column.addLayout(foot)

    def _build_password(self) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(theme.current().points(Type.PAGE))
        self.made_up.setFont(fixed)
        self.made_up.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made = QVBoxLayout(self._made)
        made.setContentsMargins(0, 0, 0, 0)
        made.addWidget(self.made_up)
        made.addLayout(_row(self.copy_button, self.another_button, self.own_button))
        typed = QVBoxLayout(self._typed)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.addWidget(self.own)
        typed.addLayout(_row(self.back_button))
        self._typed.hide()
        column = QVBoxLayout(self._locked)
        column.setContentsMargins(theme.MARGIN + theme.TIGHT, 0, 0, theme.TIGHT)
        for widget in (self._made, self._typed, label(TELL, tone="soft", wrap=True)):
            column.addWidget(widget)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.TIGHT)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
