"""Offences: every key has its maximum and days or says they are to be checked; dates that don't fit are asked about."""

import pytest

from rise_desk.domain import offence
from rise_desk.domain.investigation import AllegedOffence, Investigation
from rise_desk.domain.moments import Moment
from rise_desk.domain.offence import Offence
from rise_desk.domain.practice import Practice
from rise_desk.errors import Invalid


def asked(practice: Practice, key: str, since: str = "", until: str = "") -> list[str]:
    """What is asked about one offence with these dates."""
    alleged = AllegedOffence(offence=key, since=Moment(since), until=Moment(until))
    return list(offence.asked(Investigation(offences=(alleged,)), practice))


def test_the_list_and_the_dates_know_the_same_offences(practice: Practice) -> None:
    assert list(practice.offences) == [each.key for each in practice.vocabulary("offence").entries]
    assert len(practice.offences) == 31


@pytest.mark.parametrize(
    ("key", "maximum"),
    [
        ("soa_s1", "life"),
        ("soa_s3", "10 years"),
        ("soa_s4", "life or 10 years"),
        ("soa_s13", "5 years"),
        ("soa_s15a", "2 years"),
        ("soa_s47", "life, 14 or 7 years, by the child's age"),
        ("caa_s2", "7 years"),
        ("ca_s49", "6 months"),
        ("mda_s4", "life or 14 years"),
        ("breach_order", "5 years"),
        ("msa_s2", ""),
    ],
)
def test_the_maximum_is_the_vocabularys(practice: Practice, key: str, maximum: str) -> None:
    assert practice.offences[key].maximum == maximum


def test_a_section_keeps_its_small_letter_at_the_start_of_a_line(practice: Practice) -> None:
    assert offence.called("soa_s9", practice) == "s9 child under 16"
    assert offence.called("blackmail", practice) == "Blackmail"


def test_what_is_not_known_is_said_to_be_checked(practice: Practice) -> None:
    told = {key: each.told for key, each in practice.offences.items()}
    assert told["soa_s3"] == "maximum 10 years; since when in force: to be checked"
    assert told["msa_s2"] == "maximum: to be checked; in force since 31 July 2015"
    assert told["soa_s59a"] == "maximum: to be checked; in force since 6 April 2013; in force until 30 July 2015"
    assert told["other"] == ""


@pytest.mark.parametrize(
    ("key", "since", "until"),
    [
        ("soa_s59a", "2013-04-06", "2015-07-30"),
        ("soa_s59a", "2013-04", "2015-07"),
        ("soa_s59a", "", ""),
        ("soa_s57_59", "2004-05-01", "2013-04-05"),
        ("soa_s57_59", "2013-04-05", ""),
        ("msa_s2", "2015-07-31", ""),
        ("issa", "2016-05-25", ""),
        ("soa_s1", "1990-01-01", "2026-01-01"),
        ("other", "1990-01-01", ""),
    ],
)
def test_dates_that_fit_or_may_fit_are_not_asked_about(practice: Practice, key: str, since: str, until: str) -> None:
    assert asked(practice, key, since, until) == []


@pytest.mark.parametrize(
    ("key", "since", "until", "days"),
    [
        ("soa_s59a", "2013-04-05", "2013-05-01", "was in force from 6 April 2013 to 30 July 2015"),
        ("soa_s59a", "2013-04-06", "2015-07-31", "was in force from 6 April 2013 to 30 July 2015"),
        ("soa_s57_59", "2013-04-06", "", "was in force until 5 April 2013"),
        ("msa_s2", "2015-07-30", "", "has been in force since 31 July 2015"),
        ("issa", "", "2016-05-26", "was in force until 25 May 2016"),
    ],
)
def test_dates_outside_are_asked_about_in_one_sentence(
    practice: Practice, key: str, since: str, until: str, days: str
) -> None:
    (sentence,) = asked(practice, key, since, until)
    assert sentence.startswith(offence.called(key, practice))
    assert days in sentence
    assert sentence.endswith("and the dates say otherwise. Is it the right offence?")


def test_they_are_asked_about_and_never_refused(practice: Practice) -> None:
    assert asked(practice, "a key of another list", "1990-01-01") == []
    assert offence.read('{"offences": []}') == {}
    assert Offence(key="x").told == "maximum: to be checked; since when in force: to be checked"


@pytest.mark.parametrize("text", ["", "{}", '{"offences": [{"key": "x"}]}', "[]"])
def test_a_file_that_holds_no_offences_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Invalid, match="not readable"):
        offence.read(text)
