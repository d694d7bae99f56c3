"""The worker can neither hang the window nor harm it: nothing of Qt ends on its thread, and waiting is by the clock."""

import gc
import threading
import time
import weakref
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rise_desk.errors import Busy, DeskError, Unavailable
from rise_desk.services.desk import Desk
from ui import tasks as tasks_module
from ui import worker as worker_module
from ui.tasks import Tasks
from ui.worker import Sweeping, Worker, sweep


@pytest.fixture
def tasks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tasks]:
    """Tasks that let go of what does not end after a tenth of a second."""
    monkeypatch.setattr(tasks_module, "LET_GO_S", 0.1)
    made = Tasks()
    yield made
    made.close()


def _nothing(_made: object) -> None:
    """Nobody wants to know."""


class Held:
    """Work that goes on until it is let go."""

    def __init__(self) -> None:
        self.begun, self.free = Event(), Event()

    def __call__(self) -> str:
        self.begun.set()
        self.free.wait(30)
        return "done"


def test_leaving_waits_for_what_runs_by_the_clock_and_not_for_ever(qtbot: QtBot, tasks: Tasks) -> None:
    held = Held()
    told: list[object] = []
    quiet: list[str] = []
    tasks.run(held, told.append, told.append)
    assert held.begun.wait(5)
    begun = time.monotonic()
    tasks.forget()
    assert 0.09 < time.monotonic() - begun < 2
    tasks.when_quiet(lambda: quiet.append("closed"))
    assert (quiet, tasks.busy()) == ([], False)
    held.free.set()
    qtbot.waitUntil(lambda: bool(quiet))
    assert told == []


def test_where_nothing_runs_it_is_quiet_at_once(tasks: Tasks) -> None:
    quiet: list[str] = []
    tasks.when_quiet(lambda: quiet.append("closed"))
    assert quiet == ["closed"]


def test_the_end_of_the_program_tells_what_must_be_told(qtbot: QtBot, desk: Desk) -> None:
    made = Tasks()
    told: list[object] = []
    made.run(lambda: time.sleep(0.05), told.append, told.append)
    made.finish_with(lambda: "kept", told.append, told.append, desk)
    made.close()
    assert told == ["kept"]


def test_last_work_that_finds_the_records_busy_is_told_and_not_tried_again(qtbot: QtBot, desk: Desk) -> None:
    made = Tasks()
    failed: list[DeskError] = []

    def busy() -> None:
        raise Busy("Another program is using the records.")

    made.finish_with(busy, _nothing, failed.append, desk)
    made.close()
    assert [type(each) for each in failed] == [Busy]


def test_a_worker_that_never_ends_does_not_keep_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    held, worker = Held(), Worker(lambda _number: None)
    assert worker.end(0.1)
    worker.give(worker_module.Job(1, held))
    assert held.begun.wait(5)
    assert not worker.end(0.05)
    held.free.set()


def test_whatever_the_work_raises_the_worker_goes_on(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []

    def give_up() -> None:
        raise SystemExit

    with qtbot.captureExceptions() as caught:
        tasks.run(give_up, told.append, told.append)
        tasks.run(lambda: "alive", told.append, told.append)
        qtbot.waitUntil(lambda: told == ["alive"])
    assert [each[0] for each in caught] == [RuntimeError]


def test_a_window_that_is_gone_is_not_told() -> None:
    over = Event()

    def gone(number: int) -> None:
        over.set()
        raise RuntimeError("Internal C++ object already deleted.")

    worker = Worker(gone)
    worker.give(worker_module.Job(1, lambda: None))
    assert over.wait(5)
    assert worker.end(5)


def test_the_window_is_the_last_to_let_go_of_what_belongs_to_it(qtbot: QtBot, tasks: Tasks) -> None:
    """A widget that only a task still holds must not end on the worker's thread."""
    ended_on: list[int] = []

    class Owner:
        def work(self) -> str:
            return "done"

        def done(self, _made: object) -> None:
            return

    for _ in range(300):
        owner = Owner()
        weakref.finalize(owner, lambda: ended_on.append(threading.get_ident()))
        tasks.run(owner.work, owner.done, _nothing)
        del owner
    qtbot.waitUntil(lambda: len(ended_on) == 300, timeout=10_000)
    assert set(ended_on) == {threading.get_ident()}


def test_rubbish_is_collected_on_the_window_s_thread_alone(qtbot: QtBot, tasks: Tasks) -> None:
    """Widgets in a ring of references, and a worker that makes rubbish enough for a hundred collections."""
    ended_on: list[int] = []
    collected_on: set[int] = set()

    def watch(phase: str, _about: object) -> None:
        collected_on.add(threading.get_ident())

    def ring() -> None:
        widget = QWidget()
        widget.ring = widget  # type: ignore[attr-defined]  # only a collection can break it
        weakref.finalize(widget, lambda: ended_on.append(threading.get_ident()))

    tasks.run(lambda: None, _nothing, _nothing)
    for _ in range(20):
        ring()
    gc.callbacks.append(watch)
    try:
        told: list[object] = []
        tasks.run(lambda: len([[each] for each in range(200_000)]), told.append, told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
        assert collected_on <= {threading.get_ident()}
        gc.collect()
    finally:
        gc.callbacks.remove(watch)
    assert len(ended_on) == 20
    assert set(ended_on) == {threading.get_ident()}


def test_collecting_is_left_to_python_again_once_nobody_minds(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sweeping, "_wanted", 0)
    gc.enable()
    one, other = Sweeping(), Sweeping()
    one.end()
    for each in (one, one, other):
        each.begin()
    assert not gc.isenabled()
    one.end()
    assert not gc.isenabled()
    other.end()
    other.end()
    assert gc.isenabled()


def test_sweeping_collects_when_much_was_made_and_not_when_little_was(qtbot: QtBot) -> None:
    gc.disable()
    try:
        gc.collect()
        before = sum(each["collections"] for each in gc.get_stats())
        sweep()
        assert sum(each["collections"] for each in gc.get_stats()) == before
        kept = [[each] for each in range(2_000)]
        sweep()
        assert sum(each["collections"] for each in gc.get_stats()) == before + 1
        assert len(kept) == 2_000
    finally:
        gc.enable()


def test_the_window_never_hangs_while_signals_and_threads_cross(qtbot: QtBot, tasks: Tasks) -> None:
    """Widgets are made, connected and dropped here while the worker makes rubbish there."""
    told: list[object] = []
    for number in range(200):
        tasks.run(lambda number=number: [[number] for _ in range(500)], told.append, told.append)  # type: ignore[misc]  # bound early
        item = QObject()
        item.destroyed.connect(lambda *_: None)
        item.ring = item  # type: ignore[attr-defined]  # only a collection ends it
    qtbot.waitUntil(lambda: len(told) == 200, timeout=20_000)


def test_trouble_of_unavailable_records_is_told_to_whoever_asked(qtbot: QtBot, tasks: Tasks) -> None:
    failed: list[DeskError] = []

    def full() -> None:
        raise Unavailable("The disk is full.")

    tasks.run(full, _nothing, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "The disk is full."
