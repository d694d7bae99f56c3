"""How long a notice holds: to the birthday, to the end of the status it rests on, or until it was withdrawn."""

import pytest

from rise_desk.domain import notice_lapse
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Withdrawal
from tests.domain.noticed import ADULT, CHILD, OF_CONCERN, child, file, notice, review, spell


def _lapse(made: Notice, person: Person) -> str:
    return notice_lapse.lapses(made, person).at


def test_section_2_lapses_at_the_16th_birthday() -> None:
    lapse = notice_lapse.lapses(notice(served="2026-11-01"), child())
    assert (lapse.at, lapse.why, lapse.last_day) == ("2027-03-12", "The 16th birthday", "2027-03-11")


def test_section_49_lapses_at_the_18th_on_1_march_for_somebody_born_on_29_february() -> None:
    person = child("2012-02-29", spell("care_order", "2020-01-01"))
    lapse = notice_lapse.lapses(notice("s49", "2026-11-01"), person)
    assert (lapse.at, lapse.last_day) == ("2030-03-01", "2030-02-28")
    assert _lapse(notice("s2", "2026-11-01"), person) == "2028-02-29"


@pytest.mark.parametrize(("status", "since", "until", "expected"), [
    ("police_protection", "2026-11-01T10:00+00:00", "", "2026-11-04T10:00+00:00"),
    ("police_protection", "2026-11-01T10:00+00:00", "2026-11-02T08:00+00:00", "2026-11-02T08:00+00:00"),
    ("emergency_protection_order", "2026-11-01T10:00+00:00", "", "2026-11-09T10:00+00:00"),
    ("emergency_protection_order", "2026-11-01T10:00+00:00", "2026-11-16T10:00+00:00", "2026-11-16T10:00+00:00"),
    ("emergency_protection_order", "2026-11-01T10:00+00:00", "2026-11-18", "2026-11-16T10:00+00:00"),
    ("emergency_protection_order", "2026-11-01", "", "2026-11-09"),
    ("care_order", "2026-01-01", "2026-12-01", "2026-12-02"),
    ("care_order", "2026-01-01", "2026-12", "2026-12"),
    ("interim_care_order", "2026-01-01", "", "2028-12-01"),
    ("care_order", "2026-01-01", "2029-12-01", "2028-12-01"),
])  # fmt: skip
def test_section_49_lapses_when_the_status_it_rests_on_ends(status: str, since: str, until: str, expected: str) -> None:
    person = child("2010-12-01", spell(status, since, until))
    lapse = notice_lapse.lapses(notice("s49", "2026-11-01T12:00+00:00"), person)
    assert lapse.at == expected
    assert ("it rests on ends" in lapse.why) is (expected != "2028-12-01")
    assert lapse.last_day <= expected


def test_it_rests_on_whichever_status_lasts_longest() -> None:
    short, long = spell("police_protection", "2026-11-01T10:00+00:00"), spell("care_order", "2026-01-01", "2026-12-01")
    assert _lapse(notice("s49", "2026-11-01T12:00+00:00"), child("2010-12-01", short, long)) == "2026-12-02"


def test_what_came_after_it_is_not_what_it_rests_on() -> None:
    first, later = spell("police_protection", "2026-11-01T10:00+00:00"), spell("care_order", "2026-11-03")
    at = _lapse(notice("s49", "2026-11-01T12:00+00:00"), child("2010-12-01", first, later))
    assert at == "2026-11-04T10:00+00:00"


def test_without_a_status_it_says_that_none_is_recorded() -> None:
    lapse = notice_lapse.lapses(notice("s49", "2026-11-01"), child("2010-12-01"))
    assert lapse.at == "2028-12-01"
    assert lapse.why == "The 18th birthday. No legal status it could rest on is recorded"


def test_while_it_is_prepared_only_the_birthday_is_told() -> None:
    person = child("2010-12-01", spell("care_order", "2020-01-01", "2021-01-01"))
    assert _lapse(notice("s49"), person) == "2028-12-01"


def test_what_is_known_of_the_birth_is_all_that_is_told() -> None:
    for born, at, last in (("2011-03", "2027-03", "2027-02-28"), ("2011", "2027", "2026-12-31"), ("", "", "")):
        lapse = notice_lapse.lapses(notice(served="2026-11-01"), child(born))
        assert (lapse.at, lapse.last_day) == (at, last)
        assert "recorded" in lapse.why
    care = child("", spell("care_order", "2026-01-01", "2026-12-01"))
    assert _lapse(notice("s49", "2026-11-01"), care) == "2026-12-02"


@pytest.mark.parametrize(("at", "expected"), [
    ("2026-11-01T11:59+00:00", False), ("2026-11-01T12:00+00:00", True), ("2026-11-01", True),
    ("2026-10-31", False), ("2027-03-11", True), ("2027-03-12", False),
])  # fmt: skip
def test_it_is_in_force_from_its_service_to_the_day_before_the_birthday(at: str, expected: bool) -> None:
    made = notice(served="2026-11-01T12:00+00:00")
    assert notice_lapse.in_force(made, (), child(), Moment(at)) is expected


@pytest.mark.parametrize(("at", "expected"), [("2026-11-04T09:59+00:00", True), ("2026-11-04T10:00+00:00", False)])
def test_it_ends_with_police_protection_to_the_minute(at: str, expected: bool) -> None:
    person = child("2010-12-01", spell("police_protection", "2026-11-01T10:00+00:00"))
    made = notice("s49", "2026-11-01T12:00+00:00")
    assert notice_lapse.in_force(made, (), person, Moment(at)) is expected


@pytest.mark.parametrize(("at", "expected"), [("2026-12-04T14:59+00:00", True), ("2026-12-04T15:00+00:00", False)])
def test_it_ends_with_the_review_that_withdrew_it(at: str, expected: bool) -> None:
    made, gone = notice(served="2026-11-01"), review("2026-12-04T15:00+00:00", "withdrawn")
    assert notice_lapse.in_force(made, (gone,), child(), Moment(at)) is expected
    assert notice_lapse.withdrawn(made, (gone,)) is gone


def test_only_reviews_that_count_withdraw_and_only_their_own_notice() -> None:
    made = notice(served="2026-11-01")
    other = review("2026-12-01", "withdrawn", notice=Id(99))
    gone = review("2026-12-01", "withdrawn", withdrawn=Withdrawal(why="wrong"))
    stands = review("2026-12-01", corrects=Id(21), number=22)
    wrong = review("2026-12-01", "withdrawn", number=21)
    assert notice_lapse.withdrawn(made, (other, gone, stands, wrong)) is None
    assert notice_lapse.in_force(made, (other, gone, stands, wrong), child(), Moment("2026-12-02"))


def test_what_is_prepared_or_was_taken_back_is_never_in_force() -> None:
    at = Moment("2026-11-02")
    assert not notice_lapse.in_force(notice(), (), child(), at)
    assert notice_lapse.in_force(notice(issued_on="2026-11-01"), (), child(), at)
    back = notice(served="2026-11-01", withdrawn=Withdrawal(why="Wrong file"))
    assert not notice_lapse.in_force(back, (), child(), at)


def test_without_any_end_it_goes_on() -> None:
    assert notice_lapse.in_force(notice(served="2026-11-01"), (), child(""), Moment("2066-11-01"))


def test_the_next_review_is_the_day_named_last_or_six_months_on() -> None:
    def due(made: Notice, *reviews: NoticeReview, months: int = 6) -> str:
        return notice_lapse.next_review(made, reviews, Practice(notice_review_months=months))

    assert due(notice()) == ""
    assert due(notice(review_on="2026-12-01")) == ""
    assert due(notice(served="2026-08-31T23:30+00:00")) == "2027-03-01"
    assert due(notice(served="2026-08-31"), months=3) == "2026-11-30"
    named = notice(served="2026-08-31", review_on="2026-12-01")
    assert due(named) == "2026-12-01"
    assert due(named, review("2026-11-01")) == "2026-12-01"
    assert due(named, review("2026-12-01")) == "2027-06-01"
    assert due(named, review("2026-11-01", review_on=Moment("2027-01-05"))) == "2027-01-05"
    first = review("2026-11-01", review_on=Moment("2027-01-05"))
    assert due(named, first, review("2027-01-05", number=23)) == "2027-07-05"


def test_a_corrected_notice_gives_its_reviews_and_breaches_to_the_one_that_stands() -> None:
    wrong = notice(served="2026-11-01")
    again = notice(served="2026-11-02", number=11, corrects=Id(10))
    third = notice(served="2026-11-03", number=12, corrects=Id(11))
    back = notice(served="2026-11-04", number=13, withdrawn=Withdrawal(why="wrong"), corrects=Id(12))
    breach = Breach(id=Id(30), notice=Id(10), child=CHILD, adult=ADULT, happened_at=Moment("2026-11-20"), what="Seen.")
    early = Breach(id=Id(31), notice=Id(12), child=CHILD, adult=ADULT, happened_at=Moment("2026-11-10"), what="Seen.")
    (held,) = notice_lapse.held(file(child(), back, third, again, wrong, review("2026-11-05"), breach, early))
    assert held.notice is third
    assert [each.id for each in held.breaches] == [early.id, breach.id]
    assert {each.notice for each in held.breaches} == {third.id}
    assert [each.notice for each in held.reviews] == [third.id]


def test_notices_come_in_order_of_time() -> None:
    later, sooner = notice(served="2026-11-05"), notice(served="2026-11-01", number=11)
    assert [each.notice for each in notice_lapse.held(file(child(), later, sooner))] == [sooner, later]


def test_a_file_tells_of_its_own_child_alone() -> None:
    made = notice(served="2026-11-01")
    assert [each.notice for each in notice_lapse.of_child(file(child(), made))] == [made]
    assert not notice_lapse.of_child(file(child().changed(id=ADULT), made))
    both = child(roles=(*child().roles, *OF_CONCERN))
    assert notice_lapse.of_child(file(both, made))
    assert not notice_lapse.of_child(file(both.changed(id=Id(7)), made))
    assert notice_lapse.of_child(file(child().changed(id=Id(7)), made))
    assert not notice_lapse.of_child(file(child(), made, review("2026-11-05", "withdrawn")))
