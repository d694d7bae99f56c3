"""The steps towards a return interview: added one by one to whatever stands on file, and nobody's is overwritten."""

from datetime import date

import pytest

from rise_desk.domain.act import Announcement
from rise_desk.domain.interview import Attempt, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.errors import Conflict, Invalid
from rise_desk.services import interviewing, settings
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build

IN_TIME = Moment("2026-11-21T02:00+00:00")


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A girl whose returns the team expects to hear of from November on."""
    settings.set_interviews_since(desk, date(2026, 11, 1))
    return build.young_person(desk)


@pytest.fixture
def episode(desk: Desk, maisie: Person) -> MissingEpisode:
    """Five hours of one night."""
    return build.episode(desk, maisie.id, "2026-11-17T21:00+00:00", "2026-11-18T02:00+00:00")


def _titles(desk: Desk) -> list[str]:
    said: list[str] = []

    def hear(told: Announcement) -> None:
        said.append(told.title)

    desk.listeners.append(hear)
    return said


def test_steps_are_added_one_by_one_to_one_interview(desk: Desk, maisie: Person, episode: MissingEpisode) -> None:
    said = _titles(desk)
    at = Moment("2026-11-18T10:00+00:00")
    offered = interviewing.step(desk, maisie.id, episode.id, offered_at=at, offered_by="Jo March")
    tried = interviewing.step(desk, maisie.id, episode.id, attempt=Attempt(at=at, by="Jo March", outcome="Nobody in"))
    tried = interviewing.step(desk, maisie.id, episode.id, attempt=Attempt(at=at, by="Jo March", outcome="Asleep"))
    answered = interviewing.step(desk, maisie.id, episode.id, answer="accepted", answered_at=at)
    assert {offered.id, tried.id} == {answered.id}
    assert [each.outcome for each in answered.attempts] == ["Nobody in", "Asleep"]
    assert (answered.state, answered.version) == ("accepted", 4)
    assert said == [
        "Return interview offered",
        "Attempt at a return interview recorded",
        "Attempt at a return interview recorded",
        "Return interview accepted",
    ]
    assert audit.entries(desk.store.vault)[0]["deed"] == "record changed"


def test_a_step_is_added_to_what_others_did_meanwhile(desk: Desk, maisie: Person, episode: MissingEpisode) -> None:
    at = Moment("2026-11-18T10:00+00:00")
    shown = interviewing.step(desk, maisie.id, episode.id, offered_at=at)
    interviewing.step(build.colleague(desk, "Tom Reed"), maisie.id, episode.id, attempt=Attempt(at=at, by="Tom"))
    made = interviewing.step(desk, maisie.id, episode.id, over=shown, attempt=Attempt(at=at, by="Jo"))
    assert [each.by for each in made.attempts] == ["Tom", "Jo"]


def test_what_somebody_else_said_meanwhile_is_not_overwritten(
    desk: Desk, maisie: Person, episode: MissingEpisode
) -> None:
    at = Moment("2026-11-18T10:00+00:00")
    shown = interviewing.step(desk, maisie.id, episode.id, offered_at=at)
    theirs = build.colleague(desk, "Tom Reed")
    interviewing.step(theirs, maisie.id, episode.id, answer="accepted", answered_at=at)
    with pytest.raises(Conflict, match="Tom Reed"):
        interviewing.step(desk, maisie.id, episode.id, over=shown, answer="declined", answered_at=at)
    same = interviewing.step(desk, maisie.id, episode.id, over=shown, answer="accepted", answered_at=at)
    assert same.answer == "accepted"


def test_carers_are_offered_the_talk_after_a_child_declined(
    desk: Desk, maisie: Person, episode: MissingEpisode
) -> None:
    at = Moment("2026-11-18T10:00+00:00")
    declined = interviewing.step(
        desk, maisie.id, episode.id, answer="declined", answered_at=at, declined_because="“No point.”"
    )
    said = _titles(desk)
    after = interviewing.step(desk, maisie.id, episode.id, carers_offered_at=at, carers_said="They came on Friday.")
    assert (after.corrects, after.state, after.declined_because) == (declined.id, "declined", "“No point.”")
    assert said == ["Return interview corrected"]


def test_what_was_declined_or_decided_against_can_still_be_held(
    desk: Desk, maisie: Person, episode: MissingEpisode
) -> None:
    at = Moment("2026-11-18T10:00+00:00")
    declined = interviewing.step(desk, maisie.id, episode.id, answer="declined", answered_at=at)
    against = interviewing.step(desk, maisie.id, episode.id, decided_at=at, decided_because="A trial begins.")
    assert (against.corrects, against.state, against.answer) == (declined.id, "decided_against", "")
    again = interviewing.step(desk, maisie.id, episode.id, attempt=Attempt(at=at, by="Jo"))
    assert (again.corrects, again.state, again.decided_because) == (against.id, "attempted", "")
    assert interviewing.going_on(desk, again) is again
    assert desk.store.get(ReturnInterview, declined.id).answer == "declined"


def test_no_step_is_added_to_one_that_was_held(desk: Desk, maisie: Person, episode: MissingEpisode) -> None:
    begun = interviewing.opening(desk, maisie.id, episode.id).interview
    interviewing.record(desk, begun.changed(done_at=IN_TIME))
    with pytest.raises(Invalid, match="was held"):
        interviewing.step(desk, maisie.id, episode.id, offered_at=IN_TIME)


def test_a_decision_against_says_why(desk: Desk, maisie: Person, episode: MissingEpisode) -> None:
    with pytest.raises(Invalid) as told:
        interviewing.step(desk, maisie.id, episode.id, decided_at=IN_TIME)
    assert told.value.fields == {"decided_because": "Say why it was decided against."}
