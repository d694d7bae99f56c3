"""The welcome: looking around, starting a team's records, and what each answer asks next."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from rise_desk import places
from rise_desk.domain.staff import Role
from rise_desk.errors import Unavailable
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.demo import demonstration, making
from rise_desk.services.demo.demonstration import Demonstration, Wanted
from rise_desk.services.desk import Desk
from rise_desk.storage import keys
from tests.ui.screen import focused, show
from tests.ui.sign_in_steps import fill
from tests.ui.walk import walk
from ui import theme, welcome
from ui.demonstration import SAYS, Banner, Team
from ui.desk import ScreenDesk
from ui.main_window import MainWindow
from ui.program import Program
from ui.set_up import SetUp
from ui.sign_in import PASSWORD, AskPassword, SignIn
from ui.welcome import FRESH, OWN, PLACE, ROLE, WISH, Question, Welcome
from ui.widgets.folder_field import FolderField

Small = Callable[[Clock, bool, Callable[[int, int], object]], Demonstration]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This person's own folder, in the test's."""
    monkeypatch.setattr(places, "default_data_dir", lambda: tmp_path / "rise-desk")
    return tmp_path / "rise-desk"


@pytest.fixture
def small(own: Path) -> Small:
    """Makes a demonstration of three young people, weakly locked, in its usual folder."""

    def make(clock: Clock, again: bool, tell: Callable[[int, int], object]) -> Demonstration:
        wanted = Wanted(people=3, notes=4)
        return making.make(places.demonstration_dir(), clock, wanted, again=again, strength=keys.TEST, tell=tell)

    return make


@pytest.fixture
def page(qtbot: QtBot, clock: Clock, own: Path, small: Small) -> Welcome:
    """The page, open."""
    made = Welcome(ScreenDesk(clock), own, make=small)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def _question(page: Welcome) -> Question:
    assert isinstance(page.step, Question)
    return page.step


def test_looking_around_opens_the_desk_in_the_role_that_was_said(qtbot: QtBot, page: Welcome) -> None:
    fill(page, **{ROLE: "manager"})
    with qtbot.waitSignal(page.demonstration, timeout=20_000) as told:
        _question(page).verb.click()
    folder, desk = told.args
    assert folder == places.demonstration_dir()
    assert (desk.who.role, desk.demonstration) == (Role.MANAGER, True)
    desk.store.vault.close()


def test_a_demonstration_of_another_day_can_be_made_afresh(qtbot: QtBot, clock: Clock, own: Path, small: Small) -> None:
    small(clock, False, lambda told, of: None)
    same_day = Welcome(ScreenDesk(clock), own, make=small)
    qtbot.addWidget(same_day)
    assert FRESH not in _question(same_day).wish.buttons
    later = Clock(clock.now() + timedelta(days=1))
    page = Welcome(ScreenDesk(later), own, make=small)
    qtbot.addWidget(page)
    assert "21 November 2026" in _question(page).wish.buttons[FRESH].text()
    fill(page, **{WISH: FRESH})
    with qtbot.waitSignal(page.demonstration, timeout=20_000) as told:
        _question(page).verb.click()
    signing_in.leave(told.args[1])
    held = demonstration.sign_ins(places.demonstration_dir())
    assert held is not None
    assert held.day == "2026-11-22"


def test_a_demonstration_that_cannot_be_made_is_said(qtbot: QtBot, page: Welcome) -> None:
    def refuse(_clock: Clock, _again: bool, _tell: object) -> Demonstration:
        raise Unavailable("There is no room.")

    page._make = refuse
    _question(page).verb.click()
    qtbot.waitUntil(lambda: bool(_question(page).summary.links))
    assert "There is no room." in _question(page).summary.accessibleName()
    assert _question(page).verb.isEnabled()


def test_a_teams_records_are_started_by_a_supervisor_in_a_folder(qtbot: QtBot, page: Welcome, own: Path) -> None:
    step = _question(page)
    assert not step.place.isVisible()
    fill(page, **{WISH: OWN, ROLE: "worker", PLACE: ""})
    assert step.place.isVisible()
    step.verb.click()
    assert "started by a supervisor" in step.rows[ROLE].problem
    assert step.rows[PLACE].problem == "Enter a folder."
    fill(page, **{ROLE: "supervisor", PLACE: str(own)})
    with qtbot.waitSignal(page.own_wanted) as told:
        step.verb.click()
    assert told.args == [own]


def test_a_folder_where_no_records_can_be_is_said_beside_it(page: Welcome, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    fill(page, **{WISH: OWN, ROLE: "supervisor", PLACE: str(tmp_path / "file" / "in")})
    _question(page).verb.click()
    assert "not a folder" in _question(page).rows[PLACE].problem
    assert _question(page).text(PLACE).endswith("in")


def test_a_folder_is_chosen_or_typed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    field = FolderField("Where the records are kept", tmp_path)
    qtbot.addWidget(field)
    answers = [str(tmp_path / "chosen"), ""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: answers.pop(0))
    with qtbot.waitSignal(field.changed):
        field.button.click()
    field.button.click()
    assert field.value() == field.typed() == str(tmp_path / "chosen")
    field.restore("/elsewhere")
    assert (field.value(), field.unreadable()) == ("/elsewhere", "")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everybody_can_read_and_answer_it(
    qtbot: QtBot, qapp: QApplication, clock: Clock, own: Path, scale: float
) -> None:
    theme.apply(qapp, dark=False, scale=scale)
    page = Welcome(ScreenDesk(clock), own, back=True)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    fill(page, **{WISH: OWN})
    assert walk(page) == []


def test_records_that_were_elsewhere_and_are_gone_are_not_passed_off_as_none(
    qtbot: QtBot, clock: Clock, own: Path, tmp_path: Path
) -> None:
    places.remember_data_dir(tmp_path / "stick")
    gone = Welcome(ScreenDesk(clock), tmp_path / "stick")
    qtbot.addWidget(gone)
    assert any(welcome.ELSEWHERE in each.text() for each in gone.findChildren(QLabel))
    (tmp_path / "stick").mkdir()
    there = Welcome(ScreenDesk(clock), tmp_path / "stick")
    qtbot.addWidget(there)
    assert not any(welcome.ELSEWHERE in each.text() for each in there.findChildren(QLabel))


def test_the_program_looks_around_sets_up_again_and_comes_back(
    qtbot: QtBot, qapp: QApplication, clock: Clock, own: Path, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.welcome.Welcome", partial(Welcome, make=small))
    program = Program(qapp, own, clock, mib=8)
    program.start()
    first = program.window
    assert isinstance(first, Welcome)
    _question(first).verb.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    window = program.window
    assert isinstance(window, MainWindow)
    assert window.findChildren(Banner)
    assert places.usual_data_dir() == places.demonstration_dir()
    window.menus.actions["set_up"].trigger()
    again = program.window
    assert isinstance(again, Welcome)
    assert program.desk.desk is None
    fill(again, **{WISH: OWN, ROLE: "supervisor", PLACE: str(own.parent / "team")})
    _question(again).verb.click()
    assert isinstance(program.window, SetUp)
    assert places.usual_data_dir() == own.parent / "team"
    program.window.hide()
    program.desk.tasks.close()


def test_somebody_who_has_records_can_go_back_to_signing_in(
    qtbot: QtBot, qapp: QApplication, desk: Desk, clock: Clock, own: Path
) -> None:
    program = Program(qapp, desk.store.folder.path, clock, mib=8)
    program.welcome()
    page = program.window
    assert isinstance(page, Welcome)
    page.back_wanted.emit()
    door = program.window
    assert isinstance(door, SignIn)
    program.welcome()
    page = program.window
    assert isinstance(page, Welcome)
    fill(page, **{WISH: OWN, ROLE: "supervisor", PLACE: str(desk.store.folder.path)})
    _question(page).verb.click()
    assert type(program.window) is SignIn
    program.window.hide()
    program.desk.tasks.close()


def test_a_place_that_cannot_be_noted_is_said_and_used_all_the_same(
    qtbot: QtBot, qapp: QApplication, clock: Clock, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write_text("a file in the way")
    program = Program(qapp, own, clock, mib=8)
    said: list[str] = []
    monkeypatch.setattr(program, "say", lambda failure: said.append(str(failure)))
    program._start_at(own.parent / "team")
    assert isinstance(program.window, SetUp)
    assert ["--data" in each for each in said] == [True]
    program.window.hide()
    program.desk.tasks.close()


def test_the_door_of_a_demonstration_offers_its_people(qtbot: QtBot, clock: Clock, small: Small, own: Path) -> None:
    made = small(clock, False, lambda told, of: None)
    door = SignIn(ScreenDesk(clock), made.path)
    show(qtbot, door, 1366, 768)
    assert [each.accessibleName() for each in door.findChildren(Banner)] == [SAYS]
    team = door.findChildren(Team)[0]
    team.choice.set_value(made.users[2].name)
    step = door.step
    assert isinstance(step, AskPassword)
    assert (step.text("name"), step.text(PASSWORD)) == (made.users[2].name, made.users[2].password)
    team.choice.set_value("")
    assert step.text("name") == made.users[2].name
    assert focused() is team.choice
    for field in ("name", PASSWORD):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert step.rows[field].editor.field_widget().hasFocus(), field
    with qtbot.waitSignal(door.signed_in, timeout=20_000) as told:
        QTest.keyClick(team.choice, Qt.Key.Key_Return)
    told.args[0].store.vault.close()
    assert walk(door) == []


def test_a_real_door_offers_nobody(qtbot: QtBot, clock: Clock, desk: Desk) -> None:
    door = SignIn(ScreenDesk(clock), desk.store.folder.path)
    qtbot.addWidget(door)
    assert door.findChildren(Banner) == []
    assert door.findChildren(Team) == []
