"""Backups in the window: by themselves and on request, and never in the way of leaving."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.errors import Unavailable
from rise_desk.services import backups, signing_in
from rise_desk.services.backups import Standing
from rise_desk.services.desk import Desk
from rise_desk.storage import backup
from rise_desk.storage.files import one_at_a_time
from tests import build
from ui.backups import CLOSING, WITHOUT, BackupBar, Backups, age
from ui.backups_card import BackupsCard
from ui.desk import ScreenDesk
from ui.main_window import MainWindow

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


def _copies(desk: Desk) -> list[backup.Copy]:
    return backup.found(desk.store.folder.backups)


@pytest.fixture
def keeper(screen: ScreenDesk) -> Backups:
    """What keeps the backups of Lena Osei's desk."""
    return Backups(screen)


@pytest.fixture
def said(keeper: Backups) -> list[str]:
    """What it says."""
    heard: list[str] = []
    keeper.said.connect(heard.append)
    return heard


def _settled(qtbot: QtBot, screen: ScreenDesk) -> None:
    qtbot.waitUntil(lambda: not screen.tasks.busy())


def test_the_first_unlock_of_a_changed_day_makes_one(qtbot: QtBot, screen: ScreenDesk, keeper: Backups) -> None:
    build.young_person(screen.at)
    with qtbot.waitSignals([keeper.told, keeper.told], timeout=10_000):
        keeper.arrive()
    _settled(qtbot, screen)
    assert len(_copies(screen.at)) == 1
    keeper.begin_the_day()
    assert not screen.tasks.busy()


def test_one_on_request_says_so(qtbot: QtBot, screen: ScreenDesk, keeper: Backups, said: list[str]) -> None:
    build.young_person(screen.at)
    keeper.take()
    keeper.take()
    _settled(qtbot, screen)
    assert said == ["Making a backup.", "Backed up: 1 record, opened and checked."]
    assert len(_copies(screen.at)) == 1


def test_a_backup_that_another_program_made_is_told_without_being_asked(
    qtbot: QtBot, screen: ScreenDesk, window: MainWindow
) -> None:
    worker = build.colleague(screen.at, "Priya Nair")
    build.young_person(screen.at)
    screen.look()
    window.backups.look()
    _settled(qtbot, screen)
    assert window.status.backups.text().startswith("No backup yet")
    window.backups.look_again()
    assert not screen.tasks.busy()
    backups.take(worker)
    signing_in.leave(worker)
    screen.look()
    window.backups.look_again()
    _settled(qtbot, screen)
    qtbot.waitUntil(lambda: window.status.backups.text().startswith("Backed up today"))


def test_a_new_day_makes_the_last_backup_older(qtbot: QtBot, screen: ScreenDesk, window: MainWindow) -> None:
    build.young_person(screen.at)
    backups.take(screen.at)
    window.backups.look()
    _settled(qtbot, screen)
    assert window.status.backups.text().startswith("Backed up today")
    screen.clock.moved_to = NOW + timedelta(days=1)
    window.backups.look_again()
    _settled(qtbot, screen)
    qtbot.waitUntil(lambda: window.status.backups.text().startswith("Backed up yesterday"))
    screen.leave()
    window.backups.look_again()


def test_a_second_place_that_is_gone_is_said(
    qtbot: QtBot, screen: ScreenDesk, keeper: Backups, said: list[str], tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    backups.set_second_place(screen.at, str(tmp_path / "stick"))
    (tmp_path / "stick").rmdir()
    keeper.take()
    _settled(qtbot, screen)
    assert "made here, but not in the second place" in said[-1]


def test_closing_waits_for_one_and_goes_on_when_it_is_done(
    qtbot: QtBot, screen: ScreenDesk, keeper: Backups, said: list[str]
) -> None:
    build.young_person(screen.at)
    with qtbot.waitSignal(keeper.may_leave):
        assert not keeper.may_close()
    assert said[0] == CLOSING
    assert len(_copies(screen.at)) == 1
    assert keeper.may_close()


def test_closing_a_second_time_does_not_wait(screen: ScreenDesk, keeper: Backups) -> None:
    build.young_person(screen.at)
    assert not keeper.may_close()
    assert keeper.may_close()


def test_closing_with_nothing_new_does_not_wait(screen: ScreenDesk, keeper: Backups) -> None:
    backups.take(screen.at)
    assert keeper.may_close()
    screen.leave()
    assert keeper.may_close()


def test_locking_while_one_is_made_does_not_wait_and_leaves_nothing(screen: ScreenDesk, keeper: Backups) -> None:
    started = Event()

    def slow(_desk: Desk, stopped: Callable[[], bool]) -> None:
        started.set()
        while not stopped():
            time.sleep(0.01)
        raise Unavailable("The backup was stopped.")

    keeper._run(work=slow)
    assert started.wait(5)
    began = time.monotonic()
    screen.leave("locked")
    assert time.monotonic() - began < 2
    assert screen.desk is None


def test_closing_while_another_program_makes_one_goes_on(
    qtbot: QtBot, screen: ScreenDesk, keeper: Backups, said: list[str]
) -> None:
    build.young_person(screen.at)
    with one_at_a_time(screen.at.store.folder.backups), qtbot.waitSignal(keeper.may_leave):
        assert not keeper.may_close()
    assert said == [CLOSING]
    assert keeper.may_close()


def test_a_disk_that_is_back_gets_what_it_lacks(
    qtbot: QtBot, screen: ScreenDesk, keeper: Backups, said: list[str], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.set_second_place(screen.at, str(stick))
    stick.rename(tmp_path / "drawer")
    backups.take(screen.at)
    (tmp_path / "drawer").rename(stick)
    keeper.begin_the_day()
    _settled(qtbot, screen)
    assert len(list(stick.glob("*/*.vault"))) == 1
    keeper._done(None, keeper._tell)
    assert said == []


def test_closing_waits_for_one_that_is_being_made(qtbot: QtBot, screen: ScreenDesk, keeper: Backups) -> None:
    keeper.take()
    with qtbot.waitSignal(keeper.may_leave):
        assert not keeper.may_close()
    assert len(_copies(screen.at)) == 1


def test_one_that_fails_while_closing_is_said_and_the_next_close_goes_through(
    qtbot: QtBot, screen: ScreenDesk, keeper: Backups, said: list[str]
) -> None:
    (screen.at.store.folder.backups).write_text("a file in the way")
    assert not keeper.may_close()
    _settled(qtbot, screen)
    assert said[-1].startswith("No backup was made.")
    assert said[-1].endswith(WITHOUT)
    assert keeper.may_close()


def test_records_that_cannot_be_asked_do_not_keep_anybody(
    screen: ScreenDesk, keeper: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_desk: Desk) -> bool:
        raise Unavailable("The disk reported a fault.")

    monkeypatch.setattr(backups, "is_wanted_at_close", refuse)
    assert keeper.may_close()


@pytest.mark.parametrize(
    ("last", "place", "said"),
    [
        (None, "", "No backup yet"),
        (None, "/stick", "No backup yet"),
        (NOW - timedelta(minutes=45), "/stick", "Backed up today at 09:15"),
        (NOW - timedelta(hours=11), "/stick", "Backed up yesterday at 23:00"),
        (NOW - timedelta(days=4), "/stick", "Last backup 4 days ago"),
        (NOW - timedelta(days=1), "", "Backed up yesterday at 10:00 · no second place"),
        (NOW + timedelta(days=1), "/stick", "Backed up today at 10:00"),
    ],
)
def test_the_age_of_the_last_is_told_as_people_say_it(last: datetime | None, place: str, said: str) -> None:
    assert age(Standing(last=last, place=place, second=last), NOW) == said


def test_the_red_line_stands_while_the_second_place_is_behind(qtbot: QtBot) -> None:
    bar = BackupBar()
    qtbot.addWidget(bar)
    bar.show_standing(Standing(last=NOW, place="/stick", second=None), NOW)
    assert not bar.isHidden()
    assert "Connect the disk" in bar.accessibleName()
    bar.show_standing(Standing(last=NOW, place="/stick", second=NOW), NOW)
    assert bar.isHidden()


def test_the_foot_of_the_window_tells_and_is_loud_when_it_is_old(
    qtbot: QtBot, screen: ScreenDesk, window: MainWindow
) -> None:
    window.backups.look()
    _settled(qtbot, screen)
    assert window.status.backups.text().startswith("No backup yet")
    assert window.status.backups.property("tone") == "error"
    window.menus.actions["backup"].trigger()
    _settled(qtbot, screen)
    assert window.status.backups.text().startswith("Backed up today")
    assert window.status.backups.property("tone") == "soft"
    assert window.notice.text.text().startswith("Backed up")


@pytest.fixture
def card(qtbot: QtBot, screen: ScreenDesk, keeper: Backups) -> BackupsCard:
    """The card of the settings."""
    made = BackupsCard(screen, keeper)
    qtbot.addWidget(made)
    made.show()
    _settled(qtbot, screen)
    return made


def test_the_settings_set_a_second_place_and_back_up_there(
    qtbot: QtBot, screen: ScreenDesk, card: BackupsCard, tmp_path: Path
) -> None:
    card.place.editor.set_value(str(tmp_path / "none"))
    card.set_button.click()
    assert "can't be found" in card.place.problem
    (tmp_path / "stick").mkdir()
    card.place.editor.set_value(str(tmp_path / "stick"))
    card.set_button.click()
    _settled(qtbot, screen)
    assert card.place.problem == ""
    assert len(list((tmp_path / "stick").glob("*/*.vault"))) == 1
    assert card.age.text() == "Backed up today at 10:00"
    card.place.editor.set_value("")
    card.set_button.click()
    _settled(qtbot, screen)
    assert "no second place any more" in card.answer.text()


def test_the_settings_check_the_last_backup(qtbot: QtBot, screen: ScreenDesk, card: BackupsCard) -> None:
    assert not card.check_button.isEnabled()
    card.now_button.click()
    _settled(qtbot, screen)
    card.check_button.click()
    _settled(qtbot, screen)
    assert "is sound: 0 records and" in card.answer.text()
    (copy,) = _copies(screen.at)
    copy.path.write_bytes(b"\x01" * 8192)
    card.check_button.click()
    _settled(qtbot, screen)
    assert "not a backup" in card.answer.text()


def test_a_second_place_that_cannot_be_kept_is_said(
    screen: ScreenDesk, card: BackupsCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.at.store.missing = "2 entries are missing"
    card.place.editor.set_value("")
    card.set_button.click()
    screen.at.store.missing = ""
    assert "Nothing can be saved" in card.place.problem
