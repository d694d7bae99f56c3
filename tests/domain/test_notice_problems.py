"""What speaks against a notice, a review and a breach: one sentence each, and nothing that isn't recorded."""

from datetime import UTC, datetime

import pytest

from rise_desk.domain import notice_problems
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record, Withdrawal
from rise_desk.services.practice import general
from tests.domain.noticed import ADULT, CHILD, OF_CONCERN, adult, child, file, notice, review, spell

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
CARE = spell("care_order", "2020-01-01")


def _wrong(made: Notice, person: Person, *others: Record) -> dict[str, str]:
    return made.file_problems(file(person, *others), Practice(), NOW)


def test_it_pairs_two_and_is_served_after_it_is_issued_and_reviewed_after_it_is_served() -> None:
    assert notice(served="2026-11-01", issued_on="2026-11-01", review_on="2026-11-01").problems(general(), NOW) == {}
    assert notice(review_on="2026-11-01").problems(general(), NOW) == {}
    same = notice().changed(adult=CHILD).problems(general(), NOW)
    assert same == {"adult": "A notice pairs one adult with one child. Choose somebody else."}
    early = notice(served="2026-10-31T23:59+00:00", issued_on="2026-11-01").problems(general(), NOW)
    assert early == {"served_at": "A notice can't be served before it is issued."}
    review_first = notice(served="2026-11-02", review_on="2026-11-01").problems(general(), NOW)
    assert review_first == {"review_on": "The review must be after the notice came into force."}


@pytest.mark.parametrize(("at", "refused"), [("2027-03-11", False), ("2027-03-12", True)])
def test_from_the_16th_birthday_on_section_2_is_refused(at: str, refused: bool) -> None:
    for made in (notice(served=at), notice(issued_on=at), notice(served=at, issued_on="2027-03-01")):
        found = _wrong(made, child())
        assert (found != {}) is refused
        if refused:
            assert found == {
                "law": "Aged 16 on that day: a notice cannot be based on section 2, which is for under 16."
            }


def test_at_16_without_a_care_order_section_49_is_refused_too() -> None:
    made = notice("s49", "2026-11-20")
    by_agreement = _wrong(made, child("2010-11-20", spell("section_20", "2026-01-01")))
    assert by_agreement["law"].endswith("recorded for that time: a notice cannot be based on section 49.")
    nothing = _wrong(made, child("2010-11-20"))
    assert nothing == {"law": "Section 49 rests on the legal status, and none is recorded for that time."}
    assert _wrong(made, child("2010-11-20", CARE)) == {}
    assert _wrong(made, child("2010-11-20", spell("looked_after_basis_not_known", "2026-01-01"))) == {}
    assert _wrong(made, child("2010-11-20", spell("care_order"))) == {}


def test_while_it_is_prepared_its_law_is_not_refused() -> None:
    assert _wrong(notice("s2"), child("2000-01-01")) == {}
    assert _wrong(notice("s49"), child("2010-01-01")) == {}


def test_the_hour_of_service_decides_where_police_protection_ends() -> None:
    person = child("2010-01-01", spell("police_protection", "2026-11-16T10:00+00:00"))
    assert _wrong(notice("s49", "2026-11-19T09:59+00:00"), person) == {}
    assert "ended on 19 November 2026 at 10:00am" in _wrong(notice("s49", "2026-11-19T10:00+00:00"), person)["law"]


def test_an_unknown_date_of_birth_refuses_nothing() -> None:
    assert _wrong(notice(served="2026-11-20"), child("")) == {}
    assert _wrong(notice(served="2026-11-20"), adult("")) == {}


def test_neither_is_born_after_it() -> None:
    for person in (child("2026-11-20"), adult("2026-11-20")):
        for field in ("issued_on", "served_at"):
            found = _wrong(notice().changed(**{field: Moment("2026-11-19")}), person)
            assert found == {field: f"A notice can't be from before {person.name} was born."}
    assert _wrong(notice(served="2026-11-20"), child("2026-11-20")) == {}


def test_each_is_on_file_as_what_they_are() -> None:
    assert _wrong(notice(), child(roles=OF_CONCERN)) == {"child": "Maisie is not on file as a child at risk."}
    wrong = adult().changed(roles=child().roles)
    assert _wrong(notice(), wrong) == {"adult": "Darren is not on file as somebody of concern."}


@pytest.mark.parametrize(("born", "refused"), [("2008-11-20", False), ("2008-11-21", True)])
def test_no_notice_warns_a_child_as_an_adult(born: str, refused: bool) -> None:
    found = _wrong(notice(served="2026-11-20"), adult(born))
    assert ("a child to be safeguarded" in found.get("adult", "")) is refused


def test_while_it_is_prepared_the_adult_is_as_old_as_now() -> None:
    assert _wrong(notice(), adult("2008-11-21")) == {}
    assert set(_wrong(notice(), adult("2008-11-22"))) == {"adult"}


def test_a_pair_has_one_notice_in_force_at_a_time() -> None:
    held = notice(served="2026-11-01")
    for law in ("s2", "s49"):
        again = notice(law, "2026-11-20", number=11)
        assert _wrong(again, child("2011-03-12", CARE), held) == {"adult": notice_problems.IN_FORCE}
        assert again.clashes(file(child("2011-03-12", CARE), held)) == {"adult": notice_problems.IN_FORCE}
    before = notice(served="2026-10-20", number=11)
    assert _wrong(before, child(), held) == {"adult": notice_problems.IN_FORCE}


def test_a_notice_that_ended_another_adult_or_one_it_puts_right_is_no_clash() -> None:
    again = notice(served="2026-11-20", number=11)
    gone = review("2026-11-19", "withdrawn")
    assert _wrong(again, child(), notice(served="2026-11-01"), gone) == {}
    assert _wrong(again, child(), notice(served="2026-11-01").changed(adult=Id(3))) == {}
    assert _wrong(again.changed(corrects=Id(10)), child(), notice(served="2026-11-01")) == {}
    assert _wrong(again, child(), notice(served="2026-11-01", withdrawn=Withdrawal(why="x"))) == {}
    assert _wrong(again, child(), notice()) == {}
    assert _wrong(again, child(), again) == {}
    police = spell("police_protection", "2026-11-01T10:00+00:00")
    protected = child("2010-01-01", police, spell("care_order", "2026-11-05"))
    short = notice("s49", "2026-11-01T12:00+00:00")
    assert _wrong(notice("s49", "2026-11-20", number=11), protected, short) == {}


def test_withdrawn_before_the_other_began_it_may_be_put_back() -> None:
    mine = notice(served="2026-11-01")
    gone = review("2026-11-05", "withdrawn")
    later = notice(served="2026-11-20", number=11)
    assert mine.clashes(file(child(), mine, gone, later)) == {}
    assert mine.clashes(file(child(), mine, later)) == {"adult": notice_problems.IN_FORCE}
    assert mine.clashes(file(adult(), mine, later)) == {}
    assert notice().clashes(file(child(), later)) == {}


def test_none_is_prepared_beside_one_of_the_same_law_that_is_in_force_now() -> None:
    held = notice(served="2026-11-01")
    assert _wrong(notice(number=11), child(), held) == {"adult": notice_problems.IN_FORCE}
    assert _wrong(notice("s49", number=11), child(), held) == {}
    assert _wrong(notice(number=11), child(), held, review("2026-11-05", "withdrawn")) == {}
    assert _wrong(notice(number=11), child("2009-01-01"), held) == {}


def _breach(at: str) -> Breach:
    return Breach(id=Id(30), notice=Id(10), child=CHILD, adult=ADULT, happened_at=Moment(at), what="Seen with her.")


def test_a_review_and_a_breach_are_of_a_notice_between_these_two() -> None:
    for made in (review("2026-11-20"), _breach("2026-11-20")):
        assert made.file_problems(file(child(), notice(served="2026-11-01")), Practice(), NOW) == {}
        found = made.file_problems(file(adult(), notice(served="2026-11-01", number=11)), Practice(), NOW)
        assert found == {"notice": "That notice is not in the file of Darren. Choose one between these two."}
        early = made.file_problems(file(child(), notice()), Practice(), NOW)
        assert early == {"notice": "That notice was not issued or served yet. Record that first."}


@pytest.mark.parametrize(("at", "refused"), [
    ("2026-11-01T11:59+00:00", True), ("2026-11-01T12:00+00:00", False),
    ("2026-10-31", True), ("2026-11-01", False), ("", False),
])  # fmt: skip
def test_neither_is_from_before_it_was_in_force(at: str, refused: bool) -> None:
    for made, field in ((review(at), "reviewed_at"), (_breach(at), "happened_at")):
        found = made.file_problems(file(child(), notice(served="2026-11-01T12:00+00:00")), Practice(), NOW)
        said = {field: "That notice was not in force before 1 November 2026 at 12:00pm."} if refused else {}
        assert found == said


def test_what_is_withdrawn_says_why() -> None:
    assert review("2026-11-20").problems(general(), NOW) == {}
    found = review("2026-11-20", "withdrawn").changed(why=" ").problems(general(), NOW)
    assert found == {"why": "Say why the notice is withdrawn."}


@pytest.mark.parametrize(("at", "refused"), [("2026-11-19T09:59+00:00", True), ("2026-11-19T10:00+00:00", False)])
def test_the_next_may_be_served_from_the_instant_the_other_was_withdrawn(at: str, refused: bool) -> None:
    gone = review("2026-11-19T10:00+00:00", "withdrawn")
    found = _wrong(notice(served=at, number=11), child(), notice(served="2026-11-01"), gone)
    assert found == ({"adult": notice_problems.IN_FORCE} if refused else {})


@pytest.mark.parametrize(
    ("born", "at", "said"),
    [
        ("2011-03-12", "2027-03-11T23:59+00:00", ""),
        ("2011-03-12", "2027-03-12T00:00+00:00", "had lapsed by then, on 12 March 2027"),
        ("2011-03-12", "2027-03-12", "had lapsed by then, on 12 March 2027"),
        ("2011-03-12", "2027-03", ""),
        ("2011-03", "2027-06-01", ""),
        ("", "2027-06-01", ""),
    ],
)
def test_nothing_after_the_lapse_is_a_breach(born: str, at: str, said: str) -> None:
    later = datetime(2028, 1, 1, tzinfo=UTC)
    found = _breach(at).file_problems(file(child(born), notice(served="2026-11-01")), Practice(), later)
    assert (said in found.get("happened_at", "")) is bool(said) if said else found == {}
    theirs = _breach(at).file_problems(file(adult(), notice(served="2026-11-01")), Practice(), later)
    assert theirs == {}


@pytest.mark.parametrize(("at", "refused"), [("2026-11-19T23:00+00:00", False), ("2026-11-20", True)])
def test_nothing_after_it_was_withdrawn_is_a_breach(at: str, *, refused: bool) -> None:
    gone = review("2026-11-19T10:00+00:00", "withdrawn")
    found = _breach(at).file_problems(file(child(), notice(served="2026-11-01"), gone), Practice(), NOW)
    said = "That notice had been withdrawn by then, on 19 November 2026 at 10:00am. Write what happened in a note."
    assert found == ({"happened_at": said} if refused else {})


def test_police_protection_that_ended_ends_what_can_be_a_breach() -> None:
    protected = child("2012-03-12", spell("police_protection", "2026-11-18T09:00+00:00"))
    made = notice("s49", served="2026-11-18T10:00+00:00")
    for at, refused in (("2026-11-21", False), ("2026-11-22", True)):
        assert bool(_breach(at).file_problems(file(protected, made), Practice(), NOW)) is refused
