"""The key file beside the vault: one slot for each person, one for the recovery key; no names, no records.

A frozen value with pure changes; writing it keeps the two versions before, and a power cut leaves one whole
file.
"""

import base64
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rise_desk.errors import Damaged, TooNew, Unavailable
from rise_desk.storage.faults import faults
from rise_desk.storage.files import one_at_a_time, write_whole
from rise_desk.storage.keys import RFC_MINIMUM, Strength, read_strength

FORMAT = 1
MOST_BYTES = 4 << 20
DAMAGED = (
    "The key file is damaged, so nobody can sign in. Restore the latest backup; "
    "the two versions before it are kept beside it, ending in .1 and .2."
)


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One person's way in: their private key locked under the password, and the data key sealed to them."""

    id: str
    locked: Mapping[str, Any] = field(repr=False)
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class KeyFile:
    """All ways into one vault. `generation` rises with every new data key; `check` proves a key right."""

    vault_id: str
    generation: int
    check: str
    slots: tuple[Slot, ...] = ()
    recovery: Mapping[str, Any] | None = field(default=None, repr=False)

    def slot(self, slot_id: str) -> Slot | None:
        """The slot of this id; None when there is none."""
        return next((slot for slot in self.slots if slot.id == slot_id), None)


def with_slot(keys: KeyFile, slot: Slot) -> KeyFile:
    """The key file with this slot added, or in place of the one with the same id."""
    return replace(keys, slots=(*without_slot(keys, slot.id).slots, slot))


def without_slot(keys: KeyFile, slot_id: str) -> KeyFile:
    """The key file without that person's way in."""
    return replace(keys, slots=tuple(slot for slot in keys.slots if slot.id != slot_id))


def with_recovery(keys: KeyFile, recovery: Mapping[str, Any]) -> KeyFile:
    """The key file with this recovery slot (of `keys.wrap_data_key`); the one before opens nothing more."""
    return replace(keys, recovery=recovery)


def read(path: Path, *, weakest: Strength = RFC_MINIMUM) -> KeyFile:
    """The key file; Unavailable when it is not there, TooNew, or Damaged when it is not as it should be.

    A slot weaker than `weakest` counts as tampered with; only tests ask for less than the default.
    """
    with faults("the key file"):
        data = _content(path)
    try:
        if len(data) > MOST_BYTES:
            raise ValueError("too long for a key file")
        return _from_json(json.loads(data), weakest)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Damaged(DAMAGED) from None


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise Unavailable(
            f"The key file ({path.name}) is missing, so nobody can sign in. Restore the latest backup."
        ) from None


def write(path: Path, keys: KeyFile) -> None:
    """Put the key file on the disk, whole or not at all, and keep the two versions before it."""
    data = json.dumps(_to_json(keys), indent=1).encode()
    with faults("the key file"), one_at_a_time(path):
        _keep(path, data)
        write_whole(path, data)


def forget_older(path: Path) -> None:
    """Take away the versions before this one: they still hold a way in that has just been closed."""
    with faults("the key file"), one_at_a_time(path):
        for number in (1, 2):
            path.with_name(f"{path.name}.{number}").unlink(missing_ok=True)


def _keep(path: Path, data: bytes) -> None:
    """Copy what stands to .1 and what was there to .2; the file itself is in its place all the while."""
    first, second = (path.with_name(f"{path.name}.{number}") for number in (1, 2))
    with suppress(FileNotFoundError):
        standing = path.read_bytes()
        if standing == data:
            return
        with suppress(FileNotFoundError):
            write_whole(second, first.read_bytes())
        write_whole(first, standing)


def _to_json(keys: KeyFile) -> dict[str, Any]:
    slots = [
        {"id": slot.id, "locked": dict(slot.locked), "sealed": base64.b64encode(slot.sealed).decode()}
        for slot in keys.slots
    ]
    return {
        "format": FORMAT,
        "vault_id": keys.vault_id,
        "generation": keys.generation,
        "check": keys.check,
        "slots": slots,
        "recovery": None if keys.recovery is None else dict(keys.recovery),
    }


def _from_json(found: Any, weakest: Strength) -> KeyFile:
    if _count(found["format"]) > FORMAT:
        raise TooNew("A newer RISE Desk wrote this key file. Update RISE Desk on this computer.")
    recovery = found["recovery"]
    keys = KeyFile(
        vault_id=_text(found["vault_id"]),
        generation=_count(found["generation"]),
        check=_text(found["check"]),
        slots=tuple(_slot(slot, weakest) for slot in _list(found["slots"])),
        recovery=None if recovery is None else _mapping(recovery),
    )
    if len({slot.id for slot in keys.slots}) != len(keys.slots):
        raise ValueError("two slots for one person")
    return keys


def _slot(found: Any, weakest: Strength) -> Slot:
    locked = _mapping(found["locked"])
    read_strength(locked, weakest)
    return Slot(id=_text(found["id"]), locked=locked, sealed=base64.b64decode(found["sealed"], validate=True))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value or _broken(value):
        raise ValueError("not a text")
    return value


def _broken(text: str) -> bool:
    """Whether a text holds half a character, which no file can keep."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _count(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("not a count")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    return value


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("not a slot")
    return MappingProxyType(value)
