"""The audit: who did what and when, in a chain of hashes that can't be altered quietly (security 3.7).

A row's hash is HMAC-SHA256 over its canonical JSON and the hash before it; triggers refuse change and deletion.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import peewee as pw

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.storage.database import Vault
from rise_desk.storage.rows import to_json
from rise_desk.storage.tables import AuditRow, adding


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One deed: names of fields only, never what they hold."""

    at: Moment
    account: str
    session: Id
    pc: str
    deed: str
    kind: str = ""
    record: Id = NO_ID
    subject: Id = NO_ID
    fields: str = ""
    reason: str = ""
    recipient: str = ""


_FIELDS = tuple(Entry.__dataclass_fields__)
_COLUMNS = tuple(getattr(AuditRow, name) for name in ("seq", *_FIELDS, "prev", "hash"))
_ADD = adding(AuditRow, ("seq", *_FIELDS, "prev", "hash"))
_LAST = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"


def append(vault: Vault, key: bytes, entry: Entry) -> tuple[int, str]:
    """Add a row inside the running transaction; its number and hash, for the anchor."""
    seq, prev = last(vault)
    values = {"seq": seq + 1, **asdict(entry), "prev": prev}
    sealed = _hash(key, values)
    vault.sql(_ADD, [*values.values(), sealed])
    return seq + 1, sealed


def last(vault: Vault) -> tuple[int, str]:
    """The number and hash of the newest row; (0, '') where there is none."""
    rows = vault.sql(_LAST)
    return (int(rows[0][0]), str(rows[0][1])) if rows else (0, "")


def hash_at(vault: Vault, seq: int) -> str:
    """The hash of one row; '' where there is no such row."""
    rows = vault.rows(AuditRow.select(AuditRow.hash).where(AuditRow.seq == seq))
    return str(rows[0][0]) if rows else ""


def count(vault: Vault, deed: str, record: Id) -> int:
    """How often this was done to this record or subject."""
    row = AuditRow
    return int(vault.rows(row.select(pw.fn.COUNT(row.seq)).where((row.deed == deed) & (row.record == record)))[0][0])


def count_after(vault: Vault, seq: int, but: Sequence[str]) -> int:
    """How many rows came after this one, but for these deeds."""
    row = AuditRow
    return int(vault.rows(row.select(pw.fn.COUNT(row.seq)).where((row.seq > seq) & row.deed.not_in(list(but))))[0][0])


def problems(vault: Vault, key: bytes) -> list[str]:
    """The first row at which the chain breaks, in words; empty when every row is as it was written."""
    expected, prev = 1, ""
    for row in vault.rows(AuditRow.select(*_COLUMNS).order_by(AuditRow.seq)):
        values: dict[str, Any] = dict(zip(("seq", *_FIELDS, "prev"), row[:-1], strict=True))
        if values["seq"] != expected or values["prev"] != prev or not hmac.compare_digest(row[-1], _hash(key, values)):
            return [f"audit: row {expected} is not as it was written"]
        expected, prev = expected + 1, row[-1]
    return []


def entries(vault: Vault, *, record: Id = NO_ID, limit: int = 200) -> list[dict[str, Any]]:
    """The newest rows, or the newest that touch one record or subject."""
    query = AuditRow.select(*_COLUMNS).order_by(AuditRow.seq.desc()).limit(limit)
    if record:
        query = query.where((AuditRow.record == record) | (AuditRow.subject == record))
    return [dict(zip(("seq", *_FIELDS, "prev", "hash"), row, strict=True)) for row in vault.rows(query)]


def _hash(key: bytes, values: dict[str, Any]) -> str:
    return hmac.new(key, to_json(values).encode(), hashlib.sha256).hexdigest()
