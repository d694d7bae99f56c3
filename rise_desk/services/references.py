"""References: how people name a record at the command line or in a file: 26-0147, V1, case5/V1, its own number."""

from collections.abc import Mapping
from typing import Any

from rise_desk.domain import access, names
from rise_desk.domain.person import Person
from rise_desk.domain.record import Attribute, Id, Part, Record, Reference, attributes, number_in
from rise_desk.errors import Ambiguous, Invalid, NotFound
from rise_desk.services import merged, restricted
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import keys

OWN = frozenset({"id", "photo", "merged_into"})
"""Fields with a number that no reference names."""
CHOICES = 8
"""How many choices a sentence names."""


def resolve(desk: Desk, ref: str) -> Id:
    """The record that `ref` names, or its main file; one that was withdrawn where no other is meant.

    `Ambiguous` names the choices, `NotFound` says so.
    """
    text = str(ref).strip().encode("utf-8", "replace").decode()
    found = list(dict.fromkeys(merged.head_of(desk, _candidates(desk, text)).values()))
    if not found:
        raise NotFound(f"Nothing on file is called “{text[:60]}”.")
    found = _standing(desk, found) if len(found) > 1 else found
    if len(found) > 1:
        choices = sorted(choice for each in found for choice in _choices(desk, each, text))
        named = " or ".join(choices[:CHOICES]) + (f" or {len(choices) - CHOICES} more" if choices[CHOICES:] else "")
        raise Ambiguous(f"“{text[:60]}” could be {named}. Say which.")
    return found[0]


def found_in(desk: Desk, cls: type[Record], said: Mapping[str, Any]) -> dict[str, Any]:
    """Plain data of such a record with every reference to a subject or record turned into its number."""
    known = {each.name: each for each in attributes(cls)}
    return {name: _found(desk, known.get(name), name, value) for name, value in said.items()}


def _found(desk: Desk, each: Attribute | None, name: str, value: Any) -> Any:
    if each is None or not value or name in OWN:
        return value
    try:
        if each.sort == "id":
            return str(resolve(desk, str(value)))
        if each.sort == "parts" and each.part is not None and isinstance(value, list):
            return [_in_part(desk, each.part, item) for item in value]
    except (NotFound, Ambiguous) as unclear:
        raise Invalid({name: str(unclear)}) from None
    return value


def _in_part(desk: Desk, part: type[Part], said: Any) -> Any:
    """A part with its references found; one that names nothing but whom it is about may be that name alone."""
    named = [each.name for each in attributes(part) if each.sort == "id"]
    if isinstance(said, Mapping):
        found = {name: str(resolve(desk, str(said[name]))) for name in named if said.get(name)}
        return {**said, **found}
    alone = named and isinstance(said, str | int)
    return {named[0]: str(resolve(desk, str(said)))} if alone else said


def _candidates(desk: Desk, text: str) -> list[Id]:
    vault = desk.store.vault
    number = number_in(text)
    own = desk.store.find(number) if number else None
    if own is not None and access.may_read(desk.who, own.reserved_for()):
        return [own.id]
    parts = text.split("/")
    for cut in range(1, len(parts)):
        found = keys.find(vault, keys.REFERENCE, keys.reference_key("/".join(parts[:cut]), "/".join(parts[cut:])))
        if found:
            return _open(desk, found)
    for sort, value in (
        (keys.FILE, text),
        (keys.BARE_REFERENCE, names.fold(text)),
        (keys.NAME, names.fold(text)),
    ):
        found = keys.find(vault, sort, value) if value else []
        if found:
            return _open(desk, found)
    return []


def _open(desk: Desk, found: list[Id]) -> list[Id]:
    """Those whose file is open to this reader; nobody can tell from here that others are on file."""
    shut = restricted.closed(desk, found)
    return [each for each in found if each not in shut]


def _standing(desk: Desk, found: list[Id]) -> list[Id]:
    """Those that were not withdrawn, where there are any."""
    held = {each: desk.store.find(each) for each in found}
    return [each for each, record in held.items() if record is not None and not record.withdrawn] or found


def _choices(desk: Desk, record: Id, text: str) -> list[str]:
    held = desk.store.find(record)
    assert held is not None
    named = [each for each in held.references if names.fold(each.ref) == names.fold(text)]
    return [f"{each.source}/{each.ref}" for each in named] or [_own_name(held)]


def _own_name(record: Record) -> str:
    return record.file_number if isinstance(record, Person) else str(record.id)


def shown(record: Record) -> str:
    """The shortest name of a record for people: its file number, else its first reference."""
    if isinstance(record, Person):
        return record.file_number
    return next((_written(each) for each in record.references), str(record.id))


def _written(reference: Reference) -> str:
    return f"{reference.source}/{reference.ref}"
