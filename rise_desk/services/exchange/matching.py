"""Matching: whom on file, or earlier in the same file, a row is about; and why a row that could match may not.

By the same source and reference, else the same identifier, else the same name and birth date, else the number that
the file has here and the same name; a file that was merged into another leads to that one. Dates of birth that
contradict each other never match. A row without a reference is known next time by a fingerprint of what it says.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rise_desk.domain import identifiers, moments, names
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record, Reference
from rise_desk.errors import Invalid
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.references import shown
from rise_desk.storage.indexes import keys

SYSTEMS = frozenset({"nhs", "upn", "police", "council", "missing_person"})
ONE_EACH = {"nhs": "NHS number", "upn": "pupil number"}
AT_ONCE = 500
CONTENT = "content"
NAME = "name and date of birth"
NUMBER = "file number and name"
_PRINT = re.compile(r"row [0-9a-f]{16}")

Key = tuple[str, str]
RecordType = TypeVar("RecordType", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Found:
    """The record a row is about, by what it was recognised, and where it stands."""

    record: Record
    by: str
    called: str


def on_file(desk: Desk, kind: type[RecordType], records: Iterable[Id]) -> dict[Id, RecordType]:
    """The records of one kind with these numbers."""
    wanted = sorted(set(records))
    slices = (wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE))
    return {each.id: each for part in slices for each in desk.store.several(kind, part)}


def reference_of(source: str, ref: str, said: object) -> Reference:
    """What a row is known by next time: its reference; where it has none, a fingerprint of what it says."""
    if names.fold(ref):
        return Reference(source=source, ref=ref)
    digest = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
    return Reference(source=source, ref=f"row {digest[:16]}")


def is_fingerprint(reference: Reference) -> bool:
    """Whether a reference is only a row's fingerprint, which nobody outside this program knows."""
    return _PRINT.fullmatch(reference.ref) is not None


def reference_keys(record: Record) -> set[Key]:
    """The keys of a record's references within their sources."""
    return {(keys.REFERENCE, keys.reference_key(each.source, each.ref)) for each in record.references}


def rungs(record: Record) -> Iterator[tuple[str, set[Key]]]:
    """The keys a record may be recognised by, the surest first, each with its words."""
    yield CONTENT if any(map(is_fingerprint, record.references)) else "reference", reference_keys(record)
    if isinstance(record, Person):
        yield "identifier", _identifiers(record)
        born = keys.birth_key(record.given_name, record.family_name, record.date_of_birth)
        yield NAME, {(keys.BIRTH, born)} if born else set()


def _identifiers(person: Person) -> set[Key]:
    normal = ((each.system, identifiers.normal(each.system, each.value)) for each in person.identifiers)
    return {(system, value) for system, value in normal if system in SYSTEMS and value}


class Register:
    """Everybody (or every note) the rows of one file can be about: looked up in a few queries, then kept current."""

    def __init__(self, desk: Desk, kind: type[Record], heard: Iterable[Record]) -> None:
        heard = tuple(heard)
        wanted = {key for each in heard for _, rung in rungs(each) for key in rung}
        self._held = _held(desk, wanted | {key for each in heard for key in _numbers(each)})
        heads = merged.head_of(desk, {each for found in self._held.values() for each in found})
        self._held = {key: {heads[each] for each in found} for key, found in self._held.items()}
        joined = {head for each, head in heads.items() if each != head} if kind is Person else set[Id]()
        self._joined = {head: merged.members(desk, head) for head in joined}
        numbers = (record for found in self._held.values() for record in found)
        self._records: dict[Id, Record] = dict(on_file(desk, kind, numbers))
        self._lines: dict[Id, int] = {}

    def add(self, record: Record, line: int) -> None:
        """Let later rows find this record, as it now stands, by all it can be recognised by."""
        if not record.version:
            self._lines.setdefault(record.id, line)
        self._records[record.id] = record
        for _, found in rungs(record):
            for key in found:
                self._held.setdefault(key, set()).add(record.id)

    def find(self, record: Record) -> Found | None:
        """The one record this could be; None for nobody; `Invalid` says why it may not be matched."""
        by, found = next(((by, ids) for by, wanted in rungs(record) if (ids := self._ids(wanted))), ("", set()))
        if not found:
            by, found = NUMBER, {each for each in self._ids(_numbers(record)) if self._agrees(record, each)}
        if not found:
            return None
        called = [self._called(each) for each in sorted(found)]
        if len(found) > 1:
            raise Invalid(
                {"row": f"{' and '.join(called)} have the same {by}. Say which it is, in their files or here."}
            )
        held = self._records.get(next(iter(found)))
        if held is None:
            raise Invalid({"ref": "This reference already belongs to another kind of record."})
        if held.withdrawn:
            raise Invalid({"row": f"{called[0]} has the same {by}, and was withdrawn."})
        if isinstance(held, Person) and isinstance(record, Person):
            _refuse_contradictions(record, (held, *self._joined.get(held.id, ())), by, called[0])
        return Found(record=held, by=by, called=called[0])

    def _agrees(self, record: Record, held: Id) -> bool:
        """Whether a file of that number here may be the one that is meant: another desk gives its files numbers too."""
        file = self._records.get(held)
        if not (isinstance(file, Person) and isinstance(record, Person)) or file.withdrawn:
            return False
        return names.fold(record.name) == names.fold(file.name) and not _born_apart(record, file)

    def _ids(self, wanted: set[Key]) -> set[Id]:
        return {each for key in wanted for each in self._held.get(key, ())}

    def _called(self, record: Id) -> str:
        if record in self._lines:
            return f"Line {self._lines[record]} of this file"
        held = self._records.get(record)
        return shown(held) if held else "Another kind of record"


def _held(desk: Desk, wanted: Iterable[Key]) -> dict[Key, set[Id]]:
    sorts: dict[str, list[str]] = {}
    for sort, value in wanted:
        sorts.setdefault(sort, []).append(value)
    return {
        (sort, value): set(found)
        for sort, values in sorts.items()
        for value, found in keys.several(desk.store.vault, sort, values).items()
    }


def _refuse_contradictions(record: Person, files: Sequence[Person], by: str, called: str) -> None:
    """What can't be true of a human being with several files contradicts every one of them."""
    refused: list[Invalid] = []
    for each in files:
        try:
            _refuse_contradiction(record, each, by, called)
        except Invalid as contradicted:
            refused.append(contradicted)
    if len(refused) == len(files):
        raise refused[0]


def _refuse_contradiction(record: Person, held: Person, by: str, called: str) -> None:
    """What can't be true of one human being: two birth dates, no name in common, two numbers of which all have one."""
    born, other = record.date_of_birth, held.date_of_birth
    if _born_apart(record, held):
        raise Invalid({"date_of_birth": f"{called} has the same {by}, but another date of birth."})
    named = _names(record) and _names(held)
    if named and by != CONTENT and not (_names(record) & _names(held) or born == other != ""):
        raise Invalid({"row": f"{called} has the same {by}, but another name, and no date of birth to tell by."})
    for system, number in ONE_EACH.items():
        ours, theirs = ({value for own, value in _identifiers(each) if own == system} for each in (record, held))
        if by == NAME and ours and theirs and not ours & theirs:
            raise Invalid({"identifiers": f"{called} has the same {by}, but another {number}."})


def _born_apart(one: Person, other: Person) -> bool:
    """Whether two dates of birth can't be the same."""
    born, too = one.date_of_birth, other.date_of_birth
    return moments.latest(born) < moments.earliest(too) or moments.latest(too) < moments.earliest(born)


def _numbers(record: Record) -> set[Key]:
    """The number that a row says its file has here."""
    return {(keys.FILE, record.file_number)} if isinstance(record, Person) and record.file_number else set()


def _names(person: Person) -> set[str]:
    called = (person.given_name, person.family_name, person.known_as, *(each.name for each in person.aliases))
    return set(names.fold(" ".join(called)).split())
