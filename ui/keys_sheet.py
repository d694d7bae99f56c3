"""The sheet of all keys before it is printed: one A4 page that holds nothing of any file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rise_desk.errors import DeskError
from rise_desk.services import key_sheet, saving
from ui import printing, theme
from ui.fitting import fit
from ui.keys_list import Group
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.words import label

SEEN_DPI = 144
NO_PRINTER = "No printer is set up on this computer. Save the sheet as a PDF instead."
SENT = "Sent to the printer."
NAME = "RISE Desk keys.pdf"


def sheet(groups: Sequence[Group], now: datetime) -> bytes:
    """These keys on one page, as PDF."""
    return key_sheet.pdf([(each.title, [(key.shown, key.what) for key in each.keys]) for each in groups], now)


class SheetPicture(QWidget):
    """The page as wide as there is room, and as tall as that makes it."""

    def __init__(self, png: bytes) -> None:
        super().__init__()
        self._image = QImage.fromData(png)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape of the paper."""
        super().resizeEvent(event)
        self.setMinimumHeight(round(self.width() * self._image.height() / self._image.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page."""
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        drawn = self._image.scaledToWidth(round(self.width() * ratio), smooth)
        drawn.setDevicePixelRatio(ratio)
        QPainter(self).drawImage(0, 0, drawn)


class KeySheetDialog(QDialog):
    """Shows the page, and prints or saves it."""

    def __init__(self, groups: Sequence[Group], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Key sheet · RISE Desk")
        self.pdf = sheet(groups, now)
        self.page = SheetPicture(key_sheet.picture(self.pdf, SEEN_DPI))
        self.area = QScrollArea()
        self.said = label(tone="soft", wrap=True)
        self.save_button = Button("Save as PDF…", icon="save")
        self.print_button = Button("Print…", "primary", icon="print")
        self.close_button = Button("Close", keys="Esc")
        self._build(groups)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        fit(self, 720, 690)
        self.print_button.setFocus()

    def print_sheet(self) -> None:
        """Ask for a printer, and print; say it where there is none."""
        if not printing.names():
            self.said.setText(NO_PRINTER)
            return
        printer = printing.ask_printer(self, 1)
        if printer is not None:
            taken = printing.put_on_paper(printer, [key_sheet.picture(self.pdf, printing.DPI)])
            self.said.setText(SENT if taken else printing.NOT_TAKEN)

    def save(self) -> None:
        """Ask where to, and save the page."""
        path, _kind = QFileDialog.getSaveFileName(self, "Save the key sheet", NAME, "PDF (*.pdf)")
        if not path:
            return
        try:
            saving.save_file(Path(path), self.pdf)
        except DeskError as failure:
            self.said.setText(str(failure))
            return
        self.said.setText(f"Saved as {Path(path).name}.")

    def _build(self, groups: Sequence[Group]) -> None:
        self.page.setAccessibleName("The key sheet")
        self.page.setAccessibleDescription(
            ". ".join(f"{key.shown}: {key.what}" for each in groups for key in each.keys)
        )
        self.area.setWidget(self.page)
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName("The key sheet")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.PAD, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(label("Key sheet", Type.NAME))
        column.addWidget(self.area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT + 2)
        foot.addWidget(self.said, 1)
        for button in (self.close_button, self.save_button, self.print_button):
            foot.addWidget(button)
        column.addLayout(foot)
