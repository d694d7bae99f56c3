"""Lists as they leave: every column has a name of its own that an import understands, and nobody comes back twice."""

from collections import Counter
from pathlib import Path

import pytest

from rise_desk.domain import life
from rise_desk.domain.card import Wanted
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import ConcernRole, ConcernStatus
from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN, YOUNG_PERSON, Person
from rise_desk.services import accounts, casework, merging, overview, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import around_lists, due_list, exporting, importing, lists, thing_list
from rise_desk.services.exchange.columns import COLUMNS, field_of, key_of
from rise_desk.services.exchange.lists import PEOPLE
from rise_desk.services.exchange.planning import Fate, Preview
from rise_desk.storage import keys
from tests import build

KINDS = (YOUNG_PERSON, ADULT, "contact_note", "missing_episode", "return_interview", *around_lists.KINDS)
OPEN = (life.CaseSpell(state="open", since=Moment("2026-03-01")),)


@pytest.fixture
def adults(desk: Desk) -> tuple[Person, ...]:
    """Four adults: one known by everything, one by a nickname alone, one by an alias, one by nothing."""
    known = build.adult(
        desk,
        "Dan",
        "Reed",
        date_of_birth=Moment("1990-02-03"),
        how_well_known="full_name_or_initials",
        statuses=(ConcernStatus(status="suspect", since=Moment("2026-03-02"), basis="police"),),
        concern_roles=(ConcernRole(role="facilitator"),),
        case_spells=OPEN,
    )
    daz = build.adult(desk, "", "", known_as="Daz", case_spells=(life.CaseSpell(state="closed"),))
    alias = build.adult(desk, "", "", aliases=(life.Alias(name="Kez", used_where="Corby"),))
    return known, daz, alias, build.adult(desk, "", "", how_well_known="not_named")


def _planned(desk: Desk, kind: str, folder: Path, suffix: str = ".csv") -> Preview:
    path = folder / f"{kind}{suffix}"
    exporting.export(desk, lists.of_kind(desk, kind), path, "To see what comes back")
    return importing.preview(desk, path, source="this desk")


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_columns_have_one_name(desk: Desk, kind: str) -> None:
    jade, dan = build.young_person(desk), build.adult(desk)
    build.link(desk, dan, "exploited", jade)
    build.notice(desk, jade, dan)
    often = Counter(map(key_of, lists.of_kind(desk, kind).columns))
    assert {name: count for name, count in often.items() if count > 1} == {}


def test_nor_do_columns_that_are_chosen_on_the_screen(desk: Desk) -> None:
    for listing in (
        lists.people(desk, Wanted(role=AT_RISK), tuple(PEOPLE)),
        lists.people(desk, Wanted(role=OF_CONCERN), tuple(PEOPLE)),
        lists.staff(desk, [desk.who]),
        due_list.due(desk),
    ):
        assert len(set(map(key_of, listing.columns))) == len(listing.columns)
    assert len({key_of(name) for name, _tell in thing_list.HEADINGS.values()}) == len(thing_list.HEADINGS)


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_name_means_one_column_of_a_kind(kind: str) -> None:
    meant: dict[str, set[str]] = {}
    for each in COLUMNS[kind]:
        for name in (each.field, *each.names):
            meant.setdefault(key_of(name), set()).add(each.field)
    assert {name: fields for name, fields in meant.items() if len(fields) > 1} == {}


def test_the_state_of_the_case_is_not_the_status_of_what_is_alleged(desk: Desk, adults: tuple[Person, ...]) -> None:
    made = lists.of_kind(desk, ADULT)
    row = dict(zip(made.columns, next(row for row in made.rows if row[0] == adults[0].name), strict=True))
    assert (row["Case status"], row["Status of what is alleged"]) == ("Open", "Suspect")
    assert field_of(ADULT, "Case status") == "case_state"
    assert field_of(ADULT, "Status of what is alleged") == "concern_status"
    assert field_of(ADULT, "Said to be (alleged until convicted)") == "concern_role"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.usefixtures("adults")
def test_adults_who_left_are_matched_and_none_is_made_again(desk: Desk, tmp_path: Path, suffix: str) -> None:
    seen = _planned(desk, ADULT, tmp_path, suffix)
    assert [(each.fate, each.reason) for each in seen.outcomes if each.fate is not Fate.MATCHED] == []
    assert (seen.kind, len(seen.outcomes), seen.saves) == (ADULT, 4, ())


def test_young_people_who_left_are_matched_too(desk: Desk, tmp_path: Path) -> None:
    jade = build.young_person(desk, "Jade", "Whitlock", case_spells=OPEN, date_of_birth=Moment("2011"))
    build.young_person(desk, "", "", known_as="Maz")
    merging.merge(desk, jade, build.young_person(desk, "Jay", "Whitlock"), "The same girl")
    seen = _planned(desk, YOUNG_PERSON, tmp_path)
    assert [str(each.fate) for each in seen.outcomes] == ["matched", "matched"]
    assert seen.saves == ()


@pytest.mark.usefixtures("adults")
def test_elsewhere_the_number_of_a_file_is_somebody_else_s(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    _planned(desk, ADULT, tmp_path)
    signing_in.leave(desk)
    accounts.create(tmp_path / "other", "Ana Silva", build.PASSWORD, clock, keys.TEST)
    other = signing_in.sign_in(tmp_path / "other", "Ana Silva", build.PASSWORD, clock)
    held = build.adult(other, "Lee", "Marsh")
    assert held.file_number == "26-0001"
    seen = importing.preview(other, tmp_path / "adult.csv", source="another desk")
    importing.commit(other, seen)
    assert [str(each.fate) for each in seen.outcomes] == ["created"] * 4
    made = [overview.person(other, each.record) for each in seen.outcomes]
    dan = next(each for each in made if each.family_name == "Reed")
    assert (dan.case_state(), dan.status_now()) == ("open", "suspect")
    assert dan.file_number not in ("", "26-0001")
    assert overview.person(other, held.id) == held
    signing_in.leave(other)


@pytest.mark.parametrize(("born", "fate"), [("", "matched"), ("1985", "created")])
def test_a_number_with_the_same_name_and_another_birthday_is_somebody_else(
    desk: Desk, tmp_path: Path, born: str, fate: str
) -> None:
    daz = build.adult(desk, "", "", known_as="Daz", date_of_birth=Moment(born))
    path = tmp_path / "adults.csv"
    path.write_text(
        f"Name,File,Born,How well known\nDaz,{daz.file_number},1991,Given name or alias only\n", encoding="utf-8"
    )
    assert [str(each.fate) for each in importing.preview(desk, path).outcomes] == [fate]


def test_the_number_of_a_file_that_was_withdrawn_means_nobody(desk: Desk, tmp_path: Path) -> None:
    daz = build.adult(desk, "", "", known_as="Daz")
    path = tmp_path / "adults.csv"
    path.write_text(f"Name,File,How well known\nDaz,{daz.file_number},Given name or alias only\n", encoding="utf-8")
    assert [str(each.fate) for each in importing.preview(desk, path).outcomes] == ["matched"]
    casework.withdraw(desk, daz, "Made in error")
    assert [str(each.fate) for each in importing.preview(desk, path).outcomes] == ["created"]
