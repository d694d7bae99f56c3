"""What waits today: whose, how late, and what is left out."""

from rise_desk.domain import life
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.staff import Role
from rise_desk.services import signing_in, today
from rise_desk.services.desk import Desk
from tests import build


def _warned(desk: Desk, given: str, review_on: str, worker: str = "") -> None:
    warning = life.StandingWarning(warning="do_not_tell_family", review_on=Moment(review_on))
    allocated = (life.Allocation(worker=worker, role="co_worker"),) if worker else ()
    build.young_person(desk, given, warnings=(warning,), allocations=allocated, date_of_birth=Moment("2012-03-04"))


def test_what_is_due_is_told_with_how_late_it_is(desk: Desk) -> None:
    for given, day in (("Late", "2026-11-20"), ("Now", "2026-11-21"), ("Soon", "2026-11-22")):
        _warned(desk, given, day)
    found = today.waiting(desk, mine=False)
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
    assert [each.name for each in today.waiting(desk, mine=False)] == ["Within Okafor"]


def test_mine_are_the_files_one_is_allocated_to(desk: Desk) -> None:
    _warned(desk, "Mine", "2026-11-20", "Lena Osei")
    _warned(desk, "Theirs", "2026-11-20", "Priya Nair")
    _warned(desk, "Nobodys", "2026-11-20")
    assert [each.name for each in today.waiting(desk, mine=True)] == ["Mine Okafor"]
    assert len(today.waiting(desk, mine=False)) == 3


def test_every_role_may_see_what_waits(desk: Desk) -> None:
    _warned(desk, "Late", "2026-11-20")
    worker = build.colleague(desk, "Priya Nair", Role.WORKER)
    assert len(today.waiting(worker, mine=False)) == 1
    signing_in.leave(worker)


def test_a_restricted_file_says_nothing(desk: Desk) -> None:
    _warned(desk, "Sealed", "2026-11-20")
    person = desk.store.get(Person, today.waiting(desk, mine=False)[0].due.subject)
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)
    assert today.waiting(desk, mine=False) == []
