"""Finding somebody on file in a form: a box that shows who answers to what is typed, and a field that holds one."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import DeskError
from rise_desk.services import finding, overview
from rise_desk.services.finding import Hit as Found
from ui import theme
from ui.desk import ScreenDesk
from ui.widgets.answers import Hit
from ui.widgets.buttons import Button
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Elided

Tell = Callable[[Found], Hit | None]


def told(found: Found) -> Hit:
    """Somebody who answers: their name, what answers to the question, their file number."""
    return Hit(key=found.subject, title=found.name, detail=found.found_in, aside=found.aside)


class PeopleBox(SearchBox):
    """A search box that finds people on file by itself; `picked` brings the number of a file.

    `nobody` is said where nobody answers; `tell` says how an answer reads (None leaves it out), `limit` of how many.
    """

    def __init__(
        self, screen: ScreenDesk, hint: str, nobody: str, *, tell: Tell = told, limit: int = finding.FILES
    ) -> None:
        super().__init__(hint=hint, keys="")
        self._desk, self._nobody, self._tell, self._limit = screen, nobody, tell, limit
        self.without: Collection[Id] = ()
        self.asked.connect(self.ask)

    def ask(self, text: str) -> None:
        """Show who answers to a part of a name, without those who are there already."""
        try:
            found = finding.people(self._desk.at, text, self._limit)
            hits = [hit for each in found if each.subject not in self.without and (hit := self._tell(each))]
        except DeskError as failure:
            self.show_hits((), str(failure))
            return
        self.show_hits(hits[: finding.FILES], self._nobody)


class FileField(QWidget):
    """One file, found by any part of a name; once found, the name stands there with a button to take it out again."""

    changed = Signal()

    def __init__(self, screen: ScreenDesk, search: PeopleBox, remove: Button) -> None:
        super().__init__()
        self._desk, self.search, self.remove = screen, search, remove
        self._person = NO_ID
        self.name = Elided()
        self.name.setProperty("strong", "true")
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
        self.search.picked.connect(self.set_value)
        self.remove.clicked.connect(lambda: self.set_value(NO_ID))

    def value(self) -> Id:
        """The file's number; 0 for none."""
        return self._person

    def set_value(self, value: Any) -> None:
        """Show whose file it is."""
        self._person = Id(int(value or 0))
        self.name.setText(self.called(self._person))
        self._held.setVisible(bool(self._person))
        self.search.setVisible(not self._person)
        self.changed.emit()

    def called(self, person: Id) -> str:
        """How somebody is called here."""
        known = overview.names_of(self._desk.at, [person]) if person else {}
        return known.get(person, "A file you can’t open")

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
