"""The case summary in its window: looked at, narrowed to a period, printed, saved, read as plain text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.errors import Unavailable
from rise_desk.services import packs
from rise_desk.services.desk import Desk
from tests.ui.files import WORDS, maisie, written_about
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import printing, theme
from ui.desk import ScreenDesk
from ui.preview import PreviewDialog
from ui.preview_pages import STEPS, PreviewPages


@pytest.fixture
def dialog(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> PreviewDialog:
    """The summary of a full file, shown."""
    person = maisie(desk)
    written_about(desk, person)
    made = PreviewDialog(screen, person.id)
    show(qtbot, made, 1000, 700)
    qtbot.waitUntil(lambda: made.made is not None)
    return made


def _ready(qtbot: QtBot, dialog: PreviewDialog) -> None:
    qtbot.waitUntil(dialog.show_button.isEnabled)


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_pages_are_seen_in_the_window(dialog: PreviewDialog) -> None:
    made = dialog.made
    assert made is not None
    assert made.copy == packs.PREVIEW
    assert dialog.pages.place.text() == f"Page 1 of {made.pages}"
    assert not dialog.pages.sheet.pixmap().isNull()
    assert dialog.windowTitle() == "Case summary · RISE Desk"
    assert walk(dialog) == []


def test_pages_turn_and_stop_at_the_ends(qtbot: QtBot, dialog: PreviewDialog) -> None:
    pages = dialog.pages
    assert not pages.back_button.isEnabled()
    pages.turn(-1)
    assert pages.page == 0
    with qtbot.waitSignal(pages.turned):
        pages.on_button.click()
    assert pages.page == 1
    pages.turn(pages.pages)
    assert pages.page == 1
    pages.turn(pages.pages - 1)
    assert not pages.on_button.isEnabled()
    pages.back_button.click()
    assert pages.page == pages.pages - 2


def test_a_page_is_made_larger_and_smaller(dialog: PreviewDialog) -> None:
    pages = dialog.pages
    usual = pages.sheet.pixmap().width()
    pages.larger_button.click()
    assert pages.sheet.pixmap().width() > usual
    pages.fit_button.click()
    assert pages.sheet.pixmap().width() == usual
    pages.smaller_button.click()
    assert pages.sheet.pixmap().width() < usual
    for _ in range(20):
        pages.step(-1)
    assert pages.zoom == STEPS[0]
    for _ in range(20):
        pages.step(1)
    assert pages.zoom == STEPS[-1]


def test_the_same_words_are_there_as_plain_text(dialog: PreviewDialog) -> None:
    dialog.pages.text_button.setChecked(True)
    assert dialog.pages.stack.currentWidget() is dialog.pages.text
    assert WORDS in dialog.pages.text.toPlainText()
    assert not dialog.pages.on_button.isVisible()
    assert walk(dialog) == []
    dialog.pages.text_button.setChecked(False)
    assert dialog.pages.stack.currentWidget() is dialog.pages.area


def test_nothing_is_shown_before_there_is_a_page(qtbot: QtBot) -> None:
    pages = PreviewPages()
    show(qtbot, pages, 500, 300)
    pages.turn(0)
    assert pages.place.text() == ""


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


def test_a_saved_copy_is_numbered_and_the_warning_is_there(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def place(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "maz"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", place)
    dialog.recipient.editor.set_value("Jo March")
    dialog.save_button.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert offered == ["26-0001 case summary.pdf"]
    text = _text((tmp_path / "maz.pdf").read_bytes())
    assert "copy 1 for Jo March" in text
    assert dialog.notice.text.text() == "Saved as maz.pdf (copy 1 for Jo March). It is not encrypted."
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    dialog.notice.button.click()
    assert opened == ["maz.pdf"]
    assert QUrl.fromLocalFile(str(dialog.saved_to)).fileName() == "maz.pdf"


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "maz.pdf"), ""))
    dialog.save_paper()
    qtbot.waitUntil(dialog.summary.isVisible)
    assert set(dialog.summary.links) == {"paper"}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.save_paper()
    dialog._show_file()
    assert dialog.saved_to is None


def _on_paper(monkeypatch: pytest.MonkeyPatch, path: Path, setting: Callable[[QPrinter], None]) -> None:
    """Print into a file, as if somebody had chosen a printer."""

    def chosen(asked: Any) -> int:
        printer = asked.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        setting(printer)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])


def test_every_page_is_printed_on_a_sheet_of_its_own(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "printed.pdf"
    _on_paper(monkeypatch, path, lambda printer: None)
    monkeypatch.setattr(printing, "DPI", 60)
    dialog.print_button.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.text.text() == "Sent to the printer: copy 1."
    document = pypdfium2.PdfDocument(path.read_bytes())
    assert dialog.made is not None
    assert len(document) == dialog.made.pages
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    bitmap = document[0].render(scale=0.5).to_pil().convert("L")
    assert bitmap.getextrema()[0] < 100 < 240 < bitmap.getextrema()[1]


def test_only_the_pages_asked_for_are_printed(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.pdf"

    def second(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)

    _on_paper(monkeypatch, path, second)
    monkeypatch.setattr(printing, "DPI", 40)
    dialog.print_paper()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert len(pypdfium2.PdfDocument(path.read_bytes())) == 1


def test_a_printer_that_refuses_and_none_at_all_are_said(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog.print_paper()
    assert dialog.notice.text.text() == printing.NO_PRINTER
    _on_paper(monkeypatch, tmp_path / "x.pdf", lambda printer: None)
    monkeypatch.setattr(printing, "put_on_paper", lambda *_: False)
    dialog.print_paper()
    qtbot.waitUntil(lambda: "did not take" in dialog.notice.text.text())
    dialog.notice.close_notice()
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: int(QDialog.DialogCode.Rejected))
    dialog.print_paper()
    assert not screen_busy(dialog)


def screen_busy(dialog: PreviewDialog) -> bool:
    """Whether the dialog's desk works at something."""
    return dialog.desk.tasks.busy()


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
