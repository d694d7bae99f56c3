"""Before printing: the printer, the pages, the copies; and the ways out where there is no printer."""

from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import printing, theme
from ui.print_dialog import SOME, NoPrinter, PrintDialog
from ui.printing import Abilities


@pytest.fixture
def able(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the office's printer prints on both sides and in grey."""
    every = Abilities(both_sides=True, grey=True)
    monkeypatch.setattr(printing, "abilities", lambda name: every if name == "Office" else Abilities())


@pytest.fixture
def dialog(qtbot: QtBot, able: None) -> PrintDialog:
    """The question for a paper of twelve pages, shown."""
    made = PrintDialog(["Office", "Upstairs"], 12, 20)
    show(qtbot, made, 560, 300)
    return made


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, bool]]:
    """What the printer was told; one that is a file keeps nothing about sides."""
    said: list[dict[str, bool]] = []
    set_up = printing.set_up

    def listening(printer: QPrinter, **how: bool) -> None:
        said.append(how)
        set_up(printer, **how)

    monkeypatch.setattr(printing, "set_up", listening)
    return said


def test_all_pages_are_printed_once_unless_said_otherwise(
    qtbot: QtBot, dialog: PrintDialog, told: list[dict[str, bool]]
) -> None:
    assert not dialog.some.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        dialog.print_button.click()
    assert (dialog.pages, dialog.copies) == (None, 1)
    assert dialog.printer is not None
    assert dialog.printer.copyCount() == 1
    assert told == [{"both_sides": True, "grey": False}]


def test_some_pages_and_copies_are_asked_for(dialog: PrintDialog, told: list[dict[str, bool]]) -> None:
    dialog.range.editor.set_value(SOME)
    assert focused() is dialog.some.widget
    dialog.some.editor.set_value("1-3, 5")
    dialog.number.editor.set_value("20")
    dialog.both_sides.setChecked(False)
    dialog.grey.setChecked(True)
    dialog.print_it()
    assert (dialog.pages, dialog.copies) == ((0, 1, 2, 4), 20)
    assert told == [{"both_sides": False, "grey": True}]


def test_what_can_not_be_read_is_said_beside_its_field(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.number.editor.set_value("21")
    dialog.print_it()
    assert dialog.number.problem == "Enter a number from 1 to 20."
    assert focused() is dialog.number.widget
    dialog.range.editor.set_value(SOME)
    dialog.some.editor.set_value("13")
    dialog.print_it()
    assert dialog.some.problem == "There is no page 13: this paper has 12 pages."
    assert focused() is dialog.some.widget
    assert dialog.isVisible()
    assert walk(dialog) == []
    dialog.some.editor.set_value("12")
    dialog.number.editor.set_value("2")
    with qtbot.waitSignal(dialog.accepted):
        dialog.print_it()
    assert dialog.pages == (11,)


def test_pages_that_are_no_longer_asked_for_hold_nobody_up(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.range.editor.set_value(SOME)
    dialog.some.editor.set_value("99")
    dialog.range.editor.set_value("all")
    with qtbot.waitSignal(dialog.accepted):
        dialog.print_it()
    assert dialog.pages is None


def test_a_printer_is_offered_only_what_it_can(dialog: PrintDialog, told: list[dict[str, bool]]) -> None:
    assert dialog.both_sides.isVisible()
    dialog.which.widget.setCurrentText("Upstairs")  # type: ignore[attr-defined] # the box of the row
    assert not dialog.both_sides.isVisible()
    assert not dialog.grey.isVisible()
    dialog.grey.setChecked(True)
    dialog.print_it()
    assert told == [{"both_sides": False, "grey": False}]


def test_the_only_page_needs_no_range(qtbot: QtBot) -> None:
    made = PrintDialog(["Office"], 1, 20)
    show(qtbot, made, 560, 300)
    assert not made.range.isVisible()
    made.print_it()
    assert made.pages is None


def test_the_computer_s_own_settings_are_taken_over(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_about: list[QPrinter] = []

    def chosen(asked: Any) -> int:
        asked_about.append(asked.printer())
        asked.printer().setColorMode(QPrinter.ColorMode.GrayScale)
        asked.printer().setCopyCount(7)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    dialog.more_button.click()
    assert dialog.grey.isChecked()
    dialog.print_it()
    assert dialog.printer is not None
    assert [dialog.printer] == asked_about
    assert dialog.printer.copyCount() == 1


def test_settings_that_were_cancelled_change_nothing(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _asked: int(QDialog.DialogCode.Rejected))
    dialog.more_button.click()
    assert not dialog.grey.isChecked()


def test_printers_begin_with_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["zeta", "Alpha", "mid"])
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: "mid")
    assert printing.names() == ["mid", "Alpha", "zeta"]
    assert printing.abilities("nowhere") == Abilities()


@pytest.mark.parametrize(("button", "signal"), [("save_button", "save_asked"), ("open_button", "open_asked")])
def test_without_a_printer_there_are_two_ways_out(qtbot: QtBot, button: str, signal: str) -> None:
    made = NoPrinter()
    show(qtbot, made, 560, 200)
    with qtbot.waitSignal(getattr(made, signal)):
        getattr(made, button).click()
    assert not made.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_state_can_be_read(qtbot: QtBot, qapp: QApplication, able: None, scale: float) -> None:
    theme.apply(qapp, dark=True, scale=scale)
    offered = NoPrinter()
    qtbot.addWidget(offered)
    offered.show()
    assert walk(offered) == []
    made = PrintDialog(["Office"], 12, 20)
    qtbot.addWidget(made)
    made.show()
    assert walk(made) == []
    made.range.editor.set_value(SOME)
    made.number.editor.set_value("0")
    made.print_it()
    assert walk(made) == []
    assert made.height() <= 728
