"""Putting a backup back: which one, what is given up by it, and the password once more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.errors import DeskError, WrongKey
from rise_desk.services import backups, restoring
from rise_desk.services.backups import Copy
from ui import formats
from ui.backups import place_of
from ui.desk import ScreenDesk
from ui.password_fields import SecretField
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import label

WHICH, PASSWORD = "which", "password"
EXPLAINED = (
    "The records go back to how they were when the backup was made. Everything as it is now is copied first, so this "
    "can be undone. RISE Desk must be closed on every other screen."
)
NONE = "Choose a backup."
LOOKING = "Looking for backups…"
HINT = "The one that was yours when the backup was made."


class RestoreDialog(SmallDialog):
    """Asks which backup; `chosen` brings its file and the password, once both were proved to be right."""

    chosen = Signal(object, str)

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        verb, leave = Button("Restore this backup", "danger"), Button("Keep what I have", keys="Esc")
        super().__init__("Restore a backup", verb, leave, parent)
        self._screen = screen
        self.copies: dict[str, Copy] = {}
        self.which = PlainChoice((), "Backup", all_=LOOKING)
        self.other = Button("Another file…", hint="Choose a backup that lies elsewhere")
        self.costs = label(tone="soft", wrap=True)
        self.password = FieldRow(Field(name=PASSWORD, label="Your password", hint=HINT, required=True), SecretField())
        self.places[WHICH] = self.which
        line = QHBoxLayout()
        line.addWidget(self.which, 1)
        line.addWidget(self.other)
        self.costs.hide()
        self.build("Restore a backup", EXPLAINED, line, self.costs, self.password, wide=560)
        self.which.changed.connect(self._tell_costs)
        self.other.clicked.connect(self.choose_file)
        self.verb.clicked.connect(self.restore)
        self.look()

    def look(self) -> None:
        """See which backups there are; a slow second place holds nothing up."""
        desk = self._screen.at
        self._screen.tasks.run(lambda: backups.known(desk), self._list, lambda _failure: self._list([]), desk)

    def choose_file(self) -> None:
        """Look for a backup that lies elsewhere."""
        path, _kind = QFileDialog.getOpenFileName(self, "Choose a backup", "", "Backups (*.vault)")
        if path:
            self._add(path, Path(path).name, backups.named(Path(path)))
            self.which.set_value(path)

    def restore(self) -> None:
        """Prove the backup and the password; nothing is changed yet."""
        file, password = self.which.value(), str(self.password.value())
        wrong = {} if file else {WHICH: NONE}
        wrong |= {} if password else {PASSWORD: "Enter your password."}
        self.say(wrong)
        if wrong:
            return
        desk = self._screen.at
        self.work("Checking the backup")
        self._screen.tasks.run(
            lambda: restoring.prove(Path(file), desk.store.folder.path, desk.who.name, password),
            done=lambda _none: self._proved(Path(file), password),
            failed=self._failed,
        )

    def _list(self, copies: Sequence[Copy]) -> None:
        if not self.is_open:
            return
        self.which.setItemText(0, NONE.rstrip(".") if copies else "No backup found; choose a file")
        for each in copies:
            self._add(str(each.path), formats.joined(_made(each), formats.count(each.records, "record")), each)

    def _add(self, path: str, told: str, copy: Copy | None) -> None:
        if copy is not None:
            self.copies[path] = copy
        if self.which.findData(path) < 0:
            self.which.addItem(told, path)

    def _proved(self, file: Path, password: str) -> None:
        if not self.is_open:
            return
        self.work("")
        self.accept()
        self.chosen.emit(file, password)

    def _failed(self, failure: DeskError) -> None:
        if self.is_open:
            self.work("")
            self.say({PASSWORD if isinstance(failure, WrongKey) else WHICH: str(failure)})

    def _tell_costs(self) -> None:
        copy = self.copies.get(self.which.value())
        self.costs.setText(self._costs(copy) if copy else "")
        self.costs.setVisible(copy is not None)
        self.grow()

    def _costs(self, copy: Copy) -> str:
        desk = self._screen.at
        later = backups.later_than(desk, copy)
        given_up = f"{formats.count(later, 'entry', 'entries')} of the audit trail written since would be given up."
        return f"{place_of(copy.path, desk.store.folder.path)}. {given_up if later else 'Nothing was written since.'}"


def _made(copy: Copy) -> str:
    when = moments.shown(moments.minute(copy.at))
    return when if copy.usual else f"{when}, before a restore"
