"""The import dialog as its tests use it: a few rows, a file of them, and the dialog at one of its steps."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import show
from ui.desk import ScreenDesk
from ui.import_dialog import FILE, ImportDialog

ROWS_OF = "reference,given name,family name,date of birth,shoe size\n"
GOOD = "V1,Maisie,Okafor,13/03/2013,5\nV2,Jade,Whitlock,2012,6\n"
BAD = "V3,Kian,Doyle,31/02/2011,7\n"


def dialog_at(qtbot: QtBot, screen: ScreenDesk, path: Path | None = None, *, to: int = FILE) -> ImportDialog:
    dialog = ImportDialog(screen)
    show(qtbot, dialog, 1000, 690)
    if path is not None:
        dialog.take(path)
        settle(qtbot, dialog)
    while dialog.pages.currentIndex() < to:
        dialog.next_button.click()
        settle(qtbot, dialog)
    return dialog


def said_in(link: QWidget) -> str:
    """The sentence of one line of the summary."""
    return str(link.property("text"))


def settle(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.work.running)
