"""Times as people say them on the telephone: the last such time, and never a guess in the hours of the clock change."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain import lately, moments
from rise_desk.domain.moments import Unreadable

NOW = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
AUTUMN, SPRING = "2026-10-25", "2026-03-29"


def _read(text: str, now: datetime = NOW) -> str:
    return lately.read(text, now=now, called="Last seen at")


@pytest.mark.parametrize(
    ("text", "read"),
    [("13:40", "2026-11-21T13:40+00:00"), ("1340", "2026-11-21T13:40+00:00"), ("at 13.40", "2026-11-21T13:40+00:00"),
     ("1:40pm", "2026-11-21T13:40+00:00"), ("1 pm", "2026-11-21T13:00+00:00"), ("1340 hrs", "2026-11-21T13:40+00:00"),
     ("14:02", "2026-11-21T14:02+00:00"), ("14:03", "2026-11-20T14:03+00:00"), ("2140", "2026-11-20T21:40+00:00"),
     ("940", "2026-11-21T09:40+00:00"), ("12am", "2026-11-21T00:00+00:00"), ("12 p.m.", "2026-11-21T12:00+00:00"),
     ("today 1340", "2026-11-21T13:40+00:00"), ("yesterday 2310", "2026-11-20T23:10+00:00"),
     ("yesterday 23:10", "2026-11-20T23:10+00:00"), ("now", "2026-11-21T14:02+00:00"), ("yesterday", "2026-11-20"),
     ("20 11 2026 21:40", "2026-11-20T21:40+00:00"), ("27 3 2026", "2026-03-27"), ("", "")],
)  # fmt: skip
def test_a_time_alone_is_the_last_such_time(text: str, read: str) -> None:
    assert _read(text) == read


@pytest.mark.parametrize("text", ["25:10", "9:75", "13 pm", "half past nine", "9"])
def test_what_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="Last seen at must"):
        _read(text)


@pytest.mark.parametrize("now", ["00:40", "01:15", "02:30"])
def test_in_the_night_the_clocks_go_back_a_time_that_came_twice_is_asked_about(now: str) -> None:
    later = datetime.fromisoformat(f"{AUTUMN}T{now}+00:00")
    with pytest.raises(Unreadable, match="add BST for the first or GMT for the second"):
        _read("0130", later)
    assert _read("0130 BST", later) == f"{AUTUMN}T00:30+00:00"


def test_before_either_of_the_two_it_is_yesterdays() -> None:
    assert _read("01:30", datetime(2026, 10, 25, 0, 10, tzinfo=UTC)) == "2026-10-24T00:30+00:00"


def test_in_the_night_the_clocks_go_forward_the_hour_that_never_came_is_said() -> None:
    with pytest.raises(Unreadable, match="there was no 1:30am on 29 March 2026"):
        _read("01:30", datetime(2026, 3, 29, 1, 10, tzinfo=UTC))
    assert _read("01:30", datetime(2026, 3, 29, 0, 40, tzinfo=UTC)) == "2026-03-28T01:30+00:00"


@pytest.mark.parametrize("hour", range(24))
def test_it_is_never_to_come(hour: int) -> None:
    now = datetime(2026, 7, 1, hour, 0, tzinfo=UTC)
    for each in range(24):
        assert moments.earliest(moments.Moment(_read(f"{each:02}:30", now))) <= now
