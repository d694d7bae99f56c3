"""A morning meeting for tests: Jade is missing, Kian's interview is late, and the view shows both."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.services import settings
from rise_desk.services.desk import Desk
from tests import build
from tests.ui.screen import focused, show
from ui.desk import ScreenDesk
from ui.meeting_view import MeetingView


def jade(desk: Desk) -> Person:
    """Missing since this morning; the team expects interviews since January."""
    settings.set_interviews_since(desk, date(2026, 1, 1))
    made = build.young_person(desk, "Jade", "Whitlock", date_of_birth=Moment("2012-03-02"))
    build.episode(desk, made.id, "2026-11-21T08:22+00:00", missing_from="childrens_home", grade="high")
    return made


def kian(desk: Desk) -> MissingEpisode:
    """Kian's return three days ago, whose interview is late."""
    made = build.young_person(desk, "Kian", "Doyle", date_of_birth=Moment("2011-05-05"))
    return build.episode(desk, made.id, "2026-11-17T20:00+00:00", "2026-11-18T09:00+00:00")


def held(qtbot: QtBot, screen: ScreenDesk) -> Iterator[MeetingView]:
    """The view, in front, until the test is over."""
    made = MeetingView(screen)
    show(qtbot, made, 1366, 768)
    made.show_large()
    yield made
    made.done(0)


def press(key: Qt.Key) -> None:
    """Press a key where the cursor is."""
    QTest.keyClick(focused(), key)
