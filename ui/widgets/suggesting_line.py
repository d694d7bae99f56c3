"""A line of text that offers names while somebody types, and takes any other just as well."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ui.widgets.text_fields import LineField


class SuggestingLine(LineField):
    """Offers those of the names that hold what was typed; Down and Enter take one, and nothing is taken by itself.

    Tab takes the one name that is offered where it begins with what was typed: half a colleague's name is nobody's.
    """

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = offers = QCompleter(list(names), self)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(offers)
        self._shown = QListView()
        self._shown.setProperty("surface", "popup")
        offers.setPopup(self._shown)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the next control, with the name that was begun."""
        if forward:
            self._take_the_one()
        return super().focusNextPrevChild(forward)

    def _take_the_one(self) -> None:
        if not self._shown.isVisible():
            return
        begun, offered = self.value().casefold(), self._offers.currentCompletion()
        if self._offers.completionCount() == 1 and offered.casefold().startswith(begun):
            self.set_value(offered)
        self._shown.hide()
