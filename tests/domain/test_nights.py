"""The nights of a year: which are marked, which were spent away, and both changes of the clocks of several years."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import moments, nights, nights_told
from rise_desk.domain.missing import LATE_HOME
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.record import Id
from rise_desk.domain.suggestion import overnight
from tests import build

CHILD = Id(7)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
SPRING = ("2024-03-31", "2025-03-30", "2026-03-29", "2027-03-28")
AUTUMN = ("2023-10-29", "2024-10-27", "2025-10-26", "2026-10-25")


def _marked(since: str, until: str, now: datetime = NOW) -> list[tuple[str, bool]]:
    made = build.made_episode(CHILD, since, until, id=Id(1))
    return [(each.day.isoformat(), each.overnight) for each in nights.nights([made], now)]


@pytest.mark.parametrize(
    ("since", "until", "marked"),
    [
        ("2026-11-06T20:00+00:00", "2026-11-07T09:00+00:00", [("2026-11-06", True)]),
        ("2026-11-06T20:00+00:00", "2026-11-07T03:00+00:00", [("2026-11-06", False)]),
        ("2026-11-06T20:00+00:00", "2026-11-07T03:01+00:00", [("2026-11-06", True)]),
        ("2026-11-07T03:00+00:00", "2026-11-07T05:00+00:00", [("2026-11-06", True)]),
        ("2026-11-07T03:01+00:00", "2026-11-07T05:00+00:00", [("2026-11-07", False)]),
        ("2026-11-07T00:30+00:00", "2026-11-07T02:00+00:00", [("2026-11-06", False)]),
        ("2026-11-06T09:00+00:00", "2026-11-06T11:00+00:00", [("2026-11-06", False)]),
        ("2026-11-06T20:00+00:00", "2026-11-07T12:00+00:00", [("2026-11-06", True)]),
        ("2026-11-06T20:00+00:00", "2026-11-07T12:01+00:00", [("2026-11-06", True), ("2026-11-07", False)]),
        ("2026-11-05T18:10+00:00", "2026-11-07T01:10+00:00", [("2026-11-05", True), ("2026-11-06", False)]),
        ("2026-11-05T18:10+00:00", "2026-11-07T08:00+00:00", [("2026-11-05", True), ("2026-11-06", True)]),
    ],
)
def test_small_hours_and_the_morning_of_a_return_belong_to_the_evening_before(
    since: str, until: str, marked: list[tuple[str, bool]]
) -> None:
    assert _marked(since, until) == marked


@pytest.mark.parametrize(
    ("since", "until", "marked"),
    [
        ("2026-11-06", "2026-11-06", [("2026-11-06", False)]),
        ("2026-11-06", "2026-11-07", [("2026-11-06", True)]),
        ("2026-11-06", "2026-11-06T05:00+00:00", [("2026-11-06", False)]),
        ("2026-11-06", "2026-11-07T02:00+00:00", [("2026-11-06", False)]),
        ("2026-11-06T22:00+00:00", "2026-11-07", [("2026-11-06", True)]),
        ("2026-11-06T22:00+00:00", "2026-11", [("2026-11-06", False)]),
        ("2026-11", "2026-11-07", []),
        ("2026", "", []),
        ("", "", []),
    ],
)
def test_days_without_a_time_mark_what_is_certain_and_unknown_days_nothing(
    since: str, until: str, marked: list[tuple[str, bool]]
) -> None:
    assert _marked(since, until) == marked


def test_an_open_episode_lasts_until_now() -> None:
    began = "2026-11-18T21:00+00:00"
    assert _marked(began, "", datetime(2026, 11, 18, 21, tzinfo=UTC)) == [("2026-11-18", False)]
    assert _marked(began, "", datetime(2026, 11, 19, 3, tzinfo=UTC)) == [("2026-11-18", False)]
    assert _marked(began, "", datetime(2026, 11, 19, 3, 1, tzinfo=UTC)) == [("2026-11-18", True)]
    assert _marked(began, "") == [("2026-11-18", True), ("2026-11-19", True)]


def test_what_is_later_than_the_readers_now_is_not_marked() -> None:
    earlier = datetime(2026, 11, 6, 23, tzinfo=UTC)
    assert _marked("2026-11-06T20:00+00:00", "2026-11-09T09:00+00:00", earlier) == [("2026-11-06", False)]
    assert _marked("2026-11-07T20:00+00:00", "2026-11-09T09:00+00:00", earlier) == []
    assert _marked("2026-11-06T23:00+00:00", "2026-11-09T09:00+00:00", earlier) == [("2026-11-06", False)]


def test_a_day_of_two_episodes_is_one_night_that_names_both() -> None:
    first = build.made_episode(CHILD, "2026-11-06T16:00+00:00", "2026-11-06T18:00+00:00", id=Id(1))
    second = build.made_episode(CHILD, "2026-11-06T20:00+00:00", "2026-11-07T09:00+00:00", id=Id(2))
    (only,) = nights.nights([first, second], NOW)
    assert only == nights.Night(day=date(2026, 11, 6), overnight=True, episodes=(Id(1), Id(2)))
    assert nights.nights([second, first], NOW)[0].overnight


def test_coming_home_late_is_a_day_and_a_night_only_when_it_was_one() -> None:
    late = build.made_episode(
        CHILD, "2026-11-06T22:00+00:00", "2026-11-07T00:30+00:00", missing_type=LATE_HOME, id=Id(1)
    )
    very = build.made_episode(
        CHILD, "2026-11-08T22:00+00:00", "2026-11-09T07:00+00:00", missing_type=LATE_HOME, id=Id(2)
    )
    assert [each.overnight for each in nights.nights([late, very], NOW)] == [False, True]


@pytest.mark.parametrize("sunday", SPRING + AUTUMN)
def test_the_night_on_which_the_clocks_change_is_one_night(sunday: str) -> None:
    """On both changes three in the morning is there once; one minute on either side of it decides."""
    day = date.fromisoformat(sunday)
    deep = datetime(day.year, day.month, day.day, 3, tzinfo=LONDON).astimezone(UTC)
    evening = (day - timedelta(days=1)).isoformat()
    began = moments.minute(deep - timedelta(hours=5))
    now = deep + timedelta(days=3)
    assert _marked(began, moments.minute(deep), now) == [(evening, False)]
    assert _marked(began, moments.minute(deep + timedelta(minutes=1)), now) == [(evening, True)]


@pytest.mark.parametrize("sunday", AUTUMN)
def test_both_hours_that_read_alike_belong_to_the_same_evening(sunday: str) -> None:
    evening = (date.fromisoformat(sunday) - timedelta(days=1)).isoformat()
    now = datetime.fromisoformat(f"{sunday}T20:00+00:00")
    for hour in ("00:30", "01:30"):
        assert _marked(f"{sunday}T{hour}+00:00", f"{sunday}T02:30+00:00", now) == [(evening, False)]
        assert _marked(f"{sunday}T{hour}+00:00", f"{sunday}T03:30+00:00", now) == [(evening, True)]


FIRST = datetime(2019, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 9 * 365 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))


@given(INSTANTS, st.integers(1, 7 * 24 * 60))
def test_a_night_is_spent_away_exactly_when_indicator_1_says_so(began: datetime, minutes: int) -> None:
    ended = began + timedelta(minutes=minutes)
    marked = list(nights.away(moments.minute(began), moments.minute(ended), ended))
    assert any(over for _day, over in marked) == overnight(began, ended)


@given(INSTANTS, st.integers(0, 7 * 24 * 60))
def test_marked_days_follow_one_another_and_all_but_the_last_are_nights(began: datetime, minutes: int) -> None:
    ended = began + timedelta(minutes=minutes)
    marked = list(nights.away(moments.minute(began), moments.minute(ended), ended))
    days = [day for day, _over in marked]
    assert days == [days[0] + timedelta(days=place) for place in range(len(days))]
    assert all(over for _day, over in marked[:-1])


def test_the_year_is_the_twelve_months_up_to_a_day() -> None:
    held = [nights.Night(day=date(2026, month, 6), overnight=month != 3, episodes=(Id(1),)) for month in (1, 3, 11)]
    gone = nights.Night(day=date(2025, 11, 30), overnight=True, episodes=(Id(1),))
    months = nights.year([gone, *held], date(2026, 11, 20))
    assert [each.first for each in months] == [date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 12))]
    assert [(each.first.month, each.overnight, each.others) for each in months if each.nights] == [
        (1, 1, 0),
        (3, 0, 1),
        (11, 1, 0),
    ]
    assert nights.counted(months) == (2, 1)


def test_the_weeks_of_a_month_begin_on_monday_and_hold_each_day_once() -> None:
    months = nights.year([], date(2028, 2, 29))
    weeks = months[-1].weeks
    assert weeks[0] == (None, *(date(2028, 2, day) for day in range(1, 7)))
    assert weeks[-1] == (date(2028, 2, 28), date(2028, 2, 29), None, None, None, None, None)
    assert [day for week in weeks for day in week if day] == list(months[-1].days)
    assert len(months[-1].days) == 29


def test_the_lane_has_a_mark_for_each_night_spent_away_and_for_no_other_day() -> None:
    short = build.made_episode(CHILD, "2026-11-01T18:00+00:00", "2026-11-01T20:00+00:00", id=Id(1))
    long = build.made_episode(CHILD, "2026-11-05T18:00+00:00", "2026-11-07T09:00+00:00", id=Id(2))
    lane = nights.lane([short, long], NOW)
    assert (lane.key, lane.label) == ("missing", "Nights missing")
    assert [(each.at, each.text) for each in lane.marks] == [(Moment("2026-11-05"), ""), (Moment("2026-11-06"), "")]


def test_the_year_is_told_in_sentences() -> None:
    held = [
        nights.Night(day=date(2026, 11, 6), overnight=True, episodes=(Id(1),)),
        nights.Night(day=date(2026, 11, 7), overnight=True, episodes=(Id(1),)),
        nights.Night(day=date(2026, 3, 2), overnight=False, episodes=(Id(2),)),
    ]
    assert nights_told.sentences(nights.year(held, date(2026, 11, 20))) == (
        "December 2025 to November 2026: 2 nights away, 1 other day.",
        "March 2026: away for a time Mon 2.",
        "November 2026: away overnight Fri 6, Sat 7.",
    )
    assert nights_told.summary(nights.year(held[:1], date(2026, 11, 20))) == "1 night away"
    assert nights_told.summary(nights.year(held[2:], date(2026, 11, 20))) == "no night away, 1 other day"
    more = nights.Night(day=date(2026, 3, 4), overnight=False, episodes=(Id(3),))
    assert nights_told.summary(nights.year([*held[2:], more], date(2026, 11, 20))) == "no night away, 2 other days"
    assert nights_told.day_name(date(2026, 11, 6)) == "Friday 6 November 2026"


def test_they_are_away_from_an_episode_until_they_are_back() -> None:
    made = build.made_episode(CHILD, "2026-11-06T20:00+00:00", "2026-11-07T09:00+00:00")
    at = [datetime(2026, 11, 6, 19, 59, tzinfo=UTC), datetime(2026, 11, 6, 20, tzinfo=UTC)]
    at += [datetime(2026, 11, 7, 8, 59, tzinfo=UTC), datetime(2026, 11, 7, 9, tzinfo=UTC)]
    assert [nights.is_away(made, each) for each in at] == [False, True, True, False]
