"""Schema steps, from both ends: a new store and an old one come out alike, and nothing is lost on the way."""

from pathlib import Path

import peewee as pw
import pytest

from rise_desk.errors import TooNew, Unavailable
from rise_desk.services import signing_in
from rise_desk.services.desk import Desk
from rise_desk.storage import indexes, kinds, migrations, tables
from rise_desk.storage.database import Vault, create_vault, key_of, open_vault
from tests import build
from tests.build import PASSWORD


def _shape(vault: Vault) -> dict[str, str]:
    rows = vault.sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'words%'")
    return {name: " ".join(sql.split()) for name, sql in rows}


def _add_column(vault: Vault) -> None:
    vault.sql("ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")


def _fail(vault: Vault) -> None:
    vault.sql("ALTER TABLE person ADD COLUMN halfway TEXT")
    raise Unavailable("The disk is full.")


def test_the_steps_make_what_the_models_say(desk: Desk, tmp_path: Path) -> None:
    vault = create_vault(tmp_path / "models.vault", bytes(32))
    for row in (*(each.row for each in kinds.KINDS), *tables.ROWS, *indexes.ROWS):
        pw.SchemaManager(row, database=vault).create_all(safe=False)
    stepped = {name: sql for name, sql in _shape(desk.store.vault).items() if not name.startswith("audit_")}
    modelled = {name: sql for name, sql in _shape(vault).items() if not name.startswith("audit_")}
    assert stepped == modelled
    vault.close()


def test_a_step_is_taken_after_a_verified_copy_and_only_once(desk: Desk) -> None:
    person = build.young_person(desk)
    store, key = desk.store, key_of(desk.store.vault)
    steps = (*migrations.STEPS, _add_column)
    migrations.bring_up(store.vault, store.folder, key, steps)
    assert migrations.schema(store.vault) == len(steps)
    copy = store.folder.copies / f"before-format-{len(steps)}.vault"
    before = open_vault(copy, key)
    assert migrations.schema(before) == len(migrations.STEPS)
    assert before.sql("SELECT given_name FROM person") == [(person.given_name,)]
    before.close()
    assert copy.with_name(copy.name + ".keys").read_bytes() == store.folder.keys.read_bytes()
    copy.unlink()
    migrations.bring_up(store.vault, store.folder, key, steps)
    assert not copy.exists()


def test_a_step_that_fails_leaves_the_store_as_it_was(desk: Desk) -> None:
    store = desk.store
    before = _shape(store.vault)
    with pytest.raises(Unavailable):
        migrations.bring_up(store.vault, store.folder, key_of(store.vault), (*migrations.STEPS, _fail))
    assert _shape(store.vault) == before
    assert migrations.schema(store.vault) == len(migrations.STEPS)


def test_no_step_is_taken_without_a_copy(desk: Desk) -> None:
    store = desk.store
    store.folder.copies.write_text("a file where the folder should be")
    with pytest.raises(Unavailable):
        migrations.bring_up(store.vault, store.folder, key_of(store.vault), (*migrations.STEPS, _add_column))
    assert migrations.schema(store.vault) == len(migrations.STEPS)
    store.folder.copies.unlink()


def test_a_newer_store_is_refused_in_plain_words(desk: Desk) -> None:
    with pytest.raises(TooNew, match="newer RISE Desk"):
        migrations.bring_up(desk.store.vault, desk.store.folder, key_of(desk.store.vault), ())


SINCE_5 = ("link", "notice", "notice_review", "breach", "investigation", "disruption_action")
"""The kinds of schema 5 of which the kept store has one about the young person."""


@pytest.mark.parametrize("schema", range(1, len(migrations.STEPS) + 1))
def test_the_kept_store_of_each_schema_still_opens(schema: int, tmp_path: Path) -> None:
    import shutil
    from datetime import UTC, datetime

    from rise_desk.services import overview, references, upkeep
    from rise_desk.services.clock import Clock

    kept = Path(__file__).parent / "kept" / f"schema-{schema}"
    shutil.copytree(kept, tmp_path / "store")
    desk = signing_in.sign_in(tmp_path / "store", "Lena Osei", PASSWORD, Clock(datetime(2027, 1, 1, tzinfo=UTC)))
    assert upkeep.check(desk) == []
    person = overview.open_file(desk, references.resolve(desk, "26-0001"))
    assert person.name == "Maisie Okafor"
    kinds_kept = sorted(entry.record.KIND for entry in overview.chronology(desk, person.id))
    since_3 = ("assessment", "sign_off", "checklist") if schema > 2 else ()
    since_4 = ("missing_episode", "return_interview", "action") if schema > 3 else ()
    since_5 = SINCE_5 if schema > 4 else ()
    assert kinds_kept == sorted(["contact_note", *since_3, *since_4, *since_5])
    assert {entry.record.source for entry in overview.chronology(desk, person.id)} == {"kept store"}
    signing_in.leave(desk)
