"""Notices in other papers: those in force in the missing pack, every one in the case summary."""

import pytest

from rise_desk.domain import life
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.reports import missing_notices, notices
from rise_desk.services import casework, missing_packs, packs
from rise_desk.services.desk import Desk
from tests import build

MOST = 40


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A child of 15."""
    return build.young_person(desk, date_of_birth=Moment("2011-03-12"))


def _breach(desk: Desk, made: Notice, at: str) -> None:
    casework.save(
        desk,
        Breach(id=desk.clock.new_id(), notice=made.id, child=made.child, adult=made.adult, happened_at=Moment(at),
               what="Seen."),
    )  # fmt: skip


def _restrict(desk: Desk, person: Person) -> None:
    held = desk.store.get(Person, person.id)
    with desk.writing() as work:
        work.put(held.changed(restricted=True), held)


def test_a_missing_pack_names_the_adults_who_were_told_to_stay_away(desk: Desk, maisie: Person) -> None:
    darren, lee, hidden = (build.adult(desk, name, "Pike") for name in ("Darren", "Lee", "Kev"))
    made = build.notice(desk, maisie, darren, served_at="2026-08-05", police_ref="NN/1/26")
    build.notice(desk, maisie, lee, issued_on="2026-09-05")
    build.notice(desk, maisie, hidden, served_at="2026-10-05")
    for day in ("2026-09-01", "2026-09-09"):
        _breach(desk, made, day)
    _restrict(desk, hidden)
    text = missing_packs.preview(desk, maisie.id).text
    told = text.split(missing_notices.TITLE.upper())[1]
    assert (
        "Adult: Darren Pike; Notice: section 2 Child Abduction Act 1984, served 5 August 2026, until 12 March 2027, "
        "ref. NN/1/26; Breaches: 2 breaches, last 9 September 2026" in told
    )
    assert "Adult: Lee Pike; Notice: section 2 Child Abduction Act 1984, service not recorded, until" in told
    assert "Kev" not in text
    assert told.count("Adult: ") == 2
    assert "no breach recorded" in told


def test_one_breach_is_one_and_a_birth_that_is_not_known_ends_nothing(desk: Desk) -> None:
    child = build.young_person(desk, "Jade")
    made = build.notice(desk, child, build.adult(desk), served_at="2026-08-05")
    _breach(desk, made, "2026-09-01")
    text = missing_packs.preview(desk, child.id).text
    assert "served 5 August 2026; Breaches: 1 breach, last 1 September 2026" in text


def test_a_pack_without_a_notice_in_force_says_nothing_of_them(desk: Desk, maisie: Person) -> None:
    build.notice(desk, maisie, build.adult(desk))
    older = build.young_person(desk, "Jade", "Ahmed", date_of_birth=Moment("2009-01-01"))
    build.notice(desk, older, build.adult(desk, "Lee"), served_at="2024-01-01")
    for child in (maisie, older):
        assert missing_notices.TITLE.upper() not in missing_packs.preview(desk, child.id).text


def test_many_long_notices_still_leave_two_pages(desk: Desk, maisie: Person) -> None:
    for number in range(MOST):
        build.notice(desk, maisie, build.adult(desk, f"Man {number}", "of a very long name " * 5),
                     served_at="2026-08-05", police_ref="ref " * 40)  # fmt: skip
    made = missing_packs.preview(desk, maisie.id)
    assert made.pages == 2
    assert "more" in made.text.split(missing_notices.TITLE.upper())[1].split("\n")[1]


def test_a_summary_tells_how_each_notice_stands(desk: Desk, maisie: Person) -> None:
    darren = build.adult(desk)
    made = build.notice(desk, maisie, darren, issued_on="2026-08-03", served_at="2026-08-05")
    build.notice(desk, maisie, build.adult(desk, "Lee"))
    _breach(desk, made, "2026-09-01")
    gone = build.notice(desk, maisie, build.adult(desk, "Kev"), served_at="2026-10-01")
    away = NoticeReview(
        id=desk.clock.new_id(), notice=gone.id, child=maisie.id, adult=gone.adult, reviewed_at=Moment("2026-10-02"),
        decision="withdrawn", why="Told.",
    )  # fmt: skip
    casework.save(desk, away)
    text = packs.preview(desk, maisie.id).text
    assert "served 1 October 2026; Now: withdrawn; Breaches: 0" in text
    told = text.split(notices.TITLE.upper())[1]
    assert (
        "Other party: Darren Pike; Notice: section 2 Child Abduction Act 1984, issued 3 August 2026, served 5 "
        "August 2026; Now: in force, until 12 March 2027; Next review: 5 February 2027; Breaches: 1, "
        "last 1 September 2026" in told
    )
    assert "Other party: Lee Pike; Notice: section 2 Child Abduction Act 1984; Now: being prepared, until" in told


def test_an_adults_summary_names_no_child_and_no_restricted_one_at_all(desk: Desk, maisie: Person) -> None:
    darren = build.adult(desk)
    build.notice(desk, maisie, darren, served_at="2026-08-05")
    text = packs.preview(desk, darren.id).text
    assert "Other party: another young person" in text.split(notices.TITLE.upper())[1]
    unborn = build.young_person(desk, "Jade", "Ahmed", roles=(life.DatedRole(role="at_risk"),))
    build.notice(desk, unborn, darren, served_at="2026-08-05")
    assert "lapse not known" in packs.preview(desk, darren.id).text
    _restrict(desk, maisie)
    _restrict(desk, unborn)
    assert notices.TITLE.upper() not in packs.preview(desk, darren.id).text


def test_one_that_lapsed_says_when_and_a_breach_names_no_record(desk: Desk) -> None:
    grown = build.young_person(desk, "Jade", "Kelly", date_of_birth=Moment("2010-10-03"))
    made = build.notice(desk, grown, build.adult(desk), issued_on="2026-08-03", served_at="2026-08-05")
    _breach(desk, made, "2026-09-01")
    text = packs.preview(desk, grown.id).text
    assert "Now: lapsed 3 October 2026; Breaches: 1" in text
    assert "somebody" not in text
    assert "Breach of a notice" in text


def test_an_adults_summary_expects_no_words_of_a_child_and_no_parents(desk: Desk) -> None:
    adult = build.adult(desk)
    text = packs.preview(desk, adult.id).text
    assert "own are recorded yet" not in text
    assert "PEOPLE AROUND" not in text
    held = casework.save(desk, adult.changed(professionals=(life.Professional(name="PC Hill", agency="police"),)))
    assert "PEOPLE AROUND DARREN" in packs.preview(desk, held.id).text.upper()
    both = build.young_person(desk, "Kit", roles=(*adult.roles, life.DatedRole(role="at_risk")))
    assert "own are recorded yet" in packs.preview(desk, both.id).text
    assert "No parent or carer is recorded." in packs.preview(desk, both.id).text
