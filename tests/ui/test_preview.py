"""The case summary in its window: looked at, narrowed to a period, printed, saved, read as plain text."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rise_desk.errors import Unavailable
from rise_desk.services import copies, packs
from rise_desk.services.desk import Desk
from tests.ui.files import WORDS, maisie
from tests.ui.previewed import previewed
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import printing, theme
from ui.desk import ScreenDesk
from ui.preview import PreviewDialog

Question = TypeVar("Question", bound=QDialog)


@pytest.fixture
def dialog(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> PreviewDialog:
    """The summary of a full file, shown."""
    return previewed(qtbot, screen, desk)


def _ready(qtbot: QtBot, dialog: PreviewDialog) -> None:
    qtbot.waitUntil(dialog.show_button.isEnabled)


def test_the_pages_are_seen_in_the_window(dialog: PreviewDialog) -> None:
    made = dialog.made
    assert made is not None
    assert made.copy == copies.PREVIEW
    assert dialog.pages.of.text() == f"of {made.pages}"
    assert dialog.pages.view.hasFocus()
    assert dialog.windowTitle() == "Case summary · RISE Desk"
    assert walk(dialog) == []


@pytest.mark.parametrize(
    ("keys", "zoom", "page"),
    [("Ctrl+PgDown", "width", 1), ("Ctrl+PgUp", "width", 0), ("Ctrl+9", "page", 0), ("Ctrl+-", "100", 0)],
)
def test_the_pages_are_reached_by_keys_from_any_field(dialog: PreviewDialog, keys: str, zoom: str, page: int) -> None:
    dialog.recipient.editor.field_widget().setFocus()
    QTest.keySequence(dialog, keys)
    assert dialog.pages.view.zoom == zoom
    assert dialog.pages.page == page
    QTest.keySequence(dialog, "Ctrl+0")
    assert dialog.pages.view.zoom == "width"
    QTest.keySequence(dialog, "Ctrl+G")
    assert dialog.pages.place.hasFocus()


def test_the_same_words_are_there_as_plain_text(dialog: PreviewDialog) -> None:
    dialog.pages.text_button.setChecked(True)
    assert dialog.pages.stack.currentWidget() is dialog.pages.text
    assert WORDS in dialog.pages.text.toPlainText()
    assert not dialog.pages.on_button.isVisible()
    assert walk(dialog) == []
    dialog.pages.text_button.setChecked(False)
    assert dialog.pages.stack.currentWidget() is dialog.pages.view


def test_a_period_narrows_the_paper(qtbot: QtBot, dialog: PreviewDialog) -> None:
    dialog.since.editor.restore("15 11 2026")
    dialog.until.editor.restore("20 11 2026")
    before = dialog.made
    dialog.show_button.click()
    qtbot.waitUntil(lambda: dialog.made is not before)
    assert dialog.made is not None
    assert "School rang" not in dialog.made.text
    assert "Went to the placement" in dialog.made.text


def test_a_period_that_cannot_be_is_said(qtbot: QtBot, dialog: PreviewDialog) -> None:
    dialog.since.editor.restore("31 2 2026")
    dialog.show_period()
    assert set(dialog.summary.links) == {"since"}
    dialog._go_to("since")
    assert dialog.since.editor.field_widget().hasFocus()
    dialog.since.editor.restore("20 11 2026")
    dialog.until.editor.restore("1 11 2026")
    dialog.show_period()
    _ready(qtbot, dialog)
    assert dialog.until.problem == "The end of the period must be on or after its start."
    dialog._go_to("until")
    assert dialog.until.editor.field_widget().hasFocus()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_noticed(qapp: QApplication, tmp_path: Path) -> None:
    sheet = QImage(20, 30, QImage.Format.Format_RGB32)
    sheet.fill(0)
    path = tmp_path / "page.png"
    assert sheet.save(str(path))
    printer = printing.a4(QPrinter())
    printer.setOutputFileName(str(tmp_path / "none" / "x.pdf"))
    assert not printing.put_on_paper(printer, [path.read_bytes()])


def test_nothing_is_printed_or_saved_before_there_is_a_page(
    qtbot: QtBot, screen: ScreenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise Unavailable("The records can’t be reached.")

    monkeypatch.setattr(packs, "preview", fails)
    dialog = PreviewDialog(screen, maisie(desk).id)
    show(qtbot, dialog, 1000, 700)
    qtbot.waitUntil(dialog.summary.isVisible)
    dialog.print_paper()
    dialog.save_paper()
    assert dialog.made is None
    assert not dialog.desk.tasks.busy()


def test_a_closed_window_is_told_nothing(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> None:
    dialog = PreviewDialog(screen, maisie(desk).id)
    show(qtbot, dialog, 1000, 700)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not screen.tasks.busy())
    assert dialog.made is None
    dialog._failed(Unavailable("The records can’t be reached."))
    assert not dialog.summary.links


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, desk: Desk, scale: float
) -> None:
    theme.apply(qapp, dark=True, scale=scale)
    dialog = PreviewDialog(screen, maisie(desk).id)
    show(qtbot, dialog, 1300, 720)
    qtbot.waitUntil(lambda: dialog.made is not None)
    assert walk(dialog) == []
