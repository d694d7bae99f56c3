"""What a row says of a young person: every column has its field, and what can't be read is refused."""

import pytest

from rise_desk.domain import life
from rise_desk.domain.record import Reference
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from tests.services.rows import HEAD, Write, fates, imported, last, people

ROW = {
    "reference": "A 1",
    "forename": "Aisha",
    "surname": "Malik",
    "known as": "Ash",
    "alias": "Ashy; Big A",
    "dob": "27/03/2010 00:00:00",
    "age": "16",
    "sex": "girl",
    "ethnicity": "British Pakistani",
    "ethnicity_basis": "self",
    "nationality": "not recorded",
    "first language": "Urdu",
    "lives": "foster care",
    "address 1": "1 High Street",
    "address 2": "Corby",
    "postcode": "NN17 1AB",
    "legal_status": "section 20; looked after, basis not known;not recorded",
    "mobile": "07700 900123; 07700 900124",
    "school": "Corby Academy",
    "school status": "part-time",
    "year group": "11",
    "NHS number": "999 000 0018",
    "upn": "not known",
    "police_ref": "P/77",
    "case status": "open",
    "key worker": "Lena Osei",
    "social worker": "Tom Reed",
    "carer": "Nadia Malik",
    "flags": "self-harm",
    "warnings": "do not tell family",
    "source": "MASH",
    "notes": "First line\nsecond line",
    "comments": "Third",
}


def test_everything_a_row_says_has_its_field(desk: Desk, write: Write) -> None:
    text = ",".join(ROW) + "\n" + ",".join(f'"{value}"' for value in ROW.values()) + "\n"
    seen = imported(desk, write(text))
    assert fates(seen) == ["created"]
    (made,) = people(desk)
    assert (made.given_name, made.family_name, made.known_as) == ("Aisha", "Malik", "Ash")
    assert [each.name for each in made.aliases] == ["Ashy", "Big A"]
    assert (made.date_of_birth, made.approximate_age, made.gender) == ("2010-03-27", "16", "female")
    assert (made.ethnicity, made.ethnicity_basis, made.nationality) == ("pakistani", "self", "gb")
    lives = life.Address(lives="foster_care", lines="1 High Street, Corby", postcode="NN17 1AB")
    assert made.addresses == (lives,)
    assert [each.status for each in made.legal_spells] == ["section_20", "looked_after_basis_not_known"]
    assert [each.number for each in made.contact_numbers] == ["07700 900123", "07700 900124"]
    school = life.SchoolSpell(name="Corby Academy", status="part_time_timetable", year_group="11")
    assert made.schools == (school,)
    assert [(each.system, each.value) for each in made.identifiers] == [("nhs", "999 000 0018"), ("police", "P/77")]
    assert (made.case_state(), made.key_worker()) == ("open", "Lena Osei")
    assert made.professionals == (life.Professional(name="Tom Reed", work="social worker"),)
    assert made.carers == (life.Carer(name="Nadia Malik"),)
    assert (made.flags[0].flag, made.warnings[0].warning) == ("self_harm", "do_not_tell_family")
    assert made.source == "MASH; import of people.csv from mosaic"
    assert made.background == "First line\nsecond line\nThird"
    assert made.references == (Reference(source="mosaic", ref="A 1"),)
    assert seen.layout.not_recognised == ()
    assert last(importing.preview(desk, write(text))).reason == "26-0001 has the same reference."


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [("Jade Whitlock", "Jade", "Whitlock"), ("Whitlock, Jade Ann", "Jade Ann", "Whitlock"), ("Jade", "Jade", "")],
)
def test_a_whole_name_is_taken_apart(desk: Desk, write: Write, name: str, given: str, family: str) -> None:
    imported(desk, write(f'name,dob\n"{name}",2010\n'))
    (made,) = people(desk)
    assert (made.given_name, made.family_name) == (given, family)


def test_nationality_is_kept_where_it_is_said(desk: Desk, write: Write) -> None:
    head = "given_name,ethnicity,nationality\n"
    imported(desk, write(f"{head}A,British Asian,Pakistan\nB,Pakistani,not recorded\nC,British Asian,\n"))
    assert [each.nationality for each in people(desk)] == ["pk", "not_recorded", "gb"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("V9,A,B,1991-02-31", "Date of birth"),
        ("V9,A,B,12/13/2010", "Date of birth"),
        ("V9,A,B,2010-03-27 09:30", "must be a date without a time"),
        ("V9,A,B,27/03/2030", "Date of birth must be in the past"),
        ("V9,,,2010-03-27", "Enter a name"),
        ("V9,unknown,,2010-03-27", "Enter a name"),
        ("V9,A,B", "This row has 3 values, but the file has 4 columns"),
        ("V9,A,B,2010-03-27,", "This row has 5 values"),
    ],
)
def test_a_row_is_refused_with_its_reason_and_the_others_go_on(desk: Desk, write: Write, row: str, words: str) -> None:
    seen = imported(desk, write(f"{HEAD}V1,Jade,Whitlock,2010-03-27\n{row}\nV2,Maisie,Okafor,2011\n"))
    assert fates(seen) == ["created", "refused", "created"]
    assert words in seen.outcomes[1].reason
    assert seen.outcomes[1].line == 3
    assert len(people(desk)) == 2


def test_every_value_that_is_wrong_is_told(desk: Desk, write: Write) -> None:
    text = "given_name,dob,gender,nhs,lives\nA,31/02/2010,purple,999 000 0018,on the moon\nB,2010,girl,123,\n"
    seen = importing.preview(desk, write(text))
    first, second = (each.reason for each in seen.outcomes)
    for words in ("Date of birth", "Gender “purple”", "Where they live “on the moon”"):
        assert words in first
    assert "10 digits" in second
