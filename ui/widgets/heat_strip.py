"""The heat-strip: ten indicators through every assessment, walked by the arrow keys, the newest in view first."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from rise_desk.domain import heat_axis
from rise_desk.domain.heat import Strip, title
from rise_desk.domain.heat_told import assessment_told, cell_told
from ui import theme
from ui.focus_ring import DRAWS_OWN
from ui.theme import Type
from ui.widgets import heat_paint
from ui.widgets.heat_places import HEAD, Places, label_width, measure, narrowest
from ui.widgets.words import tip

NOTHING = Strip()
HOW = "Arrow keys go from cell to cell, Enter opens the assessment."
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatStrip(QAbstractScrollArea):
    """One strip; `opened` tells the number of the assessment that somebody wants to read.

    What does not fit is reached by scrolling to the left; the labels stay. The wheel scrolls the page around it.
    """

    opened = Signal(object)

    def __init__(self, strip: Strip = NOTHING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = strip
        self.row, self.place = HEAD, 0
        self._places: Places | None = None
        self._newest_in_view = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(DRAWS_OWN, True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        theme.when_changed(self._measure_again)
        self.show_strip(strip)

    def show_strip(self, strip: Strip) -> None:
        """Show another strip, from its newest assessment."""
        self.strip = strip
        self.row, self.place = HEAD, max(len(strip.columns) - 1, 0)
        self._newest_in_view = True
        self.setAccessibleName(title(strip) if strip.columns else "")
        self._measure_again()
        self._tell()

    @property
    def places(self) -> Places:
        """Where everything stands in the room there is now."""
        if self._places is None:
            self._places = measure(self.strip, self.viewport().width(), len(self._marks()))
        return self._places

    def spoken(self) -> str:
        """What the cell that has the keyboard says: a head tells the whole assessment."""
        if not self.strip.columns:
            return ""
        if self.row == HEAD:
            return assessment_told(self.strip, self.place)
        return cell_told(self.strip.rows[self.row], self.strip.columns[self.place], self.place)

    def sizeHint(self) -> QSize:
        """As tall as the strip, with its scroll bar where it needs one."""
        if not self.strip.columns:
            return QSize(0, 0)
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(self.places.label + self.places.columns_width, self.places.height + below)

    def minimumSizeHint(self) -> QSize:
        """The labels and one column are seen at the least."""
        if not self.strip.columns:
            return QSize(0, 0)
        column = narrowest(self.strip)
        return QSize(label_width(self.strip, column) + column, self.sizeHint().height())

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the columns that are in view."""
        if not self.strip.columns:
            return
        places, off = self.places, self.horizontalScrollBar().value()
        painter = QPainter(self.viewport())
        heat_paint.paint_labels(painter, places)
        self._paint_footnotes(painter)
        room = self.viewport().width() - places.label
        painter.setClipRect(QRect(places.label, 0, room, places.height - places.foot))
        painter.translate(places.label - off, 0)
        first = int(off // places.step)
        last = min(int((off + room) // places.step) + 1, len(self.strip.columns))
        heat_paint.paint_columns(painter, places, first, ceil(off / places.step), last)
        if self.hasFocus():
            heat_paint.paint_ring(painter, places.cell(self.row, self.place))

    def _paint_footnotes(self, painter: QPainter) -> None:
        look, places = theme.current(), self.places
        painter.setFont(look.font(Type.SECOND))
        painter.setPen(look.colour("soft"))
        notes = [*self._marks(), *self._beyond()]
        for number, text in enumerate(notes):
            top = places.height - (len(notes) - number) * (places.line + 2)
            room = QRectF(places.label, top, self.viewport().width() - places.label, places.line + 2)
            fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, heat_paint.LEFT, fits)

    def _marks(self) -> list[str]:
        """What the marks mean that this strip bears."""
        found = []
        if any(each.made_with for each in self.strip.columns):
            found.append("* made with another instrument")
        if any(not cell.score for row in self.strip.rows for cell in row.cells):
            found.append("? not yet known")
        early = [(each.label, heat_axis.earlier(each, self.strip)) for each in self.strip.lanes]
        found += [f"{label}: {many} before the first column" for label, many in early if many]
        return found

    def _beyond(self) -> list[str]:
        """How many assessments lie to the left and to the right of what is in view."""
        bar, step = self.horizontalScrollBar(), self.places.step
        hidden = ceil(bar.value() / step), ceil((bar.maximum() - bar.value()) / step)
        told = zip(hidden, ("earlier to the left (Home)", "later to the right (End)"), strict=True)
        said = ", ".join(f"{many} {where}" for many, where in told if many)
        return [said] if said else []

    # Keys, mouse and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End go to the oldest and the newest, Enter opens."""
        key, newest = Qt.Key(event.key()), len(self.strip.columns) - 1
        if newest < 0:
            super().keyPressEvent(event)
        elif key in STEPS:
            down, across = STEPS[key]
            self.go(self.row + down, self.place + across)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(self.row, 0 if key == Qt.Key.Key_Home else newest)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.strip.columns[self.place].assessment)
        else:
            super().keyPressEvent(event)

    def go(self, row: int, place: int) -> None:
        """Give a cell the keyboard, bring it into view and tell it; beyond the edge nothing moves."""
        before = (self.row, self.place)
        self.row = min(max(row, HEAD), len(self.strip.rows) - 1)
        self.place = min(max(place, 0), len(self.strip.columns) - 1)
        if before != (self.row, self.place):
            self._tell()
        self._bring_into_view()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click gives a cell the keyboard."""
        found = self._under(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go(*found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A single click does no more."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the assessment."""
        found = self._under(event.position())
        if found is not None:
            self.opened.emit(self.strip.columns[found[1]].assessment)

    def viewportEvent(self, event: QEvent) -> bool:
        """The words of a cell as its tooltip."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.words_at(QPointF(event.pos()))), self.viewport())
            return True
        return super().viewportEvent(event)

    def words_at(self, point: QPointF) -> str:
        """What the cell under a point of the viewport says; '' beside the cells."""
        found = self._under(point)
        if found is None:
            return ""
        row, place = found
        if row == HEAD:
            return assessment_told(self.strip, place)
        return cell_told(self.strip.rows[row], self.strip.columns[place], place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is drawn around one cell."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lets columns be broader; the newest stays in view unless somebody scrolled away."""
        super().resizeEvent(event)
        self._measure_again()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """The page around it scrolls to the cell that has the keyboard, not to the middle of the strip."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self.strip.columns:
            return self._cell_in_view()
        return super().inputMethodQuery(query)

    def _under(self, point: QPointF) -> tuple[int, int] | None:
        if not self.strip.columns or point.x() < self.places.label:
            return None
        return self.places.at(QPointF(point.x() - self.places.label + self.horizontalScrollBar().value(), point.y()))

    def _measure_again(self) -> None:
        self._places = None
        if not self.strip.columns:
            return
        bar, stays = self.horizontalScrollBar(), self._newest_in_view
        room = self.viewport().width() - self.places.label
        bar.setPageStep(max(room, 1))
        bar.setSingleStep(self.places.step)
        bar.setRange(0, max(self.places.columns_width - room, 0))
        if stays:
            bar.setValue(bar.maximum())
        self._newest_in_view = stays
        self.setFixedHeight(self.sizeHint().height())
        self.viewport().update()

    def _scrolled(self, value: int) -> None:
        self._newest_in_view = value == self.horizontalScrollBar().maximum()
        self.viewport().update()

    def _bring_into_view(self) -> None:
        bar, room = self.horizontalScrollBar(), self.viewport().width() - self.places.label
        left = round(self.places.left(self.place))
        bar.setValue(min(max(bar.value(), round(left + self.places.step) - room), left))
        cell = self._cell_in_view()
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around is not None else None
        if around is not None and inside is not None:
            middle = self.viewport().mapTo(inside, cell.center())
            around.ensureVisible(middle.x(), middle.y(), 0, cell.height())

    def _cell_in_view(self) -> QRect:
        """Where the cell that has the keyboard stands in the viewport."""
        cell = self.places.cell(self.row, self.place).toRect()
        return cell.translated(self.places.label - self.horizontalScrollBar().value(), 0)

    def _tell(self) -> None:
        words = self.spoken()
        self.setAccessibleDescription(f"{words} {HOW}".strip())
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
