"""How long a connection waits for another program that writes: its own while, not at all, or longer than usual."""

from collections.abc import Iterator
from contextlib import contextmanager

from rise_desk.storage.database import Vault

NOT_AT_ALL = 0


@contextmanager
def waiting(vault: Vault, milliseconds: int) -> Iterator[None]:
    """Have this thread's connection wait so long for a lock, and afterwards as long as it always does."""
    vault.sql(f"PRAGMA busy_timeout = {milliseconds:d}")
    try:
        yield
    finally:
        vault.sql(f"PRAGMA busy_timeout = {int(vault.timeout * 1000):d}")
