"""Before printing: which printer, which pages, how many numbered copies; or the ways out where there is no printer."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import formats, printing, theme
from ui.print_pages import SUCH_AS, copies_asked, pages_asked
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.plain_choice import ArrowBox
from ui.widgets.radio_row import RadioRow
from ui.widgets.saving_keys import SavingKeys
from ui.widgets.text_fields import LineField
from ui.widgets.tick import Tick
from ui.widgets.words import label

NUMBERED = "Each copy has a number of its own, and it is written down who printed it."
NONE = "No printer is set up on this computer."
WAYS_OUT = (
    "You can save the paper as a PDF, or open it in the program that shows PDFs on this computer. To be opened, "
    "it has to be saved first: you choose where, and whether it is locked. Delete the file afterwards."
)
ALL, SOME = "all", "some"
WIDE = 560


class PrinterChoice(ArrowBox):
    """One of the computer's printers."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.addItems(list(names))

    def value(self) -> Any:
        """The name of the printer."""
        return self.currentText()

    def field_widget(self) -> QWidget:
        """The box itself."""
        return self


class PrintDialog(QDialog):
    """Asks how to print; where it was accepted, `printer`, `pages` (from 0; None is all) and `copies` say how."""

    def __init__(self, names: Sequence[str], pages: int, most_copies: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._there, self._most = pages, most_copies
        self.printer: QPrinter | None = None
        self._opened = ""
        self.pages: tuple[int, ...] | None = None
        self.copies = 1
        self.setWindowTitle("Print · RISE Desk")
        self.which = FieldRow(Field(name="printer", label="Printer"), PrinterChoice(names))
        every = "The one page" if pages == 1 else f"All {pages} pages"
        choices = ((ALL, every), (SOME, "Some pages"))
        self.range = FieldRow(Field(name="range", label="Pages"), RadioRow(choices, unanswered=False))
        self.some = FieldRow(Field(name="some", label=f"Which pages, {SUCH_AS}"), LineField())
        self.number = FieldRow(Field(name="copies", label="Copies"), LineField())
        self.both_sides = Tick("Print on both sides")
        self.grey = Tick("Print in grey")
        self.more_button = Button("More settings of the printer…", "quiet")
        self.print_button = Button("Print", "primary", keys="Ctrl+Return", icon="print")
        self.cancel_button = Button("Cancel", keys="Esc")
        self._column = _column(self)
        self._build()
        self._connect()
        self.resize(theme.current().px(WIDE), 0)
        self._show_abilities()

    def print_it(self) -> None:
        """Close and print, or say beside the field what can't be read."""
        problems: dict[FieldRow, str] = {}
        try:
            self.pages = pages_asked(self.some.value(), self._there) if self._wants_some() else None
        except ValueError as unreadable:
            problems[self.some] = str(unreadable)
        try:
            self.copies = copies_asked(self.number.value(), self._most)
        except ValueError as unreadable:
            problems[self.number] = str(unreadable)
        for row in (self.some, self.number):
            row.show_problem(problems.get(row, ""))
        if problems:
            next(iter(problems)).editor.field_widget().setFocus()
            self._fit()
            return
        printer = self._chosen()
        printing.set_up(printer, both_sides=self._ticked(self.both_sides), grey=self._ticked(self.grey))
        self.accept()

    def ask_more(self) -> None:
        """Let the computer's own dialog set what only it knows; the printer chosen there counts."""
        printer = self._chosen()
        if printing.ask_more(printer, self):
            box = self.which.widget
            assert isinstance(box, PrinterChoice)
            self._opened = printer.printerName() or self._opened
            box.setCurrentText(self._opened)
            self.both_sides.setChecked(printer.duplex() != QPrinter.DuplexMode.DuplexNone)
            self.grey.setChecked(printer.colorMode() == QPrinter.ColorMode.GrayScale)

    def _chosen(self) -> QPrinter:
        name = str(self.which.value())
        if self.printer is None or self._opened != name:
            self.printer, self._opened = printing.opened(name), name
        return self.printer

    def _wants_some(self) -> bool:
        return bool(self.range.value() == SOME)

    def _ticked(self, tick: Tick) -> bool:
        return tick.isChecked() and not tick.isHidden()

    def _show_some(self) -> None:
        self.some.setVisible(self._wants_some())
        self._fit()
        if self._wants_some():
            self.some.editor.field_widget().setFocus()

    def _show_abilities(self) -> None:
        can = printing.abilities(str(self.which.value()))
        self.both_sides.setVisible(can.both_sides)
        self.both_sides.setChecked(can.both_sides)
        self.grey.setVisible(can.grey)
        self._fit()

    def _fit(self) -> None:
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _connect(self) -> None:
        box = self.which.widget
        assert isinstance(box, PrinterChoice)
        box.currentIndexChanged.connect(lambda _place: self._show_abilities())
        self.range.editor.changed.connect(self._show_some)
        self.print_button.clicked.connect(self.print_it)
        self.more_button.clicked.connect(self.ask_more)
        self.cancel_button.clicked.connect(self.reject)
        SavingKeys("Ctrl+Return", self, self.print_it)

    def _build(self) -> None:
        about = f"{formats.count(self._there, 'page', 'pages')}. {NUMBERED}"
        self._column.addWidget(label(about, tone="soft", wrap=True))
        head = QHBoxLayout()
        head.addWidget(self.which, 3)
        head.addWidget(self.number, 1)
        self._column.addLayout(head)
        for row in (self.range, self.some):
            self._column.addWidget(row)
        self.number.editor.set_value("1")
        self.range.setVisible(self._there > 1)
        self.some.hide()
        ticks = QHBoxLayout()
        ticks.setContentsMargins(theme.GAP, 0, 0, 0)
        ticks.setSpacing(theme.MARGIN)
        for tick in (self.both_sides, self.grey):
            ticks.addWidget(tick)
        ticks.addStretch(1)
        self._column.addLayout(ticks)
        self._column.addStretch(1)
        self.print_button.setDefault(True)
        _put_foot(self._column, self.more_button, self.cancel_button, self.print_button)


class NoPrinter(QDialog):
    """Where nothing can be printed: `save_asked` and `open_asked` are the two ways out."""

    save_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print · RISE Desk")
        self.save_button = Button("Save as PDF…", icon="save")
        self.open_button = Button("Open in viewer…", icon="export")
        self.cancel_button = Button("Cancel", keys="Esc")
        column = _column(self)
        column.addWidget(label(NONE, strong=True, wrap=True))
        column.addWidget(label(WAYS_OUT, tone="soft", wrap=True))
        column.addStretch(1)
        _put_foot(column, self.cancel_button, self.open_button, self.save_button)
        self.cancel_button.clicked.connect(self.reject)
        for button, asked in ((self.save_button, self.save_asked), (self.open_button, self.open_asked)):
            button.clicked.connect(self.reject)
            button.clicked.connect(asked)
        self.resize(theme.current().px(WIDE), column.totalHeightForWidth(theme.current().px(WIDE)))


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
    column.setSpacing(theme.TIGHT + 2)
    column.addWidget(label("Print", Type.NAME))
    return column


def _put_foot(column: QVBoxLayout, *buttons: Button) -> None:
    """The first button at the left, the others at the right."""
    foot = QHBoxLayout()
    foot.setSpacing(theme.TIGHT + 2)
    for place, button in enumerate(buttons):
        foot.addWidget(button)
        if not place:
            foot.addStretch(1)
    column.addSpacing(theme.TIGHT)
    column.addLayout(foot)
