"""Windows over the desk are as large as their content asks for, and never larger than the screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from ui import theme

AROUND = 40


def fit(dialog: QDialog, wide: int, tall: int) -> None:
    """Give a dialog this size, grown with the text as far as the screen allows."""
    look, room = theme.current(), QGuiApplication.primaryScreen().availableGeometry()
    dialog.resize(min(look.px(wide), room.width() - AROUND), min(look.px(tall), room.height() - AROUND))
