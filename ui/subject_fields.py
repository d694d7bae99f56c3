"""Naming somebody or something on file in a form: a box that finds both, a field of one, and a field of several."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.disruption import Target
from rise_desk.domain.handle import Handle
from rise_desk.domain.person import Person
from rise_desk.domain.place import Place
from rise_desk.domain.record import NO_ID, Id, Record, plain, stored
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import DeskError
from rise_desk.services import subjects
from rise_desk.services.subjects import Named
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.widgets.answers import Hit
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.parts import in_order
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Elided, discard

GROUPS = {
    Person.KIND: "People",
    Place.KIND: "Places",
    Vehicle.KIND: "Vehicles",
    Handle.KIND: "Phones and names online",
}
NEW_THINGS = ((Place.KIND, "New place…"), (Vehicle.KIND, "New vehicle…"), (Handle.KIND, "New phone or name online…"))
HINT = "Name, nickname, place, plate, number or name online"
NOTHING = "Nobody and nothing on file answers to this. Make a record of a place or thing below, or open a file first."
HINTS = {
    Person.KIND: "Name, nickname, file number or phone",
    Place.KIND: "Name or address",
    Vehicle.KIND: "Plate, make or colour",
    Handle.KIND: "Number or name online",
}
NONE_SUCH = "Nobody and nothing on file answers to this."
GONE = "A file you can’t open"


def told(found: Named) -> str:
    """Who or what it is in one line: 'Kebab Corner · 12 High Street', 'Darren Kite · 26-0147'."""
    return formats.joined(found.name, found.detail, found.aside)


class SubjectBox(SearchBox):
    """A search box that finds people and things, or those of one `kind`; `picked` brings the number of one."""

    def __init__(self, screen: ScreenDesk, hint: str = HINT, *, kind: str = "") -> None:
        super().__init__(hint=HINTS.get(kind, hint), keys="")
        self._desk, self._kind = screen, kind
        self.without: Collection[Id] = ()
        self.asked.connect(self.ask)

    def ask(self, text: str) -> None:
        """Show who and what answers, without those that are there already."""
        try:
            found = subjects.found(self._desk.at, text, kind=self._kind)
        except DeskError as failure:
            self.show_hits((), str(failure))
            return
        hits = (
            Hit(key=each.subject, title=each.name, detail=each.detail, aside=each.aside, group=GROUPS[each.kind])
            for each in found
            if each.subject not in self.without
        )
        self.show_hits(tuple(hits), NONE_SUCH if self._kind else NOTHING)


class NewThings(QWidget):
    """Buttons that make a record of a place or thing which is not on file; `made` brings its number."""

    made = Signal(object)

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = screen
        self.buttons = {kind: Button(text, "quiet") for kind, text in NEW_THINGS}
        row = Flow(self, spacing=theme.TIGHT)
        for kind, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(lambda _=False, kind=kind: self.open(kind))

    def open(self, kind: str) -> None:
        """Open the form of a new thing over this one."""
        from ui.thing_form import ThingForm

        form = ThingForm(self._desk, kind)
        form.saved.connect(self._saved)
        _over(self, form)

    def _saved(self, thing: object) -> None:
        if isinstance(thing, Record):
            self.made.emit(thing.id)


class SubjectField(QWidget):
    """One of them; once found, its name stands there with a button to choose another.

    Where only those of one `kind` are meant, it makes no record of what is not on file.
    """

    changed = Signal()

    def __init__(self, screen: ScreenDesk, called: str, parent: QWidget | None = None, *, kind: str = "") -> None:
        super().__init__(parent)
        self._desk, self._called = screen, called
        self._subject = NO_ID
        self.search, self.new = SubjectBox(screen, kind=kind), NewThings(screen)
        self.name, self.remove = Elided(), Button("Choose another", "quiet")
        self.name.setProperty("strong", "true")
        self._held, self._asked = QWidget(), QWidget()
        self._build()
        if kind:
            self.new.hide()
        self.search.picked.connect(self.set_value)
        self.new.made.connect(self.set_value)
        self.remove.clicked.connect(self._take_out)

    def value(self) -> Id:
        """The number; 0 for none."""
        return self._subject

    def set_value(self, value: Any) -> None:
        """Show who or what it is."""
        self._subject = Id(int(value or 0))
        self.name.setText(self.called())
        self._held.setVisible(bool(self._subject))
        self._asked.setVisible(not self._subject)
        self.changed.emit()

    def called(self) -> str:
        """What is chosen is called, with what tells it from others; '' while nothing is."""
        if not self._subject:
            return ""
        found = subjects.named(self._desk.at, (self._subject,)).get(self._subject)
        return told(found) if found else GONE

    def typed(self) -> str:
        """The number as text."""
        return str(self._subject) if self._subject else ""

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """It is picked, so it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """What takes the focus: the box that finds one, else what takes out the one that is there."""
        return self.remove if self._subject else self.search

    def _take_out(self) -> None:
        self.set_value(NO_ID)
        self.search.setFocus()

    def _build(self) -> None:
        self.search.setAccessibleName(self._called)
        self.remove.setAccessibleName(f"{self._called}: choose another")
        held = QHBoxLayout(self._held)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.name, 1)
        held.addWidget(self.remove)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(2)
        asked.addWidget(self.search)
        asked.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self._held)
        column.addWidget(self._asked)
        self._held.hide()


class SubjectsField(QWidget):
    """Several of them, each with a button to take it out again; its value is a tuple of targets."""

    changed = Signal()

    def __init__(self, screen: ScreenDesk, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = screen
        self._subjects: tuple[Id, ...] = ()
        self.search = SubjectBox(screen, f"Add: {HINT[:1].lower()}{HINT[1:]}")
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

    def value(self) -> tuple[Target, ...]:
        """All of them, in order."""
        return tuple(Target(subject=each) for each in self._subjects)

    def set_value(self, value: Any) -> None:
        """Show these."""
        self._subjects = tuple(each.subject for each in value or ())
        self._show()
        self.changed.emit()

    def add(self, subject: object) -> None:
        """One more."""
        if isinstance(subject, int) and subject not in self._subjects:
            self.set_value((*self.value(), Target(subject=Id(subject))))
            self.search.setFocus()

    def drop(self, subject: Id) -> None:
        """Take one out again."""
        self.set_value(tuple(each for each in self.value() if each.subject != subject))
        self.search.setFocus()

    def typed(self) -> Any:
        """All of them as plain data."""
        return [plain(each) for each in self.value()]

    def restore(self, typed: Any) -> None:
        """Show those that a draft kept."""
        self.set_value(tuple(stored(Target, each) for each in typed or ()))

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
        known = subjects.named(self._desk.at, self._subjects)
        for each in self._subjects:
            self._rows.addWidget(self._row(each, told(known[each]) if each in known else GONE))
        self.search.without = self._subjects
        in_order(self.search, self.removes)

    def _row(self, subject: Id, called: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        name, remove = Elided(called), IconButton("remove", f"Take out {called}")
        name.setProperty("strong", "true")
        remove.clicked.connect(lambda: self.drop(subject))
        self.removes.append(remove)
        across.addWidget(name, 1)
        across.addWidget(remove)
        return row


def _over(widget: QWidget, dialog: QDialog) -> None:
    """Open a window over the one that a widget stands in."""
    dialog.setParent(widget.window(), Qt.WindowType.Dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
