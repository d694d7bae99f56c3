"""Settings, accounts and help."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.staff import Role, Standing
from rise_desk.errors import Unavailable
from rise_desk.services import accounts, signing_in
from rise_desk.services import settings as team
from tests import build
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import asking, staff_page, theme
from ui.add_staff import NAME, ROLE, AddStaff, OneDayCode
from ui.appearance import Appearance
from ui.desk import ScreenDesk
from ui.help_page import HelpPage
from ui.lock import Lock
from ui.settings import WHO_DECIDES, Settings
from ui.staff_page import StaffPage


def settings(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> Settings:
    page = Settings(screen, Appearance(screen, qapp), Lock(screen, qapp))
    show(qtbot, page, 1162, 690)
    return page


def texts(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_colours_and_text_size_are_chosen_and_kept(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> None:
    page = settings(qtbot, qapp, screen)
    page.scheme.set_value("dark")
    assert theme.current().dark
    page.size_.set_value("150")
    assert theme.current().scale == 1.5
    assert (screen.preference("scheme"), screen.preference("text_size")) == ("dark", 150)
    later = settings(qtbot, qapp, screen)
    assert (later.scheme.value(), later.size_.value()) == ("dark", "150")


def test_text_is_made_larger_and_smaller_within_bounds(qapp: QApplication, screen: ScreenDesk) -> None:
    look = Appearance(screen, qapp)
    look.step(-1)
    assert look.size == 100
    for _ in range(9):
        look.step(1)
    assert look.size == 200
    screen.prefer("text_size", "huge")
    screen.prefer("scheme", "pink")
    assert (look.size, look.scheme) == (100, "system")


def test_a_supervisor_chooses_when_the_desk_locks(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> None:
    page = settings(qtbot, qapp, screen)
    assert page.minutes.value() == "5"
    page.minutes.set_value("12")
    assert screen.practice.lock_after_minutes == 12
    assert page._lock.idle.interval() == 11 * 60_000


def test_a_worker_sees_who_decides(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    page = settings(qtbot, qapp, theirs)
    assert not page.minutes.isEnabled()
    assert WHO_DECIDES in texts(page)
    assert not page.accounts.isVisible()
    page.close()
    theirs.leave()
    page.refresh()
    theirs.tasks.close()


def test_a_setting_that_cannot_be_kept_is_said_and_taken_back(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = settings(qtbot, qapp, screen)

    def fail(*_: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(team, "set_lock_after", fail)
    page.minutes.set_value("12")
    assert page.problem.isVisible()
    assert page.problem.text() == "The disk is full."
    assert page.minutes.value() == "5"


def test_settings_lead_to_the_password_and_the_accounts(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> None:
    page = settings(qtbot, qapp, screen)
    with qtbot.waitSignal(page.password_asked):
        page.password.click()
    with qtbot.waitSignal(page.accounts_asked):
        page.accounts.click()
    assert any("encrypted in the folder “data”" in text for text in texts(page))


def staff(qtbot: QtBot, screen: ScreenDesk) -> StaffPage:
    page = StaffPage(screen)
    show(qtbot, page, 1162, 690)
    return page


def answer(monkeypatch: pytest.MonkeyPatch, yes: bool) -> list[str]:
    asked: list[str] = []

    def confirmed(_parent: QWidget, text: str, _verb: str) -> bool:
        asked.append(text)
        return yes

    monkeypatch.setattr(staff_page, "confirmed", confirmed)
    return asked


def code_dialog(page: QWidget) -> OneDayCode:
    return page.findChildren(OneDayCode)[-1]


def test_somebody_is_added_and_their_code_is_shown_once(qtbot: QtBot, screen: ScreenDesk) -> None:
    page = staff(qtbot, screen)
    page.add_button.click()
    dialog = page.findChildren(AddStaff)[0]
    dialog.rows[ROLE].editor.set_value("manager")
    dialog.add()
    qtbot.waitUntil(lambda: dialog.rows[NAME].problem == "Enter a name.")
    dialog.rows[NAME].editor.set_value("Ama Boateng")
    dialog.grants["health"].setChecked(True)
    with qtbot.waitSignal(dialog.accepted):
        dialog.verb.click()
    shown = code_dialog(page)
    code = shown.code.text()
    added = accounts.everybody(screen.at)[0]
    assert (added.name, added.role, set(added.grants)) == ("Ama Boateng", Role.MANAGER, {"health"})
    first = signing_in.sign_in(screen.at.store.folder.path, "Ama Boateng", code, screen.clock, code_ok=True)
    signing_in.leave(first)
    assert walk(shown) == []
    shown.close_button.click()
    assert [row.name for row in page.table.model.rows] == ["Ama Boateng", "Lena Osei"]


def test_somebody_is_suspended_and_let_in_again(
    qtbot: QtBot, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing_in.leave(build.colleague(screen.at, "Tom Reed"))
    page = staff(qtbot, screen)
    assert not page.suspend_button.isEnabled()
    page.table.view.selectRow(1)
    answer(monkeypatch, yes=False)
    page.suspend_button.click()
    assert not screen.tasks.busy()
    asked = answer(monkeypatch, yes=True)
    page.suspend_button.click()
    qtbot.waitUntil(lambda: page.table.model.rows[1].standing is Standing.SUSPENDED)
    assert asked[0].startswith("Suspend Tom Reed?")
    page.table.view.selectRow(1)
    assert not page.suspend_button.isEnabled()
    page.reset_button.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(OneDayCode)))
    assert page.table.model.rows[1].standing is Standing.CODE


def test_what_forbids_it_is_said(qtbot: QtBot, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = staff(qtbot, screen)
    answer(monkeypatch, yes=True)
    page.table.view.selectRow(0)
    page.suspend_button.click()
    qtbot.waitUntil(page.problem.isVisible)
    assert page.problem.text() == "You can't suspend your own account. Ask another supervisor."


def test_a_manager_may_look_and_change_nothing(qtbot: QtBot, screen: ScreenDesk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Mo Khan", Role.MANAGER))
    page = staff(qtbot, theirs)
    assert len(page.table.model.rows) == 2
    assert not page.add_button.isVisible()
    assert page.table.verbs == []
    page.close()
    theirs.leave()
    theirs.tasks.close()


@pytest.mark.parametrize("verb", ["Suspend", "Cancel"])
def test_a_question_has_verbs_and_cancel_is_the_default(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    def press(box: QMessageBox) -> int:
        assert box.defaultButton().text() == "Cancel"
        next(each for each in box.buttons() if each.text() == verb).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert asking.confirmed(parent, "Suspend Tom Reed?", "Suspend") is (verb == "Suspend")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_these_pages_can_be_read_by_everybody(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    screen.prefer("text_size", round(scale * 100))
    help_page = HelpPage(screen)
    show(qtbot, help_page, 1162, 690)
    dialog = AddStaff(screen)
    show(qtbot, dialog, dialog.width(), dialog.sizeHint().height())
    for page in (settings(qtbot, qapp, screen), staff(qtbot, screen), help_page, dialog):
        assert walk(page) == []
