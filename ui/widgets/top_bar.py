"""The top bar: search, the marking of everything on the screen, who is signed in, and the lock."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Elided, label

MARKING = "OFFICIAL-SENSITIVE"
HINT = "Go anywhere: a name, file number, screen, word"


class TopBar(QFrame):
    """One bar over every page; `lock_asked` is the button at its right end."""

    lock_asked = Signal()

    def __init__(self, *, hint: str = HINT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bar")
        self.search = SearchBox(hint=hint)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.marking = label(MARKING)
        self.marking.setProperty("marking", "true")
        self.who = Elided()
        self.lock = Button("Lock", icon="lock", hint="Lock the desk (Ctrl+L)")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 9, theme.MARGIN, 9)
        row.setSpacing(theme.PAD + 4)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self.marking)
        row.addWidget(self.who)
        row.addWidget(self.lock)
        self._fit()
        theme.when_changed(self._fit)
        self.lock.clicked.connect(self.lock_asked)

    def show_user(self, name: str, role: str = "") -> None:
        """Say who is signed in, and as what."""
        self.who.setText(" · ".join(part for part in (name, role) if part))
        self.who.setAccessibleName(f"Signed in: {name}, {role}".rstrip(", "))

    def minimumSizeHint(self) -> QSize:
        """The bar gives way before the window does."""
        return QSize(480, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self.search.setMaximumWidth(theme.current().px(470))
