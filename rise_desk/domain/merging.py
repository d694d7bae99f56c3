"""Merging: how one human being reads whose life was written into several files; each file stays as it was filed.

The main file comes first: its facts stand, its blanks are filled and its lists are joined from the others. What two
files say differently is told beside it, so that nothing of either is missing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from rise_desk.domain import identifiers, life, names
from rise_desk.domain.action import Action
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.record import Attribute, Id, Part, Record, attributes
from rise_desk.domain.sign_off import SignOff

RecordType = TypeVar("RecordType", bound=Record)
FROM_FILE = "name in file"
NAMES = ("given_name", "family_name", "known_as")
PICTURE = ("photo", "photo_on")
OWN = frozenset({"withdrawn", "merged_into", "corrects", "restricted", "case_spells", "aliases", *NAMES, *PICTURE})
"""The fields that have a way of their own to be joined, or belong to one file alone."""

SILENT = frozenset({"withdrawn", "merged_into", "corrects", "restricted"})
"""The fields that belong to one file alone, or of which the stricter holds for both."""

ONE_EACH = frozenset({"nhs", "upn"})
"""The systems in which everybody has one number."""


ABOUT_ONE = (Assessment, SignOff, Checklist, MissingEpisode, ReturnInterview, Action)
"""The kinds of record that are about one person, by a field of its own."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact on which a joined file says something else than the main file, and is not taken over."""

    field: str
    label: str
    main: Any
    other: Any
    file_number: str


@dataclass(frozen=True, kw_only=True)
class Whole:
    """Everything on file of one human being: the main file, and the files that were merged into it."""

    main: Person
    others: tuple[Person, ...] = ()

    @property
    def ids(self) -> tuple[Id, ...]:
        """The numbers of all its files, the main one first."""
        return (self.main.id, *(each.id for each in self.others))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The file numbers under which the joined files were filed."""
        return tuple(each.file_number for each in self.others)

    @cached_property
    def person(self) -> Person:
        """How they read together; the main file itself where nothing was merged into it."""
        return joined(self.main, self.others)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What the joined files say differently."""
        found: list[Difference] = []
        read = self.main
        for each in self.others:
            found += differences(read, each)
            read = joined(read, [each])
        return tuple(found)

    def differences_of(self, file: Person) -> tuple[Difference, ...]:
        """What one of the joined files says differently from all that was read before it."""
        return tuple(each for each in self.differences if each.file_number == file.file_number)


def joined(main: Person, others: Iterable[Person]) -> Person:
    """How one human being's files read as one; it bears the main file's number, and is never saved."""
    for other in others:
        main = _with(main, other)
    return main


def differences(main: Person, other: Person) -> tuple[Difference, ...]:
    """What two files of one human being say differently, where the main file's word stands."""
    read = _with(main, other)
    left = ((each, _left(each, read, main, other)) for each in attributes(Person) if each.name not in SILENT)
    return tuple(
        Difference(
            field=each.name,
            label=each.label,
            main=getattr(main, each.name),
            other=value,
            file_number=other.file_number,
        )
        for each, value in left
        if value
    )


def told(record: RecordType, heads: Mapping[Id, Id]) -> RecordType:
    """A record as it reads now that files are joined: it names the main file, and everybody once. It is never saved."""
    if isinstance(record, ABOUT_ONE):
        return cast(RecordType, record.changed(subject=heads.get(record.subject, record.subject)))
    if isinstance(record, Person) or not heads:
        return record
    if not isinstance(record, ContactNote):
        return _named_anew(record, heads)
    if not any(each.subject in heads for each in record.concerns):
        return record
    concerns: dict[Id, Concern] = {}
    for each in record.concerns:
        subject = heads.get(each.subject, each.subject)
        known = concerns.get(subject, replace(each, subject=subject))
        concerns[subject] = known if known.seen else replace(known, seen=each.seen)
    speaker = heads.get(record.own_words_of, record.own_words_of)
    return record.changed(concerns=tuple(concerns.values()), own_words_of=speaker)


def _named_anew(record: RecordType, heads: Mapping[Id, Id]) -> RecordType:
    """A record of any kind whose fields and parts name main files."""
    values = {
        each.name: _anew(getattr(record, each.name), each, heads)
        for each in attributes(type(record))
        if each.sort in ("id", "parts") and not each.stamp
    }
    changed = {name: value for name, value in values.items() if value != getattr(record, name)}
    return record.changed(**changed) if changed else record


def _anew(value: Any, each: Attribute, heads: Mapping[Id, Id]) -> Any:
    if each.sort == "id":
        return heads.get(value, value)
    named = [own.name for own in attributes(each.part) if own.sort == "id"] if each.part else []
    return tuple(
        replace(part, **{name: heads.get(getattr(part, name), getattr(part, name)) for name in named}) for part in value
    )


def _with(main: Person, other: Person) -> Person:
    """The main file with one further file joined to it."""
    values = {each.name: _joined(each, main, other) for each in attributes(Person) if _is_plain(each)}
    latest = max(main, other, key=lambda each: each.recorded_at)
    picture = main if main.photo or main.photo_on else other
    named = {**values, **_names(main, other), **{name: getattr(picture, name) for name in PICTURE}}
    made = main.changed(
        **named,
        case_spells=_case_spells(main, other),
        restricted=True if main.restricted or other.restricted else _first(main.restricted, other.restricted),
        recorded_at=latest.recorded_at,
        recorded_by=latest.recorded_by,
    )
    return made.changed(aliases=_aliases(made, main, other))


def _is_plain(each: Attribute) -> bool:
    return not each.stamp and each.name not in OWN


def _joined(each: Attribute, main: Person, other: Person) -> Any:
    mine, theirs = getattr(main, each.name), getattr(other, each.name)
    if each.sort == "parts":
        first, second = (theirs, mine) if _in_time(each) else (mine, theirs)
        return _united(first, second)
    if each.long and mine and theirs not in mine:
        return f"{mine}\n\nFrom file {other.file_number}:\n{theirs}"
    return mine or theirs


def _in_time(each: Attribute) -> bool:
    """Whether what was recorded last is what holds, so that the main file's spells come last."""
    return each.part is not None and issubclass(each.part, life.Spell)


def _united(first: tuple[Part, ...], second: tuple[Part, ...]) -> tuple[Part, ...]:
    return (*first, *(each for each in second if each not in first))


def _first(mine: bool | None, theirs: bool | None) -> bool | None:
    return theirs if mine is None else mine


def _names(main: Person, other: Person) -> dict[str, str]:
    """The main file's name; a name of which only half is known is filled where the half that both know agrees."""
    given, family = (_agree(main, other, name) for name in NAMES[:2])
    unnamed = not (main.given_name or main.family_name)
    filling = other if unnamed or given or family else main
    return {
        "given_name": main.given_name or filling.given_name,
        "family_name": main.family_name or filling.family_name,
        "known_as": main.known_as or other.known_as,
    }


def _agree(main: Person, other: Person, name: str) -> bool:
    mine = names.fold(getattr(main, name))
    return bool(mine) and mine == names.fold(getattr(other, name))


def _aliases(made: Person, main: Person, other: Person) -> tuple[life.Alias, ...]:
    """Every other name of both; the name of the joined file is one, unless that is what the main file says too."""
    known = (*main.aliases, *(each for each in other.aliases if each not in main.aliases))
    called = {names.fold(_written(made)), names.fold(made.known_as), *(names.fold(each.name) for each in known)}
    basis = f"{FROM_FILE} {other.file_number}"
    for name in (_written(other), other.known_as):
        if name and names.fold(name) not in called:
            called.add(names.fold(name))
            known = (*known, life.Alias(name=name, basis=basis))
    return known


def _written(person: Person) -> str:
    return " ".join(part for part in (person.given_name, person.family_name) if part)


def _case_spells(main: Person, other: Person) -> tuple[life.CaseSpell, ...]:
    """Both files' history of the case, as far as the main file's state still comes out as the last."""
    if not main.case_spells:
        return other.case_spells
    fitting: tuple[life.CaseSpell, ...] = ()
    for each in other.case_spells:
        tried = (*fitting, each, *main.case_spells)
        if each not in main.case_spells and main.changed(case_spells=tried).case_state() == main.case_state():
            fitting = (*fitting, each)
    return (*fitting, *main.case_spells)


def _left(each: Attribute, read: Person, main: Person, other: Person) -> Any:
    """What the other file says of a field and the joined one doesn't; nothing where each part found its place."""
    theirs = getattr(other, each.name)
    if each.name == "identifiers":
        return tuple(number for number in theirs if any(_another(number, held) for held in main.identifiers))
    if each.sort == "parts":
        return tuple(part for part in theirs if part not in getattr(read, each.name))
    return theirs if not (each.long or each.stamp) and theirs != getattr(read, each.name) else ""


def _another(number: life.Identifier, held: life.Identifier) -> bool:
    """Whether these are two numbers of a sort of which everybody has one."""
    normal = (identifiers.normal(each.system, each.value) for each in (number, held))
    return number.system == held.system in ONE_EACH and len(set(normal)) == 2
