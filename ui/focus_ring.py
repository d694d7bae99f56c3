"""The focus ring: one frame that follows the keyboard's focus, the same around every control."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFocusFrame, QMenu, QWidget
from shiboken6 import isValid

REACH = 3
THICK = 2.0
DRAWS_OWN = "draws_own_focus"


class FocusRing(QFocusFrame):
    """A two-pixel line just outside the focused control, with a hair of ground between."""

    def surround(self, widget: QWidget | None) -> None:
        """Go around this widget; None hides the ring."""
        self.setWidget(widget)  # type: ignore[arg-type]  # the stubs forget that None hides it
        self._hug()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the distance when the control moves or grows."""
        handled = super().eventFilter(watched, event)
        self._hug()
        return handled

    def _hug(self) -> None:
        widget: QWidget | None = self.widget()
        parent: QWidget | None = self.parentWidget()
        if widget is None or parent is None or not isValid(widget):
            return
        reach = 0 if isinstance(widget, QAbstractScrollArea) else REACH
        place = widget.rect().translated(widget.mapTo(parent, widget.rect().topLeft()))
        place = place.adjusted(-reach, -reach, reach, reach)
        if place != self.geometry():
            self.setGeometry(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded line in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), THICK))
        inset = THICK / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)


class Follower(QObject):
    """Moves the one ring to whatever has the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.ring: FocusRing | None = None
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        shown = None if new is None or not _wants_ring(new) else new
        if self.ring is None or not isValid(self.ring):
            self.ring = FocusRing()
        self.ring.surround(shown)


def _wants_ring(widget: QWidget) -> bool:
    return not (
        widget.property(DRAWS_OWN)
        or widget.isWindow()
        or isinstance(widget, QMenu)
        or widget.focusPolicy() == Qt.FocusPolicy.NoFocus
        or widget.windowType() == Qt.WindowType.Popup
    )


def install(app: QApplication) -> None:
    """Give the program its ring; a second time does nothing."""
    if app.findChild(Follower) is None:
        Follower(app)
