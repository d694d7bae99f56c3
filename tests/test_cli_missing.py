"""Missing episodes, interviews and actions on the command line: recorded and told; each wrong one a sentence."""

from pathlib import Path
from typing import Any

import pytest

from tests.line import Line
from tests.recorded import BACK, EPISODE, Record, did, recording, records


@pytest.fixture
def record(line: Line, people: Path, tmp_path: Path) -> Record:
    """Record one thing about those in the file, who are on file already."""
    return recording(line, people, tmp_path)


def test_an_episode_is_recorded_as_other_programs_say_it(line: Line, record: Record) -> None:
    made = did(
        record(
            "missing_episode",
            EPISODE,
            last_seen_at="19 November 2026 18:45",
            reasons=["conflict at home", "friends"],
            harm="injury; not asked",
            found_with=["Shadow", {"name": "V2", "person": "V2"}],
            police_ref="M1",
            references=[{"source": "police", "ref": "M1"}],
        )
    )
    assert (made["reported_at"], made["last_seen_at"]) == ("2026-11-19T20:00+00:00", "2026-11-19T18:45+00:00")
    assert (made["missing_type"], made["missing_from"], made["grade"]) == ("missing", "home", "medium")
    assert [each["reason"] for each in made["reasons"]] == ["conflict", "contact_with_friends"]
    assert [each["harm"] for each in made["harms"]] == ["injury", "not_asked"]
    assert [bool(each["person"]) for each in made["found_with"]] == [False, True]
    assert (made["young_person"], made["file_number"]) == ("V1 Case Five", "26-0001")
    assert (made["missing_now"], made["since"], made["hours_away"]) == (True, made["last_seen_at"], 39.2)
    assert (made["interview_state"], made["interview_by"], made["interview_hours_left"]) == ("", "", None)
    (card,) = [each for each in line.did("list", "young_person") if each["file_number"] == "26-0001"]
    assert card["missing_since"] == made["since"]
    back = did(record("missing_episode", {"id": "police/M1", "version": 1, "returned_at": "2026-11-20T07:30"}))
    assert (back["missing_now"], back["interview_state"]) == (False, "arranged")
    assert (back["interview_by"], back["interview_hours_left"]) == ("2026-11-23T07:30+00:00", 45.5)
    assert back["interview_in_time"] is None
    graded = {"grade": "high", "at": "2026-11-19T21:00", "why": "Not at her aunt's."}
    assert did(record("missing_episode", {"id": "police/M1", "version": 2}, regrades=[graded]))["grade_now"] == "high"
    (listed,) = line.did("list", "missing_episode")
    (shown,) = records(line, "missing_episode")
    assert shown == {**listed, "corrected_by": ""}


def test_offered_attempted_accepted_declined_done_and_decided_against_are_told_apart(
    line: Line, record: Record
) -> None:
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        ("arranged", {"assigned_to": "Priya Nair"}),
        ("offered", {"offered_at": "2026-11-20T09:00"}),
        ("attempted", {"attempts": [{"at": "2026-11-20T16:00", "outcome": "Nobody in."}]}),
        ("accepted", {"answer": "accepted", "answered_at": "2026-11-20T17:00"}),
        ("declined", {"answer": "declined", "answered_at": "2026-11-20T17:00"}),
        ("decided_against", {"decided_at": "2026-11-20T18:00", "decided_because": "She moved away."}),
        ("done", {"done_at": "2026-11-20T19:30", "own_words": "I was at my friend's."}),
    )
    for day, (state, said) in enumerate(steps):
        at = {"reported_at": f"2026-11-0{day + 1}T20:00", "returned_at": f"2026-11-0{day + 1}T23:30"}
        episode = did(record("missing_episode", {**EPISODE, **at}))
        late = {"late_because": "No worker was free."} if state == "done" else {}
        made = did(record("return_interview", {"young_person": "V1", "episode": episode["id"], **said, **late}))
        assert (made["state"], made["file_number"]) == (state, "26-0001")
    told = {each["state"]: each for each in line.did("list", "return_interview")}
    assert set(told) == {state for state, _said in steps}
    assert (told["done"]["in_time"], told["done"]["hours_left"]) == (False, None)
    assert told["done"]["hours_after_return"] == 308.0
    assert (told["offered"]["in_time"], told["offered"]["state_words"]) == (None, "offered, no answer yet")
    assert told["offered"]["hours_left"] < 0
    assert told["declined"]["hours_left"] is None
    episodes = {each["interview_state"]: each for each in records(line, "missing_episode")}
    assert (episodes["done"]["interview_in_time"], episodes["declined"]["interview_in_time"]) == (False, None)
    assert episodes["accepted"]["interview"] == told["accepted"]["id"]


def test_an_interview_in_time_says_so(line: Line, record: Record) -> None:
    episode = did(record("missing_episode", BACK))
    said = {"young_person": "V1", "episode": episode["id"], "done_at": "2026-11-21T09:00"}
    made = did(record("return_interview", said))
    assert (made["in_time"], made["hours_after_return"]) == (True, 25.5)
    assert records(line, "missing_episode")[0]["interview_in_time"] is True


def test_an_action_says_whether_it_is_late(line: Line, record: Record) -> None:
    said = {"young_person": "V1", "what": "Ring the home", "agreed_at": "2026-11-18"}
    assert did(record("action", said, due_on="2026-11-20"))["is_overdue"] is True
    assert did(record("action", said, due_on="2026-11-21"))["is_overdue"] is False
    done = did(record("action", said, due_on="2026-11-20", status="done", ended_at="2026-11-21"))
    assert (done["is_open"], done["is_overdue"]) == (False, False)
    assert {each["young_person"] for each in line.did("list", "action")} == {"V1 Case Five"}
    assert len(records(line, "action")) == 3


def test_schema_describes_them(line: Line) -> None:
    fields = {each["name"]: each for each in line.did("schema", "missing_episode")["fields"]}
    assert {"reported_at", "last_seen_at", "returned_at", "missing_from", "grade"} <= set(fields)
    assert {"key": "no_apparent_risk", "label": "no apparent risk"} in fields["grade"]["values"]
    assert [each["name"] for each in fields["regrades"]["fields"]] == ["grade", "at", "by", "why"]
    interview = {each["name"] for each in line.did("schema", "return_interview")["fields"]}
    assert {"offered_at", "attempts", "answer", "decided_at", "done_at", "late_because"} <= interview
    assert {"owner", "due_on", "status"} <= {each["name"] for each in line.did("schema", "action")["fields"]}


WRONG: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"returned_at": "2026-11-19T19:59"}, "returned_at", "Returned at must be after it was reported. If it was"),
    ({"last_seen_at": "2026-11-19T20:01"}, "last_seen_at", "Last seen at must be before it was reported."),
    ({"reported_at": ""}, "reported_at", "Enter when it was reported."),
    ({"reported_at": "2026-11-22T20:00"}, "reported_at", "Reported at must be in the past."),
    ({"reported_at": "2026-10-25T01:30"}, "reported_at", "because the clocks went back: add BST for the first or GMT"),
    ({"returned_at": "2026-03-29T01:30"}, "returned_at", "must be a real time: there was no 1:30am on 29 March 2026"),
    ({"last_seen_at": "31/11/2026"}, "last_seen_at", "Last seen at must be a real date."),
    ({"missing_from": "the moon"}, "missing_from", "Missing from “the moon” is not in the list: home, foster"),
    ({"grade": "purple"}, "grade", "Police grade “purple” is not in the list: no apparent risk, low, medium, high."),
    ({"young_person": "V9"}, "subject", "Nothing on file is called “V9”."),
    ({"young_person": ""}, "subject", "Enter young person."),
    ({"mood": "low"}, "mood", "There is no field called 'mood' here."),
    ({"reasons": ["boredom"]}, "reasons.1.reason", "is not in the list"),
)


@pytest.mark.parametrize(("said", "field", "words"), WRONG)
def test_a_wrong_episode_gets_a_sentence_and_nothing_is_saved(
    line: Line, record: Record, said: dict[str, Any], field: str, words: str
) -> None:
    code, answer, err = record("missing_episode", {**EPISODE, **said})
    assert code == 1
    assert words in answer["problems"][field]
    assert words in err
    assert line.did("list", "missing_episode") == []


@pytest.mark.parametrize(
    ("reported_at", "returned_at", "fine"),
    [
        ("2026-11-19T22:00", "2026-11-20T06:00", False),
        ("2026-11-20T07:29", "2026-11-20T09:00", False),
        ("2026-11-20T07:30", "2026-11-20T09:00", True),
        ("2026-11-19T18:00", "2026-11-19T20:00", True),
        ("2026-11-19T18:00", "2026-11-19T20:01", False),
        ("2026-11-19T18:00", "", False),
        ("2026-11-20T20:00", "", True),
    ],
)
def test_nobody_is_missing_twice_at_once(
    line: Line, record: Record, reported_at: str, returned_at: str, fine: bool
) -> None:
    did(record("missing_episode", BACK))
    code, answer, _err = record("missing_episode", {**EPISODE, "reported_at": reported_at, "returned_at": returned_at})
    assert code == (0 if fine else 1)
    assert fine or "is on file already." in answer["problems"]["reported_at"]
    assert len(line.did("list", "missing_episode")) == 1 + fine


INTERVIEWS: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"done_at": "2026-11-20T07:29"}, "done_at", "Interview held at must be after they came back."),
    ({"offered_at": "2026-11-20T07:29"}, "offered_at", "Offered at must be after they came back."),
    ({"attempts": [{"at": "2026-11-20T07:29"}]}, "attempts.1.at", "Attempted at must be after they came back."),
    ({"done_at": "2026-11-20T07:30", "answer": "declined"}, "answer", "An interview that was held was not declined."),
    ({"decided_at": "2026-11-20T09:00"}, "decided_because", "Say why it was decided against."),
    ({"answer": "accepted"}, "answered_at", "Enter when they answered."),
    ({}, "offered_at", "Say when it was offered, attempted, held or decided against, or who does it."),
    ({"done_at": "2026-10-25T01:30"}, "done_at", "because the clocks went back"),
)


@pytest.mark.parametrize(("said", "field", "words"), INTERVIEWS)
def test_a_wrong_interview_gets_a_sentence_and_nothing_is_saved(
    line: Line, record: Record, said: dict[str, Any], field: str, words: str
) -> None:
    episode = did(record("missing_episode", BACK))
    code, answer, _err = record("return_interview", {"young_person": "V1", "episode": episode["id"], **said})
    assert code == 1
    assert words in answer["problems"][field]
    assert line.did("list", "return_interview") == []


def test_an_interview_of_an_episode_that_lasts_or_was_late_says_why_not(line: Line, record: Record) -> None:
    lasting = did(record("missing_episode", EPISODE, reported_at="2026-11-20T20:00"))
    said = {"young_person": "V1", "episode": lasting["id"], "done_at": "2026-11-21T09:00"}
    assert "Record the return first." in record("return_interview", said)[1]["problems"]["episodes"]
    old = did(record("missing_episode", EPISODE, reported_at="2026-11-10T20:00", returned_at="2026-11-11T09:00"))
    said = {"young_person": "V1", "episode": old["id"], "done_at": "2026-11-14T09:01"}
    assert record("return_interview", said)[1]["error"] == "Say in a line why the interview was after 72 hours."
    assert did(record("return_interview", {**said, "done_at": "2026-11-14T09:00"}))["in_time"] is True
