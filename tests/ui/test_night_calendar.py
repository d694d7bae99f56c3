"""The calendar of nights and the bars beside it: what is drawn, walked by the keyboard and told."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import nights
from rise_desk.domain.nights import Night
from rise_desk.domain.record import Id
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.widgets.hour_pattern import Bars
from ui.widgets.night_calendar import NightCalendar

TODAY = date(2026, 11, 21)
OVER = Night(day=date(2026, 11, 6), overnight=True, episodes=(Id(1), Id(2)))
SHORT = Night(day=date(2026, 8, 14), overnight=False, episodes=(Id(3),))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def calendar(qtbot: QtBot) -> NightCalendar:
    """A year with one night away and one day away for a time."""
    made = NightCalendar()
    show(qtbot, made, 1078, 400)
    made.show_year(nights.year([OVER, SHORT], TODAY), TODAY, lambda night: f"{len(night.episodes)} episodes")
    made.setFocus()
    return made


def _press(calendar: NightCalendar, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> date:
    QTest.keyClick(calendar, key, held)
    return calendar.day


def _middle(calendar: NightCalendar, day: date) -> QPoint:
    return calendar.places.day(day).center().toPoint()


def test_it_is_told_whole_and_begins_at_the_newest_day_away(calendar: NightCalendar) -> None:
    assert calendar.accessibleName() == "Nights away, December 2025 to November 2026: 1 night away, 1 other day"
    assert calendar.day == OVER.day
    assert calendar.accessibleDescription().startswith("Friday 6 November 2026: away overnight. 2 episodes ")
    assert walk(calendar) == []


def test_every_day_of_the_year_has_a_place_of_its_own_and_is_found_there(calendar: NightCalendar) -> None:
    days = [day for month in calendar.months for day in month.days]
    places = {(room.x(), room.y()) for room in map(calendar.places.day, days)}
    assert len(places) == len(days)
    assert [calendar.places.at(calendar.places.day(day).center()) for day in days] == days
    assert calendar.places.at(QPointF(-5, -5)) is None
    assert calendar.places.at(calendar.places.month(0).topLeft()) is None
    assert calendar.places.day(date(2025, 11, 30)).isEmpty()


def test_arrows_walk_days_and_weeks_and_stop_at_the_edges(calendar: NightCalendar) -> None:
    assert _press(calendar, Qt.Key.Key_Left) == date(2026, 11, 5)
    assert _press(calendar, Qt.Key.Key_Up) == date(2026, 10, 29)
    assert _press(calendar, Qt.Key.Key_Down) == date(2026, 11, 5)
    assert _press(calendar, Qt.Key.Key_Right) == OVER.day
    assert _press(calendar, Qt.Key.Key_Home) == date(2025, 12, 1)
    assert _press(calendar, Qt.Key.Key_Left) == date(2025, 12, 1)
    assert _press(calendar, Qt.Key.Key_Up) == date(2025, 12, 1)
    assert _press(calendar, Qt.Key.Key_End) == TODAY


def test_pages_are_months_and_the_last_day_stands_for_one_that_a_month_lacks(calendar: NightCalendar) -> None:
    calendar.go(date(2026, 3, 31))
    assert _press(calendar, Qt.Key.Key_PageUp) == date(2026, 2, 28)
    assert _press(calendar, Qt.Key.Key_PageDown) == date(2026, 3, 28)
    calendar.go(date(2025, 12, 31))
    assert _press(calendar, Qt.Key.Key_PageUp) == date(2025, 12, 31)
    assert _press(calendar, Qt.Key.Key_PageDown) == date(2026, 1, 31)


def test_with_ctrl_the_arrows_go_from_day_away_to_day_away(calendar: NightCalendar) -> None:
    assert _press(calendar, Qt.Key.Key_Left, CTRL) == SHORT.day
    assert _press(calendar, Qt.Key.Key_Left, CTRL) == SHORT.day
    assert _press(calendar, Qt.Key.Key_Right, CTRL) == OVER.day
    assert _press(calendar, Qt.Key.Key_Right, CTRL) == OVER.day


def test_enter_opens_the_last_episode_of_a_day_away_and_nothing_else(qtbot: QtBot, calendar: NightCalendar) -> None:
    with qtbot.waitSignal(calendar.opened) as heard:
        _press(calendar, Qt.Key.Key_Return)
    assert heard.args == [Id(2)]
    calendar.go(TODAY)
    with qtbot.assertNotEmitted(calendar.opened):
        _press(calendar, Qt.Key.Key_Return)


def test_a_click_chooses_and_a_double_click_opens(qtbot: QtBot, calendar: NightCalendar) -> None:
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=_middle(calendar, SHORT.day))
    assert calendar.day == SHORT.day
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert calendar.day == SHORT.day
    with qtbot.waitSignal(calendar.opened) as heard:
        QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=_middle(calendar, SHORT.day))
    assert heard.args == [Id(3)]
    with qtbot.assertNotEmitted(calendar.opened):
        QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_the_day_under_the_pointer_is_told_and_then_that_of_the_keyboard_again(calendar: NightCalendar) -> None:
    heard: list[str] = []
    calendar.told.connect(heard.append)
    for day in (SHORT.day, TODAY, TODAY + timedelta(days=1)):
        at = QPointF(_middle(calendar, day))
        none = Qt.MouseButton.NoButton
        calendar.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier))
    calendar.leaveEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert heard == [
        "Friday 14 August 2026: away for a time. 1 episodes",
        "Saturday 21 November 2026: no absence recorded.",
        "Sunday 22 November 2026: still to come.",
        "Friday 6 November 2026: away overnight. 2 episodes",
    ]


def test_the_words_of_a_day_are_its_tooltip(calendar: NightCalendar, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("ui.widgets.night_calendar.QToolTip.showText", lambda _at, text, _on: shown.append(text))
    for at in (_middle(calendar, OVER.day), QPoint(1, 1)):
        assert calendar.event(QHelpEvent(QEvent.Type.ToolTip, at, calendar.mapToGlobal(at)))
    assert shown == ["Friday 6 November 2026: away overnight. 2 episodes", ""]


def test_a_night_away_is_filled_and_a_day_away_for_a_time_has_a_ring_only(calendar: NightCalendar) -> None:
    """By shape and not by colour alone: seen a little beside the number, in both schemes."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for dark in (False, True):
        theme.apply(app, dark=dark, scale=1.0)
        calendar.go(TODAY)
        seen = calendar.grab().toImage()
        ink = theme.current().colour("ink").name()
        inside = {
            day: seen.pixelColor((calendar.places.day(day).topLeft() + QPointF(4, 4)).toPoint()).name()
            for day in (OVER.day, SHORT.day, date(2026, 11, 9))
        }
        assert inside[OVER.day] == ink
        assert inside[SHORT.day] == inside[date(2026, 11, 9)] != ink
        assert _edge(seen, calendar.places.day(SHORT.day)) > 3 * max(
            _edge(seen, calendar.places.day(date(2026, 11, 9))), 20
        )


def _edge(seen: QImage, room: QRectF) -> int:
    """How much the left edge of a day stands out from the ground."""
    ground = seen.pixelColor((room.topLeft() + QPointF(4, 4)).toPoint()).lightness()
    row = int(room.center().y())
    return max(abs(seen.pixelColor(int(room.left()) + place, row).lightness() - ground) for place in range(4))


def test_fewer_months_stand_side_by_side_where_there_is_less_room(calendar: NightCalendar) -> None:
    found = {}
    for width in (2400, 1078, 700, 320, 160):
        calendar.resize(width, 400)
        found[width] = calendar.places.across
        assert calendar.places.width <= width or calendar.places.across == 1
        assert calendar.height() == calendar.places.height
    assert found == {2400: 12, 1078: 6, 700: 4, 320: 2, 160: 1}


def test_the_day_that_had_the_keyboard_keeps_it_when_the_year_is_read_again(calendar: NightCalendar) -> None:
    calendar.go(SHORT.day)
    calendar.show_year(nights.year([OVER], TODAY), TODAY, lambda night: "")
    assert calendar.day == SHORT.day
    assert "no absence recorded" in calendar.accessibleDescription()
    later = date(2028, 1, 1)
    calendar.show_year(nights.year([], later), later, lambda night: "")
    assert calendar.day == later


def test_a_calendar_of_no_year_takes_no_room_and_no_keys(qtbot: QtBot) -> None:
    empty = NightCalendar()
    show(qtbot, empty, 300, 200)
    assert empty.sizeHint().isEmpty()
    assert empty.minimumSizeHint().isEmpty()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_A):
        QTest.keyClick(empty, key)
    QTest.mouseClick(empty, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    empty.leaveEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not empty.has(TODAY)


def test_other_keys_are_left_to_the_page(calendar: NightCalendar) -> None:
    assert _press(calendar, Qt.Key.Key_A) == OVER.day
    assert _press(calendar, Qt.Key.Key_Up, CTRL) == OVER.day


def test_the_page_scrolls_to_the_day_in_hand(calendar: NightCalendar) -> None:
    assert calendar.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle) == calendar.places.day(OVER.day).toRect()
    calendar.inputMethodQuery(Qt.InputMethodQuery.ImHints)


def test_bars_tell_their_numbers_and_leave_nothing_out(qtbot: QtBot) -> None:
    bars = Bars("Went, by weekday")
    show(qtbot, bars, 300, 120)
    assert bars.grab() is not None
    bars.show_weekdays((0, 0, 0, 0, 9, 2, 0))
    assert bars.accessibleName() == "Went, by weekday: Friday 9, Saturday 2."
    assert [each[2] for each in bars.bars] == [0, 0, 0, 0, 9, 2, 0]
    bars.show_weekdays((0,) * 7)
    assert bars.accessibleName() == "Went, by weekday: none."
    assert bars.grab() is not None


def test_hours_begin_in_the_morning_so_that_a_night_stays_together(qtbot: QtBot) -> None:
    counts = [0] * 24
    counts[23], counts[1] = 4, 2
    bars = Bars("Went, by hour")
    show(qtbot, bars, 600, 120)
    bars.show_hours(counts)
    assert bars.accessibleName() == "Went, by hour: 23:00 to 00:00 4, 01:00 to 02:00 2."
    assert bars.bars[0][1] == "06"
    assert [place for place, each in enumerate(bars.bars) if each[2]] == [17, 19]
    assert bars.grab() is not None


def test_bars_keep_their_words_apart_at_double_text(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False, scale=2.0)
    bars = Bars("Went, by weekday")
    bars.show_weekdays((1,) * 7)
    show(qtbot, bars, 300, 200)
    assert bars.minimumSizeHint().width() <= bars.sizeHint().width()
    assert bars.height() == bars.sizeHint().height()
