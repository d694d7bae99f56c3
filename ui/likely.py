"""While a file is being opened: who on file this may be already, and why; the desk tells, and decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.likeness import Likeness, Strength
from rise_desk.domain.person import Person
from rise_desk.errors import DeskError
from rise_desk.services import duplicates
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field, Kind
from ui.widgets.text_fields import LineField
from ui.widgets.words import label

PAUSE_MS = 300
"""How long somebody must have stopped typing before anybody is looked for."""

SHOWN = 3
SHARE = 0.4
"""The most of the form's height that it takes."""

TITLE = "This may be somebody already on file"
BECAUSE = Field(
    name="duplicates",
    label="It is another person because",
    kind=Kind.LINE,
    hint="Such as: her cousin, with another mother. It is kept with the new file.",
)


class Likely(QScrollArea):
    """Hidden until somebody is like what was typed; `opened` brings the person whose file somebody would rather open.

    It stands at the foot of the form, so that no field moves under the hand, and never takes more than a share of it.
    """

    opened = Signal(object)

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.found: tuple[Likeness, ...] = ()
        self.card = Card(TITLE, loud=True)
        self.because = FieldRow(BECAUSE, LineField())
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.TIGHT)
        self.card.body.addLayout(self._list)
        self.card.add(self.because)
        self.setWidget(self.card)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(TITLE)
        self.hide()

    def look(self, person: Person) -> None:
        """Look for whoever this may be; where the records can't be reached just now, nothing is said."""
        if self.desk.desk is None:
            return
        try:
            with self.desk.at.at_once():
                found = duplicates.likely(self.desk.at, person, SHOWN)
        except DeskError:
            return
        if found != self.found:
            self._show(found)

    def reason(self) -> str:
        """Why this is another person, as far as it was asked and said."""
        return str(self.because.editor.value()) if self.asks() else ""

    def asks(self) -> bool:
        """Whether somebody is so likely the same that going on needs a reason."""
        return any(each.strength >= Strength.LIKELY for each in self.found)

    def show_problem(self, sentence: str) -> None:
        """Say beside the line that a reason is missing."""
        self.because.show_problem(sentence)
        self._fit()
        if sentence:
            self.because.editor.field_widget().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The narrower, the taller, up to its share."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.viewport().width()
        needed = self.card.heightForWidth(wide) if wide else self.card.sizeHint().height()
        self.setFixedHeight(min(needed + 2, round(self.window().height() * SHARE)))

    def _show(self, found: Sequence[Likeness]) -> None:
        self.found = tuple(found)
        while (item := self._list.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.setParent(None)
                row.deleteLater()
        for each in found:
            self._list.addWidget(self._row(each))
        self.because.setVisible(self.asks())
        self.setVisible(bool(found))
        self._fit()

    def _row(self, each: Likeness) -> QWidget:
        person = each.person
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        told = QVBoxLayout()
        told.setSpacing(0)
        who = formats.joined(
            formats.name_and_age(person.name, person.date_of_birth, self.desk.now()),
            f"file {person.file_number}",
            f"key worker {person.key_worker() or 'nobody yet'}",
        )
        told.addWidget(label(who, strong=True, wrap=True))
        told.addWidget(label(f"{STRENGTHS[each.strength]}: {each.why}", Type.SECOND, tone="soft", wrap=True))
        across.addLayout(told, 1)
        button = Button("Open their file")
        button.setAccessibleName(f"Open the file of {person.name}, {person.file_number}")
        button.clicked.connect(lambda: self.opened.emit(person))
        across.addWidget(button)
        return row


STRENGTHS = {Strength.CERTAIN: "Very likely", Strength.LIKELY: "Likely", Strength.POSSIBLE: "Possibly"}
"""How likely it is that two are one, as it stands before the reasons."""
