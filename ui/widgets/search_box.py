"""The search box: type any part of a name, number or word; the answers drop down beneath it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import icons, theme
from ui.theme import Type
from ui.widgets.answers import ROW, Answers, Hit

PAUSE_MS = 150
WIDE = 620
"""How wide answers are where the box is narrower, as far as the window has room."""
FEW = 3
"""Where fewer answers than these have room beneath the box, they stand above it if there is more room."""


class SearchBox(QLineEdit):
    """Asks while somebody types (`asked`), shows answers beneath, tells the one picked (`picked`).

    `recent_asked`: nothing is typed, and somebody wants to see what they went for last. `more_asked`: the last answer
    leads to more of them. `abandoned`: somebody turned elsewhere, or emptied the box, and picked nothing.
    """

    asked = Signal(str)
    picked = Signal(object)
    recent_asked = Signal()
    more_asked = Signal()
    abandoned = Signal()

    def __init__(self, *, hint: str, keys: str = "Ctrl+K", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setPlaceholderText(hint)
        self.setAccessibleName("Search")
        self.setAccessibleDescription(f"{hint}. {keys}")
        self.setClearButtonEnabled(False)
        self.answers: Answers | None = None
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textEdited.connect(self._typed)
        self._fit()
        theme.when_changed(self._fit)

    def begin(self) -> None:
        """Take the cursor here, ready for another question."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if not self.text().strip():
            self.recent_asked.emit()

    def show_hits(self, hits: Sequence[Hit], none: str = "Nothing found.") -> None:
        """Show what was found beneath the box, as long as there is a question in it."""
        if self.text().strip():
            self._show(hits, none)
        else:
            self.close_answers()

    def show_recent(self, hits: Sequence[Hit]) -> None:
        """Show what somebody went for last, as long as there is no question in the box."""
        if hits and not self.text().strip():
            self._show(hits, "")

    def extend(self, hits: Sequence[Hit]) -> None:
        """Show these in the place of the last answer, which asked for them."""
        if self.answers is not None and self.answers.isVisible():
            self.answers.extend(hits)
            self._place(self.answers)

    def _show(self, hits: Sequence[Hit], none: str) -> None:
        popup = self._popup()
        popup.show_hits(hits, none)
        self._place(popup)

    def _place(self, popup: Answers) -> None:
        """Put the answers beneath the box, or above it, as wide and tall as the window has room."""
        place, look = self.mapTo(self.window(), QPoint(0, self.height() + 4)), theme.current()
        room = self.window().size() - QSize(place.x() + theme.GAP, place.y() + theme.GAP)
        over = place.y() - self.height() - 8 - theme.GAP
        above = room.height() < FEW * look.tall(ROW) and over > room.height()
        popup.keep_within(over if above else room.height())
        popup.adjustSize()
        wide = max(self.width(), min(look.px(WIDE), room.width()))
        size = QSize(wide, popup.sizeHint().height())
        if above:
            place -= QPoint(0, self.height() + 8 + size.height())
        popup.setGeometry(QRect(place, size))
        popup.raise_()
        popup.show()
        self._announce(popup.told())

    def close_answers(self) -> None:
        """Take the answers away; what was typed stays."""
        self.pause.stop()
        if self.answers is not None:
            self.answers.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up move along the answers, Enter opens one, Esc closes them and then clears the box.

        Enter before the pause is over asks at once; Down in an empty box asks for what was opened last.
        """
        shown = self.answers if self.answers is not None and self.answers.isVisible() else None
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if shown and event.key() in steps:
            shown.step(steps[Qt.Key(event.key())])
            self._announce(shown.told())
        elif shown and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer_now() if self.pause.isActive() else shown.pick()
        elif self.pause.isActive() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer_now()
        elif event.key() == Qt.Key.Key_Down and not self.text().strip():
            self.recent_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_answers() if shown else self._empty()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A click into the empty box offers what was opened last."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason and not self.text().strip():
            self.recent_asked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Answers go when somebody turns elsewhere."""
        super().focusOutEvent(event)
        self.close_answers()
        self.abandoned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answers keep their place when the window changes size."""
        if event.type() == QEvent.Type.Resize:
            self.close_answers()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, with a lens at the left and its keys at the right while it is empty."""
        super().paintEvent(event)
        look, painter = theme.current(), QPainter(self)
        size = look.px(15)
        lens = QRect(look.px(9), (self.height() - size) // 2, size, size)
        icons.paint(painter, "search", look.colours.soft, lens.toRectF())
        if not self.text():
            painter.setPen(look.colour("soft"))
            painter.setFont(look.font(Type.SECOND))
            right = self.rect().adjusted(0, 0, -look.px(10), 0)
            painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._keys)

    def _announce(self, words: str) -> None:
        """The focus stays in the box while answers come and are chosen, so screen readers are told of them."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _fit(self) -> None:
        look = theme.current()
        self.setTextMargins(look.px(24), 0, look.px(60), 0)

    def _popup(self) -> Answers:
        if self.answers is None:
            self.answers = Answers(self.window())
            self.answers.picked.connect(self._picked)
            self.answers.more_asked.connect(self.more_asked)
            self.window().installEventFilter(self)
        return self.answers

    def _picked(self, key: object) -> None:
        self.close_answers()
        self.clear()
        self.picked.emit(key)

    def _answer_now(self) -> None:
        """What is shown may answer to fewer letters than were typed: ask first, and open at the next Enter."""
        self.pause.stop()
        self.asked.emit(self.text().strip())

    def _empty(self) -> None:
        self.clear()
        self.abandoned.emit()

    def _typed(self) -> None:
        if self.text().strip():
            self.pause.start()
        else:
            self.close_answers()
            self.recent_asked.emit()
