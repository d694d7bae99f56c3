"""A question of a form: its label, a hint, the editor, and beneath it what is wrong, with a red edge and a sign."""

from typing import Any, cast

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import Type
from ui.widgets.fields import Editor, Field
from ui.widgets.radio_row import AnswerGroup
from ui.widgets.words import label, restyle

EDGE = 12
"""How far a field stands from the edge that turns red when something is wrong with it."""


class FieldRow(QFrame):
    """Keeps label, hint and error beside the editor, for eyes and for screen readers alike."""

    def __init__(self, field: Field, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.widget = widget
        self.problem = ""
        self.setProperty("surface", "right")
        self.label = label(field.label)
        self.hint = label(field.hint, Type.SECOND, tone="soft", wrap=True)
        self.error = label(tone="error", strong=True, wrap=True)
        self._required = label("required", Type.SECOND, tone="soft") if field.required else None
        self._below = QWidget()
        self._build()
        self.name()

    @property
    def editor(self) -> Editor:
        """The widget as an editor."""
        return cast(Editor, self.widget)

    def name(self) -> None:
        """Tell screen readers what is asked, hinted and wrong."""
        asked = f"{self.field.label}, required" if self.field.required else self.field.label
        about = " ".join(part for part in (self.problem, self.field.hint) if part)
        focus = self.editor.field_widget()
        if isinstance(self.widget, AnswerGroup):
            self.widget.name(asked)
        elif isinstance(focus, QPushButton):
            focus.setAccessibleName(f"{asked}: {focus.text()}")
        else:
            focus.setAccessibleName(asked)
        focus.setAccessibleDescription(about)

    def excuse(self, excused: bool) -> None:
        """Say nothing of a required field for as long as it need not be filled in."""
        if self._required is not None:
            self._required.setVisible(not excused)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; '' says that nothing is."""
        self.problem = sentence
        self.error.setText(sentence)
        self._below.setVisible(bool(sentence))
        self.setProperty("surface", "wrong" if sentence else "right")
        self.editor.field_widget().setProperty("invalid", "true" if sentence else "false")
        restyle(self)
        restyle(self.editor.field_widget())
        self.name()

    def value(self) -> Any:
        """The value of the field."""
        return self.editor.value()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE - 4, 2, 4, 4)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(theme.TIGHT)
        head.addWidget(self.label)
        if self._required is not None:
            head.addWidget(self._required)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.widget)
        self._build_below()
        column.addWidget(self._below)
        column.addStretch(1)
        self.hint.setVisible(bool(self.field.hint))
        if not isinstance(self.widget, AnswerGroup):
            self.label.setBuddy(self.editor.field_widget())

    def _build_below(self) -> None:
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        sign = label()
        icons.put(sign, "error", "error", 15)
        sign.setAccessibleName("Error")
        below.addWidget(sign)
        below.addWidget(self.error, 1)
        self._below.hide()
