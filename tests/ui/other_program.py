"""A second, real program at the same store, for the tests of two people at work."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer

from rise_desk.services.desk import Desk

ROOT = Path(__file__).parents[2]
OPENING = """
import sys, time
from pathlib import Path
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.services import casework, presence, signing_in, unfinished
from rise_desk.services.clock import Clock
from rise_desk.domain import moments
from tests import build
now = moments.earliest(moments.Moment(sys.argv[3]))
desk = signing_in.sign_in(Path(sys.argv[1]), sys.argv[2], build.PASSWORD, Clock(now))
person = desk.store.get(Person, Id(int(sys.argv[4])))
"""
HOLD = """
with presence.doing(desk, "importing notes.csv"), desk.store.vault.atomic():
    desk.store.vault.sql("UPDATE setting SET value = value")
    print("held", flush=True)
    time.sleep(float(sys.argv[5]))
print("free", flush=True)
"""


@contextmanager
def another(source: str, desk: Desk, name: str, *words: object) -> Iterator["subprocess.Popen[str]"]:
    """The other program, which has said its first word; it is ended with the block."""
    told = [str(desk.store.folder.path), name, str(desk.now().isoformat(timespec="minutes")), *map(str, words)]
    with subprocess.Popen(
        [sys.executable, "-c", OPENING + source, *told], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout is not None
            first = program.stdout.readline()
            assert first, "the other program did not come up"
            yield program
        finally:
            program.kill()


class Pulse:
    """Beats on the window's thread; how long the window ever stood still, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._since.start()
        self.timer = QTimer(interval=10)
        self.timer.timeout.connect(self._beat)
        self.timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.restart())


def now() -> float:
    """The time that two programs on one computer share."""
    return time.time()
