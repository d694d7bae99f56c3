"""Lists leave from the window as they are shown, and what is copied from them is said and written down."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from rise_desk.domain.access import State
from rise_desk.errors import Unavailable
from rise_desk.services.exchange.exporting import CSV
from tests import build
from tests.ui.leaves import Choose, listing, rows_of, words
from tests.ui.open_window import page
from ui.caseload import Caseload
from ui.copying import COPIED
from ui.desk import ScreenDesk
from ui.export_dialog import ExportDialog
from ui.main_window import HELP, PEOPLE, MainWindow
from ui.pages import Place
from ui.widgets.record_table import TOO_MANY


def file_menu(window: MainWindow) -> Any:
    return next(each.menu() for each in window.menuBar().actions() if each.text() == "&File")


def test_the_file_menu_offers_it_where_there_is_a_list(window: MainWindow, screen: ScreenDesk) -> None:
    for key, can in ((HELP, False), (PEOPLE, False)):
        window.go(Place(key))
        file_menu(window).aboutToShow.emit()
        assert window.menus.actions["export"].isEnabled() is can
    assert window.exports.export() is None
    build.young_person(screen.at)
    file_menu(window).aboutToShow.emit()
    assert window.menus.actions["export"].isEnabled()


def test_the_list_in_view_leaves_as_it_is_shown(
    qtbot: QtBot, window: MainWindow, screen: ScreenDesk, choose: Choose, out: Path
) -> None:
    for name in ("Ana", "Ben", "Zoë"):
        build.young_person(screen.at, name)
    build.young_person(screen.at, "Jade", "Whitlock")
    window.go(Place(PEOPLE))
    people = page(window)
    assert isinstance(people, Caseload)
    people.filters.text.setText("okafor")
    people.table.sort_by("file_number", descending=True)
    people.table._take_columns(["sort_name", "file_number"])
    offered = {each.text(): each for each in people.table.menu().actions()}
    offered["Export this list…"].trigger()
    dialog = window.findChildren(ExportDialog)[0]
    assert "3 rows of 4 · Filters: “okafor”" in words(dialog)
    dialog.reason.editor.set_value("Police meeting")
    dialog.format.editor.set_value(CSV)
    choose(out / "people.csv")
    with qtbot.waitSignal(dialog.exported):
        dialog.verb.click()
    lines = (out / "people.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ['"Name"', '"Zoë Okafor"', '"Ben Okafor"', '"Ana Okafor"']
    assert "Saved as people.csv: 3 rows." in window.notice.text.text()


def test_a_page_may_hand_over_a_list_that_is_read_already(window: MainWindow, screen: ScreenDesk) -> None:
    build.young_person(screen.at)
    window.go(Place(PEOPLE))
    people = page(window)
    people.listing = lambda: listing(3, state=State.MINE)  # type: ignore[attr-defined] # as another page has it
    dialog = window.exports.export()
    assert dialog is not None
    assert "3 rows · no filters" in words(dialog)
    assert dialog.leaving.read(screen.at, lambda _done, _of: True) == listing(3, state=State.MINE)


def test_a_list_that_can_not_be_read_says_why(window: MainWindow, screen: ScreenDesk) -> None:
    def fails() -> None:
        raise Unavailable("Another program is saving.")

    window.go(Place(PEOPLE))
    page(window).listing = fails  # type: ignore[attr-defined] # as another page has it
    assert not window.exports.can()
    assert window.exports.export() is None
    assert window.notice.text.text() == "Another program is saving."


# Copying


@pytest.mark.parametrize(("rows", "written"), [(10, 0), (11, 1)])
def test_copying_says_that_it_leaves_and_many_rows_are_written_down(
    window: MainWindow, screen: ScreenDesk, rows: int, written: int
) -> None:
    for number in range(rows):
        build.young_person(screen.at, f"Child {number:03}")
    window.go(Place(PEOPLE))
    people = page(window)
    assert isinstance(people, Caseload)
    people.table.view.selectAll()
    people.table.copy()
    assert window.notice.text.text().startswith(f"{rows} rows copied. What you copy leaves the desk")
    assert [each["reason"] for each in rows_of(screen, COPIED)] == [f"{rows} rows"] * written


def test_more_than_a_hundred_rows_are_not_copied(
    window: MainWindow, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _over: shown.append(text))
    for number in range(101):
        build.young_person(screen.at, f"Child {number:03}")
    window.go(Place(PEOPLE))
    people = page(window)
    assert isinstance(people, Caseload)
    model = people.table.model
    while model.canFetchMore(people.table.view.rootIndex()):
        model.fetchMore(people.table.view.rootIndex())
    people.table.view.selectAll()
    QApplication.clipboard().setText("before")
    assert people.table.copy() == ""
    assert QApplication.clipboard().text() == "before"
    assert window.notice.text.text() == TOO_MANY
    assert shown == [TOO_MANY]
