"""Imported episodes beside what is on file: known again, gaps filled, never two at once, nothing overwritten."""

from pathlib import Path

import pytest

from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.person import Person
from rise_desk.services import casework, overview
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing
from tests import build
from tests.services import police
from tests.services.police import ROW, Seen, episodes, fates, imported, only


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


def test_a_row_that_is_on_file_is_matched_and_only_fills_gaps(desk: Desk, maisie: Person, seen: Seen) -> None:
    lasting = {**ROW, "date returned": "", "time returned": "", "risk": ""}
    made = imported(desk, seen(lasting))
    assert made.is_open
    assert only(seen(lasting)).reason == "police/INC1 has the same reference."
    found = seen({**ROW, "missing from": "school"})
    assert only(found).reason == (
        "police/INC1 has the same reference. It gains police grade, returned at. "
        "Not taken over, as the file differs: missing from."
    )
    (now,) = importing.commit(desk, found).saved
    assert isinstance(now, MissingEpisode)
    assert (now.id, now.version, now.grade, now.returned_at) == (made.id, 2, "high", "2026-09-02T05:15+00:00")
    assert fates(seen(ROW)) == ["matched"]
    assert len(episodes(desk)) == 1
    assert {each.rule for each in overview.due_lines(desk, (maisie.id,))} & {"missing_now"} == set()


def test_a_return_that_can_not_be_is_not_filled_in(desk: Desk, maisie: Person, seen: Seen) -> None:
    imported(desk, seen({**ROW, "date returned": "", "time returned": ""}))
    refused = only(seen({**ROW, "date returned": "01/09/2026", "time returned": "20:00"}))
    assert refused.reason.startswith("Returned at must be after it was reported.")
    (held,) = episodes(desk)
    casework.save(desk, held.changed(circumstances="Left.", regrades=()))
    assert fates(seen(ROW)) == ["matched"]


def test_a_return_that_what_is_on_file_speaks_against_is_not_filled_in(desk: Desk, maisie: Person, seen: Seen) -> None:
    known = {"missing_type": "learned_later", "last_seen_at": "2026-09-02T10:00+00:00"}
    build.episode(desk, maisie.id, "2026-09-05T20:30+00:00", police_ref="INC1", **known)
    row = {**ROW, "type": "learned of later", "date reported": "05/09/2026", "time returned": "08:00"}
    assert only(seen(row)).reason == "Returned at must be after they were last seen."


def test_a_return_is_not_filled_in_over_another_episode(desk: Desk, maisie: Person, seen: Seen) -> None:
    build.episode(desk, maisie.id, "2026-09-01T20:30+00:00", "2026-09-02T05:15+00:00", police_ref="INC1")
    build.episode(desk, maisie.id, "2026-09-04T20:30+00:00")
    again = {**ROW, "last seen": "31/08/2026 20:00"}
    assert only(seen(again)).reason == (
        "A record of 26-0001 has the same young person and time. It gains last seen at, missing from, police grade, "
        "the reference police/INC1."
    )
    over = {**again, "date reported": "04/09/2026", "police ref": "INC2", "last seen": "01/09/2026 22:00"}
    assert only(seen({**over, "date returned": "05/09/2026"})).reason == (
        "An episode from 1 September 2026 at 9:30pm to 2 September 2026 at 6:15am is on file already."
    )


def test_the_same_child_and_time_is_the_same_episode(desk: Desk, maisie: Person, jade: Person, seen: Seen) -> None:
    build.episode(desk, maisie.id, "2026-09-01T20:30+00:00", "2026-09-02T05:15+00:00")
    build.episode(desk, jade.id, "", "2026-09-02T05:15+00:00", missing_type="late_home", last_seen_at="2026-09-01")
    assert fates(seen(ROW)) == ["matched"]
    other = {**ROW, "yp ref": "M2", "date reported": "", "time reported": "", "last seen": "01/09/2026", "type": "late"}
    assert only(seen(other)).reason == (
        "A record of 26-0002 has the same young person and time. It gains missing from, police grade, "
        "police reference, the reference police/INC1."
    )


def test_a_reference_that_is_another_s_is_refused(desk: Desk, maisie: Person, jade: Person, seen: Seen) -> None:
    imported(desk, seen(ROW))
    assert (
        only(seen({**ROW, "yp ref": "M2"})).reason == "police/INC1 has the same reference, but is about somebody else."
    )
    assert only(seen({**ROW, "time reported": "21:31"})).reason == (
        "police/INC1 has the same reference, but another time. "
        "Give one of them another reference, or put its time right."
    )
    assert only(seen({**ROW, "police ref": "M2"})).reason == "This reference already belongs to another kind of record."


@pytest.mark.parametrize(
    ("starts", "ends", "reason"),
    [
        ("2026-09-02 06:14", "2026-09-02 12:00", "Line 2 of this file is an episode of the same time."),
        ("2026-09-02 06:15", "2026-09-02 12:00", ""),
        ("2026-09-01 20:00", "2026-09-01 21:31", "Line 2 of this file is an episode of the same time."),
        ("2026-09-01 20:00", "2026-09-01 21:30", ""),
        ("2026-09-02 12:00", "", ""),
    ],
)
def test_an_overlap_within_the_file_names_the_line(
    maisie: Person, jade: Person, seen: Seen, starts: str, ends: str, reason: str
) -> None:
    second = {**ROW, "date reported": starts, "time reported": "", "date returned": ends, "time returned": ""}
    found = seen(ROW, {**second, "police ref": "INC2"}, {**ROW, "yp ref": "M2", "police ref": "INC3"})
    assert [each.reason for each in found.outcomes] == ["", reason, ""]


def test_a_row_without_a_return_is_refused_where_a_later_one_follows(maisie: Person, jade: Person, seen: Seen) -> None:
    lasting = {**ROW, "date returned": "", "time returned": ""}
    later = {**lasting, "date reported": "05/09/2026", "police ref": "INC2"}
    other = {**later, "yp ref": "M2", "police ref": "INC3"}
    found = seen(lasting, later, other)
    assert [each.reason for each in found.outcomes] == [
        "This row has no return, but line 3 is a later episode of the same young person. Enter when they came back.",
        "",
        "",
    ]
