"""Changing one's own password: the old one, the new one twice."""

from PySide6.QtWidgets import QWidget

from rise_desk.errors import DeskError, WrongKey
from rise_desk.services import accounts
from ui.desk import ScreenDesk
from ui.password_fields import NewPassword, SecretField
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field

OLD = "old"


class ChangePassword(SmallDialog):
    """Accepted once the new password holds; the records themselves aren't touched by it."""

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        verb = Button("Change password", "primary")
        super().__init__("Change password", verb, Button("Cancel", keys="Esc"), parent)
        self._screen = screen
        self.old = FieldRow(Field(name=OLD, label="Password until now", required=True), SecretField())
        self.new = NewPassword()
        self.build("Change password", "", self.old, self.new)
        self.rows |= self.new.rows
        self.verb.clicked.connect(self.change)
        self.new.submitted.connect(self.change)

    def change(self) -> None:
        """Put the new password in place, or say why not."""
        old, new = str(self.old.value()), self.new.value()
        wrong = {} if old else {OLD: "Enter the password until now."}
        wrong |= self.new.problems(self._screen.at.who.name)
        self.say(wrong)
        if wrong:
            return
        self.work("Changing the password")
        desk = self._screen.at
        self._screen.tasks.run(
            lambda: accounts.change_password(desk, old, new),
            done=lambda _none: self.accept(),
            failed=self._failed,
            desk=desk,
        )

    def _failed(self, failure: DeskError) -> None:
        self.fail(failure)
        if self.is_open and isinstance(failure, WrongKey):
            self.say({OLD: "This is not your password until now."})
