"""The papers of notices: what is served, what officers alone see, what is never on them; numbered and written down."""

from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.reports import notice_words, pattern_sheet
from rise_desk.reports.paper import pages
from rise_desk.services import casework, merging, notice_papers
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build

HOME = life.Address(lines="12 Mill Road, Wellingborough", postcode="NN8 1AB", provider="Oak House")
OFFICERS = "TO BE CHECKED AND SIGNED BY OFFICERS"


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A child of 15 who is placed."""
    return build.young_person(
        desk,
        date_of_birth=Moment("2011-03-12"),
        known_as="Mimi",
        addresses=(HOME,),
        schools=(life.SchoolSpell(name="Westfield School"),),
        carers=(life.Carer(name="Mum", address="3 Elm Close, Kettering"),),
        legal_spells=(life.LegalSpell(status="care_order", since=Moment("2020-01-01"), evidence_seen=True),),
    )


@pytest.fixture
def darren(desk: Desk) -> Person:
    """An adult of concern."""
    return build.adult(desk, date_of_birth=Moment("1988-02-01"), known_as="Dazza")


@pytest.fixture
def served(desk: Desk, maisie: Person, darren: Person) -> Notice:
    """A notice with every field that can tell where the child is."""
    return build.notice(
        desk,
        maisie,
        darren,
        issued_on="2026-08-03",
        served_at="2026-08-05T13:30+00:00",
        served_by="PC 1234 Ward",
        served_where="12, mill road",
        served_how="handed over at 3 Elm Close",
        grounds="Seen near Oak  House and WESTFIELD SCHOOL (nn81ab), in Wellingborough.",
        statement="She lives at Mill Road.",
        statement_of="Oak House",
        safety_plan="Key worker with her at Oak House.",
        note="Never printed.",
        acknowledged="refused",
        acknowledged_age="15",
        adult_said="I thought she was at Westfield School sixth form.",
        authorised_by="Insp. Bell",
        police_ref="NN/1/26",
        requested_by="police",
    )


def _rows(desk: Desk) -> list[tuple[str, str, str]]:
    return [(row["deed"], row["reason"], row["recipient"]) for row in audit.entries(desk.store.vault)]


def test_it_never_tells_where_the_child_lives_is_placed_or_goes_to_school(desk: Desk, served: Notice) -> None:
    made = notice_papers.preview(desk, served.id)
    read = made.text + "".join(pages.page_text(made.pdf, index) for index in range(made.pages))
    for place in (
        "Mill Road",
        "mill road",
        "Elm Close",
        "Oak",
        "WESTFIELD",
        "Westfield",
        "NN8",
        "nn8",
        "Never printed",
    ):
        assert place not in read, place
    assert "Seen near [not printed] and [not printed] ([not printed]), in Wellingborough." in made.text


def test_what_is_served_holds_what_it_means_and_nothing_for_officers(desk: Desk, served: Notice) -> None:
    made = notice_papers.preview(desk, served.id)
    to_serve, officers = made.text.split(OFFICERS)
    assert made.pages == 2
    for said in (notice_words.OFFENCE_S2, *notice_words.ASKS, *notice_words.MEANS, *notice_words.MEANS_NOT):
        assert said in to_serve
    assert "About: Maisie Okafor, known as Mimi" in to_serve
    assert "Born: 12 March 2011, aged 15" in to_serve
    assert "It lapses on 12 March 2027, unless it is withdrawn before." in to_serve
    assert "[x] refuses to sign" in to_serve
    assert "[ ] acknowledges the child's age and signs" in to_serve
    assert "Witness" in to_serve
    assert "15: “I thought" in to_serve
    for kept in ("Seen near", "Key worker", "either law", "Insp. Bell"):
        assert kept not in to_serve
        assert kept in officers
    assert notice_words.OFFICERS_ONLY in officers
    assert "Section 2 Child Abduction Act 1984" in to_serve
    assert "DRAFT" not in made.text


def test_what_is_not_issued_is_a_draft_on_every_page(desk: Desk, maisie: Person, darren: Person) -> None:
    made = notice_papers.preview(desk, build.notice(desk, maisie, darren, law="s49", grounds="Long. " * 2000).id)
    assert made.pages > 2
    for page in range(made.pages):
        read = pages.page_text(made.pdf, page)
        assert read.count("DRAFT, NOT ISSUED · OFFICIAL-SENSITIVE") == 2
    assert f"WARNING: {notice_words.NOT_TO_BE_SERVED}" in made.text
    assert notice_words.OFFENCE_S49 in made.text
    assert notice_words.NO_PLAN in made.text
    assert "or when its legal basis ends" in made.text
    assert made.text.count(notice_words.BY_HAND) == 1


def test_what_is_not_known_says_so(desk: Desk, darren: Person) -> None:
    child = build.young_person(desk, "Jade", "Ahmed")
    made = notice_papers.preview(desk, build.notice(desk, child, darren, served_at="2026-11-01").id)
    assert "Born: not recorded" in made.text
    assert notice_words.UNTIL_NOT_KNOWN in made.text
    assert "Lapses: it lapses at the 16th birthday, and no date of birth is recorded" in made.text
    year = build.young_person(desk, "Ines", "Vale", date_of_birth=Moment("2011"))
    told = notice_papers.preview(desk, build.notice(desk, year, darren, served_at="2026-11-01").id)
    assert "Born: 2011, aged 14 or 15" in told.text


def test_one_that_ended_says_so(desk: Desk, maisie: Person, darren: Person, served: Notice) -> None:
    gone = NoticeReview(
        id=desk.clock.new_id(), notice=served.id, child=maisie.id, adult=darren.id, decision="withdrawn",
        reviewed_at=Moment("2026-11-01"), why="Told.",
    )  # fmt: skip
    casework.save(desk, gone)
    assert "WARNING: This notice is withdrawn." in notice_papers.preview(desk, served.id).text
    older = build.young_person(desk, "Jade", "Ahmed", date_of_birth=Moment("2009-01-01"))
    lapsed = build.notice(desk, older, darren, served_at="2024-11-01")
    assert "WARNING: This notice has lapsed." in notice_papers.preview(desk, lapsed.id).text


def test_one_that_was_corrected_or_taken_back_says_so(desk: Desk, maisie: Person, darren: Person) -> None:
    wrong = build.notice(desk, maisie, darren, served_at="2026-11-01")
    right = build.notice(desk, maisie, darren, served_at="2026-11-02", corrects=wrong.id)
    assert "WARNING: Corrected by a later entry" in notice_papers.preview(desk, wrong.id).text
    assert "WARNING: Corrects an earlier entry" in notice_papers.preview(desk, right.id).text
    casework.withdraw(desk, right, "Wrong file")
    assert "WARNING: Withdrawn by Lena Osei" in notice_papers.preview(desk, right.id).text


def test_each_copy_has_its_number_and_its_row(desk: Desk, served: Notice) -> None:
    first, second = notice_papers.printed(desk, served.id, recipient="PC Ward", copies=2)
    third = notice_papers.saved(desk, served.id, password="runov-takel 9")
    assert [each.copy for each in (first, second, third)] == ["copy 1 for PC Ward", "copy 2 for PC Ward", "copy 3"]
    assert "copy 1 for PC Ward" in first.text
    notice_papers.preview(desk, served.id)
    about = "notice of 5 August 2026 at 2:30pm"
    assert _rows(desk)[:4] == [
        ("abduction notice previewed", "", ""),
        ("abduction notice printed", f"copy 3, {about}, saved locked", ""),
        ("abduction notice printed", f"copy 2 for PC Ward, {about}, on paper", "PC Ward"),
        ("abduction notice printed", f"copy 1 for PC Ward, {about}, on paper", "PC Ward"),
    ]
    with pytest.raises(Invalid, match="copies at a time"):
        notice_papers.printed(desk, served.id, copies=21)
    with pytest.raises(Invalid):
        notice_papers.saved(desk, served.id, password="ß\x00")


def test_the_log_says_that_a_draft_was_printed(desk: Desk, maisie: Person, darren: Person) -> None:
    notice_papers.saved(desk, build.notice(desk, maisie, darren).id)
    assert _rows(desk)[0] == ("abduction notice printed", "copy 1, draft, saved open", "")


def _restrict(desk: Desk, person: Person) -> None:
    held = desk.store.get(Person, person.id)
    with desk.writing() as work:
        work.put(held.changed(restricted=True), held)


def test_a_notice_of_somebody_restricted_is_not_printed(
    desk: Desk, maisie: Person, darren: Person, served: Notice
) -> None:
    _restrict(desk, darren)
    with pytest.raises(NotAllowed):
        notice_papers.preview(desk, served.id)
    _restrict(desk, maisie)
    with pytest.raises(NotAllowed):
        notice_papers.printed(desk, served.id)


def test_no_other_record_is_a_notice(desk: Desk, maisie: Person) -> None:
    with pytest.raises(NotFound):
        notice_papers.preview(desk, maisie.id)
    with pytest.raises(NotFound):
        notice_papers.preview(desk, desk.clock.new_id())


def _breach(desk: Desk, made: Notice, at: str, **said: Any) -> Breach:
    return casework.save(desk, Breach(
        id=desk.clock.new_id(), notice=made.id, child=made.child, adult=made.adult, happened_at=Moment(at),
        what="Seen in his car.", **said,
    ))  # fmt: skip


def test_the_pattern_tells_the_police_every_notice_age_and_breach(desk: Desk, darren: Person, served: Notice) -> None:
    jade = build.young_person(desk, "Jade", "Ahmed", date_of_birth=Moment("2008-01-01"))
    build.notice(desk, jade, darren, served_at="2023-11-01", served_by="PC Hill")
    build.notice(desk, build.young_person(desk, "Ines", "Vale"), darren)
    _breach(desk, served, "2026-09-02T20:00+00:00", place="Kebab Corner", seen_by="PC Ward", evidence="Photo")
    _breach(desk, served, "2026-09-01")
    text = notice_papers.pattern_preview(desk, darren.id).text
    assert pattern_sheet.HANDLING in text
    assert "Notices issued: 2\nChildren: 2\nTimes told an age: 1\nBreaches: 2" in text
    assert "Child: Jade Ahmed; Law: section 2 Child Abduction Act 1984; Issued, served: served 1 Nov" in text
    assert "ember 2023 by PC Hill; " in text
    assert "Now: lapsed on 1 January 2024" in text
    assert "Now: in force, lapses on 12 March 2027; Police reference: NN/1/26" in text
    assert "Issued, served: not recorded; Now: being prepared, it lapses at the 16th birthday, and no date" in text
    assert "Age told: 15; What the adult did: refused to sign" in text
    assert "Age told: not recorded; What the adult did: not recorded" in text
    assert text.index("1 September 2026 · Maisie Okafor") < text.index("2 September 2026 at 9:00pm · Maisie Okafor")
    assert "Where: Kebab Corner" in text
    assert text.index("Jade Ahmed") < text.index("Maisie Okafor")


def test_an_adult_without_notices_has_an_empty_pattern(desk: Desk, darren: Person) -> None:
    text = notice_papers.pattern_preview(desk, darren.id).text
    assert pattern_sheet.NONE in text
    assert "BREACHES\nthe oldest first\n\nNone recorded." in text


def test_the_pattern_says_nothing_of_a_restricted_child(
    desk: Desk, maisie: Person, darren: Person, served: Notice
) -> None:
    _breach(desk, served, "2026-09-01")
    _restrict(desk, maisie)
    text = notice_papers.pattern_preview(desk, darren.id).text
    assert "Notices issued: 0" in text
    assert "restricted" not in text
    assert "Seen in his car" not in text


def test_copies_of_the_pattern_are_numbered_and_written_down(desk: Desk, darren: Person, served: Notice) -> None:
    double = build.adult(desk, "Daz", "Pyke")
    merging.merge(desk, darren, double, "the same man")
    (first,) = notice_papers.pattern_printed(desk, double.id, recipient="PC Ward")
    second = notice_papers.pattern_saved(desk, darren.id)
    assert (first.copy, second.copy) == ("copy 1 for PC Ward", "copy 2")
    assert "Maisie Okafor" in first.text
    notice_papers.pattern_preview(desk, darren.id)
    assert [deed for deed, _reason, _whose in _rows(desk)[:3]] == [
        "pattern of notices previewed",
        "pattern of notices printed",
        "pattern of notices printed",
    ]


def test_a_notice_is_meant_by_its_number_or_by_whose_newest_it_is(
    desk: Desk, maisie: Person, darren: Person, served: Notice
) -> None:
    later = build.notice(desk, maisie, build.adult(desk, "Lee", "Grant"), served_at="2026-10-01")
    assert notice_papers.meant(desk, served.id) == served.id
    assert notice_papers.meant(desk, maisie.id) == later.id
    assert notice_papers.meant(desk, darren.id) == served.id
    with pytest.raises(NotFound, match="no notice in this file"):
        notice_papers.meant(desk, build.young_person(desk, "Ines", "Vale").id)
    with pytest.raises(NotFound, match="neither a notice"):
        notice_papers.meant(desk, build.place(desk).id)


def test_a_breach_that_came_with_a_file_says_from_which(desk: Desk, darren: Person, served: Notice) -> None:
    said = Breach(
        id=desk.clock.new_id(), notice=served.id, child=served.child, adult=served.adult,
        happened_at=Moment(served.in_force_from), what="Texted her.", source="published case 5; import of breaches.csv",
    )  # fmt: skip
    casework.save(desk, said)
    text = notice_papers.pattern_preview(desk, darren.id).text
    assert "From: published case 5; import of breaches.csv" in text
