"""The trail: the audit as somebody reads it, newest first, narrowed by whom it is about, who did it, what and when."""

from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault

_FIELDS = ("seq", "at", "account", "pc", "deed", "kind", "record", "subject", "fields", "reason", "recipient")
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM audit"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One row of the audit: who did what, when, where, to which record of whom, and why."""

    seq: int
    at: Moment
    account: str
    pc: str
    deed: str
    kind: str
    record: Id
    subject: Id
    fields: str
    reason: str
    recipient: str


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which steps somebody wants; whatever is left empty narrows nothing. `since` and `until` are instants.

    `subjects`: the files they are about. `before`: only rows with a lower number, for the next page.
    """

    subjects: tuple[Id, ...] = ()
    account: str = ""
    deed: str = ""
    since: str = ""
    until: str = ""
    before: int = 0


def page(vault: Vault, wanted: Wanted, limit: int) -> list[Step]:
    """The next steps, newest first."""
    condition, values = _condition(wanted)
    rows = vault.sql(f"{_SELECT} WHERE {condition} ORDER BY seq DESC LIMIT ?", (*values, limit))
    return [Step(**dict(zip(_FIELDS, row, strict=True))) for row in rows]


def count(vault: Vault, wanted: Wanted, most: int) -> int:
    """How many steps there are, counted no further than `most`."""
    condition, values = _condition(wanted)
    text = f"SELECT count(*) FROM (SELECT 1 FROM audit WHERE {condition} LIMIT ?)"
    return int(vault.sql(text, (*values, most))[0][0])


def last_signature(vault: Vault) -> tuple[str, Moment, int] | None:
    """Who last signed the audit, when, and at which row; None where nobody has."""
    rows = vault.sql("SELECT account, at, seq FROM audit_signature ORDER BY seq DESC LIMIT 1")
    return (str(rows[0][0]), Moment(str(rows[0][1])), int(rows[0][2])) if rows else None


def _condition(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    conditions, values = ["seq > 0"], list[object]()
    if wanted.subjects:
        marks = ", ".join("?" * len(wanted.subjects))
        conditions.append(
            f"seq IN (SELECT seq FROM audit WHERE subject IN ({marks}) UNION SELECT seq FROM audit "
            f"WHERE record IN ({marks}))"
        )
        values += [*wanted.subjects, *wanted.subjects]
    for column, sign, value in (
        ("account", "=", wanted.account),
        ("deed", "=", wanted.deed),
        ("at", ">=", wanted.since),
        ("at", "<", wanted.until),
        ("seq", "<", wanted.before),
    ):
        if value:
            conditions.append(f"{column} {sign} ?")
            values.append(value)
    return " AND ".join(conditions), tuple(values)
