"""Tasks: what takes time runs on one worker thread; what finds the records busy is tried again for ten seconds."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from rise_desk.errors import Busy, DeskError, Unavailable
from rise_desk.services import presence
from rise_desk.services.desk import Desk
from rise_desk.services.presence import Holdup
from ui.worker import Job, Sweeping, Worker, wait_for

AGAIN_MS = 300
PATIENCE_MS = 10_000
LET_GO_S = 3.0
"""How long the window waits for work that was told to stop, before it goes on without it."""
END_S = 60.0
WAITING = presence.UNKNOWN.waiting
GIVEN_UP = presence.UNKNOWN.given_up
STOPPED = "You stopped waiting for another program. Nothing was saved; what you typed is kept."

Done = Callable[[Any], object]
Failed = Callable[[DeskError], object]


@dataclass
class Task:
    """One thing to do: the work, and whom to tell how it went. A `last` one is done and told of in any case."""

    work: Callable[[], Any]
    done: Done
    failed: Failed
    desk: Desk | None = None
    here: bool = False
    last: bool = False
    forgotten: bool = False
    held_up_since: QElapsedTimer | None = None

    def patient(self) -> bool:
        """Whether it may be tried again; the ten seconds begin when the records are first found busy."""
        if self.held_up_since is None:
            self.held_up_since = QElapsedTimer()
            self.held_up_since.start()
        return not self.held_up_since.hasExpired(PATIENCE_MS)


class Tasks(QObject):
    """One object for the life of the window, with one worker thread.

    `done` and `failed` are always called on the window's thread. `waiting` says, in words, what is waited for
    while the records are busy ('' when that is over), so that a line with Cancel can be shown. `holdup` knows those
    words; `at_once` keeps the window from standing still whenever it is tried again.
    """

    waiting = Signal(str)
    _over = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.holdup: Callable[[], Holdup] = lambda: presence.UNKNOWN
        self.at_once: Callable[[], AbstractContextManager[None]] = nullcontext
        self._numbers = count(1)
        self._running: dict[int, tuple[Task, Job]] = {}
        self._held_up: list[Task] = []
        self._afterwards: list[Callable[[], object]] = []
        self._said = ""
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._try_again)
        self._over.connect(self._ended, Qt.ConnectionType.QueuedConnection)
        self._worker = Worker(self._over.emit)
        self._sweeping = Sweeping(self)

    def run(self, work: Callable[[], Any], done: Done, failed: Failed, desk: Desk | None = None) -> None:
        """Do the work on the worker thread; with a desk, it has a connection of its own to the records there."""
        self._start(Task(work=work, done=done, failed=failed, desk=desk))

    def attempt(self, work: Callable[[], Any], done: Done, failed: Failed) -> None:
        """Do something short here and now; if the records are busy, again and again for ten seconds."""
        self._do_here(Task(work=work, done=done, failed=failed, here=True))

    def finish_with(self, work: Callable[[], Any], done: Done, failed: Failed, desk: Desk) -> None:
        """Do the last work at a desk that is being left: it is not forgotten, not even at the end of the program."""
        self._start(Task(work=work, done=done, failed=failed, desk=desk, last=True))

    def cancel(self) -> None:
        """Stop waiting for the records; whoever waited is told that nothing was saved."""
        held_up, self._held_up = self._held_up, []
        self._rest()
        for task in held_up:
            task.failed(Unavailable(STOPPED))

    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._held_up) or any(not task.forgotten for task, _job in self._running.values())

    def forget(self) -> None:
        """Tell nobody of what runs, and drop what waits: the desk is about to close.

        What runs has a moment to come to its end, which is usually enough; `when_quiet` knows when it has.
        """
        self._held_up = []
        self._rest()
        forgotten = [job for task, job in self._running.values() if not task.last]
        for task, _job in self._running.values():
            task.forgotten = not task.last
        for job in reversed(forgotten):
            job.drop()
        wait_for(forgotten, LET_GO_S)

    def when_quiet(self, then: Callable[[], object]) -> None:
        """Call this once nothing that was begun still runs; at once where nothing does."""
        if all(job.over.is_set() for _task, job in self._running.values()):
            then()
        else:
            self._afterwards.append(then)

    def close(self) -> None:
        """End the worker thread for good; what must be done in any case is waited for, but not for ever."""
        self.forget()
        self._worker.end(END_S)
        for number in tuple(self._running):
            self._ended(number)
        self._sweeping.end()

    def _start(self, task: Task) -> None:
        self._sweeping.begin()
        number = next(self._numbers)
        job = Job(number, lambda: _carry_out(task))
        self._running[number] = (task, job)
        self._worker.give(job)

    def _ended(self, number: int) -> None:
        task, job = self._running.pop(number, (None, None))
        if task is not None and job is not None and not task.forgotten:
            self._tell(task, job)
        if self._afterwards and not self._running:
            afterwards, self._afterwards = self._afterwards, []
            for then in afterwards:
                then()

    def _tell(self, task: Task, job: Job) -> None:
        failure = job.failure
        if isinstance(failure, Busy) and not task.last:
            self._hold_up(task)
        elif isinstance(failure, DeskError):
            task.failed(failure)
        elif isinstance(failure, Exception):
            raise failure
        elif failure is not None:  # as it stands it would end the program, and no draft would be kept
            raise RuntimeError("The work on the worker's thread tried to end the program.") from failure
        else:
            task.done(job.result)
        if not self._held_up:
            self._rest()

    def _do_here(self, task: Task) -> None:
        try:
            with self.at_once() if task.held_up_since else nullcontext():
                made = task.work()
        except Busy:
            self._hold_up(task)
        except DeskError as failure:
            task.failed(failure)
        else:
            task.done(made)

    def _hold_up(self, task: Task) -> None:
        holdup = self.holdup()
        if not task.patient():
            task.failed(Unavailable(holdup.given_up))
            return
        self._held_up.append(task)
        self._again.start()
        self._say(holdup.waiting)

    def _try_again(self) -> None:
        held_up, self._held_up = self._held_up, []
        for task in held_up:
            if task.here:
                self._do_here(task)
            else:
                self._start(task)
        if not self.busy():
            self._rest()

    def _rest(self) -> None:
        self._again.stop()
        self._say("")

    def _say(self, words: str) -> None:
        if words != self._said:
            self._said = words
            self.waiting.emit(words)


def _carry_out(task: Task) -> Any:
    if task.desk is None:
        return task.work()
    with task.desk.store.on_this_thread():
        return task.work()
