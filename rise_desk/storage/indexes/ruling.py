"""Ruling: what the rules make of every file, made anew where rules or the settings they read have changed.

The records are read and nothing else of them is touched; it is all one transaction.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.storage import merges
from rise_desk.storage.database import Vault
from rise_desk.storage.faults import faults
from rise_desk.storage.indexes import Rules, renew_thing, write_ruled
from rise_desk.storage.kinds import THINGS
from rise_desk.storage.tables import SettingRow

if TYPE_CHECKING:
    from rise_desk.storage.store import Store

REVISION = "6"
"""Counts up whenever a rule makes something else of a file than before."""

SETTING = "rules revision"
AT_ONCE = 500
"""How many files are in memory at a time."""

_HOW_MANY = "SELECT COUNT(*) FROM person WHERE merged_into = 0"
_IDS = "SELECT id FROM person WHERE merged_into = 0 AND id > ? ORDER BY id LIMIT ?"


def is_due(vault: Vault) -> bool:
    """Whether the due lines and cards of this store were made by earlier rules."""
    row = SettingRow
    return vault.rows(row.select(row.value).where(row.name == SETTING)) != [(REVISION,)]


def bring_up(store: "Store", rules: Rules) -> None:
    """Make due lines and cards anew where earlier rules made them; another program may have done so meanwhile."""
    if not is_due(store.vault):
        return
    with faults(), store.vault.atomic():
        if is_due(store.vault):
            renew(store, rules)
            store.vault.do(SettingRow.insert(name=SETTING, value=REVISION).on_conflict("REPLACE"))


def how_many(vault: Vault) -> int:
    """How many files `renew` goes through."""
    return int(vault.sql(_HOW_MANY)[0][0])


def renew(store: "Store", rules: Rules, step: Callable[[int], None] = lambda _done: None) -> None:
    """Make due lines and cards of every file anew, inside an open transaction; `step` is told how many are done."""
    after, done = NO_ID, 0
    while ids := [Id(row[0]) for row in store.vault.sql(_IDS, (after, AT_ONCE))]:
        for file in merges.wholes(store.vault, partial(store.several, Person), ids):
            write_ruled(store.vault, file, rules(store.ruled_file(file)))
            done += 1
            step(done)
        after = ids[-1]
    for kind in THINGS:
        things = store.things(Id(row[0]) for row in store.vault.sql(f"SELECT id FROM {kind.record.KIND}"))
        for thing in things:
            renew_thing(store, thing, rules)
