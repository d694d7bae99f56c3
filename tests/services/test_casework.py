"""The one door: permitted, judged, unchanged since opened; then all of an act is kept, or none."""

from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain import agenda, life
from rise_desk.domain.act import Act, Announcement
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.domain.staff import Role
from rise_desk.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from rise_desk.services import casework, finding, overview, signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build


def _deeds(desk: Desk) -> list[str]:
    return [row["deed"] for row in audit.entries(desk.store.vault)]


def test_a_new_person_gets_a_file_number_and_one_audit_row(desk: Desk) -> None:
    first, second = build.young_person(desk), build.young_person(desk, "Jade")
    assert (first.file_number, second.file_number) == ("26-0001", "26-0002")
    assert (first.version, first.recorded_by) == (1, desk.who.name)
    assert desk.store.get(Person, first.id) == first
    row = next(row for row in audit.entries(desk.store.vault) if row["record"] == first.id)
    assert (row["deed"], row["kind"], row["fields"]) == (
        "record made",
        "young_person",
        "given_name family_name roles",
    )
    assert upkeep.check(desk) == []


def test_a_change_keeps_the_state_before_it(desk: Desk) -> None:
    person = build.young_person(desk)
    changed = casework.save(desk, person.changed(known_as="Maz"))
    assert (changed.version, changed.file_number) == (2, person.file_number)
    assert overview.earlier_states(desk, changed) == [person]
    assert casework.save(desk, changed) == changed
    assert desk.store.get(Person, person.id).version == 2


def test_the_second_to_save_is_told_and_nothing_is_lost(desk: Desk) -> None:
    person = build.young_person(desk)
    casework.save(desk, person.changed(known_as="Maz"))
    with pytest.raises(Conflict, match=f"{desk.who.name} saved it since"):
        casework.save(desk, person.changed(known_as="Maisie"))
    assert desk.store.get(Person, person.id).known_as == "Maz"
    gone = ContactNote(id=Id(12345), version=1)
    with pytest.raises(Conflict, match="It is gone"):
        casework.save(desk, gone)
    with pytest.raises(Conflict, match="while you had it open"):
        casework.save(desk, Person(id=person.id, given_name="Other", roles=person.roles))


def test_an_act_is_kept_whole_or_not_at_all(desk: Desk) -> None:
    good = Person(id=desk.clock.new_id(), given_name="A", roles=(life.DatedRole(role="at_risk"),))
    bad = Person(id=desk.clock.new_id())
    before = audit.last(desk.store.vault)
    with pytest.raises(Invalid):
        casework.perform(desk, Act(title="Two at once", saves=(good, bad)))
    assert desk.store.everything() == []
    assert audit.last(desk.store.vault) == before
    casework.perform(desk, Act(title="Import", saves=(good,), batch="people.csv"))
    assert audit.entries(desk.store.vault)[0]["fields"] == "1 records"


def test_everybody_who_listens_is_told_once_after_the_commit(desk: Desk) -> None:
    heard: list[Announcement] = []
    person = build.young_person(desk)
    desk.listeners.append(heard.append)
    note = build.note(desk, person.id)
    (said,) = heard
    assert said.subjects == {person.id, note.id}
    assert said.records == (note,)


def test_a_note_never_changes_but_can_be_corrected_and_withdrawn(desk: Desk) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    with pytest.raises(Invalid, match="further entry"):
        casework.save(desk, note.changed(text="Something else."))
    better = casework.save(desk, note.changed(id=desk.clock.new_id(), version=0, corrects=note.id, text="At home."))
    shown = overview.chronology(desk, person.id)
    assert [(each.record.id, each.corrected_by) for each in shown] == [(better.id, 0), (note.id, better.id)]
    withdrawn = casework.withdraw(desk, better, " recorded twice ")
    assert withdrawn.withdrawn is not None
    assert withdrawn.withdrawn.why == "recorded twice"
    assert withdrawn.recorded_at == better.recorded_at
    assert overview.chronology(desk, person.id)[0].line.withdrawn
    assert "record withdrawn" in _deeds(desk)
    assert upkeep.check(desk) == []
    with pytest.raises(Invalid, match="Enter why"):
        casework.withdraw(desk, note, " ")


def test_a_note_concerns_people_who_are_on_file(desk: Desk) -> None:
    person = build.young_person(desk, date_of_birth=Moment("2013-03-12"))
    with pytest.raises(Invalid, match="has no file"):
        build.note(desk, person.id, Id(99))
    with pytest.raises(Invalid, match="was born"):
        build.note(desk, person.id, happened_at="2013-01-01")


def test_last_seen_follows_notes_that_stand(desk: Desk) -> None:
    person = build.young_person(desk)
    seen = (Concern(subject=person.id, seen="seen_alone"),)
    note = build.note(desk, person.id, happened_at="2026-11-20", concerns=seen)
    build.note(desk, person.id, happened_at="2026-11-21T08:00+00:00")
    card = overview.card_of(desk, person.id)
    assert card is not None
    assert (card.last_seen, card.last_entry) == ("2026-11-20", "2026-11-21")
    casework.withdraw(desk, note, "wrong child")
    card = overview.card_of(desk, person.id)
    assert card is not None
    assert card.last_seen == ""
    assert upkeep.check(desk) == []


def test_a_withdrawn_person_leaves_the_lists(desk: Desk) -> None:
    twice = build.young_person(desk)
    casework.withdraw(desk, twice, "entered twice")
    assert overview.card_of(desk, twice.id) is None
    assert finding.find(desk, "okafor").hits == ()
    assert upkeep.check(desk) == []


def test_a_worker_changes_open_files_and_withdraws_only_their_own(desk: Desk) -> None:
    person = build.young_person(desk)
    closed = build.young_person(desk, "Jade", case_spells=(life.CaseSpell(state="closed"),))
    theirs = build.note(desk, person.id)
    worker = build.colleague(desk, "Priya Nair")
    casework.save(worker, person.changed(known_as="Maz"))
    own = build.note(worker, person.id)
    casework.withdraw(worker, own, "wrong day")
    with pytest.raises(NotAllowed):
        casework.withdraw(worker, theirs, "no")
    with pytest.raises(NotAllowed, match="The case is closed"):
        casework.save(worker, closed.changed(known_as="J"))
    signing_in.leave(worker)


def test_a_record_from_outside_goes_through_the_same_door(desk: Desk) -> None:
    person = casework.record(
        desk, "young_person", {"given_name": "Maz", "references": [{"source": "case5", "ref": "V1"}]}
    )
    assert person.kind == "young_person"
    said: dict[str, Any] = {
        "kind": "contact_note",
        "concerns": ["V1"],
        "happened_at": "20/11/2026",
        "text": "Seen.",
    }
    note = casework.record(desk, "contact_note", said)
    assert isinstance(note, ContactNote)
    assert note.concerns == (Concern(subject=person.id),)
    more = {
        "concerns": [{"subject": "case5/V1", "role": "about", "seen": "seen alone"}],
        "corrects": str(note.id),
    }
    again = casework.record(desk, "contact_note", {**said, **more, "own_words_of": "V1", "own_words": "Ask me."})
    assert again.corrects == note.id
    assert again.saw() == {person.id}
    adult = casework.record(desk, "adult", {"aliases": [{"name": "Bear"}]})
    assert adult.kind == "adult"


def test_another_program_changes_only_the_fields_it_names(desk: Desk) -> None:
    person = build.young_person(desk, background="history")
    said: dict[str, Any] = {"id": str(person.id), "version": 1, "known_as": "M"}
    changed = casework.record(desk, "young_person", said)
    assert isinstance(changed, Person)
    assert (changed.version, changed.known_as, changed.background, changed.given_name) == (2, "M", "history", "Maisie")
    with pytest.raises(Conflict):
        casework.record(desk, "young_person", said)
    with pytest.raises(Invalid, match="Give the version"):
        casework.record(desk, "young_person", {"id": str(person.id), "known_as": "N"})
    with pytest.raises(NotFound, match="No contact_note on file"):
        casework.record(desk, "contact_note", {"id": str(person.id), "version": 2})
    with pytest.raises(NotFound):
        casework.record(desk, "young_person", {"id": "12345", "version": 1})


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        ("contact_note", {"kind": "adult"}, "not a contact_note"),
        ("contact_note", {"concerns": [{"role": "about"}], "text": "x", "happened_at": "2026"}, "Enter who"),
        ("contact_note", {"concerns": "V1"}, "must be a list"),
        ("contact_note", {"concerns": ["V9"]}, "Nothing on file is called “V9”"),
        ("shoe", {}, "The kinds are young_person, adult, place, "),
    ],
)
def test_what_another_program_says_wrongly_is_refused(desk: Desk, kind: str, said: dict[str, Any], words: str) -> None:
    with pytest.raises((Invalid, NotFound), match=words):
        casework.record(desk, kind, said)


def test_nothing_is_saved_into_a_file_that_was_replaced(desk: Desk, tmp_path: Path) -> None:
    vault = desk.store.folder.vault
    vault.rename(vault.with_suffix(".moved"))
    with pytest.raises(Unavailable, match="replaced or deleted"):
        build.young_person(desk)
    vault.with_suffix(".moved").rename(vault)
    assert build.young_person(desk).version == 1


def test_another_program_s_changes_are_announced(desk: Desk) -> None:
    other = build.colleague(desk, "Tom Reed")
    heard: list[Announcement] = []
    desk.listeners.append(heard.append)
    assert not desk.look_elsewhere()
    assert not desk.look_elsewhere()
    build.young_person(other)
    assert desk.look_elsewhere()
    assert heard[0].elsewhere
    signing_in.leave(other)


def test_a_closed_file_is_closed_to_its_own_worker_too(desk: Desk) -> None:
    worker = build.colleague(desk, "Ana Silva", Role.WORKER)
    mine = build.young_person(
        worker,
        allocations=(life.Allocation(worker="Ana Silva", role="key_worker"),),
        case_spells=(life.CaseSpell(state="closed"),),
    )
    with pytest.raises(NotAllowed, match="The case is closed"):
        casework.save(worker, mine.changed(known_as="M"))
    assert casework.save(desk, mine.changed(known_as="M")).version == 2
    open_file = build.young_person(worker, allocations=(life.Allocation(worker="Ana Silva", role="co_worker"),))
    with pytest.raises(NotAllowed, match="withdraw"):
        casework.withdraw(worker, open_file, "mine")
    signing_in.leave(worker)


def test_rules_that_read_other_kinds_are_given_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(file: CaseFile, practice: Practice) -> list[Due]:
        held = file.of(ContactNote)
        return [Due(rule="r", what="w", subject=file.subject.id, record=n.id, since="", by="2027") for n in held]

    person = build.young_person(desk)
    rule = agenda.Rule(name="r", role="at_risk", reads=("contact_note",), lines=lines)
    monkeypatch.setattr(agenda, "RULES", (rule,))
    note = build.note(desk, person.id)
    assert [each.record for each in overview.due_lines(desk, (person.id,))] == [note.id]


def test_an_interview_about_an_episode_that_is_not_named_is_told_by_its_field(desk: Desk) -> None:
    person = build.young_person(desk)
    said = {"subject": person.file_number, "episodes": [{"episode": ""}], "offered_at": "2026-11-20"}
    with pytest.raises(Invalid) as refused:
        casework.record(desk, "return_interview", said)
    assert refused.value.fields == {"episodes.1.episode": "Enter missing episode."}
