"""What the lists hold that leave the desk: as shown, read to the end, without what is restricted or reserved."""

from datetime import date
from pathlib import Path

import pytest

from rise_desk.domain import life
from rise_desk.domain.access import State
from rise_desk.domain.card import Wanted
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.staff import Role
from rise_desk.errors import Invalid, NotAllowed, Unavailable
from rise_desk.services import accounts, casework, signing_in
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import due_list, exporting, importing, lists
from rise_desk.services.exchange.listing import Listing
from rise_desk.storage.indexes.card import CardRow
from rise_desk.storage.record_rows import PersonRow
from tests import build


def settled(desk: Desk) -> None:
    """Two young people and an adult; one young person's file is restricted."""
    build.young_person(
        desk,
        known_as="Maz",
        date_of_birth=Moment("2013-03-12"),
        gender="female",
        addresses=(life.Address(lives="childrens_home", since=Moment("2026-01-01")),),
        legal_spells=(life.LegalSpell(status="section_20"),),
        allocations=(life.Allocation(worker="Lena Osei", role="key_worker"),),
    )
    build.young_person(desk, "Jade", "Whitlock", date_of_birth=Moment("2011"))
    build.young_person(desk, "D", "Harrow", roles=(life.DatedRole(role=OF_CONCERN),))
    restrict(desk, build.young_person(desk, "Hidden", "Child"))


def restrict(desk: Desk, person: Person) -> None:
    """Restrict a file as a later version will: no screen can do it yet."""
    desk.store.vault.do(PersonRow.update(restricted=True).where(PersonRow.id == person.id))
    desk.store.vault.do(CardRow.delete().where(CardRow.subject == person.id))


def test_people_are_listed_with_the_columns_asked_for_and_never_the_restricted(desk: Desk) -> None:
    settled(desk)
    made = lists.of_kind(desk, "young_person")
    assert made.columns == (
        "Name", "Known as", "Missing now since", "File", "Born", "Age", "Gender", "Lives", "Legal status",
        "Case status", "Key worker", "Band", "Score", "Band waits for a manager", "Next assessment",
        "Return interview by", "Last seen", "Last entry", "Flags", "Number of warnings",
    )  # fmt: skip
    assert made.rows[0] == (
        "Maisie Okafor", "Maz", "", "26-0001", date(2013, 3, 12), 13, "Female", "Children's home", "Section 20", "",
        "Lena Osei", "", "", "", "", "", "", "", "", 0,
    )  # fmt: skip
    assert made.rows[1][:6] == ("Jade Whitlock", "", "", "26-0002", "2011", "14 or 15")
    assert (len(made.rows), made.of, made.state) == (2, 2, State.TEAM)
    assert [row[0] for row in lists.of_kind(desk, "adult").rows] == ["D Harrow"]
    narrowed = lists.of_kind(desk, "young_person", "jade")
    assert ([row[0] for row in narrowed.rows], narrowed.of) == (["Jade Whitlock"], 2)
    assert narrowed.filters == "Holds “jade”"


def test_who_is_missing_leaves_first_with_since_when_and_who_is_owed_an_interview_with_until_when(desk: Desk) -> None:
    back, away = build.young_person(desk, "Ada", "Adams"), build.young_person(desk, "Zoë", "Zeller")
    build.episode(desk, back.id, "2026-11-20T20:00+00:00", "2026-11-21T06:00+00:00")
    build.episode(desk, away.id, "2026-11-20T21:00+00:00")
    made = lists.people(desk, Wanted(), ("sort_name", "interview_by"))
    assert made.rows == (
        ("Zoë Zeller", "", "20 November 2026 at 9:00pm", ""),
        ("Ada Adams", "", "", "24 November 2026 at 6:00am"),
    )


def test_the_band_that_shows_its_score_and_the_next_assessment_leave_with_the_list(desk: Desk) -> None:
    opened = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)
    for given, levels, band in (("Maisie", "3333333333", "green"), ("Nadia", "3333333330", "amber")):
        person = build.young_person(desk, given, case_spells=opened)
        build.assessment(desk, person.id, levels, band=band, band_reason="Settled." if band == "green" else "")
    made = lists.people(desk, Wanted(), ("risk", "assess_by"))
    assert made.columns == ("Band", "Score", "Band waits for a manager", "Next assessment")
    due = date(2026, 12, 22)
    assert set(made.rows) == {("Amber", 35, "Yes", due), ("Amber", "33–37", "", due)}
    assert "Band" not in lists.of_kind(desk, "adult").columns


def test_a_list_of_one_s_own_young_people_is_one_s_own(desk: Desk) -> None:
    settled(desk)
    assert lists.people(desk, Wanted(key_worker="Lena Osei"), ("sort_name",)).state is State.MINE
    assert lists.people(desk, Wanted(key_worker="Tom Reed"), ("sort_name",)).state is State.TEAM


def test_every_column_of_the_screen_says_something_once(desk: Desk) -> None:
    settled(desk)
    made = lists.people(desk, Wanted(sort="date_of_birth", descending=True), ("legal", "lives"))
    assert made.columns == ("Legal status", "Lives")
    assert made.rows == (("Section 20", "Children's home"), ("", ""))


def test_a_long_list_is_read_to_its_end_or_until_somebody_stops_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "AT_ONCE", 2)
    for number in range(5):
        build.young_person(desk, f"Child {number}")
    heard: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> bool:
        heard.append((done, of))
        return True

    made = lists.people(desk, Wanted(), ("sort_name",), told=tell)
    assert [row[0] for row in made.rows] == [f"Child {number} Okafor" for number in range(5)]
    assert heard == [(2, 5), (4, 5), (5, 5)]
    with pytest.raises(Unavailable, match="You stopped"):
        lists.people(desk, Wanted(), ("sort_name",), told=lambda done, _of: done < 4)


def test_a_chronology_leaves_without_what_is_reserved_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "AT_ONCE", 2)
    nurse = build.colleague(desk, "Nurse Abara", Role.MANAGER, grants=("health",))
    person = build.young_person(desk)
    for day in range(1, 5):
        build.note(desk, person.id, happened_at=f"2026-11-0{day}")
    build.note(nurse, person.id, happened_at="2026-11-09", reserved="health", text="clinic")

    def listed(who: Desk, sieve: Sieve = Sieve()) -> Listing:
        return lists.chronology(who, person.id, sieve, ("Day",), lambda page: [(each.line.day,) for each in page])

    days = tuple((f"2026-11-0{day}",) for day in (4, 3, 2, 1))
    theirs, hers = listed(desk), listed(nurse)
    assert (theirs.rows, theirs.withheld, theirs.of) == (days, 0, 4)
    assert (hers.rows, hers.withheld, hers.of) == (days, 1, 4)
    assert (hers.subject, hers.title, hers.state) == (person.id, "Chronology of Maisie Okafor", State.TEAM)
    assert listed(desk, Sieve(since="2026-11-04")).rows == days[:1]
    with pytest.raises(Unavailable):
        lists.chronology(desk, person.id, Sieve(), ("Day",), lambda page: [("x",)] * len(page), told=lambda *_: False)
    signing_in.leave(nurse)


def test_a_restricted_chronology_is_not_even_read(desk: Desk) -> None:
    person = build.young_person(desk)
    restrict(desk, person)
    with pytest.raises(NotAllowed):
        lists.chronology(desk, person.id, Sieve(), ("Day",), lambda _page: ())


def test_notes_leave_without_what_is_reserved_or_about_somebody_restricted(desk: Desk) -> None:
    nurse = build.colleague(desk, "Nurse Abara", Role.MANAGER, grants=("health",))
    person = build.young_person(desk)
    hidden = build.young_person(desk, "Hidden")
    build.note(desk, person.id, contact_type="home_visit", place="Hall", own_words="“I'm fine”")
    wrong = build.note(desk, person.id, happened_at="2026-11-01", text="Wrong child")
    casework.withdraw(desk, wrong, "Entered twice")
    build.note(nurse, person.id, reserved="health", text="clinic")
    build.note(desk, hidden.id, text="secret")
    restrict(desk, hidden)
    made, hers = lists.of_kind(desk, "contact_note"), lists.of_kind(nurse, "contact_note")
    assert made.rows == hers.rows
    assert (made.withheld, hers.withheld, made.of) == (1, 2, 2)
    assert made.rows[0][:6] == (
        "26-0001", "Maisie Okafor", "20 November 2026 at 10:00am", "Home visit", "Hall", "",
    )  # fmt: skip
    assert made.rows[0][6:] == ("Met at school.", "“I'm fine”", "Lena Osei", date(2026, 11, 21), "")
    assert (made.rows[1][2], made.rows[1][-1]) == (date(2026, 11, 1), "Entered twice")
    assert [row[6] for row in lists.of_kind(desk, "contact_note", "WRONG chi").rows] == ["Wrong child"]
    signing_in.leave(nurse)


def test_accounts_are_listed_for_those_who_see_them(desk: Desk) -> None:
    worker = build.colleague(desk, "Priya Nair", grants=("health",))
    made = lists.staff(desk, accounts.everybody(desk))
    assert made.rows == (("Lena Osei", "Supervisor", "", "Active"), ("Priya Nair", "Worker", "health", "Active"))
    narrowed = lists.staff(desk, accounts.everybody(desk)[1:], filters="“work”")
    assert ([row[0] for row in narrowed.rows], narrowed.of) == (["Priya Nair"], 2)
    with pytest.raises(NotAllowed):
        lists.staff(worker, [])
    signing_in.leave(worker)


def test_other_kinds_can_not_be_exported(desk: Desk) -> None:
    with pytest.raises(Invalid, match="contact_note"):
        lists.of_kind(desk, "assessment")


def warned(desk: Desk, given: str, review_on: str, worker: str = "") -> None:
    """A young person with a warning to review on a day."""
    build.young_person(
        desk,
        given,
        warnings=(life.StandingWarning(warning="do_not_tell_family", review_on=Moment(review_on)),),
        allocations=(life.Allocation(worker=worker, role="key_worker"),) if worker else (),
    )


def test_what_is_due_is_a_list_too(desk: Desk) -> None:
    warned(desk, "Maisie", "2026-11-18", "Lena Osei")
    warned(desk, "Jade", "2026-11-22")
    made = due_list.due(desk)
    assert made.rows == (
        ("Maisie Okafor", "Review the warning: do not tell family", "Lena Osei", date(2026, 11, 18), 3, ""),
        ("Jade Okafor", "Review the warning: do not tell family", "", date(2026, 11, 22), 0, ""),
    )
    assert (made.of, made.state) == (2, State.TEAM)
    assert [row[0] for row in due_list.due(desk, text="JADE warn").rows] == ["Jade Okafor"]
    mine = due_list.due(desk, desk.who.name)
    assert ([row[0] for row in mine.rows], mine.state) == (["Maisie Okafor"], State.MINE)


def test_what_is_due_says_why(desk: Desk) -> None:
    spells = (life.CaseSpell(state="open", since=Moment("2026-09-01")),)
    build.assessment(desk, build.young_person(desk, case_spells=spells).id, day="2026-10-07")
    again = next(row for row in due_list.due(desk).rows if row[1] == "Reassess")
    assert again[3:] == (date(2026, 11, 18), 3, "last 7 October 2026: 35, Amber")
    assert due_list.COLUMNS[3:] == ("Due", "Days overdue", "Why")


def test_a_child_s_paper_names_no_other_child(desk: Desk) -> None:
    ana, ben = build.young_person(desk, "Ana", "Lima"), build.young_person(desk, "Ben", "Cole")
    uncle = build.young_person(desk, "D", "Harrow", roles=(life.DatedRole(role=OF_CONCERN),))
    assert lists.names_on_paper(desk, ana.id, [ana.id, ben.id, uncle.id]) == {
        ana.id: "Ana Lima",
        ben.id: "another young person",
        uncle.id: "D Harrow",
    }


def test_a_list_that_left_can_be_imported_elsewhere(desk: Desk, tmp_path: Path) -> None:
    settled(desk)
    exporting.export(desk, lists.of_kind(desk, "young_person"), tmp_path / "people.csv", "To be imported elsewhere")
    seen = importing.preview(desk, tmp_path / "people.csv", source="another desk")
    assert seen.kind == "young_person"
    assert [str(each.fate) for each in seen.outcomes].count("refused") == 0, seen.outcomes
