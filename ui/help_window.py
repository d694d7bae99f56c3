"""Help in a window of its own, beside a form or before anybody has signed in; what lies under it stays as it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.fitting import fit
from ui.help_topics import START
from ui.help_view import HelpView
from ui.widgets.buttons import Button


class HelpWindow(QDialog):
    """All of help; one can go on typing in the window under it."""

    def __init__(self, parent: QWidget | None = None, topic: str = START) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help · RISE Desk")
        self.view = HelpView()
        self.close_button = Button("Close", keys="Esc")
        self._build()
        self.close_button.clicked.connect(self.reject)
        fit(self, 940, 660)
        self.show_topic(topic)

    def show_topic(self, name: str, anchor: str = "") -> None:
        """Show a page of help, ready to be read with the keys."""
        self.view.show_topic(name, anchor)
        self.view.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
