"""One way of writing times, names and counts."""

from datetime import UTC, date, datetime

import pytest

from rise_desk.domain.moments import Moment
from ui import formats

NOW = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
BORN = Moment("2013-03-12")


def test_nothing_recorded_is_said_or_left_out() -> None:
    nothing = Moment("")
    assert formats.when(nothing) == formats.when_spoken(nothing) == formats.age(nothing, NOW) == ""
    assert formats.when_full(nothing) == formats.yes_no(None) == "Not recorded"


def test_times_are_shown_only_when_known() -> None:
    assert formats.when(Moment("2026-11-19T23:30+00:00")) == "Thu 19 Nov 23:30"
    assert formats.when(Moment("2026-11-19")) == "Thu 19 Nov"
    assert formats.when_full(BORN) == "12 March 2013"
    assert formats.when_spoken(BORN) == "Tuesday 12 March 2013"
    assert formats.day(date(2026, 11, 1)) == "Sunday 1 November 2026"


def test_names_carry_the_age_where_it_is_known() -> None:
    assert formats.name_and_age("Maisie Okafor", BORN, NOW) == "Maisie Okafor, 13"
    assert formats.name_and_age("Maisie Okafor", Moment(""), NOW) == "Maisie Okafor"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1204, "1,204 entries")]
)
def test_counts_agree_with_their_noun(number: int, words: str) -> None:
    assert formats.count(number, "entry", "entries") == words


def test_counts_without_a_plural_take_an_s() -> None:
    assert formats.count(2, "word") == "2 words"


def test_a_narrowed_list_says_of_how_many() -> None:
    assert formats.count_of(12, 87) == "12 of 87"
    assert formats.count_of(87, 87) == "87"


def test_joins_what_says_something() -> None:
    assert formats.joined("a", "", "b") == "a · b"
    assert (formats.yes_no(True), formats.yes_no(False)) == ("Yes", "No")
