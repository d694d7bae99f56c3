"""A half-typed line of the meeting is never lost: not by another item, by leaving the view, nor by the lock."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain import life
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID
from rise_desk.services import unfinished
from tests import build
from tests.ui import meetings
from tests.ui.meetings import press
from tests.ui.open_window import dialog
from tests.ui.screen import focused, show
from ui.action_form import ActionForm
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.meeting_line import MeetingLine
from ui.meeting_view import MeetingView

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


def test_half_a_line_is_there_again_after_another_item(view: MeetingView) -> None:
    QTest.keyClicks(focused(), "Half a sen")
    view.line.owner.setText("Ada")
    view.line.what.setFocus()
    press(Qt.Key.Key_Down)
    assert view.line.typed().empty
    item = view.shown[view.items[0].key]
    assert (item.half.text(), item.half.isVisible()) == ("Not kept yet: Half a sen", True)
    press(Qt.Key.Key_Up)
    assert (view.line.typed().what, view.line.typed().owner) == ("Half a sen", "Ada")
    assert not item.half.isVisible()
    press(Qt.Key.Key_Up)
    assert view.chosen == view.items[0].key
    press(Qt.Key.Key_PageDown)
    assert view.chosen == view.items[1].key


def test_half_a_line_outlives_the_view_and_goes_with_the_act(
    qtbot: QtBot, screen: ScreenDesk, view: MeetingView, jade: Person
) -> None:
    QTest.keyClicks(focused(), "Half a sen")
    view.done(0)
    (draft,) = unfinished.mine(screen.at)
    assert (draft.kind, draft.subject, draft.typed["panel"]) == ("action", jade.id, {"what": "Half a sen"})
    again = MeetingView(screen)
    show(qtbot, again, 1366, 768)
    assert again.line.typed().what == "Half a sen"
    with qtbot.waitSignal(screen.announced):
        again.keep()
    assert unfinished.mine(screen.at) == []
    again.done(0)


@pytest.mark.usefixtures("dropped")
def test_half_a_line_can_be_gone_on_with_from_today_as_an_action(
    screen: ScreenDesk, window: MainWindow, kian: MissingEpisode
) -> None:
    view = MeetingView(screen)
    view.choose(view.items[1].key)
    view.line.owner.setText("Ada Bell")
    view.line.by.line.setText("25 11 2026")
    view.line.what.setText("See school")
    view.line.typing.emit(view.line.typed())
    view.done(0)
    (draft,) = unfinished.mine(screen.at)
    window.forms.resume(draft)
    form = dialog(window, ActionForm)
    assert isinstance(form, ActionForm)
    made = form.made()
    assert (made.what, made.owner, made.due_on) == ("See school", "Ada Bell", "2026-11-25")
    assert (made.subject, made.about) == (kian.subject, kian.id)
    form.reject()


def test_what_is_taken_out_of_the_line_is_no_draft(qtbot: QtBot, screen: ScreenDesk, view: MeetingView) -> None:
    QTest.keyClicks(focused(), "Ri")
    half = view.halves[view.items[0].key]
    half.drafting.keep()
    assert len(unfinished.mine(screen.at)) == 1
    for _letter in range(2):
        press(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: unfinished.mine(screen.at) == [])


def test_locking_keeps_what_is_typed_and_leaves_nothing_on_the_screen(screen: ScreenDesk, view: MeetingView) -> None:
    QTest.keyClicks(focused(), "Half a sen")
    desk = screen.at
    path, clock = desk.store.folder.path, desk.clock
    screen.leave("locked")
    assert not view.isVisible()
    from rise_desk.services import signing_in

    back = signing_in.sign_in(path, "Lena Osei", build.PASSWORD, clock)
    assert [each.typed["panel"]["what"] for each in unfinished.mine(back)] == ["Half a sen"]
    signing_in.leave(back)


def test_a_line_of_another_kind_is_not_taken_up(screen: ScreenDesk, qtbot: QtBot, jade: Person) -> None:
    unfinished.keep(screen.at, NO_ID, "action", jade.id, {"panel": {"what": "Elsewhere"}})
    made = MeetingView(screen)
    show(qtbot, made, 1366, 768)
    assert made.line.typed().empty
    assert isinstance(made.line, MeetingLine)
    made.done(0)


def test_what_is_half_typed_about_an_item_that_goes_is_still_in_its_line(
    qtbot: QtBot, screen: ScreenDesk, view: MeetingView, kian: MissingEpisode
) -> None:
    press(Qt.Key.Key_Down)
    QTest.keyClicks(focused(), "Half a sen")
    with qtbot.waitSignal(screen.announced):
        build.interview(screen.at, kian, answer="declined", answered_at="2026-11-18T16:00+00:00")
    assert [each.line.title for each in view.items] == ["Jade Whitlock, 14", "Kian Doyle, 15"]
    assert view.items[1].line.fact == "dealt with"
    assert view.line.typed().what == "Half a sen"
    assert view.chosen == view.items[1].key
