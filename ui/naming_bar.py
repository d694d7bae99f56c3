"""A line in a file: who and what its entries name is not recorded yet, and the way to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rise_desk.domain.record import Id
from rise_desk.services import naming
from ui import theme
from ui.desk import ScreenDesk
from ui.widgets.buttons import Button
from ui.widgets.words import Elided

WAITS = "Named and not yet recorded: {}"
ASK = "Who is it?"
SHOWN = 4


class NamingBar(QWidget):
    """Hidden while nothing waits; `asked` is the wish to say who they are."""

    asked = Signal()

    def __init__(self, screen: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "quiet")
        self._screen = screen
        self.told = Elided(tone="medium")
        self.button = Button(ASK, "quiet", hint="Say who and what is named in the entries of this file")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.TIGHT, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.told, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.asked)
        self.hide()

    def show_waiting(self, subject: Id) -> None:
        """Say who waits in somebody's file."""
        found = naming.waiting(self._screen.at, subject)
        names = [f"“{each.mention.name}”" for each in found[:SHOWN]]
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        said = WAITS.format(f"{', '.join(names)}{more}")
        self.told.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(found))
