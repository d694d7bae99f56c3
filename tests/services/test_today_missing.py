"""Today's missing children and return interviews: whose they are, how late, in which order, and who came overnight."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from rise_desk.domain import life
from rise_desk.domain.action import Action
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import LONDON, Moment, minute
from rise_desk.domain.person import Person
from rise_desk.domain.staff import Role
from rise_desk.services import accounts, casework, settings, signing_in, today
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.today import Count, Part, Waiting
from tests import build

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
ASIDE = (Part.REPEAT, Part.REASSESS, Part.OTHER)


def london(text: str) -> Moment:
    return minute(datetime.fromisoformat(text).replace(tzinfo=LONDON))


def child(desk: Desk, given: str, worker: str = "") -> Person:
    """A young person, allocated to somebody where a name is given."""
    own = (life.Allocation(worker=worker, role="key_worker"),) if worker else ()
    return build.young_person(desk, given, allocations=own)


def back(desk: Desk, person: Person, at: str) -> MissingEpisode:
    """An episode from the day before noon until then."""
    came = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    return build.episode(desk, person.id, minute(came - timedelta(hours=8)), minute(came))


def shown(desk: Desk, whose: str | None = None) -> list[tuple[Part, str]]:
    return [(each.part, each.name.split()[0]) for each in today.waiting(desk, whose) if each.part not in ASIDE]


def interview(desk: Desk) -> Waiting:
    (line,) = (each for each in today.waiting(desk) if each.part is Part.INTERVIEW)
    return line


@pytest.fixture(autouse=True)
def since(desk: Desk) -> None:
    """Interviews are expected since the beginning of the year."""
    settings.set_interviews_since(desk, date(2026, 1, 1))


def test_missing_now_comes_first_the_longest_first_then_by_the_time_left(desk: Desk) -> None:
    for given, at in (("Later", "2026-11-21T08:00"), ("Longest", "2026-11-18T08:00"), ("Long", "2026-11-20T23:00")):
        build.episode(desk, child(desk, given).id, london(at))
    for given, at in (("Soon", "2026-11-19T12:00"), ("Late", "2026-11-17T12:00"), ("Fresh", "2026-11-21T06:00")):
        back(desk, child(desk, given), at)
    assert shown(desk) == [
        (Part.MISSING, "Longest"),
        (Part.MISSING, "Long"),
        (Part.MISSING, "Later"),
        (Part.INTERVIEW, "Late"),
        (Part.INTERVIEW, "Soon"),
        (Part.INTERVIEW, "Fresh"),
    ]
    assert today.count(today.waiting(desk)) == Count(every=6, late=4)


@pytest.mark.parametrize(
    ("second", "left", "overdue", "late"), [(-60, 1, False, 0), (-1, 0, False, 0), (0, 0, False, 0), (1, -1, True, 1)]
)
def test_an_interview_is_overdue_from_its_minute_on(
    desk: Desk, second: int, left: int, overdue: bool, late: int
) -> None:
    back(desk, child(desk, "Maisie"), "2026-11-18T10:00")
    desk.clock = Clock(NOW + timedelta(seconds=second))
    line = interview(desk)
    assert (line.minutes_left, line.overdue, line.presses, line.days_overdue) == (left, overdue, overdue, 0)
    assert today.count([line]) == Count(every=1, late=late)


@pytest.mark.parametrize(("hours", "days"), [(24, 1), (47, 1), (48, 2), (23, 0)])
def test_an_interview_is_so_many_times_24_hours_late(desk: Desk, hours: int, days: int) -> None:
    back(desk, child(desk, "Maisie"), "2026-11-18T10:00")
    desk.clock = Clock(NOW + timedelta(hours=hours))
    assert interview(desk).days_overdue == days


def test_somebody_missing_presses_and_is_never_called_overdue(desk: Desk) -> None:
    build.episode(desk, child(desk, "Maisie").id, london("2026-11-10T10:00"))
    (line,) = (each for each in today.waiting(desk) if each.part is Part.MISSING)
    assert (line.overdue, line.presses, line.days_overdue, line.minutes_left) == (False, True, 0, -11 * 24 * 60)
    assert today.count([line]) == Count(every=1, late=1)


def test_repeats_and_actions_have_parts_of_their_own_and_are_late_by_the_day(desk: Desk) -> None:
    person = child(desk, "Maisie")
    for day in ("10", "14", "20"):
        back(desk, person, f"2026-11-{day}T23:00")
    known: dict[str, Any] = {"subject": person.id, "agreed_at": Moment("2026-11-18"), "owner": "PC Adeyemi"}
    for due_on in ("2026-11-20", "2026-11-21"):
        casework.save(desk, Action(id=desk.clock.new_id(), what="Visit the takeaway.", due_on=Moment(due_on), **known))
    lines = today.waiting(desk)
    told = [(each.part, each.days_left, each.overdue) for each in lines if each.part in (Part.REPEAT, Part.ACTION)]
    assert told == [(Part.REPEAT, -1, True), (Part.ACTION, -1, True), (Part.ACTION, 0, False)]
    assert {each.minutes_left for each in lines if each.part in (Part.REPEAT, Part.ACTION)} == {None}
    assert [each.due.what for each in today.waiting(desk, "pc adeyemi")] == ["Visit the takeaway."] * 2


def test_what_is_a_colleagues_is_in_their_files_or_theirs_by_name(desk: Desk) -> None:
    mine, theirs, other = child(desk, "Mine", "Lena Osei"), child(desk, "Theirs", "Priya Nair"), child(desk, "Other")
    for each in (mine, theirs, other):
        back(desk, each, "2026-11-20T08:00")
    assigned = back(desk, child(desk, "Assigned", "Lena Osei"), "2026-11-20T09:00")
    build.interview(desk, assigned, assigned_to="priya  NAIR", offered_at=london("2026-11-20T12:00"))
    assert [name for _part, name in shown(desk)] == ["Mine", "Theirs", "Other", "Assigned"]
    assert [name for _part, name in shown(desk, "Lena Osei")] == ["Mine", "Assigned"]
    assert [name for _part, name in shown(desk, "Priya Nair")] == ["Theirs", "Assigned"]
    assert shown(desk, "Nobody Here") == []


def test_a_managers_sign_offs_are_on_their_own_today_and_on_nobody_elses(desk: Desk) -> None:
    worker, manager = build.colleague(desk, "Priya Nair"), build.colleague(desk, "Tom Ash", Role.MANAGER)
    opened = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)
    person = build.young_person(desk, "Maisie", case_spells=opened)
    build.assessment(worker, person.id, day="2026-11-20")
    (waits,) = (each for each in today.waiting(desk) if each.part is Part.SIGN_OFF)
    for whose, told in (("Tom Ash", [waits]), ("Lena Osei", [waits]), ("Priya Nair", [waits]), ("Ann Lee", [])):
        assert [each for each in today.waiting(desk, whose) if each.part is Part.SIGN_OFF] == told, whose
    assert [each.part for each in today.waiting(worker, "Tom Ash")] == [Part.WITH_MANAGER]
    build.colleague(desk, "Ann Lee")
    assert [each for each in today.waiting(desk, "Ann Lee") if each.part is Part.SIGN_OFF] == []
    for each in (worker, manager):
        signing_in.leave(each)


def test_colleagues_are_those_with_an_account_in_order_of_name(desk: Desk) -> None:
    for name in ("émile Ash", "Zoë Bell", "Ann Lee"):
        signing_in.leave(build.colleague(desk, name))
    accounts.suspend(desk, "Zoë Bell")
    assert today.colleagues(desk) == ("Ann Lee", "émile Ash", "Lena Osei")


@pytest.mark.parametrize(
    ("at", "now", "told"),
    [
        ("2026-11-20T17:59", "2026-11-21T09:00", False),
        ("2026-11-20T18:00", "2026-11-21T09:00", True),
        ("2026-11-21T09:00", "2026-11-21T09:00", True),
        ("2026-11-21T09:01", "2026-11-21T09:00", False),
        ("2026-10-24T17:59", "2026-10-25T09:00", False),  # the clocks went back that night, and forward the next
        ("2026-10-24T18:00", "2026-10-25T09:00", True),
        ("2026-03-28T17:59", "2026-03-29T09:00", False),
        ("2026-03-28T18:00", "2026-03-29T09:00", True),
    ],
)
def test_overnight_is_since_six_in_the_evening_before(desk: Desk, at: str, now: str, told: bool) -> None:
    back(desk, child(desk, "Maisie"), at)
    desk.clock = Clock(datetime.fromisoformat(now).replace(tzinfo=LONDON))
    assert bool(today.overnight(today.waiting(desk), desk.now())) is told


def test_who_came_on_a_day_alone_may_have_come_overnight_and_who_is_missing_did_not(desk: Desk) -> None:
    for given, day in (("Before", "2026-11-19"), ("Yesterday", "2026-11-20"), ("Today", "2026-11-21")):
        build.episode(desk, child(desk, given).id, london("2026-11-19T00:30"), day)
    build.episode(desk, child(desk, "Gone").id, london("2026-11-20T23:00"))
    assert [each.name.split()[0] for each in today.overnight(today.waiting(desk), NOW)] == ["Yesterday", "Today"]


def test_a_file_shows_what_is_due_however_far_ahead_and_missing_first(desk: Desk) -> None:
    warning = life.StandingWarning(warning="do_not_tell_family", review_on=Moment("2027-12-19"))
    person = build.young_person(desk, warnings=(warning,))
    back(desk, person, "2026-11-20T08:00")
    build.episode(desk, person.id, london("2026-11-21T07:00"))
    assert [each.part for each in today.in_file(desk, person.id)] == [Part.MISSING, Part.INTERVIEW, Part.OTHER]


def test_whoever_is_missing_now_is_everybodys_and_nothing_else_of_their_file_is(desk: Desk) -> None:
    girl = build.young_person(desk)
    back = build.episode(desk, girl.id, "2026-11-20T20:00+00:00", "2026-11-21T06:00+00:00")
    gone = build.episode(desk, girl.id, "2026-11-21T08:00+00:00")
    every = today.waiting(desk)
    assert {each.due.record for each in every} >= {back.id, gone.id}
    assert [(each.part, each.due.record) for each in today.waiting(desk, "Somebody Else")] == [(Part.MISSING, gone.id)]
