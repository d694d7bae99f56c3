"""The demonstration's caseload: complete, whole, the same each time, and nobody's."""

import re
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest

from rise_desk.domain import identifiers, moments
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.language import nudges
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Record, plain
from rise_desk.errors import Invalid
from rise_desk.services.accounts import password_problem
from rise_desk.services.demo.caseload import LARGEST, TELLERS, tell
from rise_desk.services.demo.team import TEAM
from rise_desk.services.practice import vocabularies

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
SEVEN = datetime(2026, 11, 21, 7, tzinfo=UTC)
PRACTICE = Practice(vocabularies=vocabularies())
MOBILE, LANDLINE = re.compile(r"07700 900\d{3}"), re.compile(r"01632 960\d{3}")
NHS = re.compile(r"999 \d{3} \d{4}")
DATED = re.compile(r"\d{4}-\d\d(-\d\d(T\S+)?)?")


def _records(people: int = 120, notes: int = 1500, seed: int = 1, now: datetime = NOW) -> list[Record]:
    return [each for batch in tell(PRACTICE, now, people=people, notes=notes, seed=seed) for each in batch.records]


@pytest.fixture(scope="module")
def usual() -> list[Record]:
    """The demonstration of the usual size."""
    return _records()


@pytest.fixture(scope="module")
def young(usual: list[Record]) -> list[Person]:
    return [each for each in usual if isinstance(each, Person) and each.has_role(AT_RISK)]


@pytest.fixture(scope="module")
def adults(usual: list[Record]) -> list[Person]:
    return [each for each in usual if isinstance(each, Person) and each.has_role(OF_CONCERN)]


@pytest.fixture(scope="module")
def notes(usual: list[Record]) -> list[ContactNote]:
    return [each for each in usual if isinstance(each, ContactNote)]


def _whole(records: list[Record]) -> list[dict[str, object]]:
    return [plain(each) for each in records]


def test_the_same_day_size_and_seed_tell_the_same(usual: list[Record]) -> None:
    assert _whole(_records()) == _whole(usual)


@pytest.mark.parametrize(("hour", "same"), [(0, True), (23, True), (24, False)])
def test_only_the_london_day_matters(hour: int, same: bool) -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC) + timedelta(hours=hour)
    assert (_whole(_records(5, 20, now=now)) == _whole(_records(5, 20))) is same


def test_the_london_day_is_not_that_of_utc() -> None:
    before, after = datetime(2026, 7, 1, 22, 59, tzinfo=UTC), datetime(2026, 7, 1, 23, 0, tzinfo=UTC)
    assert _whole(_records(5, 20, now=before)) != _whole(_records(5, 20, now=after))


def test_another_seed_tells_of_others() -> None:
    one, other = _records(20, 40, 1), _records(20, 40, 2)
    assert {each.id for each in one}.isdisjoint(each.id for each in other)


@pytest.mark.parametrize(("people", "notes"), [(0, 0), (1, 0), (1, 1), (1, 800), (2, 1), (12, 3), (40, 501)])
def test_there_are_exactly_as_many_as_asked_for(people: int, notes: int) -> None:
    told = _records(people, notes)
    at_risk = [each for each in told if isinstance(each, Person) and each.has_role(AT_RISK)]
    of_concern = [each for each in told if isinstance(each, Person) and each.has_role(OF_CONCERN)]
    assert (len(at_risk), len(of_concern)) == (people, people // 12)
    assert len(told) - len(at_risk) - len(of_concern) == notes
    assert not any(each.problems(PRACTICE, NOW) for each in told)
    assert len({each.id for each in told}) == len(told)


def test_notes_about_nobody_are_refused_at_once() -> None:
    with pytest.raises(Invalid, match="somebody"):
        tell(PRACTICE, NOW, people=0, notes=1, seed=1)


def test_batches_hold_one_kind_and_people_come_first() -> None:
    batches = list(tell(PRACTICE, NOW, people=501, notes=502, seed=1))
    kinds = [{type(each) for each in batch.records} for batch in batches]
    assert kinds == [{Person}, {Person}, {Person}, {ContactNote}, {ContactNote}]
    assert [len(batch.records) for batch in batches] == [LARGEST, 1, 41, LARGEST, 2]
    assert batches[0].title == "Young people 1 to 500 of the demonstration"
    assert batches[1].title == "Young people 501 to 501 of the demonstration"
    assert [each.title for each in TELLERS] == ["Young people", "Adults of concern", "Contact notes"]


def test_nothing_is_wrong_with_any_record(usual: list[Record]) -> None:
    assert [each.problems(PRACTICE, SEVEN) for each in usual if each.problems(PRACTICE, SEVEN)] == []


def test_no_note_is_from_before_somebody_was_born(usual: list[Record], notes: list[ContactNote]) -> None:
    people = {each.id: each for each in usual if isinstance(each, Person)}
    for note in notes:
        for subject, _ in note.involved():
            assert note.file_problems(CaseFile(subject=people[subject]), PRACTICE, NOW) == {}


def test_each_record_is_stamped(usual: list[Record]) -> None:
    names = {each.name for each in TEAM}
    assert len({each.id for each in usual}) == len(usual)
    for each in usual:
        assert (each.version, each.recorded_by in names) == (1, True)
        assert 0 < each.id < 1 << 63
    assert {each.file_number for each in usual if isinstance(each, Person)} == {""}


def test_notes_come_in_the_order_they_were_recorded(notes: list[ContactNote]) -> None:
    assert [each.id for each in notes] == sorted(each.id for each in notes)
    assert [each.recorded_at for each in notes] == sorted(each.recorded_at for each in notes)
    assert all(moments.earliest(each.happened_at) < moments.earliest(each.recorded_at) for each in notes)


def test_young_people_come_in_the_order_of_their_referrals(young: list[Person]) -> None:
    referred = [each.case_spells[0].since for each in young]
    assert referred == sorted(referred)
    assert [moments.earliest(each.recorded_at) >= moments.earliest(each.case_spells[0].since) for each in young]


def test_nothing_lies_in_the_future_but_reviews(usual: list[Record]) -> None:
    def dates(value: object, name: str = "") -> list[str]:
        if isinstance(value, dict):
            return [found for key, each in value.items() for found in dates(each, key)]
        if isinstance(value, list):
            return [found for each in value for found in dates(each, name)]
        dated = isinstance(value, str) and name != "review_on" and DATED.fullmatch(value)
        return [str(value)] if dated else []

    found = [date for each in usual for date in dates(plain(each))]
    assert len(found) > 4000
    assert [date for date in found if moments.earliest(moments.Moment(date)) > SEVEN] == []


def test_numbers_are_nobodys(young: list[Person]) -> None:
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


def test_no_telephone_number_stands_in_any_text(usual: list[Record]) -> None:
    texts = [value for each in usual for value in plain(each).values() if isinstance(value, str) and "-" not in value]
    assert not [each for each in texts if re.search(r"\d{5}", each) and not each.isdigit()]


def test_postcodes_are_of_no_place(young: list[Person]) -> None:
    codes = [each.postcode for person in young for each in person.addresses if each.postcode]
    assert len(codes) > 100
    assert all(re.fullmatch(r"ZZ\d \d[A-Z]{2}", each) for each in codes)


def test_no_text_lays_blame_and_every_slot_is_filled(usual: list[Record]) -> None:
    for each in usual:
        for value in plain(each).values():
            for text in _texts(value):
                assert nudges(text) == ()
                assert not set("{}") & set(text)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [found for each in value.values() for found in _texts(each)]
    if isinstance(value, list):
        return [found for each in value for found in _texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_sentence_stands_twice_in_a_file_of_the_usual_size(seed: int) -> None:
    told: dict[int, Counter[str]] = defaultdict(Counter)
    for each in _records(seed=seed):
        if isinstance(each, ContactNote):
            for subject, _ in each.involved():
                told[subject].update(re.split(r"(?<=[.?!])\s+", each.text))
    assert max(max(counts.values()) for counts in told.values()) == 1


def test_a_file_too_long_for_new_words_still_is_told() -> None:
    assert len([each for each in _records(1, 1500) if isinstance(each, ContactNote)]) == 1500


def test_about_half_of_the_cases_are_open(young: list[Person]) -> None:
    states = Counter(each.case_state() for each in young)
    assert 40 <= states["open"] <= 70
    assert states["referred"] >= 2
    assert sum(any(spell.state == "closed" and spell.until for spell in each.case_spells) for each in young) >= 1
    reasons = [spell.reason for each in young for spell in each.case_spells]
    assert all(reasons)
    assert any("more information" in each for each in reasons)
    assert any(each.startswith("Signposted") for each in reasons)


def test_whoever_is_open_has_a_key_worker_and_is_a_child(young: list[Person]) -> None:
    workers = {each.name for each in TEAM}
    for each in young:
        if each.case_state() == "open":
            assert each.key_worker() in workers
            assert (moments.age(each.date_of_birth, NOW.date()) or (99, 99))[0] < 18


def test_nobody_works_with_whom_no_case_was_opened(young: list[Person]) -> None:
    unopened = [each for each in young if all(spell.state != "open" for spell in each.case_spells)]
    assert len(unopened) > 5
    assert not any(each.allocations or each.flags or each.warnings or each.front_sheet for each in unopened)


@pytest.mark.parametrize("day", ["2028-02-29", "2027-01-01", "2026-03-29", "2026-10-25", "2027-09-01", "2026-11-23"])
def test_any_day_will_do(day: str) -> None:
    now = datetime.fromisoformat(f"{day}T06:30+00:00")
    told = _records(40, 400, now=now)
    assert not any(each.problems(PRACTICE, now) for each in told)
    assert max(each.recorded_at for each in told) < f"{day}T00:00"


def test_reviews_of_warnings_are_late_soon_and_later(young: list[Person]) -> None:
    today = NOW.date()
    days = [
        (datetime.fromisoformat(warning.review_on).date() - today).days
        for each in young
        for warning in each.held_warnings()
        if warning.review_on
    ]
    assert any(each < 0 for each in days)
    assert any(0 <= each <= 28 for each in days)
    assert any(each > 28 for each in days)


def test_children_and_families_are_varied(young: list[Person]) -> None:
    genders = Counter(each.gender for each in young)
    assert set(genders) == {"female", "male", "non_binary_or_other", "not_recorded"}
    assert 0.2 < genders["male"] / len(young) < 0.45
    assert len({each.ethnicity for each in young}) >= 10
    assert len({each.lives_now().lives for each in young if each.lives_now()}) >= 5  # type: ignore[union-attr]  # asked for just before
    assert len({each.name for each in young}) > 100
    assert 20 < sum(bool(each.needs) for each in young) < 100


def test_every_field_that_can_be_known_is_known_of_somebody(young: list[Person]) -> None:
    later = {"approximate_age", "how_well_known", "photo", "photo_on", "restricted", "merged_into", "file_number"}
    later |= {"references", "corrects", "withdrawn"}
    filled = {name for each in young for name, value in plain(each).items() if value}
    assert set(plain(young[0])) - filled == later


def test_some_things_are_not_recorded(young: list[Person]) -> None:
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


def test_siblings_share_a_home_and_name_each_other(young: list[Person]) -> None:
    people = {each.id: each for each in young}
    pairs = [(each, people[child.person]) for each in young for child in each.household if child.person]
    assert len(pairs) >= 4
    for one, other in pairs:
        assert one.family_name == other.family_name
        assert any(child.person == one.id for child in other.household)
        assert one.addresses[-1].lives == other.addresses[-1].lives


def test_adults_are_alleged_and_never_children(adults: list[Person]) -> None:
    assert len(adults) == 10
    for each in adults:
        assert each.kind == "adult"
        assert "alleged" in each.roles[0].basis
        assert each.how_well_known in {"given_name_or_alias_only", "full_name_or_initials"}
        assert not each.ethnicity
    assert any(each.name == each.known_as for each in adults)


def test_nicknames_that_come_again_are_told_apart() -> None:
    many = [each for each in _records(400, 0) if isinstance(each, Person) and each.has_role(OF_CONCERN)]
    assert len({each.known_as for each in many}) == len(many) == 33


def test_notes_are_of_every_kind_of_contact(notes: list[ContactNote]) -> None:
    assert {each.contact_type for each in notes} == {each.key for each in vocabularies()["contact_type"].entries}
    assert {each.told for each in notes} == {"told", "not_told", "not_recorded", ""}
    assert {"seen_alone", "seen_with_others", "not_seen"} <= {each.concerns[0].seen for each in notes}
    assert {moments.precision(each.happened_at) for each in notes} == {"day", "minute"}
    assert sum(bool(each.own_words) for each in notes) > 300


def test_a_correction_follows_what_it_corrects(notes: list[ContactNote]) -> None:
    by_id = {each.id: each for each in notes}
    corrections = [each for each in notes if each.corrects]
    assert corrections
    for each in corrections:
        wrong = by_id[each.corrects]
        assert each.id > wrong.id
        assert (each.concerns, each.happened_at, each.reserved) == (wrong.concerns, wrong.happened_at, wrong.reserved)
        assert each.text != wrong.text


def test_who_reserves_a_note_may_read_it(notes: list[ContactNote]) -> None:
    grants = {each.name: each.grants for each in TEAM}
    reserved = [each for each in notes if each.reserved]
    assert {each.reserved for each in reserved} == {"health", "intelligence"}
    assert all(each.reserved in grants[each.recorded_by] for each in reserved)


def test_some_notes_concern_two_children_or_an_adult_in_a_role_of_their_own(notes: list[ContactNote]) -> None:
    roles = Counter(tuple(each.role for each in note.concerns) for note in notes)
    assert roles[("about", "about")] > 5
    assert roles[("about", "adult_of_concern")] > 2
    two = [each for each in notes if len(each.concerns) == 2 and each.concerns[1].role == "about" and each.own_words]
    assert all(each.own_words_of == each.concerns[0].subject for each in two)


def test_notes_fall_within_the_work_on_a_case(young: list[Person], notes: list[ContactNote]) -> None:
    spells = {each.id: each.case_spells for each in young}
    for note in notes:
        for concern in note.concerns:
            if concern.role == "about":
                held = [each for each in spells[concern.subject] if each.state != "closed"]
                day = moments.london_day(note.happened_at)
                assert any(each.since <= day <= (each.until or day) for each in held)


def test_ten_years_of_files_are_mostly_closed() -> None:
    many = [each for each in _records(2600, 0) if isinstance(each, Person) and each.has_role(AT_RISK)]
    states = Counter(each.case_state() for each in many)
    assert many[0].case_spells[0].since < "2017-06"
    assert states["closed"] > 4 * states["open"]
    assert len({each.value for person in many for each in person.identifiers}) > 4000


def test_the_team_can_sign_in_and_starts_with_its_supervisor() -> None:
    assert [each.role for each in TEAM] == ["supervisor", "manager", *["worker"] * 6]
    assert len({each.name for each in TEAM}) == len({each.password for each in TEAM}) == 8
    assert not any(password_problem(each.password, each.name) for each in TEAM)
    assert {grant for each in TEAM for grant in each.grants} == {"health", "intelligence"}
