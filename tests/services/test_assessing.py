"""What the form of an assessment opens with: last time, the facts since, and for a correction what it is to satisfy."""

import random
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.sign_off import SENT_BACK, SignOff
from rise_desk.domain.staff import Role
from rise_desk.errors import NotAllowed, NotFound
from rise_desk.services import assessing, casework, merging, signing_in
from rise_desk.services.desk import Desk
from tests import build

OPEN = (life.CaseSpell(since=Moment("2026-09-01"), state="open"),)


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """Maisie, whose case was opened on 1 September 2026."""
    return build.young_person(desk, case_spells=OPEN, date_of_birth=Moment("2010-03-27"))


def _answer(desk: Desk, assessment: Assessment, decision: str, comments: str = "Ask school.") -> SignOff:
    made = SignOff(
        id=desk.clock.new_id(),
        subject=assessment.subject,
        assessment=assessment.id,
        decided_at=Moment("2026-11-20T14:00+00:00"),
        decision=decision,
        comments=comments,
    )
    return casework.save(desk, made)


def _ids(found: assessing.Opening) -> list[Id]:
    return [each.assessment.id for each in found.course]


def test_a_first_one_has_nothing_to_compare_with(desk: Desk, maisie: Person) -> None:
    found = assessing.opening(desk, maisie.id)
    assert found.person == maisie
    assert found.instrument.key == desk.practice.instrument
    assert (found.last, found.before, found.course, found.sent_back) == (None, "", (), None)
    assert {key: [each.text for each in held] for key, held in found.since.items()} == {"": ["case open"]}


def test_a_level_is_suggested_from_the_episodes_before_the_day_of_the_assessment(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, "2026-10-01T20:00+00:00", "2026-10-01T22:00+00:00")
    gone = build.episode(desk, maisie.id, "2026-11-01T20:00+00:00", "2026-11-01T23:00+00:00")
    casework.withdraw(desk, gone, "Of another child.")
    found = assessing.opening(desk, maisie.id)
    assert [found.suggestion(Moment(day)).level for day in ("2026-11-12", "2026-11-13")] == [3, 1]
    assert found.missing_since == ""


def test_an_episode_that_is_open_is_told(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, "2026-11-19T20:00+00:00", last_seen_at=Moment("2026-11-19T18:00+00:00"))
    found = assessing.opening(desk, maisie.id)
    assert found.missing_since == "2026-11-19T18:00+00:00"
    assert [each.text for each in found.since["missing"]] == ["missing, still away"]


def test_episodes_and_their_interviews_are_facts_since_last_time(desk: Desk, maisie: Person) -> None:
    build.assessment(desk, maisie.id, day="2026-10-10")
    build.episode(desk, maisie.id, "2026-10-01T20:00+00:00", "2026-10-01T23:00+00:00")
    away = build.episode(desk, maisie.id, "2026-11-12T20:00+00:00", "2026-11-13T07:00+00:00", missing_type="away")
    build.interview(desk, away, offered_at="2026-11-13T12:00+00:00")
    facts = assessing.opening(desk, maisie.id).since["missing"]
    told = "away without authorisation, until 13 November 2026 at 7:00am, interview offered, no answer yet"
    assert [(each.day, each.text, each.record) for each in facts] == [("2026-11-12", told, away.id)]


def test_a_further_one_is_compared_with_the_newest_that_counts(desk: Desk, maisie: Person) -> None:
    newest = build.assessment(desk, maisie.id, "5555555555", judgement=10, day="2026-11-10")
    older = build.assessment(desk, maisie.id, day="2026-09-29")
    gone = build.assessment(desk, maisie.id, day="2026-11-12")
    casework.withdraw(desk, gone, "Of another child.")
    found = assessing.opening(desk, maisie.id)
    assert found.last is not None
    assert (found.last.assessment, found.before) == (newest, "red")
    assert _ids(found) == [older.id, newest.id]


def test_the_band_before_is_the_one_that_shows(desk: Desk, maisie: Person) -> None:
    build.assessment(desk, maisie.id, day="2026-11-10", band="green", band_reason="As said.")
    assert assessing.opening(desk, maisie.id).before == "amber"


def test_facts_and_contacts_since_the_last_day_stand_beside_what_they_touch(desk: Desk, maisie: Person) -> None:
    build.assessment(desk, maisie.id, day="2026-11-10")
    build.note(desk, maisie.id, happened_at="2026-11-10T15:00+00:00")
    new = build.note(desk, maisie.id, happened_at="2026-11-12T15:00+00:00")
    flags = (life.Flag(flag="repeat_victim", since=Moment("2026-11-11")),)
    casework.save(desk, maisie.changed(flags=flags))
    found = assessing.opening(desk, maisie.id).since
    assert {key: [each.text for each in held] for key, held in found.items()} == {
        "engagement": ["1 contact, not recorded as seen"],
        "exploitation": ["flag: repeat victim"],
    }
    assert found["engagement"][0].record == new.id


def test_a_note_that_a_correction_moved_out_of_the_time_is_not_counted(desk: Desk, maisie: Person) -> None:
    build.assessment(desk, maisie.id, day="2026-11-10")
    note = build.note(desk, maisie.id, happened_at="2026-11-12T15:00+00:00")
    assert list(assessing.opening(desk, maisie.id).since) == ["engagement"]
    build.note(desk, maisie.id, happened_at="2026-11-02T15:00+00:00", corrects=note.id)
    assert assessing.opening(desk, maisie.id).since == {}


def test_a_note_that_is_reserved_is_counted_only_for_whom_it_is(desk: Desk, maisie: Person) -> None:
    nurse = build.colleague(desk, "Ana Ruiz", Role.WORKER, ("health",))
    worker = build.colleague(desk, "Priya Nair", Role.WORKER)
    build.note(nurse, maisie.id, reserved="health")
    assert "engagement" in assessing.opening(nurse, maisie.id).since
    assert "engagement" not in assessing.opening(worker, maisie.id).since
    for each in (nurse, worker):
        signing_in.leave(each)


def test_a_correction_keeps_its_instrument_and_looks_back_from_its_own_day(desk: Desk, maisie: Person) -> None:
    first = build.assessment(desk, maisie.id, "1111111111", judgement=1, day="2026-09-08")
    second = build.assessment(desk, maisie.id, "5555555555", judgement=10, day="2026-10-06")
    build.assessment(desk, maisie.id, day="2026-11-10")
    found = assessing.opening(desk, maisie.id, second.id)
    assert (_ids(found), found.before) == ([first.id], "green")
    assert found.instrument.key == second.instrument
    assert assessing.opening(desk, maisie.id, first.id).last is None


def test_a_correction_shows_what_the_manager_sent_back(desk: Desk, maisie: Person) -> None:
    manager = build.colleague(desk, "Mo Khan", Role.MANAGER)
    made = build.assessment(desk, maisie.id, day="2026-11-10")
    assert assessing.opening(desk, maisie.id, made.id).sent_back is None
    back = _answer(manager, made, SENT_BACK)
    assert assessing.opening(desk, maisie.id, made.id).sent_back == back
    assert assessing.opening(desk, maisie.id).sent_back is None
    casework.withdraw(manager, back, "Too soon.")
    _answer(manager, made, "signed_off")
    assert assessing.opening(desk, maisie.id, made.id).sent_back is None
    signing_in.leave(manager)


def test_an_assessment_of_somebody_else_is_not_put_right_here(desk: Desk, maisie: Person) -> None:
    other = build.young_person(desk, "Jade", case_spells=OPEN)
    theirs = build.assessment(desk, other.id)
    with pytest.raises(NotFound, match="not in this file"):
        assessing.opening(desk, maisie.id, theirs.id)


@pytest.mark.parametrize(
    ("born", "may_be"),
    [("2013-11-21", False), ("2013-11-22", True), ("2013", True), ("2012", False), ("2010-03-27", False), ("", True)],
)
def test_whether_somebody_may_be_under_thirteen(born: str, may_be: bool, desk: Desk) -> None:
    person = build.young_person(desk, "Ada", "Stone", date_of_birth=Moment(born))
    assert assessing.opening(desk, person.id).may_be_under_13 is may_be


def test_for_a_correction_it_goes_by_the_day_it_puts_right(desk: Desk) -> None:
    person = build.young_person(desk, "Ada", "Stone", date_of_birth=Moment("2013-11-15"))
    made = build.assessment(desk, person.id, day="2026-11-14")
    assert not assessing.opening(desk, person.id).may_be_under_13
    assert assessing.opening(desk, person.id, made.id).may_be_under_13


def test_merged_files_are_one_young_person(desk: Desk, maisie: Person) -> None:
    flags = (life.Flag(flag="repeat_victim", since=Moment("2026-11-11")),)
    other = build.young_person(desk, "Maisy", "Okafor", flags=flags)
    made = build.assessment(desk, other.id, day="2026-11-10")
    build.note(desk, other.id, maisie.id, happened_at="2026-11-12T15:00+00:00")
    build.note(desk, other.id, happened_at="2026-11-13T15:00+00:00")
    merging.merge(desk, maisie, other, "One girl.")
    for subject in (maisie.id, other.id):
        found = assessing.opening(desk, subject)
        assert (found.person.id, _ids(found)) == (maisie.id, [made.id])
        assert [each.assessment.subject for each in found.course] == [maisie.id]
        assert [each.text for each in found.since["engagement"]] == ["2 contacts, not recorded as seen"]
        assert [each.text for each in found.since["exploitation"]] == ["flag: repeat victim"]


def test_a_restricted_file_is_refused(desk: Desk, maisie: Person) -> None:
    with desk.writing() as work:
        work.put(maisie.changed(restricted=True), maisie)
    with pytest.raises(NotAllowed):
        assessing.opening(desk, maisie.id)


def _sheet(dice: random.Random) -> list[Any]:
    """Ten levels, some of them not yet known."""
    return [{"score": level, "find_out": "" if level else "Ask school."} for level in dice.choices(range(6), k=10)]


def _recorded(desk: Desk, person: Person, day: str, scores: Any, judgement: int) -> Assessment:
    said = {
        "subject": str(person.id),
        "assessed_on": day,
        "scores": scores,
        "evidence": ["Seen."] * 10,
        "judgement": judgement,
        "judgement_comment": "As she tells it.",
        "band": "Red",
        "band_reason": "As said.",
    }
    made = casework.record(desk, "assessment", said)
    assert isinstance(made, Assessment)
    assert desk.store.get(Assessment, made.id) == made
    return made


def test_every_sheet_is_kept_as_it_was_said_in_whichever_way(desk: Desk, maisie: Person) -> None:
    dice = random.Random(11)
    for day in range(1, 13):
        sheet, judgement = _sheet(dice), dice.randint(1, 10)
        parts = [{"indicator": key, **each} for key, each in zip(INDICATORS, sheet, strict=True)]
        by_key = dict(zip(INDICATORS, sheet, strict=True))
        first, second, third = (
            _recorded(desk, maisie, f"{day}.{month}.2026", scores, judgement)
            for month, scores in ((8, sheet), (9, parts), (10, by_key))
        )
        assert [each.score for each in first.scores] == [each["score"] for each in sheet]
        assert second.changed(assessed_on=first.assessed_on) == first
        assert third.changed(assessed_on=first.assessed_on) == first
