"""A search finds missing episodes and return interviews by what was written in them, and says where it stood."""

from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import PreventionInterview
from rise_desk.services import finding
from rise_desk.services.desk import Desk
from tests import build

NIGHT = ("2026-11-06T20:00+00:00", "2026-11-07T08:00+00:00")


def test_an_episode_is_found_by_its_words_and_says_where_they_stood(desk: Desk) -> None:
    maisie = build.young_person(desk)
    talk = (PreventionInterview(officer="PC Quayle", told="She mentioned a houseboat."),)
    made = build.episode(
        desk,
        maisie.id,
        *NIGHT,
        circumstances="Left in a viridian coat.",
        police_ref="NP-20261106-77",
        found_place="Wharf Lane",
        found_with=(Mention(name="Big Tamsin"),),
        prevention=talk,
    )
    for text, told in (
        ("viridian", "missing episode, circumstances"),
        ("NP-20261106-77", "missing episode, police reference"),
        ("wharf lane", "missing episode, where found"),
        ("tamsin", "missing episode, with whom"),
        ("houseboat", "missing episode, police prevention interview"),
    ):
        (hit,) = finding.find(desk, text).notes
        assert (hit.record, hit.kind, hit.subject) == (made.id, "missing_episode", maisie.id), text
        assert hit.found_in.casefold() == told


def test_an_interview_is_found_by_what_the_child_said(desk: Desk) -> None:
    maisie = build.young_person(desk)
    episode = build.episode(desk, maisie.id, *NIGHT)
    held = build.interview(
        desk,
        episode,
        done_at="2026-11-08T10:00+00:00",
        interviewer="Tom Reed",
        independent=True,
        own_words="He waits by the carousel.",
        travelled="By the night coach.",
        mentions=(Mention(name="KX61 ZZB", sort="vehicle"),),
    )
    for text, told in (
        ("carousel", "return interview, own words"),
        ("night coach", "return interview, what happened"),
        ("KX61", "return interview, named"),
    ):
        (hit,) = finding.find(desk, text).notes
        assert (hit.record, hit.kind) == (held.id, "return_interview"), text
        assert hit.found_in.casefold().startswith(told), hit.found_in
