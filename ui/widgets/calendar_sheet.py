"""The calendar beneath a date field: a help for looking up a day, never the only way to write one."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget


class CalendarSheet(QFrame):
    """Opens on a day, tells the one picked (`picked`), and closes with it or with Esc."""

    picked = Signal(QDate)

    def __init__(self, called: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(f"Calendar: {called}")
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        QVBoxLayout(self).addWidget(self.calendar)
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)

    def open_at(self, place: QPoint, day: date, latest: date | None) -> None:
        """Open there, on a day; days after `latest` can't be picked."""
        if latest is not None:
            self.calendar.setMaximumDate(_qdate(latest))
        self.calendar.setSelectedDate(_qdate(day))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(day)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
