"""Lists and searches over a real store: paged by key, narrowed, and never upset by what is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rise_desk.domain import life
from rise_desk.domain.agenda import Ruled
from rise_desk.domain.card import NO_BAND, SORTABLE, Card, Wanted
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.merging import Whole
from rise_desk.domain.missing_now import Away
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.record import Id
from rise_desk.services import finding, overview
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import card
from tests import build
from tests.bench.bare import overheard

PLANTED = ("Quillfeather", "plumbago", "07700900123", "NN14 9ZZ", "wintergreen")


def test_the_chronology_is_read_page_by_page_and_through_a_sieve(desk: Desk) -> None:
    person = build.young_person(desk)
    days = [
        "2026-11-20",
        "2026-11-20T10:00+00:00",
        "2026-11-20T10:00+00:00",
        "2026-10",
        "2026",
        "2025-12-31T23:30+00:00",
    ]
    notes = [build.note(desk, person.id, happened_at=day) for day in days]
    whole = overview.chronology(desk, person.id)
    assert [each.record.id for each in whole] == [notes[i].id for i in (2, 1, 0, 3, 4, 5)]
    pages: list[Id] = []
    after = None
    while page := overview.chronology(desk, person.id, after=after, limit=2):
        pages += [each.record.id for each in page]
        after = page[-1].line
    assert pages == [each.record.id for each in whole]
    sieved = overview.chronology(
        desk,
        person.id,
        Sieve(since="2026-10-01", until="2026-10-31", kinds=("contact_note",), author="Lena Osei"),
    )
    assert [each.record.id for each in sieved] == [notes[3].id, notes[4].id]
    assert overview.chronology(desk, person.id, Sieve(author="Nobody")) == []
    assert overview.authors(desk, person.id) == ("Lena Osei",)


def test_lists_are_paged_by_key_in_every_order_with_blanks_last(desk: Desk) -> None:
    people = [
        build.young_person(desk, given, family, gender=gender, date_of_birth=Moment(born))
        for given, family, gender, born in (
            ("Zoe", "Abbott", "female", "2012"),
            ("Ann", "Zeller", "", ""),
            ("Émile", "Brown", "male", "2010-05-01"),
            ("Bo", "Abbott", "", "2011-04"),
            ("Cy", "Dale", "female", ""),
        )
    ]
    for column in SORTABLE:
        for descending in (False, True):
            seen: list[Id] = []
            after = None
            while page := overview.people(desk, Wanted(sort=column, descending=descending, after=after, limit=2)):
                assert len(page) <= 2
                seen += [each.subject for each in page]
                after = (getattr(page[-1], column), page[-1].subject)
            assert sorted(seen) == sorted(each.id for each in people), column
            values = [getattr(overview.card_of(desk, each), column) for each in seen]
            filled = [each for each in values if each]
            assert values == sorted(filled, reverse=descending) + [""] * (len(values) - len(filled)), column


GIVEN = st.sampled_from(("", "Ada", "Bo", "Cy"))
ONE = st.tuples(GIVEN, st.booleans(), st.booleans(), st.sampled_from(("", "2010", "2011-04")))


def _carded(desk: Desk, given: str, born: str, *, missing: bool, of_concern: bool) -> None:
    roles = (life.DatedRole(role=OF_CONCERN),) if of_concern else (life.DatedRole(role="at_risk"),)
    away = Away(missing_since="2026-11-20T21:00+00:00" if missing else "")
    person = Person(id=desk.clock.new_id(), given_name=given, family_name="Vale", roles=roles)
    made = person.changed(date_of_birth=Moment(born))
    with desk.writing():
        card.begin(desk.store.vault, Whole(main=made), Ruled(away=away))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ONE, max_size=9), st.integers(1, 4), st.sampled_from(SORTABLE), st.booleans(), st.booleans())
def test_the_missing_come_first_and_no_page_leaves_anybody_out_or_tells_them_twice(
    desk: Desk, people: list[tuple[str, bool, bool, str]], limit: int, sort: str, down: bool, adults: bool
) -> None:
    desk.store.vault.sql("DELETE FROM card")
    for given_name, missing, of_concern, born in people:
        _carded(desk, given_name, born, missing=missing, of_concern=of_concern)
    role = OF_CONCERN if adults else "at_risk"
    wanted = Wanted(role=role, sort=sort, descending=down, limit=limit)
    seen: list[Card] = []
    while page := overview.people(desk, wanted):
        seen += page
        wanted = wanted.following(page[-1])
    assert len({each.subject for each in seen}) == len(seen) == sum(each[2] is adults for each in people)
    for missing in (True, False):
        values = [getattr(each, sort) for each in seen if bool(each.missing_since) is missing]
        filled = [each for each in values if each]
        assert values == sorted(filled, reverse=down) + [""] * (len(values) - len(filled))
    assert [bool(each.missing_since) for each in seen] == sorted(bool(each.missing_since) for each in seen)[::-1]


def test_whoever_is_missing_comes_first_where_a_few_words_find_many(desk: Desk) -> None:
    for given_name, missing in (("Ada", False), ("Bo", True), ("Cy", False)):
        _carded(desk, given_name, "", missing=missing, of_concern=False)
    assert [each.name for each in card.find(desk.store.vault, "vale", 2)] == ["Bo Vale", "Ada Vale"]


def test_the_few_who_are_missing_are_led_to_by_their_own_index(desk: Desk) -> None:
    for role in ("at_risk", OF_CONCERN):
        with overheard(desk.store.vault) as said:
            overview.people(desk, Wanted(role=role))
        (text, values), *_rest = (each for each in said if "missing_since <> ''" in each[0])
        plan = " ".join(str(row[-1]) for row in desk.store.vault.sql(f"EXPLAIN QUERY PLAN {text}", values))
        assert "SEARCH card USING INDEX card_missing" in plan


def test_no_page_of_a_list_is_scanned_for_or_sorted(desk: Desk) -> None:
    """However long a list is, the index leads straight to each part of every page."""
    people = [build.young_person(desk, given, gender="female") for given in ("Ann", "Bo", "Cy")]
    vault = desk.store.vault
    asked = 0
    for column in SORTABLE:
        for descending in (False, True):
            for after in (None, ("m", people[1].id), ("", people[1].id)):
                wanted = Wanted(sort=column, descending=descending, after=after)
                with overheard(vault) as said:
                    overview.people(desk, wanted)
                for text, values in said:
                    plan = " ".join(str(row[-1]) for row in vault.sql(f"EXPLAIN QUERY PLAN {text}", values))
                    assert "SCAN" not in plan, (wanted, plan)
                    assert "TEMP B-TREE" not in plan, (wanted, plan)
                    asked += "FROM card" in text
    assert asked == len(SORTABLE) * 2 * ((1 + 2) + 3 + 1)


def test_as_many_records_are_read_as_are_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [build.young_person(desk, given).id for given in ("Ann", "Bo", "Cy")]
    for at_once in (1, 2, 3, 4):
        monkeypatch.setattr("rise_desk.storage.store.AT_ONCE", at_once)
        assert [each.id for each in desk.store.several(Person, people)] == people
    assert desk.store.several(Person, []) == []
    assert desk.store.several(Person, [Id(5)]) == []


def test_lists_are_narrowed_by_text_state_worker_and_role(desk: Desk) -> None:
    build.young_person(
        desk,
        "Zoë",
        "O’Brien",
        case_spells=(life.CaseSpell(state="open"),),
        allocations=(life.Allocation(worker="Priya", role="key_worker"),),
    )
    build.young_person(desk, "Ann", "Smith", roles=(life.DatedRole(role=OF_CONCERN),))
    assessed = build.young_person(desk, "Ruth", "Bell")
    build.assessment(desk, assessed.id, band="amber")
    for wanted, count in (
        (Wanted(text="obri zoe"), 1),
        (Wanted(text="obri ann"), 0),
        (Wanted(case_state="open"), 1),
        (Wanted(case_state="closed"), 0),
        (Wanted(key_worker="Priya"), 1),
        (Wanted(key_worker="Tom"), 0),
        (Wanted(role=OF_CONCERN), 1),
        (Wanted(band="amber"), 1),
        (Wanted(band="red"), 0),
        (Wanted(band=NO_BAND), 1),
    ):
        assert (overview.how_many(desk, wanted), len(overview.people(desk, wanted))) == (count, count)


def test_searching_finds_names_numbers_and_words_whatever_is_typed(desk: Desk) -> None:
    person = build.young_person(desk, "Zoë", "O’Brien", aliases=(life.Alias(name="Łukasz"),))
    build.note(
        desk,
        person.id,
        text="She met a man near the bus station after school, late in the evening, and called him Bear. " * 3,
    )
    for text in ("zoe", "OBRIEN", "lukasz", "26-0001", "26", "bus sta", "zo o'b"):
        assert finding.find(desk, text).hits, text
    for text in ("", "  ", '"', "*", "(", "zebra", "…", "x" * 10_000):
        assert finding.find(desk, text).hits == (), text
    (hit,) = finding.find(desk, "bear").hits
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert "Bear" in hit.excerpt
    assert (hit.subject, hit.name, hit.kind) == (person.id, "Zoë O’Brien", "contact_note")


@pytest.mark.parametrize("down", [False, True])
def test_of_the_missing_too_those_without_a_value_come_last_over_any_page(desk: Desk, down: bool) -> None:
    for given_name, born in (("Ada", ""), ("Bo", "2012-03-12"), ("Cy", "2011-03-12")):
        _carded(desk, given_name, born, missing=True, of_concern=False)
    wanted, seen = Wanted(sort="date_of_birth", descending=down, limit=1), list[str]()
    while page := overview.people(desk, wanted):
        seen += [each.name for each in page]
        wanted = wanted.following(page[-1])
    assert seen == [*(["Bo Vale", "Cy Vale"] if down else ["Cy Vale", "Bo Vale"]), "Ada Vale"]
