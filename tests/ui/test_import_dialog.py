"""Importing in the window: seen first, done whole, stopped without a trace, undone as one act."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.card import Wanted
from rise_desk.errors import Unavailable
from rise_desk.services import backups, casework, overview
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import importing, lately
from rise_desk.services.exchange.planning import Fate
from tests.ui.importing import BAD, GOOD, ROWS_OF, dialog_at, said_in, settle
from tests.ui.walk import walk
from ui import import_dialog
from ui.desk import ScreenDesk
from ui.import_dialog import FILE, ROWS


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two good rows and one that is refused."""
    path = tmp_path / "school list" / "young.csv"
    path.parent.mkdir()
    path.write_text(ROWS_OF + GOOD + BAD)
    return path


def test_a_file_is_seen_before_anything_is_saved(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_at(qtbot, screen)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    dialog.file.choose_button.click()
    assert dialog.path is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    dialog.file.choose_button.click()
    settle(qtbot, dialog)
    assert dialog.file.source.value() == "school list"
    assert dialog.file.told.text() == "3 rows in 5 columns. Letters read as UTF-8."
    dialog.next_button.click()
    assert dialog.step.text() == "Step 2 of 3: its columns"
    assert dialog.columns.boxes["shoe size"].value() == ""
    assert dialog.columns.boxes["family name"].value() == "family_name"
    dialog.next_button.click()
    settle(qtbot, dialog)
    assert dialog.preview.counts.text() == "2 new young people, 0 on file, 1 refused"
    assert dialog.next_button.text() == "Import 2 young people"
    assert dialog.preview.about.text.text().endswith("Left out: shoe size.")
    fates = [row.fate for row in dialog.preview._fetch("fate", False, None)]
    assert fates == [Fate.REFUSED, Fate.CREATED, Fate.CREATED]
    assert "real date" in dialog.preview._fetch("fate", False, None)[0].reason
    assert overview.how_many(desk, Wanted()) == 0
    assert walk(dialog) == []


def test_it_is_imported_whole_and_only_once(qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path) -> None:
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, dialog)
    assert dialog.notice.text.text() == "Imported: 2 new, 0 already on file, 1 refused."
    assert dialog.next_button.text() == "Imported"
    assert not dialog.next_button.isEnabled()
    assert overview.how_many(desk, Wanted()) == 2
    assert len(backups.known(desk)) == 1
    dialog.back_button.click()
    dialog.next_button.click()
    settle(qtbot, dialog)
    assert dialog.preview.counts.text() == "0 new young people, 2 on file, 1 refused"
    assert not dialog.next_button.isEnabled()
    assert not dialog.notice.isVisible()


def test_an_import_is_undone_from_its_notice_or_from_the_list(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    said = iter((False, True, True))

    def answer(_parent: object, text: str, _verb: str) -> bool:
        asked.append(text)
        return next(said)

    monkeypatch.setattr(import_dialog, "confirmed", answer)
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    dialog.next_button.click()
    settle(qtbot, dialog)
    dialog.notice.button.click()
    assert overview.how_many(desk, Wanted()) == 2
    dialog._undo_this()
    settle(qtbot, dialog)
    assert asked[0].startswith("Undo the import of young.csv? The 2 records it made will be withdrawn.")
    assert overview.how_many(desk, Wanted()) == 0
    assert dialog.notice.text.text() == "The import was undone: 2 records as before."
    assert dialog.pages.currentIndex() == FILE
    recent = dialog.file.recent
    qtbot.waitUntil(lambda: recent.table.model.rowCount() == 1)
    recent.table.choose(recent._rows[0])
    assert recent._rows[0].undone
    assert not recent.undo_button.isEnabled()
    again = file.with_name("again.csv")
    again.write_text(ROWS_OF + "V7,Lena,Doyle,2011,3\n")
    importing.commit(desk, importing.preview(desk, again))
    dialog._show_recent()
    recent.table.choose(recent._rows[0])
    assert recent.undo_button.isEnabled()
    recent.undo_button.click()
    settle(qtbot, dialog)
    assert overview.how_many(desk, Wanted()) == 0
    assert all(each.undone for each in lately.recent(desk))


def test_what_undoing_does_is_said_before() -> None:
    from rise_desk.domain.moments import Moment
    from rise_desk.domain.record import Id
    from ui.import_recent import in_words

    one = lately.Imported(act=Id(1), at=Moment(""), by="", file="a.csv", records=3, made=1)
    assert "The 1 record it made will be withdrawn and 2 files will be as before." in in_words(one)


def test_cancel_stops_before_the_commit_and_leaves_nothing(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    begun, go_on = Event(), Event()
    real = casework.perform

    def slow(*said: Any, **named: Any) -> Any:
        begun.set()
        go_on.wait(5)
        return real(*said, **named)

    monkeypatch.setattr(casework, "perform", slow)
    dialog.import_all()
    qtbot.waitUntil(begun.is_set)
    dialog.reject()
    assert dialog.isVisible()
    go_on.set()
    settle(qtbot, dialog)
    assert "The import was stopped. Nothing was saved." in [said_in(link) for link in dialog.summary.links.values()]
    assert overview.how_many(desk, Wanted()) == 0
    assert dialog.next_button.isEnabled()
    dialog.import_all()
    settle(qtbot, dialog)
    assert overview.how_many(desk, Wanted()) == 2


def test_without_a_backup_nothing_is_imported(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(backups, "take", full)
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    dialog.next_button.click()
    settle(qtbot, dialog)
    said = "".join(said_in(link) for link in dialog.summary.links.values())
    assert said == "Nothing was imported, as no backup could be made first. The disk is full."
    assert overview.how_many(desk, Wanted()) == 0


def test_a_closed_window_hears_no_more(qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path) -> None:
    for path in (file, file.parent / "none.csv"):
        dialog = dialog_at(qtbot, screen)
        dialog.take(path)
        dialog.close_button.click()
        qtbot.waitUntil(lambda: not screen.tasks.busy())
        assert dialog.rows is None
        assert not dialog.summary.links


def test_a_window_closed_from_outside_stops_its_import(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, file: Path
) -> None:
    for work in ("look", "import_all", "undo"):
        dialog = dialog_at(qtbot, screen, file, to=ROWS)
        dialog.work.stop()
        dialog._open = False
        {"look": dialog._looked, "import_all": dialog._imported, "undo": dialog._undone}[work](())  # type: ignore[operator]  # nobody is told
        assert not dialog.notice.isVisible()
    dialog = dialog_at(qtbot, screen, file, to=ROWS)
    dialog.import_all()
    dialog.done(0)
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert overview.how_many(desk, Wanted()) in (0, 2)
    assert not dialog.notice.isVisible()
