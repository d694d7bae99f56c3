"""Importing in the window: seen first, done whole, refused rows handed back with their reasons."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.card import Wanted
from rise_desk.services import overview
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.planning import Fate
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.import_dialog import ImportDialog

ROWS = "reference,given name,family name,date of birth,shoe size\n"
GOOD = "V1,Maisie,Okafor,12/03/2013,5\nV2,Jade,Whitlock,2012,6\n"
BAD = "V3,Kian,Doyle,31/02/2011,7\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two good rows and one that is refused."""
    path = tmp_path / "school list" / "young.csv"
    path.parent.mkdir()
    path.write_text(ROWS + GOOD + BAD)
    return path


def _dialog(qtbot: QtBot, screen: ScreenDesk, path: Path | None = None) -> ImportDialog:
    dialog = ImportDialog(screen)
    show(qtbot, dialog, 1000, 690)
    if path is not None:
        dialog.take(path)
        qtbot.waitUntil(dialog.choose_button.isEnabled)
    return dialog


def test_nothing_is_chosen_at_first(qtbot: QtBot, screen: ScreenDesk) -> None:
    dialog = _dialog(qtbot, screen)
    assert not dialog.import_button.isEnabled()
    assert not dialog.refused_button.isVisible()
    assert dialog.empty.text.text() == "No file chosen yet."
    dialog.look()
    dialog.import_all()
    dialog.save_refused()
    assert dialog.seen is None
    assert walk(dialog) == []


def test_a_file_is_seen_before_anything_is_saved(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    dialog = _dialog(qtbot, screen)
    dialog.choose_button.click()
    qtbot.waitUntil(lambda: dialog.seen is not None)
    assert dialog.source.value() == "school list"
    assert dialog.counts.text() == "2 new young people, 0 on file, 1 refused"
    assert dialog.import_button.text() == "Import 2 young people"
    assert "not recognised, and left out: shoe size" in dialog.columns.text()
    fates = [row.fate for row in dialog._fetch("fate", False, None)]
    assert fates == [Fate.REFUSED, Fate.CREATED, Fate.CREATED]
    assert "real date" in dialog._fetch("fate", False, None)[0].reason
    assert overview.how_many(desk, Wanted()) == 0
    assert walk(dialog) == []


def test_it_is_imported_whole_and_only_once(qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path) -> None:
    dialog = _dialog(qtbot, screen, file)
    dialog.import_all()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.text.text() == "Imported: 2 new, 0 already on file, 1 refused."
    assert not dialog.import_button.isEnabled()
    assert overview.how_many(desk, Wanted()) == 2
    dialog.look()
    qtbot.waitUntil(lambda: dialog.seen is not None)
    assert dialog.counts.text() == "0 new young people, 2 on file, 1 refused"
    assert not dialog.import_button.isEnabled()
    assert not dialog.notice.isVisible()


def test_refused_rows_come_back_with_their_reasons(
    qtbot: QtBot, screen: ScreenDesk, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _dialog(qtbot, screen, file)
    kept = tmp_path / "refused.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.refused_button.click()
    assert not kept.exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    dialog.refused_button.click()
    rows = list(csv.reader(io.StringIO(kept.read_text("utf-8-sig"))))
    assert rows[0][-1] == "reason"
    assert rows[1][:2] == ["V3", "Kian"]
    assert "not encrypted" in dialog.notice.text.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "x.csv"), ""))
    dialog.refused_button.click()
    assert set(dialog.summary.links) == {"file"}


def test_another_name_or_kind_is_looked_at_again(qtbot: QtBot, screen: ScreenDesk, file: Path) -> None:
    dialog = _dialog(qtbot, screen, file)
    first = dialog.seen
    dialog.source.editor.set_value("council")
    dialog.look_button.click()
    qtbot.waitUntil(lambda: dialog.seen is not None)
    second = dialog.seen
    assert first is not None
    assert second is not None
    assert (first.source, second.source) == ("school list", "council")
    dialog.kind.set_value("contact_note")
    qtbot.waitUntil(dialog.choose_button.isEnabled)
    assert dialog.counts.text() == "0 new notes, 0 on file, 3 refused"


def test_a_file_that_is_none_is_said_in_a_sentence(qtbot: QtBot, screen: ScreenDesk, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    dialog = _dialog(qtbot, screen, empty)
    assert len(dialog.summary.links) == 1
    assert dialog.empty.text.text() == "Nothing to show."
    dialog.take(tmp_path / "gone.csv")
    qtbot.waitUntil(dialog.choose_button.isEnabled)
    assert dialog.summary.isVisible()


def test_rows_are_sorted_and_paged(qtbot: QtBot, screen: ScreenDesk, tmp_path: Path) -> None:
    many = tmp_path / "many.csv"
    many.write_text(ROWS + "".join(f"R{number},Zoë{number:03},Doyle,2012,1\n" for number in range(120)))
    dialog = _dialog(qtbot, screen, many)
    first = dialog._fetch("line", False, None)
    second = dialog._fetch("line", False, first[-1])
    assert [row.line for row in (*first, *second)] == list(range(2, 102))
    assert dialog._fetch("name", True, None)[0].name.startswith("Zoë119")


def test_a_closed_window_hears_no_more(qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path) -> None:
    dialog = _dialog(qtbot, screen)
    dialog.take(file)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert dialog.seen is None
    dialog.take(file.parent / "none.csv")
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert not dialog.summary.links


def test_a_closed_window_tells_nothing_of_an_import(qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path) -> None:
    dialog = _dialog(qtbot, screen, file)
    dialog.import_all()
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert overview.how_many(desk, Wanted()) == 2
    assert not dialog.notice.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, file: Path, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    dialog = ImportDialog(screen)
    show(qtbot, dialog, 1300, 720)
    dialog.take(file)
    qtbot.waitUntil(lambda: dialog.seen is not None)
    dialog._show_problems({"source": "Give the name of the system this file comes from."})
    assert dialog.source.problem
    assert walk(dialog) == []
