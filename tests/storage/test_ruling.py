"""What the rules make of every file is made anew where earlier rules made it: once, whole, with no record touched."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import plain
from rise_desk.errors import Unavailable
from rise_desk.services import merging, overview, references, signing_in, upkeep
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.signing_in import Proof
from rise_desk.storage import migrations
from rise_desk.storage.database import close_vault, open_vault
from rise_desk.storage.indexes import ruling
from tests import build
from tests.build import PASSWORD

OPEN = (life.CaseSpell(since=Moment("2026-09-01"), state="open"),)
RECORDS = ("person", "contact_note", "assessment", "sign_off", "history", "act", "saved", "involvement")
RULED = ("card", "due")


def _rows(desk: Desk, tables: tuple[str, ...]) -> list[object]:
    return [desk.store.vault.sql(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]


@pytest.fixture
def old(desk: Desk) -> Desk:
    """A store with assessed people, one of them in two files, as earlier rules left it."""
    maisie = build.young_person(desk, case_spells=OPEN)
    other = build.young_person(desk, "Maisy", case_spells=OPEN)
    build.assessment(desk, other.id)
    merging.merge(desk, maisie, other, "One girl.")
    build.young_person(desk, "Jade", case_spells=OPEN)
    build.young_person(desk, "Nobody waits")
    _grow_old(desk)
    return desk


def _grow_old(desk: Desk) -> None:
    vault = desk.store.vault
    vault.sql("DELETE FROM setting WHERE name = ?", (ruling.SETTING,))
    vault.sql("UPDATE card SET band = '', risk = '', overall = '', assessed_on = '', assess_by = ''")
    vault.sql("DELETE FROM due WHERE rule <> 'warning_review'")


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_due_lines_and_cards_are_made_anew_and_no_record_is_touched(
    old: Desk, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(ruling, "AT_ONCE", at_once)
    before = _rows(old, RECORDS)
    assert ruling.is_due(old.store.vault)
    assert upkeep.check(old) != []
    ruling.bring_up(old.store, old.ruled)
    assert not ruling.is_due(old.store.vault)
    assert _rows(old, RECORDS) == before
    assert upkeep.check(old) == []
    assert sorted(each.by for each in overview.due_lines(old)) == ["2026-09-01", "2026-11-28", "2026-12-22"]


def test_each_file_is_told_as_it_is_done(old: Desk) -> None:
    told: list[int] = []
    with old.store.vault.atomic():
        ruling.renew(old.store, old.ruled, told.append)
    assert told == [1, 2, 3]


def test_it_is_done_once(old: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ruling.bring_up(old.store, old.ruled)
    monkeypatch.setattr(ruling, "renew", _fail)
    ruling.bring_up(old.store, old.ruled)


def test_two_programs_do_it_once(old: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([True, False])
    monkeypatch.setattr(ruling, "is_due", lambda _vault: next(answers))
    monkeypatch.setattr(ruling, "renew", _fail)
    ruling.bring_up(old.store, old.ruled)


def _fail(*_: object) -> None:
    raise Unavailable("The disk is full.")


def test_whatever_goes_wrong_leaves_it_as_it_was(old: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _rows(old, RULED)
    done: list[object] = []

    def second_fails(*values: object) -> None:
        done.append(values)
        if len(done) == 2:
            _fail()

    monkeypatch.setattr(ruling, "write_ruled", second_fails)
    with pytest.raises(Unavailable):
        ruling.bring_up(old.store, old.ruled)
    assert _rows(old, RULED) == before
    assert ruling.is_due(old.store.vault)


def test_a_new_store_is_of_the_newest_rules(desk: Desk) -> None:
    assert not ruling.is_due(desk.store.vault)


def test_making_a_store_ready_is_all_that_is_to_do(old: Desk, folder: Path) -> None:
    signing_in.leave(old)
    proof = signing_in.prove(folder, "Lena Osei", PASSWORD)
    assert signing_in.is_older(proof)
    signing_in.make_ready(proof)
    assert not signing_in.is_older(proof)
    again = signing_in.sit_down(proof, old.clock)
    assert upkeep.check(again) == []
    signing_in.leave(again)


def _kept(schema: int, path: Path) -> Proof:
    """The kept store of a schema, in which Maisie's case was opened by the program of that time."""
    shutil.copytree(Path(__file__).parent / "kept" / f"schema-{schema}", path)
    proof = signing_in.prove(path, "Lena Osei", PASSWORD)
    vault = open_vault(proof.folder.vault, proof.data_key, key_proved=True)
    assert migrations.schema(vault) == schema
    spells = json.dumps([plain(each) for each in OPEN])
    vault.sql("UPDATE person SET case_spells = ? WHERE file_number = '26-0001'", (spells,))
    close_vault(vault)
    return proof


@pytest.mark.parametrize("schema", [1, 2])
def test_an_open_case_of_an_earlier_schema_waits_for_its_first_assessment(schema: int, tmp_path: Path) -> None:
    proof = _kept(schema, tmp_path / "store")
    assert signing_in.is_older(proof)
    signing_in.make_ready(proof)
    assert not signing_in.is_older(proof)
    desk = signing_in.sit_down(proof, Clock(datetime(2027, 1, 1, tzinfo=UTC)))
    maisie = references.resolve(desk, "26-0001")
    waiting = [(each.subject, each.what, each.by) for each in overview.due_lines(desk)]
    assert waiting == [(maisie, "First assessment", "2026-09-01")]
    card = overview.card_of(desk, maisie)
    assert card is not None
    assert (card.assess_by, card.band, card.case_state) == ("2026-09-01", "", "open")
    assert upkeep.check(desk) == []
    signing_in.leave(desk)
