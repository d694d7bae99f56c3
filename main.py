"""Starts RISE Desk: the window, or one verb of the command line."""

import gc
import io
import os
import sys
from pathlib import Path

from rise_desk.services.clock import Clock

SEARCHED_AFTER = (100_000, 10, 10)
"""How much is made before Python searches it for waste: loading makes what stays, and searching it was an eighth."""


def _window(data: Path, clock: Clock, name: str) -> int:
    from ui.app import open_window

    return open_window(data, clock, name)


def _tour(folder: Path, clock: Clock) -> list[Path]:
    from ui.tour import tour

    return tour(folder, clock)


def main() -> int:
    """Run what the command line says; the exit code."""
    gc.set_threshold(*SEARCHED_AFTER)
    from rise_desk import cli

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.run(sys.argv[1:], _window, _tour)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the answer had enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
