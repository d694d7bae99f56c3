"""Where a window stands: remembered, and never put where no screen is."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def of(window: QWidget) -> list[int]:
    """Where the window stands, as plain numbers: left, top, width, height, and whether it fills the screen."""
    usual = window.normalGeometry() if window.isMaximized() else window.geometry()
    return [usual.x(), usual.y(), usual.width(), usual.height(), int(window.isMaximized())]


def restore(window: QWidget, kept: object) -> None:
    """Put the window where it stood; what is no place is left alone."""
    if isinstance(kept, list) and len(kept) == 5 and all(isinstance(each, int) for each in kept):
        window.setGeometry(on_screen(QRect(*kept[:4])))
        if kept[4]:
            window.showMaximized()


def on_screen(place: QRect) -> QRect:
    """The place of a window, moved and shrunk so that all of it can be seen on a screen there is."""
    screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    fitted = QRect(place.topLeft(), place.size().boundedTo(room.size()))
    fitted.moveLeft(min(max(fitted.left(), room.left()), room.right() - fitted.width() + 1))
    fitted.moveTop(min(max(fitted.top(), room.top()), room.bottom() - fitted.height() + 1))
    return fitted
