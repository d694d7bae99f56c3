"""Putting a backup back: which one, what is given up by it, and the password once more."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain import moments
from rise_desk.errors import DeskError, WrongKey
from rise_desk.services import backups, restoring
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


class RestoreDialog(QDialog):
    """Asks which backup; `chosen` brings its file and the password, once both were proved to be right."""

    chosen = Signal(object, str)

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setWindowTitle("Restore a backup")
        desk = screen.at
        self.copies = {str(each.path): each for each in backups.known(desk)}
        told = [
            (
                path,
                formats.joined(
                    moments.shown(moments.minute(each.at)),
                    formats.count(each.records, "record"),
                    place_of(each.path, desk.store.folder.path),
                ),
            )
            for path, each in self.copies.items()
        ]
        self.which = PlainChoice(told, "Backup", all_="Choose a backup" if told else "There is no backup yet")
        self.other = Button("Another file…", hint="Choose a backup that lies elsewhere")
        self.costs = label(tone="soft", wrap=True)
        self.summary = ErrorSummary()
        self.password = FieldRow(Field(name=PASSWORD, label="Your password", required=True), SecretField())
        self.busy = BusyLine()
        self.restore_button = Button("Restore this backup", "danger")
        self.keep_button = Button("Keep what I have", keys="Esc")
        self._build()

    def choose_file(self) -> None:
        """Look for a backup that lies elsewhere."""
        path, _kind = QFileDialog.getOpenFileName(self, "Choose a backup", "", "Backups (*.vault)")
        if path:
            if self.which.findData(path) < 0:
                self.which.addItem(Path(path).name, path)
            self.which.set_value(path)

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

    def _proved(self, file: Path, password: str) -> None:
        self._work("")
        self.accept()
        self.chosen.emit(file, password)

    def _failed(self, failure: DeskError) -> None:
        self._work("")
        self._say({PASSWORD if isinstance(failure, WrongKey) else WHICH: str(failure)})

    def _tell_costs(self) -> None:
        copy = self.copies.get(self.which.value())
        later = backups.later_than(self._screen.at, copy) if copy else 0
        entries = formats.count(later, "entry", "entries")
        told = f"{entries} of the log written since then would be given up." if copy else ""
        self.costs.setText(told)
        self.costs.setVisible(bool(told))
        self._grow()

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
        self._grow()
