"""What is due of notices and birthdays: from which day, by when, until when, and what it rests on."""

import pytest

from rise_desk.domain import agenda, announced, birthday_due, life, notice_due
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.services.practice import general
from tests.domain.noticed import ADULT, child, file, notice, review, spell


def _lines(rule: str, *records: Record, born: str = "2011-03-12", practice: Practice | None = None) -> list[Due]:
    held = file(child(born, spell("police_protection", "2026-11-01T10:00+00:00")), *records)
    return [each for each in agenda.due_lines(held, practice or general(), agenda.RULES) if each.rule == rule]


def test_a_review_is_due_six_months_on_and_counts_until_the_notice_lapses() -> None:
    (line,) = _lines(notice_due.REVIEW, notice(served="2026-03-01"))
    assert (line.what, line.since, line.by, line.until) == (
        "Review the notice",
        "2026-03-01",
        "2026-09-01",
        "2027-03-11",
    )
    assert (line.record, line.answered_by) == (Id(10), "notice_review")
    assert line.why == "section 2 Child Abduction Act 1984. Served 1 March 2026"
    (sooner,) = _lines(notice_due.REVIEW, notice(served="2026-03-01"), practice=_months(3))
    assert sooner.by == "2026-06-01"


def _months(number: int) -> Practice:
    return Practice(vocabularies=general().vocabularies, notice_review_months=number)


@pytest.mark.parametrize(("served", "due"), [("2026-09-11", 1), ("2026-09-12", 0)])
def test_no_review_is_due_once_the_notice_has_lapsed(served: str, due: int) -> None:
    assert len(_lines(notice_due.REVIEW, notice(served=served))) == due


def test_without_a_date_of_birth_a_review_is_due_without_end() -> None:
    (line,) = _lines(notice_due.REVIEW, notice(served="2026-03-01"), born="")
    assert line.until == ""
    assert _lines(notice_due.LAPSE, notice(served="2026-03-01"), born="") == []


def test_nothing_is_due_of_what_was_withdrawn_or_is_another_childs() -> None:
    gone = review("2026-04-01", "withdrawn")
    for rule in set(announced.TIMED) - {birthday_due.RULE, birthday_due.TURNED}:
        assert _lines(rule, notice(served="2026-03-01"), gone) == []
    theirs = file(child().changed(id=ADULT), notice())
    assert [each.rule for each in agenda.due_lines(theirs, general(), agenda.RULES)] == [
        birthday_due.RULE,
        birthday_due.RULE,
        birthday_due.TURNED,
    ]


def test_a_lapse_is_announced_twelve_weeks_ahead_until_the_day_before() -> None:
    (line,) = _lines(notice_due.LAPSE, notice(served="2026-03-01"))
    assert (line.since, line.by, line.until) == ("2026-12-18", "2027-03-12", "2027-03-11")
    assert line.why == "section 2 Child Abduction Act 1984. Served 1 March 2026. The 16th birthday"
    (late,) = _lines(notice_due.LAPSE, notice(issued_on="2027-01-05"))
    assert (late.since, late.by) == ("2027-01-05", "2027-03-12")


def test_the_end_of_police_protection_is_due_by_the_minute() -> None:
    (line,) = _lines(notice_due.LAPSE, notice("s49", "2026-11-01T12:00+00:00"), born="2010-01-01")
    assert (line.since, line.by, line.until) == ("2026-11-01", "2026-11-04T10:00+00:00", "2026-11-04")
    assert "The police protection it rests on ends" in line.why


def test_what_never_held_and_what_is_prepared_lapses_not() -> None:
    assert _lines(notice_due.LAPSE, notice()) == []
    assert _lines(notice_due.LAPSE, notice(served="2027-03-12")) == []


def test_a_notice_waits_to_be_served() -> None:
    (line,) = _lines(notice_due.SERVICE, notice(recorded_at="2026-11-20T10:00:00.000+00:00"))
    assert (line.what, line.since, line.by) == ("Finish and serve the notice", "2026-11-20", "2026-11-27")
    assert (line.until, line.answered_by, line.why) == ("2027-03-11", "notice", "section 2 Child Abduction Act 1984")
    (issued,) = _lines(notice_due.SERVICE, notice(issued_on="2026-11-10"))
    assert (issued.what, issued.by) == ("Record how the notice was served", "2026-11-17")
    assert issued.why.endswith("Issued 10 November 2026")
    assert _lines(notice_due.SERVICE, notice(served="2026-11-20")) == []
    (unsaved,) = _lines(notice_due.SERVICE, notice())
    assert (unsaved.since, unsaved.by) == ("", "")


def test_birthdays_are_announced_twelve_weeks_ahead_with_what_changes() -> None:
    sixteen, eighteen = _lines(birthday_due.RULE, notice(served="2026-03-01"), notice(number=11))
    assert (sixteen.what, sixteen.since, sixteen.by, sixteen.until) == (
        "16th birthday",
        "2026-12-18",
        "2027-03-12",
        "2027-03-12",
    )
    assert sixteen.why == f"A notice lapses. {birthday_due.CHANGES[16]}"
    assert (eighteen.what, eighteen.by, eighteen.why) == ("18th birthday", "2029-03-12", birthday_due.CHANGES[18])
    assert "adult safeguarding and capacity" in eighteen.why


def test_several_notices_that_lapse_then_are_counted() -> None:
    other = notice(served="2026-03-02", number=11).changed(adult=Id(3))
    sixteen, _eighteen = _lines(birthday_due.RULE, notice(served="2026-03-01"), other)
    assert sixteen.why.startswith("2 notices lapse. ")


def test_somebody_born_on_29_february_is_announced_for_1_march() -> None:
    days = [each.by for each in _lines(birthday_due.RULE, born="2012-02-29")]
    assert days == ["2028-02-29", "2030-03-01"]


def test_no_birthday_is_made_up() -> None:
    assert _lines(birthday_due.RULE, born="2011-03") == []
    assert _lines(birthday_due.RULE, born="") == []


@pytest.mark.parametrize(("saved", "due"), [("2027-03-12", 2), ("2027-03-13", 1), ("2029-03-12", 1), ("2029-03-13", 0)])
def test_birthdays_that_had_passed_when_the_file_was_saved_are_not_told(saved: str, due: int) -> None:
    person = child(recorded_at=Moment(f"{saved}T12:00:00.000+00:00"))
    assert len(list(birthday_due.lines(file(person), general()))) == due
    assert bool(list(birthday_due.turned_lines(file(person), general()))) is (due > 0)


def test_nobody_is_asked_about_a_closed_case() -> None:
    closed = child(case_spells=(life.CaseSpell(state="closed", since=Moment("2026-01-01")),))
    assert list(birthday_due.lines(file(closed), general())) == []
    opened = child(case_spells=(life.CaseSpell(state="open", since=Moment("2026-01-01")),))
    assert len(list(birthday_due.lines(file(opened), general()))) == 2
