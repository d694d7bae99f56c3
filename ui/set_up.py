"""The first start: no records yet, so they are made, with their first supervisor and a recovery key on paper."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from rise_desk.services import accounts
from ui.desk import ScreenDesk
from ui.password_fields import NewPassword
from ui.sign_in import NAME, SignIn, name_row
from ui.step import Step

DETAIL = (
    "There are no records in this folder yet. You will be the first supervisor: you can add the others. Everything "
    "is kept on this computer, encrypted, and opens only with a password."
)


class FirstPerson(Step):
    """Who the first supervisor is, and their password."""

    def __init__(self, name: str) -> None:
        super().__init__("Set up RISE Desk", DETAIL, (name_row(name),), "Make the records")
        self.new = NewPassword()
        self.add(self.new, self.new.rows)
        self.new.submitted.connect(self.submitted)

    def problems(self) -> dict[str, str]:
        """What is missing or won't do."""
        name = self.text(NAME)
        return ({} if name else {NAME: "Enter your name."}) | self.new.problems(name)


class SetUp(SignIn):
    """Makes the records, shows the recovery key, and signs the first supervisor in."""

    def __init__(
        self, screen: ScreenDesk, folder: Path, name: str = "", *, mib: int, parent: QWidget | None = None
    ) -> None:
        self._mib = mib
        super().__init__(screen, folder, name, parent)

    def start(self, name: str) -> None:
        """Ask who sets the desk up."""
        step = FirstPerson(name)
        step.submitted.connect(lambda: self._create(step))
        self.show_step(step)

    def _create(self, step: FirstPerson) -> None:
        wrong = step.problems()
        step.show_problems(wrong)
        if wrong or not step.verb.isEnabled():
            return
        step.work("Making the records")
        name, password, strength = step.text(NAME), step.new.value(), accounts.strength(self._mib)
        self._screen.tasks.run(
            lambda: accounts.create(self._folder, name, password, self._screen.clock, strength),
            done=lambda key: self.show_key(key, name, password),
            failed=step.show_failure,
        )
