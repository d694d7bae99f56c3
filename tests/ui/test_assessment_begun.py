"""Where an assessment begins: the button of a file, the menu and its key; nothing to begin where nobody is at risk."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.files import dialog_of
from tests.ui.screen import show
from ui.assessment_form import AssessmentForm
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("dropped")


def test_the_button_of_a_file_begins_one(page: CasePage, person: Person) -> None:
    page.assess_button.click()
    form = dialog_of(page, AssessmentForm)
    assert form.subject == person.id
    form.reject()


def test_the_menu_begins_one_where_a_file_is_in_view(window: MainWindow, desk: Desk) -> None:
    action = window.menus.actions["assess"]
    assert action.shortcuts() == [QKeySequence("Ctrl+Shift+A")]
    action.trigger()
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]
    subject = build.young_person(desk).id
    window.open_file(subject)
    action.trigger()
    form = dialog_of(window, AssessmentForm)
    assert form.subject == subject
    form.reject()


def test_from_anywhere_one_is_begun_or_it_is_said_why_not(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.forms.assess(build.young_person(desk).id)
    dialog_of(window, AssessmentForm).reject()
    with qtbot.waitSignal(window.forms.failed):
        window.forms.assess(build.note(desk, build.young_person(desk, "Jade", "Whitlock").id).id)


def test_somebody_of_concern_has_no_button(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    made = build.young_person(desk, "D", "Harrow", roles=(life.DatedRole(role="of_concern"),))
    page = CasePage(screen, made.id)
    show(qtbot, page, 1160, 680)
    assert not page.assess_button.isVisible()
