"""Printers, and pages that were made as pictures: each fills its sheet, and nothing is laid out a second time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

DPI = 250
NOT_TAKEN = "The printer did not take the pages. Try another, or save the paper as a PDF."


@dataclass(frozen=True, kw_only=True)
class Abilities:
    """What a printer can do besides printing."""

    both_sides: bool = False
    grey: bool = False


def names() -> list[str]:
    """The printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold()))


def abilities(name: str) -> Abilities:
    """What this printer says that it can do."""
    told = QPrinterInfo.printerInfo(name)
    return Abilities(
        both_sides=any(each != QPrinter.DuplexMode.DuplexNone for each in told.supportedDuplexModes()),
        grey=QPrinter.ColorMode.Color in told.supportedColorModes(),
    )


def opened(name: str) -> QPrinter:
    """This printer, ready for whole sheets of A4."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return a4(printer)


def set_up(printer: QPrinter, *, both_sides: bool, grey: bool) -> None:
    """Tell the printer how; pages and copies are ours to count, and never the printer's."""
    modes = QPrinter.DuplexMode
    printer.setDuplex(modes.DuplexLongSide if both_sides else modes.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    printer.setCopyCount(1)


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Ask which printer, which pages and how many copies; None where somebody thought better of it."""
    printer = a4(QPrinter(QPrinter.PrinterMode.HighResolution))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print")
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def ask_more(printer: QPrinter, parent: QWidget) -> bool:
    """Show the computer's own dialog for what only it knows, such as trays or a PIN; False where cancelled."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Settings of the printer")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    return dialog.exec() == QDialog.DialogCode.Accepted


def a4(printer: QPrinter) -> QPrinter:
    """The same printer, set to whole A4 sheets: the pages bring their own margins."""
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)
    return printer


def put_on_paper(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Print these pictures, one a sheet; False where the printer did not take them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, png in enumerate(pages):
        if place and not printer.newPage():
            painter.end()
            return False
        draw(painter, QImage.fromData(png))
    return painter.end()


def draw(painter: QPainter, image: QImage) -> None:
    """Fill the sheet with a picture of its page."""
    sheet = painter.viewport()
    size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(_middle(sheet, size), image)


def _middle(sheet: QRect, size: QSize) -> QRect:
    place = QRect(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    return place
