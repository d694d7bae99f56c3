"""A calendar of nights away: twelve months of days; a night away is filled, a day away for a time has a ring."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

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
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from rise_desk.domain.nights import Month, Night
from rise_desk.domain.nights_told import day_name, month_name, summary, title
from ui import theme
from ui.theme import Type
from ui.widgets.night_places import Places, measure
from ui.widgets.words import tip

LETTERS = "MTWTFSS"
CORNER, RING = 4, 1.6
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
HOW = "Arrow keys go from day to day, with Ctrl to the next day away; Page Up and Page Down by months; Enter opens."
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
NOWHERE = date.min


class NightCalendar(QWidget):
    """Twelve months; `opened` tells the number of the episode of a day, `told` the words of the day in question.

    `words` says a night with its episodes. Days after `until` are still to come.
    """

    opened = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months: tuple[Month, ...] = ()
        self.until = self.day = NOWHERE
        self._nights: dict[date, Night] = {}
        self._words: Callable[[Night], str] = lambda night: ""
        self._places: Places | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.when_changed(self._measure_again)

    def show_year(self, months: Sequence[Month], until: date, words: Callable[[Night], str]) -> None:
        """Show these months; the day that had the keyboard keeps it, else the newest day away has it."""
        self.months, self.until, self._words = tuple(months), until, words
        self._nights = {day: night for month in months for day, night in month.nights.items()}
        if not self.has(self.day):
            self.day = max(self._nights, default=until)
        self.setAccessibleName(f"Nights away, {title(months)}: {summary(months)}")
        self._measure_again()
        self._tell()

    @property
    def places(self) -> Places:
        """Where everything stands in the room there is now."""
        if self._places is None:
            self._places = measure(self.months, self.width())
        return self._places

    def has(self, day: date) -> bool:
        """Whether a day is one of the calendar's."""
        return bool(self.months) and self.months[0].first <= day <= self.months[-1].days[-1]

    def is_away(self) -> bool:
        """Whether the day that has the keyboard is one on which they were away."""
        return self.day in self._nights

    def open(self) -> None:
        """Tell the episode of the day that has the keyboard."""
        self._open(self.day)

    def said(self, day: date) -> str:
        """What a day says: which it is, and whether and by which episodes they were away."""
        night = self._nights.get(day)
        if night is None:
            return f"{day_name(day)}: {'still to come' if day > self.until else 'no absence recorded'}."
        how = "away overnight" if night.overnight else "away for a time"
        return f"{day_name(day)}: {how}. {self._words(night)}".strip()

    def sizeHint(self) -> QSize:
        """As tall as its rows of months."""
        return QSize(self.places.width, self.places.height) if self.months else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """One month is seen at the least."""
        return QSize(measure(self.months, 0).width, self.sizeHint().height()) if self.months else QSize(0, 0)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every month with its days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, month in enumerate(self.months):
            self._head(painter, month, self.places.month(place))
            for day in month.days:
                self._paint_day(painter, day)
        if self.hasFocus() and self.months:
            self._ring(painter, self.places.day(self.day))

    def _ring(self, painter: QPainter, room: QRectF) -> None:
        """Around the day that has the keyboard, with a hair of card inside, to show around a filled day too."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, reach in (("card", 0.5), ("ring", -1.0)):
            painter.setPen(QPen(theme.current().colour(colour), 2))
            painter.drawRoundedRect(room.adjusted(reach, reach, -reach, -reach), CORNER, CORNER)

    def _head(self, painter: QPainter, month: Month, inside: QRectF) -> None:
        look, places = theme.current(), self.places
        painter.setFont(look.font(Type.SECOND, strong=True))
        painter.setPen(look.colour("ink"))
        painter.drawText(QRectF(inside.left() + 3, inside.top(), inside.width(), places.line), LEFT, month_name(month))
        painter.setFont(look.font(Type.SECOND))
        painter.setPen(look.colour("soft"))
        for place, letter in enumerate(LETTERS):
            left = inside.left() + place * places.wide
            painter.drawText(QRectF(left, inside.top() + places.line, places.wide, places.line), MIDDLE, letter)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        """The number of the day: on a filled ground for a night away, in a ring for a day away for a time."""
        look, room, night = theme.current(), self.places.day(day), self._nights.get(day)
        ink, strong = "soft", False
        inner = room.adjusted(1.5, 1.5, -1.5, -1.5)
        if night is not None and night.overnight:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink"))
            painter.drawRoundedRect(inner, CORNER, CORNER)
            ink, strong = "card", True
        elif night is not None:
            painter.setPen(QPen(look.colour("ink"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, CORNER, CORNER)
            ink, strong = "ink", True
        painter.setFont(look.font(Type.SECOND, strong=strong))
        painter.setPen(look.colour("edge" if day > self.until else ink))
        painter.drawText(room, MIDDLE, "·" if day > self.until else str(day.day))

    # Keys, mouse and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the days, with Ctrl the days away; Page Up and Down walk the months; Enter opens."""
        key = Qt.Key(event.key())
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self.months:
            super().keyPressEvent(event)
        elif held and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go(self._next_away(forward=key == Qt.Key.Key_Right))
        elif key in STEPS and not held:
            self.go(self.day + timedelta(days=STEPS[key]))
        elif key in MONTHS and not held:
            self.go(_month_on(self.day, MONTHS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(self.months[0].first if key == Qt.Key.Key_Home else self.until)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.day)
        else:
            super().keyPressEvent(event)

    def go(self, day: date) -> None:
        """Give a day the keyboard and tell it; beyond the first and the last day nothing moves."""
        if self.has(day) and day != self.day:
            self.day = day
            self._tell()
            self._bring_into_view()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The day under the pointer is told beneath."""
        found = self._under(event.position())
        self.told.emit(self.said(found or self.day))
        away = found is not None and found in self._nights
        self.setCursor(Qt.CursorShape.PointingHandCursor if away else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """What has the keyboard is told again."""
        super().leaveEvent(event)
        if self.months:
            self.told.emit(self.said(self.day))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click gives a day the keyboard."""
        found = self._under(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the episode."""
        found = self._under(event.position())
        if found is not None:
            self._open(found)

    def event(self, event: QEvent) -> bool:
        """The words of a day as its tooltip."""
        if isinstance(event, QHelpEvent):
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.said(found)) if found else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring is drawn around one day, inside that around the whole."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And goes."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lets more months or fewer stand side by side."""
        super().resizeEvent(event)
        self._measure_again()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """The page around it scrolls to the day that has the keyboard."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self.months:
            return self._room()
        return super().inputMethodQuery(query)

    def _bring_into_view(self) -> None:
        """Let the page around it scroll to the day that has the keyboard."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around is not None else None
        if around is not None and inside is not None:
            middle = self.mapTo(inside, self._room().center())
            around.ensureVisible(middle.x(), middle.y(), 0, 2 * self.places.tall)

    def _room(self) -> QRect:
        return self.places.day(self.day).toRect()

    def _under(self, point: QPointF) -> date | None:
        return self.places.at(point) if self.months else None

    def _next_away(self, *, forward: bool) -> date:
        days = sorted(each for each in self._nights if (each > self.day if forward else each < self.day))
        return (days[0] if forward else days[-1]) if days else self.day

    def _open(self, day: date) -> None:
        night = self._nights.get(day)
        if night is not None:
            self.opened.emit(night.episodes[-1])

    def _measure_again(self) -> None:
        self._places = None
        if self.months:
            self.setFixedHeight(self.places.height)
        self.update()

    def _tell(self) -> None:
        words = self.said(self.day)
        self.setAccessibleDescription(f"{words} {HOW}")
        self.told.emit(words)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _month_on(day: date, by: int) -> date:
    """The same day of the month before or after, or the last that it has."""
    number = day.year * 12 + day.month - 1 + by
    first = date(number // 12, number % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
