"""When they went: weekdays and hours as London reads them, and only what stands out is said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import missing_pattern, moments
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.missing_pattern import Pattern
from rise_desk.domain.record import Id
from tests import build

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def _went(*since: str) -> Pattern:
    return missing_pattern.went(build.made_episode(Id(7), each) for each in since)


def test_weekdays_and_hours_are_counted_and_what_stands_out_is_said() -> None:
    found = _went(
        "2026-11-06T20:10+00:00",
        "2026-11-13T21:30+00:00",
        "2026-11-14T22:59+00:00",
        "2026-11-18T09:00+00:00",
    )
    assert found.weekdays == (0, 0, 1, 0, 2, 1, 0)
    assert {hour: many for hour, many in enumerate(found.hours) if many} == {9: 1, 20: 1, 21: 1, 22: 1}
    assert found.told == "Most often Friday (2 of 4), between 20:00 and 23:00 (3 of 4)"


def test_two_weekdays_are_named_where_only_both_together_hold_half() -> None:
    found = _went("2026-11-06", "2026-11-13", "2026-11-14", "2026-11-21", "2026-11-16", "2026-11-17", "2026-11-18")
    assert found.told.startswith("Most often Friday and Saturday (4 of 7); ")


def test_two_weekdays_are_not_named_before_a_third_that_is_as_frequent() -> None:
    found = _went("2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05")
    assert found.told.startswith("No weekday and no time of day stands out among 4; ")


def test_of_three_episodes_nothing_is_said_and_of_four_something_is() -> None:
    held = [f"2026-11-06T2{hour}:00+00:00" for hour in range(4)]
    assert _went(*held[:3]).told == ""
    assert _went(*held).told == "Most often Friday (4 of 4), between 20:00 and 23:00 (3 of 4)"


def test_hours_are_named_as_closely_as_they_hold() -> None:
    assert "between 21:00 and 22:00 (4 of 4)" in _went(*["2026-11-06T21:15+00:00"] * 4).told
    over = ["2026-11-06T22:15+00:00", "2026-11-06T23:15+00:00"] * 2
    assert "between 22:00 and 00:00 (4 of 4)" in _went(*over).told
    past = ["2026-11-06T23:15+00:00", "2026-11-07T01:15+00:00"] * 2
    assert "between 23:00 and 02:00 (4 of 4)" in _went(*past).told


def test_a_day_without_a_time_counts_for_its_weekday_alone_and_that_is_said() -> None:
    timed = ["2026-11-06T21:15+00:00"] * 4
    one = _went(*timed, "2026-11-07")
    assert (one.weekdays[SATURDAY], sum(one.hours), one.timeless) == (1, 4, 1)
    assert one.told.endswith("(4 of 4); the time of 1 is not known")
    assert _went(*timed, "2026-11-07", "2026-11-08").told.endswith("; the time of 2 is not known")
    assert "between" not in _went(*timed[:3], "2026-11-07").told


def test_a_month_without_a_day_is_not_counted() -> None:
    assert _went("2026-11", "2026", "") == Pattern()
    assert _went("2026-11").counted == 0


def test_coming_back_is_counted_of_those_who_came_back() -> None:
    back = build.made_episode(Id(7), "2026-11-06T20:00+00:00", "2026-11-07T08:30+00:00")
    still: MissingEpisode = build.made_episode(Id(7), "2026-11-13T20:00+00:00")
    found = missing_pattern.came_back([back, still])
    assert (found.counted, found.weekdays[SATURDAY], found.hours[8]) == (1, 1, 1)


@pytest.mark.parametrize("sunday", ["2024-03-31", "2025-03-30", "2026-03-29"])
def test_when_the_clocks_have_gone_forward_the_hour_is_the_one_on_the_wall(sunday: str) -> None:
    found = _went(f"{sunday}T00:59+00:00", f"{sunday}T01:00+00:00", f"{sunday}T22:59+00:00", f"{sunday}T23:00+00:00")
    assert {hour for hour, many in enumerate(found.hours) if many} == {0, 2, 23}
    assert found.hours[0] == 2
    assert (found.weekdays[SUNDAY], found.weekdays[0]) == (3, 1)


@pytest.mark.parametrize("sunday", ["2024-10-27", "2025-10-26", "2026-10-25"])
def test_when_the_clocks_go_back_the_hour_that_comes_twice_counts_both_times(sunday: str) -> None:
    found = _went(f"{sunday}T00:30+00:00", f"{sunday}T01:30+00:00", f"{sunday}T02:30+00:00")
    assert (found.hours[1], found.hours[2]) == (2, 1)


@given(st.lists(st.integers(0, 9 * 365 * 24 * 60), max_size=30))
def test_every_episode_with_a_time_is_counted_once_in_each(minutes: list[int]) -> None:
    first = datetime(2019, 1, 1, tzinfo=UTC)
    found = _went(*(moments.minute(first + timedelta(minutes=each)) for each in minutes))
    assert sum(found.weekdays) == sum(found.hours) == found.counted == len(minutes)
    assert bool(found.told) == (len(minutes) >= missing_pattern.ENOUGH)


def test_elapsed_weeks_across_a_change_stay_on_their_weekday() -> None:
    first = datetime(2026, 3, 20, 21, tzinfo=UTC)
    found = _went(*(moments.minute(first + timedelta(weeks=each)) for each in range(4)))
    assert found.weekdays[FRIDAY] == 4
    assert (found.hours[21], found.hours[22]) == (2, 2)
