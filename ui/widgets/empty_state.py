"""An empty list says what belongs here and offers the act that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import label


class EmptyState(QWidget):
    """A quiet picture, one sentence, a second one, and a button where there is something to do."""

    acted = Signal()

    def __init__(
        self,
        text: str,
        detail: str = "",
        *,
        icon: str = "note",
        verb: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = label(text, Type.CARD, wrap=True)
        self.detail = label(detail, tone="soft", wrap=True)
        self.button = Button(verb, "primary", keys=keys)
        sign = label()
        icons.put(sign, icon, "soft", 34)
        column = QVBoxLayout(self)
        column.setSpacing(theme.TIGHT + 2)
        column.addStretch(1)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for line in (self.text, self.detail):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addSpacing(theme.TIGHT)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.button.clicked.connect(self.acted)
        self.say(text, detail, verb)

    def say(self, text: str, detail: str = "", verb: str = "") -> None:
        """Change the words; without a verb there is no button."""
        self.text.setText(text)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.button.setVisible(bool(verb))
        self.button.say(verb)
        self.setAccessibleName(f"{text} {detail}".strip())
