"""Matching: by reference, identifier, name and birthday; what contradicts a file never matches it."""

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.planning import Fate
from tests import build
from tests.services.rows import HEAD, Write, fates, imported, last, people


def test_a_match_is_by_reference_then_identifier_then_name_and_birthday(desk: Desk, write: Write) -> None:
    nhs = (life.Identifier(system="nhs", value="9990000018"),)
    by_ref = build.young_person(desk, "Jade", "Whitlock", references=(Reference(source="Mosaic", ref="m-1"),))
    by_number = build.young_person(desk, "Maisie", "Okafor", identifiers=nhs)
    by_name = build.young_person(desk, "Zoë", "Nowak", date_of_birth=Moment("2010-03-27"))
    text = (
        "ref,given_name,family_name,dob,nhs\n"
        "M 1,Jade,Whitlock,,999 000 0018\n"
        "M2,Maisie,Smith,,999 000 0018\n"
        "M3,Nowak,Zoe,27/3/2010,\n"
        "M4,Zoe,Nowak,28/3/2010,\n"
    )
    seen = imported(desk, write(text))
    assert [(str(each.fate), each.file) for each in seen.outcomes] == [
        ("matched", "26-0001"),
        ("matched", "26-0002"),
        ("matched", "26-0003"),
        ("created", ""),
    ]
    first, second, third, _ = (each.reason for each in seen.outcomes)
    assert first == "26-0001 has the same reference. Not taken over, as the file differs: identifiers."
    assert second == (
        "26-0002 has the same identifier. It gains the reference mosaic/M2. "
        "Not taken over, as the file differs: family name."
    )
    assert third == (
        "26-0003 has the same name and date of birth. It gains the reference mosaic/M3. "
        "Not taken over, as the file differs: given name, family name."
    )
    assert desk.store.get(Person, by_ref.id) == by_ref
    assert desk.store.get(Person, by_number.id).references == (Reference(source="mosaic", ref="M2"),)
    assert desk.store.get(Person, by_number.id).family_name == "Okafor"
    assert desk.store.get(Person, by_name.id).references == (Reference(source="mosaic", ref="M3"),)
    again = importing.preview(desk, write(text))
    assert fates(again) == ["matched"] * 4
    assert again.saves == ()


@pytest.mark.parametrize("system", ["upn", "police", "council", "missing_person"])
def test_every_identifier_is_matched_by_its_own_system(desk: Desk, write: Write, system: str) -> None:
    value = "B801200005001"
    known = build.young_person(desk, identifiers=(life.Identifier(system=system, value=value),))
    seen = importing.preview(desk, write(f"given_name,family_name,{system}\nMaisie,Okafor,{value.lower()}\n"))
    assert (last(seen).fate, last(seen).file) == (Fate.MATCHED, known.file_number)
    other = "council" if system == "police" else "police"
    seen = importing.preview(desk, write(f"given_name,family_name,{other}\nMaisie,Okafor,{value}\n"))
    assert last(seen).fate is Fate.CREATED


@pytest.mark.parametrize(
    ("held", "row", "words"),
    [
        ("2010-03-27", "V1,Maisie,Okafor,2010-03-28", "same reference, but another date of birth"),
        ("2010-03-27", "V1,Maisie,Okafor,2011", "same reference, but another date of birth"),
        ("2009", "V1,Maisie,Okafor,2010-03-28", "same reference, but another date of birth"),
        ("", "V1,Jade,Whitlock,", "same reference, but another name"),
        ("2010", "V1,Jade,Whitlock,2010-03-27", "same reference, but another name"),
    ],
)
def test_what_contradicts_a_file_never_matches_it(desk: Desk, write: Write, held: str, row: str, words: str) -> None:
    known = (Reference(source="mosaic", ref="V1"),)
    person = build.young_person(desk, references=known, date_of_birth=Moment(held))
    outcome = last(importing.preview(desk, write(HEAD + row)))
    assert outcome.fate is Fate.REFUSED
    assert outcome.reason.startswith(f"{person.file_number} has the {words}")


@pytest.mark.parametrize(
    ("held", "row"),
    [
        ("2010", "V1,Maisie,Okafor,2010-03-28"),
        ("2010-03-28", "V1,Maisie,Okafor,March 2010"),
        ("2010-03-28", "V1,Jade,Whitlock,28 March 2010"),
        ("", "V1,M.,Okafor,2010"),
    ],
)
def test_what_agrees_with_a_file_matches_it(desk: Desk, write: Write, held: str, row: str) -> None:
    known = (Reference(source="mosaic", ref="V1"),)
    build.young_person(desk, references=known, date_of_birth=Moment(held))
    assert last(importing.preview(desk, write(HEAD + row))).fate is Fate.MATCHED


def test_another_nhs_number_parts_two_of_the_same_name_and_birthday(desk: Desk, write: Write) -> None:
    born = Moment("2010-03-27")
    build.young_person(desk, date_of_birth=born, identifiers=(life.Identifier(system="nhs", value="9990000018"),))
    head = "given_name,family_name,dob,nhs,upn\n"
    seen = importing.preview(desk, write(f"{head}Maisie,Okafor,27/3/2010,999 000 0026,\n"))
    assert last(seen).reason == "26-0001 has the same name and date of birth, but another NHS number."
    seen = importing.preview(desk, write(f"{head}Maisie,Okafor,27/3/2010,,B801200005001\n"))
    assert last(seen).fate is Fate.MATCHED


def test_two_candidates_are_named_and_none_is_chosen(desk: Desk, write: Write) -> None:
    for reason in ("", "Not known yet"):
        build.young_person(desk, date_of_birth=Moment("2010-03-27"), reason=reason)
    seen = importing.preview(desk, write(f"{HEAD}V1,Maisie,Okafor,2010-03-27\n"))
    assert last(seen).fate is Fate.REFUSED
    assert last(seen).reason.startswith("26-0001 and 26-0002 have the same name and date of birth.")


def test_a_withdrawn_file_and_another_kind_are_no_match(desk: Desk, write: Write) -> None:
    person = build.young_person(desk, references=(Reference(source="mosaic", ref="V1"),))
    build.note(desk, person.id, references=(Reference(source="mosaic", ref="N1"),))
    casework.withdraw(desk, person, "entered twice")
    seen = importing.preview(desk, write(f"{HEAD}V1,Maisie,Okafor,\nN1,Jade,Whitlock,\n"))
    assert [each.reason for each in seen.outcomes] == [
        "26-0001 has the same reference, and was withdrawn.",
        "This reference already belongs to another kind of record.",
    ]
    person = build.young_person(desk, "Jade", references=(Reference(source="mosaic", ref="N1"),))
    seen = importing.preview(desk, write(f"{HEAD}N1,Jade,Whitlock,\n"))
    assert "Another kind of record and 26-0002 have" in last(seen).reason


def test_an_adult_of_concern_in_a_list_of_young_people_is_at_risk_too(desk: Desk, write: Write) -> None:
    adult = casework.record(desk, "adult", {"given_name": "Sam", "family_name": "Reed", "date_of_birth": "2007-01-02"})
    seen = imported(desk, write(f"{HEAD}V1,Sam,Reed,2007-01-02\n"))
    assert "It gains the reference mosaic/V1 and the role at risk." in last(seen).reason
    now = desk.store.get(Person, adult.id)
    assert {each.role for each in now.roles} == {"at_risk", "of_concern"}


def test_a_file_that_has_to_be_put_right_first_gains_nothing(desk: Desk, write: Write) -> None:
    person = build.young_person(desk, date_of_birth=Moment("2010-03-27"))
    broken = person.changed(gender="of an older list")
    with desk.writing() as work:
        work.put(broken, work.before(broken))
    outcome = last(importing.preview(desk, write(f"{HEAD}V1,Maisie,Okafor,2010-03-27\n")))
    assert outcome.fate is Fate.REFUSED
    assert "put right first" in outcome.reason
    assert "Gender" in outcome.reason


def test_the_same_person_twice_in_one_file_is_made_once(desk: Desk, write: Write) -> None:
    text = (
        f"{HEAD}V1,Jade,Whitlock,2010-03-27\nV1,Jade,Whitlock,2010-03-27\n"
        "V2,Jade,Whitlock,2010-03-27\nV1,Jade,Whitlock,2011-03-27\nV2,Jade,Whitlock,2010\n"
    )
    seen = imported(desk, write(text))
    assert [(str(each.fate), each.reason) for each in seen.outcomes] == [
        ("created", ""),
        ("matched", "Line 2 of this file has the same reference."),
        ("matched", "Line 2 of this file has the same name and date of birth. It gains the reference mosaic/V2."),
        ("refused", "Line 2 of this file has the same reference, but another date of birth."),
        ("matched", "Line 2 of this file has the same reference. Not taken over, as the file differs: date of birth."),
    ]
    (made,) = people(desk)
    assert [each.ref for each in made.references] == ["V1", "V2"]


def test_the_same_file_twice_makes_nobody_twice_even_without_references(desk: Desk, write: Write) -> None:
    path = write("name,notes\nMaz,seen at the park\nMaz,another girl\nMaz,seen at the park\n-,x\n")
    seen = imported(desk, path)
    assert fates(seen) == ["created", "created", "matched", "created"]
    assert last(seen).name == "-"
    (first, *_) = people(desk)
    casework.save(desk, first.changed(given_name="Mazeeda", background="Now known."))
    again = importing.preview(desk, path)
    assert fates(again) == ["matched"] * 4
    assert again.outcomes[0].reason == (
        "26-0001 has the same content. Not taken over, as the file differs: given name, background."
    )
    assert again.saves == ()


def test_a_row_without_a_reference_leaves_a_known_file_as_it_is(desk: Desk, write: Write) -> None:
    person = build.young_person(desk, date_of_birth=Moment("2010-03-27"))
    seen = imported(desk, write("ref,name,dob\n---,Maisie Okafor,27 March 2010\n"))
    assert last(seen).reason == "26-0001 has the same name and date of birth."
    assert desk.store.get(Person, person.id) == person
