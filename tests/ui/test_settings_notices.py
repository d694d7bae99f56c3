"""The card about abduction notices in the settings: after how many months one is reviewed."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain.staff import Role
from rise_desk.errors import Unavailable
from rise_desk.services import settings
from tests import build
from tests.ui.screen import show
from tests.ui.walk import walk
from ui import theme
from ui.desk import ScreenDesk
from ui.settings_card import DECIDED
from ui.settings_notices import KEPT, SAME, NoticesCard


@pytest.fixture
def card(qtbot: QtBot, screen: ScreenDesk) -> Iterator[NoticesCard]:
    """The card, on a screen of its own."""
    made = NoticesCard(screen)
    show(qtbot, made, 1100, 400)
    yield made
    made.close()


def _save(qtbot: QtBot, card: NoticesCard) -> str:
    card.save_button.click()
    qtbot.waitUntil(lambda: card.save_button.isEnabled() and (card.answer.isVisible() or card.refused.isVisible()))
    return card.answer.text() or card.refused.text()


def test_what_is_chosen_holds_for_the_whole_team(qtbot: QtBot, card: NoticesCard) -> None:
    assert (card.months.value(), card.months.count()) == ("6", 12)
    assert _save(qtbot, card) == SAME
    card.months.set_value("3")
    assert _save(qtbot, card) == KEPT
    assert card._desk.practice.notice_review_months == 3


def test_what_fails_is_said_and_what_was_chosen_stays(
    qtbot: QtBot, card: NoticesCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(settings, "set_notice_review_months", fail)
    card.months.set_value("3")
    assert _save(qtbot, card) == "The disk is full."
    assert (card.months.value(), card._desk.practice.notice_review_months) == ("3", 6)


def test_what_another_desk_changed_is_shown_and_what_is_chosen_here_stays(card: NoticesCard) -> None:
    settings.set_notice_review_months(card._desk.at, 9)
    card.refresh()
    assert card.months.value() == "9"
    card.months.set_value("2")
    settings.set_notice_review_months(card._desk.at, 8)
    card.refresh()
    assert card.months.value() == "2"


def test_a_worker_reads_and_decides_nothing(qtbot: QtBot, screen: ScreenDesk) -> None:
    theirs = ScreenDesk(screen.clock)
    theirs.sit(build.colleague(screen.at, "Priya Nair", Role.WORKER))
    made = NoticesCard(theirs)
    show(qtbot, made, 1100, 400)
    assert (made.save_button.isVisible(), made.months.isEnabled()) == (False, False)
    assert DECIDED in [each.text() for each in made.findChildren(type(made.answer)) if each.isVisible()]
    assert walk(made) == []
    theirs.leave()
    made.refresh()
    theirs.tasks.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("dark", [False, True])
def test_it_can_be_read_at_every_size(
    qtbot: QtBot, qapp: QApplication, screen: ScreenDesk, scale: float, dark: bool
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    made = NoticesCard(screen)
    show(qtbot, made, 1162, round(400 * scale))
    assert walk(made) == []
