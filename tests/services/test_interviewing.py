"""A return interview from the first offer to what was agreed: each step one act, and nothing typed twice."""

from datetime import date

import pytest

from rise_desk.domain.act import Announcement
from rise_desk.domain.action import Action
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.interview import Agreed, Covered, ReturnInterview
from rise_desk.domain.interview_problems import LATE
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.errors import Conflict, Invalid, NotFound
from rise_desk.services import casework, interviewing, merging, overview, settings, undoing, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build

AWAY, BACK = "2026-11-17T21:00+00:00", "2026-11-18T02:00+00:00"
IN_TIME, LATER = Moment("2026-11-21T02:00+00:00"), Moment("2026-11-21T02:01+00:00")
PLANNED = Agreed(what="Walk to school with them", owner="Tom Reed", due_on=Moment("2026-11-27"))


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl whose returns the team expects to hear of from November on."""
    settings.set_interviews_since(desk, date(2026, 11, 1))
    return build.young_person(desk)


@pytest.fixture
def episode(desk: Desk, maisie: Person) -> MissingEpisode:
    """Five hours of one night; the 72 hours end on 21 November at 2am."""
    return build.episode(desk, maisie.id, AWAY, BACK)


@pytest.fixture
def other(desk: Desk, episode: MissingEpisode) -> MissingEpisode:
    """Another one, earlier."""
    return build.episode(desk, episode.subject, "2026-11-10T21:00+00:00", "2026-11-11T02:00+00:00")


def _actions(desk: Desk, who: Id) -> list[Action]:
    return list(overview.case_file(desk, who, Sieve(kinds=(Action.KIND,))).of(Action))


def _titles(desk: Desk) -> list[str]:
    said: list[str] = []

    def hear(told: Announcement) -> None:
        said.append(told.title)

    desk.listeners.append(hear)
    return said


def _held(desk: Desk, episode: MissingEpisode, **values: object) -> ReturnInterview:
    made = interviewing.opening(desk, episode.subject, episode.id).interview
    known: dict[str, object] = {"done_at": IN_TIME, "interviewer": "Jo March, Missing Link", **values}
    return interviewing.record(desk, made.changed(**known))


# Opening


def test_it_opens_with_a_new_interview_about_the_episode(desk: Desk, maisie: Person, episode: MissingEpisode) -> None:
    opened = interviewing.opening(desk, maisie.id, episode.id)
    assert opened.person.name == "Maisie Okafor"
    assert opened.interview.version == 0
    assert opened.interview.covers == {episode.id}
    assert opened.interview.subject == maisie.id
    assert opened.episodes == (episode,)
    assert opened.owed_by == ""
    by = opened.by(frozenset({episode.id}))
    assert by is not None
    assert by.isoformat() == "2026-11-21T02:00:00+00:00"
    assert opened.by(frozenset()) is None


def test_the_return_that_is_due_first_comes_where_none_is_named(
    desk: Desk, maisie: Person, episode: MissingEpisode, other: MissingEpisode
) -> None:
    opened = interviewing.opening(desk, maisie.id)
    assert opened.interview.covers == {other.id}
    assert opened.episodes == (other, episode)
    by = opened.by(frozenset({episode.id, other.id}))
    assert by is not None
    assert by.isoformat() == "2026-11-14T02:00:00+00:00"
    build.interview(desk, other, done_at="2026-11-12T10:00+00:00")
    assert interviewing.opening(desk, maisie.id).interview.covers == {episode.id}


def test_where_none_is_owed_it_says_so(desk: Desk, maisie: Person) -> None:
    build.episode(desk, maisie.id, "2026-10-10T21:00+00:00", "2026-10-11T02:00+00:00")
    with pytest.raises(NotFound, match="No return interview is owed here"):
        interviewing.opening(desk, maisie.id)


def test_a_return_that_nobody_expects_is_not_offered_beside_others_but_can_be_asked_for(
    desk: Desk, maisie: Person, episode: MissingEpisode
) -> None:
    old = build.episode(desk, maisie.id, "2026-10-31T01:00+00:00", "2026-10-31T23:59+00:00")
    first = build.episode(desk, maisie.id, "2026-11-01T01:00+00:00", "2026-11-01T02:00+00:00")
    assert interviewing.opening(desk, maisie.id, episode.id).episodes == (first, episode)
    assert interviewing.opening(desk, maisie.id, old.id).episodes == (old, first, episode)


def test_nobody_is_interviewed_about_an_episode_that_lasts(desk: Desk, maisie: Person) -> None:
    away = build.episode(desk, maisie.id, "2026-11-20T21:00+00:00")
    with pytest.raises(Invalid, match="not come back"):
        interviewing.opening(desk, maisie.id, away.id)
    with pytest.raises(NotFound, match="not in this file"):
        interviewing.opening(desk, maisie.id, Id(5))


def test_what_is_recorded_of_one_return_is_not_offered_for_another(
    desk: Desk, maisie: Person, episode: MissingEpisode, other: MissingEpisode
) -> None:
    held = build.interview(desk, other, offered_at="2026-11-11T10:00+00:00")
    assert interviewing.opening(desk, maisie.id, episode.id).episodes == (episode,)
    opened = interviewing.opening(desk, maisie.id, other.id)
    assert (opened.interview, opened.interview.version) == (held, 1)
    assert opened.episodes == (other, episode)
    assert interviewing.of_episode(desk, maisie.id, other.id) == held
    assert interviewing.of_episode(desk, maisie.id, episode.id) is None


def test_whoever_was_placed_by_another_council_is_owed_theirs(desk: Desk, episode: MissingEpisode) -> None:
    settings.set_our_council(desk, "Northshire")
    girl = desk.store.get(Person, episode.subject)
    casework.save(desk, girl.changed(placing_authority="Southmere"))
    opened = interviewing.opening(desk, girl.id, episode.id)
    assert opened.owed_by.startswith("owed by Southmere, who placed them here; tell Northshire")


def test_a_merged_file_leads_to_the_episode_where_it_was_filed(desk: Desk, maisie: Person) -> None:
    twin = build.young_person(desk, "Maisy", "Okafor")
    filed = build.episode(desk, twin.id, AWAY, BACK)
    merging.merge(desk, twin, maisie, "the same child")
    opened = interviewing.opening(desk, maisie.id, filed.id)
    assert opened.interview.subject == twin.id
    made = interviewing.record(desk, opened.interview.changed(done_at=IN_TIME))
    assert interviewing.of_episode(desk, maisie.id, filed.id) == made


# Late or not


def test_both_sides_of_72_hours(desk: Desk, episode: MissingEpisode) -> None:
    opened = interviewing.opening(desk, episode.subject, episode.id)
    assert not opened.is_late(IN_TIME, opened.interview.covers)
    assert opened.is_late(LATER, opened.interview.covers)
    assert not opened.is_late(LATER, frozenset())
    with pytest.raises(Invalid) as told:
        interviewing.record(desk, opened.interview.changed(done_at=LATER))
    assert told.value.fields == {"late_because": LATE}
    made = interviewing.record(desk, opened.interview.changed(done_at=LATER, late_because="She was in hospital."))
    assert made.state == "done"


def test_72_hours_are_real_hours_across_a_change_of_the_clocks(desk: Desk, maisie: Person) -> None:
    spring = build.episode(desk, maisie.id, "2026-03-28T12:00+00:00", "2026-03-28T20:00+00:00")
    opened = interviewing.opening(desk, maisie.id, spring.id)
    by = opened.by(opened.interview.covers)
    assert by is not None
    assert by.isoformat() == "2026-03-31T20:00:00+00:00"  # 9pm in British Summer Time
    in_time = opened.interview.changed(done_at=Moment("2026-03-31T21:00+01:00"))
    with pytest.raises(Invalid):
        interviewing.record(desk, opened.interview.changed(done_at=Moment("2026-03-31T21:01+01:00")))
    assert interviewing.record(desk, in_time).late_because == ""


# Recording


def test_what_was_agreed_becomes_an_action_in_the_same_act(desk: Desk, episode: MissingEpisode) -> None:
    said = _titles(desk)
    made = _held(desk, episode, agreed=(PLANNED, Agreed(what="Ask about a new phone")))
    first, second = sorted(_actions(desk, episode.subject), key=lambda each: each.id)
    assert (first.what, first.owner, first.due_on) == ("Walk to school with them", "Tom Reed", "2026-11-27")
    assert (first.agreed_at, first.agreed_in, first.about) == (IN_TIME, "return interview", made.id)
    assert (second.what, second.owner, second.due_on) == ("Ask about a new phone", "", "")
    assert said == ["Return interview recorded, with 2 actions"]


def test_the_act_leaves_its_rows_and_tells_nothing_of_what_was_said(desk: Desk, episode: MissingEpisode) -> None:
    made = _held(desk, episode, own_words="He said he would find me.")
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["record"], row["subject"]) == ("record made", made.id, episode.subject)
    assert "find me" not in str(row)


def test_interviews_are_read_with_their_episodes(
    desk: Desk, maisie: Person, episode: MissingEpisode, other: MissingEpisode
) -> None:
    made = _held(desk, episode)
    assert interviewing.episodes_of(desk, [made, maisie, other]) == {episode.id: episode}
    assert interviewing.episodes_of(desk, [maisie]) == {}


def test_taking_it_back_takes_back_its_actions(desk: Desk, episode: MissingEpisode) -> None:
    acts: list[Id] = []
    desk.listeners.append(lambda told: acts.append(told.act))
    made = _held(desk, episode, agreed=(PLANNED,))
    undoing.undo(desk, acts[-1])
    assert [each.withdrawn is not None for each in _actions(desk, episode.subject)] == [True]
    assert desk.store.get(ReturnInterview, made.id).withdrawn


def test_what_is_planned_before_it_was_held_is_no_action_yet(desk: Desk, episode: MissingEpisode) -> None:
    begun = interviewing.opening(desk, episode.subject, episode.id).interview
    arranged = interviewing.record(desk, begun.changed(assigned_to="Jo March", agreed=(PLANNED,)))
    assert (arranged.state, _actions(desk, episode.subject)) == ("arranged", [])
    said = _titles(desk)
    held = interviewing.record(desk, arranged.changed(done_at=IN_TIME))
    assert [each.about for each in _actions(desk, episode.subject)] == [held.id]
    assert said == ["Return interview recorded, with 1 action"]


def test_the_draft_goes_in_the_same_transaction_or_stays(desk: Desk, episode: MissingEpisode) -> None:
    draft = unfinished.keep(desk, NO_ID, ReturnInterview.KIND, episode.subject, {"panel": {"push": "Rows"}})
    begun = interviewing.opening(desk, episode.subject, episode.id).interview
    with pytest.raises(Invalid):
        interviewing.record(desk, begun.changed(done_at=Moment("2026-11-18T01:59+00:00")), draft)
    assert [each.id for each in unfinished.mine(desk)] == [draft]
    interviewing.record(desk, begun.changed(done_at=IN_TIME), draft)
    assert unfinished.mine(desk) == []


def test_one_interview_covers_several_returns(
    desk: Desk, maisie: Person, episode: MissingEpisode, other: MissingEpisode
) -> None:
    both = (Covered(episode=other.id), Covered(episode=episode.id))
    made = _held(desk, episode, episodes=both, late_because="Two returns in one week.")
    assert interviewing.of_episode(desk, maisie.id, other.id) == made
    assert [each.rule for each in overview.due_lines(desk) if each.rule == "return_interview"] == []


def test_a_correction_makes_no_action_twice(desk: Desk, episode: MissingEpisode) -> None:
    made = _held(desk, episode, agreed=(PLANNED,))
    said = _titles(desk)
    again = interviewing.going_on(desk, made).changed(
        own_words="I want my own room.", agreed=(PLANNED, Agreed(what="Look for a room"))
    )
    assert (again.corrects, again.done_at, again.version) == (made.id, IN_TIME, 0)
    corrected = interviewing.record(desk, again)
    assert sorted(each.what for each in _actions(desk, episode.subject)) == [
        "Look for a room",
        "Walk to school with them",
    ]
    assert said == ["Return interview corrected, with 1 action"]
    assert interviewing.of_episode(desk, episode.subject, episode.id) == corrected
    opened = interviewing.opening(desk, episode.subject, corrects=made.id)
    assert opened.interview == made
    with pytest.raises(NotFound, match="not in this file"):
        interviewing.opening(desk, episode.subject, corrects=Id(5))


def test_somebody_elses_interview_about_the_same_return_is_a_conflict(desk: Desk, episode: MissingEpisode) -> None:
    begun = interviewing.opening(desk, episode.subject, episode.id).interview
    build.interview(build.colleague(desk, "Tom Reed"), episode, offered_at="2026-11-18T10:00+00:00")
    with pytest.raises(Conflict, match="Tom Reed saved something about this return interview"):
        interviewing.record(desk, begun.changed(done_at=IN_TIME))


def test_one_that_was_held_meanwhile_is_a_conflict_and_not_an_entry_changed(
    desk: Desk, episode: MissingEpisode
) -> None:
    arranged = build.interview(desk, episode, offered_at="2026-11-18T10:00+00:00")
    interviewing.record(build.colleague(desk, "Tom Reed"), arranged.changed(done_at=IN_TIME))
    with pytest.raises(Conflict, match="Tom Reed"):
        interviewing.record(desk, arranged.changed(done_at=IN_TIME, push="Rows"))


def test_two_corrections_of_one_entry_are_a_conflict(desk: Desk, episode: MissingEpisode) -> None:
    made = _held(desk, episode)
    mine, theirs = interviewing.further(desk, made), interviewing.further(desk, made)
    interviewing.record(desk, theirs.changed(push="Rows at home"))
    with pytest.raises(Conflict):
        interviewing.record(desk, mine.changed(pull="A boy"))


def test_a_reference_stays_with_the_entry_it_came_with(desk: Desk, episode: MissingEpisode) -> None:
    made = _held(desk, episode, source="import")
    assert (interviewing.further(desk, made).source, interviewing.further(desk, made).references) == ("", ())
