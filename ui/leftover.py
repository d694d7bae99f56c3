"""What was typed and has no form to go back to: it can be read and copied, and stays until it is thrown away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import asking, theme
from ui.fitting import fit
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import label

NOTHING = "Nothing was typed."
COPIED = "Copied. Paste it where it belongs."
ASKED = "Throw away what you typed in this unfinished form?"


class Leftover(QDialog):
    """Shows the text and says what became of its form; `thrown_away` where it may be, and somebody meant it."""

    thrown_away = Signal()

    def __init__(self, told: str, text: str, *, may_throw_away: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What you typed")
        self.text = QPlainTextEdit(text or NOTHING)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("What you typed")
        self.said = label(tone="soft")
        self.copy_button = Button("Copy it all", "primary", icon="copy")
        self.throw_button = Button("Throw away…")
        self.close_button = Button("Close", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("What you typed", Type.NAME))
        column.addWidget(label(told, wrap=True))
        column.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.throw_button)
        foot.addWidget(self.close_button)
        foot.addWidget(self.copy_button)
        column.addLayout(foot)
        self.throw_button.setVisible(may_throw_away)
        self.copy_button.clicked.connect(self.copy)
        self.throw_button.clicked.connect(self.throw_away)
        self.close_button.clicked.connect(self.reject)
        fit(self, 720, 460)
        self.copy_button.setFocus()

    def copy(self) -> None:
        """Take the whole text into the clipboard, because somebody asked."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.said.setText(COPIED)

    def throw_away(self) -> None:
        """Forget it, once somebody has said that they mean it."""
        if asking.confirmed(self, ASKED, "Throw away"):
            self.thrown_away.emit()
            self.accept()
