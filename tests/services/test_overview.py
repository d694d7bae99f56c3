"""What screens read: own words, names, due lines, earlier states and references."""

from pathlib import Path
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.contact import Concern
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Reference
from rise_desk.errors import Ambiguous, Invalid, NotFound, Unavailable
from rise_desk.services import casework, overview, references, saving, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build


def test_their_words_are_found_behind_any_number_of_withdrawn_ones(desk: Desk) -> None:
    maz = build.young_person(desk)
    first = build.note(desk, maz.id, happened_at="2026-11-01", own_words="I want to go home.")
    for day in range(10, 15):
        casework.withdraw(desk, build.note(desk, maz.id, happened_at=f"2026-11-{day}", own_words="No."), "wrong child")
    assert overview.latest_words(desk, maz.id) == first


def test_the_newest_words_of_this_child_that_stand(desk: Desk) -> None:
    maz, jade = build.young_person(desk), build.young_person(desk, "Jade")
    assert overview.latest_words(desk, maz.id) is None
    first = build.note(desk, maz.id, happened_at="2026-11-01", own_words="I want to go home.")
    both = (Concern(subject=maz.id), Concern(subject=jade.id))
    build.note(desk, happened_at="2026-11-02", concerns=both, own_words="No.", own_words_of=jade.id)
    assert overview.latest_words(desk, maz.id) == first
    wrong = build.note(desk, maz.id, happened_at="2026-11-03", own_words="Mistyped.")
    better = wrong.changed(id=desk.clock.new_id(), version=0, corrects=wrong.id, own_words="Ask me.")
    saved = casework.save(desk, better)
    assert overview.latest_words(desk, maz.id) == saved
    casework.withdraw(desk, saved, "wrong child")
    assert overview.latest_words(desk, maz.id) == wrong


def test_what_they_said_in_an_interview_that_was_held_are_their_words_too(desk: Desk) -> None:
    maz = build.young_person(desk)
    said = build.note(desk, maz.id, happened_at="2026-11-12T10:00+00:00", own_words="I want to go home.")
    episode = build.episode(desk, maz.id, "2026-11-10T20:00+00:00", "2026-11-11T08:00+00:00")
    arranged = build.interview(desk, episode, offered_at="2026-11-13T09:00+00:00", own_words="Told at the door.")
    assert overview.latest_words(desk, maz.id) == said
    held = casework.save(desk, arranged.changed(**_held("2026-11-13T10:00+00:00"), own_words="He waits outside."))
    assert overview.latest_words(desk, maz.id) == held
    later = build.note(desk, maz.id, happened_at="2026-11-14T10:00+00:00", own_words="Ask me.")
    assert overview.latest_words(desk, maz.id) == later


def _held(at: str) -> dict[str, Any]:
    return {"done_at": Moment(at), "interviewer": "Tom Reed, the charity", "independent": True}


def test_opening_a_file_is_written_down_and_looking_again_is_not(desk: Desk) -> None:
    person = build.young_person(desk)
    before = audit.last(desk.store.vault)[0]
    assert overview.open_file(desk, person.id) == person
    assert overview.person(desk, person.id) == person
    assert audit.last(desk.store.vault)[0] == before + 1
    assert audit.count(desk.store.vault, "file opened", person.id) == 1
    assert audit.entries(desk.store.vault, record=person.id)[0]["deed"] == "file opened"


def test_a_whole_file_stands_with_its_corrections(desk: Desk) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    better = casework.save(desk, note.changed(id=desk.clock.new_id(), version=0, corrects=note.id))
    file = overview.case_file(desk, person.id)
    standing = overview.standing(desk, file)
    assert [(each.record.id, each.corrected_by, overview.counts(each)) for each in standing] == [
        (better.id, 0, True),
        (note.id, better.id, False),
    ]


def test_due_lines_are_for_some_or_for_everybody(desk: Desk) -> None:
    warning = life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2027-01-04"))
    warned = build.young_person(desk, warnings=(warning,))
    other = build.young_person(desk, "Jade")
    assert [each.subject for each in overview.due_lines(desk)] == [warned.id]
    assert overview.due_lines(desk, (other.id,)) == []
    assert len(overview.due_lines(desk, (warned.id,))) == 1
    casework.save(desk, warned.changed(warnings=()))
    assert overview.due_lines(desk) == []


def test_names_of_people(desk: Desk) -> None:
    person = build.young_person(desk)
    assert overview.names_of(desk, [person.id, Id(5)]) == {person.id: "Maisie Okafor"}


def test_references_name_people_and_notes(desk: Desk) -> None:
    ref = (Reference(source="case5", ref="V1"),)
    maz = build.young_person(desk, references=ref)
    note = build.note(desk, maz.id, references=(Reference(source="case5", ref="N1"),))
    for said in ("V1", "v1", "case5/V1", "Case5/v1", "26-0001", "maisie okafor", str(maz.id)):
        assert references.resolve(desk, said) == maz.id, said
    assert references.resolve(desk, str(note.id)) == note.id
    for said in ("", "V2", "case3/V1", "12345", "9" * 30, "…", "x/"):
        with pytest.raises(NotFound):
            references.resolve(desk, said)
    build.young_person(desk, "Jade", references=(Reference(source="case3", ref="V1"),))
    with pytest.raises(Ambiguous, match=r"“V1” could be case3/V1 or case5/V1\. Say which"):
        references.resolve(desk, "V1")
    build.young_person(desk)
    with pytest.raises(Ambiguous, match="26-0001 or 26-0003"):
        references.resolve(desk, "Maisie Okafor")


def test_records_have_a_short_name(desk: Desk) -> None:
    person = build.young_person(desk)
    note = build.note(desk, person.id)
    named = build.note(desk, person.id, references=(Reference(source="case5", ref="N1"),))
    assert [references.shown(each) for each in (person, note, named)] == ["26-0001", str(note.id), "case5/N1"]


def test_unfinished_forms_are_kept_offered_and_dropped(desk: Desk) -> None:
    person = build.young_person(desk)
    typed: dict[str, Any] = {"text": "Half a sen", "concerns": [str(person.id)]}
    first = unfinished.keep(desk, Id(0), "contact_note", person.id, typed)
    assert unfinished.keep(desk, first, "contact_note", person.id, {**typed, "text": "Half a sentence"}) == first
    second = unfinished.keep(desk, Id(0), "person", person.id, {}, record=person.id, version=1)
    kept = {each.id: each for each in unfinished.mine(desk)}
    assert set(kept) == {first, second}
    assert kept[first].typed["text"] == "Half a sentence"
    assert (kept[second].record, kept[second].base_version) == (person.id, 1)
    unfinished.drop(desk, first)
    assert [each.id for each in unfinished.mine(desk)] == [second]


def test_a_file_is_saved_whole_or_a_sentence_says_why_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "v1.pdf"
    saving.save_file(target, b"one")
    saving.save_file(target, b"two")
    assert target.read_bytes() == b"two"
    with pytest.raises(Unavailable, match="is a folder"):
        saving.save_file(tmp_path, b"x")
    with pytest.raises(Unavailable, match="does not exist"):
        saving.save_file(tmp_path / "no" / "v1.pdf", b"x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(saving, "write_whole", refuse)
    with pytest.raises(Unavailable, match="read-only or full"):
        saving.save_file(target, b"three")
    assert target.read_bytes() == b"two"


def test_a_broken_character_is_refused(desk: Desk) -> None:
    with pytest.raises(Invalid, match="broken character"):
        casework.record(desk, "young_person", {"given_name": "\ud83d"})
