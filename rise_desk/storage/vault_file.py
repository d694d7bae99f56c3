"""What lies at the vault's place: looked at before the engine is let near it, and never changed by looking.

The engine would take a missing or empty file for a new store, and can't tell a foreign file from a wrong key.
"""

import os
from contextlib import suppress
from pathlib import Path

from rise_desk.errors import Damaged, Unavailable, WrongKey
from rise_desk.storage.faults import faults

PAGE = 4096
FOREIGN = {
    b"SQLite format 3\0": "an ordinary database that nobody encrypted",
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip, Word or Excel file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed archive",
}
Identity = tuple[int, int]


def look(path: Path) -> bytes:
    """The first bytes of a file that could be a vault; each thing it can't be has its own sentence."""
    with faults():
        size, head = _size_and_head(path)
        cut = size % PAGE and not _has_log(path)
    if size == 0:
        raise Damaged("The file of records is empty. Restore the latest backup.")
    if head.startswith(b"SQLite format 3\0"):
        raise _not_ours(head)
    if cut:
        raise (
            _not_ours(head)
            if foreign(head)
            else Damaged("The file of records has been cut short. Restore the latest backup.")
        )
    return head


def could_be(path: Path) -> bool:
    """Whether a file could be a vault by its size and first bytes: whole pages, of no other kind that is known."""
    size, head = _size_and_first(path)
    return bool(size) and size % PAGE == 0 and not foreign(head)


def refused(head: bytes, key_proved: bool) -> Damaged | WrongKey:
    """Why a key was refused, as far as it can be told: a foreign file, a damaged page, or a wrong key."""
    if foreign(head):
        return _not_ours(head)
    if key_proved:
        return Damaged("The first page of the records is damaged. Restore the latest backup.")
    return WrongKey("The records can't be opened: the key is wrong, or the first page of the file is damaged.")


def foreign(head: bytes) -> str:
    """The kind of file that begins with these bytes; '' when it is none that is known, as a vault is."""
    return next((name for start, name in FOREIGN.items() if head.startswith(start)), "")


def identity(path: Path) -> Identity:
    """Which file this is, whatever its name: its device and its number there."""
    found = path.stat()
    return found.st_dev, found.st_ino


def is_still(path: Path, opened: Identity | None) -> bool:
    """Whether the file that was opened still lies at its place and holds at least one page."""
    try:
        return identity(path) == opened and path.stat().st_size >= PAGE
    except OSError:
        return False


def remove(path: Path) -> None:
    """Take away a file that was never finished, with what the engine put beside it; it need not be there."""
    for name in (path.name, path.name + "-wal", path.name + "-shm", path.name + "-journal"):
        with suppress(OSError):
            path.with_name(name).unlink()


def _size_and_head(path: Path) -> tuple[int, bytes]:
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise Unavailable(
            f"There are no records in this folder: {path.name} is missing. Choose the right folder or restore a backup."
        ) from None
    if not path.is_file():
        raise Unavailable(f"The records can't be opened: {path.name} is not a file.")
    _size, head = _size_and_first(path)
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise Unavailable("The records can't be changed: the file is read-only. Ask IT for the right to write to it.")
    return size, head


def _size_and_first(path: Path) -> tuple[int, bytes]:
    with path.open("rb") as file:
        return path.stat().st_size, file.read(16)


def _has_log(path: Path) -> bool:
    """Whether saved pages still lie in the log: then a half-written last page is mended from there."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _not_ours(head: bytes) -> Damaged:
    return Damaged(f"The file of records is {foreign(head)}, not RISE Desk's records. Restore the latest backup.")
