"""The vault: one encrypted database file, opened by a recipe that turns every bad file into a plain sentence.

The only module that knows the engine. The key is 32 random bytes; a password never opens the file (see `keys`).
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import OperationalError
from sqlcipher3 import dbapi2

from rise_desk.errors import Damaged, SetUp, Unavailable, WrongKey
from rise_desk.storage import full_text, guard, vault_file
from rise_desk.storage.faults import faults
from rise_desk.storage.files import PRIVATE, sync_file, sync_folder

if TYPE_CHECKING:
    from peewee import SqliteDatabase as SqlCipherDatabase
else:
    from playhouse.sqlcipher_ext import SqlCipherDatabase

OLDEST_ENGINE = (3, 51, 3)  # before it, two connections could corrupt a WAL file
BUSY_MS = 10_000
PRAGMAS: tuple[tuple[str, str | int], ...] = (
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
COPY = "the copy of the records"
STOPPED = "The backup was stopped; those made before it stand."
LOOK_EACH = 50_000
"""After how many of the engine's steps a long copy looks whether it should stop."""


class Vault(SqlCipherDatabase):
    """An encrypted database: raw key only, never connected by accident, write lock taken at BEGIN."""

    def __init__(self, path: Path, key: bytes, *, busy_ms: int = BUSY_MS) -> None:
        self.path = path.absolute()
        self.identity: vault_file.Identity | None = None
        # Without the first, the engine writes to stderr on every wrong key.
        pragmas = [("cipher_log_level", "NONE"), ("busy_timeout", busy_ms), *PRAGMAS]
        super().__init__(
            f"{self.path.as_uri()}?mode=rw",  # never makes a file by itself
            pragmas=pragmas,
            lock_type="IMMEDIATE",
            timeout=busy_ms / 1000,
            autoconnect=False,
            passphrase=f"x'{key.hex()}'",
        )

    def _connect(self) -> Any:
        """The stock version drops the waiting time, and makes a plain database when the key is empty."""
        peewee: Any = self
        key = self.connect_params.get("passphrase", "")
        if not re.fullmatch(r"x'[0-9a-f]{64}'", key):
            raise WrongKey("The records are opened with a key of 32 bytes, and nothing else.")
        connection = dbapi2.connect(self.database, isolation_level=None, timeout=self.timeout, uri=True)
        try:
            connection.execute(f'PRAGMA key="{key}"')
            peewee._add_conn_hooks(connection)
            guard.put(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """What a query answers; the driver may raise as rows are fetched, past peewee's wrapping."""
        peewee: Any = self
        with faults():
            return list(peewee.execute(query).fetchall())

    def do(self, query: Any) -> int:
        """Carry out a change; how many rows it touched."""
        peewee: Any = self
        with faults():
            return int(peewee.execute(query).rowcount)

    def sql(self, text: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows that a statement written as text answers; an empty list when it answers none."""
        peewee: Any = self
        with faults():
            return list(peewee.execute_sql(text, tuple(values)).fetchall())


def refuse_old_engine(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """SetUp when the engine is one that can damage records (SQLite before 3.51.3)."""
    if version < OLDEST_ENGINE:
        shown = ".".join(map(str, version))
        raise SetUp(f"The database engine on this computer ({shown}) is unsafe. Set RISE Desk up again.")


def open_vault(path: Path, key: bytes, *, busy_ms: int = BUSY_MS, key_proved: bool = False) -> Vault:
    """The vault at this path, open. Nothing is created, and a file that can't be opened is left as it was.

    With `key_proved` (the key passed the key file's check) a refused key means a damaged first page.
    """
    refuse_old_engine()
    head = vault_file.look(path)
    vault = Vault(path, key, busy_ms=busy_ms)
    try:
        _connect(vault)
    except WrongKey as error:
        raise vault_file.refused(head, key_proved) from error
    return vault


def create_vault(path: Path, key: bytes, *, busy_ms: int = BUSY_MS) -> Vault:
    """A new, empty, encrypted vault, open; only where nothing lies yet, and this account's alone."""
    refuse_old_engine()
    with faults():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
        except FileExistsError:
            raise Unavailable(
                "There are records in this folder already; nothing was changed. Choose another folder."
            ) from None
    vault = Vault(path, key, busy_ms=busy_ms)
    try:
        _connect(vault)
        with faults():
            sync_folder(path.parent)
    except BaseException:
        close_vault(vault)
        vault_file.remove(path)
        raise
    return vault


def _connect(vault: Vault) -> None:
    with faults():
        try:
            vault.connect()
            vault.sql("SELECT count(*) FROM sqlite_schema")
            vault.identity = vault_file.identity(vault.path)
        except BaseException:
            vault.close()
            raise


def still_same_file(vault: Vault) -> None:
    """Unavailable when the file was replaced or deleted since it was opened: saves would go nowhere."""
    if not vault_file.is_still(vault.path, vault.identity):
        raise Unavailable(
            "The file of records was moved, replaced or deleted while it was open. "
            "Nothing was saved; close RISE Desk and tell IT."
        )


def key_of(vault: Vault) -> bytes:
    """The data key this vault was opened with, to seal to a further person."""
    return bytes.fromhex(vault.connect_params["passphrase"][2:-1])


def cipher(vault: Vault) -> str:
    """The cipher that the open file is under, with its version; '' when it is under none."""
    rows = vault.sql("PRAGMA cipher_version")
    with faults(), vault.path.open("rb") as file:
        plain = file.read(16).startswith(b"SQLite format 3")
    return "" if plain or not rows else str(rows[0][0])


def data_version(vault: Vault) -> int:
    """A number that changes whenever another program has saved something."""
    return int(vault.sql("PRAGMA data_version")[0][0])


def checkpoint(vault: Vault) -> bool:
    """Bring the log into the file and empty it; False when a reader held it back (nothing is lost by it)."""
    return not vault.sql("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]


def hold_alone(vault: Vault) -> None:
    """`Busy` while any other program has the file open; afterwards everything lies in the one file."""
    vault.sql("PRAGMA journal_mode = DELETE")


def close_vault(vault: Vault) -> None:
    """Close this thread's connection and forget the key, so that no stray question opens the vault again."""
    if vault.database is not None:
        vault.close()
    vault.init(None)
    vault.connect_params = {}


def integrity(vault: Vault) -> list[str]:
    """What is wrong with the file, page by page and row by row, in plain words; empty when it is sound.

    The page check gives false alarms on pages that hold nothing any more. So the log comes in first, and when
    every row can be read the file is written afresh before a page is called bad.
    """
    try:
        checkpoint(vault)
        vault.sql("PRAGMA shrink_memory")  # else pages kept in memory hide damage on the disk
        full_text.look_again(vault)
        problems = [str(row[0]) for row in vault.sql("PRAGMA integrity_check") if row[0] != "ok"]
        return problems + _bad_pages(vault, mend=not problems) + _loose_ends(vault)
    except (Damaged, WrongKey) as error:
        return [str(error), *_bad_pages(vault, mend=False)]


def _bad_pages(vault: Vault, *, mend: bool) -> list[str]:
    alarms = [str(row[0]) for row in vault.sql("PRAGMA cipher_integrity_check")]
    if alarms and mend:
        with guard.lifted(vault):
            vault.sql("VACUUM")
        return _bad_pages(vault, mend=False) if checkpoint(vault) else []  # while others read, it proves nothing
    return alarms


def _loose_ends(vault: Vault) -> list[str]:
    found = vault.sql("PRAGMA foreign_key_check")
    return [f"{table}, row {row}: points at a {parent} that is not there" for table, row, parent, _key in found]


def never() -> bool:
    """Nothing stops it."""
    return False


def verified_copy(
    vault: Vault,
    target: Path,
    key: bytes,
    demand: Callable[[Vault], object] = lambda _copy: None,
    stopped: Callable[[], bool] = never,
) -> None:
    """A copy of the records as they stand, encrypted alike; it gets its name only once it is proved sound.

    `demand` is handed the opened copy, and raises what it misses there. `Unavailable` soon after `stopped` is true.
    """
    part = target.with_name(target.name + ".part").absolute()
    vault_file.remove(part)
    try:
        with faults(COPY):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
            with _stoppable(vault, stopped):
                _write_copy(vault, part)
        _prove(part, key, demand, stopped)
        with faults(COPY):
            sync_file(part)
            part.replace(target)
            sync_folder(target.parent)
    finally:
        vault_file.remove(part)


def _write_copy(vault: Vault, part: Path) -> None:
    """Not by `Vault.sql`: a full disk is the copy's fault, not the records'."""
    peewee: Any = vault
    with guard.lifted(vault):
        peewee.execute_sql("VACUUM INTO ?", (part.as_uri(),))


@contextmanager
def _stoppable(vault: Vault, stopped: Callable[[], bool]) -> Iterator[None]:
    """Let another thread end what this one does in the vault."""
    peewee: Any = vault
    connection = peewee.connection()
    connection.set_progress_handler(stopped, LOOK_EACH)
    try:
        yield
    except (OperationalError, dbapi2.OperationalError) as error:
        if stopped():
            raise Unavailable(STOPPED) from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _prove(copy: Path, key: bytes, demand: Callable[[Vault], object], stopped: Callable[[], bool]) -> None:
    with _opened(copy, key) as vault, _stoppable(vault, stopped):
        problems = integrity(vault)
        if not problems:
            demand(vault)
    if problems:
        raise Damaged("The copy of the records failed its check and was thrown away. Check the records first.")


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Vault]:
    vault = open_vault(path, key)
    try:
        yield vault
    finally:
        close_vault(vault)
