"""How alike two people are, and why: every way in which one child gets a second file, and those who only look it."""

from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.likeness import Birth, Name, Strength, birth_likeness, likeness, name_likeness, turned
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person

BORN = Moment("2010-03-05")


def _who(given: str = "", family: str = "", born: str = "", **known: Any) -> Person:
    return Person(given_name=given, family_name=family, date_of_birth=Moment(born), **known)


def _nhs(value: str, system: str = "nhs") -> tuple[life.Identifier, ...]:
    return (life.Identifier(system=system, value=value),)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("Maisie", "Okafor"), ("Maisie", "Okafor"), Name.SAME),
        (("Zoë", "O’Brien"), ("Zoe", "OBrien"), Name.SAME),
        (("Maisie", "Okafor"), ("Okafor", "Maisie"), Name.SWAPPED),
        (("Mohammed", "Ali"), ("Muhammad", "Aly"), Name.SOUND),
        (("Shivaun", "Byrne"), ("Siobhan", "Burn"), Name.SOUND),
        (("Mohammed", "Ali"), ("Aly", "Muhammad"), Name.SOUND_SWAPPED),
        (("Maisie Jane", "Okafor"), ("Maisie", "Okafor"), Name.SOUND),
        (("Maisie", "Okafor"), ("Maisie", "Pkafor"), Name.SPELLED),
        (("Maisie", "Okafor"), ("Jade", "Okafor"), Name.PART),
        (("Maisie", ""), ("Maisie", "Okafor"), Name.PART),
        (("Maisie", "Okafor"), ("Jade", "Whitlock"), Name.NONE),
        (("", ""), ("Jade", "Whitlock"), Name.NONE),
    ],
)
def test_names_are_alike_in_many_ways(one: tuple[str, str], other: tuple[str, str], found: Name) -> None:
    assert name_likeness(_who(*one), _who(*other)) is found
    assert name_likeness(_who(*other), _who(*one)) is found


def test_every_name_somebody_is_called_by_counts() -> None:
    alias = (life.Alias(name="Mimi Okafor"),)
    assert name_likeness(_who("Mimi", "Okafor"), _who("Maisie", "Okonkwo", aliases=alias)) is Name.CALLED
    assert name_likeness(_who(known_as="Big Mo"), _who("Mohammed", "Ali", known_as="Big Mo")) is Name.CALLED
    assert name_likeness(_who("Mo"), _who(known_as="Mo")) is Name.CALLED
    assert name_likeness(_who("Mo"), _who("Mohammed", "Ali", known_as="Mo")) is Name.PART
    assert (
        name_likeness(_who("Maysie", "Okofor"), _who("X", "Y", aliases=(life.Alias(name="Maisie Okafor"),)))
        is Name.SOUND
    )


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("2010-03-05", "2010-03-05", Birth.SAME),
        ("2010-03-05", "2010-05-03", Birth.TURNED),
        ("2010-03-13", "2010-03-14", Birth.AGAINST),
        ("2010-03", "2010-03-05", Birth.MONTH),
        ("2010-03", "2010-03", Birth.MONTH),
        ("2010", "2010-03-05", Birth.FITS),
        ("2010", "2010", Birth.FITS),
        ("2011", "2010-03-05", Birth.AGAINST),
        ("2010-04", "2010-03-05", Birth.AGAINST),
        ("", "2010-03-05", Birth.UNKNOWN),
        ("", "", Birth.UNKNOWN),
    ],
)
def test_birthdays_fit_or_speak_against_it(one: str, other: str, found: Birth) -> None:
    assert birth_likeness(Moment(one), Moment(other)) is found
    assert birth_likeness(Moment(other), Moment(one)) is found


@pytest.mark.parametrize(
    ("born", "other"),
    [("2010-03-05", "2010-05-03"), ("2010-03-12", "2010-12-03"), ("2010-03-13", ""), ("2010-03-03", ""), ("2010", "")],
)
def test_day_and_month_are_swapped_where_that_is_a_date(born: str, other: str) -> None:
    assert turned(Moment(born)) == other


MAISIE = _who("Maisie", "Okafor", BORN)


@pytest.mark.parametrize(
    ("one", "other", "strength", "why"),
    [
        (_who("Maisie", "Okafor", BORN), MAISIE, Strength.CERTAIN, "same name, same date of birth"),
        (_who("Maisie", "Okafor", BORN), _who("Okafor", "Maisie", BORN), Strength.CERTAIN,
         "same names the other way round, same date of birth"),
        (_who("Masie", "Okaffor", BORN), MAISIE, Strength.LIKELY, "sounds alike, same date of birth"),
        (_who("Maisie", "Okafor", "2010-05-03"), MAISIE, Strength.LIKELY,
         "same name, date of birth with day and month swapped"),
        (_who("Maisie", "Okafor", "2010-03"), MAISIE, Strength.LIKELY, "same name, same month of birth"),
        (_who("Masie", "Okafor", "2010-03"), MAISIE, Strength.LIKELY,
         "sounds alike, same month of birth"),
        (_who("Maisie", "Okafor", "2010"), MAISIE, Strength.LIKELY, "same name, dates of birth that fit"),
        (_who("Maisie", "Okafor"), MAISIE, Strength.LIKELY, "same name"),
        (_who("Masie", "Okafor", "2010-03-06"), MAISIE, Strength.NONE, "sounds alike; but another date of birth"),
        (_who("Maisie", "Okafor", "2010-03-06"), MAISIE, Strength.POSSIBLE,
         "same name; but another date of birth"),
        (_who("Jade", "Okafor", BORN), MAISIE, Strength.POSSIBLE, "one name alike, same date of birth"),
        (_who("Jade", "Okafor"), _who("Maisie", "Okafor"), Strength.NONE, "one name alike"),
        (_who("Jade", "Reid", BORN), MAISIE, Strength.NONE, "same date of birth"),
    ],
)  # fmt: skip
def test_names_and_birthdays_together_say_how_likely_it_is(
    one: Person, other: Person, strength: Strength, why: str
) -> None:
    found = likeness(one, other)
    assert (found.strength, found.why) == (strength, why)


def test_a_number_of_which_everybody_has_one_is_certain_and_another_speaks_against_it() -> None:
    held = _who("Maisie", "Okafor", BORN, identifiers=_nhs("9990000018"))
    same = likeness(_who("Jade", "Reid", identifiers=_nhs("999 000 0018")), held)
    assert (same.strength, same.why) == (Strength.CERTAIN, "same NHS number")
    born_else = likeness(_who("Jade", "Reid", "2011", identifiers=_nhs("999 000 0018")), held)
    assert (born_else.strength, born_else.why) == (Strength.LIKELY, "same NHS number; but another date of birth")
    two = likeness(_who("Maisie", "Okafor", BORN, identifiers=_nhs("9990000026")), held)
    assert (two.strength, two.why) == (
        Strength.POSSIBLE,
        "same name, same date of birth; but another NHS number",
    )
    police = _who("Maisie", "Okafor", identifiers=_nhs("NP-12", "police"))
    assert likeness(_who(identifiers=_nhs("np 12", "police")), police).why == "same police number"
    other = likeness(_who("Maisie", "Okafor", identifiers=_nhs("NP-13", "police")), police)
    assert other.against == ()


def test_a_phone_or_an_address_counts_with_a_name() -> None:
    phone = (life.ContactNumber(number="07700 900123"),)
    home = (life.Address(lines="4 Mill Lane", postcode="NN1 4AB"),)
    held = _who("Maisie", "Okafor", contact_numbers=phone, addresses=home)
    assert likeness(_who("Masie", "Okafor", contact_numbers=phone), held).why == "sounds alike, same phone number"
    assert likeness(_who("Masie", "Okafor", addresses=home), held).strength is Strength.LIKELY
    sister = likeness(_who("Jade", "Okafor", contact_numbers=phone, addresses=home), held)
    assert (sister.strength, sister.why) == (Strength.POSSIBLE, "one name alike, same phone number, same address")
    assert likeness(_who("Tom", "Reid", contact_numbers=phone, addresses=home), held).strength is Strength.NONE
    postcode = (life.Address(postcode="NN1 4AB"),)
    assert likeness(_who("Masie", "Okafor", addresses=postcode), _who("Maisie", "Okafor", addresses=postcode)).why == (
        "sounds alike"
    )
