"""Who a note concerns: one row a person, each with their own role and whether they were seen, and a search for more."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rise_desk.domain.contact import ABOUT, Concern
from rise_desk.domain.record import Id, plain, stored
from rise_desk.services import overview
from ui import theme
from ui.desk import ScreenDesk
from ui.people_box import PeopleBox
from ui.records.words import capitalised
from ui.theme import Type
from ui.widgets.buttons import IconButton
from ui.widgets.parts import in_order
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import Elided, label

NOT_SAID = "not_recorded"
NOBODY = "Nobody on file answers to this. Name them under ‘Who else was there’, or open a file for them first."


class ConcernRow(QObject):
    """One person: the widgets of their row."""

    def __init__(self, desk: ScreenDesk, concern: Concern, name: str, parent: QObject) -> None:
        super().__init__(parent)
        practice = desk.practice
        self.subject = concern.subject
        self.name = Elided(name)
        self.name.setProperty("strong", "true")
        roles = practice.vocabulary("note_role").choices()
        self.role = PlainChoice([(each.key, capitalised(each.label)) for each in roles], f"Role of {name} in this note")
        self.role.removeItem(0)
        self.role.set_value(concern.role)
        seen = [each for each in practice.vocabulary("seen").choices() if each.key != NOT_SAID]
        self.seen = PlainChoice(
            [(each.key, capitalised(each.label)) for each in seen], f"Whether {name} was seen", all_="Not recorded"
        )
        self.seen.set_value(concern.seen)
        self.remove = IconButton("remove", f"Take {name} out of this note")

    def widgets(self) -> tuple[QWidget, ...]:
        """What stands in the row, from left to right."""
        return self.name, self.role, self.seen, self.remove

    def value(self) -> Concern:
        """The person, in the role and seen as chosen."""
        return Concern(subject=self.subject, role=self.role.value(), seen=self.seen.value())


class Concerns(QWidget):
    """The people a note concerns, at least one of them; somebody on file is found by any part of their name."""

    changed = Signal()

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: list[ConcernRow] = []
        self.names: dict[Id, str] = {}
        self.search = PeopleBox(desk, "Add somebody on file: any part of their name", NOBODY)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.TIGHT)
        self._grid.setColumnStretch(0, 1)
        for place, title in enumerate(("Who", "Role in this note", "Seen")):
            self._grid.addWidget(label(title, Type.SECOND, tone="soft"), 0, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(self._grid)
        column.addWidget(self.search)
        self.search.picked.connect(self.add)

    def value(self) -> tuple[Concern, ...]:
        """Everybody, in order."""
        return tuple(row.value() for row in self.rows)

    def set_value(self, value: Any) -> None:
        """Show these people."""
        concerns = tuple(value or ())
        self.names |= overview.names_of(self.desk.at, [each.subject for each in concerns])
        self._clear()
        for each in concerns:
            self._put(each)
        self._told()

    def typed(self) -> Any:
        """The people as plain data."""
        return [plain(each) for each in self.value()]

    def restore(self, typed: Any) -> None:
        """Show the people that a draft kept."""
        self.set_value(tuple(stored(Concern, each) for each in typed or ()))

    def unreadable(self) -> str:
        """Everybody was chosen, so there is nothing to misread."""
        return ""

    def field_widget(self) -> QWidget:
        """The box that finds somebody."""
        return self.search

    def add(self, subject: object) -> None:
        """Let the note concern one person more; their role is theirs to be chosen."""
        if isinstance(subject, int) and Id(subject) not in {row.subject for row in self.rows}:
            self.names |= overview.names_of(self.desk.at, [Id(subject)])
            self._put(Concern(subject=Id(subject), role=ABOUT))
            self._told()
            self.rows[-1].role.setFocus()

    def drop(self, row: ConcernRow) -> None:
        """Take somebody out again."""
        self.set_value(tuple(each.value() for each in self.rows if each is not row))
        self.search.setFocus()

    def people(self) -> Mapping[Id, str]:
        """The names of everybody here, in order."""
        return {row.subject: self.names.get(row.subject, "") for row in self.rows}

    def _put(self, concern: Concern) -> None:
        row = ConcernRow(self.desk, concern, self.names.get(concern.subject, "Somebody"), self)
        place = self._grid.rowCount()
        for at, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, place, at)
        self.rows.append(row)
        row.remove.clicked.connect(lambda: self.drop(row))
        row.role.changed.connect(self.changed)
        row.seen.changed.connect(self.changed)

    def _clear(self) -> None:
        for row in self.rows:
            for widget in row.widgets():
                self._grid.removeWidget(widget)
                widget.setParent(None)
                widget.deleteLater()
            row.deleteLater()
        self.rows = []

    def _told(self) -> None:
        self.search.without = {row.subject for row in self.rows}
        in_order(self.search, [each for row in self.rows for each in (row.role, row.seen, row.remove)])
        for row in self.rows:
            row.remove.setEnabled(len(self.rows) > 1)
        self.changed.emit()


class Speaker(PlainChoice):
    """Whose own words these are, where a note concerns several people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), "Whose words", all_="Choose…", parent=parent)

    def offer(self, people: Mapping[Id, str]) -> None:
        """Let it be one of these."""
        kept = self.value()
        while self.count() > 1:
            self.removeItem(1)
        for subject, name in people.items():
            self.addItem(name, str(subject))
        super().set_value(str(kept) if kept else "")

    def value(self) -> Any:
        """The number of the one who spoke; 0 for nobody in particular."""
        return Id(int(super().value() or 0))

    def set_value(self, key: Any) -> None:
        """Choose whose words they are."""
        super().set_value(str(key) if key else "")

    def typed(self) -> Any:
        """The number as text."""
        return super().value()

    def restore(self, typed: Any) -> None:
        """Choose whom a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """It is chosen, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The box itself."""
        return self
