"""Recent or non-recent: six months to the day, and nothing where a date is missing or leaves it open."""

import pytest

from rise_desk.domain import recency
from rise_desk.domain.investigation import AllegedOffence, Investigation
from rise_desk.domain.moments import Moment
from rise_desk.domain.recency import Recency


@pytest.mark.parametrize(
    ("last", "reported", "found"),
    [
        ("2026-05-21", "2026-11-20", Recency.RECENT),
        ("2026-05-21", "2026-11-21", Recency.NON_RECENT),
        ("2026-08-31", "2027-02-27", Recency.RECENT),
        ("2026-08-31", "2027-02-28", Recency.NON_RECENT),
        ("2026-05-21T23:30+00:00", "2026-11-22T00:10+00:00", Recency.NON_RECENT),
        ("2026-05", "2026-11-30", Recency.NON_RECENT),
        ("2026-05", "2026-11-15", Recency.NOT_RECORDED),
        ("2026-05", "2026-10-31", Recency.RECENT),
        ("2026-05-21", "2026-11", Recency.NOT_RECORDED),
        ("2025", "2026", Recency.NOT_RECORDED),
        ("2024", "2026", Recency.NON_RECENT),
        ("", "2026-11-21", Recency.NOT_RECORDED),
        ("2026-05-21", "", Recency.NOT_RECORDED),
    ],
)
def test_six_months_after_the_last_date_is_non_recent(last: str, reported: str, found: Recency) -> None:
    assert recency.of(Moment(last), Moment(reported)) is found


def investigation(*ends: str) -> Investigation:
    """An investigation reported on 21 November 2026 of offences with these ends."""
    offences = tuple(AllegedOffence(offence="soa_s9", until=Moment(each)) for each in ends)
    return Investigation(reported_on=Moment("2026-11-21"), offences=offences)


def test_of_several_offences_the_last_date_counts() -> None:
    assert recency.of_investigation(investigation("2025-01-01", "2026-06-01")) is Recency.RECENT
    assert recency.of_investigation(investigation("2025-01-01", "2026-05-01")) is Recency.NON_RECENT


def test_without_an_end_of_each_it_is_not_recorded() -> None:
    assert recency.of_investigation(investigation("2025-01-01", "")) is Recency.NOT_RECORDED
    assert recency.of_investigation(investigation()) is Recency.NOT_RECORDED


def test_it_is_told_with_what_it_rests_on() -> None:
    assert recency.told(investigation("2026-06-01")) == (
        "Recent: reported less than six months after the last date of the offence."
    )
    assert recency.told(investigation("2025-06-01")).startswith("Non-recent: reported six months or more after")
    assert recency.told(investigation("")) == recency.NOT_TOLD
