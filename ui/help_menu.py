"""What the Help menu of the desk's window does: help for what is in view, its keys, pages, the key sheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.pages import Place
from ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from ui.go_anywhere import Goable
    from ui.main_window import MainWindow

HELP = "help"


class DeskHelp:
    """Help for one window of the desk."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def for_screen(self) -> None:
        """Open the page of help for what is in view."""
        from ui import help_topics

        self.show(help_topics.topic_of(tuple(self._screens())))

    def show(self, name: str, anchor: str = "") -> None:
        """Open this page of help."""
        from ui.help_page import HelpPage

        self._window.go(Place(HELP))
        page = self._window.pages.currentWidget()
        if isinstance(page, HelpPage):
            page.show_topic(name, anchor)

    def keys(self) -> None:
        """List the keys that work here."""
        from ui import help_topics, keys_list
        from ui.keys_dialog import KeysDialog

        named = [name for screen in self._screens() for name in help_topics.names_of(screen)]
        self._open(KeysDialog(keys_list.here(named, self._window.menuBar()), self._window))

    def print_key_sheet(self) -> None:
        """Show the sheet of all keys, to be printed or saved."""
        from ui import keys_list
        from ui.keys_sheet import KeySheetDialog

        groups = keys_list.every(self._window.menuBar())
        self._open(KeySheetDialog(groups, self._window.desk.now(), self._window))

    def places(self) -> "list[Goable]":
        """Everywhere one can go from this window now."""
        from ui import go_anywhere

        return go_anywhere.places(self._window)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _screens(self) -> Iterator[QWidget]:
        focus = QApplication.focusWidget()
        if isinstance(focus, SearchBox) and focus is self._window.top.search and focus.text():
            yield focus
        page = self._window.pages.currentWidget()
        if page is not None:
            yield page
        yield self._window
