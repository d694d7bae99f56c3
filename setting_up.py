"""Setting RISE Desk up on this computer: the system's packages, and `.venv` with everything Python needs.

Only the standard library is used here.
"""

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = HOME / "set-up.txt"

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
# What the tests need to walk through the real window as a screen reader does: where it lies, and its package.
WALK = {
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/openbox": "openbox",
    "/usr/bin/dbus-daemon": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
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


def set_up() -> None:
    """Make `.venv` with everything in it, once; again when its needs, Python or its place have changed."""
    stamp = stamp_of((ROOT / "pyproject.toml").read_bytes(), sys.version_info[:2], ROOT)
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") == stamp:
        return
    say("Setting up RISE Desk in this folder. It takes about two minutes, once.")
    if sys.platform.startswith("linux"):
        _provide(missing_packages())
    _make_home()
    STAMP.write_text(stamp, "utf-8")
    say("Set up.")


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
    say(f"Installing {len(packages)} packages of the system.")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    _step("The packages of the system could not be installed", ["sh", "-c", apt_line(packages)])


def provide_walk() -> None:
    """Bring what the walk through the real window needs; where that can't be had, the walk is left out and says so."""
    packages = [package for place, package in WALK.items() if not _lies(place)]
    if not packages or not sys.platform.startswith("linux"):
        return
    try:
        _provide(packages)
    except SetUp as wrong:
        say(f"The walk through the real window is left out of these tests. {wrong}")


def _lies(pattern: str) -> bool:
    return any(Path("/").glob(pattern.lstrip("/")))


def _make_home() -> None:
    from subprocess import SubprocessError
    from venv import EnvBuilder

    own_pip = not _has("pip")
    say("Making the Python environment and fetching packages.")
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


def say(sentence: str, code: int = 0) -> int:
    """Tell the engineer something, on stderr; the exit code that goes with it."""
    print(sentence, file=sys.stderr, flush=True)
    return code
