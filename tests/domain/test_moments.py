"""Dates as people write them, read back as people read them; pairs on both sides of every boundary."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import moments, written
from rise_desk.domain.moments import Moment

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BORN = "Date of birth"
NOT_A_DATE = "must be a date, such as 27 3 2010, March 2010 or 2010."
NOT_REAL = "must be a real date."
NOT_A_TIME = "must have a real time, such as 2:30pm or 14:30."


def read(text: str, now: datetime = NOW) -> Moment:
    """The moment of a text, at a Saturday in November 2026."""
    return moments.read(text, now=now, called=BORN)


def refusal(text: str, now: datetime = NOW, time: bool = True) -> str:
    """The sentence by which a text is refused, without the field's name in front."""
    with pytest.raises(moments.Unreadable) as refused:
        moments.read(text, now=now, called=BORN, time=time)
    sentence = str(refused.value)
    assert sentence.startswith(f"{BORN} ")
    return sentence.removeprefix(f"{BORN} ")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("", ""),
        ("  \t ", ""),
        ("27/3/2010", "2010-03-27"),
        ("27/03/10", "2010-03-27"),
        ("27 3 2010", "2010-03-27"),
        ("27 Mar 2010", "2010-03-27"),
        ("27 MARCH 2010", "2010-03-27"),
        ("27.3.2010", "2010-03-27"),
        ("27.3.10", "2010-03-27"),
        ("27-3-2010", "2010-03-27"),
        ("27\u00a0/\u00a03 / 2010", "2010-03-27"),
        ("27\u20133\u20132010", "2010-03-27"),
        ("2010-03-27", "2010-03-27"),
        ("2010/3/27", "2010-03-27"),
        ("27-Mar-10", "2010-03-27"),
        ("27th of March, 2010", "2010-03-27"),
        ("March 27, 2010", "2010-03-27"),
        ("Saturday 27 March 2010", "2010-03-27"),
        ("Sat, 27/3/10", "2010-03-27"),
        ("tues 24 nov 2026", "2026-11-24"),
        ("3/4/2010", "2010-04-03"),
        ("12 may 2020", "2020-05-12"),
        ("1 Sept 2020", "2020-09-01"),
        ("29 February 2024", "2024-02-29"),
        ("March 2026", "2026-03"),
        ("sept. 2026", "2026-09"),
        ("3/2026", "2026-03"),
        ("3 2026", "2026-03"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("1900", "1900"),
        ("2199", "2199"),
        ("today", "2026-11-21"),
        ("Yesterday", "2026-11-20"),
        ("tomorrow", "2026-11-22"),
        ("-3d", "2026-11-18"),
        ("\u22123d", "2026-11-18"),
        ("+2d", "2026-11-23"),
        ("+2w", "2026-12-05"),
        ("now", "2026-11-21T10:00+00:00"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, moment: str) -> None:
    assert read(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20/11/2026 14:30", "2026-11-20T14:30+00:00"),
        ("20/11/2026, 14.30", "2026-11-20T14:30+00:00"),
        ("20/11/2026 2.30pm", "2026-11-20T14:30+00:00"),
        ("20/11/2026 2:30 p.m.", "2026-11-20T14:30+00:00"),
        ("20/11/2026 at 1430", "2026-11-20T14:30+00:00"),
        ("20/11/2026 1430hrs", "2026-11-20T14:30+00:00"),
        ("20 November 2026 9am", "2026-11-20T09:00+00:00"),
        ("20 November 2026 @9am", "2026-11-20T09:00+00:00"),
        ("4 June 2026 at 9:32am", "2026-06-04T08:32+00:00"),
        ("4 June 2026 at 9:32am BST", "2026-06-04T08:32+00:00"),
        ("20/11/2026 12am", "2026-11-20T00:00+00:00"),
        ("20/11/2026 12pm", "2026-11-20T12:00+00:00"),
        ("20/11/2026 0:00", "2026-11-20T00:00+00:00"),
        ("20/11/2026 23:59", "2026-11-20T23:59+00:00"),
        ("2026-06-04T14:30", "2026-06-04T13:30+00:00"),
        ("2026-06-04T14:30:59", "2026-06-04T13:30+00:00"),
        ("2026-06-04 14:30:05.123456Z", "2026-06-04T14:30+00:00"),
        ("2026-06-04T14:30 UTC", "2026-06-04T14:30+00:00"),
        ("2026-06-04T14:30+02:00", "2026-06-04T12:30+00:00"),
        ("2026-06-04T14:30-0530", "2026-06-04T20:00+00:00"),
        ("2026-06-04T14:30+02", "2026-06-04T12:30+00:00"),
        ("yesterday 23:30", "2026-11-20T23:30+00:00"),
        ("today at 9am", "2026-11-21T09:00+00:00"),
        ("-1d 9.15", "2026-11-20T09:15+00:00"),
    ],
)
def test_a_time_is_london_unless_it_says_otherwise(text: str, moment: str) -> None:
    assert read(text) == moment


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("27/3", "must include a year."),
        ("27 March", "must include a year."),
        ("March 27", "must include a year."),
        ("March", "must include a year."),
        ("27/3/20101", "must have a year of 4 digits, such as 2010."),
        ("27/3/201", "must have a year of 4 digits, such as 2010."),
        ("20101", "must have a year of 4 digits, such as 2010."),
        ("31/12/1899", "must be in 1900 or later."),
        ("1/1/2200", "must be before the year 2200."),
        ("29/2/2025", NOT_REAL),
        ("31 April 2026", NOT_REAL),
        ("0/3/2010", NOT_REAL),
        ("1/0/2010", NOT_REAL),
        ("13/2026", NOT_REAL),
        ("13/13/2010", NOT_REAL),
        ("3/27/2010", "must be a real date, with the day first, then the month."),
        ("12/13/2010", "must be a real date, with the day first, then the month."),
        ("Friday 27 March 2010", "must be a real date: 27 March 2010 is a Saturday, not a Friday."),
        ("Saturday March 2010", "must include the day of the month."),
        ("14:30", "must include the day as well as the time."),
        ("9am", "must include the day as well as the time."),
        ("March 2026 14:30", "must include the day, as a time is given."),
        ("2026 9am", "must include the day, as a time is given."),
        ("27/3/2010 24:00", NOT_A_TIME),
        ("27/3/2010 23:60", NOT_A_TIME),
        ("27/3/2010 23:59:60", NOT_A_TIME),
        ("27/3/2010 13pm", NOT_A_TIME),
        ("27/3/2010 0am", NOT_A_TIME),
        ("27/3/2010 at 2400", NOT_A_TIME),
        ("1900-01-01T00:30+01:00", "must be in 1900 or later."),
        ("2199-12-31T23:30-01:00", "must be before the year 2200."),
        ("20100327", NOT_A_DATE),
        ("27/3.2010", NOT_A_DATE),
        ("soon", NOT_A_DATE),
        ("Monday", NOT_A_DATE),
        ("27/3/2010 at 9", NOT_A_DATE),
        ("٢٧/٣/٢٠١٠", NOT_A_DATE),
        ("2７/3/2010", NOT_A_DATE),
        ("27/3/2010\0", NOT_A_DATE),
        ("2" * 61, NOT_A_DATE),
        ("2" * 10_000, NOT_A_DATE),
    ],
)
def test_what_can_not_be_a_date_is_refused_with_its_reason(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


def test_blanks_around_a_date_do_not_count() -> None:
    assert read(" " * 10_000) == ""
    assert read(" " * 10_000 + "2026") == "2026"


def test_a_date_field_refuses_a_time() -> None:
    assert refusal("27/3/2010 9am", time=False) == "must be a date without a time."
    assert refusal("now", time=False) == "must be a date without a time."
    assert moments.read("27/3/2010", now=NOW, time=False) == "2010-03-27"


def test_two_digits_mean_the_latest_year_that_is_at_most_ten_ahead() -> None:
    assert read("1/1/25") == "2025-01-01"
    assert read("1/1/36") == "2036-01-01"
    assert read("1/1/37") == "1937-01-01"
    assert read("1/1/00") == "2000-01-01"
    assert read("1/1/05", datetime(2095, 6, 1, tzinfo=UTC)) == "2105-01-01"
    assert read("1/1/06", datetime(2095, 6, 1, tzinfo=UTC)) == "2006-01-01"


def test_today_is_the_day_in_london() -> None:
    assert read("today", datetime(2026, 6, 4, 22, 59, tzinfo=UTC)) == "2026-06-04"
    assert read("today", datetime(2026, 6, 4, 23, 0, tzinfo=UTC)) == "2026-06-05"


def test_days_away_stay_within_the_years_that_count() -> None:
    assert refusal("+9999w", datetime(2100, 1, 1, tzinfo=UTC)) == "must be before the year 2200."
    assert refusal("-9999w", datetime(2026, 1, 1, tzinfo=UTC)) == "must be in 1900 or later."


def test_the_hour_that_comes_twice_is_asked_about() -> None:
    assert read("25/10/2026 00:59") == "2026-10-24T23:59+00:00"
    for clock in ("01:00", "1:30am", "01:59"):
        assert "must say which" in refusal(f"25/10/2026 {clock}")
    assert read("25/10/2026 02:00") == "2026-10-25T02:00+00:00"
    assert refusal("25/10/2026 01:30") == (
        "must say which 1:30am on 25 October 2026, because the clocks went back: "
        "add BST for the first or GMT for the second."
    )
    assert read("25/10/2026 01:30 BST") == "2026-10-25T00:30+00:00"
    assert read("25/10/2026 01:30GMT") == "2026-10-25T01:30+00:00"
    assert read("2026-10-25T01:30Z") == "2026-10-25T01:30+00:00"


def test_the_hour_that_never_comes_is_refused() -> None:
    assert read("29/3/2026 00:59") == "2026-03-29T00:59+00:00"
    for clock in ("01:00", "1:30am", "01:59 BST"):
        assert "because the clocks went forward" in refusal(f"29/3/2026 {clock}")
    assert read("29/3/2026 02:00") == "2026-03-29T01:00+00:00"


def test_the_wrong_half_of_the_year_is_refused() -> None:
    told = "must be in London time: the clocks showed BST at 9:32am on 4 June 2026."
    assert refusal("4 June 2026 9:32 GMT") == told
    assert "the clocks showed GMT" in refusal("4 December 2025 9:32 BST")


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


@given(st.text(max_size=80) | st.text(alphabet="0123456789/-.: +apmTZJanFebSt\0", max_size=40))
def test_any_text_is_a_moment_or_a_sentence(text: str) -> None:
    sentence, moment = "", Moment("")
    try:
        moment = read(text)
    except moments.Unreadable as refused:
        sentence = str(refused)
    assert read(moment) == moment
    assert read(moments.shown(moment)) == moment
    assert not sentence or (sentence.startswith(f"{BORN} must ") and sentence.endswith("."))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_the_day_always_comes_first(day: date) -> None:
    for form in ("{0.day}/{0.month}/{0.year}", "{0.day:02} {0.month:02} {0.year}", "{0.day}.{0.month}.{0.year}"):
        assert read(form.format(day)) == day.isoformat()


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


def test_months_and_weekdays_are_spelled_in_english() -> None:
    assert [written.spelled(f"2026-{month:02}").split()[0] for month in range(1, 13)] == list(written.MONTHS)
