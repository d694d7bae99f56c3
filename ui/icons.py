"""The desk's own pictograms: drawn in one line weight, coloured by the theme when they are shown.

The program hands over how to read one (`read_with`), since the screen itself knows no paths.
"""

from collections.abc import Callable
from typing import ClassVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

NAME, COLOUR, SIZE = "icon_name", "icon_colour", "icon_size"
NAMES = (
    "add", "adults", "alert", "back", "calendar", "check", "chevron", "clear", "clock", "columns", "copy", "error",
    "export", "filter", "forward", "help", "import", "info", "lock", "more", "note", "people", "person",
    "places", "print", "remove", "save", "search", "settings", "team", "today", "undo",
)  # fmt: skip


class Drawer:
    """Where the drawings come from, those already read, and the widgets that show one."""

    read: Callable[[str], bytes] | None = None
    kept: ClassVar[dict[str, bytes]] = {}
    shown: ClassVar["WeakSet[QAbstractButton | QLabel]"] = WeakSet()


def read_with(read: Callable[[str], bytes]) -> None:
    """Say how the file of an icon is read, as `lambda name: resource_bytes('icons', name)`."""
    Drawer.read = staticmethod(read)
    Drawer.kept.clear()


def drawing(name: str, colour: str) -> bytes:
    """The icon as SVG in a colour; nothing where no reader was given yet."""
    if name not in Drawer.kept and Drawer.read is not None:
        Drawer.kept[name] = Drawer.read(f"{name}.svg")
    return Drawer.kept.get(name, b"").replace(b"currentColor", colour.encode())


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture; `size` in logical pixels, `ratio` the screen's own."""
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    source = drawing(name, colour)
    if source:
        painter = QPainter(image)
        QSvgRenderer(QByteArray(source)).render(painter, QRectF(image.rect()))
        painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def paint(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draw the icon into a rectangle."""
    source = drawing(name, colour)
    if source:
        QSvgRenderer(QByteArray(source)).render(painter, place)


def put(widget: QAbstractButton | QLabel, name: str, colour: str = "ink", size: int = 16) -> None:
    """Give a button or label its icon, and keep it in step with the theme; `colour` is a token's name."""
    widget.setProperty(NAME, name)
    widget.setProperty(COLOUR, colour)
    widget.setProperty(SIZE, size)
    Drawer.shown.add(widget)
    refresh(widget)


def refresh(widget: QWidget) -> None:
    """Draw the widget's icon afresh in the colours of now; a widget without one is left alone."""
    from ui import theme

    name = widget.property(NAME)
    if not name:
        return
    look = theme.current()
    size = look.px(int(widget.property(SIZE)))
    picture = pixmap(str(name), look.colours[str(widget.property(COLOUR))], size, widget.devicePixelRatioF())
    if isinstance(widget, QAbstractButton):
        widget.setIcon(QIcon(picture))
        widget.setIconSize(QSize(size, size))
    elif isinstance(widget, QLabel):
        widget.setPixmap(picture)


def refresh_all() -> None:
    """Draw every icon that is shown afresh.

    Only those that were put: to go through all widgets of Qt touches some that are just ending, and ends the program.
    """
    for widget in tuple(Drawer.shown):
        if shiboken6.isValid(widget):
            refresh(widget)
