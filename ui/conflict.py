"""Two people changed one record: how each field was, is now, and was typed, and which of them shall go on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.comparing import Choice
from ui import formats, theme
from ui.fitting import fit
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.radio_row import RadioRow
from ui.widgets.words import label

EXPLAINED = (
    "A field that only one of you changed goes on as that one left it. Where both did, choose: lists and long texts "
    "begin with both, anything else with what you typed. Nothing is saved until you press Save in the form, and what "
    "you typed and do not choose stays with the form until then."
)
NO_DIFFERENCE = "Nothing in this form differs from what is on file. You can go on."
BEFORE, NOW, TYPED = "When you opened it", "On file now", "What you typed"
ONLY_THEIRS = "You did not change this. What is on file now is taken over."
ONLY_MINE = "Nobody else changed this. What you typed stays."
OF_TEXT = {Choice.THEIRS: "What is on file now", Choice.MINE: "What I typed", Choice.BOTH: "Both, one after the other"}
OF_PARTS = {**OF_TEXT, Choice.BOTH: "Both: what each of us added or took out"}
OF_ANSWERS = {**OF_TEXT, Choice.BOTH: "Both, and mine where we answered the same question"}
BESIDE_FROM = 96
"""How many letters of text three columns need together."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One field that differs, in words ('' is not recorded); the first choice is the usual one."""

    name: str
    label: str
    original: str
    theirs: str
    mine: str
    choices: tuple[Choice, ...]
    called: Mapping[Choice, str] = field(default_factory=lambda: OF_TEXT)


class ConflictDialog(QDialog):
    """Shows the differences; accepted, it means that the form goes on from what is on file now, as it was `chosen`."""

    def __init__(self, by: str, when: str, differences: Sequence[Shown], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is on file now")
        self.rows: dict[str, RadioRow] = {}
        self._sides: list[QBoxLayout] = []
        self._now = formats.joined(NOW, by, when)
        self._usual = {each.name: each.choices[0] for each in differences}
        self.go_on_button = Button("Go on with these", "primary", keys="Ctrl+Enter")
        self.close_button = Button("Close", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label(f"{by} saved this on {when}, while you had it open", Type.NAME, wrap=True))
        column.addWidget(label(EXPLAINED if differences else NO_DIFFERENCE, tone="soft", wrap=True))
        column.addWidget(self._list(differences), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.go_on_button)
        column.addLayout(foot)
        self.go_on_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        first = next(iter(self.rows.values()), None)
        (first.field_widget() if first else self.go_on_button).setFocus()
        fit(self, 1020, 640)

    def chosen(self) -> Mapping[str, Choice]:
        """Whose version of each field goes on."""
        return self._usual | {name: Choice(row.value()) for name, row in self.rows.items()}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The three versions beside each other where there is room, else one below the other."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM * self.fontMetrics().averageCharWidth()
        for each in self._sides:
            each.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _list(self, differences: Sequence[Shown]) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        for each in differences:
            column.addWidget(self._card(each))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("What differs")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _card(self, each: Shown) -> Card:
        card = Card(each.label)
        sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        sides.setSpacing(theme.PAD)
        for title, words in ((BEFORE, each.original), (self._now, each.theirs), (TYPED, each.mine)):
            sides.addLayout(_side(title, words), 1)
        self._sides.append(sides)
        card.body.addLayout(sides)
        if len(each.choices) > 1:
            card.add(self._choice(each))
        else:
            told = ONLY_MINE if each.choices[0] is Choice.MINE else ONLY_THEIRS
            card.add(label(told, Type.SECOND, tone="soft", wrap=True))
        return card

    def _choice(self, each: Shown) -> RadioRow:
        row = RadioRow([(choice, each.called[choice]) for choice in each.choices], unanswered=False)
        row.name(f"{each.label}, what goes on")
        self.rows[each.name] = row
        return row


def _side(title: str, words: str) -> QVBoxLayout:
    side = QVBoxLayout()
    side.setSpacing(2)
    side.addWidget(label(title, Type.SECOND, tone="soft", wrap=True))
    text = label(words or formats.NOT_RECORDED, tone="ink" if words else "soft", wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    side.addWidget(text)
    side.addStretch(1)
    return side
