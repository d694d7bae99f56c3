"""The history of a record: every state, who made it so, when and by which act; for those who may read the record."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from rise_desk.domain.act import Act, Announcement
from rise_desk.domain.record import Id
from rise_desk.errors import NotAllowed, NotFound
from rise_desk.services import casework, changes, merging, signing_in, undoing
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.line import Line


def _later(desk: Desk) -> None:
    desk.clock.moved_to = desk.now() + timedelta(hours=1)


def test_a_files_history_is_newest_first_with_who_when_and_what(desk: Desk) -> None:
    worker = build.colleague(desk, "Priya Nair")
    person = build.young_person(desk)
    _later(desk)
    person = casework.save(worker, person.changed(known_as="Maz"))
    _later(desk)
    casework.save(desk, person.changed(known_as="Maisie", background="Moved."))
    newest, second, first = changes.of(desk, person.id)
    assert [(each.record.version, each.by, each.title) for each in (first, second, newest)] == [
        (1, "Lena Osei", "File made"),
        (2, "Priya Nair", "File changed"),
        (3, "Lena Osei", "File changed"),
    ]
    assert [each.at[11:13] for each in (first, second, newest)] == ["10", "11", "12"]
    assert [each.attribute.name for each in first.changes] == ["given_name", "family_name", "roles"]
    assert [(each.attribute.name, each.before, each.after) for each in newest.changes] == [
        ("known_as", "Maz", "Maisie"),
        ("background", "", "Moved."),
    ]
    signing_in.leave(worker)


def test_an_entrys_history_tells_who_withdrew_and_who_undid_it(desk: Desk) -> None:
    heard: list[Announcement] = []
    worker = build.colleague(desk, "Priya Nair")
    person = build.young_person(desk)
    note = build.note(worker, person.id)
    desk.listeners.append(heard.append)
    _later(desk)
    casework.withdraw(desk, note, "wrong child")
    undoing.undo(desk, heard[-1].act)
    told = [(each.title, each.by, each.at[11:13]) for each in changes.of(desk, note.id)]
    assert told == [
        ("Undone: note withdrawn", "Lena Osei", "11"),
        ("Note withdrawn", "Lena Osei", "11"),
        ("Note recorded", "Priya Nair", "10"),
    ]
    withdrawn = changes.of(desk, note.id)[1]
    assert [(each.attribute.name, each.after.why) for each in withdrawn.changes] == [("withdrawn", "wrong child")]
    signing_in.leave(worker)


def test_opening_a_history_is_one_audit_row(desk: Desk) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    before = audit.last(desk.store.vault)[0]
    changes.of(desk, note.id)
    row = audit.entries(desk.store.vault)[0]
    assert row["seq"] == before + 1
    assert (row["deed"], row["kind"], row["record"], row["subject"]) == (
        "history opened",
        "contact_note",
        note.id,
        person.id,
    )


def test_a_history_is_for_those_who_may_read_the_record(desk: Desk) -> None:
    nurse = build.colleague(desk, "Priya Nair", grants=("health",))
    person = build.young_person(desk)
    note = build.note(nurse, person.id, reserved="health")
    plain = build.note(nurse, person.id)
    assert len(changes.of(nurse, note.id)) == 1
    with pytest.raises(NotFound, match="not on file"):
        changes.of(desk, note.id)
    with pytest.raises(NotFound):
        changes.of(desk, Id(5))
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)
    for record in (person.id, plain.id):
        with pytest.raises(NotAllowed, match="restricted to named people"):
            changes.of(nurse, record)
        row = audit.entries(desk.store.vault)[0]
        assert (row["account"], row["deed"], row["reason"], row["subject"]) == (
            "Priya Nair",
            "refused",
            "history opened",
            person.id,
        )
    signing_in.leave(nurse)


def test_to_a_main_file_belongs_the_history_of_what_was_merged_into_it(desk: Desk) -> None:
    main, other = build.young_person(desk), build.young_person(desk, "Mae", "Okafor")
    _later(desk)
    merging.merge(desk, main, other, "one child")
    told = [(each.title, each.record.id, each.reason) for each in changes.of(desk, main.id)]
    assert told[0] == ("Files merged", other.id, "one child")
    assert set(told[1:]) == {("File made", main.id, ""), ("File made", other.id, "")}
    assert [each.first for each in changes.of(desk, other.id)] == [False, True]


def test_what_an_import_made_is_told_as_that(desk: Desk) -> None:
    person = build.young_person(desk)
    both = (person.changed(known_as="Maz"), person.changed(id=desk.clock.new_id(), version=0, given_name="Jade"))
    saved = casework.perform(desk, Act(title="Import of people.csv", saves=both, batch="people.csv"))
    for each in saved:
        assert changes.of(desk, each.id)[0].title == "Import of people.csv"


def test_what_was_made_before_acts_wrote_down_what_they_saved_tells_its_own_stamps(desk: Desk) -> None:
    person = build.young_person(desk)
    casework.save(desk, person.changed(known_as="Maz"))
    desk.store.vault.sql("DELETE FROM saved")
    newest, first = changes.of(desk, person.id)
    assert (first.title, first.by, first.at, first.reason) == ("File made", "Lena Osei", person.recorded_at, "")
    assert newest.title == "File changed"


def test_the_command_line_tells_it_too(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "person.json"
    path.write_text(json.dumps({"given_name": "Maz", "aliases": [{"name": "Bear", "used_where": "at school"}]}))
    made = line.did("record", "young_person", str(path))
    aliases = [{"name": "Bear", "used_where": "at home"}, {"name": "Mouse"}]
    path.write_text(json.dumps({"id": made["id"], "version": 1, "known_as": "M", "aliases": aliases}))
    line.did("record", "young_person", str(path))
    path.write_text(json.dumps({"id": made["id"], "version": 2, "aliases": []}))
    line.did("record", "young_person", str(path))
    told = line.did("history", made["file_number"])
    third, second, first = told["versions"]
    assert (first["act"], first["by"], first["version"]) == ("File made", "Lena Osei", 1)
    assert (first["kind"], first["id"]) == ("young_person", made["id"])
    known, changed = second["changes"]
    assert (known["field"], known["label"], known["before"], known["after"]) == ("known_as", "Known as", "", "M")
    assert "added" not in known
    assert [each["name"] for each in changed["added"]] == ["Mouse"]
    assert [each["after"]["used_where"] for each in changed["changed"]] == ["at home"]
    assert changed["taken_away"] == []
    assert [each["name"] for each in third["changes"][0]["taken_away"]] == ["Bear", "Mouse"]
    assert line.run("history", "99-0001")[0] == 1
