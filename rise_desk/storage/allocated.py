"""Allocated: whose files somebody is working with, seen without reading the files whole."""

import json
from collections.abc import Collection

from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, stored
from rise_desk.storage.database import Vault
from rise_desk.storage.rows import to_json

AT_ONCE = 500
_NAMED = "SELECT id, allocations FROM person WHERE id IN ({}) AND instr(allocations, ?)"


def to(vault: Vault, subjects: Collection[Id], worker: str) -> set[Id]:
    """Those of these people who are allocated to this worker now."""
    wanted, found = list(subjects), set[Id]()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        rows = vault.sql(_NAMED.format(", ".join("?" * len(part))), (*part, to_json(worker)))
        found |= {Id(number) for number, held in rows if worker in _workers(held)}
    return found


def _workers(allocations: str) -> tuple[str, ...]:
    return stored(Person, {"allocations": json.loads(allocations)}).workers()
