"""Tasks: what takes time runs on one worker thread; what finds the records busy is tried again for ten seconds."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from rise_desk.errors import Busy, DeskError, Unavailable
from rise_desk.services.desk import Desk

AGAIN_MS = 300
PATIENCE_MS = 10_000
WAITING = "Waiting for another program to finish saving"
GIVEN_UP = "Another program has been saving for more than ten seconds. Nothing was saved; try again, or tell IT."
STOPPED = "You stopped waiting for another program. Nothing was saved."

Done = Callable[[Any], object]
Failed = Callable[[DeskError], object]


@dataclass
class Task:
    """One thing to do: the work, and whom to tell how it went."""

    work: Callable[[], Any]
    done: Done
    failed: Failed
    desk: Desk | None = None
    here: bool = False
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
    while the records are busy ('' when that is over), so that a line with Cancel can be shown.
    """

    waiting = Signal(str)
    _over = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._running: dict[int, tuple[Task, Future[Any]]] = {}
        self._held_up: list[Task] = []
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._try_again)
        self._over.connect(self._ended, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any], done: Done, failed: Failed, desk: Desk | None = None) -> None:
        """Do the work on the worker thread; with a desk, it has a connection of its own to the records there."""
        self._start(Task(work=work, done=done, failed=failed, desk=desk))

    def attempt(self, work: Callable[[], Any], done: Done, failed: Failed) -> None:
        """Do something short here and now; if the records are busy, again and again for ten seconds."""
        self._do_here(Task(work=work, done=done, failed=failed, here=True))

    def cancel(self) -> None:
        """Stop waiting for the records; whoever waited is told that nothing was saved."""
        held_up, self._held_up = self._held_up, []
        self._rest()
        for task in held_up:
            task.failed(Unavailable(STOPPED))

    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._running or self._held_up)

    def forget(self) -> None:
        """Let what runs come to its end and tell nobody; what waits is dropped. The desk is about to close."""
        self._held_up = []
        self._rest()
        for task, future in reversed(tuple(self._running.values())):
            task.forgotten = True
            if not future.cancel():
                future.exception()
        self._running = {}

    def close(self) -> None:
        """End the worker thread for good."""
        self.forget()
        self._worker.shutdown()

    def _start(self, task: Task) -> None:
        future = self._worker.submit(_carry_out, task)
        self._running[id(task)] = (task, future)
        future.add_done_callback(lambda over: self._over.emit(task, over))

    def _ended(self, task: Task, future: "Future[Any]") -> None:
        if task.forgotten:
            return
        self._running.pop(id(task), None)
        failure = future.exception()
        if isinstance(failure, Busy):
            self._hold_up(task)
        elif isinstance(failure, DeskError):
            task.failed(failure)
        elif failure is not None:
            raise failure
        else:
            task.done(future.result())
        if not self._held_up:
            self._rest()

    def _do_here(self, task: Task) -> None:
        try:
            made = task.work()
        except Busy:
            self._hold_up(task)
        except DeskError as failure:
            task.failed(failure)
        else:
            task.done(made)

    def _hold_up(self, task: Task) -> None:
        if not task.patient():
            task.failed(Unavailable(GIVEN_UP))
            return
        self._held_up.append(task)
        self._again.start()
        self.waiting.emit(WAITING)

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
        self.waiting.emit("")


def _carry_out(task: Task) -> Any:
    if task.desk is None:
        return task.work()
    with task.desk.store.on_this_thread():
        return task.work()
