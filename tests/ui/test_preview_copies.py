"""Copies of a paper that was looked at: saved locked or open, printed under their numbers, or stopped."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.services import packs
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.ui.into_files import IntoFiles
from tests.ui.previewed import previewed
from ui import printing
from ui.desk import ScreenDesk
from ui.preview import PreviewDialog
from ui.preview_copies import CHANGED, NO_VIEWER
from ui.preview_pictures import Dots
from ui.preview_save import SaveDialog
from ui.print_dialog import NoPrinter, PrintDialog

Question = TypeVar("Question", bound=QDialog)


@pytest.fixture
def dialog(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> PreviewDialog:
    """The summary of a full file, shown."""
    return previewed(qtbot, screen, desk)


def _text(pdf: bytes, password: str = "") -> str:
    document = pypdfium2.PdfDocument(pdf, password=password)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _opening(opened: list[str]) -> Callable[[QUrl], bool]:
    """Stands for the computer's viewer: notes what it is asked to open."""

    def opens(url: QUrl) -> bool:
        opened.append(url.fileName())
        return True

    return opens


def _asked(dialog: PreviewDialog, kind: type[Question]) -> Question:
    return next(each for each in dialog.findChildren(kind) if each.isVisible())


def _save(dialog: PreviewDialog, monkeypatch: pytest.MonkeyPatch, path: Path | str, *, locked: bool) -> str:
    """Save as somebody would; the password."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.save_button.click()
    asked = _asked(dialog, SaveDialog)
    asked.leave_open.setChecked(not locked)
    password = asked.made_up.text()
    asked.save_button.click()
    return password


def _reasons(desk: Desk, number: int) -> list[str]:
    return [row["reason"] for row in audit.entries(desk.store.vault, limit=number)]


def test_a_saved_copy_is_locked_numbered_and_written_down(
    qtbot: QtBot, dialog: PreviewDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.recipient.editor.set_value("Jo March")
    password = _save(dialog, monkeypatch, tmp_path / "maz", locked=True)
    qtbot.waitUntil(dialog.notice.isVisible)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(tmp_path / "maz.pdf")
    assert "copy 1 for Jo March" in _text((tmp_path / "maz.pdf").read_bytes(), password)
    assert dialog.notice.text.text() == "Saved, locked: maz.pdf (copy 1 for Jo March)."
    assert _reasons(desk, 1) == ["copy 1 for Jo March, saved locked"]
    assert [each.name for each in tmp_path.glob("*.pdf*")] == ["maz.pdf"]


def test_an_open_copy_says_so_and_is_opened(
    qtbot: QtBot, dialog: PreviewDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _save(dialog, monkeypatch, tmp_path / "maz.pdf", locked=False)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.text.text() == "Saved open, for anybody who has it to read: maz.pdf (copy 1)."
    assert "copy 1" in _text((tmp_path / "maz.pdf").read_bytes())
    assert _reasons(desk, 1) == ["copy 1, saved open"]
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", _opening(opened))
    dialog.notice.button.click()
    assert opened == ["maz.pdf"]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog.copies.open_saved()
    assert dialog.notice.text.text() == f"{NO_VIEWER} maz.pdf stays where you saved it."


def test_the_password_is_on_the_clipboard_no_longer_than_the_window_is_open(dialog: PreviewDialog) -> None:
    dialog.save_button.click()
    asked = _asked(dialog, SaveDialog)
    asked.copy_button.click()
    assert QGuiApplication.clipboard().text() == asked.made_up.text()
    asked.cancel_button.click()
    dialog.close_button.click()
    assert QGuiApplication.clipboard().text() == ""


def test_a_locked_desk_takes_the_password_back(dialog: PreviewDialog) -> None:
    dialog.save_button.click()
    _asked(dialog, SaveDialog).copy_button.click()
    dialog.desk.leave()
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_looked_at_is_what_is_saved(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.since.editor.restore("15 11 2026")
    _save(dialog, monkeypatch, tmp_path / "maz.pdf", locked=False)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "School rang" in _text((tmp_path / "maz.pdf").read_bytes())


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _save(dialog, monkeypatch, tmp_path / "none" / "maz.pdf", locked=True)
    qtbot.waitUntil(dialog.summary.isVisible)
    assert set(dialog.summary.links) == {"paper"}
    _save(dialog, monkeypatch, "", locked=True)
    dialog.copies.open_saved()
    assert dialog.copies.saved_to is None
    assert not dialog.desk.tasks.busy()


def _on_paper(monkeypatch: pytest.MonkeyPatch, folder: Path, dpi: int = 40) -> None:
    """Print into files, as if there was a printer."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(printing, "opened", lambda _name: IntoFiles(folder))
    monkeypatch.setattr(printing, "DPI", dpi)


def test_each_copy_on_paper_is_numbered_and_written_down(
    qtbot: QtBot, dialog: PreviewDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _on_paper(monkeypatch, tmp_path, 60)
    dialog.print_button.click()
    asked = _asked(dialog, PrintDialog)
    asked.number.editor.set_value("3")
    asked.print_button.click()
    qtbot.waitUntil(dialog.notice.isVisible, timeout=20_000)
    assert dialog.notice.text.text() == "Sent to the printer: copy 1 to copy 3."
    assert dialog.made is not None
    for number in (1, 2, 3):
        document = pypdfium2.PdfDocument((tmp_path / f"RISE Desk copy {number}.pdf").read_bytes())
        assert len(document) == dialog.made.pages
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        shades = document[0].render(scale=0.5).to_pil().convert("L")
        assert shades.getextrema()[0] < 100 < 240 < shades.getextrema()[1]
        histogram = shades.histogram()
        assert sum(histogram[240:]) > sum(histogram) / 2
    assert _reasons(desk, 3) == [f"copy {number}, on paper" for number in (3, 2, 1)]
    assert dialog.print_button.isEnabled()


def test_only_the_pages_asked_for_are_printed(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _on_paper(monkeypatch, tmp_path)
    drawn: list[int] = []
    draw = packs.page_picture

    def listening(pdf: bytes, page: int, dpi: int) -> Dots:
        if dpi == printing.DPI:
            drawn.append(page)
        return draw(pdf, page, dpi)

    monkeypatch.setattr(packs, "page_picture", listening)
    dialog.print_button.click()
    asked = _asked(dialog, PrintDialog)
    asked.range.editor.set_value("some")
    asked.some.editor.set_value("2")
    asked.print_button.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert drawn == [1]
    assert len(pypdfium2.PdfDocument((tmp_path / "RISE Desk copy 1.pdf").read_bytes())) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _on_paper(monkeypatch, tmp_path / "none")
    dialog.print_paper()
    _asked(dialog, PrintDialog).print_it()
    qtbot.waitUntil(lambda: dialog.notice.text.text() == printing.NOT_TAKEN)


@pytest.mark.parametrize("closing", [False, True])
def test_a_print_can_be_stopped(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closing: bool
) -> None:
    _on_paper(monkeypatch, tmp_path)
    dialog.copies.advanced.connect(lambda *_: dialog.reject() if closing else dialog.busy.button.click())
    dialog.print_paper()
    asked = _asked(dialog, PrintDialog)
    asked.number.editor.set_value("20")
    asked.print_it()
    with qtbot.waitSignal(dialog.copies.advanced):
        pass
    qtbot.wait(30)
    said = dialog.notice.text.text()
    assert said == ("" if closing else "Stopped. The log keeps copy 1 to copy 20, printed or not.")
    assert not (tmp_path / "RISE Desk copy 2.pdf").exists()


def test_a_file_that_grew_meanwhile_is_looked_at_again(
    qtbot: QtBot, dialog: PreviewDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _on_paper(monkeypatch, tmp_path)
    dialog.print_paper()
    build.note(desk, dialog.subject, happened_at="2026-11-19", text="A long day. " * 900)
    before = dialog.made
    _asked(dialog, PrintDialog).print_it()
    qtbot.waitUntil(lambda: dialog.made is not before)
    assert dialog.notice.text.text() == CHANGED
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_printer_it_is_saved_or_opened_in_the_viewer(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", _opening(opened))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "maz.pdf"), ""))
    dialog.print_paper()
    _asked(dialog, NoPrinter).save_button.click()
    asked = _asked(dialog, SaveDialog)
    assert asked.title.text() == "Save as PDF"
    asked.cancel_button.click()
    dialog.print_paper()
    _asked(dialog, NoPrinter).open_button.click()
    asked = _asked(dialog, SaveDialog)
    assert asked.title.text() == "Open in viewer"
    asked.save()
    qtbot.waitUntil(lambda: opened == ["maz.pdf"])
