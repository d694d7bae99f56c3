"""The foot of the window says who else is there, and what is unfinished."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rise_desk.errors import Unavailable
from rise_desk.services import presence, signing_in
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import maisie, open_form, type_in
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.desk import ScreenDesk
from ui.person_form import PersonForm
from ui.status_line import StatusLine

pytestmark = pytest.mark.usefixtures("answer")


@pytest.fixture
def status(qtbot: QtBot, screen: ScreenDesk) -> StatusLine:
    """The foot of the window."""
    made = StatusLine(screen)
    show(qtbot, made, 1200, 40)
    made.refresh()
    return made


def test_nobody_else_is_there(status: StatusLine) -> None:
    assert not status.others.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_who_is_there_is_said_and_listed(status: StatusLine, desk: Desk) -> None:
    amir = build.colleague(desk, "Amir Khan")
    status.others.refresh()
    assert status.others.button.text().strip() == "Also signed in: Amir Khan"
    with presence.doing(amir, "making a backup"):
        status.others.refresh()
        QApplication.processEvents()
        assert status.others.button.toolTip().endswith("making a backup")
        assert walk(status) == []
        status.others.button.click()
        (row,) = (each.text() for each in status.others.menu.actions())
        assert row.startswith("Amir Khan (")
        assert row.endswith("making a backup")
    build.colleague(desk, "Priya Nair")
    status.others.refresh()
    assert status.others.button.text().strip() == "2 others signed in"
    assert isinstance(status.others.menu, QMenu)
    status.others.menu.close()
    signing_in.leave(amir)
    assert desk.clock.moved_to is not None
    desk.clock.moved_to += timedelta(minutes=4)
    status.others.refresh()
    assert not status.others.isVisible()


def test_trouble_with_the_records_is_no_word_of_others(
    status: StatusLine, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_desk: object) -> None:
        raise Unavailable("The records can’t be reached.")

    with monkeypatch.context() as patched:
        patched.setattr(presence, "others", gone)
        status.others.refresh()
    screen.leave()
    status.others.refresh()
    assert status.others.here == ()


def test_an_unfinished_form_is_counted_as_soon_as_it_is_kept(
    qtbot: QtBot, status: StatusLine, screen: ScreenDesk, desk: Desk
) -> None:
    form = open_form(qtbot, PersonForm(screen, maisie(desk)))
    type_in(form, known_as="M")
    form.drafting.keep()
    assert status.drafts.text() == "1 unfinished form"
    with qtbot.waitSignal(form.saved):
        form.save()
    assert status.drafts.text() == ""
