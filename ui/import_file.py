"""The first step of an import: which file, which sheet of it, and where it comes from."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rise_desk.services.exchange.rows import Table
from ui import formats, theme
from ui.import_recent import RecentImports
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field_row import FieldRow
from ui.widgets.fields import Field
from ui.widgets.plain_choice import PlainChoice
from ui.widgets.text_fields import LineField
from ui.widgets.words import Elided, label

SOURCE = Field(name="source", label="Where the file comes from", hint="Its references belong to this name")
FILES = "Workbooks and CSV (*.xlsx *.csv);;Any file (*)"
NOTHING_YET = "Choose a workbook (.xlsx) or a CSV file. Nothing is saved until you have seen what it would do."


class FilePage(QWidget):
    """Asks for a file; `picked` brings its path, `sheet_chosen` that another sheet of it is wanted."""

    picked = Signal(object)
    sheet_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Elided("No file chosen", tone="soft")
        self.choose_button = Button("Choose file…", icon="import")
        self.sheet = PlainChoice((), "Sheet of the workbook", all_="The first sheet")
        self.source = FieldRow(SOURCE, LineField())
        self.told = label(NOTHING_YET, tone="soft", wrap=True)
        self.recent = RecentImports()
        self._build()
        self.choose_button.clicked.connect(self.choose)
        self.sheet.changed.connect(self.sheet_chosen)
        self.sheet.hide()

    def choose(self) -> None:
        """Ask for a file."""
        path, _kind = QFileDialog.getOpenFileName(self, "Choose a file to import", "", FILES)
        if path:
            self.picked.emit(Path(path))

    def begin(self, path: Path) -> None:
        """A file was picked: its folder's name is where it comes from, until somebody says otherwise."""
        self.name.setText(path.name)
        self.source.editor.set_value(path.resolve().parent.name)
        self._offer_sheets((), "")

    def show_table(self, table: Table | None) -> None:
        """Say what was read; None where nothing could be."""
        self.told.setText(_in_words(table) if table else NOTHING_YET)
        if table is not None:
            self._offer_sheets(table.sheets, table.sheet)

    def hold(self, still: bool) -> None:
        """Let nothing be chosen while work is under way."""
        for each in (self.choose_button, self.sheet, self.source, self.recent):
            each.setEnabled(not still)

    def _offer_sheets(self, sheets: tuple[str, ...], read: str) -> None:
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            for each in sheets:
                self.sheet.addItem(each, each)
            self.sheet.set_value(read)
        self.sheet.setVisible(len(sheets) > 1)

    def _build(self) -> None:
        asked = Card()
        first = QHBoxLayout()
        first.setSpacing(theme.GAP)
        first.addWidget(self.choose_button)
        first.addWidget(self.name, 2)
        first.addWidget(self.sheet, 1)
        asked.body.addLayout(first)
        asked.add(self.told)
        asked.add(self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(asked)
        column.addWidget(self.recent, 1)


def _in_words(table: Table) -> str:
    rows = f"{formats.count(len(table.rows), 'row')} in {formats.count(len(table.header), 'column')}"
    letters = f"Letters read as {table.encoding}"
    look = f"{letters}; look whether these are right: {table.sample}" if table.sample else letters
    sheet = f" Sheet “{table.sheet}”." if table.sheet else ""
    return f"{rows}.{sheet} {'' if table.sheet else f'{look}.'}".strip()
