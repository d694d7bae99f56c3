"""Few answers side by side: all are seen at once, and 'Not recorded' is one of them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ui import formats, theme
from ui.widgets.flow import Flow

ANSWERS = {True: "yes", False: "no", None: ""}


class AnswerGroup(QWidget):
    """Several controls that answer one field; each has a name of its own, and the group has that of the field."""

    def name(self, called: str) -> None:
        """Say what is being answered, for screen readers."""
        self.setAccessibleName(called)


class RadioRow(AnswerGroup):
    """One of a few keys; '' is 'Not recorded' and is what holds until somebody answers.

    Where something must be chosen (`unanswered` False) there is no such answer, and the first holds.
    """

    changed = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None, *, unanswered: bool = True
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self._row = Flow(self, spacing=theme.PAD)
        for key, text in (*choices, *([("", formats.NOT_RECORDED)] if unanswered else [])):
            self._add(key, text)
        list(self.buttons.values())[-1 if unanswered else 0].setChecked(True)
        self._let_tab_in()
        self._group.buttonToggled.connect(self._toggled)

    def name(self, called: str) -> None:
        """Each answer tells what it answers."""
        super().name(called)
        for button in self.buttons.values():
            button.setAccessibleName(f"{called}: {button.text()}")

    def value(self) -> Any:
        """The key of the answer."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def set_value(self, value: Any) -> None:
        """Show an answer; one that is not offered is added as it is."""
        key = str(value or "")
        if key not in self.buttons:
            self._add(key, key)
        self.buttons[key].setChecked(True)

    def typed(self) -> Any:
        """The answer as plain data."""
        return self.value()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept."""
        self.set_value(typed)

    def unreadable(self) -> str:
        """Every answer can be read."""
        return ""

    def field_widget(self) -> QWidget:
        """The answer that holds."""
        return next(button for button in self.buttons.values() if button.isChecked())

    def _add(self, key: str, text: str) -> None:
        button = QRadioButton(text.replace("&", "&&"))
        button.setAccessibleName(text)
        self.buttons[key] = button
        self._group.addButton(button)
        self._row.addWidget(button)

    def _let_tab_in(self) -> None:
        """Tab comes to the answer that holds; the arrows lead from it to the others."""
        for button in self.buttons.values():
            held = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if held else Qt.FocusPolicy.ClickFocus)

    def _toggled(self, _button: QRadioButton, checked: bool) -> None:
        if checked:
            self._let_tab_in()
            self.changed.emit()


class AnswerRow(RadioRow):
    """Yes, No, or not recorded (None)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((("yes", "Yes"), ("no", "No")), parent)

    def value(self) -> Any:
        """True, False or None."""
        return {"yes": True, "no": False, "": None}[super().value()]

    def set_value(self, value: Any) -> None:
        """Show True, False or None."""
        super().set_value(ANSWERS[value])
