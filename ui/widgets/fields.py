"""What a form asks: each field of a record, named one by one in its `ui/records` file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Part

if TYPE_CHECKING:
    from rise_desk.domain.language import Nudge


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LONG = "long"
    DATE = "date"
    CHOICE = "choice"
    RADIO = "radio"
    ANSWER = "answer"
    LINES = "lines"
    PARTS = "parts"
    OWN = "own"


@dataclass(frozen=True)
class Surroundings:
    """What every form needs to know: the team's practice and the clock."""

    practice: Practice
    now: Callable[[], datetime]


class Signalled(Protocol):
    """What of a Qt signal an editor's user needs."""

    def connect(self, slot: Callable[..., object], /) -> object:
        """Have something called."""


class Editor(Protocol):
    """What each editor of a field can do; `changed` is its signal."""

    @property
    def changed(self) -> Signalled:
        """Told whenever the value, or what is typed, changes."""

    def value(self) -> Any:
        """The value as a record holds it; empty stays empty."""

    def set_value(self, value: Any) -> None:
        """Show a record's value."""

    def typed(self) -> Any:
        """The state as plain data for a draft, readable or not."""

    def restore(self, typed: Any) -> None:
        """Show the state that a draft kept."""

    def unreadable(self) -> str:
        """One sentence where what is typed can't be understood; '' where it can."""

    def field_widget(self) -> QWidget:
        """The widget that takes the focus and carries the name."""


Describe = Callable[[Any, Surroundings], str]
MakeEditor = Callable[["Field", Surroundings], QWidget]


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question of a form.

    `vocabulary` names a list of the practice (CHOICE, RADIO). `time` lets a DATE have a time, `past` offers no
    future day, `age` says the age beside it. PARTS are instances of `part`, filled in by `fields` and shown by
    `describe`. OWN brings its editor through `make`. `whole` gives the field the form's whole width.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    vocabulary: str = ""
    required: bool = False
    hint: str = ""
    time: bool = False
    past: bool = False
    age: bool = False
    whole: bool = False
    rows: int = 4
    part: type[Part] | None = None
    fields: Sequence["Field"] = ()
    noun: str = ""
    describe: Describe | None = None
    make: MakeEditor | None = None
    nudge: "Callable[[str], Sequence[Nudge]] | None" = None

    @property
    def is_whole(self) -> bool:
        """Whether the field needs the form's whole width."""
        return self.whole or self.kind in (Kind.LONG, Kind.PARTS, Kind.LINES)


@dataclass(frozen=True)
class Section:
    """Fields that belong together, under one heading."""

    title: str
    fields: Sequence[Field]
    hint: str = ""


def lowered(label: str) -> str:
    """A label inside a sentence: 'Date of birth' becomes 'date of birth', 'NHS number' stays."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
