"""The immigration route: a manager's decision with its reason, and never where a child's own status is at stake."""

import pytest

from rise_desk.domain.disruption import WHY_IMMIGRATION
from rise_desk.domain.person import Person
from rise_desk.domain.staff import Role
from rise_desk.errors import Invalid, NotAllowed
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build

WHY = "He has overstayed; Pupil is British, her passport was seen."
ROUTE = "immigration_route"


@pytest.fixture
def suspect(desk: Desk) -> Person:
    """A man of concern."""
    return build.adult(desk, "Suspect", "Northants")


def test_a_worker_is_refused_and_a_manager_is_not(desk: Desk, suspect: Person) -> None:
    worker = build.colleague(desk, "Jo Marsh")
    with pytest.raises(NotAllowed, match="may not decide on the immigration route"):
        build.disruption(worker, suspect, tactic=ROUTE, what=WHY)
    manager = build.colleague(desk, "Ada Boss", Role.MANAGER)
    made = build.disruption(manager, suspect, tactic=ROUTE, what=WHY)
    with pytest.raises(NotAllowed):
        casework.save(worker, made.changed(tactic="search_warrant"))
    plain = build.disruption(worker, suspect)
    with pytest.raises(NotAllowed):
        casework.save(worker, plain.changed(tactic=ROUTE, what=WHY))
    assert casework.save(manager, made.changed(status="done")).status == "done"


def test_it_says_why(desk: Desk, suspect: Person) -> None:
    with pytest.raises(Invalid) as refused:
        build.disruption(desk, suspect, tactic=ROUTE, what=" ")
    assert refused.value.fields == {"what": WHY_IMMIGRATION}


@pytest.mark.parametrize("nationality", ["", "gb", "ie"])
def test_it_is_open_where_no_childs_status_is_known_to_be_at_stake(
    desk: Desk, suspect: Person, nationality: str
) -> None:
    child = build.young_person(desk, "Pupil", nationality=nationality)
    assert build.disruption(desk, suspect, protects=(child,), tactic=ROUTE, what=WHY).version == 1


def test_it_is_never_taken_where_a_childs_own_status_is_at_stake(desk: Desk, suspect: Person) -> None:
    child = build.young_person(desk, "Elira", "Hoxha", nationality="al")
    with pytest.raises(Invalid, match="Elira Hoxha’s own right to be here may be at stake"):
        build.disruption(desk, suspect, protects=(child,), tactic=ROUTE, what=WHY)
    assert build.disruption(desk, suspect, protects=(child,)).version == 1


def test_what_the_adults_own_nationality_is_does_not_matter(desk: Desk) -> None:
    abroad = build.adult(desk, "Mr", "Abroad", nationality="al")
    assert build.disruption(desk, abroad, tactic=ROUTE, what=WHY).version == 1
