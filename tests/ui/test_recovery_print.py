"""Printing the recovery key: as many copies as asked for, and a sentence where nothing can be printed."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from rise_desk.reports.paper import pages
from ui import printing
from ui.recovery_key import ShowKey

KEY = "ABC-DEF-GHJ-KMN-PQR-STV-WXY-Z12-345"


@pytest.fixture
def key(qtbot: QtBot) -> ShowKey:
    """The step that shows a key, with a page to print."""
    from datetime import UTC, datetime

    from rise_desk.services import recovery_sheet

    now = datetime(2026, 11, 21, 10, tzinfo=UTC)
    made = ShowKey(
        KEY, lambda dpi: recovery_sheet.picture(KEY, records="Team", printed_by="Lena Osei", now=now, dpi=dpi)
    )
    qtbot.addWidget(made)
    return made


def test_without_a_printer_it_is_written_by_hand(key: ShowKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    key.print_button.click()
    assert "by hand" in key.printed.text()


def test_it_prints_on_the_printer_that_is_chosen(key: ShowKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = tmp_path / "paper.pdf"
    printer = printing.a4(QPrinter(QPrinter.PrinterMode.HighResolution))
    printer.setOutputFileName(str(paper))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(printing, "ask_printer", lambda *_asked: printer)
    key.print_button.click()
    assert key.printed.text() == "Sent to the printer."
    assert pages.page_count(paper.read_bytes()) == 1
    monkeypatch.setattr(printing, "put_on_paper", lambda *_pages: False)
    key.print_button.click()
    assert "did not take" in key.printed.text()


def test_somebody_who_thinks_better_of_it_prints_nothing(key: ShowKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(printing, "ask_printer", lambda *_asked: None)
    key.print_button.click()
    assert key.printed.text() == ""
