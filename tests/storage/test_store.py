"""The store: reads, one kind of transaction, the chain, the anchor, and indexes that equal a rebuild."""

import re
from pathlib import Path

import pytest

from rise_desk.domain import life
from rise_desk.domain.chronology import Line
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import Damaged, NotAllowed, NotFound, Unavailable
from rise_desk.services import casework, finding, signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import chain_proof, guard, history, indexes
from rise_desk.storage.database import data_version
from rise_desk.storage.indexes import card, involvement, keys, words
from rise_desk.storage.kinds import KINDS
from rise_desk.storage.record_rows import PersonRow
from tests import build
from tests.build import PASSWORD

PLANTED = ("Quillfeather", "plumbago", "07700900123", "NN14 9ZZ", "wintergreen")


def test_every_index_equals_a_rebuild_and_each_fault_is_named(desk: Desk) -> None:
    person = build.young_person(
        desk,
        warnings=(life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2027-01-04")),),
        contact_numbers=(life.ContactNumber(number="07700 900123"),),
    )
    build.note(desk, person.id)
    assert upkeep.check(desk) == []
    spoil = {
        "involvement": "UPDATE involvement SET day = '1999-01-01'",
        "keys": "DELETE FROM keys WHERE sort = 'phone'",
        "words": "INSERT INTO words (rowid, text) VALUES (5, 'stray')",
        "card": "UPDATE card SET name = 'X'",
        "due": "DELETE FROM due",
    }
    for name, sql in spoil.items():
        desk.store.vault.sql("SAVEPOINT spoilt")
        desk.store.vault.sql(sql)
        found = indexes.differences(desk.store.vault, desk.store.everything(), desk.ruled)
        assert [each.split(":")[0] for each in found] == [name]
        desk.store.vault.sql("ROLLBACK TO spoilt")
        desk.store.vault.sql("RELEASE spoilt")


def test_a_word_missing_from_the_index_is_named(desk: Desk) -> None:
    note = build.note(desk, build.young_person(desk).id)
    desk.store.vault.sql("DELETE FROM words WHERE rowid = ?", (note.id,))
    (found,) = desk.store.problems(desk.ruled)
    assert re.fullmatch(r"words: 0 too many, \d+ missing", found)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit SET deed = 'x' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 2",
        "INSERT INTO audit SELECT 99, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1",
    ],
)
def test_the_audit_refuses_to_be_changed(desk: Desk, sql: str) -> None:
    with pytest.raises(Exception, match="the audit"):
        desk.store.vault.sql(sql)
    assert chain_proof.problems(desk.store.vault) == []


def test_a_row_altered_behind_the_guards_is_named(desk: Desk) -> None:
    vault = desk.store.vault
    with guard.lifted(vault):
        vault.sql("DROP TRIGGER audit_no_update")
        vault.sql("DROP TRIGGER audit_no_delete")
    vault.sql("UPDATE audit SET account = 'Somebody' WHERE seq = 2")
    assert "audit: row 2 is not as it was written" in upkeep.check(desk)
    vault.sql("DELETE FROM audit WHERE seq = 1")
    assert "audit: row 1 is missing" in upkeep.check(desk)


def test_a_lost_end_is_noticed_and_nothing_is_saved_until_it_is_accepted(desk: Desk) -> None:
    folder = desk.store.folder
    signing_in.leave(desk)
    older = folder.vault.read_bytes()
    later = signing_in.sign_in(folder.path, "Lena Osei", PASSWORD, desk.clock)
    build.young_person(later)
    signing_in.leave(later)
    folder.vault.write_bytes(older)
    back = signing_in.sign_in(folder.path, "Lena Osei", PASSWORD, desk.clock)
    assert "entries saved up to 21 November 2026 at 10:00am are missing" in back.store.missing
    with pytest.raises(Unavailable, match="until a supervisor restores a backup or accepts the loss"):
        build.young_person(back)
    assert any(each.startswith("anchor: ") for each in upkeep.check(back))
    worker_view = signing_in.sign_in(folder.path, "Lena Osei", PASSWORD, desk.clock)
    assert worker_view.store.missing
    signing_in.leave(worker_view)
    upkeep.accept_loss(back, "the disk was restored")
    assert build.young_person(back).file_number == "26-0001"
    assert upkeep.check(back) == []
    signing_in.leave(back)
    again = signing_in.sign_in(folder.path, "Lena Osei", PASSWORD, desk.clock)
    assert again.store.missing == ""
    signing_in.leave(again)


def test_nothing_of_a_record_is_on_disk_in_the_clear(desk: Desk, folder: Path, tmp_path: Path) -> None:
    person = build.young_person(
        desk,
        "Quillfeather",
        background="plumbago",
        contact_numbers=(life.ContactNumber(number="07700900123"),),
        addresses=(life.Address(postcode="NN14 9ZZ"),),
    )
    build.note(desk, person.id, text="wintergreen " * 500)
    finding.find(desk, "wintergreen")
    found = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.name for path in found} >= {"desk.vault", "desk.vault-wal", "desk.vault.keys", "desk.anchor"}
    upkeep.check(desk)
    for path in [*found, *(each for each in tmp_path.rglob("*") if each.is_file())]:
        held = path.read_bytes() if path.exists() else b""
        for planted in PLANTED:
            assert planted.encode() not in held, (path.name, planted)
            assert planted.encode("utf-16-le") not in held, (path.name, planted)


def test_reads_answer_by_number_and_kind(desk: Desk) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    store = desk.store
    assert store.find(person.id) == person
    assert store.find(note.id) == note
    assert store.find(Id(1)) is None
    assert store.everything() == [person, note]
    with pytest.raises(NotFound):
        store.get(Person, note.id)
    gone = Line(subject=person.id, role="about", kind="contact_note", record=Id(1), day="", at=Moment(""), author="")
    assert store.records([gone]) == []
    assert history.states(store.vault, note) == []


def test_a_sealed_row_is_for_named_people_alone(desk: Desk) -> None:
    person = build.young_person(desk)
    desk.store.vault.do(PersonRow.update(sealed=b"x").where(PersonRow.id == person.id))
    with pytest.raises(NotAllowed, match="sealed"):
        desk.store.get(Person, person.id)


def test_preferences_and_settings_are_remembered(desk: Desk) -> None:
    assert desk.store.preference("Lena Osei", "columns") is None
    desk.store.prefer("Lena Osei", "columns", ["name", "age"])
    assert desk.store.preference("Lena Osei", "columns") == ["name", "age"]
    assert desk.store.setting("nothing", "else") == "else"


def test_a_long_job_has_its_own_connection(desk: Desk) -> None:
    import threading

    person = build.young_person(desk)
    found: list[object] = []

    def job() -> None:
        with desk.store.on_this_thread():
            found.append(desk.store.get(Person, person.id))

    thread = threading.Thread(target=job)
    thread.start()
    thread.join()
    assert found == [person]


def test_a_damaged_page_is_told_by_the_check(desk: Desk) -> None:
    for _ in range(20):
        build.young_person(desk, background="x" * 3000)
    folder = desk.store.folder
    signing_in.leave(desk)
    held = bytearray(folder.vault.read_bytes())
    held[-2000] ^= 1
    folder.vault.write_bytes(held)
    again = signing_in.sign_in(folder.path, "Lena Osei", PASSWORD, desk.clock)
    assert upkeep.check(again)
    signing_in.leave(again)


def test_words_of_somebody_moved_between_notes_follow(desk: Desk) -> None:
    one, two = build.young_person(desk), build.young_person(desk, "Jade")
    note = build.note(
        desk,
        one.id,
        two.id,
        concerns=(Concern(subject=one.id), Concern(subject=two.id, role="brother_or_sister")),
    )
    assert [each.subject for each in involvement.lines_of(note)] == [one.id, two.id]
    casework.withdraw(desk, note, "wrong")
    wanted = [words.Wanted(parts=("school",))]
    assert words.notes(desk.store.vault, wanted, (), 5, frozenset()) == [note.id]
    assert upkeep.check(desk) == []


def test_versions_move_only_when_another_connection_saves(desk: Desk) -> None:
    before = data_version(desk.store.vault)
    build.young_person(desk)
    assert data_version(desk.store.vault) == before


def test_keys_of_a_changed_person_follow(desk: Desk) -> None:
    person = build.young_person(desk, contact_numbers=(life.ContactNumber(number="07700 900123"),))
    assert keys.find(desk.store.vault, keys.PHONE, "07700900123") == [person.id]
    casework.save(desk, person.changed(contact_numbers=()))
    assert keys.find(desk.store.vault, keys.PHONE, "07700900123") == []


def test_every_kind_has_its_row_and_the_card_its_columns() -> None:
    assert [each.record.KIND for each in KINDS] == [each.row._meta.table_name for each in KINDS]
    assert card.get.__doc__


def test_a_store_that_can_not_be_read_is_damaged(desk: Desk) -> None:
    folder = desk.store.folder
    signing_in.leave(desk)
    folder.vault.write_bytes(folder.vault.read_bytes()[:5000])
    with pytest.raises(Damaged):
        signing_in.sign_in(folder.path, "Lena Osei", PASSWORD, desk.clock)
