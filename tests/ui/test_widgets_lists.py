"""Lists: paged and sorted by the store, laid out as each person likes, copied cleanly, opened by keyboard."""

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.screen import colours_of, show
from tests.ui.walk import walk
from ui import theme
from ui.widgets.badge import Tone
from ui.widgets.columns import Cell, Column, remembered, usual
from ui.widgets.columns_dialog import ColumnsDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.paged_model import PagedModel
from ui.widgets.record_table import RecordTable, Verb

Row = tuple[int, str]
COLUMNS = (
    Column(
        key="name", title="Name", cell=lambda row: Cell(text=row[1], second=f"no {row[0]}"), sort="name", fixed=True
    ),
    Column(key="number", title="Number", cell=lambda row: str(row[0]), sort="number", right=True),
    Column(key="level", title="Level", cell=lambda row: Cell(text="High", badge=Tone.HIGH)),
    Column(key="late", title="Late", cell=lambda row: Cell(text="3\tdays\nlate", loud=True), shown=False),
)


class Store:
    """Rows by key, as a store would give them, with a note of what was asked."""

    def __init__(self, count: int, page: int = 3) -> None:
        self.rows: list[Row] = [(number, f"Name {number:02}") for number in range(count)]
        self.page = page
        self.asked: list[tuple[str, bool, Any]] = []

    def fetch(self, sort: str, descending: bool, after: Row | None) -> Sequence[Row]:
        """The page after a row."""
        self.asked.append((sort, descending, after))
        rows = sorted(self.rows, reverse=descending)
        start = rows.index(after) + 1 if after else 0
        return rows[start : start + self.page]


def _table(qtbot: QtBot, store: Store, **more: Any) -> RecordTable:
    table = RecordTable(COLUMNS, store.fetch, name="People", sort="name", page=store.page, **more)
    show(qtbot, table, 600, 300)
    return table


def test_rows_come_a_page_at_a_time_by_key(qtbot: QtBot) -> None:
    store = Store(7)
    model = PagedModel(COLUMNS, store.fetch, page=3)
    with qtbot.waitSignal(model.counted) as told:
        model.reload()
    assert told.args == [3, False]
    assert store.asked == [("", False, None)]
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert [row[0] for row in model.rows] == list(range(7))
    assert store.asked[-1] == ("", False, (5, "Name 05"))
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_a_full_last_page_is_followed_by_an_empty_one() -> None:
    model = PagedModel(COLUMNS, Store(3).fetch, page=3)
    model.reload()
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == 3


def test_cells_say_all_of_themselves_to_screen_readers() -> None:
    model = PagedModel(COLUMNS, Store(1).fetch, page=3)
    model.sorted_by = "name"
    model.reload()
    first, number = model.index(0, 0), model.index(0, 1)
    assert model.data(first) == "Name 00"
    assert model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "Name 00 · no 0"
    assert model.data(first, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.data(number, Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across) == "Name ↑"
    assert model.headerData(1, across) == "Number"
    assert model.headerData(0, across, Qt.ItemDataRole.AccessibleTextRole) == "Name, sorted ascending"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, across) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None
    model.descending = True
    assert model.headerData(0, across) == "Name ↓"


def test_an_empty_list_shows_its_empty_state(qtbot: QtBot) -> None:
    store = Store(0)
    empty = EmptyState("Nobody yet.", verb="Add")
    table = _table(qtbot, store, empty=empty)
    table.reload()
    assert empty.isVisible()
    assert not table.view.isVisible()
    assert table.copy() == ""
    store.rows = [(1, "A")]
    table.reload()
    assert table.view.isVisible()
    assert walk(table) == []


def test_reloading_keeps_the_chosen_row_and_how_far_somebody_scrolled(qtbot: QtBot) -> None:
    store = Store(7)
    table = _table(qtbot, store)
    table.reload()
    table.model.fetchMore(QModelIndex())
    table.choose((4, "Name 04"))
    store.rows.insert(0, (-1, "New"))
    table.reload()
    assert table.current_row() == (4, "Name 04")
    assert len(table.model.rows) >= 6
    store.rows = store.rows[:2]
    table.reload()
    assert table.current_row() is None


def test_enter_and_double_click_open(qtbot: QtBot) -> None:
    table = _table(qtbot, Store(2))
    table.reload()
    with qtbot.waitSignal(table.chosen) as chosen:
        table.choose((1, "Name 01"))
    assert chosen.args == [(1, "Name 01")]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [(1, "Name 01")]
    with qtbot.waitSignal(table.opened) as again:
        table.view.doubleClicked.emit(table.model.index(0, 0))
    assert again.args == [(0, "Name 00")]
    QTest.keyClick(table.view, Qt.Key.Key_Up)
    assert table.current_row() == (0, "Name 00")


def test_enter_on_nothing_opens_nothing(qtbot: QtBot) -> None:
    table = _table(qtbot, Store(0))
    with qtbot.assertNotEmitted(table.opened):
        QTest.keyClick(table.view, Qt.Key.Key_Return)


def test_copies_rows_as_spreadsheets_take_them(qtbot: QtBot) -> None:
    table = _table(qtbot, Store(3))
    table.restore(table.state() | {"columns": ["name", "late"]})
    table.reload()
    table.view.selectAll()
    with qtbot.waitSignal(table.copied) as told:
        QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [3]
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Name 00 · no 0\t3 days late"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(table.view, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text().split("\n") == ["Name\tLate", *lines]


def test_the_store_sorts_and_a_second_click_turns_it_round(qtbot: QtBot) -> None:
    store = Store(7)
    table = _table(qtbot, store)
    table.reload()
    header = table.view.horizontalHeader()
    header.sectionClicked.emit(1)
    assert store.asked[-1] == ("number", False, None)
    header.sectionClicked.emit(1)
    assert store.asked[-1] == ("number", True, None)
    assert table.model.rows[0][0] == 6
    asked = len(store.asked)
    header.sectionClicked.emit(2)
    assert len(store.asked) == asked
    assert table.model.sorted_by == "number"


def test_columns_are_chosen_ordered_and_remembered(qtbot: QtBot) -> None:
    table = _table(qtbot, Store(2))
    with qtbot.waitSignal(table.layout_changed):
        table.view.horizontalHeader().moveSection(1, 0)
    assert table.state()["columns"] == ["number", "name", "level"]
    with qtbot.waitSignal(table.layout_changed):
        table.view.setColumnWidth(0, 222)
    dialog = table.choose_columns()
    late = next(
        dialog.list.item(place) for place in range(dialog.list.count()) if dialog.list.item(place).text() == "Late"
    )
    late.setCheckState(Qt.CheckState.Checked)
    table.reload()
    table.choose((1, "Name 01"))
    dialog.accept()
    assert table.current_row() == (1, "Name 01")
    assert table.state()["columns"] == ["number", "name", "level", "late"]
    other = _table(qtbot, Store(2))
    other.restore(table.state())
    assert other.state() == table.state()
    assert [column.key for column in other.model.columns] == ["number", "name", "level", "late"]
    assert other.view.columnWidth(0) == 222


@pytest.mark.parametrize(
    "kept",
    [{}, {"version": 0, "columns": ["number"]}, {"version": 1, "columns": "number"}, {"version": 1, "columns": ["x"]}],
)
def test_what_is_remembered_wrongly_is_left_alone(kept: dict[str, Any]) -> None:
    layout = remembered(COLUMNS, kept, usual(COLUMNS, "name"))
    assert layout.sort == "name"
    assert layout.order[0] == "name"


def test_what_no_longer_exists_is_dropped() -> None:
    kept = {
        "version": 1,
        "columns": ["late", "gone", "late"],
        "widths": {"late": 90, "gone": 90, "number": "wide", "level": 5},
        "sort": "gone",
        "descending": True,
    }
    layout = remembered(COLUMNS, kept, usual(COLUMNS, "name"))
    assert layout.order == ["name", "late"]
    assert layout.widths == {"late": 90}
    assert (layout.sort, layout.descending) == ("name", False)
    kept |= {"sort": "number", "widths": None}
    layout = remembered(COLUMNS, kept, usual(COLUMNS, "name"))
    assert (layout.sort, layout.descending, layout.widths) == ("number", True, {})


def test_the_columns_window_moves_ticks_and_never_empties(qtbot: QtBot) -> None:
    dialog = ColumnsDialog(COLUMNS, ["name", "number"])
    show(qtbot, dialog)
    assert dialog.order() == ["name", "number"]
    dialog.move_item(-1)
    dialog.down_button.click()
    assert dialog.order() == ["number", "name"]
    dialog.up_button.click()
    assert dialog.order() == ["name", "number"]
    assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    for place in range(dialog.list.count()):
        dialog.list.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.order() == ["name"]
    assert walk(dialog) == []


def _texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_menu_has_the_acts_of_the_row(qtbot: QtBot) -> None:
    seen: list[Row] = []
    table = _table(qtbot, Store(2), verbs=(Verb(text="Open", act=seen.append, keys="Enter"),))
    table.reload()
    assert _texts(table.menu()) == ["Copy", "Copy with headings", "Sort by", "Choose columns…"]
    table.choose((1, "Name 01"))
    menu = table.menu()
    assert _texts(menu) == ["Open", "Copy", "Copy with headings", "Sort by", "Choose columns…"]
    acts = {action.text().split("\t")[0]: action for action in menu.actions()}
    acts["Open"].trigger()
    assert seen == [(1, "Name 01")]
    acts["Copy with headings"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Name\t")
    acts["Copy"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Name 01")
    sorting = acts["Sort by"].menu()
    assert isinstance(sorting, QMenu)
    next(action for action in sorting.actions() if action.text() == "Number").trigger()
    assert table.state()["sort"] == "number"
    table.view.customContextMenuRequested.emit(QPoint(5, 5))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()


def test_the_header_offers_the_columns_on_a_right_click(qtbot: QtBot) -> None:
    table = _table(qtbot, Store(1))
    table.view.horizontalHeader().customContextMenuRequested.emit(QPoint(3, 3))
    dialog = table.findChild(ColumnsDialog)
    assert dialog is not None
    dialog.reject()
    assert table.state()["columns"] == ["name", "number", "level"]


def test_rows_are_drawn_with_level_late_and_chosen(qtbot: QtBot) -> None:
    table = _table(qtbot, Store(3), two_lines=True)
    table.restore(table.state() | {"columns": ["name", "level", "late"]})
    table.reload()
    shown = colours_of(table.view.viewport())
    assert {theme.LIGHT.high_ground, theme.LIGHT.loud} <= shown
    assert theme.LIGHT.selection not in shown
    table.choose((0, "Name 00"))
    assert theme.LIGHT.selection in colours_of(table.view.viewport())
