"""Who is it: which child the rows of an imported file mean, asked where only a person can tell."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rise_desk.services.exchange.asking import NOBODY
from rise_desk.services.exchange.planning import Outcome
from ui import formats, theme
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

TITLE, HEADING = "Who is it?", "Who is “{}”?"
EXPLAINED = "What you say holds for {}. Nothing is guessed: a row whose child is not told stays out."
THIS = "It is {}"
NONE = "Nobody on file is alike."
NUMBER = "Enter a file number, such as 26-0012."


class WhoDialog(SmallDialog):
    """A button for each child it may be, a line for another file number, and that it is nobody on file here.

    `number` is the answer: a file number, 'nobody', or '' where it was left.
    """

    def __init__(self, row: Outcome, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, Button("Use this file", "primary"), Button("Cancel", keys="Esc"), parent)
        self.number = ""
        self.choices: list[Button] = []
        alike = QVBoxLayout()
        alike.setSpacing(theme.TIGHT)
        for each in row.may_be:
            button = Button(THIS.format(each.file_number))
            button.setAccessibleName(THIS.format(each.text))
            alike.addWidget(label(each.text, wrap=True))
            button.clicked.connect(partial(self.answer, each.file_number))
            self.choices.append(button)
            alike.addWidget(button)
        if not row.may_be:
            alike.addWidget(label(NONE, tone="soft", wrap=True))
        field = Field(name="file_number", label="Another file number", kind=Kind.LINE)
        self.file_number = FieldRow(field, LineField())
        self.nobody = Button("Nobody on file here")
        self.nobody.clicked.connect(partial(self.answer, NOBODY))
        held = formats.count(rows, "row that says it so", "rows that say it so")
        self.build(HEADING.format(row.asks), EXPLAINED.format(held), alike, self.file_number, self.nobody, wide=620)
        self.verb.clicked.connect(self.take)
        (self.choices[0] if self.choices else self.file_number.editor.field_widget()).setFocus()

    def take(self) -> None:
        """Take the file number that was typed."""
        typed = str(self.file_number.value()).strip()
        if not typed:
            self.say({"file_number": NUMBER})
            return
        self.answer(typed)

    def answer(self, number: str, _checked: bool = False) -> None:
        """This is who it is."""
        self.number = number
        self.accept()


def who_is_it(parent: QWidget, row: Outcome, rows: int) -> str:
    """Ask; the file number, 'nobody', or '' where it was left."""
    dialog = WhoDialog(row, rows, parent)
    dialog.exec()
    return dialog.number
