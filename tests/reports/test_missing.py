"""Missing episodes, return interviews and actions in a chronology: every field, and nobody's name who must not be."""

from datetime import datetime
from typing import Any

import pytest

from rise_desk.domain.access import NAMELESS
from rise_desk.domain.action import Action
from rise_desk.domain.interview import Attempt, Covered, ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode, PreventionInterview, Regrade
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.reports.blocks import Entry, as_text
from rise_desk.reports.chronology import entry
from rise_desk.reports.reading import ANOTHER, Reading
from tests.reports.marking import marked
from tests.reports.telling import MAISIE, maisie, story, summary

JADE, KAZ, SEALED = Id(11), Id(12), Id(13)
BACK = Moment("2026-11-20T07:20+00:00")
LEFT_OUT = {
    "owner_agency",
    "references.source",
    "references.ref",
    "withdrawn.at",
    "withdrawn.by",
    "withdrawn.why",
    "recorded_at",
}


@pytest.fixture
def reading(practice: Practice, now: datetime) -> Reading:
    names = {
        MAISIE: "Maisie Okafor",
        JADE: ANOTHER,
        KAZ: "Karl Smith",
        SEALED: NAMELESS,
        Id(5): "missing episode of 4 May",
    }
    return Reading(subject=MAISIE, names=names, practice=practice, now=now)


def _episode(**values: Any) -> MissingEpisode:
    known: dict[str, Any] = {"subject": MAISIE, "reported_at": Moment("2026-11-19T23:30+00:00"), **values}
    return MissingEpisode(**known)


def _facts(made: Record, reading: Reading) -> dict[str, str]:
    return {each.label: each.value for each in _entry(made, reading).facts}


def _entry(made: Record, reading: Reading) -> Entry:
    return entry(made, False, reading)


@pytest.mark.parametrize(
    ("kind", "elsewhere"),
    [
        (MissingEpisode, {"missing_type", "found_with.sort"}),  # 'missing' goes without saying, and so does 'person'
        (ReturnInterview, {"mentions.sort"}),  # by its own heading
        (Action, {"agreed_at"}),  # below, as a line
    ],
)
def test_everything_recorded_is_on_paper(
    kind: type[Record], elsewhere: set[str], practice: Practice, now: datetime
) -> None:
    marks: dict[str, str] = {}
    made = marked(kind, practice, "", marks).changed(withdrawn=None)
    text = as_text(summary(story(maisie(), made), practice, now)).casefold()
    gone = {name for name, words in marks.items() if words not in text}
    assert gone <= LEFT_OUT | elsewhere


def test_an_episode_tells_how_it_went_and_each_grade(reading: Reading) -> None:
    regrades = (
        Regrade(grade="high", at=Moment("2026-11-20T01:00+00:00"), by="Sgt Amin", why="phone off"),
        Regrade(grade="low", at=Moment("2026-11-20T06:00+00:00")),
    )
    told = _facts(_episode(grade="medium", regrades=regrades, returned_at=BACK), reading)
    assert told["Police grade"] == (
        "medium; high, 20 November 2026 at 1:00am, Sgt Amin: phone off; low, 20 November 2026 at 6:00am"
    )
    assert told["Returned"] == "20 November 2026 at 7:20am, after 7 h 50 min"


def test_how_they_came_back_stands_below_how_they_went(reading: Reading) -> None:
    told = _entry(_episode(circumstances="Left at ten.", how_found="By bus.", returned_at=BACK), reading)
    assert told.text == "Left at ten.\nHow they came back or were found: By bus."
    assert _entry(_episode(circumstances="Left at ten."), reading).text == "Left at ten."


def test_an_episode_that_lasts_says_so(reading: Reading) -> None:
    away = _entry(_episode(), reading)
    assert away.tags == ("No return recorded",)
    assert _entry(_episode(returned_at=BACK), reading).tags == ()


def test_a_late_return_is_not_called_missing_alone(reading: Reading) -> None:
    late = _entry(_episode(missing_type="late_home", returned_at=BACK), reading)
    assert late.kind == "Missing episode, late home, not reported"
    assert _entry(_episode(), reading).kind == "Missing episode"


def test_no_minutes_are_made_up_where_the_time_is_not_known(reading: Reading) -> None:
    told = _facts(_episode(reported_at=Moment("2026-11-18"), returned_at=BACK), reading)
    assert told["Returned"] == "20 November 2026 at 7:20am"


def test_the_police_prevention_interview_stands_apart(reading: Reading) -> None:
    talk = PreventionInterview(held_at=BACK, officer="PC Hill", told="Said little.")
    told = _facts(_episode(returned_at=BACK, prevention=(talk,)), reading)
    assert told["Police prevention interview"] == "20 November 2026 at 7:20am, PC Hill: Said little."


def test_another_child_and_a_restricted_file_are_not_named(reading: Reading) -> None:
    held = (
        Mention(name="Jade", person=JADE, known="goes with her", risk="draws_in"),
        Mention(name="Kaz", person=KAZ, known="drives", risk="danger"),
        Mention(name="Sealed Name", person=SEALED, known="secret"),
        Mention(name="Big Tony", risk="not_recorded"),
    )
    told = _facts(_episode(found_with=held), reading)["With whom"]
    assert told == (
        "another young person: may draw the child towards others who are a danger, "
        "what is known of them is withheld on this paper; Kaz (file: Karl Smith): a danger to the child, drives; "
        "Somebody whose file is restricted: what is known of them is withheld on this paper; Big Tony"
    )


def test_what_is_named_in_an_interview_is_told_by_sort(reading: Reading) -> None:
    held = (
        Mention(name="Jade", person=JADE),
        Mention(name="Big Tony", sort="person"),
        Mention(name="Park Inn", sort="place", known="room 4"),
        Mention(name="AB12 CDE", sort="vehicle"),
        Mention(name="07700 900456", sort="phone"),
        Mention(name="@maz_k", sort="handle"),
    )
    told = _facts(ReturnInterview(subject=MAISIE, done_at=BACK, mentions=held), reading)
    assert told["People named"] == "another young person; Big Tony"
    assert told["Places"] == "Park Inn: room 4"
    assert (told["Vehicles"], told["Phones"], told["Names online"]) == ("AB12 CDE", "07700 900456", "@maz_k")


def test_own_words_come_first_and_late_says_why(reading: Reading) -> None:
    made = ReturnInterview(
        subject=MAISIE,
        episodes=(Covered(episode=Id(5)), Covered(episode=Id(6))),
        done_at=BACK,
        late_because="She asked for Priya, who was away.",
        own_words="I was cold.",
        told_happened="She sat in the station.",
        push="A row.",
        would_help="A text.",
    )
    told = _entry(made, reading)
    assert (told.kind, told.own_words, told.text) == (
        "Return interview, done",
        "I was cold.",
        "What made them want to leave: A row.\nWhat happened: She sat in the station.\nWhat would help: A text.",
    )
    known = _facts(made, reading)
    assert known["After 72 hours because"] == "She asked for Priya, who was away."
    assert known["About"] == "missing episode of 4 May, 1 missing episode"
    assert known["Neither carer nor responsible authority"] == "not recorded"
    assert "not recorded" not in str(_facts(made.changed(independent=True), reading))


@pytest.mark.parametrize(
    ("values", "kind", "label", "said"),
    [
        ({"assigned_to": "Priya Nair"}, "not offered yet", "Who does the interview", "Priya Nair"),
        (
            {"offered_at": BACK, "offered_by": "T. Fenwick"},
            "offered, no answer yet",
            "Offered",
            "20 November 2026 at 7:20am by T. Fenwick",
        ),
        (
            {"attempts": (Attempt(at=BACK, by="Priya Nair", how="phone", outcome="no answer"), Attempt(at=BACK))},
            "attempted",
            "Attempts",
            "20 November 2026 at 7:20am, Priya Nair, phone: no answer; 20 November 2026 at 7:20am",
        ),
        ({"answer": "accepted"}, "accepted, not held yet", "The child's answer", "accepted"),
        (
            {"answer": "declined", "answered_at": BACK, "declined_because": "tired"},
            "declined",
            "The child's answer",
            "declined, 20 November 2026 at 7:20am: tired",
        ),
        (
            {"decided_at": BACK, "decided_by": "L. Osei", "decided_because": "in custody"},
            "decided against",
            "Decided against",
            "20 November 2026 at 7:20am by L. Osei: in custody",
        ),
    ],
)
def test_how_far_an_interview_came_is_told_apart(
    values: dict[str, Any], kind: str, label: str, said: str, reading: Reading
) -> None:
    made = ReturnInterview(subject=MAISIE, episodes=(Covered(episode=Id(6)),), **values)
    assert _entry(made, reading).kind == f"Return interview, {kind}"
    known = _facts(made, reading)
    assert known[label] == said
    assert known["About"] == "1 missing episode"
    assert "Neither carer nor responsible authority" not in known


def test_several_unknown_episodes_are_counted(reading: Reading) -> None:
    made = ReturnInterview(subject=MAISIE, episodes=(Covered(episode=Id(6)), Covered(episode=Id(7))))
    assert _facts(made, reading)["About"] == "2 missing episodes"


def test_an_action_tells_what_it_is_about(reading: Reading) -> None:
    made = Action(subject=MAISIE, what="Ring the home.", agreed_at=BACK, about=Id(5), status="done", ended_at=BACK)
    told = _entry(made, reading)
    assert (told.kind, told.text) == ("Action, done", "Ring the home.")
    assert _facts(made, reading)["About"] == "missing episode of 4 May"
    assert "About" not in _facts(made.changed(about=Id(99)), reading)
