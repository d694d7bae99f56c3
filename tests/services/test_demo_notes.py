"""The demonstration's notes: everyday practice, in order, in nobody's way twice."""

import re
from collections import Counter, defaultdict

import pytest

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.person import Person
from rise_desk.services.demo.team import TEAM
from rise_desk.services.practice import vocabularies
from tests.services import demonstration


def test_no_note_is_from_before_somebody_was_born() -> None:
    usual = demonstration.usual()
    notes = demonstration.notes()
    people = {each.id: each for each in usual if isinstance(each, Person)}
    for note in notes:
        for subject, _ in note.involved():
            assert (
                note.file_problems(CaseFile(subject=people[subject]), demonstration.PRACTICE, demonstration.NOW) == {}
            )


def test_notes_come_in_the_order_they_were_recorded() -> None:
    notes = demonstration.notes()
    assert [each.id for each in notes] == sorted(each.id for each in notes)
    assert [each.recorded_at for each in notes] == sorted(each.recorded_at for each in notes)
    assert all(moments.earliest(each.happened_at) < moments.earliest(each.recorded_at) for each in notes)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_sentence_stands_twice_in_a_file_of_the_usual_size(seed: int) -> None:
    told: dict[int, Counter[str]] = defaultdict(Counter)
    for each in demonstration.notes(demonstration.records(seed=seed)):
        for subject, _ in each.involved():
            told[subject].update(re.split(r"(?<=[.?!])\s+", each.text))
    assert max(max(counts.values()) for counts in told.values()) == 1


def test_a_file_too_long_for_new_words_still_is_told() -> None:
    assert len(demonstration.notes(demonstration.records(1, 1500))) == 1500


def test_notes_are_of_every_kind_of_contact() -> None:
    notes = demonstration.notes()
    assert {each.contact_type for each in notes} == {each.key for each in vocabularies()["contact_type"].entries}
    assert {each.told for each in notes} == {"told", "not_told", "not_recorded", ""}
    assert {"seen_alone", "seen_with_others", "not_seen"} <= {each.concerns[0].seen for each in notes}
    assert {moments.precision(each.happened_at) for each in notes} == {"day", "minute"}
    assert sum(bool(each.own_words) for each in notes) > 300


def test_a_correction_follows_what_it_corrects() -> None:
    notes = demonstration.notes()
    by_id = {each.id: each for each in notes}
    corrections = [each for each in notes if each.corrects]
    assert corrections
    for each in corrections:
        wrong = by_id[each.corrects]
        assert each.id > wrong.id
        assert (each.concerns, each.happened_at, each.reserved) == (wrong.concerns, wrong.happened_at, wrong.reserved)
        assert each.text != wrong.text


def test_who_reserves_a_note_may_read_it() -> None:
    notes = demonstration.notes()
    grants = {each.name: each.grants for each in TEAM}
    reserved = [each for each in notes if each.reserved]
    assert {each.reserved for each in reserved} == {"health", "intelligence"}
    assert all(each.reserved in grants[each.recorded_by] for each in reserved)


def test_some_notes_concern_two_children_or_an_adult_in_a_role_of_their_own() -> None:
    notes = demonstration.notes()
    roles = Counter(tuple(each.role for each in note.concerns) for note in notes)
    assert roles[("about", "about")] > 5
    assert roles[("about", "adult_of_concern")] > 2
    two = [each for each in notes if len(each.concerns) == 2 and each.concerns[1].role == "about" and each.own_words]
    assert all(each.own_words_of == each.concerns[0].subject for each in two)


def test_notes_fall_within_the_work_on_a_case() -> None:
    young = demonstration.young_people()
    notes = demonstration.notes()
    spells = {each.id: each.case_spells for each in young}
    for note in notes:
        for concern in note.concerns:
            if concern.role == "about":
                held = [each for each in spells[concern.subject] if each.state != "closed"]
                day = moments.london_day(note.happened_at)
                assert any(each.since <= day <= (each.until or day) for each in held)


def test_a_few_files_are_far_fuller_than_the_others() -> None:
    counts = Counter(each.concerns[0].subject for each in demonstration.notes(demonstration.records(1300, 13_000)))
    fullest = sorted(counts.values())
    assert fullest[-1] > 2 * fullest[-10]
