"""Past return interviews come in beside their episodes; offered, attempted, declined and done are told apart."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.services import casework, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.asking import NOT_IN_FILE, Answers
from rise_desk.services.exchange.interviews import WHICH
from rise_desk.services.exchange.planning import Fate
from tests import build
from tests.services import police
from tests.services.police import Seen, fates, imported, interviews, only

ROW: Mapping[str, str] = {"yp ref": "M1", "police ref": "INC1", "interview date": "2026-09-04 10:00"}


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """M1 in the source police."""
    return police.maisie(desk)


@pytest.fixture
def jade(desk: Desk) -> Person:
    """M2 in the source police."""
    return police.jade(desk)


@pytest.fixture
def episode(desk: Desk, maisie: Person) -> MissingEpisode:
    """Back at a quarter past six on 2 September, INC1 to the police."""
    return build.episode(
        desk,
        maisie.id,
        "2026-09-01T20:30+00:00",
        "2026-09-02T05:15+00:00",
        police_ref="INC1",
        references=(Reference(source="police", ref="INC1"),),
    )


@pytest.fixture
def seen(desk: Desk, tmp_path: Path) -> Seen:
    """The preview of a file from the police."""
    return police.previewing(desk, tmp_path)


MORE: Mapping[str, str] = {
    "interview ref": "R1",
    "assigned to": "Priya Nair",
    "offered": "02/09/2026",
    "time offered": "0930",
    "offered by": "Ana Silva",
    "attempts": "02/09/2026 16:00 | Ana Silva | visit | Nobody in; 03/09/2026 16:00",
    "accepted": "yes",
    "answered": "03/09/2026",
    "carers offered at": "03/09/2026",
    "carers said": "Worried.",
    "interviewer": "Ana Silva, charity",
    "independent": "Y",
    "place": "School",
    "seen": "alone",
    "own words": "I was at Kay's.",
    "push": "An argument.",
    "reasons": "friends | her",
    "harm": "none known",
    "people named": "Shadow | person | | tall; red Corsa | vehicle",
    "actions": "Ring the home | Ana Silva | 05/09/2026; See her again",
    "what would help": "A room of her own.",
    "source": "old system",
}


def test_everything_a_row_says_has_its_field(desk: Desk, maisie: Person, episode: MissingEpisode, seen: Seen) -> None:
    found = seen({**ROW, **MORE})
    assert (found.kind, found.layout.not_recognised) == ("return_interview", ())
    made = imported(desk, found)
    assert (made.subject, made.covers, made.state) == (maisie.id, {episode.id}, "done")
    assert (made.offered_at, made.answered_at, made.done_at) == (
        "2026-09-02T08:30+00:00",
        "2026-09-03",
        "2026-09-04T09:00+00:00",
    )
    assert [(each.at, each.outcome) for each in made.attempts] == [
        ("2026-09-02T15:00+00:00", "Nobody in"),
        ("2026-09-03T15:00+00:00", ""),
    ]
    assert (made.answer, made.independent, made.seen) == ("accepted", True, "seen_alone")
    assert [(each.name, each.sort, each.known) for each in made.mentions] == [
        ("Shadow", "person", "tall"),
        ("red Corsa", "vehicle", ""),
    ]
    assert [(each.what, each.owner, each.due_on) for each in made.agreed] == [
        ("Ring the home", "Ana Silva", "2026-09-05"),
        ("See her again", "", ""),
    ]
    assert [each.heard_from for each in made.reasons] == ["her"]
    assert made.source == "old system; import of missing.csv from police"
    assert made.references == (Reference(source="police", ref="R1"),)
    assert only(seen({**ROW, **MORE})).reason == "police/R1 has the same reference."
    assert upkeep.check(desk) == []


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"offered": "03/09/2026"}, "offered"),
        ({"assigned to": "Ana Silva"}, "arranged"),
        ({"attempted": "03/09/2026; 04/09/2026"}, "attempted"),
        ({"accepted": "accepted", "answered on": "03/09/2026"}, "accepted"),
        ({"declined": "03/09/2026", "reason declined": "No trust."}, "declined"),
        ({"declined": "Yes", "answered on": "03/09/2026"}, "declined"),
        ({"declined": "No", "offered": "03/09/2026"}, "offered"),
        ({"decided against": "03/09/2026", "reason not done": "She moved away."}, "decided_against"),
        ({"interview date": "04/09/2026 10:00", "offered": "No"}, "done"),
    ],
)
def test_how_far_it_came_is_told_apart(
    desk: Desk, episode: MissingEpisode, seen: Seen, said: Mapping[str, str], state: str
) -> None:
    row = {"yp ref": "M1", "police ref": "INC1", **said}
    assert imported(desk, seen(row, kind="return_interview")).state == state
    assert fates(seen(row, kind="return_interview")) == ["matched"]


@pytest.mark.parametrize(
    "about",
    [
        {"police ref": "INC1"},
        {"yp ref": "M1", "date returned": "02/09/2026"},
        {"yp ref": "M1", "date returned": "02/09/2026", "time returned": "0615"},
        {"name": "Maisie Okafor", "dob": "27/03/2010", "date returned": "02/09/2026 06:15"},
        {"yp ref": "M1", "police ref": "inc1"},
    ],
)
def test_the_episode_is_found_by_reference_or_by_child_and_return(
    desk: Desk, episode: MissingEpisode, seen: Seen, about: Mapping[str, str]
) -> None:
    assert imported(desk, seen({**about, "interview date": "04/09/2026"})).covers == {episode.id}


def test_an_episode_of_another_source_is_found_by_its_police_reference(
    desk: Desk, maisie: Person, episode: MissingEpisode, seen: Seen
) -> None:
    casework.save(desk, episode.changed(references=()))
    assert imported(desk, seen(ROW)).covers == {episode.id}
    assert only(seen({**ROW, "police ref": "INC9"})).reason == (
        "26-0001 has no missing episode with the police reference “INC9”. Import the missing episodes first."
    )


def test_one_interview_may_cover_several_episodes(
    desk: Desk, maisie: Person, jade: Person, episode: MissingEpisode, seen: Seen
) -> None:
    second = build.episode(
        desk, maisie.id, "2026-09-02T20:30+00:00", "2026-09-03T05:15+00:00", police_ref="INC2",
        references=(Reference(source="police", ref="INC2"),),
    )  # fmt: skip
    build.episode(
        desk, jade.id, "2026-09-02T20:30+00:00", "2026-09-03T05:15+00:00",
        references=(Reference(source="police", ref="INC3"),),
    )  # fmt: skip
    assert (
        only(seen({**ROW, "police ref": "INC1; INC3"})).reason == "These missing episodes are not one young person's."
    )
    assert imported(desk, seen({**ROW, "police ref": "INC1; INC2"})).covers == {episode.id, second.id}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"police ref": ""}, WHICH),
        ({"police ref": "", "date returned": "05/09/2026"}, "26-0001 has no missing episode that ended on 5 September"),
        ({"police ref": "", "date returned": "31/09/2026"}, "Returned at must be a real date."),
        ({"interview date": "02/09/2026 06:14"}, "Interview held at must be after they came back."),
        ({"interview date": "25/10/2026 01:30"}, "Interview held at must say which 1:30am on 25 October 2026"),
        ({"interview date": "", "yp ref": "M1"}, "Say when it was offered, attempted, held or decided against"),
        ({"interview date": "05/09/2026 06:16"}, "Say in a line why the interview was after 72 hours."),
        ({"interview date": "", "decided against": "03/09/2026"}, "Say why it was decided against."),
        ({"interview date": "", "declined": "Yes"}, "Enter when they answered."),
        ({"police ref": "", "date returned": "02/09/2026", "yp ref": ""}, "Say whose this is"),
        ({"police ref": "", "date returned": "02/09/2026", "yp ref": "M9"}, "Nobody on file is “M9”"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence(
    episode: MissingEpisode, seen: Seen, said: Mapping[str, str], reason: str
) -> None:
    outcome = only(seen({**ROW, **said}))
    assert outcome.fate is Fate.REFUSED
    assert reason in outcome.reason


def test_two_returns_of_one_day_are_told_apart_by_the_time(
    desk: Desk, maisie: Person, episode: MissingEpisode, seen: Seen
) -> None:
    second = build.episode(desk, maisie.id, "2026-09-02T10:30+00:00", "2026-09-02T15:15+00:00")
    row = {"yp ref": "M1", "interview date": "04/09/2026", "date returned": "02/09/2026"}
    assert only(seen(row)).reason == (
        "26-0001 has 2 missing episodes that ended on 2 September 2026. Give the police reference."
    )
    assert imported(desk, seen({**row, "time returned": "16:15"})).covers == {second.id}


def test_a_child_whom_the_episode_is_not_of_is_asked_about(
    desk: Desk, episode: MissingEpisode, jade: Person, seen: Seen
) -> None:
    outcome = only(seen({**ROW, "yp ref": "", "name": "Jade Whitlock"}))
    assert (outcome.fate, outcome.asks) == (Fate.ASKED, "Jade Whitlock")
    assert outcome.reason == (
        "May be 26-0001 Maisie Okafor, born 27 March 2010: the same episode, but another name. Say who it is."
    )
    answers = Answers(who={"Jade Whitlock": "26-0001"})
    assert fates(seen({**ROW, "yp ref": "", "name": "Jade Whitlock"}, answers=answers)) == ["created"]


@pytest.mark.parametrize("said", [{"yp ref": "M2"}, {"yp ref": "", "file number": "26-0002"}])
def test_a_row_about_one_child_and_another_s_episode_is_refused(
    episode: MissingEpisode, jade: Person, seen: Seen, said: Mapping[str, str]
) -> None:
    assert only(seen({**ROW, **said})).reason == "This episode is in the file 26-0001, and the row is about 26-0002."


def test_late_ones_without_a_reason_come_in_only_when_somebody_says_so(
    desk: Desk, episode: MissingEpisode, seen: Seen
) -> None:
    late = {**ROW, "interview date": "2026-09-05 06:16"}
    assert fates(seen(late)) == ["refused"]
    let_in = Answers(late_unexplained=True)
    assert imported(desk, seen({**late, "late reason": "A trip."}, answers=let_in)).late_because == "A trip."
    (held,) = interviews(desk)
    casework.withdraw(desk, held, "Tried.")
    told = {**late, "ref": "R7"}
    assert imported(desk, seen(told, answers=let_in)).late_because == NOT_IN_FILE


def test_one_in_time_needs_no_reason(desk: Desk, episode: MissingEpisode, seen: Seen) -> None:
    row = {**ROW, "interview date": "2026-09-05 06:15"}
    assert imported(desk, seen(row, answers=Answers(late_unexplained=True))).late_because == ""


def test_one_about_the_same_episode_is_matched_or_refused(desk: Desk, episode: MissingEpisode, seen: Seen) -> None:
    build.interview(desk, episode, offered_at="2026-09-02T09:00+00:00")
    arranged = seen({**ROW, "ref": "R1"})
    assert only(arranged).reason == (
        "A record of 26-0001 has the same missing episode. It gains interview held at, the reference police/R1."
    )
    importing.commit(desk, arranged)
    assert [each.state for each in interviews(desk)] == ["done"]
    other = only(seen({**ROW, "ref": "R2", "interview date": "2026-09-03 10:00"}))
    assert other.reason == (
        "A record of 26-0001 has the same missing episode, but says something else (interview held at). "
        "Record a correction by hand."
    )
    assert only(seen({**ROW, "ref": "R3"})).reason == "A record of 26-0001 has the same missing episode."


def test_two_rows_about_one_episode_name_the_line(
    desk: Desk, maisie: Person, episode: MissingEpisode, seen: Seen
) -> None:
    build.episode(
        desk, maisie.id, "2026-09-02T20:30+00:00", "2026-09-03T05:15+00:00", police_ref="INC2",
        references=(Reference(source="police", ref="INC2"),),
    )  # fmt: skip
    found = seen(ROW, {**ROW, "police ref": "INC1; INC2", "interview date": "2026-09-04 11:00"})
    assert [each.reason for each in found.outcomes] == ["", "Line 2 of this file is about the same episode."]
    assert found.outcomes[1].name == "M1, 2026-09-04 11:00"


def test_episodes_then_interviews_from_one_combined_export(desk: Desk, maisie: Person, seen: Seen) -> None:
    row = {**police.ROW, "RHI date": "04/09/2026", "RHI by": "Ana Silva", "reasons": "friends"}
    assert imported(desk, seen(row)).reasons[0].reason == "contact_with_friends"
    made = imported(desk, seen(row, kind="return interviews"))
    assert (made.done_at, made.interviewer, made.reasons) == ("2026-09-04", "Ana Silva", ())
