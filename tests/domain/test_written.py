"""Dates as people write them: what is read, and what is refused with which sentence."""

from datetime import UTC, date, datetime

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
        ("+2y", "2028-11-21"),
        ("-1y", "2025-11-21"),
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
    assert refusal("+9999y", datetime(2026, 1, 1, tzinfo=UTC)) == "must be before the year 2200."
    assert refusal("-127y", datetime(2026, 1, 1, tzinfo=UTC)) == "must be in 1900 or later."
    assert read("-126y", datetime(2026, 1, 1, tzinfo=UTC)) == "1900-01-01"


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


def test_months_and_weekdays_are_spelled_in_english() -> None:
    assert [written.spelled(f"2026-{month:02}").split()[0] for month in range(1, 13)] == list(written.MONTHS)
