"""Keys: one list of them, true to the program, shown over every screen and printed on one page."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.services import handbook
from rise_desk.services.desk import Desk
from tests.reports.reading import page_texts
from tests.ui.open_window import dialog
from tests.ui.previewed import previewed
from tests.ui.screen import show
from tests.ui.test_keyboard import WINDOWS
from tests.ui.walk import walk
from ui import help_at_hand, help_topics, keys_list, printing, theme
from ui.case_page import CasePage
from ui.desk import ScreenDesk
from ui.keys_dialog import NOTHING, KeysDialog
from ui.keys_list import Group, Key
from ui.keys_sheet import NO_PRINTER, SENT, KeySheetDialog
from ui.main_window import PEOPLE, MainWindow
from ui.pages import Place
from ui.preview_save import SaveDialog
from ui.print_dialog import PrintDialog
from ui.withdraw import WithdrawDialog

NAMED = re.compile(r"`([^`]+)`")
ANY = {"F1", "Ctrl+/", "?", "Esc"}
"""What every window over the desk answers to."""


def _known(window: MainWindow) -> set[str]:
    groups = (*keys_list.every(window.menuBar()), keys_list.OVER_THE_DESK)
    return {spelt for each in groups for key in each.keys for spelt in key.spelt}


def test_every_key_that_help_names_is_one_of_the_program(window: MainWindow) -> None:
    named = {(page.name, key) for page in handbook.every_page() for key in NAMED.findall(page.text)}
    assert {each for each in named if each[1] not in _known(window)} == {("keys", "Alt"), ("lists", "Shift")}


def test_every_key_of_the_program_is_told_of_in_help(window: MainWindow) -> None:
    named = {key for page in handbook.every_page() for key in NAMED.findall(page.text)}
    told_alike = {"Ctrl+="}
    assert _known(window) - named == told_alike


def _shortcuts(widget: QWidget) -> set[str]:
    found = {keys_list.spelt(each.key().toString()) for each in widget.findChildren(QShortcut)}
    return {each for each in found if not each.startswith("Alt+")}


def _declared(widget: QWidget) -> set[str]:
    groups = (each for each in keys_list.here(help_topics.names_of(widget), None) if each.where)
    return {spelt for each in groups for key in each.keys for spelt in key.spelt}


@pytest.mark.parametrize("kind", WINDOWS, ids=lambda kind: kind.__name__)
def test_every_shortcut_of_a_window_is_in_the_list(
    qtbot: QtBot, screen: ScreenDesk, person: Person, dropped: None, kind: type[QDialog]
) -> None:
    made = WINDOWS[kind](screen, person)
    show(qtbot, made, 900, 640)
    assert _shortcuts(made) - ANY - {"Backspace"} <= _declared(made)
    made.hide()


def test_the_list_promises_no_shortcut_that_a_window_lacks(
    qtbot: QtBot, desk: Desk, screen: ScreenDesk, person: Person, page: CasePage
) -> None:
    preview = previewed(qtbot, screen, desk)
    shortcuts = {"Ctrl+Enter", "Ctrl+S", "Ctrl+P", "F2", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+9"}
    for widget in (
        page,
        preview,
        PrintDialog(["Office"], 3, 20),
        SaveDialog(lambda _secret: None),
        *(WINDOWS[kind](screen, person) for kind in WINDOWS if issubclass(kind, WithdrawDialog)),
    ):
        qtbot.addWidget(widget)
        assert _declared(widget) & shortcuts <= _shortcuts(widget), type(widget).__name__
        assert _shortcuts(widget) - ANY <= _declared(widget), type(widget).__name__


def test_the_menus_own_their_keys(window: MainWindow) -> None:
    groups = {each.title: each.keys for each in keys_list.of_menus(window.menuBar())}
    assert list(groups) == ["File", "Edit", "Go", "View", "Help"]
    assert Key(keys=("Ctrl+K", "Ctrl+G"), what="Go anywhere") in groups["Go"]
    assert Key(keys=("Ctrl+/", "?"), what="Keys") in groups["Help"]
    shown = {spelt for keys in groups.values() for key in keys for spelt in key.spelt}
    owned = {keys_list.spelt(each.toString()) for act in window.menus.actions.values() for each in act.shortcuts()}
    assert shown == owned


@pytest.mark.parametrize(
    ("keys", "spelt"),
    [("Ctrl+Return", "Ctrl+Enter"), ("Ctrl++", "Ctrl++"), ("Ctrl+PgDown", "Ctrl+Page Down"), ("?", "?"), ("+", "+")],
)
def test_keys_are_spelt_as_on_the_keyboard(keys: str, spelt: str) -> None:
    assert keys_list.spelt(keys) == spelt


def test_the_words_of_a_menu_are_plain() -> None:
    assert keys_list.plain("Save && &print…") == "Save & print"


def _told(dialog: KeysDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_keys_of_the_screen_come_first(window: MainWindow, person: Person) -> None:
    window.open_file(person.id)
    QTest.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    opened = dialog(window, KeysDialog)
    assert isinstance(opened, KeysDialog)
    assert _told(opened)[:2] == ["A file", "Change the details: F2"]
    assert "Go anywhere: Ctrl+K or Ctrl+G" in _told(opened)
    assert "The menus: F10" in _told(opened)
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_a_question_mark_lists_the_keys_unless_it_is_typed(window: MainWindow, person: Person) -> None:
    window.go(Place(PEOPLE))
    window.top.search.setFocus()
    QTest.keyClicks(window.top.search, "?")
    assert window.top.search.text() == "?"
    assert window.findChildren(KeysDialog) == []
    window.rail.items[PEOPLE].setFocus()
    QTest.keyClick(window.rail.items[PEOPLE], Qt.Key.Key_Question)
    assert isinstance(dialog(window, KeysDialog), KeysDialog)


def test_typing_narrows_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    made = KeysDialog(keys_list.every(window.menuBar()))
    show(qtbot, made, 700, 640)
    QTest.keyClicks(made.words, "lock")
    assert "Lock: Ctrl+L" in _told(made)
    assert all("lock" in each.casefold() or each == "File" for each in _told(made))
    made.words.setText("ctrl+p")
    assert "Print: Ctrl+P" in _told(made)
    made.words.setText("nothing does this")
    assert made.none.isVisible()
    assert made.none.text() == NOTHING
    made.words.setText("case summary")
    assert "Save as PDF: Ctrl+S" in _told(made)
    QTest.keyClick(made.words, Qt.Key.Key_Down)
    assert made.list.hasFocus()
    made.list.grab()
    assert walk(made) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_keys_of_a_window_over_the_desk(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, person: Person, dropped: None, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    over = WINDOWS[WithdrawDialog](screen, person)
    show(qtbot, over, 700, 400)
    help_at_hand.show_keys(over)
    opened = over.findChild(KeysDialog)
    assert isinstance(opened, KeysDialog)
    assert _told(opened)[:2] == ["Forms", "Withdraw it: Ctrl+Enter"]
    assert "Help for this screen: F1" in _told(opened)
    assert not any("Ctrl+K" in each for each in _told(opened))
    opened.grab()
    assert walk(opened) == []
    help_at_hand.show_keys(opened)
    assert opened.findChildren(KeysDialog) == []


@pytest.fixture
def sheet(qtbot: QtBot, window: MainWindow) -> KeySheetDialog:
    """The sheet of every key, open over the desk."""
    window.menus.actions["key_sheet"].trigger()
    opened = dialog(window, KeySheetDialog)
    assert isinstance(opened, KeySheetDialog)
    return opened


def test_every_key_is_on_one_page(window: MainWindow, sheet: KeySheetDialog) -> None:
    (paper,) = page_texts(sheet.pdf)
    for spelt in _known(window):
        assert spelt.split(" ")[0] in paper, spelt
    assert "OFFICIAL" not in paper
    assert sheet.page.accessibleDescription().startswith("Ctrl+N: New")
    assert sheet.page.minimumHeight() > sheet.page.width()
    sheet.grab()
    assert walk(sheet) == []


def test_there_is_room_for_a_few_keys_more() -> None:
    more = Group(title="More", keys=tuple(Key(keys=(f"F{number}",), what="Something") for number in range(50)))
    from datetime import UTC, datetime

    from ui.keys_sheet import sheet as made

    assert len(page_texts(made([more, more], datetime(2026, 11, 21, tzinfo=UTC)))) == 1


def test_the_sheet_is_printed(sheet: KeySheetDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "names", list)
    sheet.print_button.click()
    assert sheet.said.text() == NO_PRINTER
    paper = tmp_path / "paper.pdf"
    printer = printing.a4(QPrinter(QPrinter.PrinterMode.HighResolution))
    printer.setOutputFileName(str(paper))
    monkeypatch.setattr(printing, "names", lambda: ["Office"])
    monkeypatch.setattr(printing, "ask_printer", lambda *_asked: None)
    sheet.print_button.click()
    assert sheet.said.text() == NO_PRINTER
    monkeypatch.setattr(printing, "ask_printer", lambda *_asked: printer)
    sheet.print_button.click()
    assert sheet.said.text() == SENT
    assert len(page_texts(paper.read_bytes())) == 1
    monkeypatch.setattr(printing, "put_on_paper", lambda *_pages: False)
    sheet.print_button.click()
    assert sheet.said.text() == printing.NOT_TAKEN


def test_the_sheet_is_saved(sheet: KeySheetDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = iter(("", str(tmp_path / "no" / "keys.pdf"), str(tmp_path / "keys.pdf")))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (next(paths), ""))
    sheet.save_button.click()
    assert sheet.said.text() == ""
    sheet.save_button.click()
    assert "its folder does not exist" in sheet.said.text()
    sheet.save_button.click()
    assert sheet.said.text() == "Saved as keys.pdf."
    assert (tmp_path / "keys.pdf").read_bytes() == sheet.pdf
