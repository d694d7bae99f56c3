"""The front door: when it sets up, what it says is missing, how it judges coverage, where it sends words."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import dev

ROOT = Path(__file__).parents[1]
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for a set-up folder is a symbolic link")


def _noted(into: list[Any], what: object, code: int) -> int:
    into.append(what)
    return code


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set-up folder of the test's own, with nothing missing on the computer."""
    place = tmp_path / ".venv"
    monkeypatch.setattr(dev, "HOME", place)
    monkeypatch.setattr(dev, "PYTHON", place / "python")
    monkeypatch.setattr(dev, "STAMP", place / "set-up.txt")
    monkeypatch.setattr(dev, "missing_packages", list)
    return place


@pytest.fixture
def made(home: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the environment was made, in place of making it."""
    times: list[str] = []

    def make() -> None:
        home.mkdir(exist_ok=True)
        (home / "python").touch()
        times.append("made")

    monkeypatch.setattr(dev, "_make_home", make)
    return times


def test_sets_up_once(made: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    dev.set_up()
    assert "once" in capsys.readouterr().err
    dev.set_up()
    assert made == ["made"]
    assert capsys.readouterr().err == ""


def test_sets_up_again_after_an_interruption(made: list[str], home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        home.mkdir()
        (home / "python").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(dev, "_make_home", interrupted)
        with pytest.raises(KeyboardInterrupt):
            dev.set_up()
    dev.set_up()
    assert made == ["made"]


def test_sets_up_again_when_the_folder_was_moved_or_its_python_is_gone(made: list[str], home: Path) -> None:
    dev.set_up()
    (home / "set-up.txt").write_text(dev.stamp_of(b"", (3, 11), Path("elsewhere")), "utf-8")
    dev.set_up()
    (home / "python").unlink()
    dev.set_up()
    assert made == ["made"] * 3


def test_a_stamp_tells_needs_python_and_place_apart() -> None:
    here = Path("here")
    stamps = {
        dev.stamp_of(b"needs", (3, 11), here),
        dev.stamp_of(b"other", (3, 11), here),
        dev.stamp_of(b"needs", (3, 12), here),
        dev.stamp_of(b"needs", (3, 11), Path("there")),
    }
    assert len(stamps) == 4
    assert dev.stamp_of(b"needs", (3, 11), here) in stamps


def test_names_the_package_of_each_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "_opens", lambda library: library not in ("libGL.so.1", "libxcb-cursor.so.0"))
    monkeypatch.setattr(dev, "_has", lambda module: module == "pip")
    monkeypatch.setattr(os, "walk", lambda _top: [("fonts", [], ["DejaVuSans.ttf"])])
    assert dev.missing_packages() == ["libgl1", "libxcb-cursor0"]


def test_names_the_font_and_pip_when_they_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "_opens", lambda _library: True)
    monkeypatch.setattr(dev, "_has", lambda _module: False)
    monkeypatch.setattr(os, "walk", lambda _top: [("fonts", [], ["Other.ttf"])])
    assert dev.missing_packages() == ["fonts-dejavu-core", "python3-pip"]
    monkeypatch.setattr(dev, "_has", lambda module: module == "ensurepip")
    assert dev.missing_packages() == ["fonts-dejavu-core"]


def test_a_library_that_is_not_there_does_not_open() -> None:
    assert not dev._opens("libnothing-of-the-kind.so.7")
    assert (dev._has("json"), dev._has("nothing_of_the_kind")) == (True, False)


@posix
def test_without_rights_the_exact_line_is_said_and_nothing_is_made(
    home: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "missing_packages", lambda: ["libgl1", "libegl1"])
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
    monkeypatch.setattr(dev, "missing_packages", lambda: ["libgl1"])
    monkeypatch.setattr(dev, "_step", lambda _failure, command: steps.append(command))
    dev.set_up()
    assert steps == [["sh", "-c", dev.apt_line(["libgl1"])]]
    assert made == ["made"]


def test_a_step_that_fails_says_why(home: Path) -> None:
    with pytest.raises(dev.SetUp, match=r"^It did not work: ERROR: no such thing$"):
        dev._step("It did not work", [sys.executable, "-c", "print('x\\nERROR: no such thing'); exit(1)"])
    dev._step("It did not work", [sys.executable, "-c", ""])
    home.write_text("a file in the way")
    with pytest.raises(dev.SetUp, match="can't be made"):
        dev._make_home()


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
    told = dev.cause(output)
    assert told == said or ("no connection" in told and said == "no connection")


@pytest.mark.parametrize(
    ("environment", "platform", "answer"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_knows_whether_a_window_can_open(environment: dict[str, str], platform: str, answer: bool) -> None:
    assert dev.has_display(environment, platform) is answer


def test_without_a_display_the_tour_is_made_and_its_place_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr(dev, "has_display", lambda _environment: False)
    monkeypatch.setattr(dev, "_call", lambda command: _noted(called, command, 0))
    assert dev.run([]) == 0
    assert called == [[str(dev.PYTHON), str(ROOT / "main.py"), "tour", str(ROOT / "tour")]]
    assert os.environ == {"QT_QPA_PLATFORM": "offscreen"}
    assert f"The tour is in {ROOT / 'tour'}." in capsys.readouterr().err
    monkeypatch.setattr(dev, "_call", lambda _command: 1)
    assert (dev.run([]), "The tour is in" in capsys.readouterr().err) == (1, False)


def _figures(reached: int, all_there: int) -> dict[str, dict[str, int]]:
    halves = {
        "covered_lines": reached // 2,
        "covered_branches": reached - reached // 2,
        "num_statements": all_there // 2,
        "num_branches": all_there - all_there // 2,
    }
    return {"summary": halves}


def test_a_room_is_judged_by_its_own_floor() -> None:
    floor = {room: least for room, _places, least in dev.FLOORS}["storage"]
    held = {"rise_desk/storage/store.py": _figures(floor * 10, 1000), "ui/app.py": _figures(850, 1000)}
    lines, low = dev.judge(held)
    assert [line.split()[:2] for line in lines] == [["storage", f"{floor}.00"], ["ui", "85.00"]]
    assert not low
    lines, low = dev.judge({**held, "rise_desk\\storage\\keys.py": _figures(0, 1)})
    assert low
    assert lines[0].endswith("TOO LOW")
    assert not lines[1].endswith("TOO LOW")


def test_a_room_without_files_has_no_figure() -> None:
    assert dev.judge({}) == ([], False)
    assert dev.judge({"rise_desk/domain/__init__.py": _figures(0, 0)}) == ([], False)


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("rise_desk/domain/record.py", "domain"),
        ("rise_desk/storage/indexes/words.py", "storage"),
        ("ui/widgets/badge.py", "ui"),
        ("rise_desk/cli.py", "command line"),
        ("main.py", "command line"),
    ],
)
def test_a_file_belongs_to_one_room(path: str, room: str) -> None:
    assert dev.room_of(path) == room


@pytest.mark.parametrize("verb", ["bench", "bundle"])
def test_what_comes_later_is_said_so(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([verb]) == 2
    assert capsys.readouterr().err == f"`{verb}` comes with a later version of RISE Desk.\n"


@pytest.mark.parametrize(("words", "code"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_usage_names_every_verb(words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(words) == code
    said = capsys.readouterr().err
    assert all(f"dev.py {verb}" in said for verb in ("run", "test", "lint", "check", "bench", "bundle"))


def test_lint_looks_at_everything_even_after_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "_tool", lambda *words: _noted(looked, words[1:3], 1))
    assert dev.lint([]) == 1
    assert looked == [("mypy",), ("ruff", "check"), ("ruff", "format")]
    monkeypatch.setattr(dev, "_tool", lambda *_words: 0)
    assert dev.lint([]) == 0


@pytest.mark.parametrize(("broken", "code"), [("pytest", 1), ("combine", 1), ("json", 1), ("nothing", 0)])
def test_a_failed_step_is_not_covered_up(home: Path, monkeypatch: pytest.MonkeyPatch, broken: str, code: int) -> None:
    home.mkdir()
    (home / "coverage.json").write_text('{"files": {}}')
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr(dev, "_tool", lambda *words: int(broken in words))
    assert dev.test([]) == code
    assert dev.test(["tests/test_dev.py"]) == int(broken == "pytest")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A finished set-up in a folder of its own, whose main.py says what it was given."""
    for name in ("dev.py", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "main.py").write_text("import sys; print(sys.argv[1:]); sys.exit(3)")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    stamp = dev.stamp_of((ROOT / "pyproject.toml").read_bytes(), sys.version_info[:2], tmp_path.resolve())
    (tmp_path / ".venv" / "set-up.txt").write_text(stamp, "utf-8")
    return tmp_path


def _start(folder: Path, *words: str) -> tuple[subprocess.CompletedProcess[str], float]:
    begun = time.monotonic()
    done = subprocess.run([sys.executable, *words], cwd=folder, env={}, check=False, capture_output=True, text=True)
    return done, time.monotonic() - begun


@posix
@pytest.mark.parametrize("words", [("--", "show", "V1"), ("show", "V1")])
def test_words_after_run_go_to_main(checkout: Path, words: tuple[str, ...]) -> None:
    done, _seconds = _start(checkout, "dev.py", "run", *words)
    assert (done.returncode, done.stdout, done.stderr) == (3, "['show', 'V1']\n", "")


@posix
def test_the_second_start_adds_less_than_half_a_second(checkout: Path) -> None:
    plain = min(_start(checkout, "main.py", "x")[1] for _again in range(3))
    through = min(_start(checkout, "dev.py", "run", "x")[1] for _again in range(3))
    assert through - plain < 0.5
