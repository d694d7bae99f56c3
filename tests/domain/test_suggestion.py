"""The suggestion for indicator 1: what was counted, what counts as long, and nothing where nothing is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.suggestion import Absence, is_long, suggested, within
from rise_desk.services.practice import general

ASSESSED = Moment("2026-11-10")
UNTIL = moments.latest(ASSESSED)


def _away(began: str, ended: str = "", late_only: bool = False) -> Absence:
    return Absence(began=Moment(began), ended=Moment(ended), late_only=late_only)


SHORT = _away("2026-11-03T18:00+00:00", "2026-11-03T22:00+00:00")
LONG = _away("2026-11-05T18:00+00:00", "2026-11-06T19:00+00:00")
LATE = _away("2026-11-01T22:00+00:00", "2026-11-01T23:00+00:00", late_only=True)


def _level(practice: Practice, *absences: Absence) -> int:
    found = suggested(absences, ASSESSED, practice)
    return found.level


@pytest.mark.parametrize(
    ("absences", "level"),
    [
        ((), 1),
        ((LATE,), 2),
        ((LATE,) * 5, 2),
        ((SHORT,), 3),
        ((LONG,), 3),
        ((SHORT, LATE), 3),
        ((LONG, LONG), 3),
        ((LONG, LONG, LATE), 3),
        ((SHORT,) * 3, 4),
        ((SHORT,) * 9, 4),
        ((SHORT, SHORT, LONG), 5),
        ((LONG,) * 3, 5),
    ],
)
def test_the_levels(absences: tuple[Absence, ...], level: int, practice: Practice) -> None:
    assert _level(practice, *absences) == level


@given(st.lists(st.sampled_from([SHORT, LONG, LATE]), max_size=8))
def test_every_mixture_goes_by_the_text(absences: list[Absence]) -> None:
    episodes, long = len(absences) - absences.count(LATE), absences.count(LONG)
    if episodes >= 3:
        expected = 5 if long else 4
    elif episodes:
        expected = 3
    else:
        expected = 2 if absences else 1
    assert _level(general(), *absences) == expected


def test_it_says_what_it_counted_and_lists_it_oldest_first(practice: Practice) -> None:
    found = suggested((LONG, SHORT, LATE, SHORT), ASSESSED, practice)
    counted = "3 missing episodes (1 long), 1 late return, in the 42 days before 10 November 2026"
    assert (found.why, found.episodes) == (counted, (LATE, SHORT, SHORT, LONG))


@pytest.mark.parametrize(
    ("absences", "why"),
    [
        ((), "No missing episode and no late return"),
        ((LATE, LATE), "No missing episode, 2 late returns"),
        ((SHORT,), "1 missing episode (none long)"),
        ((SHORT, LATE), "1 missing episode (none long), 1 late return,"),
    ],
)
def test_why_in_one_line(absences: tuple[Absence, ...], why: str, practice: Practice) -> None:
    found = suggested(absences, ASSESSED, practice)
    assert found.why == f"{why} in the 42 days before 10 November 2026"


@pytest.mark.parametrize(
    ("began", "ended", "counts"),
    [
        ("2026-09-28", "2026-09-28", False),
        ("2026-09-28T20:00+00:00", "2026-09-28T22:59+00:00", False),
        ("2026-09-28T20:00+00:00", "2026-09-28T23:00+00:00", True),
        ("2026-09-29", "2026-09-29", True),
        ("2026-09-01", "", True),
        ("2026-11-10T20:00+00:00", "2026-11-10T22:00+00:00", True),
        ("2026-11-11T00:00+00:00", "2026-11-11T02:00+00:00", False),
    ],
)
def test_the_forty_two_days_before_and_the_day_itself(began: str, ended: str, counts: bool) -> None:
    """42 days before 10 November begin with 29 September, at midnight by British Summer Time."""
    each = _away(began, ended)
    assert list(within([each], ASSESSED)) == ([each] if counts else [])


@pytest.mark.parametrize(
    ("began", "ended", "long"),
    [
        ("2026-11-05T18:00+00:00", "2026-11-06T18:00+00:00", False),
        ("2026-11-05T18:00+00:00", "2026-11-06T18:01+00:00", True),
        ("2026-10-24T18:00+00:00", "2026-10-25T17:59+00:00", False),
        ("2026-10-24T18:00+00:00", "2026-10-25T18:00+00:00", False),
        ("2026-10-24T17:00+00:00", "2026-10-25T18:00+00:00", True),
        ("2026-03-28T18:00+00:00", "2026-03-29T18:00+00:00", False),
        ("2026-03-28T18:00+00:00", "2026-03-29T18:01+00:00", True),
        ("2026-11-05", "2026-11-06", False),
        ("2026-11-05", "2026-11-07", True),
        ("2026-11-09", "", True),
        ("2026-11-10T09:00+00:00", "", False),
    ],
)
def test_over_the_teams_hours_is_long_by_real_time(began: str, ended: str, long: bool, practice: Practice) -> None:
    """The night of 25 October 2026 had 25 hours and that of 29 March 23, of which each counts as one hour."""
    by_hours = replace(practice, overnight_is_long=False)
    assert is_long(_away(began, ended), UNTIL, by_hours) is long


@pytest.mark.parametrize(
    ("began", "ended", "long"),
    [
        ("2026-11-05T23:30+00:00", "2026-11-06T00:30+00:00", False),
        ("2026-11-05T22:00+00:00", "2026-11-06T03:00+00:00", False),
        ("2026-11-05T22:00+00:00", "2026-11-06T03:01+00:00", True),
        ("2026-11-06T03:00+00:00", "2026-11-06T04:00+00:00", True),
        ("2026-11-06T03:01+00:00", "2026-11-06T20:00+00:00", False),
        ("2026-06-05T21:00+00:00", "2026-06-06T02:00+00:00", False),
        ("2026-06-05T21:00+00:00", "2026-06-06T02:01+00:00", True),
        ("2026-10-24T22:00+00:00", "2026-10-25T03:00+00:00", False),
        ("2026-10-24T22:00+00:00", "2026-10-25T03:01+00:00", True),
        ("2026-03-28T22:00+00:00", "2026-03-29T02:00+00:00", False),
        ("2026-03-28T22:00+00:00", "2026-03-29T02:01+00:00", True),
        ("2026-11-05", "2026-11-06", True),
        ("2026-11-05", "2026-11-05", False),
    ],
)
def test_away_at_three_in_the_morning_in_london_is_overnight(
    began: str, ended: str, long: bool, practice: Practice
) -> None:
    assert is_long(_away(began, ended), UNTIL, practice) is long
    assert not is_long(_away(began, ended), UNTIL, replace(practice, overnight_is_long=False))


@pytest.mark.parametrize(("hours", "level"), [(3, 5), (4, 4)])
def test_the_teams_hours_decide(hours: int, level: int, practice: Practice) -> None:
    assert _level(replace(practice, long_after_hours=hours), SHORT, SHORT, SHORT) == level


def test_an_absence_reads_as_it_was() -> None:
    assert SHORT.text == "3 November 2026 at 6:00pm to 3 November 2026 at 10:00pm"
    assert LATE.text == "1 November 2026 at 10:00pm to 1 November 2026 at 11:00pm, late home"
    assert Absence(began=Moment("2026-11-09")).text == "9 November 2026 and still away"
