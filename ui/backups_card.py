"""The card of the settings that tells how the records are backed up, and where else."""

from PySide6.QtWidgets import QHBoxLayout

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.errors import DeskError, Invalid
from rise_desk.services import backups, unpacking
from rise_desk.services.backups import Standing
from ui.backups import Backups, age
from ui.desk import ScreenDesk
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.folder_field import FolderField
from ui.widgets.words import label

EXPLAINED = (
    "A backup is made once on each day on which something changed, and when RISE Desk is closed. Each is opened and "
    "checked before it counts. 14 daily, 10 weekly and 12 monthly ones are kept."
)
HINT = "Another disk or a stick. Every backup is copied there too; leave it empty for none."


class BackupsCard(Card):
    """How the store stands, and for a supervisor the second place."""

    def __init__(self, desk: ScreenDesk, keeper: Backups) -> None:
        super().__init__("Backups")
        self._desk = desk
        self.age = label(strong=True)
        self.now_button = Button("Back up now", icon="save")
        self.check_button = Button("Check the last backup")
        self.place = FieldRow(Field(name="place", label="Second place", hint=HINT), FolderField("Second place"))
        self.set_button = Button("Use this folder")
        self.answer = label(wrap=True)
        self._build()
        keeper.told.connect(self.show_standing)
        self.now_button.clicked.connect(keeper.take)
        self.check_button.clicked.connect(self.check)
        self.set_button.clicked.connect(lambda: self.set_place(keeper))
        keeper.look()

    def show_standing(self, standing: Standing) -> None:
        """Say how the store stands now."""
        self.age.setText(age(standing, self._desk.now()))
        self.check_button.setEnabled(standing.last is not None)
        if not self.place.editor.field_widget().hasFocus():
            self.place.editor.set_value(standing.place)

    def check(self) -> None:
        """Open the last backup and look at every page of it."""
        desk = self._desk.at
        self._say("Checking the last backup.")
        self._desk.tasks.run(lambda: unpacking.check(desk, backups.newest(desk)), self._say, self._failed, desk)

    def set_place(self, keeper: Backups) -> None:
        """Keep backups in the folder that was typed, too."""
        wanted = str(self.place.value())
        self._desk.tasks.attempt(
            lambda: backups.set_second_place(self._desk.at, wanted),
            done=lambda _none: self._set(wanted, keeper),
            failed=self._refused,
        )

    def _set(self, wanted: str, keeper: Backups) -> None:
        self.place.show_problem("")
        self._say("Backups are copied there from now on." if wanted else "There is no second place any more.")
        keeper.look()
        if wanted:
            keeper.take()

    def _refused(self, failure: DeskError) -> None:
        self.place.show_problem(failure.fields["place"] if isinstance(failure, Invalid) else str(failure))

    def _failed(self, failure: DeskError) -> None:
        self._say(str(failure))

    def _say(self, sentence: str) -> None:
        self.answer.setText(sentence)
        self.answer.setVisible(bool(sentence))

    def _build(self) -> None:
        self.add(label(EXPLAINED, tone="soft", wrap=True))
        self.add(self.age)
        line = QHBoxLayout()
        for button in (self.now_button, self.check_button):
            line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)
        self.add(self.answer)
        self.answer.hide()
        decides = access.may(self._desk.at.who, Deed.SETTINGS)
        self.place.setEnabled(decides)
        self.set_button.setVisible(decides)
        self.add(self.place)
        below = QHBoxLayout()
        below.addWidget(self.set_button)
        below.addStretch(1)
        self.body.addLayout(below)
