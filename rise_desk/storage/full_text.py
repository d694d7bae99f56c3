"""The full text of an open vault: what the engine remembers of it, and the file itself, may differ for a moment."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rise_desk.storage.database import Vault

_EVERY = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE %'"


def look_again(vault: "Vault") -> None:
    """Let the engine see what other programs wrote of the full text since it was last asked.

    A question does so by itself; the check of the file does not, and calls good pages corrupt.
    """
    for (name,) in vault.sql(_EVERY):
        vault.sql(f'SELECT rowid FROM "{name}" LIMIT 1')
