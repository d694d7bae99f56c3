"""What the forms of disruption, orders and investigations share: who, who does it, and few answers in view."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from rise_desk.domain.record import Id, Part, Record
from rise_desk.services import accounts, subjects
from ui.desk import ScreenDesk
from ui.named_parts import named
from ui.named_people import NamedPeople
from ui.records.question import ask, attribute_of
from ui.records.words import capitalised
from ui.subject_box import told
from ui.subject_fields import SubjectField
from ui.widgets.fields import Field, Kind, Surroundings
from ui.widgets.radio_row import RadioRow
from ui.widgets.suggesting_line import SuggestingLine


def people(
    screen: ScreenDesk, cls: type[Record], name: str, of: str, *, children: bool = False, hint: str = ""
) -> Field:
    """Several people, found by name; `of` is the field of each part that holds somebody's number."""
    part = attribute_of(cls, name).part or Part
    return ask(
        cls,
        name,
        Kind.OWN,
        whole=True,
        hint=hint,
        make=lambda field, _around: NamedPeople(screen, field.label, part, of, children=children),
        describe=lambda value, _around: ", ".join(named(screen, value, of).values()),
    )


def subject(screen: ScreenDesk, cls: type[Record], name: str, hint: str = "") -> Field:
    """Somebody or something on file."""
    return ask(
        cls,
        name,
        Kind.OWN,
        whole=True,
        hint=hint,
        make=lambda field, _around: SubjectField(screen, field.label),
        describe=lambda value, _around: called(screen, (value,)),
    )


def called(screen: ScreenDesk, numbers: Sequence[Id]) -> str:
    """What these are called, for telling what somebody else chose there."""
    return ", ".join(told(each) for each in subjects.named(screen.at, [each for each in numbers if each]).values())


def doer(screen: ScreenDesk, cls: type[Record], name: str) -> Field:
    """Who does it: a colleague, or anybody else by name."""
    return ask(
        cls,
        name,
        Kind.OWN,
        make=lambda _field, _around: SuggestingLine(accounts.colleagues(screen.at)),
        describe=lambda value, _around: str(value),
        hint="A colleague, or anybody else by name",
    )


def in_view(cls: type[Record], name: str, unsaid: str = "Not recorded") -> Field:
    """All the answers in view; what nobody has said yet holds until somebody does. `unsaid` '' leaves it out."""
    return ask(
        cls,
        name,
        Kind.OWN,
        whole=True,
        make=lambda field, around: _answers(field, around, unsaid),
        describe=lambda value, around: capitalised(around.practice.label(attribute_of(cls, name).vocabulary, value)),
    )


def _answers(field: Field, around: Surroundings, unsaid: str) -> QWidget:
    entries = around.practice.vocabulary(field.vocabulary).choices()
    first = [("", unsaid)] if unsaid else []
    return RadioRow([*first, *((each.key, capitalised(each.label)) for each in entries)], unanswered=False)
