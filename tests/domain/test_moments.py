"""Moments: what they can mean, how they are shown, and ages; pairs on both sides of every boundary."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


def read(text: str) -> Moment:
    """The moment of a text, on a Saturday in November 2026."""
    return moments.read(text, now=NOW)


def test_stamps_keep_milliseconds_and_minutes_do_not() -> None:
    instant = datetime(2026, 6, 4, 9, 32, 5, 123_999, moments.LONDON)
    assert moments.stamp(instant) == "2026-06-04T08:32:05.123+00:00"
    assert moments.minute(instant) == "2026-06-04T08:32+00:00"
    assert moments.shown(moments.stamp(instant)) == "4 June 2026 at 9:32am"


@pytest.mark.parametrize(
    ("moment", "precision", "first", "last", "day"),
    [
        ("2026", "year", "2026-01-01T00:00+00:00", "2026-12-31T23:59:59.999999+00:00", "2026-01-01"),
        ("2026-02", "month", "2026-02-01T00:00+00:00", "2026-02-28T23:59:59.999999+00:00", "2026-02-01"),
        ("2026-12", "month", "2026-12-01T00:00+00:00", "2026-12-31T23:59:59.999999+00:00", "2026-12-01"),
        ("2026-06-04", "day", "2026-06-03T23:00+00:00", "2026-06-04T22:59:59.999999+00:00", "2026-06-04"),
        ("2026-03-29", "day", "2026-03-29T00:00+00:00", "2026-03-29T22:59:59.999999+00:00", "2026-03-29"),
        ("2026-10-25", "day", "2026-10-24T23:00+00:00", "2026-10-25T23:59:59.999999+00:00", "2026-10-25"),
        ("2026-06-03T23:30+00:00", "minute", "2026-06-03T23:30+00:00", "2026-06-03T23:30+00:00", "2026-06-04"),
    ],
)
def test_what_a_moment_can_mean(moment: str, precision: str, first: str, last: str, day: str) -> None:
    known = Moment(moment)
    assert moments.precision(known) == precision
    assert moments.has_time(known) is (precision == "minute")
    assert moments.earliest(known) == datetime.fromisoformat(first)
    assert moments.latest(known) == datetime.fromisoformat(last)
    assert moments.earliest(known).tzinfo is UTC or moments.earliest(known).utcoffset() == timedelta(0)
    assert moments.london_day(known) == day


def test_nothing_recorded_can_mean_any_time() -> None:
    nothing = Moment("")
    assert moments.precision(nothing) == ""
    assert not moments.has_time(nothing)
    assert moments.earliest(nothing) < moments.earliest(Moment("1900"))
    assert moments.latest(nothing) > moments.latest(Moment("2199"))
    assert moments.london_day(nothing) == ""
    assert moments.shown(nothing) == moments.shown_long(nothing) == moments.shown_short(nothing) == ""


@pytest.mark.parametrize(
    ("moment", "shown", "long", "short"),
    [
        ("2026", "2026", "2026", "2026"),
        ("2026-06", "June 2026", "June 2026", "June 2026"),
        ("2010-03-27", "27 March 2010", "Saturday 27 March 2010", "Sat 27 Mar"),
        ("2026-06-04T08:32+00:00", "4 June 2026 at 9:32am", "Thursday 4 June 2026 at 9:32am", "Thu 4 Jun 09:32"),
        ("2026-11-19T23:30+00:00", "19 November 2026 at 11:30pm", "Thursday 19 November 2026 at 11:30pm",
         "Thu 19 Nov 23:30"),
        ("2026-11-20T00:00+00:00", "20 November 2026 at 12:00am", "Friday 20 November 2026 at 12:00am",
         "Fri 20 Nov 00:00"),
        ("2026-11-20T12:00+00:00", "20 November 2026 at 12:00pm", "Friday 20 November 2026 at 12:00pm",
         "Fri 20 Nov 12:00"),
        ("2026-10-25T00:30+00:00", "25 October 2026 at 1:30am BST", "Sunday 25 October 2026 at 1:30am BST",
         "Sun 25 Oct 01:30 BST"),
        ("2026-10-25T01:30+00:00", "25 October 2026 at 1:30am GMT", "Sunday 25 October 2026 at 1:30am GMT",
         "Sun 25 Oct 01:30 GMT"),
    ],
)  # fmt: skip
def test_a_moment_is_shown_as_people_say_it(moment: str, shown: str, long: str, short: str) -> None:
    known = Moment(moment)
    assert moments.shown(known) == shown
    assert moments.shown_long(known) == long
    assert moments.shown_short(known) == short


def test_the_short_form_names_another_year() -> None:
    assert moments.shown_short(Moment("2026-01-01"), NOW) == "Thu 1 Jan"
    assert moments.shown_short(Moment("2025-12-31"), NOW) == "Wed 31 Dec 2025"
    assert moments.shown_short(Moment("2027-01-01T08:00+00:00"), NOW) == "Fri 1 Jan 2027 08:00"


minutes = st.integers(0, 300 * 365 * 24 * 60)
instants = minutes.map(lambda gone: datetime(1900, 1, 2, tzinfo=UTC) + timedelta(minutes=gone))
changes = st.sampled_from([datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
change_minutes = st.builds(lambda day, gone: day + timedelta(minutes=gone), changes, st.integers(-180, 240))


@given(instants | change_minutes)
def test_what_is_shown_can_be_typed_back(instant: datetime) -> None:
    whole = moments.minute(instant)
    for known in (whole, Moment(moments.london_day(whole)), Moment(whole[:7]), Moment(whole[:4])):
        assert read(known) == known
        assert read(moments.shown(known)) == known
        assert read(moments.shown_long(known)) == known
        assert moments.earliest(known) <= moments.latest(known)
        assert moments.london_day(known) == moments.london_day(Moment(moments.london_day(known)))


@given(instants | change_minutes)
def test_the_short_form_with_its_year_can_be_typed_back(instant: datetime) -> None:
    whole = moments.minute(instant)
    assert read(moments.shown_short(whole, datetime(1800, 6, 1, tzinfo=UTC))) == whole


def test_an_age_counts_birthdays() -> None:
    born = Moment("2010-03-27")
    assert moments.age(born, date(2026, 3, 26)) == (15, 15)
    assert moments.age(born, date(2026, 3, 27)) == (16, 16)
    assert moments.age(born, date(2010, 3, 27)) == (0, 0)
    assert moments.age(born, date(2010, 3, 26)) is None
    assert moments.age(Moment(""), date(2026, 3, 27)) is None


def test_an_age_is_a_range_where_the_birthday_is_not_known() -> None:
    assert moments.age(Moment("2010"), date(2026, 12, 30)) == (15, 16)
    assert moments.age(Moment("2010"), date(2026, 12, 31)) == (16, 16)
    assert moments.age(Moment("2010-03"), date(2026, 3, 1)) == (15, 16)
    assert moments.age(Moment("2010-03"), date(2026, 3, 31)) == (16, 16)
    assert moments.age(Moment("2010-03"), date(2026, 2, 28)) == (15, 15)
    assert moments.age(Moment("2026"), date(2026, 6, 1)) == (0, 0)
    assert moments.age(Moment("2027"), date(2026, 6, 1)) is None


def test_somebody_born_on_29_february_is_older_on_1_march() -> None:
    born = Moment("2008-02-29")
    assert moments.age(born, date(2026, 2, 28)) == (17, 17)
    assert moments.age(born, date(2026, 3, 1)) == (18, 18)
    assert moments.age(born, date(2024, 2, 28)) == (15, 15)
    assert moments.age(born, date(2024, 2, 29)) == (16, 16)
    assert moments.birthday(born, 16) == date(2024, 2, 29)
    assert moments.birthday(born, 18) == date(2026, 3, 1)


def test_a_birthday_needs_a_day() -> None:
    assert moments.birthday(Moment("2010-03-27"), 16) == date(2026, 3, 27)
    assert moments.birthday(Moment("2010-06-26T23:30+00:00"), 16) == date(2026, 6, 27)
    for unknown in ("2010-03", "2010", ""):
        assert moments.birthday(Moment(unknown), 16) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 90))
def test_somebody_reaches_an_age_on_the_birthday_and_not_before(born: date, years: int) -> None:
    moment = Moment(born.isoformat())
    day = moments.birthday(moment, years)
    assert day is not None
    assert moments.age(moment, day) == (years, years)
    assert moments.age(moment, day - timedelta(days=1)) == ((years - 1, years - 1) if years else None)


def test_an_age_in_words() -> None:
    assert moments.age_words(Moment("2013-11-21"), NOW) == "13"
    assert moments.age_words(Moment("2013-11-22"), NOW) == "12"
    assert moments.age_words(Moment("2013"), NOW) == "12 or 13"
    assert moments.age_words(Moment(""), NOW) == ""
    assert moments.age_words(Moment("2027"), NOW) == ""


def test_today_is_not_the_future_and_tomorrow_is() -> None:
    for known in ("", "2026", "2026-11", "2026-11-21", "2026-11-21T10:00+00:00"):
        assert not moments.in_future(Moment(known), NOW)
    for coming in ("2027", "2026-12", "2026-11-22", "2026-11-21T10:01+00:00"):
        assert moments.in_future(Moment(coming), NOW)
