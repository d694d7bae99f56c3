"""Changing one's own password: the old one, the new one twice."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.errors import DeskError, Invalid, WrongKey
from rise_desk.services import accounts
from ui import theme
from ui.desk import ScreenDesk
from ui.password_fields import NewPassword, SecretField
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.words import label

OLD = "old"


class ChangePassword(QDialog):
    """Accepted once the new password holds; the records themselves aren't touched by it."""

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setWindowTitle("Change password")
        self.summary = ErrorSummary()
        self.old = FieldRow(Field(name=OLD, label="Password until now", required=True), SecretField())
        self.new = NewPassword()
        self.rows = {OLD: self.old, **self.new.rows}
        self.busy = BusyLine()
        self.change_button = Button("Change password", "primary")
        self.cancel_button = Button("Cancel", keys="Esc")
        self._build()

    def change(self) -> None:
        """Put the new password in place, or say why not."""
        old, new = str(self.old.value()), self.new.value()
        wrong = {} if old else {OLD: "Enter the password until now."}
        wrong |= self.new.problems(self._screen.at.who.name)
        self._say(wrong)
        if wrong:
            return
        self._work("Changing the password")
        desk = self._screen.at
        self._screen.tasks.run(
            lambda: accounts.change_password(desk, old, new),
            done=lambda _none: self.accept(),
            failed=self._failed,
            desk=desk,
        )

    def _failed(self, failure: DeskError) -> None:
        self._work("")
        if isinstance(failure, WrongKey):
            self._say({OLD: "This is not your password until now."})
        else:
            self._say(failure.fields if isinstance(failure, Invalid) else {"": str(failure)})

    def _work(self, text: str) -> None:
        for widget in (*self.rows.values(), self.change_button):
            widget.setEnabled(not text)
        self.busy.start(text) if text else self.busy.finish()

    def _say(self, problems: dict[str, str]) -> None:
        for name, row in self.rows.items():
            row.show_problem(problems.get(name, ""))
        self.summary.show_problems(problems)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.PAD)
        column.setSpacing(theme.TIGHT)
        column.addWidget(label("Change password", Type.NAME))
        column.addSpacing(theme.TIGHT)
        for widget in (self.summary, self.old, self.new, self.busy):
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.change_button)
        column.addLayout(foot)
        self.summary.asked.connect(lambda name: self.rows[name].editor.field_widget().setFocus())
        self.change_button.clicked.connect(self.change)
        self.cancel_button.clicked.connect(self.reject)
        self.new.submitted.connect(self.change)
        self.change_button.setDefault(True)
        self.resize(theme.current().px(480), self.sizeHint().height())
