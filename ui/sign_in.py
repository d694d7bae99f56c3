"""Signing in: name and password, a one-day code that is changed at once, or a supervisor's recovery key."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from rise_desk.domain.staff import Standing
from rise_desk.services import accounts, signing_in
from rise_desk.services.demo import demonstration
from rise_desk.services.desk import Desk
from rise_desk.services.signing_in import Proof
from ui.demonstration import Banner, Team
from ui.desk import ScreenDesk
from ui.password_fields import CAPS, NewPassword, SecretField
from ui.step import GENERAL, Step, Steps
from ui.theme import Type
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

if TYPE_CHECKING:
    from ui.recovery_key import ShowKey

BUSY_MS = 250
NAME, PASSWORD, KEY = "name", "password", "recovery_key"
CHECKING = "Checking the password"
RENEWING = "Making the records ready for this version. This is done once, and takes a few minutes where there are many"


def name_row(name: str) -> FieldRow:
    """The field for the name somebody signs in with."""
    field = LineField()
    field.set_value(name)
    return FieldRow(Field(name=NAME, label="Name"), field)


class AskPassword(Step):
    """Name and password, or the one-day code in the password's place."""

    def __init__(self, name: str, *, code: bool = False) -> None:
        called = "One-day code" if code else "Password"
        secret = SecretField()
        secret.reveal(code)
        detail = "The code a supervisor gave you. Next you choose a password of your own." if code else ""
        rows = (name_row(name), FieldRow(Field(name=PASSWORD, label=called), secret))
        super().__init__("Use a one-day code" if code else "Sign in", detail, rows, "Go on" if code else "Sign in")
        caps = label(CAPS, Type.SECOND, tone="medium")
        self.add(caps)
        caps.hide()
        secret.capitals.connect(lambda on: caps.setVisible(on and not code))
        self.other = self.add_way("Use my password" if code else "Use a one-day code")
        self.recovery = self.add_way("Use the recovery key")

    def offer_team(self, team: Team) -> None:
        """Offer a demonstration's people: name and password are filled in."""
        self.body.insertWidget(0, team)
        name, password = (self.rows[each].editor.field_widget() for each in (NAME, PASSWORD))
        for one, next_ in pairwise((team.choice, name, password, self.verb, self.other, self.recovery)):
            QWidget.setTabOrder(one, next_)
        team.chosen.connect(self._fill)
        team.choice.entered.connect(self.submitted)

    def _fill(self, who: demonstration.SignIn) -> None:
        self.rows[NAME].editor.set_value(who.name)
        self.rows[PASSWORD].editor.set_value(who.password)

    def problems(self) -> dict[str, str]:
        """What is still empty."""
        asked = {NAME: "Enter your name.", PASSWORD: f"Enter the {self.rows[PASSWORD].field.label.lower()}."}
        return {field: sentence for field, sentence in asked.items() if not self.text(field).strip()}


class ChoosePassword(Step):
    """A password of one's own, after a one-day code."""

    def __init__(self, name: str) -> None:
        detail = f"{name}, the code has done its work. From now on this password is the way in."
        super().__init__("Choose your password", detail, (), "Save and sign in")
        self.name, self.new = name, NewPassword()
        self.add(self.new, self.new.rows)
        self.new.submitted.connect(self.submitted)


class UseKey(Step):
    """A supervisor gets in by the recovery key, and gets a new one."""

    def __init__(self, name: str) -> None:
        hint = "27 letters and digits, in groups of three, from one of the sealed envelopes"
        rows = (name_row(name), FieldRow(Field(name=KEY, label="Recovery key", hint=hint), LineField()))
        detail = "For a supervisor. The key is used up by this; you are shown a new one to write down."
        super().__init__("Use the recovery key", detail, rows, "Set the new password")
        self.new = NewPassword()
        self.add(self.new, self.new.rows)
        self.new.submitted.connect(self.submitted)
        self.back = self.add_way("Use my password")


class SignIn(Steps):
    """The page on which somebody proves who they are; `signed_in` brings the desk they sit at then."""

    signed_in = Signal(object)

    def __init__(self, screen: ScreenDesk, folder: Path, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"Records in the folder “{folder.name}”", parent)
        self._screen, self._folder = screen, folder
        self._half: Desk | None = None
        self._invented = demonstration.sign_ins(folder)
        if self._invented is not None:
            self.add_banner(Banner())
        self._groups: dict[int, str] = {}
        self.start(name)

    def start(self, name: str) -> None:
        """Ask the first question."""
        self.ask(name)

    def ask(self, name: str = "", *, code: bool = False) -> None:
        """Ask for name and password (or code)."""
        step = AskPassword(name, code=code)
        step.submitted.connect(lambda: self._prove(step))
        team = Team(self._invented.users) if self._invented is not None and not code else None
        if team is not None:
            step.offer_team(team)
        step.other.clicked.connect(lambda: self.ask(step.text(NAME), code=not code))
        step.recovery.clicked.connect(lambda: self.ask_key(step.text(NAME)))
        self.show_step(step)
        if team is not None:
            team.choice.setFocus()

    def ask_key(self, name: str = "") -> None:
        """Ask for the recovery key."""
        step = UseKey(name)
        step.submitted.connect(lambda: self._recover(step))
        step.back.clicked.connect(lambda: self.ask(step.text(NAME)))
        self.show_step(step)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever goes before choosing a password is signed out."""
        self._screen.tasks.forget()
        half, self._half = self._half, None
        if half is not None:
            signing_in.leave(half)
        super().closeEvent(event)

    def _prove(self, step: AskPassword) -> None:
        wrong = step.problems()
        if wrong or not step.verb.isEnabled():
            step.show_problems(wrong)
            return
        step.work(CHECKING)
        name, password = step.text(NAME), step.text(PASSWORD)
        self._screen.tasks.run(
            lambda: signing_in.prove(self._folder, name, password),
            done=lambda proof: self._make_ready(step, proof, password),
            failed=lambda failure: step.show_failure(failure, PASSWORD),
        )

    def _make_ready(self, step: Step, proof: Proof, password: str) -> None:
        """What an earlier program kept is brought up to this one first, and that is said."""
        if not signing_in.is_older(proof):
            self._open(step, proof, password)
            return
        step.work(RENEWING)
        self._screen.tasks.run(
            lambda: signing_in.make_ready(proof),
            done=lambda _none: self._open(step, proof, password),
            failed=step.show_failure,
        )

    def _open(self, step: Step, proof: Proof, password: str) -> None:
        self._screen.tasks.attempt(
            lambda: signing_in.sit_down(proof, self._screen.clock, busy_ms=BUSY_MS, code_ok=True),
            done=lambda desk: self._opened(desk, password),
            failed=step.show_failure,
        )

    def _opened(self, desk: Desk, password: str) -> None:
        if desk.who.standing is Standing.CODE:
            self._half = desk
            self._choose(desk, password)
            return
        if self._groups:
            accounts.confirm_recovery(desk, self._groups)
        self.signed_in.emit(desk)

    def _choose(self, desk: Desk, code: str) -> None:
        step = ChoosePassword(desk.who.name)
        step.submitted.connect(lambda: self._change(step, desk, code))
        self.show_step(step)

    def _change(self, step: ChoosePassword, desk: Desk, code: str) -> None:
        wrong = step.new.problems(desk.who.name)
        step.show_problems(wrong)
        if wrong:
            return
        step.work("Saving the password")
        new = step.new.value()
        self._screen.tasks.run(
            lambda: accounts.change_password(desk, code, new),
            done=lambda _none: self._changed(desk),
            failed=step.show_failure,
            desk=desk,
        )

    def _changed(self, desk: Desk) -> None:
        self._half = None
        self.signed_in.emit(desk)

    def _recover(self, step: UseKey) -> None:
        name, key, new = step.text(NAME), step.text(KEY), step.new.value()
        wrong = {} if name.strip() else {NAME: "Enter your name."}
        wrong |= {} if key.strip() else {KEY: "Enter the recovery key."}
        wrong |= step.new.problems(name)
        step.show_problems(wrong)
        if wrong:
            return
        step.work("Opening the records with the key")
        self._screen.tasks.run(
            lambda: accounts.recover(self._folder, name, key, new, self._screen.clock),
            done=lambda fresh: self.show_key(fresh, name, new),
            failed=lambda failure: step.show_failure(failure, KEY),
        )

    def show_key(self, key: str, name: str, password: str) -> None:
        """Show a new recovery key, and sign in once it is on paper."""
        from ui.recovery_key import ShowKey

        step = ShowKey(key, lambda dpi: self._sheet(key, name, dpi))
        step.submitted.connect(lambda: self._enter(step, name, password))
        self.show_step(step)

    def _sheet(self, key: str, name: str, dpi: int) -> bytes:
        from rise_desk.services import recovery_sheet

        now = self._screen.now()
        return recovery_sheet.picture(key, records=self._folder.name, printed_by=name, now=now, dpi=dpi)

    def _enter(self, step: "ShowKey", name: str, password: str) -> None:
        wrong = step.problems()
        step.show_problems(wrong)
        if wrong:
            return
        from ui.recovery_key import ASKED, typed_groups

        self._groups = typed_groups(step.rows, ASKED)
        step.work(CHECKING)
        self._screen.tasks.run(
            lambda: signing_in.prove(self._folder, name, password),
            done=lambda proof: self._make_ready(step, proof, password),
            failed=lambda failure: step.show_failure(failure, GENERAL),
        )
