"""A person's names, roles, standing facts and problems."""

from datetime import date, datetime

import pytest

from rise_desk.domain import life, of_concern
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id

AT_RISK = (life.DatedRole(role="at_risk"),)
OF_CONCERN = (life.DatedRole(role="of_concern"),)


def test_the_kind_follows_the_roles() -> None:
    assert Person(roles=AT_RISK).kind == "young_person"
    assert Person(roles=OF_CONCERN).kind == "adult"
    assert Person(roles=AT_RISK + OF_CONCERN).kind == "young_person"
    assert Person().kind == "young_person"


def test_the_name_falls_back_to_what_they_are_called() -> None:
    assert Person(given_name="Maisie", family_name="Okafor", known_as="Maz").name == "Maisie Okafor"
    assert Person(known_as="Maz").name == "Maz"
    assert Person(aliases=(life.Alias(name="Bear"),)).name == "Bear"
    assert Person().name == "Name not known"
    assert Person(given_name="Zoë", family_name="O’Brien").sort_name.startswith("obrien")
    assert Person(known_as="Maz").sort_name == "maz"


def test_only_what_has_no_end_holds_now() -> None:
    person = Person(
        case_spells=(life.CaseSpell(state="open"), life.CaseSpell(state="closed")),
        allocations=(
            life.Allocation(worker="Priya", role="key_worker", until=Moment("2026-01-01")),
            life.Allocation(worker="Tom", role="co_worker"),
            life.Allocation(worker="Ana", role="key_worker"),
        ),
        addresses=(
            life.Address(lives="with_family", until=Moment("2025")),
            life.Address(lives="foster_care"),
        ),
        legal_spells=(
            life.LegalSpell(status="section_20"),
            life.LegalSpell(status="none", until=Moment("2020")),
        ),
    )
    assert person.case_state() == "closed"
    assert person.key_worker() == "Ana"
    assert person.workers() == ("Tom", "Ana")
    lives = person.lives_now()
    assert lives is not None
    assert lives.lives == "foster_care"
    assert [each.status for each in person.legal_now()] == ["section_20"]
    nobody = Person()
    assert (nobody.case_state(), nobody.key_worker(), nobody.lives_now()) == ("", "", None)


def test_a_warning_stands_through_its_last_day() -> None:
    warning = life.StandingWarning(warning="do_not_tell_family", until=Moment("2026-11-21"))
    flag = life.Flag(flag="knife", until=Moment("2026-11-20"))
    person = Person(warnings=(warning,), flags=(flag,))
    assert person.standing_warnings(date(2026, 11, 21)) == (warning,)
    assert person.standing_warnings(date(2026, 11, 22)) == ()
    assert person.standing_flags(date(2026, 11, 20)) == (flag,)
    assert person.standing_flags(date(2026, 11, 21)) == ()


def test_a_person_needs_a_name_of_some_sort_and_a_role(practice: Practice, now: datetime) -> None:
    assert Person(given_name="A", roles=AT_RISK).problems(practice, now) == {}
    assert Person(aliases=(life.Alias(name="Bear"),), roles=OF_CONCERN).problems(practice, now) == {}
    assert Person(how_well_known="not_named", roles=OF_CONCERN).problems(practice, now) == {}
    assert set(Person(given_name=" ").problems(practice, now)) == {"given_name", "roles"}


def test_parts_are_judged_where_they_stand(practice: Practice, now: datetime) -> None:
    person = Person(
        given_name="A",
        roles=AT_RISK,
        identifiers=(
            life.Identifier(system="nhs", value="999 000 0019"),
            life.Identifier(system="upn", value="nonsense"),
            life.Identifier(system="police", value="anything"),
            life.Identifier(system="nhs", value=""),
        ),
        addresses=(life.Address(since=Moment("2026-02"), until=Moment("2026-01-31")),),
        household=(life.HouseholdChild(name="B", date_of_birth=Moment("2027")),),
    )
    found = person.problems(practice, now)
    assert "identifiers.1.value" in found
    assert "identifiers.2.value" in found
    assert found["identifiers.4.value"] == "Enter number."
    assert "identifiers.3.value" not in found
    assert found["addresses.1.until"] == "The end must be on or after the start."
    assert found["household.1.date_of_birth"] == "Date of birth must be in the past."


@pytest.mark.parametrize(("until", "wrong"), [("2026-02", False), ("2026", False), ("2026-01-31", True)])
def test_a_spell_may_end_in_the_month_it_began(practice: Practice, now: datetime, until: str, wrong: bool) -> None:
    spell = life.Spell(since=Moment("2026-02"), until=Moment(until))
    assert bool(spell.part_problems(practice, now)) is wrong


def test_a_birth_in_the_future_is_refused_but_today_is_not(practice: Practice, now: datetime) -> None:
    born_today = Person(given_name="A", roles=AT_RISK, date_of_birth=Moment("2026-11-21"))
    born_tomorrow = Person(given_name="A", roles=AT_RISK, date_of_birth=Moment("2026-11-22"))
    assert born_today.problems(practice, now) == {}
    assert born_tomorrow.problems(practice, now) == {"date_of_birth": "Date of birth must be in the past."}


def test_a_key_no_list_knows_is_refused(practice: Practice, now: datetime) -> None:
    found = Person(given_name="A", roles=AT_RISK, gender="robot").problems(practice, now)
    assert found == {"gender": "Gender “robot” is not in the list: female, male, non-binary/other, not recorded."}
    long = Person(given_name="A", roles=AT_RISK, nationality="atlantis").problems(practice, now)
    assert "“atlantis” is not in the list “Country”." in long["nationality"]


def test_a_file_gives_its_records_by_kind() -> None:
    note = ContactNote(id=Id(1))
    file = CaseFile(subject=Person(), records=(note,))
    assert file.of(ContactNote) == (note,)
    assert file.of(Person) == ()


@pytest.mark.parametrize("name", ["", "   "])
def test_an_alias_of_blanks_is_one_sentence(practice: Practice, now: datetime, name: str) -> None:
    person = Person(given_name="Dan", roles=OF_CONCERN, aliases=(life.Alias(name=name, used_where="Corby"),))
    assert person.problems(practice, now) == {"aliases.1.name": "Enter the other name, or take this line away."}


def test_a_status_without_one_is_one_sentence(practice: Practice, now: datetime) -> None:
    person = Person(given_name="Dan", roles=OF_CONCERN, statuses=(of_concern.ConcernStatus(basis="Police"),))
    assert person.problems(practice, now) == {"statuses.1.status": "Enter status."}


@pytest.mark.parametrize(
    ("said", "told"), [("25", "about 25"), ("said to be over 20", "said to be over 20"), (" ", "")]
)
def test_an_age_that_is_only_said_is_told_as_it_was(said: str, told: str) -> None:
    assert Person(approximate_age=said).said_age() == told


@pytest.mark.parametrize(
    ("said", "born", "child"),
    [
        ("17", "", True),
        ("about 15 or 16", "", True),
        ("14 to 17", "", True),
        ("18", "", False),
        ("16 to 18", "", False),
        ("over 16", "", False),
        ("16+", "", False),
        ("3 years more than she is", "", False),
        ("in his twenties", "", False),
        ("", "", False),
        ("17", "1990", False),
        ("25", "2012", True),
    ],
)
def test_somebody_said_to_be_under_18_is_opened_as_a_young_person_first(
    practice: Practice, now: datetime, said: str, born: str, *, child: bool
) -> None:
    person = Person(known_as="Daz", roles=OF_CONCERN, approximate_age=said, date_of_birth=Moment(born))
    assert ("roles" in person.problems(practice, now)) is child
    both = person.changed(roles=(*OF_CONCERN, life.DatedRole(role="at_risk")))
    assert both.problems(practice, now) == {}
