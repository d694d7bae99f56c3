"""The error summary: 'There is a problem' at the top of a form, each line leading to its field."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import discard, label

TITLE = "There is a problem"


class ErrorSummary(QFrame):
    """Hidden until there is a problem; then it takes the focus, and `asked` tells which field somebody went for."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "problem")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.links: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAD, theme.GAP, theme.PAD, theme.GAP)
        column.setSpacing(theme.TIGHT)
        column.addWidget(label(TITLE, Type.CARD, strong=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self.hide()

    def show_problems(self, problems: Mapping[str, str], fields: Mapping[str, str] | None = None) -> None:
        """Show a sentence for each field, and take the focus; without problems the summary goes.

        `fields` says, where a problem's own name differs, which field to go to; '' is no field's: plain text.
        """
        self._clear()
        for name, sentence in problems.items():
            target = (fields or {}).get(name, name)
            line = self._link(target, sentence) if target else label(sentence, tone="error", strong=True, wrap=True)
            self.links[name] = line
            self._lines.addWidget(line)
        self.setAccessibleName(" ".join((f"{TITLE}.", *problems.values())))
        self.setVisible(bool(problems))
        if problems:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _link(self, name: str, sentence: str) -> Button:
        link = Button(sentence.replace("&", "&&"), "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self.asked.emit(name))
        return link

    def _clear(self) -> None:
        for line in self.links.values():
            self._lines.removeWidget(line)
            discard(line)
        self.links = {}
