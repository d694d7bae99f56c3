"""The date field: read as people write dates, echoed in full, empty when empty; what is no date stays as typed."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screen import colours_of, show
from tests.ui.walk import walk
from ui import theme
from ui.gallery_examples import NOW
from ui.widgets.date_field import DateField


def _date(qtbot: QtBot, *, time: bool = False, age: bool = False, past: bool = False) -> DateField:
    field = DateField("Date of birth", lambda: NOW, time=time, age=age, past=past)
    show(qtbot, field, 600, 60)
    return field


def test_an_empty_date_stays_empty(qtbot: QtBot) -> None:
    field = _date(qtbot)
    assert (field.value(), field.unreadable(), field.typed(), field.echo.text()) == ("", "", "", "")
    field.set_value("")
    field.line.setText("  ")
    assert (field.value(), field.unreadable()) == ("", "")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("27/3/2010", "2010-03-27"),
        ("27 Mar 2010", "2010-03-27"),
        ("2010-03-27", "2010-03-27"),
        ("March 2010", "2010-03"),
        ("2010", "2010"),
    ],
)
def test_dates_are_read_as_people_write_them(qtbot: QtBot, written: str, moment: str) -> None:
    field = _date(qtbot, age=True)
    with qtbot.waitSignal(field.changed):
        field.line.setText(written)
    assert field.value() == moment
    assert field.typed() == written
    assert "age 1" in field.echo.text()
    assert field.line.accessibleDescription() == field.echo.text()


def test_the_echo_says_the_day_of_the_week_and_the_age(qtbot: QtBot) -> None:
    field = _date(qtbot, age=True)
    field.line.setText("27 3 2010")
    assert field.echo.text() == "Saturday 27 March 2010, age 16"


def test_what_is_no_date_stays_and_is_told(qtbot: QtBot) -> None:
    field = _date(qtbot)
    field.line.setText("31 2 2010")
    assert field.value() == ""
    assert field.unreadable() == "Date of birth must be a real date."
    assert field.line.text() == field.typed() == "31 2 2010"


@pytest.mark.parametrize(
    "moment", ["2010", "2010-03", "2010-03-27", "2026-11-19T23:30+00:00", "2026-07-01T12:00+00:00"]
)
def test_a_moment_that_nobody_touches_comes_back_as_it_was(qtbot: QtBot, moment: str) -> None:
    field = _date(qtbot, time=True)
    field.set_value(moment)
    assert (field.value(), field.typed()) == (moment, moment)
    text = field.line.text()
    field.line.setText("x")
    field.line.setText(text)
    assert field.value() == moment
    other = _date(qtbot, time=True)
    other.restore(field.typed())
    assert other.value() == moment
    other.restore(text)
    assert other.value() == moment


def test_a_draft_keeps_what_is_no_date(qtbot: QtBot) -> None:
    field = _date(qtbot)
    field.set_value("2010-03-27")
    field.restore("31 2")
    assert (field.typed(), field.line.text()) == ("31 2", "31 2")
    field.restore(None)
    assert field.value() == ""


@pytest.mark.parametrize(("time", "moment"), [(False, "2026-11-21"), (True, "2026-11-21T14:02+00:00")])
def test_ctrl_d_is_today_or_now(qtbot: QtBot, time: bool, moment: str) -> None:
    field = _date(qtbot, time=time)
    QTest.keyClick(field.line, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == moment
    QTest.keyClicks(field.line, "x")
    assert field.unreadable()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_calendar_helps_and_is_never_the_only_way(qtbot: QtBot) -> None:
    field = _date(qtbot, past=True)
    field.line.setText("1 11 2026")
    calendar = field.open_calendar().calendar
    assert calendar.selectedDate() == QDate(2026, 11, 1)
    assert calendar.maximumDate() == QDate(2026, 11, 21)
    assert not calendar.isDateEditEnabled()
    calendar.clicked.emit(QDate(2026, 3, 27))
    assert field.value() == "2026-03-27"
    assert field.line.text() == "27 March 2026"
    calendar.activated.emit(QDate(2026, 3, 28))
    assert field.value() == "2026-03-27"
    field.line.clear()
    assert field.open_calendar().calendar.selectedDate() == QDate(2026, 11, 21)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_days_to_come_can_be_picked_where_they_make_sense(qtbot: QtBot) -> None:
    field = _date(qtbot)
    field.open_calendar().calendar.activated.emit(QDate(2026, 12, 1))
    assert field.value() == "2026-12-01"


def test_the_echo_goes_beneath_where_there_is_no_room(qtbot: QtBot) -> None:
    field = _date(qtbot, time=True)
    field.set_value("2026-11-19T23:30+00:00")
    field.resize(640, 60)
    QApplication.processEvents()
    assert field.echo.x() > field.line.x() + field.line.width()
    field.resize(300, 80)
    QApplication.processEvents()
    assert field.echo.y() > field.line.y() + 10
    assert field.minimumSizeHint().width() == 200
    assert field.field_widget() is field.line
    assert walk(field) == ["DateLine '19 November 2026 at 11:30pm' has no name for screen readers"]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_calendar_shows_every_day_and_wears_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    field = _date(qtbot)
    field.line.setText("27 3 2010")
    sheet = field.open_calendar()
    assert theme.LIGHT.selection in colours_of(sheet.calendar)
    assert "#ff0000" not in colours_of(sheet.calendar)
    before = sheet.calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    theme.apply(qapp, dark=True)
    QApplication.processEvents()
    after = sheet.calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert (before, after) == (theme.LIGHT.ink, theme.DARK.ink)
    sheet.hide()
