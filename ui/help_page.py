"""Help as a page of the desk: it opens at what one was looking at, and needs no network."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.desk import ScreenDesk
from ui.help_topics import START
from ui.help_view import HelpView
from ui.pages import Page
from ui.theme import Type
from ui.widgets.words import label


class HelpPage(Page):
    """All of help under its title."""

    title = "Help"

    def __init__(self, desk: ScreenDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("surface", "ground")
        self.view = HelpView()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Help", Type.PAGE))
        column.addWidget(self.view, 1)
        self.view.show_topic(START)

    def show_topic(self, name: str, anchor: str = "") -> None:
        """Show a page of help, ready to be read with the keys."""
        self.view.show_topic(name, anchor)
        self.view.text.setFocus(Qt.FocusReason.OtherFocusReason)
