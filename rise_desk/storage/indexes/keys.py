"""Keys: everything a subject or record can be recognised by, normalised: references, identifiers, phones, names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import peewee as pw

from rise_desk.domain import identifiers, moments, names, recognising
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.storage.database import Vault
from rise_desk.storage.faults import faults
from rise_desk.storage.indexes import found_by
from rise_desk.storage.tables import Row, adding

REFERENCE = "reference"
BARE_REFERENCE = "bare reference"
FILE = "file"
NAME = "name"
BIRTH = "name and birth"
SOUND = "sound"
BORN = "born"
PHONE = "phone"
ADDRESS = "address"
POSTCODE = "postcode"
PLATE = "plate"
HANDLE = "handle"
SAID = "said "
"""Stands before the sort of something that is only named in a record: 'said phone', 'said plate'."""

_NORMAL: Mapping[str, Callable[[str], str]] = {
    NAME: names.fold,
    ADDRESS: names.fold,
    POSTCODE: identifiers.postcode,
    PLATE: identifiers.plate,
    PHONE: identifiers.phone,
    HANDLE: identifiers.handle,
}
_OF_A_MENTION = {recognising.PERSON: NAME, recognising.PLACE: NAME, recognising.VEHICLE: PLATE}
AT_ONCE = 500
"""How many keys one query asks for."""


class KeysRow(Row):
    """One normalised key of one record."""

    sort = pw.TextField()
    value = pw.TextField()
    record = pw.BigIntegerField(index=True)

    class Meta:
        """Keys."""

        table_name = "keys"
        primary_key = pw.CompositeKey("sort", "value", "record")


ROWS = (KeysRow,)
_ADD = adding(KeysRow, ("sort", "value", "record"))
_PART = "SELECT DISTINCT record, {weight} AS weight FROM keys WHERE sort = ? AND value IN ({marks})"
_FIND = "SELECT record FROM keys WHERE sort = ? AND value = ? ORDER BY record"


def keys_of(record: Record) -> set[tuple[str, str]]:
    """The keys a record is found by; a restricted person has none."""
    if isinstance(record, Person) and record.restricted:
        return set()
    found = set()
    for each in record.references:
        found.add((REFERENCE, reference_key(each.source, each.ref)))
        found.add((BARE_REFERENCE, names.fold(each.ref)))
    if isinstance(record, Person):
        found |= _person_keys(record)
    elif isinstance(record, Thing):
        found |= {(sort, normal(sort, text)) for sort, text in record.marks()}
    else:
        found |= {said(each.sort, each.name) for each in _mentions(record)}
    return {(sort, value) for sort, value in found if value}


def reference_key(source: str, ref: str) -> str:
    """The key of a reference within its source."""
    return f"{names.fold(source)}/{names.fold(ref)}"


def birth_key(given: str, family: str, born: str) -> str:
    """The key of a name with a whole birth date, by which an import matches; '' where the day isn't known."""
    name = " ".join(sorted(names.fold(f"{given} {family}").split()))
    return f"{name} {born}" if name and len(born) == len("2010-03-27") else ""


def normal(sort: str, text: str) -> str:
    """The form in which a key of this sort is kept."""
    return _NORMAL[sort](text)


def said(sort: str, name: str) -> tuple[str, str]:
    """The key of something that is only named in a record, by the sort of the mention."""
    return f"{SAID}{_OF_A_MENTION.get(sort, sort)}", recognising.alike(sort, name)


def _mentions(record: Record) -> tuple[Mention, ...]:
    if isinstance(record, ReturnInterview | Assessment):
        return record.mentions
    return record.found_with if isinstance(record, MissingEpisode) else ()


def _person_keys(person: Person) -> set[tuple[str, str]]:
    called = (
        f"{person.given_name} {person.family_name}",
        person.known_as,
        *(each.name for each in person.aliases),
    )
    found = {(NAME, names.fold(name)) for name in called}
    found |= {(SOUND, sound) for name in called for sound in names.sounds(name)}
    found |= {(BIRTH, birth_key(person.given_name, person.family_name, person.date_of_birth))}
    found |= {(BORN, person.date_of_birth if moments.precision(person.date_of_birth) == "day" else "")}
    found |= {(each.system, identifiers.normal(each.system, each.value)) for each in person.identifiers}
    found |= {(PHONE, identifiers.phone(each.number)) for each in person.contact_numbers}
    found |= {(ADDRESS, names.fold(f"{each.lines} {each.postcode}")) for each in person.addresses}
    found |= {(POSTCODE, identifiers.postcode(each.postcode)) for each in person.addresses}
    return found | {(FILE, person.file_number), *found_by.keys_of(person)}


def write(vault: Vault, record: Record, before: Record | None) -> None:
    """Bring the index up to a record's new state."""
    wanted, held = keys_of(record), keys_of(before) if before is not None else set()
    for sort, value in held - wanted:
        row = KeysRow
        vault.do(row.delete().where((row.sort == sort) & (row.value == value) & (row.record == record.id)))
    _add(vault, [(sort, value, record.id) for sort, value in sorted(wanted - held)])


def _add(vault: Vault, rows: Sequence[tuple[str, str, Id]]) -> None:
    """Row by row within the engine: a statement of several rows opens a savepoint, which writes the full text out."""
    peewee: Any = vault
    with faults():
        peewee.cursor().executemany(_ADD, rows)


def differences(vault: Vault, records: Iterable[Record]) -> list[str]:
    """What the index says differently from a rebuild; empty when they are equal."""
    held = {tuple(row) for row in vault.rows(KeysRow.select(KeysRow.sort, KeysRow.value, KeysRow.record))}
    wanted = {(sort, value, each.id) for each in records for sort, value in keys_of(each)}
    return [f"keys: {len(held - wanted)} too many, {len(wanted - held)} missing"] if held != wanted else []


def weighed(vault: Vault, wanted: Sequence[tuple[str, Sequence[str], int]], least: int, limit: int) -> list[Id]:
    """The records that answer to most of these: each is a sort, values of which any will do, and what it counts for.

    Those that come to `least` altogether, the heaviest first.
    """
    parts = (_PART.format(weight=weight, marks=", ".join("?" * len(values))) for _sort, values, weight in wanted)
    text = (
        f"SELECT record FROM ({' UNION ALL '.join(parts)}) GROUP BY record HAVING sum(weight) >= ? "
        "ORDER BY sum(weight) DESC, record LIMIT ?"
    )
    given = [each for sort, values, _weight in wanted for each in (sort, *values)]
    return [Id(row[0]) for row in vault.sql(text, (*given, least, limit))] if wanted else []


def find(vault: Vault, sort: str, value: str) -> list[Id]:
    """The records with this key, oldest first."""
    return [Id(row[0]) for row in vault.sql(_FIND, (sort, value))]


def several(vault: Vault, sort: str, values: Iterable[str]) -> dict[str, list[Id]]:
    """The records with each of these keys of one sort, by key; a key that nothing has is left out."""
    wanted, found = sorted(set(values)), dict[str, list[Id]]()
    for start in range(0, len(wanted), AT_ONCE):
        here = (KeysRow.sort == sort) & KeysRow.value.in_(wanted[start : start + AT_ONCE])
        for value, record in vault.rows(KeysRow.select(KeysRow.value, KeysRow.record).where(here)):
            found.setdefault(value, []).append(Id(record))
    return found
