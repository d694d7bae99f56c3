"""A return interview: what stands against it by itself and beside its episodes, and when it becomes an entry."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain.hearing import heard
from rise_desk.domain.interview import Attempt, ReturnInterview
from rise_desk.domain.interview_problems import LATE
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Withdrawal
from rise_desk.services.practice import general
from tests.domain.absences import CHILD, episode, file, interview

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
PRACTICE = general()
BACK = "2026-11-19T23:30+00:00"
AWAY = episode(2, "2026-11-19T20:00+00:00", BACK)


def _problems(**values: object) -> dict[str, str]:
    return interview(3, 2, **values).problems(PRACTICE, NOW)


def _in_file(made: ReturnInterview, *others: object) -> dict[str, str]:
    return made.file_problems(file(AWAY, *others), PRACTICE, NOW)  # type: ignore[arg-type]  # records of any kind


def test_it_is_about_a_child_and_an_episode_and_says_what_was_done() -> None:
    assert ReturnInterview().problems(PRACTICE, NOW) == {
        "subject": "Enter young person.",
        "episodes": "Enter missing episodes.",
        "offered_at": "Say when it was offered, attempted, held or decided against, or who does it.",
    }
    assert interview(3, 2, 2, offered_at=BACK).problems(PRACTICE, NOW) == {
        "episodes": "Name each missing episode once."
    }


@pytest.mark.parametrize(
    "step",
    [
        {"offered_at": "2026-11-20"},
        {"attempts": (Attempt(at=Moment("2026-11-20")),)},
        {"answer": "accepted", "answered_at": "2026-11-20"},
        {"answer": "declined", "answered_at": "2026-11-20"},
        {"decided_at": "2026-11-20", "decided_because": "In hospital."},
        {"done_at": "2026-11-20"},
        {"done_at": "2026-11-20", "answer": "accepted"},
        {"assigned_to": "Jo"},
        {"done_at": "2026-11-20", "independent": True},
        {"done_at": "2026-11-20", "independent": False, "asked_for": "Her foster carer: she trusts her."},
    ],
)
def test_each_step_stands_by_itself(step: dict[str, object]) -> None:
    assert _problems(**step) == {}


@pytest.mark.parametrize(
    ("step", "field", "sentence"),
    [
        ({"decided_at": "2026-11-20"}, "decided_because", "Say why it was decided against."),
        (
            {"decided_because": "No.", "offered_at": "2026-11-20"},
            "decided_at",
            "Enter when it was decided against.",
        ),
        (
            {"decided_at": "2026-11-20", "decided_because": "No.", "done_at": "2026-11-20"},
            "decided_at",
            "An interview that was held can’t be decided against as well.",
        ),
        (
            {"answer": "declined", "done_at": "2026-11-20"},
            "answer",
            "An interview that was held was not declined.",
        ),
        ({"answer": "accepted", "offered_at": "2026-11-20"}, "answered_at", "Enter when they answered."),
        (
            {"done_at": "2026-11-20", "independent": False},
            "asked_for",
            "Say whom the child asked for instead of somebody independent, and why.",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(step: dict[str, object], field: str, sentence: str) -> None:
    assert _problems(**step) == {field: sentence}


def test_its_episodes_are_on_file_stand_and_are_over() -> None:
    gone = "One of these missing episodes is not in this file, or was withdrawn."
    made = interview(3, 2, 9, offered_at="2026-11-20")
    assert _in_file(made) == {"episodes": gone}
    away = AWAY.changed(withdrawn=Withdrawal(why="No."))
    assert interview(3, 2, offered_at="2026-11-20").file_problems(file(away), PRACTICE, NOW) == {"episodes": gone}
    assert _in_file(made, episode(9, "2026-11-20T10:00+00:00")) == {
        "episodes": "They have not come back from the episode of 20 November 2026 at 10:00am. Record the return first."
    }


BEFORE, AT = "2026-11-19T23:29+00:00", BACK


@pytest.mark.parametrize(
    ("step", "field", "called"),
    [
        ({"offered_at": BEFORE}, "offered_at", "Offered at"),
        ({"answer": "accepted", "answered_at": BEFORE}, "answered_at", "Answered at"),
        ({"decided_at": BEFORE, "decided_because": "No."}, "decided_at", "Decided against at"),
        ({"attempts": (Attempt(at=Moment(BEFORE)),)}, "attempts.1.at", "Attempted at"),
        ({"done_at": BEFORE}, "done_at", "Interview held at"),
    ],
)
def test_nothing_of_it_was_before_the_return(step: dict[str, object], field: str, called: str) -> None:
    assert _in_file(interview(3, 2, **step)) == {field: f"{called} must be after they came back."}
    at = {name: AT if value == BEFORE else value for name, value in step.items()}
    if "attempts" in at:
        at["attempts"] = (Attempt(at=Moment(AT)),)
    assert _in_file(interview(3, 2, **at)) == {}


def test_about_several_it_is_held_after_the_last_return_and_offered_after_the_first() -> None:
    later = episode(4, "2026-11-20T10:00+00:00", "2026-11-20T18:00+00:00")
    assert _in_file(interview(3, 2, 4, offered_at="2026-11-20T12:00+00:00"), later) == {}
    assert _in_file(interview(3, 2, 4, done_at="2026-11-20T12:00+00:00"), later) == {
        "done_at": "Interview held at must be after they came back."
    }


@pytest.mark.parametrize(("done", "late"), [("2026-11-22T23:30+00:00", False), ("2026-11-22T23:31+00:00", True)])
def test_done_late_asks_for_one_line_why(done: str, late: bool) -> None:
    made = interview(3, 2, done_at=done)
    assert _in_file(made) == ({"late_because": LATE} if late else {})
    assert _in_file(made.changed(late_because="She asked to wait for her worker.")) == {}


def test_an_episode_has_one_interview_and_a_correction_is_a_further_one() -> None:
    held = interview(5, 2, done_at="2026-11-20")
    clash = {"episodes": "A return interview about one of these missing episodes is on file already."}
    assert _in_file(interview(6, 2, offered_at="2026-11-20"), held) == clash
    assert _in_file(interview(6, 2, done_at="2026-11-21", corrects=held.id), held) == {}
    assert _in_file(held, held) == {}
    gone = held.changed(withdrawn=Withdrawal(why="No."))
    assert _in_file(interview(6, 2, offered_at="2026-11-20"), gone) == {}
    assert gone.file_problems(file(AWAY, interview(6, 2, done_at="2026-11-20")), PRACTICE, NOW) == {}
    assert gone.clashes(file(AWAY, interview(6, 2, done_at="2026-11-20"))) == {}
    assert held.clashes(file(AWAY, interview(6, 2, done_at="2026-11-21", corrects=held.id))) == {}


def test_it_is_living_until_it_has_come_to_its_end() -> None:
    offered = interview(3, 2, offered_at="2026-11-20")
    assert not offered.settled
    assert offered.changed(done_at=Moment("2026-11-21")).settled


def test_where_it_stands_in_a_chronology_who_was_seen_and_who_spoke() -> None:
    made = interview(3, 2, offered_at="2026-11-20", attempts=(Attempt(at=Moment("2026-11-21")),))
    assert made.happened() == "2026-11-21"
    assert made.changed(attempts=()).happened() == "2026-11-20"
    done = made.changed(done_at=Moment("2026-11-22"), seen="seen_alone", own_words="I was cold.")
    assert done.happened() == "2026-11-22"
    assert done.saw() == done.spoke() == frozenset({CHILD})
    assert (made.saw(), made.spoke()) == (frozenset(), frozenset())
    assert done.changed(seen="not_seen").saw() == frozenset()
    assert done.involved() == ((CHILD, "interviewed"),)


def test_it_is_told_by_other_programs_in_plain_words() -> None:
    said = {
        "young_person": "1",
        "episode": "2",
        "done_at": "20/11/2026 10:00",
        "reasons": ["school"],
        "harm": "injury",
        "mentions": "Kaz; 07700 900123",
    }
    told = ReturnInterview.said(said, PRACTICE)
    assert told["episodes"] == [{"episode": "2"}]
    made = heard(ReturnInterview, told, PRACTICE, NOW)
    assert made.covers == frozenset({2})
    assert made.done_at == "2026-11-20T10:00+00:00"
    assert [each.name for each in made.mentions] == ["Kaz", "07700 900123"]
