"""The repeat triggers of a team, a line each: what sets it off, what is to be done, and ways to change or remove it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.domain.trigger import USUAL, Trigger
from rise_desk.services.settings import MOST_TRIGGERS
from ui import theme
from ui.records.words import capitalised
from ui.theme import Type
from ui.trigger_dialog import TriggerDialog
from ui.widgets.buttons import Button
from ui.widgets.card import rule
from ui.widgets.words import label

NONE = "There are none. Nothing is raised however often a child is missing."
ADD, CHANGE, REMOVE, AT_FIRST = "Add a trigger…", "Change…", "Remove", "As at first"


class TriggerRows(QWidget):
    """The list as it would be kept; `changed` where somebody alters it."""

    changed = Signal()

    def __init__(self, *, decides: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decides = decides
        self._shown: tuple[Trigger, ...] = ()
        self.changes: list[Button] = []
        self.removes: list[Button] = []
        self.add_button = Button(ADD, icon="add")
        self.first_button = Button(AT_FIRST)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.TIGHT)
        self._build()
        self.add_button.clicked.connect(lambda: self.ask(None))
        self.first_button.clicked.connect(self._as_at_first)
        self._tell()

    def value(self) -> tuple[Trigger, ...]:
        """The triggers, in the order they are shown."""
        return self._shown

    def set_value(self, triggers: tuple[Trigger, ...]) -> None:
        """Show these."""
        if triggers != self._shown:
            self._shown = triggers
            self._tell()
            self.changed.emit()

    def ask(self, place: int | None) -> TriggerDialog:
        """Ask for a new one, or for another in this place."""
        others = tuple(each for at, each in enumerate(self._shown) if at != place)
        dialog = TriggerDialog(others, None if place is None else self._shown[place], self.window())
        dialog.agreed.connect(lambda made: self._put(place, made))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _put(self, place: int | None, made: Trigger) -> None:
        at = len(self._shown) if place is None else place
        self.set_value((*self._shown[:at], made, *self._shown[at + 1 :]))
        self._go_to(self.changes[at])

    def _remove(self, place: int) -> None:
        self.set_value((*self._shown[:place], *self._shown[place + 1 :]))
        self._go_to(self.removes[min(place, len(self.removes) - 1)] if self.removes else self.add_button)

    def _as_at_first(self) -> None:
        self.set_value(USUAL)
        self._go_to(self.add_button)

    def _go_to(self, button: Button) -> None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.changes, self.removes = [], []
        for place, each in enumerate(self._shown):
            if place:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(place, each))
        if not self._shown:
            self._lines.addWidget(label(NONE, tone="soft", wrap=True))
        self.add_button.setEnabled(len(self._shown) < MOST_TRIGGERS)
        self.first_button.setEnabled(self._shown != USUAL)

    def _line(self, place: int, trigger: Trigger) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(capitalised(trigger.text), strong=True, wrap=True))
        words.addWidget(label(trigger.action, Type.SECOND, tone="soft", wrap=True))
        row.addLayout(words, 1)
        if self._decides:
            change, remove = Button(CHANGE), Button(REMOVE)
            change.setAccessibleName(f"Change: {trigger.text}")
            remove.setAccessibleName(f"Remove: {trigger.text}")
            change.clicked.connect(lambda: self.ask(place))
            remove.clicked.connect(lambda: self._remove(place))
            self.changes.append(change)
            self.removes.append(remove)
            row.addWidget(change)
            row.addWidget(remove)
        return line

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(self._lines)
        below = QHBoxLayout()
        below.setSpacing(theme.GAP)
        below.addWidget(self.add_button)
        below.addWidget(self.first_button)
        below.addStretch(1)
        column.addLayout(below)
        self.add_button.setVisible(self._decides)
        self.first_button.setVisible(self._decides)
