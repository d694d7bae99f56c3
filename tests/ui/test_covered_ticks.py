"""Which returns an interview is about: those near the one that is asked about are in view, the others a key away."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rise_desk.domain import moments
from rise_desk.domain.interview import Covered
from rise_desk.domain.record import Id
from rise_desk.domain.returns import Return
from tests import build
from tests.ui.screen import show
from tests.ui.walk import walk
from ui.interview_fields import CoveredTicks

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
ASKED = datetime(2026, 11, 19, 2, tzinfo=UTC)
BEFORE = (timedelta(0), timedelta(days=28), timedelta(days=28, minutes=1), timedelta(days=400))


@pytest.fixture
def covered(qtbot: QtBot) -> CoveredTicks:
    """The return that is asked about, number 1, and three before it."""
    returns = []
    for number, ago in enumerate(BEFORE, 1):
        back = ASKED - ago
        away = moments.minute(back - timedelta(hours=5))
        episode = build.made_episode(Id(9), away, moments.minute(back), id=Id(number))
        returns.append(Return(episode=episode, interview=None))
    made = CoveredTicks(tuple(reversed(returns)), NOW)
    made.set_value((Covered(episode=Id(1)),))
    show(qtbot, made, 500, 300)
    return made


def test_returns_of_the_four_weeks_around_are_in_view(covered: CoveredTicks) -> None:
    assert [number for number, tick in covered.ticks.items() if tick.isVisible()] == [2, 1]
    assert covered.others.text() == "Show 2 other returns"
    assert covered.field_widget() is covered.ticks[Id(1)]
    assert walk(covered) == []


def test_the_others_are_shown_by_a_key(covered: CoveredTicks) -> None:
    QTest.keyClick(covered.others, Qt.Key.Key_Space)
    assert all(tick.isVisible() for tick in covered.ticks.values())
    assert not covered.others.isVisible()
    assert covered.ticks[Id(4)].hasFocus()
    covered.show_all()
    assert covered.ticks[Id(4)].text() == "Back Wed 15 Oct 2025 03:00, away since Tue 14 Oct 2025 22:00"


def test_what_is_ticked_is_in_view_however_long_ago(covered: CoveredTicks) -> None:
    covered.restore(["1", "4"])
    assert [number for number, tick in covered.ticks.items() if tick.isVisible()] == [4, 2, 1]
    assert covered.value() == (Covered(episode=Id(4)), Covered(episode=Id(1)))
    assert covered.typed() == ["4", "1"]


def test_where_nothing_is_ticked_every_return_is_in_view(covered: CoveredTicks) -> None:
    covered.restore([])
    assert all(tick.isVisible() for tick in covered.ticks.values())
    assert covered.field_widget() is covered.ticks[Id(4)]
    covered.restore(["77"])
    assert covered.value() == ()
