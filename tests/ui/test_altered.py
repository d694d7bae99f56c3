"""An audit that was altered outside the program is said in red on every screen; work goes on."""

import pytest

from rise_desk.domain.staff import Role
from ui.desk import ScreenDesk
from ui.gap_bar import LOOK, TELL, GapBar

BROKEN = ("audit: row 2 is not as it was written",)


@pytest.mark.parametrize(("role", "what_now"), [(Role.WORKER, TELL), (Role.SUPERVISOR, LOOK)])
def test_an_altered_audit_is_said_and_whom_to_tell(screen: ScreenDesk, role: Role, what_now: str) -> None:
    from dataclasses import replace

    bar = GapBar(screen)
    bar.refresh()
    assert bar.isHidden()
    screen.at.broken, screen.at.who = BROKEN, replace(screen.at.who, role=role)
    bar.refresh()
    assert not bar.isHidden()
    assert bar.text.text() == f"The audit was altered outside RISE Desk: row 2 is not as it was written. {what_now}"
    assert bar.accessibleName() == bar.text.text()
    assert bar.button.isHidden()
