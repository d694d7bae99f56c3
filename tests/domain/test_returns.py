"""Returns: the 72 hours in real time, how far an interview has come, and the figures that tell each sort apart."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import interview_due, moments, returns
from rise_desk.domain.interview import (
    ACCEPTED,
    ARRANGED,
    ATTEMPTED,
    DECIDED_AGAINST,
    DECLINED,
    DONE,
    OFFERED,
    Attempt,
    when,
)
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Withdrawal
from rise_desk.domain.returns import Figures
from tests.domain.absences import episode, file, interview

BACK = "2026-11-19T23:30+00:00"
PRACTICE = Practice()


def _london(text: str) -> str:
    """A London time as the clocks show it, in UTC to the minute."""
    return moments.minute(datetime.fromisoformat(text).replace(tzinfo=LONDON))


@pytest.mark.parametrize(
    ("back", "due"),
    [
        ("2026-03-28T20:00", "2026-03-31T21:00"),
        ("2026-03-26T00:59", "2026-03-29T00:59"),
        ("2026-03-26T01:00", "2026-03-29T02:00"),
        ("2026-03-29T02:00", "2026-04-01T02:00"),
        ("2026-10-24T20:00", "2026-10-27T19:00"),
        ("2026-10-22T00:59", "2026-10-25T00:59"),
        ("2026-10-22T03:00", "2026-10-25T02:00"),
        ("2026-10-25T02:00", "2026-10-28T02:00"),
        ("2025-03-29T12:00", "2025-04-01T13:00"),
        ("2025-10-25T12:00", "2025-10-28T11:00"),
        ("2024-03-30T23:59", "2024-04-03T00:59"),
        ("2024-10-26T00:00", "2024-10-28T23:00"),
        ("2023-03-25T18:00", "2023-03-28T19:00"),
        ("2023-10-28T18:00", "2023-10-31T17:00"),
        ("2011-03-26T20:00", "2011-03-29T21:00"),
        ("2010-10-30T20:00", "2010-11-02T19:00"),
        ("2026-12-24T18:00", "2026-12-27T18:00"),
    ],
)
def test_72_elapsed_hours_are_right_across_both_changes_of_the_clocks(back: str, due: str) -> None:
    assert moments.minute(returns.deadline(Moment(_london(back)))) == _london(due)


@given(st.datetimes(datetime(2005, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the zone is given beside it
def test_the_deadline_is_always_72_real_hours_away(instant: datetime) -> None:
    back = moments.minute(instant)
    assert returns.deadline(back) - moments.earliest(back) == timedelta(hours=72)


def test_of_a_return_without_a_time_the_clock_counts_from_the_earliest_it_can_mean_and_says_so() -> None:
    held = file(episode(2, "2026-06-18T20:00+00:00", "2026-06-19"))
    (line,) = interview_due.lines(held, PRACTICE)
    assert line.by == _london("2026-06-22T00:00")
    assert "counted from the earliest time it can mean" in line.why


STEPS = {
    "": (ARRANGED, "not offered yet"),
    "offered": (OFFERED, "offered, no answer yet"),
    "attempted": (ATTEMPTED, "1 attempt 20 November 2026"),
    "accepted": (ACCEPTED, "accepted, not held yet"),
}
TRIED = (Attempt(at=Moment("2026-11-20T10:00+00:00")),)
SAID: dict[str, dict[str, Any]] = {
    "": {"assigned_to": "Jo"},
    "offered": {"offered_at": "2026-11-20"},
    "attempted": {"offered_at": "2026-11-20", "attempts": TRIED},
    "accepted": {"attempts": TRIED, "answer": "accepted", "answered_at": "2026-11-20"},
    "declined": {"offered_at": "2026-11-20", "answer": "declined", "answered_at": "2026-11-20"},
    "decided": {"decided_at": "2026-11-20", "decided_because": "Seen in hospital."},
    "done": {"offered_at": "2026-11-20", "answer": "accepted", "done_at": "2026-11-20"},
}


@pytest.mark.parametrize("step", STEPS)
def test_while_the_interview_is_owed_the_line_tells_how_far_it_has_come(step: str) -> None:
    held = file(episode(2, "2026-11-19T08:00+00:00", BACK), interview(3, 2, **SAID[step]))
    (line,) = interview_due.lines(held, PRACTICE)
    state, words = STEPS[step]
    assert (line.state, line.owner) == (state, "Jo" if not step else "")
    assert line.why == f"back Thu 19 Nov 23:30, {words}"
    assert (line.what, line.record, line.since, line.by) == ("Return interview", 2, BACK, "2026-11-22T23:30+00:00")


def test_two_attempts_are_counted_and_the_last_is_named() -> None:
    tried = (*TRIED, Attempt(at=Moment("2026-11-21T10:00+00:00")))
    held = file(episode(2, "2026-11-19T08:00+00:00", BACK), interview(3, 2, attempts=tried))
    (line,) = interview_due.lines(held, PRACTICE)
    assert line.why.endswith("2 attempts, the last 21 November 2026")


def test_a_step_without_a_date_has_no_day() -> None:
    assert when(interview(3, 2, assigned_to="Jo")) == ""


@pytest.mark.parametrize(("step", "state"), [("declined", DECLINED), ("decided", DECIDED_AGAINST), ("done", DONE)])
def test_declined_decided_against_and_done_each_end_it(step: str, state: str) -> None:
    made = interview(3, 2, **SAID[step])
    held = file(episode(2, "2026-11-19T08:00+00:00", BACK), made)
    assert (made.state, made.settled) == (state, True)
    assert not list(interview_due.lines(held, PRACTICE))


def test_one_interview_answers_several_episodes_and_one_withdrawn_or_corrected_none() -> None:
    away = (episode(2, "2026-11-10", "2026-11-11"), episode(3, "2026-11-12", "2026-11-13"))
    made = interview(4, 2, 3, done_at="2026-11-14", late_because="No time.")
    assert not list(interview_due.lines(file(*away, made), PRACTICE))
    gone = made.changed(withdrawn=Withdrawal(why="Of another child."))
    assert len(list(interview_due.lines(file(*away, gone), PRACTICE))) == 2
    again = interview(5, 2, done_at="2026-11-14", late_because="No time.", corrects=made.id)
    assert [line.record for line in interview_due.lines(file(*away, made, again), PRACTICE)] == [3]


def test_an_open_episode_owes_no_interview_and_a_withdrawn_one_neither() -> None:
    gone = episode(3, "2026-11-12", "2026-11-13", withdrawn=Withdrawal(why="A mistake."))
    assert not list(interview_due.lines(file(episode(2, "2026-11-14"), gone), PRACTICE))


@pytest.mark.parametrize(("since", "owed"), [("2026-11-19", 1), ("2026-11-20", 0), ("", 1)])
def test_returns_before_interviews_are_expected_raise_none(since: str, owed: int) -> None:
    held = file(episode(2, "2026-11-19T08:00+00:00", BACK))
    assert len(list(interview_due.lines(held, Practice(interviews_since=since)))) == owed


@pytest.mark.parametrize(("born", "owed"), [("2008-11-19", 0), ("2008-11-20", 1), ("2008", 1), ("", 1)])
def test_no_interview_is_owed_to_somebody_certainly_grown_up(born: str, owed: int) -> None:
    held = file(episode(2, "2026-11-19T08:00+00:00", BACK), date_of_birth=Moment(born))
    assert len(list(interview_due.lines(held, PRACTICE))) == owed


@pytest.mark.parametrize(
    ("placing", "host", "ours", "words"),
    [
        ("", "", "", ""),
        ("Kent", "", "", ""),
        ("northamptonshire", "", "Northamptonshire", ""),
        ("Northamptonshire", "Kent", "Northamptonshire", "placed in Kent: ours to do"),
        ("", "Kent", "Northamptonshire", "placed in Kent: ours to do"),
        ("Kent", "", "Northants", "owed by Kent, who placed them here; tell Northants and the police"),
        ("Kent", "Rutland", "Northants", "owed by Kent, who placed them here; tell Rutland and the police"),
    ],
)
def test_who_owes_the_interview_where_another_council_placed_them(
    placing: str, host: str, ours: str, words: str
) -> None:
    held = file(episode(2, "2026-11-19", BACK), placing_authority=placing, host_authority=host)
    assert interview_due.owed_by(held.subject, Practice(our_council=ours)) == words
    (line,) = interview_due.lines(held, Practice(our_council=ours))
    assert line.why.endswith(words or "not offered yet")


def test_in_time_and_late_go_by_what_is_certain() -> None:
    away = episode(2, "2026-11-19T08:00+00:00", BACK)
    for done, in_time in (
        ("2026-11-22T23:30+00:00", True),
        ("2026-11-22T23:31+00:00", False),
        ("2026-11-22", True),
        ("2026-11-23", False),
    ):
        (found,) = returns.of_file(file(away, interview(3, 2, done_at=done)))
        assert (found.in_time, found.late) == (in_time, not in_time), done
    (none,) = returns.of_file(file(away))
    assert (none.state, none.in_time, none.late, none.is_owed) == (ARRANGED, False, False, True)
    assert none.by == datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def test_the_figures_tell_each_sort_apart() -> None:
    away = [episode(number, f"2026-10-{number + 10}", f"2026-10-{number + 10}") for number in range(8)]
    about = [interview(20 + place, place, **said) for place, said in enumerate(SAID.values())]
    about[6] = about[6].changed(late_because="They were in hospital.")
    found = returns.figures(returns.of_file(file(*away, *about)))
    assert found == Figures(
        returns=8,
        offered=4,
        attempted=2,
        accepted=2,
        declined=1,
        decided_against=1,
        held=1,
        in_time=0,
        nothing=2,
    )
    assert returns.figures(()) == Figures()
