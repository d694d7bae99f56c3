"""How any field of any state of a record reads in its history: as its form and its file show it, where they do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rise_desk.domain.person import Person
from rise_desk.domain.record import Attribute, Id, Part, Record, Withdrawal, attributes
from rise_desk.services import overview, said_in
from ui import formats
from ui.desk import ScreenDesk
from ui.records.person import SECTIONS
from ui.records.shown import SOMEBODY
from ui.records.words import capitalised, in_words
from ui.widgets.fields import Field, Surroundings

FIELDS: Mapping[str, Field] = {each.name: each for section in SECTIONS for each in section.fields}
ENTRIES = {"corrects": "An earlier entry", "assessment": "An assessment of this file", "photo": "A photo"}
"""What stands for an entry or a picture that a record names, by the field that names it."""

OTHERWISE = {
    "notice": "A notice",
    "report": "An information report",
    "episode": "A missing episode",
    "said_in": "Another record",
    "about": "Another record",
}
"""What stands for a record that was withdrawn, or of which this reader is told nothing, by the field that names it."""


@dataclass(frozen=True)
class StateWords:
    """Tells values and parts of a record's states in the reader's words."""

    around: Surroundings
    names: Mapping[Id, str]

    def value(self, kind: type[Record], each: Attribute, value: Any) -> str:
        """A whole field; '' where nothing is recorded."""
        field = FIELDS.get(each.name) if kind is Person else None
        return in_words(field, value, self.around) if field and value else self._plainly(each, value)

    def part(self, kind: type[Record], each: Attribute, part: Part) -> str:
        """One part of a list, in one line."""
        field = FIELDS.get(each.name) if kind is Person else None
        return in_words(field, (part,), self.around) if field else self._part(part)

    def _plainly(self, each: Attribute, value: Any) -> str:
        if each.sort == "yes_no":
            return "" if value is None else formats.yes_no(value)
        if not value:
            return ""
        if each.sort == "moment":
            return formats.when_full(value)
        if each.sort == "id":
            return ENTRIES.get(each.name) or self.names.get(value) or OTHERWISE.get(each.name, SOMEBODY)
        if each.sort == "part":
            return self._part(value)
        if each.sort == "parts":
            return "\n".join(self._part(part) for part in value)
        return capitalised(self.around.practice.label(each.vocabulary, value)) if each.vocabulary else str(value)

    def _part(self, part: Part) -> str:
        if isinstance(part, Withdrawal):
            return formats.joined(f"Withdrawn by {part.by}", formats.when_full(part.at), part.why)
        return formats.joined(*(self._plainly(each, getattr(part, each.name)) for each in attributes(type(part))))


def words_for(desk: ScreenDesk, states: Iterable[Record]) -> StateWords:
    """The words for these states, with the names of everybody and everything in them, and what their records are."""
    numbers = {each for state in states for each in _numbers(state)}
    names = overview.names_of(desk.at, numbers)
    around = Surroundings(desk.practice, desk.now)
    return StateWords(around, {**said_in.records(desk.at, numbers - set(names)), **names})


def _numbers(said: Record | Part) -> Iterator[Id]:
    """The number of everybody and everything that a state names, in whichever field."""
    for each in attributes(type(said)):
        value = getattr(said, each.name)
        if each.sort == "id" and value and not (each.stamp or each.name in ENTRIES):
            yield value
        elif each.sort == "parts":
            for part in value:
                yield from _numbers(part)
