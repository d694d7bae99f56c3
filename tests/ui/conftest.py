"""The desk's own look for every test of a screen, and a practice to fill forms with."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.places import resource_bytes
from rise_desk.services import accounts
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests.ui.open_window import opened
from tests.ui.sign_in_steps import shown
from ui import icons, theme
from ui.desk import ScreenDesk
from ui.gallery_examples import AROUND
from ui.main_window import MainWindow
from ui.sign_in import SignIn
from ui.widgets.fields import Surroundings


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[theme.Theme]:
    """The light look at 100 %; a test may apply another, the next one begins with this again."""
    icons.read_with(lambda name: resource_bytes("icons", name))
    yield theme.apply(qapp, dark=False, scale=1.0)
    for window in qapp.topLevelWidgets():
        window.close()


@pytest.fixture
def around() -> Surroundings:
    """The made-up practice of the gallery, on 21 November 2026 at 14:02."""
    return AROUND


@pytest.fixture
def screen(qapp: QApplication, desk: Desk, clock: Clock) -> Iterator[ScreenDesk]:
    """Lena Osei's desk as the screens hold it."""
    made = ScreenDesk(clock)
    made.sit(desk)
    yield made
    made.leave()
    made.tasks.close()


@pytest.fixture
def confirmed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose recovery key is known to be on paper."""
    with desk.writing() as work:
        work.set(accounts.UNCONFIRMED, "")
    return desk


@pytest.fixture
def window(confirmed: Desk, qtbot: QtBot, qapp: QApplication, screen: ScreenDesk) -> MainWindow:
    """The window over that desk."""
    return opened(qtbot, qapp, screen)


@pytest.fixture
def empty(clock: Clock, qapp: QApplication) -> Iterator[ScreenDesk]:
    """Nobody sits at this desk yet."""
    made = ScreenDesk(clock)
    yield made
    made.leave()
    made.tasks.close()


@pytest.fixture
def door(qtbot: QtBot, empty: ScreenDesk, desk: Desk) -> SignIn:
    """The sign-in page of a store at which Lena Osei sits already, in another program."""
    return shown(qtbot, SignIn(empty, desk.store.folder.path, "lena osei"))
