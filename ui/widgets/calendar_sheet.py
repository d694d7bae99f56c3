"""The calendar beneath a date field: a help for looking up a day, never the only way to write one."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from ui import icons, theme

TURNS = (
    ("qt_calendar_prevmonth", "back", "Month before"),
    ("qt_calendar_nextmonth", "forward", "Month after"),
)


class CalendarSheet(QFrame):
    """Opens on a day, tells the one picked (`picked`), and closes with it or with Esc."""

    picked = Signal(QDate)

    def __init__(self, called: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(f"Calendar: {called}")
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setDateEditEnabled(False)  # Qt would take digits typed here with the month first
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        QVBoxLayout(self).addWidget(self.calendar)
        self._dress()
        theme.when_changed(self._dress)
        self.calendar.clicked.connect(self._pick)
        self.calendar.currentPageChanged.connect(lambda *_page: self._tell_month(called))
        self._tell_month(called)
        self.calendar.activated.connect(self._pick)

    def open_at(self, place: QPoint, day: date, latest: date | None) -> None:
        """Open there, on a day; days after `latest` can't be picked."""
        if latest is not None:
            self.calendar.setMaximumDate(_qdate(latest))
        self.calendar.setSelectedDate(_qdate(day))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _dress(self) -> None:
        look = theme.current()
        plain = QTextCharFormat()
        plain.setForeground(look.colour("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        header = QTextCharFormat()
        header.setForeground(look.colour("soft"))
        self.calendar.setHeaderTextFormat(header)
        for name, icon, said in TURNS:
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                icons.put(button, icon, "ink", 15)
                button.setAccessibleName(said)
        self.setMinimumSize(look.tall(270), look.tall(230))

    def _tell_month(self, called: str) -> None:
        """The days are told as bare numbers, so their table says of which month they are."""
        days = self.calendar.findChild(QTableView)
        if days is not None:
            month = date(self.calendar.yearShown(), self.calendar.monthShown(), 1)
            days.setAccessibleName(f"{called}: days of {month:%B %Y}")

    def _pick(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(day)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
