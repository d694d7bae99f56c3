"""Renewing: a store from before the indexes held what they hold now has them made anew, once, when it is opened.

The records are read and nothing else of them is touched; it is all one transaction.
"""

from collections.abc import Iterator

from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.storage.database import Vault
from rise_desk.storage.faults import faults
from rise_desk.storage.indexes import keys, words
from rise_desk.storage.kinds import KINDS, Kind
from rise_desk.storage.rows import every, from_row
from rise_desk.storage.tables import SettingRow

REVISION = "5"
"""Counts up whenever words or keys are made of something else than before."""

SETTING = "index revision"
AT_ONCE = 1_000
"""How many records are in memory at a time."""


def is_due(vault: Vault) -> bool:
    """Whether this store's indexes are of an earlier revision."""
    row = SettingRow
    return vault.rows(row.select(row.value).where(row.name == SETTING)) != [(REVISION,)]


def bring_up(vault: Vault) -> None:
    """Make words and keys anew where they are of an earlier revision; another program may have done so meanwhile."""
    if not is_due(vault):
        return
    with faults(), vault.atomic():
        if is_due(vault):
            rebuild(vault)
            vault.do(SettingRow.insert(name=SETTING, value=REVISION).on_conflict("REPLACE"))


def rebuild(vault: Vault) -> None:
    """Make words and keys anew from the records."""
    words.create(vault)
    vault.sql("DELETE FROM keys")
    for kind in KINDS:
        for record in _records(vault, kind):
            keys.write(vault, record, None)
            words.write(vault, record, None)


def _records(vault: Vault, kind: Kind) -> Iterator[Record]:
    """Every record of a kind in order of number, some at a time."""
    page = f"{every(kind)} WHERE sealed IS NULL AND id > ? ORDER BY id LIMIT {AT_ONCE}"
    after: Id = NO_ID
    while rows := vault.sql(page, (after,)):
        for row in rows:
            record = from_row(kind, row)
            yield record
            after = record.id
