"""The one front door: sets RISE Desk up on this computer, then runs it, its tests or its checks.

    python3 dev.py run [WORDS]     open the desk; WORDS go to main.py, as in `run show V1`
    python3 dev.py test [WORDS]    tests and coverage floors; with WORDS, those tests alone and no floors
    python3 dev.py lint            types, rules of style, layout
    python3 dev.py check           test, then lint
    python3 dev.py bench [--quick] how fast and how large, as ratios measured in one run
    python3 dev.py bundle          a package to hand out (comes with a later version)

The first start makes `.venv` in this folder and takes some minutes; later ones go straight on.
On Windows say `py dev.py` instead of `python3 dev.py`. Only the standard library is used here.
"""

import os
import sys
from collections.abc import Mapping
from typing import Any

from setting_up import HOME, PYTHON, ROOT, SetUp, provide_walk, say, set_up

DONE, WRONG, USAGE = 0, 1, 2

DEMONSTRATED = HOME / "demonstrated.txt"

# A room's name, where its files are, and the least share of its lines and branches that the tests reach,
# in per cent. A file belongs to the first room that has it.
FLOORS = (
    ("domain", ("rise_desk/domain/",), 100),
    ("services", ("rise_desk/services/",), 100),
    ("storage", ("rise_desk/storage/",), 100),
    ("reports", ("rise_desk/reports/",), 100),
    ("ui", ("ui/",), 85),
    ("command line", ("rise_desk/", "main.py"), 85),
)


def main(words: list[str]) -> int:
    """Do what the first word says; 0 done, 1 a test or check failed, 2 usage or set-up."""
    verbs = {"run": run, "test": test, "lint": lint, "check": check, "bench": bench}
    verb, rest = (words[0], words[1:]) if words else ("", [])
    if verb == "bundle":
        return say("`bundle` comes with a later version of RISE Desk.", USAGE)
    if verb not in verbs:
        return say(__doc__ or "", DONE if verb in ("help", "-h", "--help") else USAGE)
    try:
        set_up()
    except SetUp as wrong:
        return say(str(wrong), USAGE)
    return verbs[verb](rest)


def run(words: list[str]) -> int:
    """Open the desk, or hand words to its command line; without a display, make the tour instead."""
    words = words[1:] if words[:1] == ["--"] else words
    if not words:
        _demonstrate()
        if not has_display(os.environ):
            return _tour()
    command = [str(PYTHON), str(ROOT / "main.py"), *words]
    if os.name != "nt":
        os.execv(command[0], command)
    return _call(command)


def _demonstrate() -> None:
    """At the first start, make the demonstration in a folder of its own, and say how to sign in there."""
    if not DEMONSTRATED.exists():
        say("Making the demonstration: an invented team and caseload. Its people sign in like this:")
        DEMONSTRATED.write_text(f"{_call([str(PYTHON), str(ROOT / 'main.py'), 'demo'])}", "utf-8")


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can open: only on Linux must something say where to."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)


def _tour() -> int:
    folder = ROOT / "tour"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    say("There is no display here, so RISE Desk makes its tour: a picture of every screen and every page.")
    code = _call([str(PYTHON), str(ROOT / "main.py"), "tour", str(folder)])
    return code or say(f"The tour is in {folder}.")


def test(words: list[str]) -> int:
    """Run the tests in parallel and judge each room's coverage."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    pytest = ["-m", "pytest", "-n", "auto", "--dist", "loadgroup", "-q"]
    if words:
        return _tool(*pytest, *words)
    provide_walk()
    os.environ["COVERAGE_FILE"] = str(HOME / "coverage")
    figures = HOME / "coverage.json"
    coverage = ("-m", "coverage")
    _tool(*coverage, "erase")
    failed = _tool(*coverage, "run", *pytest)
    if _tool(*coverage, "combine", "-q") or _tool(*coverage, "json", "-q", "-o", str(figures)):
        return WRONG
    import json

    lines, low = judge(json.loads(figures.read_text("utf-8"))["files"])
    say("\n".join(lines))
    return WRONG if failed or low else DONE


def judge(files: dict[str, dict[str, Any]]) -> tuple[list[str], bool]:
    """A line for each room that has files, with the places not reached where it is too low; and whether any is."""
    counts: dict[str, list[int]] = {}
    missed: dict[str, list[str]] = {}
    for name, figures in files.items():
        room = room_of(name.replace("\\", "/"))
        reached, all_there = counts.setdefault(room, [0, 0])
        summary = figures["summary"]
        at = [*figures.get("missing_lines", []), *figures.get("missing_branches", [])]
        missed.setdefault(room, []).extend([f"    {name} {at}"] if at else [])
        counts[room] = [
            reached + summary["covered_lines"] + summary["covered_branches"],
            all_there + summary["num_statements"] + summary["num_branches"],
        ]
    lines, low = [], False
    for room, _places, floor in FLOORS:
        reached, all_there = counts.get(room, [0, 0])
        if all_there:
            below = reached * 100 < floor * all_there
            low = low or below
            share = reached * 10_000 // all_there / 100
            lines.append(f"{room:<14}{share:6.2f} %  (floor {floor} %){'  TOO LOW' if below else ''}")
            lines += missed[room] if below else []
    return lines, low


def room_of(path: str) -> str:
    """The room a file belongs to, by the path from this folder."""
    return next((room for room, places, _floor in FLOORS if path.startswith(places)), "")


def lint(_words: list[str]) -> int:
    """Look at types, rules and layout; all three, so that everything to mend is seen at once."""
    codes = [_tool("-m", "mypy"), _tool("-m", "ruff", "check"), _tool("-m", "ruff", "format", "--check")]
    return WRONG if any(codes) else DONE


def bench(words: list[str]) -> int:
    """Measure the desk against bare parts in one run, and print the table of ratios."""
    return _tool("-m", "tests.bench", *words)


def check(_words: list[str]) -> int:
    """Test, then lint."""
    return max(test([]), lint([]))


def _tool(*words: str) -> int:
    os.chdir(ROOT)
    return _call([str(PYTHON), *words])


def _call(command: list[str]) -> int:
    import subprocess

    return subprocess.call(command)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for those who have an older one
        sys.exit(say("RISE Desk needs Python 3.11 or newer.", USAGE))
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(say("Stopped; the next start goes on from here.", 130))
