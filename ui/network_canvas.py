"""The picture of a network: drawn at once in rings, eased apart while somebody looks, moved by mouse and keyboard."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from rise_desk.domain import rings
from rise_desk.domain.network import Network
from rise_desk.domain.record import NO_ID, Id
from ui import network_paint, network_ways, theme
from ui.network_drawing import Drawing
from ui.network_frame import Frame
from ui.widgets.words import tip

TICK_MS, PASSES_AT_ONCE = 16, 1
NONE = Network(centre=NO_ID, nodes=())
STEPS_OF_ZOOM = 1.2
ZOOMS = {"+": STEPS_OF_ZOOM, "=": STEPS_OF_ZOOM, "-": 1 / STEPS_OF_ZOOM}
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class NetworkCanvas(QWidget):
    """Shows one network; `chosen` tells whom or what somebody came to, the others what they want to do with it."""

    chosen = Signal(object)
    centre_asked = Signal(object)
    open_asked = Signal(object)
    list_asked = Signal()
    details_asked = Signal()

    def __init__(self, tell: Callable[[Id], str], parent: QWidget | None = None) -> None:
        """`tell` says what is told of a node where somebody comes to it or points at it."""
        super().__init__(parent)
        self._tell = tell
        self.network = NONE
        self.current: Id = NO_ID
        self.at: dict[Id, rings.Point] = {}
        self.frame = Frame()
        self.drawing = Drawing(self.frame)
        self._held: set[Id] = set()
        self._pairs: tuple[rings.Pair, ...] = ()
        self._homes: dict[Id, float] = {}
        self._pass = rings.PASSES
        self._fits = True
        self._pulled: Id = NO_ID
        self._pressed: QPointF | None = None
        self.easing = QTimer(self, interval=TICK_MS)
        self.easing.timeout.connect(self.ease)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Network")
        theme.when_changed(self._restyle)

    def show_network(self, network: Network, today: date, stays: Collection[Id] = ()) -> None:
        """Draw a network in rings, at once; what was in view before (`stays`) keeps its place."""
        before = {each: self.at[each] for each in stays if each in self.at}
        same = network.centre == self.network.centre
        self.network = network
        self.at = rings.placed(network)
        if same:
            self.at |= {each: point for each, point in before.items() if each in self.at}
        self._held = {network.centre} | (self._held & self.at.keys() if same else set())
        self._fits = self._fits or not same
        self._pairs, self._homes = rings.pairs_of(network), rings.homes(rings.placed(network))
        self.drawing.show_network(network, today)
        self.current = self.current if self.current in self.at else network.centre
        self._pass = 0
        self.easing.start()
        self._fit()
        self.update()

    def ease(self) -> None:
        """One pass, between two frames; nothing waits for it."""
        for _ in range(PASSES_AT_ONCE):
            self.at = rings.eased(self.at, self._pairs, self._homes, rings.warmth(self._pass), self._held)
            self._pass += 1
        if self._pass >= rings.PASSES:
            self.easing.stop()
        self._fit()
        self.update()

    def settle(self) -> None:
        """Ease it to its end now."""
        while self._pass < rings.PASSES:
            self.ease()

    def choose(self, subject: Id) -> None:
        """Come to a node: it has the ring around it, its links their words."""
        if subject in self.at:
            self.current = subject
            self._reveal(subject)
            self.update()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._tell(subject)))
            self.chosen.emit(subject)

    def whole(self) -> None:
        """Show all of it again."""
        self._fits = True
        self._fit()
        self.update()

    def zoom(self, by: float, around: QPointF | None = None) -> None:
        """Larger or smaller, keeping what is at a point where it is."""
        self._fits = False
        self.frame.zoom(by, around or QRectF(self.rect()).center())
        self.update()

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(theme.current().px(600), theme.current().px(420))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows from neighbour to neighbour; Enter puts one in the middle, O opens it; L the list, D the details."""
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: lambda: self.centre_asked.emit(self.current),
            Qt.Key.Key_Enter: lambda: self.centre_asked.emit(self.current),
            Qt.Key.Key_O: lambda: self.open_asked.emit(self.current),
            Qt.Key.Key_L: self.list_asked.emit,
            Qt.Key.Key_D: self.details_asked.emit,
            Qt.Key.Key_0: self.whole,
            Qt.Key.Key_Home: lambda: self.choose(self.network.centre),
            Qt.Key.Key_PageDown: lambda: self._along(1),
            Qt.Key.Key_PageUp: lambda: self._along(-1),
        }
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key in ARROWS and not held:
            self.choose(network_ways.towards(self.network, self.at, self.current, ARROWS[key]))
        elif key in acts and not held:
            acts[key]()
        elif event.text() in ZOOMS and not held:
            self.zoom(ZOOMS[event.text()])
        else:
            super().keyPressEvent(event)

    def _along(self, by: int) -> None:
        """The next or last of all nodes, the nearest to the centre first."""
        order = [each.subject for each in self.network.nodes]
        if order:
            self.choose(order[(order.index(self.current) + by) % len(order)])

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a node, or of the whole picture."""
        self._pressed = event.position()
        self._pulled = self.drawing.node_at(self.at, event.position())
        if self._pulled:
            self.choose(self._pulled)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull what is held."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.drawing.node_at(self.at, event.position())
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        if self._pulled:
            self._held.add(self._pulled)
            self.at[self._pulled] = self.frame.back(event.position())
        else:
            self.frame.move(event.position() - self._pressed)
            self._pressed = event.position()
        self._fits = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed, self._pulled = None, NO_ID
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Put what is pointed at in the middle."""
        found = self.drawing.node_at(self.at, event.position())
        if found:
            self.centre_asked.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Larger and smaller around where one points."""
        self.zoom(STEPS_OF_ZOOM ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pointing at a node or link tells what it is, who said it and when."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.told_at(event.pos())), self)
            return True
        return super().event(event)

    def told_at(self, point: QPoint) -> str:
        """What is told of the node or link at a point of the picture; '' where there is none."""
        found = self.drawing.node_at(self.at, QPointF(point)) or self.drawing.link_at(self.at, QPointF(point))
        return self._tell(found) if found else ""

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """All links, then all nodes, then the names there is room for."""
        painter = QPainter(self)
        network_paint.sheet(painter, QRectF(self.rect()))
        moving = self.easing.isActive() or self._pressed is not None
        self.drawing.paint(painter, QRectF(self.rect()), self.at, self.current, moving=moving, focused=self.hasFocus())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole of it stays in view, until somebody moves it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._fits:
            self.frame.fit(self.at.values(), QRectF(self.rect()))

    def _reveal(self, subject: Id) -> None:
        moved = self.frame.bring_in(self.at[subject], QRectF(self.rect()))
        self._fits = self._fits and not moved

    def _restyle(self) -> None:
        self._fit()
        self.update()
