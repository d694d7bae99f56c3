"""What a demonstration says of itself on every screen, and who can be tried at its door."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.services.demo.demonstration import SignIn
from ui import icons, theme
from ui.theme import Type
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import label

SAYS = "Demonstration: everybody in it is invented. Never type anything real here."


class Banner(QFrame):
    """The line across the top of every screen of a demonstration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "notice")
        self.setAccessibleName(SAYS)
        sign = label()
        icons.put(sign, "info", "info", 16)
        sign.setAccessibleName("Notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 4, theme.GAP, 4)
        row.setSpacing(theme.TIGHT + 2)
        row.addWidget(sign)
        row.addWidget(label(SAYS, strong=True, wrap=True), 1)


class Team(QWidget):
    """A demonstration's invented people at its door; `chosen` brings the one to sign in as."""

    chosen = Signal(object)

    def __init__(self, users: Sequence[SignIn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._users = {each.name: each for each in users}
        told = [(each.name, f"{each.name}, {each.role}") for each in users]
        self.choice = PlainChoice(told, "Sign in as", all_="Choose somebody invented")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP - 4, 2, 4, 4)
        column.setSpacing(4)
        column.addWidget(label("Sign in as"))
        column.addWidget(self.choice)
        column.addWidget(label("Name and password are filled in for you.", Type.SECOND, tone="soft"))
        self.choice.changed.connect(self._choose)

    def _choose(self) -> None:
        who = self._users.get(self.choice.value())
        if who is not None:
            self.chosen.emit(who)
