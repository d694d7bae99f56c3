"""A row of a card: what it is, as a way to open it, how it stands, and what is told of it beneath."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Type
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button
from ui.widgets.words import label

INSET = 9
"""How far the words of a quiet button stand from its edge."""

Told = tuple[str, str]
"""A line with its tone."""


class ToldRow(QWidget):
    """`act` opens what the row is about; each further line is told in its tone: ink, soft or loud."""

    def __init__(
        self,
        title: str,
        spoken: str,
        act: Callable[[], object],
        *,
        badge: tuple[str, Tone] | None = None,
        lines: Iterable[Told] = (),
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        self.button = Button(title, "quiet")
        self.button.setAccessibleName(spoken)
        self.button.clicked.connect(lambda _=False: act())
        head.addWidget(self.button)
        if badge is not None:
            head.addWidget(Badge(*badge))
        head.addStretch(1)
        column.addLayout(head)
        for text, tone in lines:
            if text.strip():
                line = label(text, Type.TEXT if tone == "ink" else Type.SECOND, tone=tone, wrap=True)
                line.setContentsMargins(INSET, 0, 0, 0)
                column.addWidget(line)
