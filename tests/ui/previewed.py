"""Looking at a paper, for the tests of its window: somebody's full file, previewed and shown."""

from pytestqt.qtbot import QtBot

from rise_desk.services.desk import Desk
from tests.ui.files import maisie, written_about
from tests.ui.screen import show
from ui.desk import ScreenDesk
from ui.preview import PreviewDialog


def previewed(qtbot: QtBot, screen: ScreenDesk, desk: Desk) -> PreviewDialog:
    """The summary of a full file, shown."""
    person = maisie(desk)
    written_about(desk, person)
    made = PreviewDialog(screen, person.id)
    show(qtbot, made, 1000, 700)
    qtbot.waitUntil(lambda: made.made is not None)
    return made
