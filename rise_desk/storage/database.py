"""The vault: one encrypted database file, opened by a recipe that turns every bad file into a plain sentence.

The only module that knows the engine. The key is 32 random bytes; a password never opens the file itself (see `keys`).
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from rise_desk.errors import Damaged, SetUp, Unavailable, WrongKey
from rise_desk.storage.faults import faults
from rise_desk.storage.files import PRIVATE, sync_file, sync_folder

if TYPE_CHECKING:
    from peewee import SqliteDatabase as SqlCipherDatabase
else:
    from playhouse.sqlcipher_ext import SqlCipherDatabase

OLDEST_ENGINE = (3, 51, 3)  # before it, two connections could corrupt a WAL file (fixed in SQLite 3.51.3)
PAGE = 4096
BUSY_MS = 10_000
PRAGMAS = (
    ("cipher_log_level", "NONE"),  # else the engine writes to stderr on every wrong key
    ("journal_mode", "WAL"),
    ("synchronous", "FULL"),
    ("foreign_keys", 1),
    ("recursive_triggers", 1),  # else INSERT OR REPLACE slips past the triggers that guard the audit trail
    ("secure_delete", 1),
    ("temp_store", 2),  # memory: no temporary file ever holds a record
    ("mmap_size", 0),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("journal_size_limit", 4 << 20),
)
FOREIGN = {
    b"SQLite format 3\0": "an ordinary database that nobody encrypted",
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip, Word or Excel file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed archive",
}


class Vault(SqlCipherDatabase):
    """An encrypted database: raw key only, no connection by accident, and every transaction takes the write lock at once."""

    def __init__(self, path: Path, key: bytes, *, busy_ms: int = BUSY_MS, mode: str = "rw") -> None:
        self.path = path.absolute()
        self.identity: tuple[int, int] | None = None
        super().__init__(
            f"{self.path.as_uri()}?mode={mode}",
            pragmas=[*PRAGMAS[:1], ("busy_timeout", busy_ms), *PRAGMAS[1:]],
            lock_type="IMMEDIATE",
            timeout=busy_ms / 1000,
            autoconnect=False,
            passphrase=f"x'{key.hex()}'",
        )

    def _connect(self) -> Any:
        """The stock version drops the waiting time, and makes a plain database when the key is empty."""
        key = self.connect_params.get("passphrase", "")
        if not re.fullmatch(r"x'[0-9a-f]{64}'", key):
            raise WrongKey("The records are opened with a key of 32 bytes, and nothing else.")
        connection = dbapi2.connect(self.database, isolation_level=None, timeout=self._timeout, uri=True)
        try:
            connection.execute(f'PRAGMA key="{key}"')
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """What a query answers, as plain rows; the driver may raise while they are fetched, past peewee's wrapping."""
        with faults():
            return list(self.execute(query).fetchall())


def refuse_old_engine(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """SetUp when the engine is one that can damage records (SQLite before 3.51.3)."""
    if version < OLDEST_ENGINE:
        shown = ".".join(map(str, version))
        raise SetUp(f"The database engine on this computer ({shown}) is too old to be safe. Set RISE Desk up again.")


def open_vault(path: Path, key: bytes, *, busy_ms: int = BUSY_MS, key_proved: bool = False) -> Vault:
    """The vault at this path, open. Nothing is created, and a file that can't be opened is left as it was.

    With `key_proved` (the key passed the key file's check) a key that does not fit means a damaged first page.
    """
    refuse_old_engine()
    head = _look(path)
    vault = Vault(path, key, busy_ms=busy_ms)
    try:
        _connect(vault)
    except WrongKey as error:
        raise _why_not(head, key_proved) from error
    return vault


def create_vault(path: Path, key: bytes, *, busy_ms: int = BUSY_MS) -> Vault:
    """A new, empty, encrypted vault, open; only where nothing lies yet. Readable by this account alone."""
    refuse_old_engine()
    with faults():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
        except FileExistsError:
            raise Unavailable("There are records in this folder already; nothing was changed. Choose another folder.") from None
    vault = Vault(path, key, busy_ms=busy_ms)
    try:
        _connect(vault)
        with faults():
            sync_folder(path.parent)
    except BaseException:
        close_vault(vault)
        _remove(path)
        raise
    return vault


def _look(path: Path) -> bytes:
    """The first bytes of a file that could be a vault; each thing it can't be has its sentence."""
    with faults():
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            raise Unavailable(f"There are no records in this folder: {path.name} is missing. Choose the right folder or restore a backup.") from None
        if not path.is_file():
            raise Unavailable(f"The records can't be opened: {path.name} is not a file.")
        with path.open("rb") as file:
            head = file.read(16)
    if size == 0:
        raise Damaged("The file of records is empty. Restore the latest backup.")
    if head.startswith(b"SQLite format 3\0"):
        raise _why_not(head, False)
    if size % PAGE and not _has_log(path):
        raise _cut_short(head)
    return head


def _has_log(path: Path) -> bool:
    """Whether saved pages still lie in the log: then a half-written last page is mended from there."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _foreign(head: bytes) -> str:
    return next((name for start, name in FOREIGN.items() if head.startswith(start)), "")


def _cut_short(head: bytes) -> Damaged:
    if _foreign(head):
        return Damaged(f"The file of records is {_foreign(head)}, not RISE Desk's records. Restore the latest backup.")
    return Damaged("The file of records has been cut short. Restore the latest backup.")


def _why_not(head: bytes, key_proved: bool) -> Damaged | WrongKey:
    if _foreign(head):
        return _cut_short(head)
    if key_proved:
        return Damaged("The first page of the records is damaged. Restore the latest backup.")
    return WrongKey("The records can't be opened: the key is wrong, or the first page of the file is damaged.")


def _connect(vault: Vault) -> None:
    with faults():
        try:
            vault.connect()
            vault.execute_sql("SELECT count(*) FROM sqlite_schema").fetchall()
            vault.identity = _identity(vault.path)
        except BaseException:
            vault.close()
            raise


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def still_same_file(vault: Vault) -> None:
    """Unavailable when the file was replaced, emptied or deleted since it was opened: saves would go nowhere."""
    try:
        same = _identity(vault.path) == vault.identity and vault.path.stat().st_size >= PAGE
    except OSError:
        same = False
    if not same:
        raise Unavailable("The file of records was moved, replaced or deleted while it was open. Nothing was saved; close RISE Desk and tell IT.")


def _pragma(vault: Vault, words: str) -> list[tuple[Any, ...]]:
    """The rows of one pragma; the driver may raise while they are fetched, past peewee's own wrapping."""
    with faults():
        return list(vault.execute_sql(f"PRAGMA {words}").fetchall())


def data_version(vault: Vault) -> int:
    """A number that changes whenever another program has saved something."""
    return int(_pragma(vault, "data_version")[0][0])


def checkpoint(vault: Vault) -> bool:
    """Bring the log into the file and empty it; False when a reader held it back (nothing is lost by that)."""
    return not _pragma(vault, "wal_checkpoint(TRUNCATE)")[0][0]


def close_vault(vault: Vault) -> None:
    """Close this thread's connection and forget the key, so that no stray question opens the vault again."""
    vault.close()
    vault.init(None)
    vault.connect_params = {}


def integrity(vault: Vault) -> list[str]:
    """What is wrong with the file, page by page and row by row, in plain words; empty when it is sound.

    The page check gives false alarms on pages that hold nothing any more. So the log comes in first, and when every
    row can be read the file is written afresh before a page is called bad.
    """
    try:
        checkpoint(vault)
        _pragma(vault, "shrink_memory")
        problems = [str(row[0]) for row in _pragma(vault, "integrity_check") if row[0] != "ok"]
        bad_pages = _bad_pages(vault, mend=not problems)
        loose = [f"{child}, row {row}: points at a {parent} that is not there" for child, row, parent, _key in _pragma(vault, "foreign_key_check")]
    except (Damaged, WrongKey) as error:
        return [str(error), *_bad_pages(vault, mend=False)]
    return problems + bad_pages + loose


def _bad_pages(vault: Vault, *, mend: bool) -> list[str]:
    alarms = [str(row[0]) for row in _pragma(vault, "cipher_integrity_check")]
    if alarms and mend:
        with faults():
            vault.execute_sql("VACUUM")
        checkpoint(vault)
        return _bad_pages(vault, mend=False)
    return alarms


def verified_copy(vault: Vault, target: Path, key: bytes) -> None:
    """A copy of the records as they stand, encrypted alike; it gets its name only once it is proved sound."""
    with faults("the copy of the records"):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part").absolute()
    _remove(part)
    try:
        with faults("the copy of the records"):
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
            vault.execute_sql("VACUUM INTO ?", (part.as_uri(),))
        _prove(part, key)
        with faults("the copy of the records"):
            sync_file(part)
            os.replace(part, target)
            sync_folder(target.parent)
    finally:
        _remove(part)


def _prove(copy: Path, key: bytes) -> None:
    with _opened(copy, key) as vault:
        problems = integrity(vault)
    if problems:
        raise Damaged("The copy of the records did not pass its check, so it was thrown away. Check the records before going on.")


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Vault]:
    vault = open_vault(path, key)
    try:
        yield vault
    finally:
        close_vault(vault)


def _remove(path: Path) -> None:
    for name in (path.name, path.name + "-wal", path.name + "-shm", path.name + "-journal"):
        with suppress(OSError):
            path.with_name(name).unlink()
