"""Columns are recognised by name however it is written; what a file holds is told by them, or asked."""

import pytest

from rise_desk.errors import Invalid
from rise_desk.services.exchange.columns import COLUMNS, guess_kind, layout
from rise_desk.services.exchange.rows import Row


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("ref", "ref"),
        ("Reference ", "ref"),
        ("DateOfBirth", "date_of_birth"),
        ("D.O.B.", "date_of_birth"),
        ("Date of Birth", "date_of_birth"),
        ("SURNAME", "family_name"),
        ("first_name", "given_name"),
        ("NHS number", "nhs"),
        ("UPN", "upn"),
        ("post code", "postcode"),
        ("Known as", "known_as"),
        ("police_ref", "police"),
        ("council_ref", "council"),
        ("Key-worker", "key_worker"),
        ("notes", "background"),
        ("ethnicity_basis", "ethnicity_basis"),
    ],
)
def test_names_of_columns_are_read_however_written(name: str, field: str) -> None:
    assert layout([name], "young_people").places == {field: (0,)}


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ("ref,given_name,family_name,date_of_birth,gender,notes", "young_person"),
        ("name,dob,notes", "young_person"),
        ("Surname;Forename;DOB", "young_person"),
        ("ref,young_person_ref,happened_at,type,text", "contact_note"),
        ("name,date,note", "contact_note"),
        ("young person,date of birth,date,note", "contact_note"),
        ("concerns,when,own words", "contact_note"),
        ("ref,given_name,how_well_known", "adult"),
        ("name,role,status", "adult"),
        ("from_ref,link,to_ref", "link"),
        ("from,link,to,start,end", "link"),
        ("person_ref,young_person_ref,legislation", "notice"),
        ("person_ref,young_person_ref,happened_on,what", "breach"),
        ("target_ref,tactic", "disruption_action"),
        ("name,place type,address", "place"),
        ("registration,colour", "vehicle"),
        ("sort,number", "handle"),
    ],
)
def test_the_columns_tell_what_a_file_holds(columns: str, kind: str) -> None:
    assert guess_kind(columns.replace(";", ",").split(",")) == kind


@pytest.mark.parametrize(
    ("columns", "kind", "words"),
    [
        ("V1,V1,Case Five,1995-10-03", "", "no column name that is known here"),
        ("V1,V1,Case Five,1995-10-03", "notes", "known for this kind"),
        ("ref,notes", "", "can't tell"),
        ("date,note", "", "can't tell"),
        ("ref,young_person_ref,date", "", "can't tell"),
        ("surname,family name", "", "“surname” and “family name”"),
        ("ref,given_name", "ghosts", "kind “ghosts” can't be imported. They hold young people, contact notes"),
        ("ref,given_name,how_well_known", "young_person", "columns are of adults of concern, so nobody in it is read"),
        ("name,role,status", "young people", "leave those columns out"),
        (
            "young_person_ref,reported_at",
            "",
            "can't tell what this file holds. Say whether it is young people, contact notes",
        ),
        ("young_person_ref,missing_from", "", "can't tell"),
        ("person_ref,legislation", "", "can't tell"),
        ("from_ref,to_ref", "", "can't tell"),
        ("plate,notes", "", "can't tell"),
    ],
)
def test_a_file_that_can_not_be_imported_is_told_in_a_sentence(columns: str, kind: str, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        layout(columns.split(","), kind)


def test_what_is_recognised_and_what_is_not_is_told() -> None:
    found = layout(["Ref", "shoe size", "", "First name", "address", "town", "reason"])
    assert found.kind == "young_person"
    assert found.recognised == (
        ("Ref", "reference"),
        ("First name", "given name"),
        ("address", "address"),
        ("town", "address"),
    )
    assert found.not_recognised == ("shoe size", "column 3 (no name)")
    row = Row(line=2, cells=("V1", "5", "", " Jade ", "1 High Street", "Corby", "x"))
    assert found.values(row) == {"ref": "V1", "given_name": "Jade", "lines": "1 High Street, Corby"}
    assert found.values(Row(line=3, cells=("",) * 7)) == {}


@pytest.mark.parametrize("columns", COLUMNS.values(), ids=list(COLUMNS))
def test_no_name_means_two_fields(columns: tuple[object, ...]) -> None:
    names = [name for each in columns for name in getattr(each, "names", ())]
    assert len(names) == len(set(names))
    assert len({getattr(each, "field", "") for each in columns}) == len(columns)
