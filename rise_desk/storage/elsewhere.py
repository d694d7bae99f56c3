"""Elsewhere: where else the same phone, plate, name online, name or address stands, and whom those records concern."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.storage import linked
from rise_desk.storage.database import Vault
from rise_desk.storage.linked import Files

_FOUND = "SELECT record FROM keys WHERE sort = ? AND value = ? ORDER BY record DESC LIMIT ?"
_LINES = (
    "SELECT record, kind, at, reserved, subject FROM involvement WHERE record IN ({0}) AND NOT withdrawn "
    "ORDER BY record, role, subject"
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One record that concerns somebody: its kind and moment, for whom it is reserved, and whom it concerns."""

    record: Id
    kind: str
    at: Moment
    reserved: str
    subjects: tuple[Id, ...]


def found(vault: Vault, wanted: Sequence[tuple[str, str]], limit: int) -> list[Id]:
    """The records with one of these keys (sort and value), the newest of each first, at most so many of each."""
    rows = [row for sort, value in wanted for row in vault.sql(_FOUND, (sort, value, limit))]
    return list(dict.fromkeys(Id(row[0]) for row in rows))


def lines_of(vault: Vault, records: Iterable[Id], known: Files) -> list[Entry]:
    """Those of these records that concern somebody and stand; whom they concern as main files."""
    told: dict[Id, Entry] = {}
    for record, kind, at, reserved, subject in linked.asked(vault, _LINES, records):
        before = told[record].subjects if record in told else ()
        subjects = tuple(dict.fromkeys((*before, known.head(subject))))
        told[record] = Entry(record=record, kind=kind, at=at, reserved=reserved, subjects=subjects)
    return list(told.values())
