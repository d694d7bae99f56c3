"""Sittings as rows: who is at a desk of this store, since when, what long job runs there, and what they wrote."""

from collections.abc import Sequence
from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault
from rise_desk.storage.faults import faults
from rise_desk.storage.tables import SessionRow


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Somebody at a desk: when they sat down, when their program last showed a sign of life, what it is doing."""

    session: Id
    account: str
    pc: str
    opened_at: Moment
    seen_at: Moment
    doing: str


_FIELDS = tuple(Sitting.__dataclass_fields__)
_COLUMNS = ", ".join(_FIELDS).replace("session", "id", 1)
_OPEN = f"SELECT {_COLUMNS} FROM session WHERE closed_at = '' AND seen_at >= ? ORDER BY opened_at DESC, id DESC"
_NEWEST = "SELECT max(seq) FROM audit"


def open_since(vault: Vault, seen: Moment) -> list[Sitting]:
    """The sittings that are not over and showed a sign of life since then, the latest first."""
    return [Sitting(**dict(zip(_FIELDS, row, strict=True))) for row in vault.sql(_OPEN, (seen,))]


def see(vault: Vault, session: Id, at: Moment) -> None:
    """Write down a sign of life."""
    with faults():
        vault.do(SessionRow.update(seen_at=at).where(SessionRow.id == session))


def say(vault: Vault, session: Id, doing: str, at: Moment) -> None:
    """Write down what long job runs at a desk; '' once it is over."""
    with faults():
        vault.do(SessionRow.update(doing=doing, seen_at=at).where(SessionRow.id == session))


def doing(vault: Vault, session: Id) -> str:
    """What long job a desk has said it runs; '' for none."""
    rows = vault.rows(SessionRow.select(SessionRow.doing).where(SessionRow.id == session))
    return str(rows[0][0]) if rows else ""


def newest_entry(vault: Vault) -> int:
    """The number of the audit's newest row; 0 where there is none."""
    return int(vault.sql(_NEWEST)[0][0] or 0)


def wrote_elsewhere(vault: Vault, session: Id, after: int, but: Sequence[str]) -> tuple[int, bool]:
    """The newest audit row, and whether any after this one is another sitting's and of another deed than these."""
    marks = ", ".join("?" * len(but))
    rows = vault.sql(
        f"SELECT max(seq), max(session <> ? AND deed NOT IN ({marks})) FROM audit WHERE seq > ?",
        (session, *but, after),
    )
    newest, theirs = rows[0]
    return int(newest or after), bool(theirs)
