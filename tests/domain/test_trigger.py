"""Repeat triggers as a team sets them: what can be one, how it reads, and that it is kept as it was written."""

import json

import pytest

from rise_desk.domain import trigger
from rise_desk.domain.trigger import PLAN, USUAL, Trigger


@pytest.mark.parametrize(("made", "text"), [
    (Trigger(count=3, days=30), "3 missing episodes in 30 days"),
    (Trigger(hours=24), "missing for more than 24 hours"),
    (Trigger(under=13), "missing under the age of 13"),
])  # fmt: skip
def test_it_reads_as_what_sets_it_off(made: Trigger, text: str) -> None:
    assert (made.text, made.problem(), made.action) == (text, "", PLAN)


def test_a_new_team_has_what_practice_says() -> None:
    assert [each.text for each in USUAL] == [
        "3 missing episodes in 30 days", "3 missing episodes in 90 days",
        "missing for more than 24 hours", "missing under the age of 13",
    ]  # fmt: skip
    assert [each.problem() for each in USUAL] == [""] * 4


@pytest.mark.parametrize("made", [
    Trigger(count=2, days=1), Trigger(count=30, days=365), Trigger(hours=1), Trigger(hours=168),
    Trigger(under=1), Trigger(under=18),
])  # fmt: skip
def test_at_its_bounds_it_is_one(made: Trigger) -> None:
    assert made.problem() == ""


@pytest.mark.parametrize(("made", "said"), [
    (Trigger(), "Choose one of these"),
    (Trigger(count=3, days=30, hours=24), "Choose one of these"),
    (Trigger(hours=24, under=13), "Choose one of these"),
    (Trigger(count=1, days=30), "between 2 and 30 episodes"),
    (Trigger(count=31, days=30), "between 2 and 30 episodes"),
    (Trigger(count=-3, days=30), "between 2 and 30 episodes"),
    (Trigger(count=3), "within 1 to 365 days"),
    (Trigger(count=3, days=366), "within 1 to 365 days"),
    (Trigger(hours=24, days=3), "Days belong to a number"),
    (Trigger(hours=169), "at most 168 hours"),
    (Trigger(hours=-1), "at most 168 hours"),
    (Trigger(under=19), "an age of at most 18"),
    (Trigger(under=-1), "an age of at most 18"),
    (Trigger(hours=24, action=" "), "Say what is to be done."),
])  # fmt: skip
def test_what_can_be_none_says_why(made: Trigger, said: str) -> None:
    assert said in made.problem()


def test_it_is_kept_as_it_was_written() -> None:
    held = (*USUAL, Trigger(count=5, days=60, action="Hold a meeting · “today”"))
    assert trigger.read(trigger.written(held)) == held
    assert trigger.read(trigger.written(())) == ()


def test_what_a_later_program_added_is_left_aside() -> None:
    assert trigger.read(json.dumps([{"hours": 24, "nights": 2}])) == (Trigger(hours=24),)
