"""Folding: from when on, and what one line for many says."""

from datetime import datetime

import pytest

from rise_desk.domain import folding
from rise_desk.domain.due import Due
from rise_desk.domain.record import Id

LINE = Due(
    rule="return_interview",
    what="Return interview",
    subject=Id(1),
    record=Id(2),
    since="2010-03-07T23:30+00:00",
    by="2010-03-10T23:30+00:00",
    why="back Sun 7 Mar 23:30, not offered yet",
    state="arranged",
    owner="Tom Ash",
)


@pytest.mark.parametrize(
    ("now", "limit"),
    [
        ("2026-11-21T10:00:00+00:00", "2026-10-24T10:00+00:00"),
        ("2026-11-21T10:00:00.001+00:00", "2026-10-24T10:01+00:00"),
        ("2026-11-21T10:00:59+00:00", "2026-10-24T10:01+00:00"),
        ("2026-04-10T10:00:00+01:00", "2026-03-13T09:00+00:00"),
    ],
)
def test_the_limit_is_28_times_24_hours_before_in_whole_minutes(now: str, limit: str) -> None:
    assert folding.limit(datetime.fromisoformat(now)) == limit


def test_one_stays_as_it_is_and_several_are_told_by_number_and_beginning() -> None:
    assert folding.one(LINE, 1) is LINE
    made = folding.one(LINE, 2)
    assert (made.what, made.why) == (folding.WHAT, "2 return interviews owed, for returns since 7 March 2010")
    assert (made.by, made.record, made.state, made.owner) == (LINE.by, LINE.record, "", "")
