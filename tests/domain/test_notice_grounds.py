"""On which law a notice can be based: age on the London day, dated status to the hour; what isn't known is asked."""

import pytest

from rise_desk.domain import life, notice_grounds
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice_grounds import Grounds
from rise_desk.domain.person import Person
from tests.domain.noticed import child, spell

CARE = spell("care_order", "2020-01-01")


def _may(person: Person, at: str) -> tuple[bool | None, bool | None]:
    found = notice_grounds.grounds(person, Moment(at))
    return found.s2.may, found.s49.may


def _all(found: Grounds) -> str:
    return " ".join((found.s2.why, found.s49.why, *found.told, *found.asks))


@pytest.mark.parametrize(("at", "expected"), [
    ("2027-03-11", True), ("2027-03-12", False),
    ("2027-03-11T23:59+00:00", True), ("2027-03-12T00:00+00:00", False),
])  # fmt: skip
def test_section_2_ends_with_the_day_before_the_16th_birthday(at: str, expected: bool) -> None:
    assert notice_grounds.grounds(child(), Moment(at)).s2.may is expected


def test_a_birthday_in_summer_begins_at_midnight_in_london() -> None:
    person = child("2010-07-01")
    assert _may(person, "2026-06-30T22:59+00:00")[0] is True
    assert _may(person, "2026-06-30T23:00+00:00")[0] is False


@pytest.mark.parametrize(("born", "at", "expected"), [
    ("2008-02-29", "2026-02-28", True), ("2008-02-29", "2026-03-01", False),
    ("2009-03-01", "2027-02-28", True), ("2009-03-01", "2027-03-01", False),
])  # fmt: skip
def test_somebody_born_on_29_february_is_18_on_1_march(born: str, at: str, expected: bool) -> None:
    assert notice_grounds.grounds(child(born, CARE), Moment(at)).s49.may is expected


def test_somebody_born_on_29_february_is_16_on_29_february_of_a_leap_year() -> None:
    assert _may(child("2008-02-29"), "2024-02-28")[0] is True
    assert _may(child("2008-02-29"), "2024-02-29")[0] is False


@pytest.mark.parametrize("status", ["care_order", "interim_care_order"])
def test_under_16_in_care_either_law_can_be_the_basis_and_section_49_outlives_it(status: str) -> None:
    found = notice_grounds.grounds(child("2011-03-12", spell(status, "2026-01-01")), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may, found.asks) == (True, True, ())
    (told,) = found.told
    assert "either law" in told
    assert "16th birthday on 12 March 2027" in told
    assert "section 49 notice outlives it" in told
    assert found.of("s2") is found.s2
    assert found.of("s49") is found.s49


def test_either_law_is_told_where_only_the_year_of_birth_is_known() -> None:
    found = notice_grounds.grounds(child("2012", CARE), Moment("2026-11-21"))
    assert "at the 16th birthday; a section 49" in found.told[0]
    assert found.asks == ("Which day is the birthday? Only 2012 is recorded.",)


def test_at_16_and_17_in_care_it_is_section_49_alone() -> None:
    found = notice_grounds.grounds(child("2009-11-22", CARE), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may, found.told, found.asks) == (False, True, (), ())
    assert found.s2.why == "Aged 16 on that day: a notice cannot be based on section 2, which is for under 16."
    assert found.s49.why == "Care order since 1 January 2020: a notice can be based on section 49."


def test_at_16_and_17_by_agreement_there_is_none_and_orders_are_pointed_to() -> None:
    found = notice_grounds.grounds(child("2009-11-22", spell("section_20", "2026-01-01")), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may) == (False, False)
    assert found.told == (notice_grounds.ORDERS_INSTEAD,)
    assert "sexual risk order" in found.told[0]
    assert "recovery order" not in found.told[0], "a court makes one only for a child section 49 protects"


def test_under_16_by_agreement_the_statement_is_the_parents() -> None:
    found = notice_grounds.grounds(child("2012-01-01", spell("section_20", "2026-01-01")), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may) == (True, False)
    assert found.told == (notice_grounds.PARENTS_STATEMENT,)


def test_agreement_that_ended_says_nothing_any_more() -> None:
    ended = spell("section_20", "2026-01-01", "2026-02-01")
    found = notice_grounds.grounds(child("2012-01-01", ended, spell("child_in_need", "2026-02-02")), Moment("2026-11"))
    assert found.told == ()


def test_at_16_and_17_without_care_orders_are_pointed_to() -> None:
    found = notice_grounds.grounds(child("2009-11-22", spell("child_in_need", "2026-01-01")), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may) == (False, False)
    assert found.s49.why.startswith(
        "No care order, interim care order, emergency protection order or police protection"
    )
    assert "Orders can be asked about instead" in found.told[0]


def test_at_18_there_is_none_and_it_says_what_instead() -> None:
    found = notice_grounds.grounds(child("2008-11-21", CARE), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may, found.told, found.asks) == (False, False, (notice_grounds.INSTEAD,), ())
    assert "adult safeguarding and capacity" in found.told[0]


@pytest.mark.parametrize(("at", "expected"), [
    ("2026-11-16T09:59+00:00", None), ("2026-11-16T10:00+00:00", True),
    ("2026-11-19T09:59+00:00", True), ("2026-11-19T10:00+00:00", False),
])  # fmt: skip
def test_police_protection_holds_for_72_hours_to_the_minute(at: str, expected: bool | None) -> None:
    person = child("2009-12-01", spell("police_protection", "2026-11-16T10:00+00:00"))
    assert notice_grounds.grounds(person, Moment(at)).s49.may is expected


@pytest.mark.parametrize(("since", "last", "until", "told"), [
    ("2026-03-27T12:00+00:00", "2026-03-30T11:59+00:00", "2026-03-30T12:00+00:00", "30 March 2026 at 1:00pm"),
    ("2026-10-24T11:00+00:00", "2026-10-27T10:59+00:00", "2026-10-27T11:00+00:00", "27 October 2026 at 11:00am"),
])  # fmt: skip
def test_72_hours_are_real_hours_when_the_clocks_change(since: str, last: str, until: str, told: str) -> None:
    person = child("2009-12-01", spell("police_protection", since))
    assert (_may(person, last)[1], _may(person, until)[1]) == (True, False)
    assert told in notice_grounds.grounds(person, Moment(since)).s49.why


@pytest.mark.parametrize(("until", "at", "expected"), [
    ("", "2026-11-18T09:59+00:00", True), ("", "2026-11-18T10:00+00:00", False),
    ("2026-11-12T16:00+00:00", "2026-11-12T15:59+00:00", True),
    ("2026-11-12T16:00+00:00", "2026-11-12T16:00+00:00", False),
    ("2026-11-25T10:00+00:00", "2026-11-25T09:59+00:00", True),
    ("2026-11-25T10:00+00:00", "2026-11-25T10:00+00:00", False),
    ("2026-11-30", "2026-11-25T09:59+00:00", True), ("2026-11-30", "2026-11-25T10:00+00:00", False),
])  # fmt: skip
def test_an_emergency_order_holds_8_days_and_once_extended_15_at_most(until: str, at: str, expected: bool) -> None:
    person = child("2009-12-01", spell("emergency_protection_order", "2026-11-10T10:00+00:00", until))
    assert notice_grounds.grounds(person, Moment(at)).s49.may is expected


def test_an_order_holds_through_its_last_day_and_an_emergency_order_to_an_hour_of_it() -> None:
    care = child("2009-12-01", spell("care_order", "2020-01-01", "2026-11-20"))
    assert _may(care, "2026-11-20")[1] is True
    assert _may(care, "2026-11-20T23:59+00:00")[1] is True
    assert _may(care, "2026-11-21")[1] is False
    short = child("2009-12-01", spell("emergency_protection_order", "2026-11-16T10:00+00:00", "2026-11-20"))
    assert _may(short, "2026-11-19T23:59+00:00")[1] is True
    assert _may(short, "2026-11-20T12:00+00:00")[1] is None
    assert _may(short, "2026-11-21T00:00+00:00")[1] is False


def test_what_ended_says_when() -> None:
    found = notice_grounds.grounds(
        child("2009-12-01", spell("care_order", "2020-01-01", "2026-11-20")), Moment("2026-11-21")
    )
    assert found.s49.why == "Care order ended on 20 November 2026: a notice cannot be based on section 49."


@pytest.mark.parametrize(("since", "at"), [
    ("2026-11-16", "2026-11-16T12:00+00:00"), ("2026-11-16", "2026-11-19T12:00+00:00"),
    ("2026-11-16T10:00+00:00", "2026-11-19"), ("2026-11", "2026-11-10"),
])  # fmt: skip
def test_where_the_hour_decides_and_is_not_known_it_is_asked(since: str, at: str) -> None:
    found = notice_grounds.grounds(child("2009-12-01", spell("police_protection", since)), Moment(at))
    assert found.s49.may is None
    assert "the dates don't say whether it held at that time" in found.s49.why
    assert found.asks == (
        "From when until when did the police protection hold? To the hour, where it began or ended on that day.",
    )


def test_a_status_without_a_day_is_asked_about() -> None:
    found = notice_grounds.grounds(child("2009-12-01", spell("care_order", seen=None)), Moment("2026-11-21"))
    assert (found.s49.may, found.s49.why) == (None, "Care order is on file, but not since when.")
    assert found.asks[1] == "Has somebody seen the papers of the care order?"


def test_a_surer_status_stands_before_one_that_isnt_sure() -> None:
    person = child("2009-12-01", spell("care_order"), spell("interim_care_order", "2026-01-01"))
    assert notice_grounds.grounds(person, Moment("2026-11-21")).s49.why.startswith("Interim care order since")


@pytest.mark.parametrize(("since", "expected"), [("2025-11-30", True), ("2025-12-01", None)])
def test_an_order_dated_from_the_17th_birthday_on_is_a_question(since: str, expected: bool | None) -> None:
    found = notice_grounds.grounds(child("2008-12-01", spell("interim_care_order", since)), Moment("2026-11-21"))
    assert found.s49.may is expected
    assert ("Which date is wrong?" in _all(found)) is (expected is None)
    assert ("after the 17th birthday" in found.s49.why) is (expected is None)
    other = child("2008-12-01", spell("police_protection", "2026-11-21T08:00+00:00"))
    assert _may(other, "2026-11-21T10:00+00:00")[1] is True


@pytest.mark.parametrize("spells", [
    (), (spell("not_recorded"),), (spell("looked_after_basis_not_known", "2026-01-01"),),
    (spell("child_in_need", "2026-12-01"),), (spell("section_20", "2025-01-01", "2026-01-01"),),
])  # fmt: skip
def test_no_status_recorded_is_not_no(spells: tuple[life.LegalSpell, ...]) -> None:
    found = notice_grounds.grounds(child("2009-12-01", *spells), Moment("2026-11-21"))
    assert found.s49.may is None
    assert "none is recorded for that time" in found.s49.why
    basis = any("On what legal basis" in each for each in found.asks)
    assert basis is any(each.status in ("not_recorded", "looked_after_basis_not_known") for each in spells)


def test_a_basis_that_was_not_known_before_is_asked_no_more() -> None:
    before = spell("looked_after_basis_not_known", "2025-01-01", "2025-06-01")
    assert notice_grounds.grounds(child("2009-12-01", before, CARE), Moment("2026-11-21")).asks == ()


def test_no_date_of_birth_is_asked_about_and_refuses_nothing() -> None:
    found = notice_grounds.grounds(child("", CARE), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may) == (None, None)
    assert found.s2.why == "Section 2 is for children under 16, and the date of birth is not recorded."
    assert found.s49.why == (
        "Care order since 1 January 2020, but section 49 is for children under 18, "
        "and the date of birth is not recorded."
    )
    assert found.asks == ("What is the date of birth?",)


def test_a_year_of_birth_alone_leaves_it_open_in_the_year_of_the_birthday() -> None:
    assert _may(child("2011", CARE), "2026-11-21") == (True, True)
    found = notice_grounds.grounds(child("2010", CARE), Moment("2026-11-21"))
    assert (found.s2.may, found.s49.may) == (None, True)
    assert "the child was 15 or 16 on that day" in found.s2.why
    assert _may(child("2009", CARE), "2026-11-21") == (False, True)
    assert _may(child("2010-03", CARE), "2026-03") == (None, True)


def test_before_birth_and_without_a_day_there_is_nothing_to_work_out() -> None:
    unborn = notice_grounds.grounds(child(), Moment("2011-03-11"))
    assert (unborn.s2.may, unborn.s49.may, unborn.s2.why) == (False, False, notice_grounds.NOT_BORN)
    assert _may(child("2011-03-12"), "2011-03-12")[0] is True
    assert _may(child("2011-03-12"), "2011-03")[0] is True
    nothing = notice_grounds.grounds(child(), Moment(""))
    assert (nothing.s2.may, nothing.s49.may, nothing.s2.why) == (None, None, notice_grounds.NO_DAY)


def test_it_never_decides() -> None:
    for person in (child(), child("2009-12-01"), child("2000-01-01"), child("", CARE)):
        said = _all(notice_grounds.grounds(person, Moment("2026-11-21")))
        assert "must" not in said
        assert "will be served" not in said
