"""The filter row: type to narrow a list, choose from few filters, see what is chosen as chips, clear it all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.words import discard, label

PAUSE_MS = 200
TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One way to narrow a list: what it is called, and its choices (key, words)."""

    key: str
    label: str
    choices: Sequence[tuple[str, str]]


class FilterRow(QWidget):
    """Tells every change of what is asked for (`changed`); `value` has the text and one key per filter, '' for all."""

    changed = Signal(dict)

    def __init__(
        self,
        filters: Sequence[Filter] = (),
        *,
        hint: str = "Filter this list",
        keys: str = "Ctrl+F",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filters = {each.key: each for each in filters}
        self.text = QLineEdit()
        self.text.setPlaceholderText(f"{hint}   {keys}" if keys else hint)
        self.text.setAccessibleName(hint)
        self.text.setClearButtonEnabled(False)
        self.boxes = {each.key: PlainChoice(each.choices, each.label) for each in filters}
        for box in self.boxes.values():
            box.setMinimumContentsLength(max(10, len(box.itemText(0)) * 3 // 4))
        self.chips: dict[str, Button] = {}
        self.clear_button = Button("Clear filters", "quiet")
        self.count = label(tone="soft")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._fit()
        theme.when_changed(self._fit)
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self.clear_button.clicked.connect(self.clear)
        for box in self.boxes.values():
            box.changed.connect(self._tell)
        self._show_chips()

    def value(self) -> dict[str, str]:
        """What is asked for."""
        return {TEXT: self.text.text().strip()} | {key: box.value() for key, box in self.boxes.items()}

    def set_value(self, value: Mapping[str, str]) -> None:
        """Ask for this; nothing is told."""
        with QSignalBlocker(self.text):
            self.text.setText(value.get(TEXT, ""))
        for key, box in self.boxes.items():
            with QSignalBlocker(box):
                box.set_value(value.get(key, ""))
        self._show_chips()

    def clear(self) -> None:
        """Ask for everything again."""
        self.set_value({})
        self._tell()
        self.text.setFocus()

    def set_count(self, words: str) -> None:
        """Say how many are shown ('12 of 87')."""
        self.count.setText(words)

    def in_words(self) -> str:
        """What is asked for, as people say it; '' for everything."""
        return "; ".join(self._words(key, chosen) for key, chosen in self.value().items() if chosen)

    def is_narrowed(self) -> bool:
        """Whether anything is asked for."""
        return any(self.value().values())

    def _fit(self) -> None:
        self.text.setMinimumWidth(theme.current().px(210))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT + 2)
        fields = Flow(spacing=theme.TIGHT + 2)
        fields.addWidget(self.text)
        for box in self.boxes.values():
            fields.addWidget(box)
        row.addLayout(fields, 1)
        row.addWidget(self.count)
        self._chip_row = Flow(spacing=theme.TIGHT)
        self._chip_row.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(row)
        column.addLayout(self._chip_row)

    def _tell(self) -> None:
        self._pause.stop()
        self._show_chips()
        self.changed.emit(self.value())

    def _show_chips(self) -> None:
        for chip in self.chips.values():
            self._chip_row.removeWidget(chip)
            discard(chip)
        self.chips = {}
        for key, chosen in self.value().items():
            if chosen:
                self.chips[key] = self._chip(key, chosen)
                self._chip_row.insert(len(self.chips) - 1, self.chips[key])
        self.clear_button.setVisible(bool(self.chips))

    def _chip(self, key: str, chosen: str) -> Button:
        words = self._words(key, chosen)
        chip = Button(words.replace("&", "&&"), "chip", icon="clear")
        chip.setAccessibleName(f"Remove filter {words}")
        chip.clicked.connect(lambda: self._drop(key))
        return chip

    def _words(self, key: str, chosen: str) -> str:
        return f"“{chosen}”" if key == TEXT else f"{self._filters[key].label}: {self.boxes[key].currentText()}"

    def _drop(self, key: str) -> None:
        self.set_value(self.value() | {key: ""})
        self._tell()
