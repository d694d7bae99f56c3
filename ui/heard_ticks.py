"""What was heard, to be ticked from a list: reasons for going, harm while away; each with a line for a word on it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rise_desk.domain.record import Part, plain, stored
from ui import formats, theme
from ui.records.words import capitalised
from ui.widgets.fields import Field, Surroundings
from ui.widgets.flow import Flow
from ui.widgets.radio_row import AnswerGroup
from ui.widgets.tick import Tick
from ui.widgets.words import label


class HeardTicks(AnswerGroup):
    """Its value holds one part for each that is ticked; `about` is what the line beside a ticked one asks for.

    The list is the vocabulary of the part's first field, and the line fills its second. What a record holds twice
    (a reason heard from two people) is kept for as long as it is ticked.
    """

    changed = Signal()

    def __init__(self, part: type[Part], about: str, field: Field, around: Surroundings) -> None:
        super().__init__()
        self._part, self._about = part, about
        self._key, self._word = (each.name for each in field.fields)
        self._more: list[Part] = []
        self._boxes, self._lines = QWidget(), QVBoxLayout()
        self._row = Flow(self._boxes, spacing=theme.GAP)
        self.ticks: dict[str, Tick] = {}
        self.notes: dict[str, QLineEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self._boxes)
        column.addLayout(self._lines)
        for entry in around.practice.vocabulary(field.fields[0].vocabulary).choices():
            self._ask(entry.key, capitalised(entry.label))

    def value(self) -> tuple[Part, ...]:
        """What is ticked, in the order of the list, each with its word; then what it holds beside that."""
        ticked = {key for key, tick in self.ticks.items() if tick.isChecked()}
        made = (
            self._part(**{self._key: key, self._word: self.notes[key].text().strip()})
            for key in self.ticks
            if key in ticked
        )
        return (*made, *(each for each in self._more if getattr(each, self._key) in ticked))

    def set_value(self, value: Any) -> None:
        """Tick these, and none else."""
        held: dict[str, Part] = {}
        self._more = []
        for each in value or ():
            key = getattr(each, self._key)
            if key not in self.ticks:
                self._ask(key, key)
            if key in held:
                self._more.append(each)
            held.setdefault(key, each)
        for key, tick in self.ticks.items():
            self.notes[key].setText(getattr(held[key], self._word) if key in held else "")
            tick.setChecked(key in held)

    def typed(self) -> Any:
        """What is ticked as plain data."""
        return [plain(each) for each in self.value()]

    def restore(self, typed: Any) -> None:
        """Tick what a draft kept."""
        self.set_value(tuple(stored(self._part, each) for each in typed or ()))

    def unreadable(self) -> str:
        """A tick can't be misread."""
        return ""

    def field_widget(self) -> QWidget:
        """The first box."""
        return next(iter(self.ticks.values()))

    def name(self, called: str) -> None:
        """Each box tells what it is about, for screen readers."""
        super().name(called)
        for tick in self.ticks.values():
            tick.setAccessibleName(f"{called}: {tick.text()}")

    def _ask(self, key: str, words: str) -> None:
        tick, note, line = Tick(words.replace("&", "&&")), QLineEdit(), QWidget()
        note.setAccessibleName(f"{words}: {self._about.lower()}")
        note.setPlaceholderText(self._about)
        self._row.addWidget(tick)
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(label(words, tone="soft"))
        beside.addWidget(note, 1)
        self._lines.addWidget(line)
        line.hide()
        self.ticks[key], self.notes[key] = tick, note
        tick.toggled.connect(line.setVisible)
        tick.toggled.connect(lambda _on: self.changed.emit())
        note.textChanged.connect(lambda _text: self.changed.emit())


def heard_in_words(fields: tuple[Field, Field], parts: Any, around: Surroundings) -> str:
    """What was heard as a page shows it, a line each: 'Drugs or alcohol · from her mother'."""
    key, word = fields
    return "\n".join(
        formats.joined(
            capitalised(around.practice.label(key.vocabulary, getattr(each, key.name))), getattr(each, word.name)
        )
        for each in parts
    )
