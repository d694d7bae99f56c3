"""The guard of an open vault: its tables, triggers and key can't be taken apart, but by whoever lifts it."""

import pytest

from rise_desk.services.desk import Desk
from rise_desk.storage import guard
from rise_desk.storage.database import checkpoint, integrity


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TRIGGER audit_no_update",
        "CREATE TRIGGER more BEFORE INSERT ON audit BEGIN SELECT 1; END",
        "DROP TABLE audit",
        "DROP INDEX audit_record",
        "ALTER TABLE audit ADD COLUMN more TEXT",
        "ALTER TABLE audit RENAME TO other",
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = 1",
        "PRAGMA recursive_triggers = 0",
        "VACUUM",
    ],
)
def test_nothing_takes_the_records_apart(desk: Desk, sql: str) -> None:
    with pytest.raises(Exception, match=r"not authorized|authorization denied"):
        desk.store.vault.sql(sql)
    assert integrity(desk.store.vault) == []


def test_the_key_is_not_changed_in_passing(desk: Desk) -> None:
    with pytest.raises(Exception, match="not authorized"):
        desk.store.vault.sql(f"PRAGMA rekey = \"x'{'ab' * 32}'\"")
    assert checkpoint(desk.store.vault)


def test_the_guard_is_lifted_for_as_long_as_it_takes_and_is_back_after_a_failure(desk: Desk) -> None:
    vault = desk.store.vault
    with guard.lifted(vault):
        vault.sql("CREATE TABLE more (id INTEGER)")
        vault.sql("DROP TABLE more")
    with pytest.raises(ZeroDivisionError), guard.lifted(vault):
        vault.sql(f"SELECT {1 / 0}")
    with pytest.raises(Exception, match="not authorized"):
        vault.sql("DROP TABLE audit")


def test_what_only_asks_is_allowed(desk: Desk) -> None:
    assert desk.store.vault.sql("PRAGMA recursive_triggers") == [(1,)]
    assert desk.store.vault.sql("PRAGMA secure_delete") == [(1,)]
