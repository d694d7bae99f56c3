"""What followed disruption: equal spans of days, the band then and now, and never a cause."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain import disruption_after
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.disruption_after import After
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record, Withdrawal
from tests.build import made_assessment
from tests.domain.absences import CHILD, episode, file

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
EVICTED = DisruptionAction(id=Id(9), tactic="tenancy_action", status="done", done_on=Moment("2026-11-11"))


def after(practice: Practice, *records: Record, done_on: str = "2026-11-11", now: datetime = NOW) -> After:
    """What followed one action."""
    action = EVICTED.changed(done_on=Moment(done_on))
    (told,) = disruption_after.of_child([action], file(*records), practice, now)
    return told


def went(number: int, day: str) -> Record:
    """An episode that began in the evening of a day."""
    return episode(number, f"{day}T19:00+00:00", f"{day}T23:00+00:00")


def test_as_many_days_after_as_have_passed_are_set_beside_as_many_before(practice: Practice) -> None:
    days = ("2026-10-31", "2026-11-01", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-21")
    told = after(practice, *(went(number, day) for number, day in enumerate(days, 1)))
    assert (told.days, told.before, told.after) == (10, 2, 2)
    assert told.words == ("Missing episodes: 2 in the 10 days before, 2 in the 10 days after.",)


@pytest.mark.parametrize(
    ("day", "before", "after_"),
    [
        ("2026-10-31", 0, 0),
        ("2026-11-01", 1, 0),
        ("2026-11-10", 1, 0),
        ("2026-11-11", 0, 0),
        ("2026-11-12", 0, 1),
        ("2026-11-21", 0, 1),
    ],
)
def test_the_day_itself_belongs_to_neither_side(practice: Practice, day: str, before: int, after_: int) -> None:
    told = after(practice, went(1, day))
    assert (told.before, told.after) == (before, after_)


@pytest.mark.parametrize(("done_on", "days"), [("2026-08-23", 90), ("2026-08-22", 90), ("2026-08-24", 89)])
def test_no_more_than_ninety_days_are_compared(practice: Practice, done_on: str, days: int) -> None:
    assert after(practice, done_on=done_on).days == days


def test_one_day_is_said_as_one_and_on_the_day_itself_nothing_is_compared(practice: Practice) -> None:
    assert after(practice, done_on="2026-11-20").words == (
        "Missing episodes: 0 in the day before, 0 in the day after.",
    )
    assert after(practice, done_on="2026-11-21").words == ("It was done today: there is nothing to compare yet.",)


@pytest.mark.parametrize("done_on", ["", "2026", "2026-11"])
def test_without_the_day_nothing_is_compared_and_that_is_said(practice: Practice, done_on: str) -> None:
    told = after(practice, went(1, "2026-10-01"), made_assessment(CHILD, id=Id(5)), done_on=done_on)
    assert (told.days, told.before, told.after, told.band_then) == (0, 0, 0, "")
    assert told.words == ("The day it was done is not recorded, so nothing is compared.",)


def test_the_band_on_that_day_stands_beside_the_band_now(practice: Practice) -> None:
    high = made_assessment(CHILD, "5555555555", id=Id(5), day="2026-11-11")
    low = made_assessment(CHILD, "1111111111", id=Id(6), day="2026-11-12", judgement=1)
    told = after(practice, high, low)
    assert told.words[1] == f"Band: {told.band_then.lower()} then, {told.band_now.lower()} now."
    assert told.band_then != ""
    assert after(practice, low).words[1].startswith("Band: not assessed then, ")


def test_newest_first_and_only_what_was_done_and_stands(practice: Practice) -> None:
    held = [
        EVICTED,
        EVICTED.changed(id=Id(10), done_on=Moment("2026-11-15")),
        EVICTED.changed(id=Id(11), status="planned"),
        EVICTED.changed(id=Id(12), withdrawn=Withdrawal(why="Twice.")),
    ]
    assert [each.action for each in disruption_after.of_child(held, file(), practice, NOW)] == [10, 9]
    assert [each.at for each in disruption_after.lane(held, practice).marks] == ["2026-11-11", "2026-11-15"]


def test_the_lane_says_the_tactic_without_its_brackets_and_one_mark_for_a_day(practice: Practice) -> None:
    held = [
        EVICTED.changed(tactic="hotel_watch"),
        EVICTED.changed(id=Id(10)),
        EVICTED.changed(id=Id(11), done_on=Moment("")),
    ]
    lane = disruption_after.lane(held, practice)
    assert (lane.label, [(each.at, each.text) for each in lane.marks]) == (
        "Disruption",
        [("2026-11-11", "hotel or business visited and 1 more")],
    )


def test_no_sentence_claims_a_cause() -> None:
    assert "not said to have come from it" in disruption_after.NO_CAUSE
