"""Undo at the desk: it names the act, in place for ten seconds and in the Edit menu; what can't be undone says why."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.act import Act
from rise_desk.domain.person import Person
from rise_desk.domain.record import Record
from rise_desk.services import casework, signing_in
from tests import build
from tests.ui.files import dialog_of
from tests.ui.open_window import page
from ui import keys_list
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.main_window import TODAY, MainWindow
from ui.undo import LONGEST, MANY
from ui.withdraw import WithdrawDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Note = Callable[[], Record]


@pytest.fixture
def worked(window: MainWindow, person: Person, qapp: QApplication) -> MainWindow:
    """The window at Maisie's file, with nothing done yet that could be undone."""
    qapp.processEvents()
    window.undo.forget()
    window.notice.hide()
    window.open_file(person.id)
    window.rail.items[TODAY].setFocus()
    return window


@pytest.fixture
def noted(worked: MainWindow, person: Person, screen: ScreenDesk, qapp: QApplication) -> Record:
    """A note that was recorded just now."""
    made = build.note(screen.at, person.id)
    qapp.processEvents()
    return made


def _now(screen: ScreenDesk, record: Record) -> Record:
    return screen.at.store.get(type(record), record.id)


def _press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(window, key, held)
    QApplication.processEvents()


def _offered(window: MainWindow) -> list[tuple[str, bool]]:
    actions = [window.menus.actions[key] for key in ("undo", "redo")]
    return [(keys_list.plain(each.text()), each.isEnabled()) for each in actions]


def test_nothing_done_leaves_the_plain_words_greyed(worked: MainWindow) -> None:
    assert _offered(worked) == [("Undo", False), ("Redo", False)]
    worked.undo.undo()
    assert not worked.notice.isVisible()


def test_what_was_done_is_named_in_place_for_ten_seconds_and_in_the_menu(worked: MainWindow, noted: Record) -> None:
    assert worked.notice.isVisible()
    assert worked.notice.text.text() == "Note recorded."
    assert worked.notice.button.isVisible()
    assert worked.notice.button.accessibleName().startswith("Undo")
    assert worked.notice.timer.isActive()
    assert worked.notice.timer.interval() == 10_000
    assert _offered(worked) == [("Undo: note recorded", True), ("Redo", False)]
    worked.notice.close_notice()
    assert _offered(worked)[0] == ("Undo: note recorded", True)


def test_the_verb_in_place_undoes_it_and_offers_it_again(
    worked: MainWindow, noted: Record, screen: ScreenDesk, qapp: QApplication
) -> None:
    worked.notice.button.click()
    qapp.processEvents()
    gone = _now(screen, noted)
    assert gone.withdrawn is not None
    assert gone.withdrawn.why == "Undone: note recorded"
    assert worked.notice.text.text() == "Undone: note recorded."
    assert _offered(worked) == [("Undo", False), ("Redo: note recorded", True)]
    worked.notice.button.click()
    qapp.processEvents()
    assert _now(screen, noted).withdrawn is None
    assert worked.notice.text.text() == "Done again: note recorded."
    assert _offered(worked) == [("Undo: note recorded", True), ("Redo", False)]


def test_keys_undo_and_redo(worked: MainWindow, noted: Record, screen: ScreenDesk) -> None:
    _press(worked, Qt.Key.Key_Z)
    assert _now(screen, noted).withdrawn is not None
    _press(worked, Qt.Key.Key_Y)
    assert _now(screen, noted).withdrawn is None
    _press(worked, Qt.Key.Key_Z)
    _press(worked, Qt.Key.Key_Z, CTRL | SHIFT)
    assert _now(screen, noted).withdrawn is None


def test_in_a_field_the_keys_take_back_what_was_typed(worked: MainWindow, noted: Record, screen: ScreenDesk) -> None:
    field = worked.top.search
    field.setFocus()
    QTest.keyClicks(field, "maisie")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    QApplication.processEvents()
    assert _now(screen, noted).withdrawn is None
    field.clear()


def test_acts_are_undone_one_after_the_other_the_last_first(
    worked: MainWindow, noted: Record, screen: ScreenDesk, person: Person, qapp: QApplication
) -> None:
    casework.save(screen.at, person.changed(known_as="Mae"))
    qapp.processEvents()
    assert _offered(worked)[0] == ("Undo: file changed", True)
    _press(worked, Qt.Key.Key_Z)
    assert _offered(worked) == [("Undo: note recorded", True), ("Redo: file changed", True)]
    _press(worked, Qt.Key.Key_Z)
    assert _offered(worked) == [("Undo", False), ("Redo: note recorded", True)]
    _press(worked, Qt.Key.Key_Y)
    assert _offered(worked) == [("Undo: note recorded", True), ("Redo: file changed", True)]
    build.young_person(screen.at, "Jade")
    qapp.processEvents()
    assert _offered(worked) == [("Undo: file made", True), ("Redo", False)]


def test_two_changes_of_one_file_are_both_taken_back_and_both_done_again(
    worked: MainWindow, person: Person, screen: ScreenDesk, qapp: QApplication
) -> None:
    for name in ("One", "Two"):
        casework.save(screen.at, screen.at.store.get(Person, person.id).changed(known_as=name))
        qapp.processEvents()
    for key, name in ((Qt.Key.Key_Z, "One"), (Qt.Key.Key_Z, "Maz"), (Qt.Key.Key_Y, "One"), (Qt.Key.Key_Y, "Two")):
        _press(worked, key)
        assert screen.at.store.get(Person, person.id).known_as == name


def test_where_somebody_changed_it_since_the_sentence_is_shown_and_the_act_before_is_offered(
    worked: MainWindow, noted: Record, screen: ScreenDesk, person: Person, qapp: QApplication
) -> None:
    casework.save(screen.at, person.changed(known_as="Mae"))
    qapp.processEvents()
    worker = build.colleague(screen.at, "Priya Nair")
    changed = casework.save(worker, worker.store.get(Person, person.id).changed(known_as="Theirs"))
    signing_in.leave(worker)
    _press(worked, Qt.Key.Key_Z)
    assert "Maisie Okafor's file was changed again since by Priya Nair" in worked.notice.text.text()
    assert not worked.notice.button.isVisible()
    assert not worked.notice.timer.isActive()
    assert _now(screen, person) == changed
    assert _offered(worked) == [("Undo: note recorded", True), ("Redo", False)]


def test_where_the_records_are_busy_it_can_be_undone_later(
    worked: MainWindow, noted: Record, screen: ScreenDesk
) -> None:
    other = build.colleague(screen.at, "Priya Nair")
    with other.writing():
        worked.undo.undo()
        worked.undo.undo()
        screen.tasks.cancel()
    signing_in.leave(other)
    assert "stopped waiting" in worked.notice.text.text()
    assert _offered(worked)[0] == ("Undo: note recorded", True)
    _press(worked, Qt.Key.Key_Z)
    assert _now(screen, noted).withdrawn is not None


def test_what_others_do_is_not_offered(
    worked: MainWindow, screen: ScreenDesk, person: Person, qapp: QApplication
) -> None:
    worker = build.colleague(screen.at, "Priya Nair")
    screen.look()
    build.note(worker, person.id)
    signing_in.leave(worker)
    screen.look()
    qapp.processEvents()
    assert _offered(worked) == [("Undo", False), ("Redo", False)]
    assert not worked.notice.isVisible()


def test_a_save_that_changes_nothing_is_no_act_to_undo(
    worked: MainWindow, screen: ScreenDesk, person: Person, qapp: QApplication
) -> None:
    casework.save(screen.at, person)
    qapp.processEvents()
    assert not worked.notice.isVisible()
    assert _offered(worked)[0] == ("Undo", False)


def test_at_lock_what_was_done_is_forgotten(worked: MainWindow, noted: Record, screen: ScreenDesk) -> None:
    screen.leave("locked")
    assert _offered(worked) == [("Undo", False), ("Redo", False)]
    worked.undo.undo()


def test_beneath_a_dialog_the_ten_seconds_begin_when_it_closes(
    worked: MainWindow, screen: ScreenDesk, person: Person, qtbot: QtBot, qapp: QApplication
) -> None:
    dialogs = [QDialog(worked), QDialog(worked)]
    for each in dialogs:
        each.open()
    build.note(screen.at, person.id)
    qapp.processEvents()
    assert not worked.notice.timer.isActive()
    for each in reversed(dialogs):
        assert not worked.notice.timer.isActive()
        each.reject()
        qapp.processEvents()
    qtbot.waitUntil(worked.notice.timer.isActive)
    assert worked.notice.isVisible()
    assert worked.notice.text.text() == "Note recorded."


def test_a_newer_sentence_is_not_taken_away_when_the_dialog_closes(
    worked: MainWindow, screen: ScreenDesk, person: Person, qapp: QApplication
) -> None:
    dialog = QDialog(worked)
    dialog.open()
    noted = build.note(screen.at, person.id)
    qapp.processEvents()
    worked.notice.say("The backup failed.", "Try again", stays=True)
    dialog.reject()
    qapp.processEvents()
    assert worked.notice.text.text() == "The backup failed."
    worked.notice.button.click()
    qapp.processEvents()
    assert _now(screen, noted).withdrawn is None


def test_an_import_is_undone_off_the_screens_thread(
    worked: MainWindow, screen: ScreenDesk, qtbot: QtBot, qapp: QApplication
) -> None:
    role = (life.DatedRole(role="at_risk"),)
    people = tuple(
        Person(id=screen.clock.new_id(), given_name=f"Child {number}", roles=role) for number in range(MANY + 1)
    )
    title = f"Import of {'R&D ' * 20}.csv"
    casework.perform(screen.at, Act(title=title, saves=people, batch="list"))
    qapp.processEvents()
    (text, _enabled), _redo = _offered(worked)
    assert text.startswith("Undo: import of R&D R&D")
    assert text.endswith("R&D .csv")
    assert " … " in text
    assert len(text) < len("Undo: ") + LONGEST + 3
    worked.undo.undo()
    assert worked.notice.text.text().startswith("Working: import of R&D")
    worked.undo.undo()
    qtbot.waitUntil(lambda: worked.notice.text.text().startswith("Undone: import of"), timeout=20_000)
    assert all(each.withdrawn for each in screen.at.store.several(Person, [each.id for each in people]))


def test_a_note_withdrawn_in_its_window_is_undone_from_the_page(
    worked: MainWindow, noted: Record, screen: ScreenDesk, qtbot: QtBot, qapp: QApplication
) -> None:
    shown = page(worked)
    assert isinstance(shown, CasePage)
    shown.read_record(noted.id)
    entry = dialog_of(shown, EntryDialog)
    entry.withdraw()
    asked = entry.findChild(WithdrawDialog)
    assert isinstance(asked, WithdrawDialog)
    asked.why.editor.restore("wrong child")
    asked.withdraw()
    qapp.processEvents()
    assert worked.notice.isVisible()
    assert worked.notice.text.text() == "Note withdrawn."
    assert _offered(worked)[0] == ("Undo: note withdrawn", True)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is worked)
    worked.rail.items[TODAY].setFocus()
    _press(worked, Qt.Key.Key_Z)
    assert _now(screen, noted).withdrawn is None
    assert worked.notice.text.text() == "Undone: note withdrawn."


def test_the_key_sheet_names_the_verb_and_no_act(worked: MainWindow, noted: Record) -> None:
    named = {key.what for group in keys_list.of_menus(worked.menuBar()) for key in group.keys}
    assert {"Undo", "Redo", "History of this file"} <= named
    assert not any("note" in each.lower() and "undo" in each.lower() for each in named)
