"""Asking before something that is better asked about: verbs on the buttons, never Yes and No."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def confirmed(parent: QWidget, text: str, verb: str) -> bool:
    """Whether somebody said yes to something that is better asked about; Cancel is the default."""
    box = QMessageBox(parent)
    box.setWindowTitle("RISE Desk")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes
