"""Reassessment: 42 days after the last one while the case is open, and the working day to do it by."""

import pytest

from rise_desk.domain import agenda, reassessment
from rise_desk.domain.due import Due
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.domain.sign_off import SENT_BACK
from rise_desk.services.practice import BANK_HOLIDAYS
from tests.domain import sheets
from tests.domain.sheets import GONE, MAISIE, answer, made

CLOSED = (("2026-05-01", "open"), ("2026-10-20", "closed"))
REOPENED = (*CLOSED, ("2026-11-02", "open"))


def _line(person: Person, practice: Practice, *records: Record) -> Due | None:
    found = list(reassessment.lines(sheets.file(person, *records), practice))
    assert len(found) < 2
    return found[0] if found else None


def _by(person: Person, practice: Practice, *records: Record) -> tuple[str, str, str]:
    line = _line(person, practice, *records)
    assert line is not None
    return (line.what, line.since, line.by)


def test_an_open_case_without_one_is_due_from_its_opening(practice: Practice) -> None:
    line = _line(sheets.open_case(), practice)
    assert line == Due(
        rule="reassessment",
        what="First assessment",
        subject=MAISIE,
        record=MAISIE,
        since="2026-09-01",
        by="2026-09-01",
        answered_by="assessment",
        why="none on file yet",
    )


def test_an_open_case_without_a_date_is_due_from_the_day_its_file_was_made(practice: Practice) -> None:
    assert _by(sheets.young_person(("", "open")), practice) == ("First assessment", "2026-11-21", "2026-11-21")


@pytest.mark.parametrize("spells", [(), (("2026-09-01", "referred"),), CLOSED])
def test_what_is_not_open_is_not_due(spells: tuple[tuple[str, str], ...], practice: Practice) -> None:
    person = sheets.young_person(*spells)
    assert _line(person, practice) is None
    assert _line(person, practice, made(1, "2026-09-15")) is None


@pytest.mark.parametrize(
    ("day", "by"),
    [
        ("2026-10-10", "2026-11-21"),
        ("2026-11-20", "2027-01-01"),
        ("2026-09-20", "2026-11-01"),
        ("2028-01-18", "2028-02-29"),
        ("2027-01-18", "2027-03-01"),
    ],
)
def test_the_next_is_due_forty_two_days_after_the_last(day: str, by: str, practice: Practice) -> None:
    assert _by(sheets.open_case(), practice, made(1, day)) == ("Reassess", day, by)


def test_the_line_says_what_the_last_came_to(practice: Practice) -> None:
    line = _line(sheets.open_case(), practice, made(1, "2026-09-08"), made(2, "2026-10-20", "5555555555", judgement=10))
    assert line is not None
    assert (line.record, line.why) == (2, "last 20 October 2026: 60, Red")
    unknown = _line(sheets.open_case(), practice, made(3, "2026-10-20", "0333333333"))
    assert unknown is not None
    assert unknown.why == "last 20 October 2026: 33–37, Amber"


def test_a_band_that_waits_is_not_told_as_if_it_had_taken_effect(practice: Practice) -> None:
    line = _line(sheets.open_case(), practice, made(2, "2026-10-20", band="green", band_reason="As said."))
    assert line is not None
    assert line.why == "last 20 October 2026: 35, Amber"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-10-19", ("Assess again: the case was reopened", "2026-11-02", "2026-11-02")),
        ("2026-11-01", ("Assess again: the case was reopened", "2026-11-02", "2026-11-02")),
        ("2026-11-02", ("Reassess", "2026-11-02", "2026-12-14")),
        ("2026-11-03", ("Reassess", "2026-11-03", "2026-12-15")),
    ],
)
def test_reopening_makes_one_due_at_once(day: str, expected: tuple[str, str, str], practice: Practice) -> None:
    assert _by(sheets.young_person(*REOPENED), practice, made(1, day)) == expected


def test_a_case_closed_and_reopened_on_one_day_is_due_that_day(practice: Practice) -> None:
    person = sheets.young_person(("2026-05-01", "open"), ("2026-11-02", "closed"), ("2026-11-02", "open"))
    assert _by(person, practice, made(1, "2026-10-19"))[2] == "2026-11-02"
    assert _by(person, practice, made(1, "2026-11-02"))[2] == "2026-12-14"


def test_one_made_before_the_first_opening_counts(practice: Practice) -> None:
    assert _by(sheets.open_case(), practice, made(1, "2026-08-25"))[2] == "2026-10-06"


def test_one_withdrawn_gives_way_to_the_one_before(practice: Practice) -> None:
    first, second = made(1, "2026-09-08"), made(2, "2026-10-20")
    assert _by(sheets.open_case(), practice, first, second)[2] == "2026-12-01"
    assert _by(sheets.open_case(), practice, first, second.changed(withdrawn=GONE))[2] == "2026-10-20"
    nothing = (first.changed(withdrawn=GONE), second.changed(withdrawn=GONE))
    assert _by(sheets.open_case(), practice, *nothing)[0] == "First assessment"


def test_a_correction_counts_from_its_own_day(practice: Practice) -> None:
    moved = made(2, "2026-10-21", corrects=Id(1))
    assert _by(sheets.open_case(), practice, made(1, "2026-10-20"), moved)[2] == "2026-12-02"


def test_one_sent_back_counts_and_is_to_be_put_right(practice: Practice) -> None:
    back = answer(5, 1, SENT_BACK)
    assert _by(sheets.open_case(), practice, made(1, "2026-10-20"), back)[2] == "2026-12-01"


def test_a_boards_own_days_hold_for_what_was_made_with_its_instrument(practice: Practice) -> None:
    from dataclasses import replace

    ours = practice.instruments[practice.instrument]
    theirs = replace(ours, name="leeds_cse", reassess_after_days=28)
    both = replace(practice, instruments={**practice.instruments, theirs.key: theirs}, instrument=theirs.key)
    assert _by(sheets.open_case(), both, made(1, "2026-10-20", instrument=theirs.key))[2] == "2026-11-17"
    assert _by(sheets.open_case(), both, made(1, "2026-10-20"))[2] == "2026-12-01"


def test_only_somebody_at_risk_is_assessed_and_nobody_in_a_merged_or_withdrawn_file(practice: Practice) -> None:
    rules = tuple(each for each in agenda.RULES if each.name == reassessment.RULE)
    person = sheets.open_case()
    assert len(agenda.due_lines(sheets.file(person), practice, rules)) == 1
    for each in (person.changed(merged_into=Id(7)), person.changed(withdrawn=GONE), person.changed(roles=())):
        assert agenda.due_lines(sheets.file(each), practice, rules) == ()


@pytest.mark.parametrize(
    ("due", "do_by"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026-11-21", "2026-11-20"),
        ("2026-11-22", "2026-11-20"),
        ("2026-11-23", "2026-11-23"),
        ("2026-12-24", "2026-12-24"),
        ("2026-12-25", "2026-12-24"),
        ("2026-12-26", "2026-12-24"),
        ("2026-12-27", "2026-12-24"),
        ("2026-12-28", "2026-12-24"),
        ("2026-12-29", "2026-12-29"),
        ("2027-01-01", "2026-12-31"),
        ("2027-01-03", "2026-12-31"),
        ("2022-01-02", "2021-12-31"),
        ("2022-01-03", "2021-12-31"),
        ("2027-03-25", "2027-03-25"),
        ("2027-03-26", "2027-03-25"),
        ("2027-03-29", "2027-03-25"),
        ("2027-03-30", "2027-03-30"),
        ("2027-05-03", "2027-04-30"),
        ("2027-05-31", "2027-05-28"),
        ("2027-08-30", "2027-08-27"),
        ("2023-05-08", "2023-05-05"),
        ("2026-11-30", "2026-11-30"),
    ],
    ids=str,
)
def test_the_day_to_do_it_by_is_the_last_working_day_in_england(due: str, do_by: str) -> None:
    """Christmas, Easter, New Year across the year, the coronation; and no Saint Andrew's, which is Scotland's."""
    assert reassessment.do_by(due, BANK_HOLIDAYS) == do_by


def test_the_due_day_itself_does_not_move(practice: Practice) -> None:
    assert _by(sheets.open_case(), practice, made(1, "2026-11-13"))[2] == "2026-12-25"
