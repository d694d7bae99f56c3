"""The audit: who did what and when, in a chain of hashes that can't be altered quietly (security 3.7).

A row's digest is SHA-256 over its canonical JSON, the hash before it and the digest before it; its hash is HMAC-SHA256
over the digest, with a key that evolves (`chain`). So anybody can prove the digests, which hold each other from the
first to the last, and a supervisor every hash (`chain_proof`). Triggers refuse change and deletion.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import peewee as pw

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.storage import chain
from rise_desk.storage.database import Vault
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
COLUMNS = ("seq", *_FIELDS, "prev", "hash", "digest")
"""The columns of a row, in the order in which they are digested; the last two come of it."""

_SHOWN = tuple(getattr(AuditRow, name) for name in COLUMNS)
_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Made once: it runs for every row that is proved."""

_ADD = adding(AuditRow, COLUMNS)
_LAST = "SELECT seq, hash, digest FROM audit ORDER BY seq DESC LIMIT 1"
_SEALS = "SELECT hash, digest FROM audit WHERE seq = ?"


def append(vault: Vault, entry: Entry) -> tuple[int, str]:
    """Add a row inside the running transaction; its number and hash, for the anchor."""
    rows = vault.sql(_LAST)
    seq, prev, before = rows[0] if rows else (0, "", "")
    values = (seq + 1, *vars(entry).values(), prev)
    digest = digest_of(values, before)
    sealed = seal_of(chain.key_for(vault, seq + 1), digest)
    vault.sql(_ADD, [*values, sealed, digest])
    return seq + 1, sealed


def digest_of(values: Sequence[object], before: str) -> str:
    """The digest of a row without its own hash, after the digest before it."""
    return hashlib.sha256(_AS_JSON([*values, before]).encode()).hexdigest()


def seal_of(key: bytes, digest: str) -> str:
    """The hash of a row with this digest."""
    return hmac.digest(key, digest.encode(), hashlib.sha256).hex()


def seals_at(vault: Vault, seq: int) -> tuple[str, str]:
    """The hash and the digest of one row; ('', '') where there is no such row."""
    rows = vault.sql(_SEALS, (seq,))
    return (str(rows[0][0]), str(rows[0][1])) if rows else ("", "")


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


def entries(vault: Vault, *, record: Id = NO_ID, limit: int = 200) -> list[dict[str, Any]]:
    """The newest rows, or the newest that touch one record or subject."""
    query = AuditRow.select(*_SHOWN).order_by(AuditRow.seq.desc()).limit(limit)
    if record:
        query = query.where((AuditRow.record == record) | (AuditRow.subject == record))
    return [dict(zip(COLUMNS, row, strict=True)) for row in vault.rows(query)]
