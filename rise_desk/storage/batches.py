"""Batches: acts that saved many records in one go, with how many, and whether they were taken back since."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rise_desk.domain.act import UNDONE
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault

_SINCE = (
    "SELECT id, at, account, title, batch, (SELECT count(*) FROM saved WHERE saved.act = act.id), "
    "(SELECT count(*) FROM saved WHERE saved.act = act.id AND saved.version = 1) FROM act "
    "WHERE batch > '' AND at >= ? ORDER BY id DESC"
)
_NEXT = (
    "SELECT act.title FROM saved first JOIN saved next ON next.record = first.record "
    "AND next.version = first.version + 1 JOIN act ON act.id = next.act WHERE first.act = ? LIMIT 1"
)
ROOM_KB = 65_536
"""How much of the file may lie in memory while many records are saved: their indexes, instead of reading them again."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """One act that saved many records: its number, when, by whom, what it is called, and how many are new."""

    act: Id
    at: Moment
    account: str
    title: str
    batch: str
    records: int
    made: int


def since(vault: Vault, at: Moment) -> list[Batch]:
    """The acts of many records since this moment, the newest first."""
    names = ("act", "at", "account", "title", "batch", "records", "made")
    return [Batch(**dict(zip(names, row, strict=True))) for row in vault.sql(_SINCE, (at,))]


def is_undone(vault: Vault, act: Id) -> bool:
    """Whether what comes next in a record of this act is its undoing: all its records are undone together."""
    return any(str(row[0]).startswith(UNDONE) for row in vault.sql(_NEXT, (act,)))


@contextmanager
def room(vault: Vault) -> Iterator[None]:
    """Keep more of the file in memory for as long as many records are saved: it halves the time."""
    before = vault.sql("PRAGMA cache_size")[0][0]
    vault.sql(f"PRAGMA cache_size = -{ROOM_KB}")
    try:
        yield
    finally:
        vault.sql(f"PRAGMA cache_size = {int(before)}")
