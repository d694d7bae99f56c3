"""The worker: one thread that does one piece of work after the other, and can neither hang the window nor harm it.

By construction: the window waits for it only by the clock; it never lets go of the last of anything, so that no
widget ends on its thread; and rubbish is collected on the window's thread alone (`Sweeping`).
"""

import gc
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Any, Self

from PySide6.QtCore import QObject, QTimer

SWEEP_MS = 1000


class Job:
    """One piece of work and what came of it; `over` is set once it was done, or was dropped before it began."""

    def __init__(self, number: int, work: Callable[[], Any]) -> None:
        self.number, self._work = number, work
        self.over = Event()
        self.result: Any = None
        self.failure: BaseException | None = None
        self._taken = Lock()

    def carry_out(self) -> None:
        """Do it, unless it was dropped; whatever it raises is kept for the window."""
        if self._taken.acquire(blocking=False):
            with self:
                self.result = self._work()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.failure = failure
        self.over.set()
        return True

    def drop(self) -> None:
        """Leave it undone, if nobody has begun it."""
        if self._taken.acquire(blocking=False):
            self.over.set()


class Worker:
    """Does jobs in order on a thread of its own; `told` is called there with the number of each that is over."""

    def __init__(self, told: Callable[[int], object]) -> None:
        self._told = told
        self._inbox: SimpleQueue[Job | None] = SimpleQueue()
        self._thread: Thread | None = None

    def give(self, job: Job) -> None:
        """Have this done after everything given before; whoever gives it keeps it until `told` names it."""
        if self._thread is None:
            self._thread = Thread(target=_work_off, args=(self._inbox, self._told), name="desk", daemon=True)
            self._thread.start()
        self._inbox.put(job)

    def end(self, seconds: float) -> bool:
        """Let it come to an end; False where it has not after so long."""
        thread, self._thread = self._thread, None
        if thread is None:
            return True
        self._inbox.put(None)
        thread.join(seconds)
        return not thread.is_alive()


def wait_for(jobs: "list[Job]", seconds: float) -> bool:
    """Whether all of these are over within so many seconds."""
    until = monotonic() + seconds
    return all(each.over.wait(max(until - monotonic(), 0)) for each in jobs)


def _work_off(inbox: "SimpleQueue[Job | None]", told: Callable[[int], object]) -> None:
    while (job := inbox.get()) is not None:
        number = job.number
        job.carry_out()
        del job  # before it is told of, so that the window is the last to let go of it
        with suppress(RuntimeError):  # the window is gone already
            told(number)


class Sweeping(QObject):
    """Collects rubbish on the window's thread, by timer, and keeps every other thread from doing so.

    Python collects wherever it happens to be; a widget that ends on the worker's thread can crash or hang Qt.
    """

    _wanted = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self, interval=SWEEP_MS)
        self.timer.timeout.connect(sweep)
        self._on = False

    def begin(self) -> None:
        """From now on rubbish is collected here alone."""
        if not self._on:
            self._on = True
            Sweeping._wanted += 1
            gc.disable()
            self.timer.start()

    def end(self) -> None:
        """Leave it to Python again, once nobody else wants it otherwise."""
        if self._on:
            self._on = False
            self.timer.stop()
            Sweeping._wanted -= 1
            if not Sweeping._wanted:
                gc.enable()


def sweep() -> None:
    """Collect as much as Python would have by now, and nothing where little was made."""
    due = [age for age, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > most]
    if due:
        gc.collect(due[-1])
