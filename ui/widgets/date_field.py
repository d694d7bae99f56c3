"""The date field: written as people write dates, echoed in full beside it; empty stays empty."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QPoint, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from ui import formats, theme
from ui.theme import Type
from ui.widgets.buttons import IconButton
from ui.widgets.calendar_sheet import CalendarSheet
from ui.widgets.words import Elided

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TODAY = QKeySequence("Ctrl+D")
LONGEST = {
    False: ("27 September 2010", "Wednesday 27 September 2010, age 16"),
    True: ("27 September 2010 at 12:30pm", "Wednesday 27 September 2010 at 12:30pm"),
}
"""The longest text and echo a field must hold, without and with a time."""
EXAMPLE, EXAMPLE_TIME = "27 3 2010", "27 3 2026 14:30"


class DateLine(QLineEdit):
    """The line a date is typed on; Ctrl+D asks for today."""

    today_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+D is today."""
        if QKeySequence(event.keyCombination()) == TODAY:
            self.today_asked.emit()
        else:
            super().keyPressEvent(event)


class DateField(QWidget):
    """A moment: a day, a month or a year as far as it is known, with a time where the field allows one."""

    changed = Signal()

    def __init__(
        self,
        called: str,
        now: Callable[[], datetime],
        *,
        time: bool = False,
        age: bool = False,
        past: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._called, self._now, self._time, self._age, self._past = called, now, time, age, past
        self._shown: tuple[str, Moment] = ("", Moment(""))
        self._sheet: CalendarSheet | None = None
        self.line = DateLine()
        self.line.setPlaceholderText(f"such as {EXAMPLE_TIME if time else EXAMPLE}")
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.echo = Elided(size=Type.SECOND, tone="soft")
        self.button = IconButton("calendar", f"{called}: choose from a calendar")
        self._build()
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._written)
        self.line.today_asked.connect(self.put_today)
        self.button.clicked.connect(self.open_calendar)
        theme.when_changed(self._fit)

    def value(self) -> Moment:
        """The moment that was written; empty for nothing and for what can't be read (see `unreadable`)."""
        return self._read()[0]

    def set_value(self, value: Any) -> None:
        """Show a moment."""
        text = moments.shown(Moment(value)) if value else ""
        self._shown = (text, Moment(value or ""))
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self._written()

    def typed(self) -> Any:
        """What was typed, as it is, with the moment it came from where nobody has touched it."""
        text, moment = self._shown
        return moment if moment and self.line.text() == text else self.line.text()

    def restore(self, typed: Any) -> None:
        """Show what a draft kept, readable or not."""
        self.set_value("")
        self.line.setText(str(typed or ""))

    def unreadable(self) -> str:
        """The sentence that says what is wrong with what was typed."""
        return self._read()[1]

    def field_widget(self) -> QWidget:
        """The line."""
        return self.line

    def read(self, text: str) -> Moment:
        """The moment that a text says; `Unreadable` where it can't be read."""
        return moments.read(text, now=self._now(), called=self._called, time=self._time)

    def put_today(self) -> None:
        """Write today, or now where the field has a time."""
        now = self._now().astimezone(moments.LONDON)
        self.line.setText(f"{now.day} {now:%B %Y}" + (f" {now:%H:%M}" if self._time else ""))

    def open_calendar(self) -> CalendarSheet:
        """Open the calendar beneath the field, on the day that is written or on today."""
        if self._sheet is None:
            self._sheet = CalendarSheet(self._called, self)
            self._sheet.picked.connect(self._pick)
        today = self._now().astimezone(moments.LONDON).date()
        written = self.value()
        day = date.fromisoformat(moments.london_day(written)) if written else today
        self._sheet.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)), day, today if self._past else None)
        return self._sheet

    def minimumSizeHint(self) -> QSize:
        """The line and its button; the echo can go beneath."""
        return QSize(theme.current().px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The echo goes beneath the line where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        longest, echo = LONGEST[self._time]
        self.line.setFixedWidth(min(self._wide(self.line, longest) + 28, max(self.width() - 50, 80)))
        needed = self.line.width() + self.button.sizeHint().width() + self._wide(self.echo, echo)
        beside = self.width() > needed + 2 * theme.TIGHT
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    @staticmethod
    def _wide(widget: QWidget, text: str) -> int:
        return widget.fontMetrics().horizontalAdvance(text)

    def _build(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addStretch(1)
        self._across.addLayout(row)
        self._across.addWidget(self.echo, 1)

    def _pick(self, day: QDate) -> None:
        self.line.setText(f"{day.day()} {MONTHS[day.month() - 1]} {day.year()}")
        self.line.setFocus()

    def _read(self) -> tuple[Moment, str]:
        text = self.line.text()
        if text == self._shown[0]:
            return self._shown[1], ""
        if not text.strip():
            return Moment(""), ""
        try:
            return self.read(text), ""
        except moments.Unreadable as error:
            return Moment(""), str(error)

    def _written(self) -> None:
        moment = self._read()[0]
        aged = formats.age(moment, self._now()) if self._age else ""
        self.echo.setText(f"{formats.when_spoken(moment)}, age {aged}" if aged else formats.when_spoken(moment))
        self.line.setAccessibleDescription(self.echo.text())
        self.changed.emit()
