"""Hours in words."""

import pytest

from rise_desk.domain import hours


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (72 * 60, "72 h left"),
        (33 * 60 + 59, "33 h left"),
        (12 * 60, "12 h left"),
        (12 * 60 - 1, "11 h 59 min left"),
        (60, "1 h left"),
        (59, "59 min left"),
        (0, "0 min left"),
        (-1, "1 min late"),
        (-172, "2 h 52 min late"),
        (-24 * 60, "24 h late"),
        (-24 * 60 - 1, "24 h late"),
        (-3 * 24 * 60, "72 h late"),
        (-3 * 24 * 60 - 1, "3 days late"),
        (-8 * 24 * 60, "8 days late"),
    ],
)
def test_what_is_left(minutes: int, told: str) -> None:
    assert hours.left(minutes) == told


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(-5, "0 min"), (0, "0 min"), (340, "5 h 40 min"), (31 * 60, "31 h"), (72 * 60 - 1, "71 h"), (72 * 60, "3 days")],
)
def test_how_long_it_lasted(minutes: int, told: str) -> None:
    assert hours.lasting(minutes) == told
