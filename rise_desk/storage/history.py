"""History: every superseded state of every record, whole, under the act that superseded it."""

import json

import peewee as pw

from rise_desk.domain.act import Act
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record, plain, stored
from rise_desk.storage.database import Vault
from rise_desk.storage.rows import kind_of, to_json
from rise_desk.storage.tables import ActRow, HistoryRow, adding

_BEGIN = adding(ActRow, ("id", "at", "account", "title", "reason", "batch"))


def begin(vault: Vault, act: Act, act_id: Id, account: str, at: Moment) -> None:
    """Write down that an act happens; the states it supersedes are kept under it."""
    vault.sql(_BEGIN, (act_id, at, account, act.title, act.reason, act.batch))


def count(vault: Vault) -> int:
    """How many acts there have been: by it, whoever planned one knows whether anything was saved since."""
    return int(vault.rows(ActRow.select(pw.fn.COUNT(ActRow.id)))[0][0])


def keep(vault: Vault, before: Record, act_id: Id) -> None:
    """Keep the state that this act supersedes."""
    state = to_json(plain(before))
    row = HistoryRow.insert(record=before.id, version=before.version, kind=before.KIND, act=act_id, state=state)
    vault.do(row)


def states(vault: Vault, record: Record) -> list[Record]:
    """Every earlier state of a record, the oldest first."""
    row = HistoryRow
    query = row.select(row.state).where(row.record == record.id).order_by(row.version)
    kind = kind_of(type(record))
    return [stored(kind.record, json.loads(state)) for (state,) in vault.rows(query)]
