"""Since last time: what is new, beside the indicators it touches, and as exactly as it is known."""

from collections.abc import Mapping
from typing import Any

import pytest

from rise_desk.domain import life, since_last, standing, touching
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.instrument import INDICATORS
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from tests.domain import sheets
from tests.domain.sheets import GONE, MAISIE, made

SINCE, TODAY = "2026-10-08", "2026-11-21"


def _told(
    practice: Practice, *records: Record, since: str = SINCE, **values: Any
) -> Mapping[str, list[tuple[str, str]]]:
    """The day and the words of each fact, by indicator."""
    file = sheets.file(sheets.young_person(**values), *records)
    found = since_last.facts(file, practice, since, TODAY)
    return {key: [(each.day, each.text) for each in held] for key, held in found.items()}


def _note(number: int, at: str, seen: str = "", role: str = "about", **values: Any) -> ContactNote:
    concern = Concern(subject=values.pop("subject", MAISIE), role=role, seen=seen)
    return ContactNote(id=Id(number), concerns=(concern,), happened_at=Moment(at), text="Met.", **values)


def test_new_is_what_came_after_the_day_of_the_last_assessment(practice: Practice) -> None:
    person = sheets.open_case()
    last = standing.latest(sheets.file(person, made(1, "2026-10-31")), practice)
    assert since_last.first_day(person, last) == "2026-11-01"


def test_without_one_new_is_what_came_since_the_case_was_opened() -> None:
    assert since_last.first_day(sheets.open_case(), None) == "2026-09-01"
    assert since_last.first_day(sheets.young_person(("2026-09-01", "closed")), None) == ""


def test_nothing_on_file_tells_nothing(practice: Practice) -> None:
    assert _told(practice) == {}


NEW = Moment("2026-11-03")
EVERY_SORT: dict[str, Any] = {
    "case_spells": (life.CaseSpell(state="open", since=NEW),),
    "allocations": (life.Allocation(worker="Priya Nair", role="key_worker", since=NEW),),
    "schools": (
        life.SchoolSpell(name="Highfield", status="part_time_timetable", attendance="62%", since=NEW),
        life.SchoolSpell(since=NEW),
    ),
    "exclusions": (life.Exclusion(sort="suspension", reason="A fight", since=NEW),),
    "addresses": (
        life.Address(lives="foster_care", outside_county=True, lines="12 Mill Lane", since=NEW),
        life.Address(lives="with_family", since=NEW),
        life.Address(lines="3 The Rise", since=NEW),
    ),
    "legal_spells": (life.LegalSpell(status="section_20", since=NEW), life.LegalSpell(status="none", since=NEW)),
    "flags": (
        life.Flag(flag="gang_exploited_by", detail="County line", since=NEW),
        life.Flag(flag="self_harm", since=NEW),
    ),
    "warnings": (life.StandingWarning(warning="forced_marriage", since=NEW),),
}


def test_each_sort_of_fact_stands_beside_what_it_touches(practice: Practice) -> None:
    found = _told(practice, **EVERY_SORT)
    said = {key: [text for _day, text in held] for key, held in found.items()}
    assert said == {
        "": ["case open", "legal or care status: none", "flag: self-harm"],
        "engagement": ["key worker: Priya Nair"],
        "education": ["Highfield, part-time timetable, attendance 62%", "school or college", "suspension (A fight)"],
        "accommodation": [
            "lives: foster care, outside the county",
            "lives: with family",
            "another address",
            "legal or care status: section 20",
        ],
        "family": [
            "lives: with family",
            "legal or care status: section 20",
            "warning: forced marriage or being taken abroad",
        ],
        "exploitation": ["flag: gang or line: exploited by (County line)"],
        "associates": ["flag: gang or line: exploited by (County line)"],
    }


def test_an_address_is_never_read_out(practice: Practice) -> None:
    home = life.Address(lives="refuge", lines="12 Mill Lane", postcode="NN1 1AA", provider="Eden", since=Moment(TODAY))
    assert _told(practice, addresses=(home,)) == {"accommodation": [(TODAY, "lives: refuge")]}


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2026-10-07", ""),
        ("2026-10-08", "2026-10-08"),
        ("2026-10-07T22:59+00:00", ""),
        ("2026-10-07T23:00+00:00", "2026-10-08"),
        ("2026-11-21", "2026-11-21"),
        ("2026-11-22", ""),
        ("2026-09", ""),
        ("2026-10", "2026-10"),
        ("2026", "2026"),
        ("2025", ""),
        ("", ""),
    ],
)
def test_new_is_what_may_have_been_since_and_has_happened(since: str, told: str, practice: Practice) -> None:
    found = _told(practice, flags=(life.Flag(flag="repeat_victim", since=Moment(since)),))
    assert found == ({"exploitation": [(told, "flag: repeat victim")]} if told else {})


def test_everything_dated_is_new_where_no_case_was_opened(practice: Practice) -> None:
    old = (life.Flag(flag="repeat_victim", since=Moment("2011")),)
    assert _told(practice, since="", flags=old) == {"exploitation": [("2011", "flag: repeat victim")]}


def test_an_end_is_told_and_what_is_still_to_end_is_not(practice: Practice) -> None:
    def school(until: str) -> dict[str, Any]:
        return {"schools": (life.SchoolSpell(name="Highfield", since=Moment("2024-09-01"), until=Moment(until)),)}

    assert _told(practice, **school("2026-11-06")) == {"education": [("2026-11-06", "ended: Highfield")]}
    assert _told(practice, **school("2026-12-01")) == {}
    assert _told(practice, **school("2026-10-07")) == {}


def test_facts_come_oldest_first_and_name_the_file_that_tells_them(practice: Practice) -> None:
    flags = tuple(
        life.Flag(flag="repeat_victim", detail=day, since=Moment(day)) for day in ("2026-11-03", "2026-10-20")
    )
    file = sheets.file(sheets.young_person(flags=flags))
    found = since_last.facts(file, practice, SINCE, TODAY)["exploitation"]
    assert [each.day for each in found] == ["2026-10-20", "2026-11-03"]
    assert {each.record for each in found} == {MAISIE}


CONTACTS = (
    _note(1, "2026-10-12T10:00+00:00", "seen_alone"),
    _note(2, "2026-10-20T10:00+00:00", "not_seen"),
    _note(3, "2026-10-28T10:00+00:00", "seen_with_others"),
    _note(4, "2026-11-03T10:00+00:00", "seen_alone"),
    _note(5, "2026-11-09T10:00+00:00"),
)


def test_contacts_are_counted_in_one_line(practice: Practice) -> None:
    said = "5 contacts, seen alone twice, last seen 3 November 2026"
    assert _told(practice, *CONTACTS) == {"engagement": [("2026-11-09", said)]}
    file = sheets.file(sheets.young_person(), *reversed(CONTACTS))
    assert since_last.facts(file, practice, SINCE, TODAY)["engagement"][0].record == 5


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (("seen_alone",), "1 contact, seen alone once, last seen 9 October 2026"),
        (("seen_alone",) * 3, "3 contacts, seen alone 3 times, last seen 9 October 2026"),
        (("seen_with_others",), "1 contact, last seen 9 October 2026"),
        (("not_seen",), "1 contact, not recorded as seen"),
        (("", ""), "2 contacts, not recorded as seen"),
    ],
)
def test_how_somebody_was_seen(seen: tuple[str, ...], said: str, practice: Practice) -> None:
    notes = (_note(place, "2026-10-09T10:00+00:00", each) for place, each in enumerate(seen, 1))
    assert _told(practice, *notes)["engagement"][0][1] == said


def test_a_note_counts_where_it_is_about_the_young_person_and_stands(practice: Practice) -> None:
    assert _told(practice, _note(1, "2026-10-07T22:59+00:00")) == {}
    assert _told(practice, _note(1, "2026-10-09", role="witness")) == {}
    assert _told(practice, _note(1, "2026-10-09", subject=Id(7))) == {}
    assert _told(practice, _note(1, "2026-10-09", withdrawn=GONE)) == {}
    corrected = _note(2, "2026-10-01", corrects=Id(1))
    assert _told(practice, _note(1, "2026-10-09"), corrected) == {}
    moved = _told(practice, _note(1, "2026-10-09"), _note(2, "2026-10-10", corrects=Id(1)))
    assert moved == {"engagement": [("2026-10-10", "1 contact, not recorded as seen")]}


@pytest.mark.parametrize(
    ("name", "table", "told_above"),
    [
        ("flag", touching.FLAGS, {"self_harm"}),
        ("warning", touching.WARNINGS, set()),
        ("legal_status", touching.LEGAL, {"none", "not_recorded"}),
        ("lives", touching.LIVES, None),
    ],
)
def test_the_tables_know_every_word_of_the_lists(
    name: str, table: Mapping[str, tuple[str, ...]], told_above: set[str] | None, practice: Practice
) -> None:
    keys = {each.key for each in practice.vocabulary(name).entries}
    assert set(table) <= keys
    assert {indicator for touched in table.values() for indicator in touched} <= set(INDICATORS)
    if told_above is not None:
        assert keys - set(table) == told_above
