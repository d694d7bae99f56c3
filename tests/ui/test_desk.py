"""What every screen is handed: news, choices, and a desk that can be left."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.domain.act import Announcement
from rise_desk.errors import Busy, Unavailable
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build
from tests.build import PASSWORD
from ui.desk import ScreenDesk


def test_an_act_is_announced_on_the_screen(qtbot: QtBot, screen: ScreenDesk) -> None:
    with qtbot.waitSignal(screen.announced) as told:
        person = build.young_person(screen.at)
    said = told.args[0]
    assert isinstance(said, Announcement)
    assert person.id in said.subjects


def test_another_program_is_heard_of(qtbot: QtBot, screen: ScreenDesk) -> None:
    other = signing_in.sign_in(screen.at.store.folder.path, "Lena Osei", PASSWORD, screen.clock)
    build.young_person(other)
    with qtbot.waitSignal(screen.announced) as told:
        screen.look()
    assert told.args[0].elsewhere
    signing_in.leave(other)


def test_choices_are_kept_in_the_records_for_each_person(screen: ScreenDesk) -> None:
    screen.prefer("text_size", 150)
    assert screen.preference("text_size") == 150
    assert screen.preference("other", "usual") == "usual"
    later = signing_in.sign_in(screen.at.store.folder.path, "Lena Osei", PASSWORD, screen.clock)
    assert later.store.preference("Lena Osei", "text_size") == 150
    signing_in.leave(later)


def test_a_choice_made_while_the_records_are_busy_is_kept_a_moment_later(
    screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(screen.at.store, "prefer", _busy)
        screen.prefer("text_size", 125)
    assert screen.preference("text_size") == 125
    assert screen.at.store.preference("Lena Osei", "text_size") is None
    screen.look()
    assert screen.at.store.preference("Lena Osei", "text_size") == 125


def _busy(*_: object) -> None:
    raise Busy("Another program is writing.")


def _full(*_: object) -> None:
    raise Unavailable("The disk is full.")


def test_what_is_amiss_is_said_and_taken_back(
    qtbot: QtBot, screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    screen.troubled.connect(said.append)
    with monkeypatch.context() as patched:
        patched.setattr(Desk, "look_elsewhere", _full)
        screen.look()
    screen.look()
    assert said == ["The disk is full.", ""]
    with monkeypatch.context() as patched:
        patched.setattr(screen.at.store, "prefer", _full)
        screen.prefer("a", 1)
    assert said[-1] == "The disk is full."


def test_whoever_leaves_is_heard_and_the_desk_is_empty(qtbot: QtBot, screen: ScreenDesk) -> None:
    heard: list[str] = []
    screen.leaving.connect(lambda: heard.append(f"leaving, at the desk: {screen.desk is not None}"))
    screen.left.connect(lambda: heard.append(f"left, at the desk: {screen.desk is not None}"))
    screen.leave("locked")
    screen.leave("locked")
    assert heard == ["leaving, at the desk: True", "left, at the desk: False"]
    with pytest.raises(Unavailable, match="locked"):
        _ = screen.at
    assert screen.preference("text_size", 100) == 100
    screen.prefer("text_size", 150)
    screen.look()
    assert screen.now() == screen.clock.now()


def test_trouble_while_leaving_is_said_and_the_desk_is_empty_all_the_same(
    screen: ScreenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    screen.troubled.connect(said.append)
    real = signing_in.leave

    def fail(desk: Desk, deed: str) -> None:
        real(desk, deed)
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(signing_in, "leave", fail)
    screen.leave()
    assert screen.desk is None
    assert said == ["The disk is full."]


def test_an_announcement_that_comes_after_leaving_is_told_to_nobody(
    qtbot: QtBot, screen: ScreenDesk, clock: Clock
) -> None:
    told: list[object] = []
    screen.announced.connect(told.append)
    build.young_person(screen.at)
    screen.leave()
    qtbot.wait(20)
    assert told == []


def test_a_clock_that_was_moved_on_while_the_desk_was_open_is_written_down(screen: ScreenDesk) -> None:
    screen.look()
    before = audit.last(screen.at.store.vault)[0]
    screen.look()
    assert audit.last(screen.at.store.vault)[0] == before
    screen.clock.moved_to = screen.now() + timedelta(hours=1)
    screen.look()
    assert audit.entries(screen.at.store.vault)[0]["deed"] == "clock moved"
    screen.look()
    assert audit.last(screen.at.store.vault)[0] == before + 1
