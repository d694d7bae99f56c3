"""A field of a form that names one of those on file, and makes a record of a place or thing that is not there yet."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.handle import Handle
from rise_desk.domain.place import Place
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.vehicle import Vehicle
from rise_desk.services import subjects
from ui import theme
from ui.desk import ScreenDesk
from ui.subject_box import GONE, SubjectBox, told
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.words import Elided

NEW_THINGS = ((Place.KIND, "New place…"), (Vehicle.KIND, "New vehicle…"), (Handle.KIND, "New phone or name online…"))


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


def _over(widget: QWidget, dialog: QDialog) -> None:
    """Open a window over the one that a widget stands in."""
    dialog.setParent(widget.window(), Qt.WindowType.Dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
