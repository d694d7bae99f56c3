"""The window: its pages and the ways between them, keys, place, what it says, and the whole program around it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.contact import ContactNote
from rise_desk.domain.person import OF_CONCERN, Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.staff import Role
from rise_desk.errors import NotAllowed, Unavailable
from rise_desk.services import accounts, signing_in, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, keys
from tests import build
from tests.build import PASSWORD
from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import placing, program, theme
from ui.appearance import Appearance
from ui.case_page import CasePage
from ui.change_password import ChangePassword
from ui.desk import ScreenDesk
from ui.gap_bar import AcceptLoss
from ui.import_dialog import ImportDialog
from ui.lock import Lock
from ui.main_window import ADULTS, CASE, HELP, LOCKS_SOON, PEOPLE, SETTINGS, STAFF, TODAY, MainWindow
from ui.note_form import NoteForm
from ui.pages import Place
from ui.person_form import PersonForm
from ui.preview import PreviewDialog
from ui.program import Program
from ui.recovery_key import KeyGroups
from ui.set_up import SetUp
from ui.sign_in import SignIn
from ui.step import Steps

NO_RAISE = "This plugin does not support"


def opened(qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> MainWindow:
    window = MainWindow(screen, Appearance(screen, qapp, "light"), Lock(screen, qapp))
    show(qtbot, window, 1366, 768)
    window.arrive()
    return window


@pytest.fixture
def confirmed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose recovery key is known to be on paper."""
    with desk.writing() as work:
        work.set(accounts.UNCONFIRMED, "")
    return desk


@pytest.fixture
def window(confirmed: Desk, qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> MainWindow:
    return opened(qtbot, qapp, screen)


def page(window: MainWindow) -> QWidget:
    shown = window.pages.currentWidget()
    assert shown is not None
    return shown


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    found = [each for each in window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_it_opens_on_today_and_names_nobody_in_its_title(window: MainWindow) -> None:
    assert window.windowTitle() == "RISE Desk"
    assert window.pages.place == Place(TODAY)
    assert window.rail.current() == TODAY
    assert window.top.who.text() == "Lena Osei · supervisor"
    assert window.top.marking.text() == "OFFICIAL-SENSITIVE"
    assert "Records in “data”" in window.status.records.text()


@pytest.mark.parametrize("key", [TODAY, PEOPLE, ADULTS, SETTINGS, HELP])
def test_the_rail_leads_to_every_section(window: MainWindow, key: str) -> None:
    window.rail.items[key].click()
    assert window.pages.place == Place(key)
    assert window.rail.current() == key


def test_the_way_back_and_forward(window: MainWindow) -> None:
    assert not window.menus.actions["back"].isEnabled()
    for key in (PEOPLE, HELP):
        window.go(Place(key))
    window.menus.actions["back"].trigger()
    assert window.pages.place == Place(PEOPLE)
    window.menus.actions["forward"].trigger()
    assert window.pages.place == Place(HELP)
    assert not window.menus.actions["forward"].isEnabled()
    window.pages.forward()
    assert window.pages.place == Place(HELP)
    window.go(Place(HELP))
    window.pages.back()
    assert window.pages.place == Place(PEOPLE)


def test_a_file_opens_in_its_list_and_closes_again(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    window.go(Place(PEOPLE))
    window.open_file(person.id)
    assert isinstance(page(window), CasePage)
    assert window.rail.current() == PEOPLE
    window.go(Place(HELP))
    window.pages.back()
    case = page(window)
    assert isinstance(case, CasePage)
    case.closed.emit()
    assert window.pages.place == Place(PEOPLE)
    window.pages.close_place(Place(CASE, person.id))
    assert window.pages.place == Place(PEOPLE)


def test_few_files_stay_open_and_the_oldest_gives_way(window: MainWindow, screen: ScreenDesk) -> None:
    people = [build.young_person(screen.at, f"Child {number}") for number in range(8)]
    for each in people:
        window.open_file(each.id)
    held = [place.subject for place in window.pages._made if place.subject]
    assert held == [each.id for each in people[2:]]
    for _ in range(7):
        window.pages.back()
    assert window.pages.place == Place(CASE, people[0].id)


def test_what_may_not_be_opened_is_said_and_the_page_stays(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_file(Id(12345))
    assert window.pages.place == Place(TODAY)
    assert window.notice.isVisible()
    assert window.notice.text.text() == "That record is not on file."
    assert window.rail.current() == TODAY


def test_search_opens_a_file(qtbot: QtBot, window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    window.menus.actions["find"].trigger()
    assert window.top.search.hasFocus()
    QTest.keyClicks(window.top.search, "okaf")
    qtbot.waitUntil(lambda: window.top.search.answers is not None and window.top.search.answers.isVisible())
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    assert window.pages.place == Place(CASE, person.id)


FORMS: list[tuple[str, Callable[[MainWindow, Person], object], type[QDialog]]] = [
    ("new", lambda window, person: window.forms.new_person(), PersonForm),
    ("note", lambda window, person: window.forms.note(person.id), NoteForm),
    ("import", lambda window, person: window.forms.import_list(), ImportDialog),
    ("summary", lambda window, person: window.forms.summary(person.id), PreviewDialog),
    ("password", lambda window, person: window.forms.change_password(), ChangePassword),
]


@pytest.mark.parametrize(("ask", "kind"), [(ask, kind) for _, ask, kind in FORMS], ids=[name for name, _, _ in FORMS])
def test_every_form_opens_over_the_window(
    qtbot: QtBot,
    window: MainWindow,
    screen: ScreenDesk,
    ask: Callable[[MainWindow, Person], object],
    kind: type[QDialog],
) -> None:
    ask(window, build.young_person(screen.at))
    form = dialog(window, kind)
    assert form.window() is form
    assert form.parentWidget() is window
    form.close()
    qtbot.waitUntil(lambda: not [each for each in window.findChildren(kind) if each.isVisible()])


def test_a_new_file_is_opened_once_it_is_saved(qtbot: QtBot, window: MainWindow, screen: ScreenDesk) -> None:
    window.go(Place(PEOPLE))
    window.menus.actions["new"].trigger()
    form = dialog(window, PersonForm)
    assert isinstance(form, PersonForm)
    form.panel.rows["given_name"].editor.set_value("Maisie")
    with qtbot.waitSignal(form.saved) as told:
        form.save()
    assert window.pages.place == Place(CASE, told.args[0].id)


def test_a_new_adult_is_of_concern(window: MainWindow) -> None:
    window.go(Place(ADULTS))
    window.menus.actions["new"].trigger()
    form = dialog(window, PersonForm)
    assert isinstance(form, PersonForm)
    assert form.base.has_role(OF_CONCERN)
    form.panel.settle()


@pytest.mark.parametrize("where", [TODAY, HELP])
def test_new_is_a_young_person_elsewhere(window: MainWindow, where: str) -> None:
    window.go(Place(where))
    window.menus.actions["new"].trigger()
    assert dialog(window, PersonForm).isVisible()


def test_unfinished_forms_are_gone_on_with(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    unfinished.keep(screen.at, NO_ID, ContactNote.KIND, person.id, {"panel": {"text": "She said"}})
    unfinished.keep(screen.at, NO_ID, Person.KIND, NO_ID, {"panel": {"given_name": "Kian"}})
    unfinished.keep(screen.at, NO_ID, Person.KIND, person.id, {"panel": {}}, record=person.id, version=person.version)
    drafts = {(each.kind, bool(each.record)): each for each in unfinished.mine(screen.at)}
    for which, kind in (
        ((ContactNote.KIND, False), NoteForm),
        ((Person.KIND, False), PersonForm),
        ((Person.KIND, True), PersonForm),
    ):
        window.forms.resume(drafts[which])
        form = dialog(window, kind)
        form.panel.settle()  # type: ignore[attr-defined]  # both forms have one
        form.close()


def test_a_form_that_cannot_be_opened_is_said(window: MainWindow, screen: ScreenDesk) -> None:
    unfinished.keep(screen.at, NO_ID, Person.KIND, Id(5), {"panel": {}}, record=Id(5), version=1)
    window.forms.resume(unfinished.mine(screen.at)[0])
    assert window.notice.text.text() == "That record is not on file."
    window.notice.hide()
    window.forms.summary(Id(5))
    assert window.notice.text.text() == "That record is not on file."


def test_a_list_leads_to_notes_and_summaries(window: MainWindow, screen: ScreenDesk) -> None:
    person = build.young_person(screen.at)
    window.go(Place(PEOPLE))
    page(window).note_asked.emit(person.id)  # type: ignore[attr-defined]  # a caseload
    dialog(window, NoteForm).close()
    page(window).new_asked.emit("at_risk")  # type: ignore[attr-defined]  # a caseload
    dialog(window, PersonForm).close()


def test_keys_do_what_the_menus_say(qtbot: QtBot, window: MainWindow, screen: ScreenDesk) -> None:
    build.young_person(screen.at)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.place == Place(PEOPLE)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused().accessibleName() == "Filter by name or file number"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.pages.place == Place(HELP)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.current().scale == 1.1
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.current().scale == 1.0
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert screen.desk is None


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys_ = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys_) == len(set(keys_))


def test_f6_goes_round_the_parts(window: MainWindow) -> None:
    window.go(Place(SETTINGS))
    window.top.search.setFocus()
    seen = []
    for _ in range(3):
        window.menus.actions["part"].trigger()
        seen.append(focused())
    assert page(window).isAncestorOf(seen[0])
    assert seen[1] is window.rail.items[SETTINGS]
    assert seen[2] is window.top.search


def test_looks_are_chosen_from_the_menu(window: MainWindow, screen: ScreenDesk) -> None:
    for key in ("dark", "light", "system"):
        window.menus.actions[key].trigger()
        assert screen.preference("scheme") == key
    window.menus.actions["larger"].trigger()
    window.menus.actions["larger"].trigger()
    window.menus.actions["smaller"].trigger()
    assert screen.preference("text_size") == 110


def test_f5_reads_everything_again(window: MainWindow, screen: ScreenDesk) -> None:
    window.go(Place(PEOPLE))
    other = signing_in.sign_in(screen.at.store.folder.path, "Lena Osei", PASSWORD, screen.clock)
    build.young_person(other)
    window.menus.actions["refresh"].trigger()
    assert [row.name for row in page(window).table.model.rows] == ["Maisie Okafor"]  # type: ignore[attr-defined]
    signing_in.leave(other)


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
    ask.accept_button.click()
    assert not window.gap.isVisible()
    assert screen.at.store.missing == ""
    assert "There is no backup of that hour." in str(audit.entries(screen.at.store.vault)[0]["reason"])


def test_a_loss_that_cannot_be_accepted_is_said(
    qtbot: QtBot, window: MainWindow, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise Unavailable("The disk is full.")

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
    qapp: QApplication, window: MainWindow, screen: ScreenDesk, key: str, scale: float
) -> None:
    build.young_person(screen.at)
    screen.prefer("text_size", round(scale * 100))
    theme.apply(qapp, dark=False, scale=scale)
    window.go(Place(key))
    window.notice.say("Your password is changed.")
    assert walk(window) == []


# The program


@pytest.fixture
def make(qapp: QApplication, clock: Clock) -> Iterator[Callable[[Path], Program]]:
    """Makes the program on a folder, and ends it after the test."""
    made: list[Program] = []

    def build_(folder: Path) -> Program:
        made.append(Program(qapp, folder, clock, "Lena Osei", mib=8))
        return made[-1]

    yield build_
    for each in made:
        each.desk.leave()
        each.desk.tasks.close()
        if each.window is not None:
            each.window.hide()
            each.window.deleteLater()


def test_the_first_start_sets_up(make: Callable[[Path], Program], tmp_path: Path) -> None:
    started = make(tmp_path / "new")
    started.start()
    assert isinstance(started.window, SetUp)


def test_later_starts_sign_in_and_the_lock_leads_back(
    qtbot: QtBot, make: Callable[[Path], Program], tmp_path: Path, clock: Clock
) -> None:
    accounts.create(tmp_path / "own", "Lena Osei", PASSWORD, clock, keys.TEST)
    started = make(tmp_path / "own")
    started.start()
    door = started.window
    assert isinstance(door, SignIn)
    assert door.step is not None
    door.step.rows["password"].editor.set_value(PASSWORD)
    door.step.verb.click()
    qtbot.waitUntil(lambda: isinstance(started.window, MainWindow))
    window = started.window
    assert isinstance(window, MainWindow)
    dialog(window, KeyGroups)
    window.forms.new_person()
    form = dialog(window, PersonForm)
    assert isinstance(form, PersonForm)
    form.panel.rows["given_name"].editor.restore("Unfin")
    started.lock.lock()
    assert isinstance(started.window, SignIn)
    assert not form.isVisible()
    assert not window.isVisible()
    assert started.desk.desk is None
    again = signing_in.sign_in(tmp_path / "own", "Lena Osei", PASSWORD, clock)
    assert [each.typed["panel"]["given_name"] for each in unfinished.mine(again)] == ["Unfin"]
    signing_in.leave(again)


def test_closing_the_window_signs_out_and_ends_the_program(
    qtbot: QtBot, make: Callable[[Path], Program], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = make(desk.store.folder.path)
    started.start()
    own = signing_in.sign_in(desk.store.folder.path, "Lena Osei", PASSWORD, desk.clock)
    started.sit(own)
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: ended.append(True))
    assert started.window is not None
    started.window.close()
    assert ended == [True]
    assert started.desk.desk is None
    assert isinstance(started.window, MainWindow)


def test_a_folder_where_no_records_can_be_is_refused_in_words(make: Callable[[Path], Program], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    started = make(tmp_path / "file")
    started.start()
    refusal = started.window
    assert isinstance(refusal, Steps)
    assert any("not a folder" in each.text() for each in refusal.findChildren(QLabel))
    assert refusal.step is not None
    refusal.step.verb.click()
    assert not refusal.isVisible()


@pytest.mark.qt_log_ignore(NO_RAISE)
def test_a_sentence_nobody_has_shown_is_shown(qtbot: QtBot, make: Callable[[Path], Program], tmp_path: Path) -> None:
    started = make(tmp_path / "new")
    started.start()
    started.say(NotAllowed("A worker may not do this."))
    box = started.window.findChildren(QMessageBox)[0]  # type: ignore[union-attr]  # there is a window
    assert box.text() == "A worker may not do this."
    box.close()


def test_run_opens_and_ends(qtbot: QtBot, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def exec_(_app: QApplication) -> int:
        seen.append("ran")
        return 0

    monkeypatch.setattr(QApplication, "exec", exec_)
    assert program.run(tmp_path / "new", clock, "Lena Osei") == 0
    assert seen == ["ran"]
