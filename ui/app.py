"""Opens the window, or says in one sentence what this computer lacks for it. Qt is only imported once that is known."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rise_desk.errors import SetUp
from rise_desk.services.clock import Clock

NO_DISPLAY = (
    "There is no display to open a window on. Sign in at a desktop, or use the command line: "
    "`python main.py --help` shows how."
)
PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0"
)
WINDOW_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0",
)
"""Without these Qt ends the process instead of raising anything, so they are looked for first."""

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(data: Path, clock: Clock, name: str) -> int:
    """Open the desk on the records in this folder; the exit code, once the window is closed.

    Raises `SetUp` where there is no screen, or a library of the system is missing.
    """
    check_screen(os.environ, sys.platform)
    load_services()
    with explained():
        from ui.program import run
    return run(data, clock, name)


def load_services() -> None:
    """Load what the first list needs of the services before Qt, which reads the source of all that is loaded later."""
    from rise_desk.domain import hours  # noqa: F401 - loaded here, used by the screens
    from rise_desk.services import (  # noqa: F401 - as above
        accounts,
        backups,
        drawings,
        overview,
        unfinished,
        upkeep,
        whereabouts,
    )
    from rise_desk.services.demo import demonstration  # noqa: F401 - as above


def check_screen(environment: Mapping[str, str], platform: str) -> None:
    """Raise `SetUp` where Qt would end the process for want of a screen, or of a library to reach it."""
    if not platform.startswith("linux"):
        return
    if not any(environment.get(each) for each in SCREENS):
        raise SetUp(NO_DISPLAY)
    if environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return
    missing = first_missing(WINDOW_LIBRARIES)
    if missing:
        raise missing_library(missing)
    if not display_answers():
        raise SetUp(NO_DISPLAY)


def first_missing(libraries: Iterable[str]) -> str:
    """The first of these libraries that can't be loaded; '' where all can."""
    import ctypes

    for each in libraries:
        try:
            ctypes.CDLL(each)
        except OSError:
            return each
    return ""


def display_answers() -> bool:
    """Whether the screen that the environment names can be reached."""
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def missing_library(name: str) -> SetUp:
    """The sentence that names a missing library and the one line that brings it."""
    return SetUp(
        f"A system library is missing ({name}). Install it with: apt-get install -y --no-install-recommends {PACKAGES}"
    )


@contextmanager
def explained() -> Iterator[None]:
    """Say which library of the system is missing where an import inside needs one that is not there."""
    try:
        yield
    except ImportError as missing:
        found = re.search(r"lib[\w.+-]+\.so[\w.]*", str(missing))
        if found is None:
            raise
        raise missing_library(found[0]) from missing
