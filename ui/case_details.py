"""The details of a file: every section of what is known, with its gaps, and a way to change each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.domain.person import Person
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.facts import Fact, Facts
from ui.records.person import IDENTIFIERS, sections_of
from ui.records.words import in_words
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Section, Surroundings
from ui.widgets.words import label


class CaseDetails(QScrollArea):
    """Shows a person section by section; `change_asked` brings the title of the section to be changed."""

    change_asked = Signal(str)
    merge_asked = Signal()
    history_asked = Signal()

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.buttons: dict[str, Button] = {}
        self._shown: Person | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_person(self, person: Person) -> None:
        """Show the file as it stands; an unchanged one is left as it is, scrolled where it was."""
        if self._shown is not None and self._shown == person and self._shown.version == person.version:
            return
        at = self.verticalScrollBar().value()
        self._shown, self.buttons = person, {}
        inside = QWidget()
        inside.setProperty("surface", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.TIGHT, 0)
        column.setSpacing(theme.GAP)
        for section in sections_of(person):
            column.addWidget(self._card(section, person))
        changed = f"Last changed {formats.when_full(person.recorded_at)} by {person.recorded_by}"
        column.addLayout(self._foot(changed))
        column.addStretch(1)
        self.setWidget(inside)
        inside.adjustSize()
        self.verticalScrollBar().setValue(at)

    def _foot(self, changed: str) -> QHBoxLayout:
        """When the file was last changed, and the way to all that was changed before."""
        foot = QHBoxLayout()
        foot.addWidget(label(changed, Type.SECOND, tone="soft", wrap=True), 1)
        merge = Button("Same person as another file…", "quiet")
        merge.clicked.connect(self.merge_asked)
        foot.addWidget(merge)
        self.buttons["Merge"] = merge
        history = Button("History…", icon="clock", keys="Ctrl+H")
        history.clicked.connect(self.history_asked)
        foot.addWidget(history)
        self.buttons["History"] = history
        return foot

    def _card(self, section: Section, person: Person) -> Card:
        card = Card(section.title)
        change = Button("Change", "quiet")
        change.setAccessibleName(f"Change {section.title}")
        change.clicked.connect(lambda: self.change_asked.emit(section.title))
        card.add_verb(change)
        self.buttons[section.title] = change
        card.add(Facts(self._facts(section, person)))
        return card

    def _facts(self, section: Section, person: Person) -> list[Fact]:
        around = Surroundings(self.desk.practice, self.desk.now)
        known = [
            Fact(
                label=each.label,
                value=in_words(each, getattr(person, each.name), around),
                whole=each.is_whole or len(section.fields) == 1,
            )
            for each in section.fields
        ]
        if section is IDENTIFIERS and person.references:
            listed = "\n".join(f"{each.source}: {each.ref}" for each in person.references)
            known.append(Fact(label="In lists that were imported", value=listed, whole=True))
        return known
