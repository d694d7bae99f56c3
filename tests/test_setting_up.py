"""Setting up: when it is done, what it says is missing, and why it did not work."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

import dev
import setting_up

ROOT = Path(__file__).parents[1]
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for a set-up folder is a symbolic link")


def _noted(into: list[Any], what: object, code: int) -> int:
    into.append(what)
    return code


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set-up folder of the test's own, with nothing missing on the computer."""
    place = tmp_path / ".venv"
    monkeypatch.setattr(setting_up, "HOME", place)
    monkeypatch.setattr(dev, "HOME", place)
    monkeypatch.setattr(setting_up, "PYTHON", place / "python")
    monkeypatch.setattr(setting_up, "STAMP", place / "set-up.txt")
    monkeypatch.setattr(setting_up, "missing_packages", list)
    return place


@pytest.fixture
def made(home: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the environment was made, in place of making it."""
    times: list[str] = []

    def make() -> None:
        home.mkdir(exist_ok=True)
        (home / "python").touch()
        times.append("made")

    monkeypatch.setattr(setting_up, "_make_home", make)
    return times


def test_sets_up_once(made: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    setting_up.set_up()
    assert "once" in capsys.readouterr().err
    setting_up.set_up()
    assert made == ["made"]
    assert capsys.readouterr().err == ""


def test_sets_up_again_after_an_interruption(made: list[str], home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        home.mkdir()
        (home / "python").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(setting_up, "_make_home", interrupted)
        with pytest.raises(KeyboardInterrupt):
            setting_up.set_up()
    setting_up.set_up()
    assert made == ["made"]


def test_sets_up_again_when_the_folder_was_moved_or_its_python_is_gone(made: list[str], home: Path) -> None:
    setting_up.set_up()
    (home / "set-up.txt").write_text(setting_up.stamp_of(b"", (3, 11), Path("elsewhere")), "utf-8")
    setting_up.set_up()
    (home / "python").unlink()
    setting_up.set_up()
    assert made == ["made"] * 3


def test_a_stamp_tells_needs_python_and_place_apart() -> None:
    here = Path("here")
    stamps = {
        setting_up.stamp_of(b"needs", (3, 11), here),
        setting_up.stamp_of(b"other", (3, 11), here),
        setting_up.stamp_of(b"needs", (3, 12), here),
        setting_up.stamp_of(b"needs", (3, 11), Path("there")),
    }
    assert len(stamps) == 4
    assert setting_up.stamp_of(b"needs", (3, 11), here) in stamps


def test_names_the_package_of_each_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_up, "_opens", lambda library: library not in ("libGL.so.1", "libxcb-cursor.so.0"))
    monkeypatch.setattr(setting_up, "_has", lambda module: module == "pip")
    monkeypatch.setattr(os, "walk", lambda _top: [("fonts", [], ["DejaVuSans.ttf"])])
    assert setting_up.missing_packages() == ["libgl1", "libxcb-cursor0"]


def test_names_the_font_and_pip_when_they_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_up, "_opens", lambda _library: True)
    monkeypatch.setattr(setting_up, "_has", lambda _module: False)
    monkeypatch.setattr(os, "walk", lambda _top: [("fonts", [], ["Other.ttf"])])
    assert setting_up.missing_packages() == ["fonts-dejavu-core", "python3-pip"]
    monkeypatch.setattr(setting_up, "_has", lambda module: module == "ensurepip")
    assert setting_up.missing_packages() == ["fonts-dejavu-core"]


def test_a_library_that_is_not_there_does_not_open() -> None:
    assert not setting_up._opens("libnothing-of-the-kind.so.7")
    assert (setting_up._has("json"), setting_up._has("nothing_of_the_kind")) == (True, False)


@posix
def test_without_rights_the_exact_line_is_said_and_nothing_is_made(
    home: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setting_up, "missing_packages", lambda: ["libgl1", "libegl1"])
    assert dev.main(["run"]) == 2
    line = "    apt-get update && apt-get install -y --no-install-recommends libgl1 libegl1\n"
    assert line in capsys.readouterr().err
    assert made == []
    assert not home.exists()


@posix
def test_with_rights_the_line_is_carried_out(made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps: list[list[str]] = []
    (tmp_path / "apt-get").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DEBIAN_FRONTEND", "")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(setting_up, "missing_packages", lambda: ["libgl1"])
    monkeypatch.setattr(setting_up, "_step", lambda _failure, command: steps.append(command))
    setting_up.set_up()
    assert steps == [["sh", "-c", setting_up.apt_line(["libgl1"])]]
    assert made == ["made"]


def test_the_walk_gets_what_it_lacks_or_is_left_out_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(setting_up, "_provide", asked.append)
    monkeypatch.setattr(setting_up, "_lies", lambda place: "Xvfb" not in place)
    setting_up.provide_walk()
    assert asked == [["xvfb"]]

    def refuse(_packages: list[str]) -> None:
        raise setting_up.SetUp("Run this line.")

    monkeypatch.setattr(setting_up, "_provide", refuse)
    setting_up.provide_walk()
    assert capsys.readouterr().err.endswith("is left out of these tests. Run this line.\n")
    monkeypatch.setattr(setting_up, "_lies", lambda _place: True)
    setting_up.provide_walk()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(setting_up, "_lies", lambda _place: False)
    monkeypatch.setattr(sys, "platform", "win32")
    setting_up.provide_walk()
    assert capsys.readouterr().err == ""


def test_what_lies_somewhere_is_found_by_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "x86").mkdir()
    assert setting_up._lies(f"{tmp_path}/*86")
    assert not setting_up._lies(f"{tmp_path}/*87")


def test_a_step_that_fails_says_why(home: Path) -> None:
    with pytest.raises(setting_up.SetUp, match=r"^It did not work: ERROR: no such thing$"):
        setting_up._step("It did not work", [sys.executable, "-c", "print('x\\nERROR: no such thing'); exit(1)"])
    setting_up._step("It did not work", [sys.executable, "-c", ""])
    home.write_text("a file in the way")
    with pytest.raises(setting_up.SetUp, match="can't be made"):
        setting_up._make_home()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("WARNING: Retrying ... Temporary failure in name resolution\nERROR: none", "no connection"),
        ("E: Failed to fetch\nTemporary failure resolving 'x'", "no connection"),
        ("a\nERROR: No matching distribution found\nb", "ERROR: No matching distribution found"),
        ("E: Unable to locate package x", "E: Unable to locate package x"),
        ("first\nlast\n\n", "first\nlast"),
        ("", "no reason was given."),
    ],
)
def test_a_cause_in_plain_words(output: str, said: str) -> None:
    told = setting_up.cause(output)
    assert told == said or ("no connection" in told and said == "no connection")
