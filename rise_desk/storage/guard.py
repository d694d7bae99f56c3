"""The guard of an open vault: what would take its tables, triggers or key apart is refused (security 3.7).

Whoever must do such a thing (a schema step, a copy, a fresh file) lifts the guard for just as long as it takes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ALLOWED, REFUSED = 0, 1
REFUSED_ACTS = frozenset({7, 10, 11, 16, 17, 24, 26})
"""The engine's numbers for: making a trigger, dropping an index, a table, a trigger, a view; attaching; altering."""

PRAGMA = 19
REFUSED_PRAGMAS = frozenset({"writable_schema", "rekey", "recursive_triggers", "trusted_schema", "secure_delete"})


def put(connection: Any) -> None:
    """Guard a connection from now on."""
    connection.set_authorizer(_judge)


@contextmanager
def lifted(vault: Any) -> Iterator[None]:
    """Do without the guard for as long as this lasts."""
    connection = vault.connection()
    connection.set_authorizer(None)
    try:
        yield
    finally:
        connection.set_authorizer(_judge)


def _judge(act: int, name: str | None, value: str | None, _base: str | None, _trigger: str | None) -> int:
    if act in REFUSED_ACTS:
        return REFUSED
    if act == PRAGMA and name in REFUSED_PRAGMAS and value is not None:
        return REFUSED
    return ALLOWED
