"""A card: one white frame with a title, a soft aside, room for a verb at the right, and whatever it is about."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.widgets.words import label, restyle


class Title(QLabel):
    """The title of a card: one that wraps is still on one line where there is room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", str(Type.CARD))
        self.setProperty("tone", "ink")

    def sizeHint(self) -> QSize:
        """The whole text on one line; Qt would ask for a block of lines, however wide the card is."""
        if not self.wordWrap():
            return super().sizeHint()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + self.contentsMargins().left() + 2
        return QSize(wide, self.heightForWidth(wide))


class Card(QFrame):
    """A titled frame; `body` takes the content, and a loud card has the red edge of what is overdue or missing."""

    def __init__(self, title: str = "", aside: str = "", *, loud: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setProperty("loud", "true" if loud else "false")
        self.title = Title(title)
        self.aside = label(aside, tone="soft")
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.TIGHT + 2)
        self._head.addWidget(self.title)
        self._head.addWidget(self.aside)
        self._head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.TIGHT)
        self._around = around = QVBoxLayout(self)
        around.setContentsMargins(theme.PAD, theme.GAP, theme.PAD, theme.GAP)
        around.setSpacing(theme.TIGHT + 2)
        around.addLayout(self._head)
        around.addLayout(self.body)
        self.entitle(title, aside)

    def entitle(self, title: str, aside: str = "") -> None:
        """Change the title and the aside beside it."""
        self.title.setText(title)
        self.aside.setText(aside)
        self.title.setVisible(bool(title))
        self.aside.setVisible(bool(aside))
        self.setAccessibleName(title)

    def pull_left(self, by: int) -> None:
        """Let the content begin further left than the title, for the red edge of a field in error."""
        margins = self._around.contentsMargins()
        self._around.setContentsMargins(margins.left() - by, margins.top(), margins.right(), margins.bottom())
        self.title.setContentsMargins(by, 0, 0, 0)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)

    def add_rule(self) -> None:
        """A hairline between two rows."""
        self.body.addWidget(rule())

    def add_verb(self, button: QWidget) -> None:
        """Put a button at the right of the title."""
        self._head.addWidget(button)

    def set_loud(self, loud: bool) -> None:
        """Give the card its red edge, or take it away."""
        self.setProperty("loud", "true" if loud else "false")
        restyle(self)


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("surface", "rule")
    line.setFixedHeight(1)
    return line
