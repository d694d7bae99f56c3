"""The parts of a record (addresses, other names, carers …): one row each, with verbs to add, change and remove."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.record import Part, plain, stored
from ui import formats, theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import Field, Kind, Surroundings, lowered
from ui.widgets.words import Elided, discard, label

if TYPE_CHECKING:
    from ui.widgets.part_dialog import PartDialog


class PartsField(QWidget):
    """Shows what is there in words; each part is filled in in a small window of its own."""

    changed = Signal()

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if field.part is None:
            raise ValueError(f"{field.name} must say what its parts are")
        self.field, self.around, self.part = field, around, field.part
        self.noun = field.noun or lowered(field.part.LABEL)
        self.parts: tuple[Part, ...] = ()
        self.asking: tuple[int, PartDialog] | None = None
        self.rows: list[QWidget] = []
        self.none = label("None recorded", tone="soft")
        self.add_button = Button(f"Add {self.noun}", icon="add")
        self.add_button.clicked.connect(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self.none)
        column.addLayout(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)

    def value(self) -> Any:
        """The parts, in order."""
        return self.parts

    def set_value(self, value: Any) -> None:
        """Show these parts."""
        self._take(tuple(value or ()))

    def typed(self) -> Any:
        """The parts as plain data."""
        return [plain(each) for each in self.parts]

    def restore(self, typed: Any) -> None:
        """Show the parts that a draft kept."""
        self._take(tuple(stored(self.part, each) for each in typed or ()))

    def unreadable(self) -> str:
        """A part is only taken over when it can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The button that adds one."""
        return self.add_button

    def add(self) -> None:
        """Ask for one more part."""
        self._ask(None, len(self.parts))

    def change(self, place: int) -> None:
        """Ask for changes of one part."""
        self._ask(self.parts[place], place)

    def remove(self, place: int) -> None:
        """Take one part out; the record keeps it until the form is saved."""
        self._take(self.parts[:place] + self.parts[place + 1 :])
        self.add_button.setFocus()

    def describe(self, part: Part) -> str:
        """One part in one line."""
        if self.field.describe is not None:
            return self.field.describe(part, self.around)
        return formats.joined(*(in_words(each, getattr(part, each.name), self.around) for each in self.field.fields))

    def dialog(self, part: Part | None) -> "PartDialog":
        """The small window that asks for a part."""
        from ui.widgets.part_dialog import PartDialog

        return PartDialog(self.part, self.field.fields, self.noun, self.around, part, self)

    def half_done(self) -> dict[str, Any] | None:
        """What was typed into the small window that is open, as plain data for a draft; None where nothing was."""
        if self.asking is None or not self.asking[1].panel.dirty():
            return None
        place, dialog = self.asking
        return {"place": place, "typed": dialog.panel.touched()}

    def go_on(self, half_done: Mapping[str, Any]) -> None:
        """Open the small window again, with what a draft kept of it."""
        place = min(int(half_done["place"]), len(self.parts))
        self._ask(self.parts[place] if place < len(self.parts) else None, place)
        assert self.asking is not None
        self.asking[1].panel.restore(half_done["typed"])

    def _ask(self, part: Part | None, place: int) -> None:
        dialog = self.dialog(part)
        self.asking = (place, dialog)
        dialog.panel.changed.connect(self.changed.emit)
        dialog.finished.connect(lambda result: self._asked(dialog, place, result))
        dialog.open()

    def _asked(self, dialog: "PartDialog", place: int, result: int) -> None:
        self.asking = None
        if result == QDialog.DialogCode.Accepted and dialog.result_part is not None:
            self._take((*self.parts[:place], dialog.result_part, *self.parts[place + 1 :]))
        dialog.deleteLater()

    def _take(self, parts: Sequence[Part]) -> None:
        before, self.parts = self.parts, tuple(parts)
        for row in self.rows:
            discard(row)
        self.rows = [self._row(place, part) for place, part in enumerate(self.parts)]
        inside = [each for row in self.rows for each in row.findChildren(QAbstractButton)]
        in_order(self.add_button, inside)
        self.none.setVisible(not self.parts)
        if before != self.parts:
            self.changed.emit()

    def _row(self, place: int, part: Part) -> QWidget:
        text = self.describe(part) or f"Empty {self.noun}"
        row = QFrame()
        row.setProperty("surface", "quiet")
        row.setAccessibleName(text)
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.TIGHT + 4, 2, 2, 2)
        line.setSpacing(2)
        change = Button("Change", "quiet")
        change.setAccessibleName(f"Change {self.noun} {place + 1}: {text}")
        remove = IconButton("remove", f"Remove {self.noun} {place + 1}: {text}")
        change.clicked.connect(lambda: self.change(place))
        remove.clicked.connect(lambda: self.remove(place))
        line.addWidget(Elided(text), 1)
        line.addWidget(change)
        line.addWidget(remove)
        self._list.addWidget(row)
        return row


def in_order(last: QWidget, inside: Sequence[QWidget]) -> None:
    """Let Tab come to these, one after the other, just before the last: Qt puts what is made late at the very end."""
    for one, other in pairwise((last, *inside, last)):
        if one is not other:
            QWidget.setTabOrder(one, other)


def in_words(field: Field, value: Any, around: Surroundings) -> str:
    """A field's value as somebody reads it; '' for nothing."""
    if field.kind in (Kind.CHOICE, Kind.RADIO):
        return around.practice.label(field.vocabulary, value)
    if field.kind is Kind.ANSWER:
        return "" if value is None else f"{lowered(field.label)}: {formats.yes_no(value).lower()}"
    if field.kind is Kind.DATE:
        return f"{lowered(field.label)} {formats.when_full(value)}" if value else ""
    return " ".join(str(value).split()) if isinstance(value, str) else ""
