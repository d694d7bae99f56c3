"""What is said where no window can be opened."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from rise_desk.errors import SetUp
from rise_desk.services.clock import Clock
from ui import app
from ui.app import NO_DISPLAY, check_screen, explained, first_missing


def test_no_screen_is_one_sentence(clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in app.SCREENS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(SetUp) as refused:
        app.open_window(tmp_path, clock, "")
    assert str(refused.value) == NO_DISPLAY
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("environment", "platform"),
    [({}, "win32"), ({}, "darwin"), ({"QT_QPA_PLATFORM": "offscreen"}, "linux"), ({"WAYLAND_DISPLAY": "w"}, "linux")],
)
def test_elsewhere_qt_finds_its_own_way(environment: Mapping[str, str], platform: str) -> None:
    check_screen(environment, platform)


def test_a_library_that_qt_would_die_without_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "WINDOW_LIBRARIES", ("libc.so.6", "libsurely-not-there.so.7"))
    with pytest.raises(SetUp, match=r"libsurely-not-there\.so\.7.*apt-get install.*libxcb-cursor0"):
        check_screen({"DISPLAY": ":0"}, "linux")
    assert first_missing(("libc.so.6",)) == ""


@pytest.mark.parametrize("answers", [True, False])
def test_a_screen_that_does_not_answer_is_no_screen(monkeypatch: pytest.MonkeyPatch, answers: bool) -> None:
    monkeypatch.setattr(app, "WINDOW_LIBRARIES", ())
    monkeypatch.setattr(app, "display_answers", lambda: answers)
    if answers:
        check_screen({"DISPLAY": ":0"}, "linux")
    else:
        with pytest.raises(SetUp, match="no display"):
            check_screen({"DISPLAY": ":0"}, "linux")


@pytest.mark.skipif(bool(first_missing(("libxcb.so.1",))), reason="no X library on this computer")
def test_the_screen_is_really_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    assert not app.display_answers()


def test_a_missing_library_at_the_import_is_named() -> None:
    with pytest.raises(SetUp, match=r"libGL\.so\.1"), explained():
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")


def test_another_missing_module_is_a_mistake_and_stays_one() -> None:
    with pytest.raises(ImportError, match=r"ui\.nothing"), explained():
        raise ImportError("No module named ui.nothing")


def test_the_check_itself_needs_no_qt() -> None:
    assert "PySide6" not in Path(app.__file__).read_text("utf-8")
