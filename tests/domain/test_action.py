"""An action: what it needs, what ends it, and the line that is due for whoever does it."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain import action_due
from rise_desk.domain.action import Action
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.services.practice import general
from tests.domain.absences import CHILD, file

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
RING = Action(
    id=Id(5), subject=CHILD, what="Ring the home", owner="Jo", agreed_at=Moment("2026-11-20T09:10+00:00"),
    agreed_in="morning meeting", due_on=Moment("2026-11-23"),
)  # fmt: skip


def test_it_needs_a_child_what_and_when_it_was_agreed() -> None:
    assert set(Action().problems(general(), NOW)) == {"subject", "what", "agreed_at"}
    assert RING.problems(general(), NOW) == {}


def test_what_is_no_longer_needed_says_why() -> None:
    ended = RING.changed(status="not_needed")
    assert ended.problems(general(), NOW) == {"outcome": "Say why it is no longer needed."}
    assert ended.changed(outcome="She has moved.").problems(general(), NOW) == {}
    assert RING.changed(status="done").problems(general(), NOW) == {}


def test_it_is_due_on_its_day_for_whoever_does_it() -> None:
    (line,) = action_due.lines(file(RING), Practice())
    assert (line.what, line.owner, line.since, line.by, line.record) == (
        "Ring the home",
        "Jo",
        "2026-11-20",
        "2026-11-23",
        5,
    )
    assert line.why == "Jo, morning meeting"


def test_without_a_day_it_is_looked_at_the_day_it_was_agreed_and_says_so() -> None:
    (line,) = action_due.lines(file(RING.changed(due_on=Moment(""), owner="")), Practice())
    assert (line.by, line.why) == ("2026-11-20", "morning meeting, no day was set")


@pytest.mark.parametrize(
    "ended", [{"status": "done"}, {"status": "not_needed"}, {"withdrawn": Withdrawal(why="A mistake.")}]
)
def test_what_is_done_ended_or_withdrawn_is_not_due(ended: dict[str, object]) -> None:
    assert not list(action_due.lines(file(RING.changed(**ended)), Practice()))


def test_it_stands_where_it_was_agreed_and_once_done_where_that_was() -> None:
    assert (RING.happened(), RING.involved()) == ("2026-11-20T09:10+00:00", ((CHILD, "about"),))
    assert RING.changed(status="done", ended_at=Moment("2026-11-22")).happened() == "2026-11-22"


def test_other_programs_name_the_young_person() -> None:
    assert Action.said({"young_person": "1", "what": "Ring"}, Practice()) == {"subject": "1", "what": "Ring"}
