"""The meeting's view: everybody reads it, a typed line becomes a minute and an action, and nothing typed is lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.action import Action
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import casework, meeting_lines, overview
from tests import build
from tests.ui import meetings
from tests.ui.meetings import press
from tests.ui.screen import focused, show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.first_page import meeting
from ui.main_window import MainWindow
from ui.meeting_items import DEALT_WITH
from ui.meeting_line import KEPT
from ui.meeting_view import MeetingView
from ui.today_asks import Ask, Opens

OPENED = (life.CaseSpell(state="open", since=Moment("2026-06-01")),)
WORDS = "Ask social care for a strategy discussion"


@pytest.fixture
def jade(screen: ScreenDesk) -> Person:
    """Missing since this morning."""
    return meetings.jade(screen.at)


@pytest.fixture
def kian(screen: ScreenDesk, jade: Person) -> MissingEpisode:
    """Kian's return three days ago, whose interview is late."""
    return meetings.kian(screen.at)


@pytest.fixture
def view(qtbot: QtBot, screen: ScreenDesk, kian: MissingEpisode) -> Iterator[MeetingView]:
    """The view with both, Jade first."""
    yield from meetings.held(qtbot, screen)


def titles(view: MeetingView) -> list[tuple[str, str]]:
    return [(each.title, each.line.title) for each in view.items]


def agreed(view: MeetingView, place: int) -> list[str]:
    """What stands beneath an item as agreed."""
    item = view.shown[view.items[place].key]
    return [each.text() for each in item.agreed if isinstance(each, QLabel)]


def test_the_items_stand_in_the_meetings_order_and_the_cursor_is_in_the_first_line(view: MeetingView) -> None:
    assert titles(view) == [("Missing now", "Jade Whitlock, 14"), ("Return interviews", "Kian Doyle, 15")]
    assert focused() is view.line.what
    assert view.line.what.accessibleName() == "What was said about Jade Whitlock, 14"
    assert "for 1 h 38 min" in view.line.what.accessibleDescription()
    assert view.count.text() == "2 lines · 2 late or missing"
    assert view.date.text() == "Saturday 21 November 2026"


def test_the_text_is_read_from_the_other_end_of_the_room(view: MeetingView) -> None:
    item = view.shown[view.items[0].key]
    for made in (item.name, item.fact, item.second, view.line.what, view.leave):
        assert made.font().pointSizeF() >= 1.5 * theme.current().points(theme.Type.SECOND)
    assert item.fact.font().pointSizeF() == pytest.approx(1.6 * theme.current().points(theme.Type.TEXT), abs=0.1)


def test_enter_makes_a_minute_and_an_action_and_shows_the_line_at_once(
    qtbot: QtBot, screen: ScreenDesk, view: MeetingView, kian: MissingEpisode
) -> None:
    press(Qt.Key.Key_Down)
    QTest.keyClicks(focused(), WORDS)
    view.line.owner.setText("Ada Bell")
    QTest.keyClicks(view.line.by.line, "25 11 2026")
    with qtbot.waitSignal(screen.announced):
        press(Qt.Key.Key_Return)
    assert agreed(view, 1) == [f"✓  {WORDS} · Ada Bell · by Wed 25 Nov"]
    assert view.line.typed().empty
    assert view.line.hint.text() == KEPT
    assert view.line.hint.isVisible()
    file = screen.at.store.case_file(kian.subject, frozenset(), Sieve(kinds=("contact_note", "action")))
    (note,), (action,) = file.of(ContactNote), file.of(Action)
    assert (note.text, note.contact_type, note.happened_at) == (WORDS, "morning_meeting", "2026-11-21T10:00+00:00")
    assert (action.what, action.owner, action.due_on, action.about) == (WORDS, "Ada Bell", "2026-11-25", kian.id)
    assert titles(view)[1:] == [("Return interviews", "Kian Doyle, 15")]
    assert focused() is view.line.what
    QTest.keyClicks(focused(), "a")
    assert not view.line.hint.isVisible()


def test_nobody_and_no_day_is_named_unless_it_is_typed(qtbot: QtBot, screen: ScreenDesk, view: MeetingView) -> None:
    QTest.keyClicks(focused(), "Ring the home")
    with qtbot.waitSignal(screen.announced):
        view.line.keep.click()
    assert agreed(view, 0) == ["✓  Ring the home"]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_enter_takes_a_name_that_is_offered_before_it_keeps_the_line(
    qtbot: QtBot, screen: ScreenDesk, view: MeetingView
) -> None:
    QTest.keyClicks(view.line.what, "Ring the home")
    view.line.owner.setFocus()
    QTest.keyClicks(view.line.owner, "len")
    offers = view.line.owner.completer().popup()
    assert offers is not None
    qtbot.waitUntil(offers.isVisible)
    QTest.keyClick(offers, Qt.Key.Key_Down)
    QTest.keyClick(offers, Qt.Key.Key_Return)
    assert (view.line.owner.text(), agreed(view, 0)) == ("Lena Osei", [])
    with qtbot.waitSignal(screen.announced):
        QTest.keyClick(view.line.owner, Qt.Key.Key_Return)
    assert agreed(view, 0) == ["✓  Ring the home · Lena Osei"]


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_line_is_not_kept(screen: ScreenDesk, view: MeetingView, jade: Person, typed: str) -> None:
    before = overview.how_many_entries(screen.at, jade.id)
    QTest.keyClicks(focused(), typed)
    press(Qt.Key.Key_Return)
    assert overview.how_many_entries(screen.at, jade.id) == before
    assert not view.line.problem.isVisible()


def test_what_cannot_be_kept_says_why_and_stays(screen: ScreenDesk, view: MeetingView, jade: Person) -> None:
    before = overview.how_many_entries(screen.at, jade.id)
    view.line.owner.setText("Ada Bell")
    view.keep()
    assert view.line.problem.text() == meeting_lines.NOTHING
    QTest.keyClicks(view.line.what, "Ring")
    QTest.keyClicks(view.line.by.line, "32 13 2026")
    view.keep()
    assert "By when" in view.line.problem.text()
    assert view.line.problem.isVisible()
    assert overview.how_many_entries(screen.at, jade.id) == before
    assert (view.line.typed().what, view.line.typed().by) == ("Ring", "32 13 2026")


def test_what_the_store_refuses_is_said_and_stays(
    view: MeetingView, screen: ScreenDesk, jade: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rise_desk.domain import access

    QTest.keyClicks(focused(), "Ring the home")
    monkeypatch.setitem(access.TABLE, access.Deed.RECORD, {})
    press(Qt.Key.Key_Return)
    assert view.line.problem.isVisible()
    assert view.line.typed().what == "Ring the home"


def test_ctrl_z_takes_the_act_back_and_a_letter_first(
    qtbot: QtBot, screen: ScreenDesk, window: MainWindow, kian: MissingEpisode
) -> None:
    meeting(window)
    view = window.findChild(MeetingView)
    assert view is not None
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClicks(view.line.what, "Ring the home")
    with qtbot.waitSignal(screen.announced):
        QTest.keyClick(view.line.what, Qt.Key.Key_Return)
    assert agreed(view, 0) == ["✓  Ring the home"]
    QTest.keyClicks(view.line.what, "x")
    QTest.keyClick(view.line.what, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (view.line.what.text(), agreed(view, 0)) == ("", ["✓  Ring the home"])
    view.line.what.setText("")
    with qtbot.waitSignal(screen.announced):
        QTest.keyClick(view.line.what, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: agreed(view, 0) == [])
    assert not view.line.hint.isVisible()
    view.reject()


def test_what_is_answered_while_it_is_spoken_of_stays_where_it_was(
    qtbot: QtBot, screen: ScreenDesk, view: MeetingView, kian: MissingEpisode
) -> None:
    press(Qt.Key.Key_Down)
    QTest.keyClicks(focused(), "See him today")
    with qtbot.waitSignal(screen.announced):
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.announced):
        build.interview(
            screen.at,
            kian,
            offered_at="2026-11-18T15:00+00:00",
            answered_at="2026-11-18T16:00+00:00",
            answer="declined",
        )
    assert titles(view) == [("Missing now", "Jade Whitlock, 14"), ("Return interviews", "Kian Doyle, 15")]
    item = view.shown[view.items[1].key]
    assert (item.fact.text(), item.fact.property("tone"), item.drain.isVisible()) == (DEALT_WITH, "soft", False)
    assert agreed(view, 1) == ["✓  See him today"]
    assert view.chosen == view.items[1].key


def test_an_item_that_goes_leaves_the_cursor_in_a_line(
    qtbot: QtBot, screen: ScreenDesk, view: MeetingView, jade: Person
) -> None:
    (episode,) = screen.at.store.case_file(jade.id, frozenset()).of(MissingEpisode)
    with qtbot.waitSignal(screen.announced):
        casework.save(screen.at, episode.changed(returned_at=Moment("2026-11-21T09:30+00:00")))
    assert titles(view)[0] == ("Returned overnight", "Jade Whitlock, 14")
    assert focused() is view.line.what
    assert view.chosen == view.items[0].key


def test_clocks_go_on_by_themselves(screen: ScreenDesk, view: MeetingView, monkeypatch: pytest.MonkeyPatch) -> None:
    now = screen.now()
    QTest.keyClicks(focused(), "Half")
    monkeypatch.setattr(screen.clock, "now", lambda: now + timedelta(minutes=2))
    view._clock.timeout.emit()
    assert view.shown[view.items[0].key].fact.text().startswith("for 1 h 40 min")
    assert view.line.typed().what == "Half"


def test_the_items_verb_is_asked_of_the_desk_and_the_mouse_chooses(
    qtbot: QtBot, view: MeetingView, kian: MissingEpisode
) -> None:
    QTest.mouseClick(view.shown[view.items[1].key], Qt.MouseButton.LeftButton)
    assert view.chosen == view.items[1].key
    assert view.line.verb.text() == "Offer"
    with qtbot.waitSignal(view.asked) as told:
        view.line.verb.click()
    assert told.args == [Ask(opens=Opens.STEP, subject=kian.subject, record=kian.id, step="offered")]


def test_esc_leaves_the_full_screen_and_then_the_view(qtbot: QtBot, view: MeetingView) -> None:
    QTest.keyClick(view, Qt.Key.Key_F11)
    assert view.isFullScreen()
    assert "Leave full screen" in view.full.text()
    press(Qt.Key.Key_Escape)
    assert (view.isFullScreen(), view.isVisible()) == (False, True)
    press(Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_a_calm_day_says_so(qtbot: QtBot, screen: ScreenDesk) -> None:
    made = MeetingView(screen)
    show(qtbot, made, 1366, 768)
    assert made.calm.isVisible()
    made.step(1)
    made.keep()
    assert walk(made) == []
    made.done(0)


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_everybody_can_read_it(qapp: QApplication, qtbot: QtBot, view: MeetingView, dark: bool, scale: float) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    view.resize(1366, 768)
    QTest.keyClicks(focused(), "Half")
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: walk(view) == [])
    assert view.width() == 1366
