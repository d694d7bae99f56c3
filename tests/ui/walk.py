"""Walks a window and tells what somebody could not read, name or reach: used by every test of a screen."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)

from ui.widgets.words import Elided

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QTabBar)
BOXES = (QPushButton, QLineEdit, QComboBox)
INNARDS = (QComboBox, QCalendarWidget, QAbstractSpinBox, QTabBar, QAbstractItemView)
"""Widgets whose insides are Qt's own business."""

SMALLEST = 28
SLACK = 2


def walk(root: QWidget) -> list[str]:
    """Every problem of a window as it stands, one line each; what is hidden is not looked at."""
    QApplication.processEvents()
    shown = list(_shown(root))
    return [*_unnamed(shown), *_same_letters(shown), *_clipped(shown, root), *_small(shown)]


def _shown(root: QWidget) -> Iterator[QWidget]:
    yield root
    for child in root.findChildren(QWidget):
        if child.isVisibleTo(root) and not _is_innard(child, root):
            yield child


def _is_innard(widget: QWidget, root: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, INNARDS) and not _is_own(widget, above):
            return True
        above = above.parentWidget()
    return isinstance(widget, QMenu) or widget.isWindow()


def _is_own(widget: QWidget, above: QWidget) -> bool:
    return isinstance(above, QAbstractItemView) and above.viewport().isAncestorOf(widget)


def _unnamed(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, CONTROLS) and not isinstance(widget, QHeaderView) and not spoken_name(widget).strip():
            yield f"{said(widget)} has no name for screen readers"


def spoken_name(widget: QWidget) -> str:
    """The name a screen reader tells."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def _same_letters(shown: list[QWidget]) -> Iterator[str]:
    taken: dict[str, str] = {}
    for text in _lettered(shown):
        letter = QKeySequence.mnemonic(text).toString()
        if letter and letter in taken:
            yield f"{letter} is both {taken[letter]!r} and {text!r}"
        taken[letter] = text


def _lettered(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            yield widget.text()
        elif isinstance(widget, QMenuBar):
            yield from (action.text() for action in widget.actions())
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))


def _clipped(shown: list[QWidget], root: QWidget) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, QLabel) and not isinstance(widget, Elided):
            yield from _clipped_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.width() + SLACK < widget.sizeHint().width():
            yield f"{said(widget)} is {widget.width()} wide and needs {widget.sizeHint().width()}"
        elif isinstance(widget, (QLineEdit, QComboBox, QAbstractButton)):
            needed = widget.fontMetrics().height() + SLACK
            if widget.height() < needed:
                yield f"{said(widget)} is {widget.height()} tall and needs {needed}"
        if widget is not root:
            yield from _outside(widget)


def _clipped_label(widget: QLabel) -> Iterator[str]:
    wide, tall = widget.width(), widget.height()
    if not widget.text():
        return
    if widget.wordWrap():
        longest = max(widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split() or [""])
        needs = QRect(0, 0, 0 if "<" in widget.text() else longest, widget.heightForWidth(wide)).size()
    else:
        needs = widget.sizeHint()
    if wide + SLACK < needs.width() or tall + SLACK < needs.height():
        yield f"{said(widget)} has {wide} x {tall} and needs {needs.width()} x {needs.height()}"


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or _scrolls(parent) or not isinstance(widget, (*CONTROLS, QLabel)):
        return
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not room.contains(QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())):
        yield f"{said(widget)} reaches out of what it lies in"


def _scrolls(parent: QWidget) -> bool:
    above = parent.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is parent


def _small(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, BOXES) and widget.property("kind") != "link" and widget.height() < SMALLEST:
            yield f"{said(widget)} is only {widget.height()} tall"


def said(widget: QWidget) -> str:
    """Which widget, for the reader of a test."""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else text if isinstance(text, str) else ""
    return f"{type(widget).__name__} {(words or widget.accessibleName() or widget.objectName())[:60]!r}"
