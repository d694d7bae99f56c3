"""Vaults for tests: filled, read to the end, held by another program, on a disk that is nearly full."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rise_desk.storage import guard
from rise_desk.storage.database import (
    close_vault,
    create_vault,
    integrity,
    open_vault,
)

PLANTED = "Xyzzyplugh"

HOLD_THE_LOCK = """
import sys; from pathlib import Path
from rise_desk.storage.database import open_vault
vault = open_vault(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
with vault.atomic():
    vault.sql("INSERT INTO note (text) VALUES ('theirs')")
    print("ready", flush=True)
    sys.stdin.readline()
"""

SAVE_ONE = HOLD_THE_LOCK.replace("    print", "print").replace("    sys.stdin", "sys.stdin")

KILLED_WHILE_SAVING = """
import sys; from pathlib import Path
from rise_desk.storage.database import open_vault
vault = open_vault(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
for number in range(100): vault.sql("INSERT INTO note (text) VALUES (?)", ("x" * 3000,))
print("ready", flush=True)
sys.stdin.readline()
"""


def filled(path: Path, key: bytes, notes: int = 60) -> Path:
    """A closed vault of many full pages and no free ones."""
    vault = create_vault(path, key)
    vault.sql("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    with vault.atomic():
        for number in range(notes):
            vault.sql("INSERT INTO note (text) VALUES (?)", (f"{PLANTED} {number} " + "walked to school " * 60,))
    with guard.lifted(vault):
        vault.sql("VACUUM")
    close_vault(vault)
    return path


def read_all(path: Path, key: bytes, *, key_proved: bool = False) -> list[str]:
    """Open, read every note, check every page; what is wrong, or the error."""
    vault = open_vault(path, key, key_proved=key_proved)
    try:
        vault.sql("SELECT text FROM note")
        return integrity(vault)
    finally:
        close_vault(vault)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file may grow beyond this size."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
