"""Allocated: whose files somebody may be working with, seen without reading the files whole."""

from collections.abc import Collection

from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault
from rise_desk.storage.rows import to_json

AT_ONCE = 500
_NAMED = "SELECT id FROM person WHERE id IN ({}) AND instr(allocations, ?)"


def named_in(vault: Vault, subjects: Collection[Id], worker: str) -> set[Id]:
    """Those of these people whose file names this worker in an allocation, whether or not it still holds."""
    wanted, found = list(subjects), set[Id]()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        rows = vault.sql(_NAMED.format(", ".join("?" * len(part))), (*part, to_json(worker)))
        found |= {Id(row[0]) for row in rows}
    return found
