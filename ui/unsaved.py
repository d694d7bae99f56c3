"""Closing with unsaved work asks once, naming the record: Save, Don't save, or Cancel."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Wish(Enum):
    """What somebody wants done with what they typed."""

    SAVE = auto()
    DROP = auto()
    STAY = auto()


def wish(parent: QWidget, named: str) -> Wish:
    """Ask what to do with unsaved work; Save is the default, Esc stays in the form."""
    box = QMessageBox(parent)
    box.setWindowTitle("Not saved")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Save what you typed in “{named}”?")
    save = box.addButton("&Save", QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton("&Don’t save", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    clicked = box.clickedButton()
    return Wish.SAVE if clicked is save else Wish.DROP if clicked is drop else Wish.STAY
