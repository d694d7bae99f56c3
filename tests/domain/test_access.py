"""The permission table: every cell of deed, role and state; what it doesn't allow is refused."""

import pytest

from rise_desk.domain import access, life
from rise_desk.domain.access import Deed, State
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import Person
from rise_desk.domain.staff import Role, StaffMember
from rise_desk.errors import NotAllowed

WORKER, MANAGER, SUPERVISOR = (StaffMember(name=role.title(), role=role) for role in Role)

REFUSED_TO_WORKERS = {
    (Deed.CHANGE, State.CLOSED),
    (Deed.WITHDRAW, State.TEAM),
    (Deed.WITHDRAW, State.CLOSED),
    (Deed.REINSTATE, State.TEAM),
    (Deed.REINSTATE, State.CLOSED),
    (Deed.UNDO, State.TEAM),
    (Deed.UNDO, State.CLOSED),
    (Deed.EXPORT, State.TEAM),
    (Deed.EXPORT, State.CLOSED),
}
ABOVE_WORKERS = {
    Deed.IMPORT,
    Deed.STAFF_LIST,
    Deed.BACKUP_OUT,
    Deed.MERGE,
    Deed.SEPARATE,
    Deed.TRAIL,
    Deed.SIGN_OFF,
    Deed.IMMIGRATION,
}
SUPERVISORS_ONLY = {Deed.STAFF, Deed.ACCEPT_LOSS, Deed.SETTINGS, Deed.RESTORE}


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("who", [WORKER, MANAGER, SUPERVISOR], ids=lambda who: who.role)
def test_every_cell_of_the_table(who: StaffMember, deed: Deed, state: State) -> None:
    allowed = state is not State.RESTRICTED
    if who is WORKER and (deed in ABOVE_WORKERS or (deed, state) in REFUSED_TO_WORKERS):
        allowed = False
    if deed in SUPERVISORS_ONLY and who is not SUPERVISOR:
        allowed = False
    assert access.may(who, deed, state) is allowed


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_is_in_the_table_and_has_words(deed: Deed) -> None:
    assert deed in access.TABLE
    with pytest.raises(NotAllowed, match="may not"):
        access.demand(WORKER, deed, State.RESTRICTED)


def test_a_refusal_says_why() -> None:
    with pytest.raises(NotAllowed, match="restricted to named people"):
        access.demand(SUPERVISOR, Deed.OPEN, State.RESTRICTED)
    with pytest.raises(NotAllowed, match="The case is closed"):
        access.demand(WORKER, Deed.CHANGE, State.CLOSED)
    with pytest.raises(NotAllowed, match=r"A worker may not import records\. Ask"):
        access.demand(WORKER, Deed.IMPORT)
    access.demand(MANAGER, Deed.IMPORT)


def test_what_a_record_is_to_somebody() -> None:
    mine = Person(allocations=(life.Allocation(worker="Worker", role="co_worker"),))
    closed = Person(case_spells=(life.CaseSpell(state="closed"),))
    assert access.state_of(WORKER, mine) is State.MINE
    assert access.state_of(WORKER, closed) is State.CLOSED
    assert access.state_of(WORKER, Person()) is State.TEAM
    assert access.state_of(SUPERVISOR, Person(restricted=True)) is State.RESTRICTED
    assert access.state_of(WORKER, ContactNote(recorded_by="Worker")) is State.MINE
    assert access.state_of(WORKER, ContactNote(recorded_by="Manager")) is State.TEAM


def test_reserved_records_ask_for_their_grant() -> None:
    nurse = StaffMember(name="Nurse", role=Role.WORKER, grants=frozenset({"health"}))
    assert access.may_read(WORKER, "")
    assert not access.may_read(SUPERVISOR, "health")
    assert access.may_read(nurse, "health")
    assert not access.may_read(nurse, "intelligence")
