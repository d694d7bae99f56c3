"""Acts as they were done: who did what when, which records each left in which version, and what came after it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id
from rise_desk.storage.database import Vault
from rise_desk.storage.merges import TABLES

_FIELDS = "id, at, account, title, reason, batch"
_ACT = f"SELECT {_FIELDS} FROM act WHERE id = ?"
_SAVED = "SELECT record, kind, version FROM saved WHERE act = ? AND record > ? ORDER BY record LIMIT ?"
_BY = (
    "SELECT act.id, act.at, act.account, act.title, act.reason, act.batch, saved.version FROM saved "
    "JOIN act ON act.id = saved.act WHERE saved.record = ?"
)
_OVER = (
    "SELECT act.id, act.at, act.account, act.title, act.reason, act.batch, history.version + 1 FROM history "
    "JOIN act ON act.id = history.act WHERE history.record = ?"
)
_WRITTEN_SINCE = (
    "SELECT line.subject, line.record FROM involvement line JOIN saved ON saved.record = line.record "
    "WHERE line.subject IN ({}) AND NOT line.withdrawn AND saved.act > ? AND saved.act <> ? LIMIT 1"
)
_JOINED_SINCE = (
    "SELECT file.merged_into, file.id FROM {} file JOIN saved ON saved.record = file.id "
    "WHERE file.merged_into IN ({{}}) AND file.withdrawn IS NULL AND saved.act > ? AND saved.act <> ? LIMIT 1"
)
_SINCE = (_WRITTEN_SINCE, *map(_JOINED_SINCE.format, TABLES))


@dataclass(frozen=True, kw_only=True)
class Done:
    """One act as it was done."""

    id: Id
    at: Moment
    account: str
    title: str
    reason: str
    batch: str


@dataclass(frozen=True, kw_only=True)
class Left:
    """A record as an act left it: its kind, and the version it then had."""

    record: Id
    kind: str
    version: int


def done(vault: Vault, act: Id) -> Done | None:
    """The act of this number; None where there is none."""
    return next((_done(row) for row in vault.sql(_ACT, (act,))), None)


def left(vault: Vault, act: Id, at_once: int) -> Iterator[list[Left]]:
    """What an act saved, so many records at a time."""
    after = NO_ID
    while rows := vault.sql(_SAVED, (act, after, at_once)):
        yield [Left(record=Id(record), kind=kind, version=version) for record, kind, version in rows]
        after = rows[-1][0]


def by_version(vault: Vault, record: Id) -> dict[int, Done]:
    """The act behind each version of a record; what was made under schema 1 has none for its first version."""
    return {row[-1]: _done(row[:-1]) for query in (_OVER, _BY) for row in vault.sql(query, (record,))}


def written_since(vault: Vault, people: Iterable[Id], act: Id, since: Id) -> tuple[Id, Id] | None:
    """One of these people with a record that another act, later than `since`, put into their file; None for none.

    A file that was joined to theirs counts as well.
    """
    wanted = list(people)
    marks = ", ".join("?" * len(wanted))
    for query in _SINCE:
        rows = vault.sql(query.format(marks), (*wanted, since, act))
        if rows:
            return Id(rows[0][0]), Id(rows[0][1])
    return None


def _done(row: tuple[object, ...]) -> Done:
    number, at, account, title, reason, batch = row
    return Done(
        id=Id(int(str(number))),
        at=Moment(str(at)),
        account=str(account),
        title=str(title),
        reason=str(reason),
        batch=str(batch),
    )
