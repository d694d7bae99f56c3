"""What waits today: whose, how late, and what is left out."""

from dataclasses import replace
from datetime import datetime

import pytest

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.staff import Role
from rise_desk.services import casework, signing_in, signing_off, today
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.today import Count, Part
from tests import build


def _warned(desk: Desk, given: str, review_on: str, worker: str = "") -> None:
    warning = life.StandingWarning(warning="do_not_tell_family", review_on=Moment(review_on))
    allocated = (life.Allocation(worker=worker, role="co_worker"),) if worker else ()
    build.young_person(desk, given, warnings=(warning,), allocations=allocated, date_of_birth=Moment("2012-03-04"))


def test_what_is_due_is_told_with_how_late_it_is(desk: Desk) -> None:
    for given, day in (("Late", "2026-11-20"), ("Now", "2026-11-21"), ("Soon", "2026-11-22")):
        _warned(desk, given, day)
    found = today.waiting(desk)
    assert [(each.name, each.days_left, each.overdue) for each in found] == [
        ("Late Okafor", -1, True),
        ("Now Okafor", 0, False),
        ("Soon Okafor", 1, False),
    ]
    assert found[0].due.what.startswith("Review the warning: ")
    assert found[0].date_of_birth == "2012-03-04"


def test_the_page_looks_four_weeks_ahead(desk: Desk) -> None:
    _warned(desk, "Within", "2026-12-19")
    _warned(desk, "Beyond", "2026-12-20")
    assert [each.name for each in today.waiting(desk)] == ["Within Okafor"]


def test_mine_are_the_files_one_is_allocated_to(desk: Desk) -> None:
    _warned(desk, "Mine", "2026-11-20", "Lena Osei")
    _warned(desk, "Theirs", "2026-11-20", "Priya Nair")
    _warned(desk, "Nobodys", "2026-11-20")
    assert [each.name for each in today.waiting(desk, desk.who.name)] == ["Mine Okafor"]
    assert len(today.waiting(desk)) == 3


def test_every_role_may_see_what_waits(desk: Desk) -> None:
    _warned(desk, "Late", "2026-11-20")
    worker = build.colleague(desk, "Priya Nair", Role.WORKER)
    assert len(today.waiting(worker)) == 1
    signing_in.leave(worker)


def test_a_restricted_file_says_nothing(desk: Desk) -> None:
    _warned(desk, "Sealed", "2026-11-20")
    person = desk.store.get(Person, today.waiting(desk)[0].due.subject)
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)
    assert today.waiting(desk) == []


OPENED = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)


def _open_case(desk: Desk, given: str, worker: str = "") -> Person:
    allocated = (life.Allocation(worker=worker, role="key_worker"),) if worker else ()
    return build.young_person(desk, given, case_spells=OPENED, allocations=allocated)


def _parts(desk: Desk, *, mine: bool = False) -> list[tuple[Part, str]]:
    return [(each.part, each.name.split()[0]) for each in today.waiting(desk, desk.who.name if mine else None)]


@pytest.mark.parametrize(
    ("assessed_on", "days", "soon", "overdue"),
    [
        ("2026-10-09", -1, False, True),
        ("2026-10-10", 0, True, False),
        ("2026-10-17", 7, True, False),
        ("2026-10-18", 8, False, False),
    ],
)
def test_an_assessment_is_soon_within_seven_days_and_overdue_from_the_day_after(
    desk: Desk, assessed_on: str, days: int, soon: bool, overdue: bool
) -> None:
    build.assessment(desk, _open_case(desk, "Maisie").id, day=assessed_on)
    (line,) = (each for each in today.waiting(desk) if each.part is Part.REASSESS)
    assert (line.days_left, line.soon, line.overdue, line.band) == (days, soon, overdue, "amber")
    assert line.days_overdue == (1 if overdue else 0)


def test_the_team_decides_by_its_instrument_how_soon_is_soon(desk: Desk) -> None:
    build.assessment(desk, _open_case(desk, "Maisie").id, day="2026-10-18")
    held = desk.practice.instruments[desk.practice.instrument]
    wider = {**desk.practice.instruments, held.key: replace(held, due_soon_days=8)}
    desk.practice = replace(desk.practice, instruments=wider)
    assert [each.soon for each in today.waiting(desk) if each.part is Part.REASSESS] == [True]


def test_the_day_to_do_it_by_is_told_where_it_is_another_one(desk: Desk) -> None:
    build.assessment(desk, _open_case(desk, "Sunday").id, day="2026-10-18")
    build.assessment(desk, _open_case(desk, "Friday").id, day="2026-10-16")
    _warned(desk, "Warned", "2026-11-22")
    told = {each.name.split()[0]: today.do_by(desk, each.due) for each in today.waiting(desk)}
    assert told == {"Sunday": "2026-11-27", "Friday": "", "Warned": ""}


def test_nobody_signs_off_their_own_and_only_a_manager_is_told_to(desk: Desk) -> None:
    worker = build.colleague(desk, "Priya Nair", Role.WORKER)
    person = _open_case(desk, "Maisie")
    build.assessment(worker, person.id, day="2026-11-20", band="red", band_reason="Seen with him again.")
    (line,) = (each for each in today.waiting(desk, desk.who.name) if each.part is Part.SIGN_OFF)
    assert (line.author, line.due.what) == ("Priya Nair", "Sign off the assessment: Red chosen above the score")
    assert "Seen with him again." in line.due.why
    assert (Part.WITH_MANAGER, "Maisie") in _parts(worker, mine=True)
    own = _open_case(desk, "Jade")
    build.assessment(desk, own.id, day="2026-11-20")
    assert (Part.WITH_MANAGER, "Jade") in _parts(desk)
    signing_in.leave(worker)


@pytest.mark.parametrize(("now", "late"), [("2026-11-21", False), ("2026-11-22", True)])
def test_a_band_that_waits_is_late_for_the_manager_and_never_for_its_author(desk: Desk, now: str, late: bool) -> None:
    worker = build.colleague(desk, "Priya Nair", Role.WORKER)
    build.assessment(worker, _open_case(desk, "Maisie").id, day="2026-11-20", band="green", band_reason="Settled.")
    desk.clock = worker.clock = Clock(datetime.fromisoformat(f"{now}T10:00+00:00"))
    managers, authors = ([*today.waiting(each, each.who.name)] for each in (desk, worker))
    (line,) = (each for each in managers if each.part is Part.SIGN_OFF)
    assert (line.overdue, line.waits, line.band) == (late, True, "amber")
    assert today.count(managers) == Count(every=1, late=int(late))
    assert today.count(authors) == Count(every=0, late=0)
    signing_in.leave(worker)


def test_what_was_sent_back_is_its_authors_and_the_key_workers(desk: Desk) -> None:
    author, key, other = (build.colleague(desk, each, Role.WORKER) for each in ("Priya Nair", "Tom Ash", "Ann Lee"))
    person = _open_case(desk, "Maisie", "Tom Ash")
    made = build.assessment(author, person.id, day="2026-11-20")
    signing_off.send_back(desk, made.id, "Say where she lives now.")
    for who, told in ((author, True), (key, True), (other, False)):
        lines = [each for each in today.waiting(who, who.who.name) if each.part is Part.SENT_BACK]
        assert [each.due.why for each in lines] == (["Lena Osei: Say where she lives now."] if told else [])
    for each in (author, key, other):
        signing_in.leave(each)


def test_a_question_nobody_answered_stands_first_among_what_was_asked_for_the_same_day(desk: Desk) -> None:
    build.assessment(desk, _open_case(desk, "Maisie").id, "3333333335", day="2026-11-20")
    (line,) = (each for each in today.waiting(desk) if each.part is Part.SAME_DAY)
    assert line.due.what == "Say whether a strategy discussion was asked for"
    assert (line.overdue, line.band) == (True, "amber")


def test_a_prompt_is_always_told_and_never_counted(desk: Desk) -> None:
    person = _open_case(desk, "Maisie", "Lena Osei")
    build.assessment(desk, person.id, day="2026-11-20")
    before = today.count(today.waiting(desk, desk.who.name))
    flagged = desk.store.get(Person, person.id)
    casework.save(desk, flagged.changed(flags=(life.Flag(flag="self_harm", since=Moment("2026-11-21")),)))
    lines = today.waiting(desk, desk.who.name)
    (prompt,) = (each for each in lines if each.part is Part.REVIEW)
    assert prompt.days_left > today.AHEAD.days
    assert prompt.due.why.startswith("new flag: ")
    assert (prompt.overdue, prompt.to_do, today.count(lines)) == (False, False, before)
    desk.clock = Clock(datetime.fromisoformat("2027-01-02T10:00+00:00"))
    assert [each.overdue for each in today.waiting(desk, desk.who.name) if each.part is Part.REVIEW] == [False]
    assert today.count(today.waiting(desk, desk.who.name)).late == 1


def test_somebody_who_was_a_co_worker_once_has_the_file_no_longer(desk: Desk) -> None:
    ended = life.Allocation(worker="Lena Osei", role="co_worker", until=Moment("2026-11-01"))
    now = life.Allocation(worker="Lena Osei", role="co_worker")
    build.young_person(desk, "Then", case_spells=OPENED, allocations=(ended,))
    build.young_person(desk, "Now", case_spells=OPENED, allocations=(now,))
    assert _parts(desk, mine=True) == [(Part.REASSESS, "Now")]
    assert len(_parts(desk)) == 2
