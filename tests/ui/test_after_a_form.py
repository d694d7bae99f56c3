"""After a form over the desk: the keyboard is where somebody worked, though what stood there was made anew."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from rise_desk.domain.breach import Breach
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import noticed
from tests.ui.open_window import dialog, opened, page
from ui.case_page import CasePage
from ui.case_tabs import NOTICES
from ui.desk import ScreenDesk
from ui.notice_after import BreachForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)


def test_the_keyboard_is_in_the_file_again(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, person: Person
) -> None:
    held = noticed.served(desk, person, build.adult(desk))
    window = opened(qtbot, qapp, screen)
    window.open_file(person.id)
    shown = page(window)
    assert isinstance(shown, CasePage)
    shown.tabs.set_current(NOTICES)
    button = next(each for each in shown.findChildren(QPushButton) if each.text() == "Breach…" and each.isVisible())
    button.setFocus()
    button.click()
    form = dialog(window, BreachForm)
    casework.save(
        desk,
        Breach(
            id=desk.clock.new_id(),
            notice=held.id,
            child=held.child,
            adult=held.adult,
            happened_at=Moment("2026-11-15"),
            what="She was in his car.",
        ),
    )
    qtbot.waitUntil(lambda: not isValid(button))
    form.reject()
    qtbot.waitUntil(lambda: shown.isAncestorOf(QApplication.focusWidget() or window))
