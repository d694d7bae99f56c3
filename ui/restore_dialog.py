"""Putting a backup back: which one, what is given up by it, and the password once more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.errors import DeskError, WrongKey
from rise_desk.services import backups, restoring
from rise_desk.services.backups import Copy
from ui import formats, theme
from ui.backups import place_of
from ui.desk import ScreenDesk
from ui.password_fields import SecretField
from ui.theme import Type
from ui.widgets.busy_line import BusyLine
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
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


class RestoreDialog(QDialog):
    """Asks which backup; `chosen` brings its file and the password, once both were proved to be right."""

    chosen = Signal(object, str)

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setWindowTitle("Restore a backup")
        self.copies: dict[str, Copy] = {}
        self.which = PlainChoice((), "Backup", all_=LOOKING)
        self.other = Button("Another file…", hint="Choose a backup that lies elsewhere")
        self.costs = label(tone="soft", wrap=True)
        self.summary = ErrorSummary()
        self._open = True
        self.password = FieldRow(Field(name=PASSWORD, label="Your password", hint=HINT, required=True), SecretField())
        self.busy = BusyLine()
        self.restore_button = Button("Restore this backup", "danger")
        self.keep_button = Button("Keep what I have", keys="Esc")
        self._build()

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

    def done(self, result: int) -> None:
        """What is still being looked for or checked is told to nobody."""
        self._open = False
        super().done(result)

    def restore(self) -> None:
        """Prove the backup and the password; nothing is changed yet."""
        file, password = self.which.value(), str(self.password.value())
        wrong = {} if file else {WHICH: NONE}
        wrong |= {} if password else {PASSWORD: "Enter your password."}
        self._say(wrong)
        if wrong:
            return
        desk = self._screen.at
        self._work("Checking the backup")
        self._screen.tasks.run(
            lambda: restoring.prove(Path(file), desk.store.folder.path, desk.who.name, password),
            done=lambda _none: self._proved(Path(file), password),
            failed=self._failed,
        )

    def _list(self, copies: Sequence[Copy]) -> None:
        if not self._open:
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
        if not self._open:
            return
        self._work("")
        self.accept()
        self.chosen.emit(file, password)

    def _failed(self, failure: DeskError) -> None:
        if not self._open:
            return
        self._work("")
        self._say({PASSWORD if isinstance(failure, WrongKey) else WHICH: str(failure)})

    def _tell_costs(self) -> None:
        copy = self.copies.get(self.which.value())
        self.costs.setText(self._costs(copy) if copy else "")
        self.costs.setVisible(copy is not None)
        self._grow()

    def _costs(self, copy: Copy) -> str:
        desk = self._screen.at
        later = backups.later_than(desk, copy)
        given_up = f"{formats.count(later, 'entry', 'entries')} of the audit trail written since would be given up."
        return f"{place_of(copy.path, desk.store.folder.path)}. {given_up if later else 'Nothing was written since.'}"

    def _say(self, problems: dict[str, str]) -> None:
        self.password.show_problem(problems.get(PASSWORD, ""))
        self.summary.show_problems(problems)
        self._grow()

    def _grow(self) -> None:
        """Be as tall as everything that is said needs."""
        column = self.layout()
        if column is not None:
            column.activate()
            self.resize(self.width(), max(self.height(), column.totalHeightForWidth(self.width())))

    def _work(self, text: str) -> None:
        for each in (self.which, self.other, self.password, self.restore_button):
            each.setEnabled(not text)
        if text:
            self.busy.start(text)
        else:
            self.busy.finish()

    def _go_to(self, name: str) -> None:
        (self.which if name == WHICH else self.password.editor.field_widget()).setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.PAD)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Restore a backup", Type.NAME))
        column.addWidget(label(EXPLAINED, wrap=True))
        column.addWidget(self.summary)
        line = QHBoxLayout()
        line.addWidget(self.which, 1)
        line.addWidget(self.other)
        column.addLayout(line)
        column.addWidget(self.costs)
        self.costs.hide()
        column.addWidget(self.password)
        column.addWidget(self.busy)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.restore_button)
        column.addLayout(foot)
        self.summary.asked.connect(self._go_to)
        self.which.changed.connect(self._tell_costs)
        self.other.clicked.connect(self.choose_file)
        self.restore_button.clicked.connect(self.restore)
        self.keep_button.clicked.connect(self.reject)
        self.resize(theme.current().px(560), 0)
        self.look()
        self._grow()


def _made(copy: Copy) -> str:
    when = moments.shown(moments.minute(copy.at))
    return when if copy.usual else f"{when}, before a restore"
