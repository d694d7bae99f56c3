"""Several people in one field of a form: each found by any part of a name, with a button to take them out again."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.card import Card
from rise_desk.domain.record import Id, Part, plain, stored
from rise_desk.services import overview, subjects
from rise_desk.services.finding import Hit as Found
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.people_box import PeopleBox
from ui.subject_fields import GONE
from ui.widgets.answers import Hit
from ui.widgets.buttons import IconButton
from ui.widgets.parts import in_order
from ui.widgets.words import Elided, discard

HINT = "Add: any part of their name, an alias, a file number"
NO_CHILD = "No child at risk on file answers to this. Open a file for them first."
NOBODY = "Nobody on file answers to this. Open a file for them first: a nickname is enough."
LOOKED_AT = 24


class NamedPeople(QWidget):
    """The value is a tuple of parts, each with somebody's number in the field `of`; what else a part says stays.

    Where it is about children, only those at risk are offered.
    """

    changed = Signal()

    def __init__(self, screen: ScreenDesk, called: str, part: type[Part], of: str, *, children: bool) -> None:
        super().__init__()
        self._screen, self._part, self._of, self._children = screen, part, of, children
        self._held: dict[Id, Part] = {}
        nobody = NO_CHILD if children else NOBODY
        self.search = PeopleBox(screen, HINT, nobody, tell=self.told, limit=LOOKED_AT)
        self.search.setAccessibleName(called)
        self.removes: list[IconButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(self._rows)
        column.addWidget(self.search)
        self.search.picked.connect(self.add)

    def value(self) -> tuple[Part, ...]:
        """All of them, in order."""
        return tuple(self._held.values())

    def set_value(self, value: Any) -> None:
        """Show these."""
        self._held = {getattr(each, self._of): each for each in value or ()}
        self._show()
        self.changed.emit()

    def add(self, person: object) -> None:
        """One more."""
        if isinstance(person, int) and person not in self._held:
            self.set_value((*self.value(), self._part(**{self._of: Id(person)})))
            self.search.setFocus()

    def drop(self, person: Id) -> None:
        """Take one out again."""
        self.set_value(tuple(each for number, each in self._held.items() if number != person))
        self.search.setFocus()

    def typed(self) -> Any:
        """All of them as plain data."""
        return [plain(each) for each in self.value()]

    def restore(self, typed: Any) -> None:
        """Show those that a draft kept."""
        self.set_value(tuple(stored(self._part, each) for each in typed or ()))

    def unreadable(self) -> str:
        """Each is picked, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The box that finds one more."""
        return self.search

    def told(self, found: Found) -> Hit | None:
        """How an answer reads; None for somebody who doesn't belong here."""
        card = overview.card_of(self._screen.at, found.subject)
        if card is None or (self._children and not card.at_risk):
            return None
        return Hit(key=found.subject, title=self._name(card), detail=found.found_in, aside=found.aside)

    def _name(self, card: Card) -> str:
        return formats.name_and_age(card.name, card.date_of_birth, self._screen.now())

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            discard(item.widget())
        self.removes = []
        called = named(self._screen, self.value(), self._of)
        for number in self._held:
            self._rows.addWidget(self._row(number, called[number]))
        self.search.without = tuple(self._held)
        in_order(self.search, self.removes)

    def _row(self, number: Id, called: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        name, remove = Elided(called), IconButton("remove", f"Take out {called}")
        name.setProperty("strong", "true")
        remove.clicked.connect(lambda: self.drop(number))
        self.removes.append(remove)
        across.addWidget(name, 1)
        across.addWidget(remove)
        return row


def named(screen: ScreenDesk, parts: tuple[Part, ...], of: str) -> Mapping[Id, str]:
    """What those are called whom these parts name."""
    numbers = [Id(getattr(each, of)) for each in parts]
    known = subjects.named(screen.at, numbers)
    return {each: formats.joined(known[each].name, known[each].aside) if each in known else GONE for each in numbers}


def is_child(screen: ScreenDesk, subject: Id) -> bool:
    """Whether a number is that of somebody at risk, so that a new form is for them and not against them."""
    card = overview.card_of(screen.at, subject) if subject else None
    return card is not None and card.at_risk
