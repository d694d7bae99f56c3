"""The demonstration's people: varied, complete, and nobody's."""

import re
from collections import Counter
from datetime import datetime

from rise_desk.domain import identifiers, moments
from rise_desk.domain.person import Person
from rise_desk.domain.record import plain
from rise_desk.services.demo.team import TEAM
from tests.services import demonstration

MOBILE, LANDLINE = re.compile(r"07700 900\d{3}"), re.compile(r"01632 960\d{3}")
NHS = re.compile(r"999 \d{3} \d{4}")


def test_young_people_come_in_the_order_of_their_referrals() -> None:
    young = demonstration.young_people()
    referred = [each.case_spells[0].since for each in young]
    assert referred == sorted(referred)
    assert all(each.recorded_at >= each.case_spells[-1].since for each in young)


def test_numbers_are_nobodys() -> None:
    young = demonstration.young_people()
    phones = [each.number for person in young for each in person.contact_numbers]
    carers = [each.number for person in young for each in person.carers if each.number]
    numbers = [(each.system, each.value) for person in young for each in person.identifiers]
    assert len(phones) > 80
    assert all(MOBILE.fullmatch(each) for each in phones)
    assert all(LANDLINE.fullmatch(each) for each in carers)
    assert all(NHS.fullmatch(value) for system, value in numbers if system == "nhs")
    assert not any(identifiers.nhs_problem(value) for system, value in numbers if system == "nhs")
    assert not any(identifiers.upn_problem(value) for system, value in numbers if system == "upn")
    assert len(set(phones)) == len(phones)
    assert len(set(numbers)) == len(numbers)


def test_postcodes_are_of_no_place() -> None:
    young = demonstration.young_people()
    codes = [each.postcode for person in young for each in person.addresses if each.postcode]
    assert len(codes) > 100
    assert all(re.fullmatch(r"ZZ\d \d[A-Z]{2}", each) for each in codes)


def test_about_half_of_the_cases_are_open() -> None:
    young = demonstration.young_people()
    states = Counter(each.case_state() for each in young)
    assert 40 <= states["open"] <= 70
    assert states["referred"] >= 2
    assert sum(any(spell.state == "closed" and spell.until for spell in each.case_spells) for each in young) >= 1
    reasons = [spell.reason for each in young for spell in each.case_spells]
    assert all(reasons)
    assert any("more information" in each for each in reasons)
    assert any(each.startswith("Signposted") for each in reasons)


def test_whoever_is_open_has_a_key_worker_and_is_a_child() -> None:
    young = demonstration.young_people()
    workers = {each.name for each in TEAM}
    for each in young:
        if each.case_state() == "open":
            assert each.key_worker() in workers
            assert (moments.age(each.date_of_birth, demonstration.NOW.date()) or (99, 99))[0] < 18


def test_nobody_works_with_whom_no_case_was_opened() -> None:
    young = demonstration.young_people()
    unopened = [each for each in young if all(spell.state != "open" for spell in each.case_spells)]
    assert len(unopened) > 5
    assert not any(each.allocations or each.flags or each.warnings or each.front_sheet for each in unopened)


def test_reviews_of_warnings_are_late_soon_and_later() -> None:
    young = demonstration.young_people()
    today = demonstration.NOW.date()
    days = [
        (datetime.fromisoformat(warning.review_on).date() - today).days
        for each in young
        for warning in each.held_warnings()
        if warning.review_on
    ]
    assert any(each < 0 for each in days)
    assert any(0 <= each <= 28 for each in days)
    assert any(each > 28 for each in days)


def test_children_and_families_are_varied() -> None:
    young = demonstration.young_people()
    genders = Counter(each.gender for each in young)
    assert set(genders) == {"female", "male", "non_binary_or_other", "not_recorded"}
    assert 0.2 < genders["male"] / len(young) < 0.45
    assert len({each.ethnicity for each in young}) >= 10
    assert len({each.lives_now().lives for each in young if each.lives_now()}) >= 5  # type: ignore[union-attr]  # asked for just before
    assert len({each.name for each in young}) > 100
    assert 20 < sum(bool(each.needs) for each in young) < 100


def test_every_field_that_can_be_known_is_known_of_somebody() -> None:
    young = demonstration.young_people()
    later = {"approximate_age", "how_well_known", "photo", "photo_on", "restricted", "merged_into", "file_number"}
    later |= {"references", "corrects", "withdrawn"}
    later |= {"statuses", "concern_roles", "positions", "police_groups", "risk"}
    filled = {name for each in young for name, value in plain(each).items() if value}
    assert set(plain(young[0])) - filled == later


def test_of_some_adults_it_is_known_why_they_are_of_concern() -> None:
    adults = demonstration.adults()
    assert all(each.statuses and each.concern_roles for each in adults)
    assert {each.status_now() for each in adults} == {"named_by_a_child", "suspect"}
    assert 0 < sum(bool(each.positions) for each in adults) < len(adults)
    assert 0 < sum(bool(each.risk) for each in adults) < len(adults)


def test_some_things_are_not_recorded() -> None:
    young = demonstration.young_people()
    for name in (
        "ethnicity_basis",
        "nationality",
        "first_language",
        "sexuality",
        "contact_numbers",
        "needs",
        "warnings",
    ):
        assert any(not getattr(each, name) for each in young)


def test_siblings_share_a_home_and_name_each_other() -> None:
    young = demonstration.young_people()
    people = {each.id: each for each in young}
    pairs = [(each, people[child.person]) for each in young for child in each.household if child.person]
    assert len(pairs) >= 4
    for one, other in pairs:
        assert one.family_name == other.family_name
        assert any(child.person == one.id for child in other.household)
        assert one.addresses[-1].lives == other.addresses[-1].lives


def test_adults_are_alleged_and_never_children() -> None:
    adults = demonstration.adults()
    assert len(adults) == 10
    for each in adults:
        assert each.kind == "adult"
        assert "alleged" in each.roles[0].basis
        assert each.how_well_known in {"given_name_or_alias_only", "full_name_or_initials"}
        assert not each.ethnicity
    assert any(each.name == each.known_as for each in adults)


def test_nicknames_that_come_again_are_told_apart() -> None:
    many = demonstration.adults(demonstration.records(400, 0))
    assert len({each.known_as for each in many}) == len(many) == 33


def test_ten_years_of_files_are_mostly_closed() -> None:
    many = demonstration.young_people(demonstration.records(2600, 0))
    states = Counter(each.case_state() for each in many)
    assert many[0].case_spells[0].since < "2017-06"
    assert states["closed"] > 4 * states["open"]
    assert len({each.value for person in many for each in person.identifiers}) > 4000


def test_nobody_under_sixteen_lives_on_their_own() -> None:
    supported = [each for each in demonstration.young_people(demonstration.records(1500, 0)) if _on_their_own(each)]
    ages = [
        moments.age(each.date_of_birth, datetime.fromisoformat(each.case_spells[0].since).date()) for each in supported
    ]
    assert len(ages) > 5
    assert min(oldest for _, oldest in filter(None, ages)) >= 16


def _on_their_own(person: Person) -> bool:
    lives = person.lives_now()
    return lives is not None and lives.lives == "supported_or_semi_independent"


def test_most_whose_case_was_opened_are_described_as_somebody_must_know_who_looks_for_them() -> None:
    opened = [each for each in demonstration.young_people() if any(spell.state == "open" for spell in each.case_spells)]
    described = [each for each in opened if each.description]
    assert 0.5 * len(opened) < len(described) < 0.8 * len(opened)
    assert all(" cm, " in each.description for each in described)
