"""References: how people name a record at the command line or in a file: 26-0147, V1, case5/V1, its own number."""

from collections.abc import Mapping
from typing import Any

from rise_desk.domain import access, names
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record, Reference, number_in
from rise_desk.errors import Ambiguous, Invalid, NotFound
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import keys


def resolve(desk: Desk, ref: str) -> Id:
    """The record that `ref` names, or its main file; `Ambiguous` names the choices, `NotFound` says so."""
    text = str(ref).strip().encode("utf-8", "replace").decode()
    found = list(dict.fromkeys(merged.head_of(desk, _candidates(desk, text)).values()))
    if not found:
        raise NotFound(f"Nothing on file is called “{text[:60]}”.")
    if len(found) > 1:
        choices = sorted(choice for each in found for choice in _choices(desk, each, text))
        raise Ambiguous(f"“{text}” could be {' or '.join(choices)}. Say which.")
    return found[0]


def found_in(desk: Desk, said: Mapping[str, Any]) -> dict[str, Any]:
    """Plain data with every reference to a person turned into that person's number."""
    return {name: _found(desk, name, value) for name, value in said.items()}


def _found(desk: Desk, name: str, value: Any) -> Any:
    try:
        if name == "concerns" and isinstance(value, list):
            return [_concern(desk, each) for each in value]
        if name in ("own_words_of", "corrects", "subject", "assessment", "about") and value:
            return str(resolve(desk, str(value)))
        if name == "episodes" and isinstance(value, list):
            return [_episode(desk, each) for each in value]
        if name in ("carers", "household", "mentions", "found_with") and isinstance(value, list):
            return [_with_file(desk, each) for each in value]
    except (NotFound, Ambiguous) as unclear:
        raise Invalid({name: str(unclear)}) from None
    return value


def _with_file(desk: Desk, said: Any) -> Any:
    if not isinstance(said, Mapping) or not said.get("person"):
        return said
    return {**said, "person": str(resolve(desk, str(said["person"])))}


def _episode(desk: Desk, said: Any) -> Any:
    if not isinstance(said, Mapping) or not said.get("episode"):
        return said
    return {**said, "episode": str(resolve(desk, str(said["episode"])))}


def _concern(desk: Desk, said: Any) -> Any:
    if isinstance(said, Mapping):
        known = dict(said)
        if known.get("subject"):
            known["subject"] = str(resolve(desk, str(known["subject"])))
        return known
    return {"subject": str(resolve(desk, str(said)))}


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
            return found
    for sort, value in (
        (keys.FILE, text),
        (keys.BARE_REFERENCE, names.fold(text)),
        (keys.NAME, names.fold(text)),
    ):
        found = keys.find(vault, sort, value) if value else []
        if found:
            return found
    return []


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
