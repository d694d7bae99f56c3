"""What the window says of itself: counts, the status line, waiting, gaps, its place and the recovery key."""

from datetime import datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.record import NO_ID
from rise_desk.domain.staff import Role
from rise_desk.errors import Unavailable
from rise_desk.services import accounts, unfinished
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.ui.open_window import dialog, opened, page
from tests.ui.walk import walk
from ui import placing, theme
from ui.change_password import ChangePassword
from ui.desk import ScreenDesk
from ui.gap_bar import AcceptLoss
from ui.main_window import ADULTS, HELP, LOCKS_SOON, PEOPLE, SETTINGS, STAFF, TODAY, MainWindow
from ui.pages import Place
from ui.recovery_key import KeyGroups


def test_the_rail_counts_what_is_late(window: MainWindow) -> None:
    page(window).counted.emit(3, 0)  # type: ignore[attr-defined]  # of Today
    assert (window.rail.items[TODAY].count, window.rail.items[TODAY].loud) == (3, False)
    page(window).counted.emit(3, 2)  # type: ignore[attr-defined]  # of Today
    assert (window.rail.items[TODAY].count, window.rail.items[TODAY].loud) == (2, True)


def test_the_status_line_says_when_it_was_saved_and_what_is_unfinished(
    qtbot: QtBot, window: MainWindow, screen: ScreenDesk
) -> None:
    assert window.status.records.text().startswith("Nothing saved yet")
    unfinished.keep(screen.at, NO_ID, ContactNote.KIND, NO_ID, {})
    with qtbot.waitSignal(screen.announced):
        build.young_person(screen.at)
    assert window.status.records.text().startswith("Saved 10:00")
    assert window.status.drafts.text() == "1 unfinished form"
    screen.troubled.emit("The disk is full.")
    assert window.status.trouble.isVisible()
    screen.troubled.emit("")
    assert not window.status.trouble.isVisible()


def test_waiting_for_another_program_can_be_cancelled(qtbot: QtBot, window: MainWindow, screen: ScreenDesk) -> None:
    screen.tasks.waiting.emit("Waiting for another program to finish saving")
    qtbot.waitUntil(window.status.busy.isVisible)
    cancelled: list[bool] = []
    window.status.busy.cancelled.connect(lambda: cancelled.append(True))
    window.status.busy.button.click()
    assert cancelled
    screen.tasks.waiting.emit("")
    assert not window.status.busy.isVisible()


def test_a_warning_comes_before_the_lock(window: MainWindow) -> None:
    window._lock.warned.emit(True)
    assert window.notice.text.text() == LOCKS_SOON
    window._lock.warned.emit(False)
    assert not window.notice.isVisible()


def test_a_changed_password_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["password"].trigger()
    dialog(window, ChangePassword).accept()
    assert window.notice.text.text() == "Your password is changed."


def test_settings_lead_to_accounts_and_the_rail_stays(window: MainWindow) -> None:
    window.go(Place(SETTINGS))
    page(window).accounts_asked.emit()  # type: ignore[attr-defined]  # of Settings
    assert window.pages.place == Place(STAFF)
    assert window.rail.current() == SETTINGS


def test_place_size_and_page_are_remembered_in_the_records(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, screen: ScreenDesk
) -> None:
    window.setGeometry(QRect(10, 30, 780, 600))
    window.go(Place(PEOPLE))
    screen.leaving.emit()
    later = opened(qtbot, qapp, screen)
    assert later.geometry() == QRect(10, 30, 780, 600)
    assert later.pages.place == Place(PEOPLE)


def test_a_window_never_opens_where_no_screen_is(qapp: QApplication) -> None:
    room = qapp.primaryScreen().availableGeometry()
    for lost in (QRect(9000, 9000, 800, 600), QRect(-5000, 10, 800, 600), QRect(0, 0, 9000, 9000)):
        assert room.contains(placing.on_screen(lost))
    inside = QRect(room.topLeft(), room.size() / 2)
    assert placing.on_screen(inside) == inside


@pytest.mark.parametrize("kept", [None, "x", [1, 2], [1, 2, 3, 4, "x"]])
def test_a_place_that_is_none_is_left_aside(qtbot: QtBot, kept: object) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = widget.geometry()
    placing.restore(widget, kept)
    assert widget.geometry() == before


def test_a_window_that_filled_the_screen_fills_it_again(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    placing.restore(widget, [10, 10, 300, 200, 1])
    assert widget.isMaximized()
    assert placing.of(widget)[4] == 1


def test_a_supervisor_is_asked_for_two_groups_until_they_are_right(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk
) -> None:
    window = opened(qtbot, qapp, screen)
    asked = dialog(window, KeyGroups)
    asked.reject()
    assert accounts.recovery_groups_wanted(screen.at) == (3, 7)


def test_a_gap_is_a_red_bar_and_a_supervisor_may_accept_it(
    qtbot: QtBot, qapp: QApplication, confirmed: Desk, screen: ScreenDesk
) -> None:
    screen.at.store.missing = "2 entries saved up to 10:42 are missing"
    window = opened(qtbot, qapp, screen)
    assert window.gap.isVisible()
    assert window.gap.text.text().startswith("2 entries saved up to 10:42 are missing. Nothing can be saved")
    assert walk(window) == []
    window.gap.button.click()
    ask = dialog(window, AcceptLoss)
    assert isinstance(ask, AcceptLoss)
    assert walk(ask) == []
    ask.decide()
    assert ask.row.problem == "Say why."
    ask.row.editor.set_value("There is no backup of that hour.")
    ask.verb.click()
    assert not window.gap.isVisible()
    assert screen.at.store.missing == ""
    assert "There is no backup of that hour." in str(audit.entries(screen.at.store.vault)[0]["reason"])


def test_a_loss_that_cannot_be_accepted_is_said(
    qtbot: QtBot, window: MainWindow, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(now: datetime) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(screen.at.store, "missing", "2 entries are missing")
    monkeypatch.setattr(screen.at.store, "accept_gap", fail)
    ask = AcceptLoss(screen, window)
    ask.row.editor.set_value("No backup.")
    ask.decide()
    assert ask.row.problem == "The disk is full."


def test_a_worker_sees_the_gap_without_the_button(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    theirs.at.store.missing = "1 entry is missing"
    window = opened(qtbot, qapp, theirs)
    assert window.gap.isVisible()
    assert not window.gap.button.isVisible()
    assert "import" not in window.menus.actions
    window.go(Place(STAFF))
    assert "may not see the list of accounts" in window.notice.text.text()
    theirs.at.store.missing = ""
    theirs.leave()
    theirs.tasks.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("key", [TODAY, PEOPLE, ADULTS, SETTINGS, HELP, STAFF])
def test_the_whole_window_can_be_read_by_everybody(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, screen: ScreenDesk, key: str, scale: float
) -> None:
    build.young_person(screen.at)
    screen.prefer("text_size", round(scale * 100))
    theme.apply(qapp, dark=False, scale=scale)
    window.go(Place(key))
    window.notice.say("Your password is changed.")
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert walk(window) == []
