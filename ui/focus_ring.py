"""The focus ring: one line that follows the keyboard's focus, the same around every control."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QScrollArea, QWidget
from shiboken6 import isValid

REACH = 4
THICK = 2.0
DRAWS_OWN = "draws_own_focus"
FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class FocusRing(QWidget):
    """A two-pixel line outside the focused control, with a hair of ground between; inside the edge of a list."""

    def __init__(self) -> None:
        super().__init__()
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, widget: QWidget | None) -> None:
        """Go around this widget; None hides the ring."""
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._around, self._watched = widget, []
        self.hide()
        if widget is not None:
            self.setParent(self._host(widget))
            for each in self._watched:
                each.installEventFilter(self)
            self._hug()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the distance when the control, or what it lies in, moves or grows."""
        if event.type() in FOLLOWED:
            self._hug()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded line in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), THICK))
        inset = THICK / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _host(self, widget: QWidget) -> QWidget:
        """The nearest ancestor with room for the ring; everything below it is watched."""
        host: QWidget = widget
        while True:
            self._watched.append(host)
            above = host.parentWidget()
            if above is None:
                return widget
            host = above
            if host.isWindow() or _is_viewport(host) or host.rect().contains(_place(widget, host)):
                return host

    def _hug(self) -> None:
        host = self.parentWidget()
        if self._around is None or not isValid(self._around) or host is None:
            return
        place = _within(_place(self._around, host), host)
        if place != self.geometry():
            self.setGeometry(place)
        self.setVisible(self._around.isVisible())
        self.raise_()


class Follower(QObject):
    """Moves the one ring to whatever has the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.ring: FocusRing | None = None
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.ring is None or not isValid(self.ring):
            self.ring = FocusRing()
        self.ring.surround(new if new is not None and _wants_ring(new) else None)


def install(app: QApplication) -> None:
    """Give the program its ring; a second time does nothing."""
    if app.findChild(Follower) is None:
        Follower(app)


def _place(widget: QWidget, host: QWidget) -> QRect:
    reach = 0 if isinstance(widget, QAbstractScrollArea) else REACH
    return QRect(widget.mapTo(host, QPoint(0, 0)), widget.size()).adjusted(-reach, -reach, reach, reach)


def _within(place: QRect, host: QWidget) -> QRect:
    """As much of this place as what is scrolled reaches: a control at its very edge has its ring along that edge."""
    area = host.parentWidget()
    inside = area.widget() if isinstance(area, QScrollArea) and _is_viewport(host) else None
    return place if inside is None else place.intersected(QRect(inside.mapTo(host, QPoint(0, 0)), inside.size()))


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _wants_ring(widget: QWidget) -> bool:
    return not (
        widget.property(DRAWS_OWN)
        or widget.isWindow()
        or isinstance(widget, QMenu)
        or widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    )
