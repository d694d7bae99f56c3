"""Missing episodes from a police export: every form of day and time, nothing guessed, nothing doubled."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from rise_desk.domain.person import Person
from rise_desk.domain.record import Reference
from rise_desk.errors import Conflict, NotAllowed
from rise_desk.services import signing_in, upkeep
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from rise_desk.services.exchange.column import key_of
from rise_desk.services.exchange.interview_columns import INTERVIEWS
from rise_desk.services.exchange.missing_columns import EPISODES
from rise_desk.services.exchange.planning import Fate
from rise_desk.services.exchange.tellings import MISSING_AS_REPORTED
from rise_desk.services.watch import Stopped, Watch
from rise_desk.storage import history
from tests import build
from tests.services import police
from tests.services.books import book
from tests.services.police import MESSY, ROW, Seen, episodes, imported, only


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """M1 in the source police."""
    return police.maisie(desk)


@pytest.fixture
def jade(desk: Desk) -> Person:
    """M2 in the source police."""
    return police.jade(desk)


@pytest.fixture
def seen(desk: Desk, tmp_path: Path) -> Seen:
    """The preview of a file from the police."""
    return police.previewing(desk, tmp_path)


MORE: Mapping[str, str] = {
    "last seen": "1 September 2026 7pm",
    "type": "absent",
    "reported by": "The home",
    "which one": "Moat House",
    "officer": "PC Reed",
    "new grades": "medium | 02/09/2026 01:00 | Insp Bell | Seen in town.\nlow",
    "who was told": "Her mother | 01/09/2026 22:00 | PC Reed; Social worker",
    "details": "Left after tea.",
    "how found": "Came back alone.",
    "location type": "park",
    "found where": "Abbey Park",
    "out of area": "N",
    "found with": "Shadow; M2; MK200; alone; Jade (26-0002); 26-0002; m9",
    "reasons": "friends; not known | her aunt",
    "harm": "injury; none | asked by PC Reed",
    "prevention interview": "02/09/2026 09:00 | PC Reed | She was tired.",
    "source": "Niche",
}


def test_everything_a_row_says_has_its_field(desk: Desk, maisie: Person, jade: Person, seen: Seen) -> None:
    found = seen({**ROW, **MORE})
    assert (found.kind, only(found).name) == ("missing_episode", "M1, 01/09/2026")
    assert found.layout.not_recognised == ()
    made = imported(desk, found)
    assert (made.subject, made.missing_type, made.grade, made.grade_now) == (maisie.id, "away", "high", "low")
    assert (made.last_seen_at, made.reported_at) == ("2026-09-01T18:00+00:00", "2026-09-01T20:30+00:00")
    assert (made.returned_at, made.police_ref) == ("2026-09-02T05:15+00:00", "INC1")
    assert (made.missing_from, made.missing_from_name, made.reported_by) == ("home", "Moat House", "The home")
    assert (made.regrades[0].at, made.regrades[0].why) == ("2026-09-02T00:00+00:00", "Seen in town.")
    assert [(each.who, each.by) for each in made.told] == [("Her mother", "PC Reed"), ("Social worker", "")]
    assert (made.circumstances, made.how_found, made.officer) == ("Left after tea.", "Came back alone.", "PC Reed")
    assert (made.found_place_type, made.found_place) == ("park_or_open_space", "Abbey Park")
    assert made.outside_county is False
    linked = [(each.name, each.person) for each in made.found_with]
    assert linked == [
        ("Shadow", 0), ("Jade Whitlock", jade.id), ("Jade Whitlock", jade.id), ("Jade", jade.id),
        ("Jade Whitlock", jade.id), ("m9", 0),
    ]  # fmt: skip
    assert [(each.reason, each.heard_from) for each in made.reasons] == [
        ("contact_with_friends", ""),
        ("not_known", "her aunt"),
    ]
    assert [(each.harm, each.note) for each in made.harms] == [("injury", ""), ("none_known", "asked by PC Reed")]
    assert (made.prevention[0].held_at, made.prevention[0].officer) == ("2026-09-02T08:00+00:00", "PC Reed")
    assert made.source == "Niche; import of missing.csv from police"
    assert made.references == (Reference(source="police", ref="INC1"),)
    assert upkeep.check(desk) == []


@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("01/09/2026", "21:30"), ("1.9.26", "2130"), ("1 Sep 2026", "9.30pm"), ("2026-09-01", "21:30:00"),
        ("1st September 2026", "9:30 PM"), ("01/09/2026 21:30", ""), ("2026-09-01T21:30", ""),
        ("2026-09-01 00:00:00", "21:30"), ("01-09-2026", "2130 hrs"), ("2026-09-01", "1899-12-31 21:30:00"),
        ("Tuesday 1 September 2026", "2130hrs"), ("2026-09-01T20:30+00:00", ""), ("01/09/2026", "21:30 BST"),
    ],
)  # fmt: skip
def test_days_and_times_are_read_in_many_forms(desk: Desk, maisie: Person, seen: Seen, day: str, time: str) -> None:
    made = imported(desk, seen({**ROW, "date reported": day, "time reported": time}))
    assert made.reported_at == "2026-09-01T20:30+00:00"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (
            "date reported",
            "25/10/2026",
            "Reported at must say which 1:30am on 25 October 2026, because the clocks went",
        ),
        ("date reported", "29/03/2026", "there was no 1:30am on 29 March 2026, because the clocks went forward."),
        ("date reported", "31/09/2026", "Reported at must be a real date."),
        ("date reported", "27 June", "Reported at must include a year."),
        ("date reported", "", "must include the day as well as the time"),
        ("date returned", "01/09/2026", "Returned at must be after it was reported."),
        ("date returned", "01/09/2027", "Returned at must be in the past."),
        ("risk", "purple", "Police grade “purple” is not in the list"),
        ("missing from", "moon", "Missing from “moon” is not in the list"),
        ("place type", "spaceship", "Kind of place where found “spaceship” is not in the list “Place type”."),
        ("type", "hiding", "Type “hiding” is not in the list"),
        ("reasons", "friends; boredom", "Reason “boredom” is not in the list “Reasons heard”."),
        ("harm", "shock", "Harm “shock” is not in the list"),
        ("last seen", "01/09/2026 21:31", "Last seen at must be before it was reported."),
        ("out of area", "perhaps", "Found outside the county must be yes, no or not recorded."),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence(
    desk: Desk, maisie: Person, seen: Seen, field: str, text: str, said: str
) -> None:
    found = seen({**ROW, "time reported": "01:30" if "clocks" in said else "21:30", field: text})
    assert only(found).fate is Fate.REFUSED
    assert said in only(found).reason
    assert found.saves == ()


def test_the_hour_that_comes_twice_is_read_once_it_is_said_which(desk: Desk, maisie: Person, seen: Seen) -> None:
    at = {"date reported": "25/10/2026", "date returned": "25/10/2026"}
    first = imported(desk, seen({**ROW, **at, "time reported": "01:30 BST"}))
    assert first.reported_at == "2026-10-25T00:30+00:00"
    clash = only(seen({**ROW, **at, "time reported": "01:30 GMT", "police ref": "INC2"}))
    assert clash.reason.startswith("An episode from 25 October 2026 at 1:30am BST to")


def test_what_is_not_recorded_stays_empty(desk: Desk, maisie: Person, seen: Seen) -> None:
    gaps = dict.fromkeys(("place type", "found where", "risk", "missing from", "found with"), "not recorded")
    gaps |= {"reasons": "Not recorded", "harm": "n/a", "notes": "unknown", "out of area": "", "police ref": "-"}
    made = imported(desk, seen({**ROW, **gaps}))
    blank = ("found_place_type", "found_place", "grade", "missing_from", "circumstances", "police_ref")
    assert [getattr(made, name) for name in blank] == [""] * 6
    assert (made.reasons, made.harms, made.found_with, made.outside_county) == ((), (), (), None)
    assert made.references[0].ref.startswith("row ")
    assert only(seen({**ROW, **gaps})).reason.endswith("has the same content.")


def test_when_they_went_missing_is_when_it_was_reported_where_nothing_else_is_said(
    desk: Desk, maisie: Person, seen: Seen
) -> None:
    row = {"yp ref": "M1", "date missing": "01/09/2026", "time missing": "2130", "date returned": "02/09/2026"}
    found = seen(row)
    assert MISSING_AS_REPORTED in found.notices
    assert imported(desk, found).reported_at == "2026-09-01T20:30+00:00"
    both = seen(
        {**row, "date reported": "03/09/2026 22:00", "date returned": "04/09/2026", "date missing": "03/09/2026"}
    )
    assert MISSING_AS_REPORTED not in both.notices
    made = imported(desk, both)
    assert (made.last_seen_at, made.reported_at) == ("2026-09-03T20:30+00:00", "2026-09-03T21:00+00:00")
    late = seen({**row, "date missing": "05/09/2026", "type": "late home", "date returned": "06/09/2026"})
    assert imported(desk, late).last_seen_at == "2026-09-05T20:30+00:00"
    all_three = {**ROW, "date missing": "01/09/2025", "time missing": "20:00", "last seen": "01/09/2025 19:00"}
    three = imported(desk, seen({**all_three, "date reported": "01/09/2025", "date returned": "02/09/2025"}))
    assert three.circumstances == "Went missing: 01/09/2025 20:00"


def test_a_midnight_that_a_spreadsheet_added_is_no_time(desk: Desk, maisie: Person, tmp_path: Path) -> None:
    head = ("yp ref", "reported at", "returned at", "missing from")
    path = tmp_path / "police.xlsx"
    path.write_bytes(book(head, ("M1", date(2026, 9, 1), date(2026, 9, 2), "home")))
    made = imported(desk, importing.preview(desk, path, source="police"))
    assert (made.reported_at, made.returned_at) == ("2026-09-01", "2026-09-02")


def test_before_birth_is_refused(maisie: Person, seen: Seen) -> None:
    row = {**ROW, "date reported": "01/09/2009", "date returned": "02/09/2009"}
    assert only(seen(row)).reason == "The episode must be after Maisie Okafor was born."


def test_columns_about_interviews_are_left_out_with_a_notice(desk: Desk, maisie: Person, seen: Seen) -> None:
    found = seen({**ROW, "RHI date": "04/09/2026", "interviewer": "Ana", "shoe": "5"})
    assert found.kind == "missing_episode"
    assert found.notices[-1] == (
        "Left out, as they are about return interviews: RHI date, interviewer. Import the file again as those."
    )
    again = seen({**ROW, "RHI date": "04/09/2026"}, kind="return_interview")
    assert again.kind == "return_interview"
    assert dict(again.layout.recognised)["RHI date"] == "interview held at"
    assert "risk" in again.layout.not_recognised


def test_a_police_interview_told_in_words_has_no_date(desk: Desk, maisie: Person, seen: Seen) -> None:
    made = imported(desk, seen({**ROW, "safe and well check": "Yes | PC Reed"}))
    assert (made.prevention[0].held_at, made.prevention[0].told) == ("", "Yes, PC Reed")


def test_the_messy_export_is_told_row_by_row(desk: Desk, maisie: Person, jade: Person) -> None:
    found = importing.preview(desk, MESSY, source="police")
    told = {each.line: (str(each.fate), each.reason) for each in found.outcomes}
    assert [line for line in told if told[line][0] == "created"] == [2, 3, 4, 7, 14, 22]
    assert [line for line in told if told[line][0] == "matched"] == [8, 9]
    assert [line for line in told if told[line][0] == "asked"] == [5, 6, 24]
    assert told[24][1].startswith("May be 26-0002 Jade Whitlock, born 12 May 2011: the same number, but another date")
    assert told[10][1] == "Line 7 of this file is an episode of the same time."
    assert all(reason.endswith(".") for fate, reason in told.values() if fate != "created")
    done = importing.commit(desk, found)
    assert (done.created, done.matched, done.asked, done.refused) == (6, 2, 3, 17)
    again = importing.preview(desk, MESSY, source="police")
    assert (again.count(Fate.CREATED), again.count(Fate.MATCHED)) == (0, 8)
    assert upkeep.check(desk) == []


def test_no_two_fields_share_a_heading() -> None:
    for columns in (EPISODES, INTERVIEWS):
        names = [key_of(name) for each in columns for name in {key_of(n) for n in (each.field, *each.names)}]
        assert sorted(names) == sorted(set(names))
        assert "reason" not in names


def test_it_is_all_or_nothing(desk: Desk, maisie: Person, seen: Seen) -> None:
    days = [(date(2025, 1, 1) + timedelta(days=day)).isoformat() for day in range(122)]
    found = seen(
        *(
            {**ROW, "date reported": day, "date returned": after, "police ref": f"INC{day}"}
            for day, after in pairwise(days)
        )
    )
    assert found.count(Fate.CREATED) == 121
    acts = history.count(desk.store.vault)
    told: list[str] = []
    watch = Watch(told=lambda doing, _done, _of: told.append(doing), stopped=lambda: importing.SAVING in told)
    with pytest.raises(Stopped):
        importing.commit(desk, found, watch)
    assert (episodes(desk), history.count(desk.store.vault)) == ([], acts)
    assert upkeep.check(desk) == []
    build.episode(desk, maisie.id, "2025-01-01T20:30+00:00", "2025-01-02T05:15+00:00")
    with pytest.raises(Conflict):
        importing.commit(desk, found)


def test_workers_import_nothing(desk: Desk, maisie: Person, seen: Seen) -> None:
    found = seen(ROW)
    worker = build.colleague(desk, "Priya Nair")
    with pytest.raises(NotAllowed):
        importing.commit(worker, found)
    signing_in.leave(worker)
