"""What is announced ahead shows from its day until its day, on Today and in the file, to the minute where it must."""

from datetime import datetime

import pytest

from rise_desk.domain import announced, birthday_due, life, notice_due
from rise_desk.domain.moments import LONDON, Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework, due_lines, due_now, overview, settings, today
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import due
from tests import build


@pytest.fixture
def maisie(desk: Desk) -> Person:
    """A child who turns 16 on 12 March 2027."""
    return build.young_person(desk, date_of_birth=Moment("2011-03-12"))


@pytest.fixture
def darren(desk: Desk) -> Person:
    """An adult of concern."""
    return build.adult(desk)


def _at(desk: Desk, text: str) -> None:
    desk.clock = Clock(datetime.fromisoformat(text).replace(tzinfo=LONDON))


def _rules(desk: Desk, subject: Person) -> list[str]:
    """The rules of what shows on Today, which is what shows in the file, as far as that is near."""
    shown = [each.due.rule for each in today.waiting(desk) if each.due.subject == subject.id]
    held = [each.due.rule for each in today.in_file(desk, subject.id)]
    assert set(shown) <= set(held)
    assert set(held) == {each.due.rule for each in due_lines.due(desk, subject.id)}
    return [each for each in shown if each in announced.TIMED]


@pytest.mark.parametrize(("now", "expected"), [
    ("2026-12-17T23:59", []),
    ("2026-12-18T00:00", [birthday_due.RULE]),
    ("2027-03-12T23:59", [birthday_due.RULE]),
    ("2027-03-13T00:00", []),
])  # fmt: skip
def test_a_birthday_shows_for_twelve_weeks_and_on_its_day(
    desk: Desk, maisie: Person, now: str, expected: list[str]
) -> None:
    _at(desk, now)
    assert _rules(desk, maisie) == expected


@pytest.mark.parametrize(("born", "now", "expected"), [
    ("2009-03-29", "2027-01-04T00:00", [birthday_due.RULE]), ("2009-03-29", "2027-01-03T23:59", []),
    ("2009-10-31", "2027-10-31T23:59", [birthday_due.RULE]), ("2009-10-31", "2027-11-01T00:00", [birthday_due.TURNED]),
    ("2009-07-01", "2027-07-01T23:59", [birthday_due.RULE]), ("2009-07-01", "2027-07-02T00:00", [birthday_due.TURNED]),
    ("2012-02-29", "2030-03-01T12:00", [birthday_due.RULE]), ("2012-02-29", "2030-03-02T00:00", [birthday_due.TURNED]),
])  # fmt: skip
def test_days_are_days_of_london_when_the_clocks_change_and_in_summer(
    desk: Desk, born: str, now: str, expected: list[str]
) -> None:
    child = build.young_person(desk, "Jade", date_of_birth=Moment(born))
    _at(desk, now)
    assert _rules(desk, child) == expected


@pytest.mark.parametrize(("now", "expected"), [
    ("2026-12-17T23:59", False), ("2026-12-18T00:00", True), ("2027-03-11T23:59", True), ("2027-03-12T00:00", False),
])  # fmt: skip
def test_a_lapse_shows_from_twelve_weeks_before_until_it_has_lapsed(
    desk: Desk, maisie: Person, darren: Person, now: str, expected: bool
) -> None:
    build.notice(desk, maisie, darren, served_at="2026-11-01")
    _at(desk, now)
    assert (notice_due.LAPSE in _rules(desk, maisie)) is expected


@pytest.mark.parametrize(("now", "expected"), [("2026-11-23T08:59", True), ("2026-11-23T09:00", False)])
def test_the_end_of_police_protection_shows_to_the_minute(desk: Desk, darren: Person, now: str, expected: bool) -> None:
    protected = life.LegalSpell(status="police_protection", since=Moment("2026-11-20T09:00+00:00"))
    child = build.young_person(desk, "Jade", date_of_birth=Moment("2010-03-12"), legal_spells=(protected,))
    build.notice(desk, child, darren, law="s49", served_at="2026-11-20T12:00+00:00")
    _at(desk, now)
    found = [each for each in today.in_file(desk, child.id) if each.due.rule == notice_due.LAPSE]
    assert bool(found) is expected
    assert [each.minutes_left for each in found] == ([1] if expected else [])
    assert (notice_due.LAPSE in [each.rule for each in overview.due_lines(desk)]) is expected


def test_a_review_shows_when_it_is_near_and_not_once_the_notice_lapsed(
    desk: Desk, maisie: Person, darren: Person
) -> None:
    build.notice(desk, maisie, darren, served_at="2026-08-05")
    assert _rules(desk, maisie) == []
    assert notice_due.REVIEW in [each.due.rule for each in today.in_file(desk, maisie.id)]
    _at(desk, "2027-01-20T10:00")
    assert notice_due.REVIEW in _rules(desk, maisie)
    _at(desk, "2027-03-11T10:00")
    assert notice_due.REVIEW in _rules(desk, maisie)
    _at(desk, "2027-03-12T10:00")
    assert notice_due.REVIEW not in _rules(desk, maisie)


def test_a_notice_that_is_prepared_shows_at_once_and_is_late_after_a_week(
    desk: Desk, maisie: Person, darren: Person
) -> None:
    build.notice(desk, maisie, darren)
    (line,) = (each for each in today.waiting(desk) if each.due.rule == notice_due.SERVICE)
    assert not line.overdue
    _at(desk, "2026-11-29T10:00")
    (line,) = (each for each in today.waiting(desk) if each.due.rule == notice_due.SERVICE)
    assert line.overdue


def test_without_a_date_of_birth_a_review_stays_until_it_is_held(desk: Desk, darren: Person) -> None:
    child = build.young_person(desk, "Jade")
    build.notice(desk, child, darren, served_at="2026-01-05")
    _at(desk, "2036-01-05T10:00")
    assert _rules(desk, child) == [notice_due.REVIEW]


def test_the_months_are_a_setting_and_every_file_follows(desk: Desk, maisie: Person, darren: Person) -> None:
    build.notice(desk, maisie, darren, served_at="2026-08-05")
    settings.set_notice_review_months(desk, 3)
    assert [each.due.by for each in due_now.lines(desk) if each.due.rule == notice_due.REVIEW] == ["2026-11-05"]
    assert due.differences(desk.store.vault, due.lines(desk.store.vault)) == []


def test_the_index_holds_what_is_not_told_yet(desk: Desk, maisie: Person) -> None:
    held = due.lines(desk.store.vault, (maisie.id,))
    assert [each.by for each in held] == ["2027-03-12", "2029-03-12", "2029-03-12"]
    assert due.lines(desk.store.vault, (maisie.id,), today="2026-12-17") == []
    assert due.lines(desk.store.vault, None, "2026-01-01", today="2026-12-18") == held[:1]


def test_what_is_announced_is_nothing_to_be_done_by_its_day(desk: Desk, maisie: Person) -> None:
    _at(desk, "2027-03-12T10:00")
    lines = today.waiting(desk)
    assert [(each.due.rule, each.to_do, each.overdue, each.days_left) for each in lines] == [
        (birthday_due.RULE, False, False, 0)
    ]
    assert today.count(lines) == today.Count(every=0, late=0)
    assert maisie.name == lines[0].name


def test_turning_18_is_asked_about_until_somebody_saved_the_file_since(desk: Desk, maisie: Person) -> None:
    _at(desk, "2029-03-13T09:00")
    assert _rules(desk, maisie) == [birthday_due.TURNED]
    (line,) = today.waiting(desk)
    assert (line.to_do, line.overdue, line.days_left) == (True, True, -1)
    assert line.due.what == "Turned 18: ask about adult safeguarding and capacity"
    _at(desk, "2031-01-02T09:00")
    assert _rules(desk, maisie) == [birthday_due.TURNED]
    casework.save(desk, maisie.changed(background="Adult services from May; Ines Roe stays."))
    assert _rules(desk, maisie) == []


def test_turning_18_is_not_asked_about_where_the_case_is_closed(desk: Desk) -> None:
    closed = (life.CaseSpell(state="closed", since=Moment("2026-11-01")),)
    child = build.young_person(desk, "Jade", date_of_birth=Moment("2011-03-12"), case_spells=closed)
    _at(desk, "2029-03-13T09:00")
    assert _rules(desk, child) == []
