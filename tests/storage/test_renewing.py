"""Indexes of an earlier revision are made anew when the store is opened: once, whole, and with no record touched."""

from pathlib import Path

import pytest

from rise_desk.domain import life
from rise_desk.errors import Unavailable
from rise_desk.services import casework, finding, signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import guard
from rise_desk.storage.indexes import renewing, words
from tests import build
from tests.build import PASSWORD

TABLES = ("person", "contact_note", "history", "audit", "act", "saved", "card", "involvement", "due")


def _state(desk: Desk) -> list[object]:
    return [desk.store.vault.sql(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES]


def _grow_old(desk: Desk) -> None:
    vault = desk.store.vault
    vault.sql("DELETE FROM setting WHERE name = ?", (renewing.SETTING,))
    vault.sql("DELETE FROM keys WHERE sort IN ('word', 'heard', 'backwards')")
    with guard.lifted(vault):
        vault.sql("DROP TABLE words")
    vault.sql("CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1)")


@pytest.fixture
def old(desk: Desk) -> Desk:
    """A store with people and notes, as an earlier program left it."""
    number = (life.ContactNumber(number="07700 900123"),)
    person = build.young_person(desk, "Siobhán", "Keane", contact_numbers=number, background="Lighthouse.")
    note = build.note(desk, person.id, text="A zebra.")
    casework.withdraw(desk, build.note(desk, person.id, text="A giraffe."), "wrong child")
    casework.save(desk, person.changed(known_as="Shiv"))
    build.note(desk, person.id, text="Two zebras.", corrects=note.id)
    assert upkeep.check(desk) == []
    _grow_old(desk)
    return desk


@pytest.mark.parametrize("at_once", [1, 2, 3, 1_000])
def test_what_an_earlier_program_kept_is_made_anew_and_no_record_touched(
    old: Desk, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(renewing, "AT_ONCE", at_once)
    before = _state(old)
    assert renewing.is_due(old.store.vault)
    renewing.bring_up(old.store.vault)
    assert _state(old) == before
    assert not renewing.is_due(old.store.vault)
    assert upkeep.check(old) == []
    for text in ("shivaun", "shiv", "0123", "lighthouse", "zebra", "giraffe", "siobhan zebra"):
        assert finding.find(old, text).hits, text


def test_it_is_done_once(old: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    renewing.bring_up(old.store.vault)
    monkeypatch.setattr(renewing, "rebuild", _fail)
    renewing.bring_up(old.store.vault)


def test_two_programs_do_it_once(old: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([True, False])
    monkeypatch.setattr(renewing, "is_due", lambda _vault: next(answers))
    monkeypatch.setattr(renewing, "rebuild", _fail)
    renewing.bring_up(old.store.vault)


def test_whatever_goes_wrong_leaves_it_as_it_was(old: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before, held = _state(old), old.store.vault.sql("SELECT * FROM keys ORDER BY 1, 2, 3")
    monkeypatch.setattr(words, "write", _fail)
    with pytest.raises(Unavailable):
        renewing.bring_up(old.store.vault)
    assert _state(old) == before
    assert old.store.vault.sql("SELECT * FROM keys ORDER BY 1, 2, 3") == held
    assert renewing.is_due(old.store.vault)


def _fail(*_: object) -> None:
    raise Unavailable("The disk is full.")


def test_signing_in_makes_it_ready(old: Desk, folder: Path) -> None:
    signing_in.leave(old)
    proof = signing_in.prove(folder, "Lena Osei", PASSWORD)
    assert signing_in.is_older(proof)
    signing_in.make_ready(proof)
    assert not signing_in.is_older(proof)
    again = signing_in.sit_down(proof, old.clock)
    assert finding.find(again, "shivaun").sounding
    signing_in.leave(again)


def test_a_new_store_is_of_the_newest_revision(desk: Desk, folder: Path) -> None:
    assert not renewing.is_due(desk.store.vault)
    assert not signing_in.is_older(signing_in.prove(folder, "Lena Osei", PASSWORD))


def test_a_store_that_can_not_be_opened_is_not_called_older(desk: Desk, folder: Path) -> None:
    proof = signing_in.prove(folder, "Lena Osei", PASSWORD)
    signing_in.leave(desk)
    (folder / "desk.vault").unlink()
    assert not signing_in.is_older(proof)
