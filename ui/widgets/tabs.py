"""The tabs of a case, each with the number of its entries ('Missing 23')."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from ui import formats


class Tabs(QTabBar):
    """Sections of one case; arrow keys move between them, and `chosen` tells the key of the new one."""

    chosen = Signal(str)

    def __init__(
        self, tabs: Sequence[tuple[str, str]] = (), *, name: str = "Sections of the case", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts: list[tuple[str, str]] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentChanged.connect(self._changed)
        self.set_tabs(tabs)

    def set_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Show these tabs (key, text) and none else; the current one stays where it is still there."""
        kept = self.current()
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            self._texts = list(tabs)
            for _key, text in tabs:
                self.addTab(text.replace("&", "&&"))
            self.set_current(kept)

    def set_count(self, key: str, count: int) -> None:
        """Write the number of entries after a tab's name; 0 writes none."""
        place = self._place(key)
        text = self._texts[place][1]
        self.setTabText(place, f"{text} {count}".replace("&", "&&") if count else text.replace("&", "&&"))
        self.setAccessibleTabName(
            place, f"{text}, {formats.count(count, 'entry', 'entries') if count else 'no entries'}"
        )

    def current(self) -> str:
        """The key of the tab in front; '' without tabs."""
        return self._texts[self.currentIndex()][0] if 0 <= self.currentIndex() < len(self._texts) else ""

    def choices(self) -> list[tuple[str, str]]:
        """Every tab in order: its key, and what stands on it."""
        return [(key, self.tabText(place).replace("&&", "&")) for place, (key, _text) in enumerate(self._texts)]

    def set_current(self, key: str) -> None:
        """Bring a tab to the front; a key that no tab has changes nothing."""
        place = self._place(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """Move along the tabs and round the end (Ctrl+Tab)."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def wheelEvent(self, event: object) -> None:
        """The wheel does not turn tabs."""

    def _place(self, key: str) -> int:
        return next((place for place, (each, _text) in enumerate(self._texts) if each == key), -1)

    def _changed(self, place: int) -> None:
        if 0 <= place < len(self._texts):
            self.chosen.emit(self._texts[place][0])
