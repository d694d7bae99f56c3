"""Printing pages that were made as pictures: each fills its sheet, and nothing is laid out a second time."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

DPI = 250
NO_PRINTER = "No printer is set up on this computer. Save the paper as a PDF, and print it from there."


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Ask which printer, which pages and how many copies; None where somebody thought better of it."""
    printer = a4(QPrinter(QPrinter.PrinterMode.HighResolution))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print")
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def a4(printer: QPrinter) -> QPrinter:
    """The same printer, set to whole A4 sheets: the pages bring their own margins."""
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)
    return printer


def wanted(printer: QPrinter, pages: int) -> range:
    """Which pages were asked for, counted from 0."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(pages)
    return range(max(printer.fromPage(), 1) - 1, min(printer.toPage() or pages, pages))


def put_on_paper(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Print these pictures, one a sheet; False where the printer did not take them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, png in enumerate(pages):
        if place and not printer.newPage():
            painter.end()
            return False
        image = QImage.fromData(png)
        sheet = painter.viewport()
        size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(_middle(sheet, size), image)
    return painter.end()


def _middle(sheet: QRect, size: QSize) -> QRect:
    place = QRect(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    return place
