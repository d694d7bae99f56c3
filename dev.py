"""The one front door: sets RISE Desk up on this computer, then runs it, its tests or its checks.

    python3 dev.py run [WORDS]     open the desk; WORDS go to main.py, as in `run show V1`
    python3 dev.py test [WORDS]    tests and coverage floors; with WORDS, those tests alone and no floors
    python3 dev.py lint            types, rules of style, layout
    python3 dev.py check           test, then lint
    python3 dev.py bench           speed measurements (come with a later version)
    python3 dev.py bundle          a package to hand out (comes with a later version)

The first start makes `.venv` in this folder and takes some minutes; later ones go straight on.
On Windows say `py dev.py` instead of `python3 dev.py`. Only the standard library is used here.
"""

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

DONE, WRONG, USAGE = 0, 1, 2

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = HOME / "set-up.txt"

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

# What Qt and paper need of Debian and its relatives: a library to open and the package that brings it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
FONT, FONT_PACKAGE = "DejaVuSans.ttf", "fonts-dejavu-core"

OFFLINE = (
    "name resolution",
    "NewConnectionError",
    "ConnectTimeoutError",
    "ProxyError",
    "getaddrinfo",
    "Temporary failure resolving",
    "Could not resolve",
    "Could not connect",
    "Unable to connect",
)


class SetUp(Exception):
    """Something keeps RISE Desk from being set up here; the sentence says what, and what to do."""


def main(words: list[str]) -> int:
    """Do what the first word says; 0 done, 1 a test or check failed, 2 usage or set-up."""
    verbs = {"run": run, "test": test, "lint": lint, "check": check}
    verb, rest = (words[0], words[1:]) if words else ("", [])
    if verb in ("bench", "bundle"):
        return _say(f"`{verb}` comes with a later version of RISE Desk.", USAGE)
    if verb not in verbs:
        return _say(__doc__ or "", DONE if verb in ("help", "-h", "--help") else USAGE)
    try:
        set_up()
    except SetUp as wrong:
        return _say(str(wrong), USAGE)
    return verbs[verb](rest)


def run(words: list[str]) -> int:
    """Open the desk, or hand words to its command line; without a display, make the tour instead."""
    words = words[1:] if words[:1] == ["--"] else words
    if not words and not has_display(os.environ):
        return _tour()
    command = [str(PYTHON), str(ROOT / "main.py"), *words]
    if os.name != "nt":
        os.execv(command[0], command)
    return _call(command)


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can open: only on Linux must something say where to."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)


def _tour() -> int:
    folder = ROOT / "tour"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _say("There is no display here, so RISE Desk makes its tour: a picture of every screen and every page.")
    code = _call([str(PYTHON), str(ROOT / "main.py"), "tour", str(folder)])
    return code or _say(f"The tour is in {folder}.")


def test(words: list[str]) -> int:
    """Run the tests in parallel and judge each room's coverage."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    pytest = ["-m", "pytest", "-n", "auto", "-q"]
    if words:
        return _tool(*pytest, *words)
    os.environ["COVERAGE_FILE"] = str(HOME / "coverage")
    figures = HOME / "coverage.json"
    coverage = ("-m", "coverage")
    _tool(*coverage, "erase")
    failed = _tool(*coverage, "run", *pytest)
    if _tool(*coverage, "combine", "-q") or _tool(*coverage, "json", "-q", "-o", str(figures)):
        return WRONG
    import json

    lines, low = judge(json.loads(figures.read_text("utf-8"))["files"])
    _say("\n".join(lines))
    return WRONG if failed or low else DONE


def judge(files: dict[str, dict[str, dict[str, int]]]) -> tuple[list[str], bool]:
    """A line for each room that has files, and whether any is below its floor."""
    counts: dict[str, list[int]] = {}
    for name, figures in files.items():
        room = room_of(name.replace("\\", "/"))
        reached, all_there = counts.setdefault(room, [0, 0])
        summary = figures["summary"]
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
    return lines, low


def room_of(path: str) -> str:
    """The room a file belongs to, by the path from this folder."""
    return next((room for room, places, _floor in FLOORS if path.startswith(places)), "")


def lint(_words: list[str]) -> int:
    """Look at types, rules and layout; all three, so that everything to mend is seen at once."""
    codes = [_tool("-m", "mypy"), _tool("-m", "ruff", "check"), _tool("-m", "ruff", "format", "--check")]
    return WRONG if any(codes) else DONE


def check(_words: list[str]) -> int:
    """Test, then lint."""
    return max(test([]), lint([]))


def set_up() -> None:
    """Make `.venv` with everything in it, once; again when its needs, Python or its place have changed."""
    stamp = stamp_of((ROOT / "pyproject.toml").read_bytes(), sys.version_info[:2], ROOT)
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") == stamp:
        return
    _say("Setting up RISE Desk in this folder. It takes about two minutes, once.")
    if sys.platform.startswith("linux"):
        _provide(missing_packages())
    _make_home()
    STAMP.write_text(stamp, "utf-8")
    _say("Set up.")


def stamp_of(needs: bytes, python: tuple[int, ...], place: Path) -> str:
    """What a finished set-up was made from; any other text means that it has to be made again."""
    return hashlib.sha256(needs + repr((python, str(place))).encode()).hexdigest()


def missing_packages() -> list[str]:
    """The Debian packages that this Linux lacks, looked for by what they bring."""
    missing = [package for library, package in LIBRARIES.items() if not _opens(library)]
    if not any(FONT in names for _folder, _folders, names in os.walk("/usr/share/fonts")):
        missing.append(FONT_PACKAGE)
    if not _has("pip") and not _has("ensurepip"):
        missing.append("python3-pip")
    return missing


def _opens(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has(module: str) -> bool:
    from importlib import invalidate_caches
    from importlib.util import find_spec

    invalidate_caches()
    return find_spec(module) is not None


def apt_line(packages: list[str]) -> str:
    """The exact line that brings the packages."""
    return f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"


def _provide(packages: list[str]) -> None:
    from shutil import which

    if not packages:
        return
    if os.geteuid() != 0 or not which("apt-get"):
        raise SetUp(
            "RISE Desk needs some packages of the system that this account can't install. "
            f"As administrator (root), run this line, then start again:\n\n    {apt_line(packages)}\n"
        )
    _say(f"Installing {len(packages)} packages of the system.")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    _step("The packages of the system could not be installed", ["sh", "-c", apt_line(packages)])


def _make_home() -> None:
    from subprocess import SubprocessError
    from venv import EnvBuilder

    own_pip = not _has("pip")
    _say("Making the Python environment and fetching packages.")
    try:
        EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=own_pip).create(HOME)
    except (OSError, SubprocessError) as error:
        raise SetUp(f"The folder {HOME} can't be made ({error}). Is RISE Desk still open?") from None
    pip = [str(PYTHON), "-m", "pip"] if own_pip else [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    quietly = ["--quiet", "--disable-pip-version-check", "--no-input"]
    _step("The Python packages could not be installed", [*pip, "install", *quietly, "-e", f"{ROOT}[dev]"])


def _step(failure: str, command: list[str]) -> None:
    import subprocess

    done = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    if done.returncode:
        raise SetUp(f"{failure}: {cause(done.stdout)}")


def cause(output: str) -> str:
    """What to tell of a failed step: that there is no network, else its errors, else its last words."""
    if any(sign in output for sign in OFFLINE):
        return "this computer has no connection to where packages are fetched from. Connect it and start again."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.upper().startswith(("ERROR", "E:"))]
    return "\n".join((errors or lines)[-5:]) or "no reason was given."


def _tool(*words: str) -> int:
    os.chdir(ROOT)
    return _call([str(PYTHON), *words])


def _call(command: list[str]) -> int:
    import subprocess

    return subprocess.call(command)


def _say(sentence: str, code: int = DONE) -> int:
    print(sentence, file=sys.stderr, flush=True)
    return code


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for those who have an older one
        sys.exit(_say("RISE Desk needs Python 3.11 or newer.", USAGE))
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(_say("Stopped; the next start goes on from here.", 130))
