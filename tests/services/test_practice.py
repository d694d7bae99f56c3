"""What a team has agreed on, and who may change it."""

import pytest

from rise_desk.domain.staff import Role
from rise_desk.errors import Invalid, NotAllowed
from rise_desk.services import practice, signing_in
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.build import PASSWORD


def test_a_new_store_locks_after_five_minutes(desk: Desk) -> None:
    assert desk.practice.lock_after_minutes == 5


@pytest.mark.parametrize("minutes", [1, 15])
def test_a_supervisor_says_for_everybody_when_a_desk_locks(desk: Desk, minutes: int) -> None:
    practice.set_lock_after(desk, minutes)
    assert desk.practice.lock_after_minutes == minutes
    row = audit.entries(desk.store.vault)[0]
    assert (row["deed"], row["fields"], row["reason"]) == (
        "settings changed",
        "lock_after_minutes",
        f"{minutes} minutes",
    )
    later = signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, desk.clock)
    assert later.practice.lock_after_minutes == minutes
    signing_in.leave(later)


@pytest.mark.parametrize("minutes", [0, 16])
def test_a_desk_locks_after_one_to_fifteen_minutes(desk: Desk, minutes: int) -> None:
    with pytest.raises(Invalid, match="between 1 and 15"):
        practice.set_lock_after(desk, minutes)
    assert desk.practice.lock_after_minutes == 5


@pytest.mark.parametrize("role", [Role.WORKER, Role.MANAGER])
def test_nobody_else_changes_the_settings(desk: Desk, role: Role) -> None:
    other = build.colleague(desk, "Mo Khan", role)
    with pytest.raises(NotAllowed):
        practice.set_lock_after(other, 10)
    assert practice.build(desk.store).lock_after_minutes == 5
    signing_in.leave(other)
