"""A private display with a window manager, and a private bus for screen readers: a desk that nobody sits at."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SYSTEM_PYTHON = "/usr/bin/python3"
PACKAGES = "xvfb openbox at-spi2-core python3-gi gir1.2-atspi-2.0"
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", SYSTEM_PYTHON)
READER = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
MISSING = f"the walk needs a bench: apt-get install -y --no-install-recommends {PACKAGES}"
SIZE = "1366x768x24"
"""The smallest screen that the desk must work on."""


def is_missing() -> bool:
    """Whether this computer lacks something of the bench."""
    if not sys.platform.startswith("linux") or not all(shutil.which(each) for each in PROGRAMS):
        return True
    return subprocess.run([SYSTEM_PYTHON, "-c", READER], capture_output=True, check=False).returncode != 0


@contextmanager
def laid(folder: Path) -> Iterator[dict[str, str]]:
    """Lay the bench, with what it writes in this folder; gives the environment that programs at it need."""
    home, runtime = folder / "home", folder / "run"
    for each in (home, runtime):
        each.mkdir(mode=0o700)
    env = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    env |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}
    env |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "GIO_USE_VFS": "local", "GSETTINGS_BACKEND": "memory"}
    with ExitStack() as open_:
        number = open_.enter_context(
            _telling(["Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"], env)
        )
        env |= {"DISPLAY": f":{number}"}
        bus = open_.enter_context(_telling(["dbus-daemon", "--session", "--nofork", "--print-address=1"], env))
        env |= {"DBUS_SESSION_BUS_ADDRESS": bus}
        open_.enter_context(running(["openbox", "--sm-disable"], env))
        yield env


@contextmanager
def running(words: list[str], env: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """Run a program for a while; it is ended at the end, whatever happened."""
    program = subprocess.Popen(words, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    with program:
        try:
            yield program
        finally:
            program.terminate()
            try:
                program.wait(timeout=10)
            except subprocess.TimeoutExpired:
                program.kill()


@contextmanager
def _telling(words: list[str], env: dict[str, str]) -> Iterator[str]:
    """Run a program that says first where it can be reached."""
    with running(words, env) as program:
        assert program.stdout is not None
        yield program.stdout.readline().strip()


def walked(route: str, env: dict[str, str], *said: str) -> dict[str, Any]:
    """Start the desk with these words on its command line, walk this route, and give what was met on it."""
    with running([sys.executable, str(ROOT / "main.py"), *said], env):
        walker = [SYSTEM_PYTHON, "-B", str(HERE / "walker.py"), route]
        done = subprocess.run(walker, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    met: dict[str, Any] = json.loads(done.stdout)
    return met
