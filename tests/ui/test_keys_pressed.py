"""What the list of keys promises is pressed, and what a control answers to is in the list."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

import ui
from rise_desk.domain.person import Person
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.open_window import opened, page
from tests.ui.previewed import previewed
from ui import keys_list, theme
from ui.caseload import Caseload
from ui.desk import ScreenDesk
from ui.keys_dialog import KeysDialog
from ui.main_window import ADULTS, HELP, PEOPLE, SETTINGS, STAFF, TODAY, MainWindow
from ui.pages import Place
from ui.widgets.filter_row import FilterRow
from ui.widgets.record_table import RecordTable

CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)
TOLD = {
    "assessment_levels.py": "Forms",
    "help_text.py": "Help pages",
    "help_view.py": "Moving about",
    "keys_dialog.py": "Moving about",
    "mention_parts.py": "Forms",
    "missing_quick.py": "Forms",
    "preview_view.py": "Case summary, audit sheet",
    "meeting_line.py": "Morning meeting",
    "today.py": "Today",
    "today_rows.py": "Today",
    "widgets/heat_strip.py": "A file",
    "widgets/night_calendar.py": "The calendar of nights",
    "widgets/rail.py": "Moving about",
    "widgets/table_view.py": "Lists",
    "network_canvas.py": "The network",
    "widgets/search_box.py": "Search",
    "widgets/timeline.py": "The chronology",
}
"""The group of the list that tells of the keys a module answers to by itself."""

USUAL = {
    "assessment_band.py": {"Enter"},  # on a choice, as everywhere
    "assessment_levels.py": {"Up", "Down"},  # along the lines, as everywhere
    "widgets/buttons.py": {"Enter"},  # on a button, as everywhere
    "widgets/heat_strip.py": {
        "Enter",
        "Up",
        "Down",
        "Home",
        "End",
    },  # along what has the keyboard, and on it, as everywhere
    "widgets/plain_choice.py": {"Enter", "Space"},  # in a choice, as everywhere
    "preview_pages.py": {"Enter"},  # after a number, as everywhere
    "keys_dialog.py": {"Page Up", "Page Down"},  # scrolls, as everywhere
    "today_rows.py": {"Enter"},  # on a name, as on every button
}
"""What needs no telling."""


def _pressed_in(module: Path) -> Iterator[str]:
    """The keys by their name in Qt, such as `Key_Home`, that a module speaks of."""
    for each in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(each, ast.Attribute) and each.attr.startswith("Key_"):
            named = each.attr.removeprefix("Key_")
            yield {"PageUp": "Page Up", "PageDown": "Page Down", "Return": "Enter", "Escape": "Esc"}.get(named, named)


def test_what_a_control_answers_to_is_in_the_list(window: MainWindow) -> None:
    groups = {each.title: each.keys for each in keys_list.every(window.menuBar())}
    root, untold = Path(ui.__file__).parent, {}
    for module in sorted(root.rglob("*.py")):
        name = module.relative_to(root).as_posix()
        told = {spelt for key in groups.get(TOLD.get(name, ""), ()) for spelt in key.spelt}
        left = set(_pressed_in(module)) - told - USUAL.get(name, set())
        if left:
            untold[name] = left
    assert untold == {}


@pytest.fixture
def table(window: MainWindow, screen: ScreenDesk) -> RecordTable:
    """The list of twelve young people, the sixth chosen."""
    for number in range(12):
        build.young_person(screen.at, f"Child {number:02}")
    window.go(Place(PEOPLE))
    shown = page(window)
    assert isinstance(shown, Caseload)
    shown.table.view.setFocus()
    shown.table.choose(shown.table.model.rows[5])
    return shown.table


@pytest.mark.parametrize(
    ("key", "held", "row", "chosen"),
    [
        (Qt.Key.Key_Home, NONE, 0, 1),
        (Qt.Key.Key_End, NONE, 11, 1),
        (Qt.Key.Key_Home, SHIFT, 0, 6),
        (Qt.Key.Key_End, SHIFT, 11, 7),
        (Qt.Key.Key_Up, NONE, 4, 1),
        (Qt.Key.Key_Down, NONE, 6, 1),
        (Qt.Key.Key_PageUp, NONE, 0, 1),
        (Qt.Key.Key_PageDown, NONE, 11, 1),
        (Qt.Key.Key_A, CTRL, 5, 12),
    ],
)
def test_the_keys_of_a_list(table: RecordTable, key: Qt.Key, held: Qt.KeyboardModifier, row: int, chosen: int) -> None:
    across = table.view.currentIndex().column()
    QTest.keyClick(table.view, key, held)
    assert table.view.currentIndex().row() == row
    assert table.view.currentIndex().column() == across
    assert len(table.selected_rows()) == chosen


def test_home_and_end_of_an_empty_list(window: MainWindow) -> None:
    window.go(Place(ADULTS))
    shown = page(window)
    assert isinstance(shown, Caseload)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(shown.table.view, key)
    assert shown.table.current_row() is None


def test_a_list_is_copied_and_opened_by_keys(qtbot: QtBot, table: RecordTable) -> None:
    QTest.keyClick(table.view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("Child 05")
    QTest.keyClick(table.view, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Child 05")
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].name == "Child 05 Okafor"


def test_home_and_end_of_the_case_summary(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    view = previewed(qtbot, screen, desk).pages.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("place", [TODAY, PEOPLE, ADULTS, SETTINGS, HELP, STAFF, "case"])
def test_the_keys_are_listed_from_every_control(qtbot: QtBot, window: MainWindow, person: Person, place: str) -> None:
    if place == "case":
        window.open_file(person.id)
    else:
        window.go(Place(place))
    stop: QWidget | None = window.rail.items[TODAY]
    stops: list[QWidget] = []
    while stop is not None and stop not in stops:
        stops.append(stop)
        for keys, held, expected in (
            (Qt.Key.Key_Slash, CTRL, 1),
            (Qt.Key.Key_Question, NONE, 0 if _takes_text(stop) else 1),
        ):
            _return_to(qtbot, window, stop)
            QTest.keyClick(stop, keys, held)
            assert _lists(window) == expected, (stop.accessibleName(), keys)
        _return_to(qtbot, window, stop)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        stop = window.focusWidget()
    assert len(stops) > 8
    for row in window.findChildren(FilterRow):
        with qtbot.waitSignal(row.changed):  # what was typed is asked before the desk is left
            row.text.setText("nobody")


def _return_to(qtbot: QtBot, window: MainWindow, stop: QWidget) -> None:
    """The window in front again, with the cursor where it was."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    stop.setFocus(Qt.FocusReason.TabFocusReason)


def _lists(window: MainWindow) -> int:
    """How many lists of keys lie over the window; they are closed."""
    found = [each for each in window.findChildren(KeysDialog) if each.isVisible()]
    for each in found:
        each.reject()
    return len(found)


def _takes_text(stop: QWidget) -> bool:
    return isinstance(stop, QLineEdit | QTextEdit | QPlainTextEdit) and not stop.isReadOnly()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_answers_have_room_for_names_and_stay_in_the_window(
    qtbot: QtBot, qapp: QApplication, confirmed: Desk, screen: ScreenDesk, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    window = opened(qtbot, qapp, screen)
    for number in range(12):
        window.search.remember(build.young_person(screen.at, f"Bartholomew {number:02}", "Featherstone").id)
    window.search.begin()
    answers = window.top.search.answers
    assert answers is not None
    assert answers.list.count() == 10
    assert answers.geometry().bottom() < window.height()
    assert answers.geometry().right() < window.width()
    assert answers.list.height() > 3 * theme.current().tall(42)
    name = QFontMetrics(theme.current().font(strong=True)).horizontalAdvance("Bartholomew 11 Featherstone")
    assert answers.list.viewport().width() > name + QFontMetrics(theme.current().font()).horizontalAdvance("26-0012")
