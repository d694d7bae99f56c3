"""What every test of a screen does: show a widget, turn the wheel, see its colours."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, widget: QWidget, width: int = 500, height: int = 300) -> QWidget:
    """Show a widget and give its window the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def wheel(widget: QWidget) -> QWheelEvent:
    """Turn the wheel over a widget."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def colours_of(widget: QWidget) -> set[str]:
    """Every colour that a widget shows."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = set(memoryview(image.constBits()).cast("I"))
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in pixels}
