"""A line of text that offers names while somebody types, and takes any other just as well."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from ui.widgets.text_fields import LineField


class SuggestingLine(LineField):
    """Offers those of the names that hold what was typed; Down and Enter take one, and nothing is taken by itself."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offers = QCompleter(list(names), self)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(offers)
