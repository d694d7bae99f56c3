"""Somebody is told of a position of authority: kept in the right part of the right file, and undone as one act."""

from dataclasses import replace
from typing import Any

import pytest

from rise_desk.domain import lado_due
from rise_desk.domain.act import Announcement
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.of_concern import Position
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Withdrawal
from rise_desk.errors import Invalid, NotAllowed, NotFound
from rise_desk.services import casework, merging, overview, positions, today, undoing, upkeep
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build

SCHOOL = Position(position="school", detail="caretaker", learned_on=Moment("2026-11-17"))
CLUB = Position(position="sport", detail="coach", learned_on=Moment("2026-11-19"))
TAXI = Position(position="taxi", learned_on=Moment("2026-11-18"))


def _adult(desk: Desk, *held: Position, **values: Any) -> Person:
    return build.adult(desk, "Dan", "Reed", positions=held or (SCHOOL, CLUB), **values)


def _lines(desk: Desk, subject: Id, rule: str = lado_due.RULE) -> list[Due]:
    return [each.due for each in today.in_file(desk, subject) if each.due.rule == rule]


def _tell(desk: Desk, line: Due, on: str = "2026-11-20", said: str = "") -> None:
    positions.tell(desk, line.subject, line.rule, line.what, Moment(on), said)


def test_what_is_told_goes_to_the_position_that_the_line_names(desk: Desk) -> None:
    adult = _adult(desk)
    school, club = _lines(desk, adult.id)
    assert "coach" in club.what
    assert positions.untold(desk, adult.id, club.rule, club.what).positions == (CLUB,)
    _tell(desk, club, said=" Ms Reed: a meeting on Friday ")
    first, second = overview.person(desk, adult.id).positions
    assert first == SCHOOL
    assert (second.officer_told_on, second.officer_told) == ("2026-11-20", "Ms Reed: a meeting on Friday")
    assert _lines(desk, adult.id) == [school]
    assert [row["deed"] for row in audit.entries(desk.store.vault, record=adult.id)].count("record changed") == 1
    assert upkeep.check(desk) == []


def test_it_is_taken_back_as_one_act(desk: Desk) -> None:
    heard: list[Announcement] = []
    adult = _adult(desk)
    before = _lines(desk, adult.id)
    desk.listeners.append(heard.append)
    _tell(desk, before[0])
    assert heard[-1].title == "Designated officer (LADO) told"
    undoing.undo(desk, heard[-1].act)
    assert overview.person(desk, adult.id).positions == (SCHOOL, CLUB)
    assert _lines(desk, adult.id) == before


def test_of_a_taxi_licensing_is_told_apart(desk: Desk) -> None:
    adult = _adult(desk, TAXI)
    (officer,), (licensing,) = _lines(desk, adult.id), _lines(desk, adult.id, lado_due.LICENSING)
    _tell(desk, licensing, said="Nobody asks what licensing said")
    (held,) = overview.person(desk, adult.id).positions
    assert (held.licensing_told_on, held.officer_told_on, held.officer_told) == ("2026-11-20", "", "")
    assert _lines(desk, adult.id, lado_due.LICENSING) == []
    assert _lines(desk, adult.id) == [officer]


@pytest.mark.parametrize(("said", "kept"), [("", "Rang twice"), ("Ms Reed", "Rang twice; Ms Reed")])
def test_the_words_that_stand_already_stay(desk: Desk, said: str, kept: str) -> None:
    adult = _adult(desk, Position(position="school", officer_told="Rang twice"))
    _tell(desk, _lines(desk, adult.id)[0], said=said)
    assert overview.person(desk, adult.id).positions[0].officer_told == kept


def test_two_positions_that_are_called_the_same_are_told_apart_by_when_they_began(desk: Desk) -> None:
    first, second = Position(position="school", since=Moment("2019")), Position(position="school", since=Moment("2024"))
    adult = _adult(desk, first, second)
    older, newer = sorted(_lines(desk, adult.id), key=lambda each: each.what)
    assert (older.what, newer.what) == (
        "Tell the designated officer (LADO): school, since 2019",
        "Tell the designated officer (LADO): school, since 2024",
    )
    _tell(desk, newer)
    held = overview.person(desk, adult.id).positions
    assert [each.officer_told_on for each in held] == ["", "2026-11-20"]
    assert _lines(desk, adult.id) == [older]


def test_positions_that_read_the_same_are_one_line_that_is_answered_for_all(desk: Desk) -> None:
    twice = (Position(position="school"), Position(position="school", learned_on=Moment("2026-11-17")))
    adult = _adult(desk, *twice)
    (line,) = _lines(desk, adult.id)
    assert line.since == "2026-11-17"
    _tell(desk, line)
    assert {each.officer_told_on for each in overview.person(desk, adult.id).positions} == {"2026-11-20"}
    assert _lines(desk, adult.id) == []


def test_it_is_kept_in_every_file_of_the_same_person_that_names_the_position(desk: Desk) -> None:
    main, other, third = _adult(desk, SCHOOL), _adult(desk, SCHOOL, CLUB), _adult(desk, CLUB)
    merging.merge(desk, main, other, "the same man")
    merging.merge(desk, overview.person(desk, main.id), third, "the same man")
    school, _club = _lines(desk, main.id)
    _tell(desk, school)
    assert [each.officer_told_on for each in desk.store.get(Person, main.id).positions] == ["2026-11-20"]
    assert [each.officer_told_on for each in desk.store.get(Person, other.id).positions] == ["2026-11-20", ""]
    assert desk.store.get(Person, third.id).version == 2
    assert len(_lines(desk, main.id)) == 1
    assert upkeep.check(desk) == []


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("", "Enter when they were told."),
        ("2026-11-16", "The team learned of it on 17 November 2026. Enter that day or a later one."),
        ("2026-11-22", "Designated officer (LADO) told must be in the past."),
    ],
)
def test_a_day_on_which_nobody_can_have_been_told_is_refused(desk: Desk, on: str, sentence: str) -> None:
    adult = _adult(desk)
    with pytest.raises(Invalid) as refused:
        _tell(desk, _lines(desk, adult.id)[0], on)
    assert list(refused.value.fields.values()) == [sentence]
    assert overview.person(desk, adult.id).version == 1


@pytest.mark.parametrize("on", ["2026-11-17", "2026-11-21", "2026-11"])
def test_the_first_and_the_last_day_are_days_like_any(desk: Desk, on: str) -> None:
    adult = _adult(desk)
    _tell(desk, _lines(desk, adult.id)[0], on)
    assert overview.person(desk, adult.id).positions[0].officer_told_on == on


def test_two_who_record_it_at_once_leave_what_the_first_one_wrote(desk: Desk) -> None:
    adult = _adult(desk)
    line = _lines(desk, adult.id)[0]
    _tell(build.colleague(desk, "Ada Bell"), line, "2026-11-19", "Ms Reed")
    with pytest.raises(NotFound, match="Ada Bell saved the file of Dan Reed last, on 21 November 2026"):
        _tell(desk, line, "2026-11-20", "Mr Shah")
    held = overview.person(desk, adult.id).positions[0]
    assert (held.officer_told_on, held.officer_told) == ("2026-11-19", "Ms Reed")


def test_what_somebody_else_wrote_in_the_file_meanwhile_stays(desk: Desk) -> None:
    adult = _adult(desk)
    line = _lines(desk, adult.id)[0]
    moved = (replace(SCHOOL, with_children=True), CLUB)
    casework.save(build.colleague(desk, "Ada Bell"), adult.changed(known_as="Danny", positions=moved))
    _tell(desk, line)
    now = overview.person(desk, adult.id)
    assert (now.known_as, now.positions[0].with_children) == ("Danny", True)
    assert now.positions[0].officer_told_on == "2026-11-20"


def test_of_a_file_that_was_withdrawn_nobody_is_told(desk: Desk) -> None:
    adult = _adult(desk)
    line = _lines(desk, adult.id)[0]
    casework.save(desk, adult.changed(withdrawn=Withdrawal(why="Made in error")))
    with pytest.raises(NotFound):
        _tell(desk, line)


def test_of_a_file_that_is_closed_to_somebody_nothing_is_shown(desk: Desk) -> None:
    adult = _adult(desk)
    line = _lines(desk, adult.id)[0]
    with desk.writing() as work:
        work.put(adult.changed(restricted=True), adult)
    with pytest.raises(NotAllowed):
        positions.untold(desk, adult.id, line.rule, line.what)
    with pytest.raises(NotAllowed):
        _tell(desk, line)
