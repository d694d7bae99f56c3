"""The front door: how it judges coverage, where it sends words."""

import os
import subprocess
import sys
import time
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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[list[str]] = []
    (tmp_path / "demonstrated.txt").touch()
    monkeypatch.setattr(dev, "DEMONSTRATED", tmp_path / "demonstrated.txt")
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr(dev, "has_display", lambda _environment: False)
    monkeypatch.setattr(dev, "_call", lambda command: _noted(called, command, 0))
    assert dev.run([]) == 0
    assert called == [[str(setting_up.PYTHON), str(ROOT / "main.py"), "tour", str(ROOT / "tour")]]
    assert os.environ == {"QT_QPA_PLATFORM": "offscreen"}
    assert f"The tour is in {ROOT / 'tour'}." in capsys.readouterr().err
    monkeypatch.setattr(dev, "_call", lambda _command: 1)
    assert (dev.run([]), "The tour is in" in capsys.readouterr().err) == (1, False)


def _figures(reached: int, all_there: int) -> dict[str, Any]:
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


def test_a_room_that_is_too_low_says_what_was_not_reached() -> None:
    held = {"rise_desk/storage/keys.py": {**_figures(9, 10), "missing_lines": [7], "missing_branches": [[3, 5]]}}
    assert dev.judge(held)[0][1:] == ["    rise_desk/storage/keys.py [7, [3, 5]]"]
    held = {"ui/app.py": {**_figures(9, 10), "missing_lines": [7], "missing_branches": []}}
    assert len(dev.judge(held)[0]) == 1


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


def test_what_comes_later_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["bundle"]) == 2
    assert capsys.readouterr().err == "`bundle` comes with a later version of RISE Desk.\n"


def test_bench_hands_its_words_on(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "_tool", lambda *words: _noted(called, words, 0))
    assert dev.main(["bench", "--quick"]) == 0
    assert called == [("-m", "tests.bench", "--quick")]


def test_the_first_run_of_all_makes_the_demonstration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(dev, "DEMONSTRATED", tmp_path / "demonstrated.txt")
    monkeypatch.setattr(dev, "has_display", lambda _environment: False)
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr(dev, "_call", lambda command: _noted(called, command[2:], 0))
    dev.run([])
    dev.run([])
    assert [words[0] for words in called] == ["demo", "tour", "tour"]
    assert "invented" in capsys.readouterr().err


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
    monkeypatch.setattr(dev, "provide_walk", lambda: None)
    monkeypatch.setattr(dev, "_tool", lambda *words: int(broken in words))
    assert dev.test([]) == code
    assert dev.test(["tests/test_dev.py"]) == int(broken == "pytest")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A finished set-up in a folder of its own, whose main.py says what it was given."""
    for name in ("dev.py", "setting_up.py", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "main.py").write_text("import sys; print(sys.argv[1:]); sys.exit(3)")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    stamp = setting_up.stamp_of((ROOT / "pyproject.toml").read_bytes(), sys.version_info[:2], tmp_path.resolve())
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
