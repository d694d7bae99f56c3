"""'Is this child known to you?': what a frontline officer asks on the phone, and the answer, large, to be read out.

It is answered when Enter is pressed and not while somebody types: each answer is written down with who asked.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rise_desk.domain.record import Id
from rise_desk.services import known
from rise_desk.services.known import Known, Match
from ui import formats
from ui.desk import ScreenDesk
from ui.small_dialog import SmallDialog
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.text_fields import LineField
from ui.widgets.words import discard, label

TITLE = "Is this child known to you?"
EXPLAINED = (
    "Check who is calling before you say anything. The answer, who asked and whom they heard of are written down."
)
WHO = Field(name="asked_by", label="Who asks", hint="Name, number and agency, such as PC Hill 1234", required=True)
WHAT = Field(name="text", label="Name, nickname, phone or plate", required=True)
MISSING_WHO, MISSING_WHAT = "Enter who asks.", "Enter a name, a nickname, a phone or a plate."
PERHAPS = "May be"


class KnownDialog(SmallDialog):
    """Asks who wants to know and about whom; `opened` brings the number of a file that is to be shown."""

    opened = Signal(object)

    def __init__(self, screen: ScreenDesk) -> None:
        super().__init__(TITLE, Button("Answer", "primary", keys="Enter"), Button("Close", keys="Esc"))
        self.desk = screen
        self.answer: Known | None = None
        self.who, self.what = FieldRow(WHO, LineField()), FieldRow(WHAT, LineField())
        self.told = label("", Type.NAME, wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.hide()
        self.cards: list[Card] = []
        self._below = QWidget()
        self._answers = QVBoxLayout(self._below)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self.build(TITLE, EXPLAINED, self.who, self.what, self.told, self._below, wide=680)
        self.verb.clicked.connect(self.ask)
        self.what.editor.changed.connect(self._stale)
        self.who.editor.field_widget().setFocus()

    def ask(self) -> None:
        """Answer, and write it down; or say what is missing."""
        who, text = str(self.who.value()).strip(), str(self.what.value()).strip()
        asked = (("asked_by", MISSING_WHO, who), ("text", MISSING_WHAT, text))
        wrong = {name: said for name, said, given in asked if not given}
        self.say(wrong)
        if wrong:
            self.go_to(next(iter(wrong)))
        elif not self.working:
            self.work("Looking")
            self.desk.tasks.attempt(lambda: known.known(self.desk.at, text, who), self._answered, self.fail)

    def _answered(self, found: Known) -> None:
        self.work("")
        self._clear()
        self.answer = found
        self.told.setText(found.words)
        self.told.setAccessibleName(found.words)
        self.told.show()
        for each in found.matches:
            self._tell(each, "")
        for each in found.perhaps:
            self._tell(each, PERHAPS)
        line = self.what.editor.field_widget()
        line.setFocus()
        if isinstance(line, LineField):
            line.selectAll()
        QTimer.singleShot(0, self, self.grow)  # what was just shown tells its true height only now

    def _tell(self, match: Match, before: str) -> None:
        name = formats.joined(*([before] if before else []), match.name)
        card = Card(name, formats.joined(match.age, match.file_number), loud=bool(match.missing_since))
        card.title.setWordWrap(True)
        button = Button("Open the file", "quiet")
        button.setAccessibleName(f"Open the file of {match.name}")
        button.clicked.connect(lambda: self._open(match.subject))
        card.add_verb(button)
        for line in _lines(match):
            card.add(line)
        self.cards.append(card)
        self._answers.addWidget(card)

    def _open(self, subject: Id) -> None:
        self.accept()
        self.opened.emit(subject)

    def _stale(self) -> None:
        """An answer to another question is not left standing."""
        if self.answer is not None and self.answer.text != str(self.what.value()).strip():
            self._clear()

    def _clear(self) -> None:
        self.answer = None
        self.told.hide()
        for card in self.cards:
            discard(card)
        self.cards = []


def _lines(match: Match) -> tuple[QLabel, ...]:
    """What may be said of somebody, the loudest first."""
    found = []
    if match.missing_since:
        found.append(label(f"Missing now, since {match.missing_since}", tone="loud", strong=True, wrap=True))
    found += [label(each, tone="error", wrap=True) for each in match.warnings]
    found.append(label(f"Ring {match.ring}", strong=True, wrap=True))
    if match.closed:
        found.append(label("The case is closed.", wrap=True))
    if match.by:
        found.append(label(f"Found by {match.by}", Type.SECOND, tone="soft", wrap=True))
    return tuple(found)
