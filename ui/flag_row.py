"""The flags of a file in one row beneath who it is, as many lines as they take."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.badge import Badge, Tone
from ui.widgets.flow import Flow
from ui.widgets.words import discard


class FlagRow(QWidget):
    """Every flag that stands; gone where none does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = Flow(self, spacing=theme.TIGHT)

    def show_flags(self, flags: Sequence[str]) -> None:
        """Show these instead of those before."""
        while (item := self._row.takeAt(0)) is not None:
            discard(item.widget())
        for text in flags:
            self._row.addWidget(Badge(text, Tone.INFO))
        self.setAccessibleName(f"Flags: {', '.join(flags)}")
        self.setVisible(bool(flags))
