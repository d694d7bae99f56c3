"""The files that are joined in one: by whom, what each says differently, changing that, and separating them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.merging import Whole
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import DeskError
from rise_desk.services import merging
from rise_desk.services.merging import Joined
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.facts import Fact, Facts
from ui.fitting import fit
from ui.records.person import SECTIONS
from ui.records.words import in_words
from ui.separate import SeparateDialog
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field, Surroundings
from ui.widgets.words import discard, label

EXPLAINED = (
    "These files were found to be one person’s and are read as one. Each still says what it said; where they differ, "
    "the main file’s word stands and the other’s is shown here and on paper."
)
FIELDS = {each.name: each for section in SECTIONS for each in section.fields}


class JoinedFiles(QDialog):
    """Over one person; `change_asked` brings a joined file that somebody wants to change."""

    change_asked = Signal(object)

    def __init__(self, screen: ScreenDesk, subject: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.subject = screen, subject
        self.setWindowTitle("Joined files")
        self.summary = ErrorSummary()
        self.area = QScrollArea()
        self.close_button = Button("Close", "primary", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Files joined here", Type.NAME))
        column.addWidget(label(EXPLAINED, tone="soft", wrap=True))
        column.addWidget(self.summary)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.area, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.close_button.clicked.connect(self.reject)
        self.read()
        fit(self, 760, 480)
        self.close_button.setFocus()

    def read(self) -> None:
        """Show what is joined now."""
        try:
            whole = merging.whole(self.desk.at, self.subject)
            files = merging.joined(self.desk.at, self.subject)
        except DeskError as failure:
            self.summary.show_problems({"form": str(failure)}, {"form": ""})
            return
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, theme.TIGHT, 4)
        column.setSpacing(theme.GAP)
        for each in files:
            column.addWidget(self._card(whole, each))
        column.addStretch(1)
        discard(self.area.takeWidget())
        self.area.setWidget(inside)

    def separate(self, file: Person) -> None:
        """Ask why, and read a file by itself again."""
        dialog = SeparateDialog(self.desk, file, self)
        dialog.separated.connect(lambda _person: self.accept())
        dialog.open()

    def _card(self, whole: Whole, each: Joined) -> Card:
        person = each.person
        card = Card(f"{person.file_number} {person.name}")
        card.add(
            label(
                f"Merged into {whole.main.file_number} by {each.by}, {formats.when_full(each.at)}",
                tone="soft",
                wrap=True,
            )
        )
        facts = [
            Fact(label=found.label, value=self._words(found.field, found.other))
            for found in whole.differences_of(person)
        ]
        if facts:
            card.add(label("What it says differently", Type.SECOND, tone="soft"))
            card.add(Facts(facts))
        change = Button("Change what it says", "quiet")
        separate = Button("Separate…", "quiet")
        for button in (change, separate):
            button.setAccessibleName(f"{button.text().rstrip('…')}: {person.file_number} {person.name}")
            card.add_verb(button)
        change.clicked.connect(lambda: self._change(person))
        separate.clicked.connect(lambda: self.separate(person))
        separate.setVisible(access.may(self.desk.at.who, Deed.MERGE))
        return card

    def _change(self, person: Person) -> None:
        self.accept()
        self.change_asked.emit(person.id)

    def _words(self, name: str, value: object) -> str:
        field: Field | None = FIELDS.get(name)
        if field is None or name == "photo":
            return "Another one" if name == "photo" else str(value)
        return in_words(field, value, Surroundings(self.desk.practice, self.desk.now))
