"""Those who are named in an assessment: as they are called, their file where they have one, and why they are listed."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.mention import Mention
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import DeskError
from rise_desk.services import finding, overview
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.records.question import ask
from ui.widgets.answers import Hit
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Elided

NOBODY = "Nobody on file answers to this. They can be listed by name alone."
UNSAID = "not_recorded"


class FileOf(QWidget):
    """The file of somebody who is named, found by any part of their name; none for most."""

    changed = Signal()

    def __init__(self, screen: ScreenDesk) -> None:
        super().__init__()
        self._screen, self._person = screen, NO_ID
        self.search = SearchBox(hint="Any part of their name", keys="")
        self.name = Elided()
        self.name.setProperty("strong", "true")
        self.remove = Button("No file", "quiet", hint="Leave them without a file of their own")
        self._held = QWidget()
        held = QHBoxLayout(self._held)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.name, 1)
        held.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self._held)
        column.addWidget(self.search)
        self._held.hide()
        self.search.asked.connect(self.ask)
        self.search.picked.connect(self.set_value)
        self.remove.clicked.connect(lambda: self.set_value(NO_ID))

    def value(self) -> Id:
        """The file's number; 0 for none."""
        return self._person

    def set_value(self, value: Any) -> None:
        """Show whose file it is."""
        self._person = Id(int(value or 0))
        known = overview.names_of(self._screen.at, [self._person]) if self._person else {}
        self.name.setText(known.get(self._person, "A file you can’t open"))
        self._held.setVisible(bool(self._person))
        self.search.setVisible(not self._person)
        self.changed.emit()

    def typed(self) -> str:
        """The number as text."""
        return str(self._person) if self._person else ""

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """It is picked, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The box that finds somebody."""
        return self.search

    def ask(self, text: str) -> None:
        """Show who answers to a part of a name."""
        try:
            found = finding.people(self._screen.at, text)
        except DeskError as failure:
            self.search.show_hits((), str(failure))
            return
        hits = [Hit(key=each.subject, title=each.name, detail=each.found_in, aside=each.aside) for each in found]
        self.search.show_hits(hits, NOBODY)


def mentions(screen: ScreenDesk, label: str) -> Field:
    """The question who is known: one part for each of them."""
    asked = (
        ask(Mention, "name", hint="As they are called; a nickname will do"),
        ask(Mention, "person", Kind.OWN, make=lambda field, around: FileOf(screen), hint="If they have one here"),
        ask(Mention, "risk"),
        ask(Mention, "known", Kind.LONG, rows=3),
    )
    return Field(
        name="mentions",
        label=label,
        kind=Kind.PARTS,
        part=Mention,
        fields=asked,
        noun="person",
        describe=_described,
    )


def _described(part: Any, around: Surroundings) -> str:
    risk = around.practice.label("mention_risk", part.risk) if part.risk != UNSAID else ""
    on_file = "has a file" if part.person else ""
    return formats.joined(part.name, on_file, risk, " ".join(part.known.split()))
