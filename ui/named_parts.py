"""Several of those on file in one field of a form: each found in a box, with a button to take it out again."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.disruption import Target
from rise_desk.domain.record import Id, Part, plain, stored
from rise_desk.services import subjects
from ui import theme
from ui.desk import ScreenDesk
from ui.people_box import PeopleBox
from ui.subject_box import GONE, HINT, SubjectBox, told
from ui.widgets.buttons import IconButton
from ui.widgets.parts import in_order
from ui.widgets.words import Elided, discard

PartType = TypeVar("PartType", bound=Part)
Box = TypeVar("Box", bound=PeopleBox | SubjectBox)


class NamedParts(QWidget, Generic[PartType, Box]):
    """The value is a tuple of parts, each with somebody's or something's number in the field `of`.

    What else a part says stays. `search` finds one more, and leaves those out that are there.
    """

    changed = Signal()

    def __init__(self, screen: ScreenDesk, called: str, part: type[PartType], of: str, search: Box) -> None:
        super().__init__()
        self._screen, self._part, self._of = screen, part, of
        self._held: dict[Id, PartType] = {}
        self.search = search
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

    def value(self) -> tuple[PartType, ...]:
        """All of them, in order."""
        return tuple(self._held.values())

    def set_value(self, value: Any) -> None:
        """Show these."""
        self._held = {getattr(each, self._of): each for each in value or ()}
        self._show()
        self.changed.emit()

    def add(self, subject: object) -> None:
        """One more."""
        if isinstance(subject, int) and subject not in self._held:
            self.set_value((*self.value(), self._part(**{self._of: Id(subject)})))
            self.search.setFocus()

    def drop(self, subject: Id) -> None:
        """Take one out again."""
        self.set_value(tuple(each for number, each in self._held.items() if number != subject))
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

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            discard(item.widget())
        self.removes = []
        for number, called in named(self._screen, self.value(), self._of).items():
            self._rows.addWidget(self._row(number, called))
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


class NamedSubjects(NamedParts[Target, SubjectBox]):
    """Several of whoever and whatever is on file, as targets."""

    def __init__(self, screen: ScreenDesk, called: str) -> None:
        super().__init__(screen, called, Target, "subject", SubjectBox(screen, f"Add: {HINT[:1].lower()}{HINT[1:]}"))


def named(screen: ScreenDesk, parts: Sequence[Part], of: str) -> Mapping[Id, str]:
    """What those are called whom these parts name."""
    numbers = [Id(getattr(each, of)) for each in parts]
    known = subjects.named(screen.at, numbers)
    return {each: told(known[each]) if each in known else GONE for each in numbers}
