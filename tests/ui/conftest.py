"""The desk's own look for every test of a screen, and a practice to fill forms with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rise_desk.domain.assessment import Assessment
from rise_desk.domain.person import Person
from rise_desk.places import resource_bytes
from rise_desk.services import founding
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.ui import noticed
from tests.ui.answers import LOW, Make
from tests.ui.away import missing_often
from tests.ui.files import Answer, maisie, written_about
from tests.ui.leaves import Choose
from tests.ui.open_window import opened
from tests.ui.screen import show
from tests.ui.sign_in_steps import shown
from ui import collecting, icons, theme, unsaved
from ui.case_missing import CaseMissing
from ui.case_page import CasePage
from ui.case_tabs import MISSING
from ui.desk import ScreenDesk
from ui.gallery_examples import AROUND
from ui.main_window import MainWindow
from ui.sign_in import SignIn
from ui.unsaved import Wish
from ui.widgets.fields import Surroundings


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[theme.Theme]:
    """The light look at 100 %; a test may apply another, the next one begins with this again."""
    icons.read_with(lambda name: resource_bytes("icons", name))
    yield theme.apply(qapp, dark=False, scale=1.0)
    with collecting.paused():  # hidden, not closed: what a window would do at its end may have ended before it
        for window in qapp.topLevelWidgets():
            window.hide()


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
        work.set(founding.UNCONFIRMED, "")
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


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers the question about unsaved work, and tells what was asked; a form that a test leaves is dropped."""
    asked: list[str] = []

    def answers(wish: Wish) -> list[str]:
        def said(_parent: object, named: str) -> Wish:
            asked.append(named)
            return wish

        monkeypatch.setattr(unsaved, "wish", said)
        return asked

    answers(Wish.DROP)
    return answers


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that a test leaves is dropped."""
    monkeypatch.setattr(unsaved, "wish", lambda *_: Wish.DROP)


@pytest.fixture
def pike(desk: Desk) -> Person:
    """Darren Pike, of concern."""
    return noticed.pike(desk)


@pytest.fixture
def person(desk: Desk) -> Person:
    """Maisie, with what was written about her."""
    made = maisie(desk)
    written_about(desk, made)
    return made


@pytest.fixture
def page(qtbot: QtBot, screen: ScreenDesk, person: Person) -> CasePage:
    """Her file, open."""
    made = CasePage(screen, person.id)
    show(qtbot, made, 1160, 680)
    return made


@pytest.fixture
def away(desk: Desk, person: Person) -> Person:
    """Maisie, who was missing four times and is missing now."""
    return missing_often(desk, person)


@pytest.fixture
def tab(qtbot: QtBot, screen: ScreenDesk, away: Person) -> Iterator[CaseMissing]:
    """Her missing episodes, in view on her file."""
    made = CasePage(screen, away.id)
    show(qtbot, made, 1160, 680)
    made.refresh()
    made.tabs.set_current(MISSING)
    yield made.missing
    made.hide()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Answers the question where to save; nobody chooses a place until a test does."""

    def said(path: Path | str) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_said: (str(path), ""))

    said("")
    return said


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where files go."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def ada(desk: Desk) -> Desk:
    """Ada Bell, who assesses."""
    return build.colleague(desk, "Ada Bell")


@pytest.fixture
def make(ada: Desk, person: Person) -> Make:
    """Have Ada assess her: the lower of two bands unless a test wants another."""

    def made(levels: str = "4334243344", **values: Any) -> Assessment:
        known: dict[str, Any] = {"judgement": 4, "band": "amber", "band_reason": LOW, **values}
        return build.assessment(ada, person.id, levels, **known)

    return made
