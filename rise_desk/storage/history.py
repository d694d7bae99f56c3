"""History: every act, what it saved, and every superseded state of every record, whole, under the act that did it."""

import json
from collections.abc import Sequence

import peewee as pw

from rise_desk.domain.act import Act
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record, plain, stored
from rise_desk.storage.database import Vault
from rise_desk.storage.rows import kind_of, to_json
from rise_desk.storage.tables import ActRow, HistoryRow, SavedRow, adding

_BEGIN = adding(ActRow, ("id", "at", "account", "title", "reason", "batch"))
_KEEP = adding(HistoryRow, ("record", "version", "kind", "act", "state"))
_SAVED = adding(SavedRow, ("act", "record", "kind", "version"))
_BEFORE = (
    "SELECT history.record, history.state FROM saved JOIN history ON history.record = saved.record "
    "AND history.version = saved.version - 1 WHERE saved.act = ? AND saved.kind = ? AND saved.record BETWEEN ? AND ?"
)


def begin(vault: Vault, act: Act, act_id: Id, account: str, at: Moment) -> None:
    """Write down that an act happens; the states it supersedes are kept under it."""
    vault.sql(_BEGIN, (act_id, at, account, act.title, act.reason, act.batch))


def count(vault: Vault) -> int:
    """How many acts there have been: by it, whoever planned one knows whether anything was saved since."""
    return int(vault.rows(ActRow.select(pw.fn.COUNT(ActRow.id)))[0][0])


def keep(vault: Vault, before: Record, act_id: Id) -> None:
    """Keep the state that this act supersedes."""
    vault.sql(_KEEP, (before.id, before.version, before.KIND, act_id, to_json(plain(before))))


def saved(vault: Vault, record: Record, act_id: Id) -> None:
    """Write down that this act left a record in the version it now has: by it the act can be undone."""
    vault.sql(_SAVED, (act_id, record.id, record.KIND, record.version))


def before(vault: Vault, kind: type[Record], act_id: Id, records: Sequence[Id]) -> dict[Id, Record]:
    """The states that an act superseded, of those of its records that lie between the first and the last of these."""
    rows = vault.sql(_BEFORE, (act_id, kind.KIND, min(records), max(records)))
    return {Id(record): stored(kind_of(kind).record, json.loads(state)) for record, state in rows}


def states(vault: Vault, record: Record) -> list[Record]:
    """Every earlier state of a record, the oldest first."""
    row = HistoryRow
    query = row.select(row.state).where(row.record == record.id).order_by(row.version)
    kind = kind_of(type(record))
    return [stored(kind.record, json.loads(state)) for (state,) in vault.rows(query)]
