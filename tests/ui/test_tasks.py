"""Work on the worker thread, waiting for busy records, and letting go."""

import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from rise_desk.errors import Busy, DeskError, Invalid, Unavailable
from rise_desk.services.desk import Desk
from tests import build
from ui import tasks as tasks_module
from ui.tasks import GIVEN_UP, STOPPED, WAITING, Tasks


@pytest.fixture
def tasks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tasks]:
    monkeypatch.setattr(tasks_module, "AGAIN_MS", 10)
    made = Tasks()
    yield made
    made.close()


class Told:
    """What a task told."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[DeskError] = []

    def any(self) -> bool:
        return bool(self.done or self.failed)


class TurnsFree:
    """Busy records that become free after some tries."""

    def __init__(self, tries: int) -> None:
        self.tries, self.asked = tries, 0

    def __call__(self) -> str:
        self.asked += 1
        if self.asked <= self.tries:
            raise Busy("Another program is writing.")
        return "saved"


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot, tasks: Tasks) -> None:
    here, told = threading.get_ident(), Told()
    threads: list[int] = []

    def done(ident: object) -> None:
        told.done.append(ident)
        threads.append(threading.get_ident())

    tasks.run(threading.get_ident, done, told.failed.append)
    qtbot.waitUntil(told.any)
    assert told.done[0] != here
    assert threads == [here]
    assert not tasks.busy()


def test_many_tasks_all_come_back_in_order(qtbot: QtBot, tasks: Tasks) -> None:
    told = Told()
    for number in range(200):
        tasks.run(lambda number=number: number, told.done.append, told.failed.append)  # type: ignore[misc]  # bound early
    qtbot.waitUntil(lambda: len(told.done) == 200)
    assert told.done == list(range(200))


def test_what_is_for_the_reader_is_told_as_a_failure(qtbot: QtBot, tasks: Tasks) -> None:
    told = Told()

    def refuse() -> None:
        raise Invalid({"name": "Enter a name."})

    tasks.run(refuse, told.done.append, told.failed.append)
    qtbot.waitUntil(told.any)
    assert str(told.failed[0]) == "Enter a name."


def test_a_mistake_in_the_program_reaches_the_hook(qtbot: QtBot, tasks: Tasks) -> None:
    told = Told()
    with qtbot.captureExceptions() as caught:
        tasks.run(lambda: 1 / 0, told.done.append, told.failed.append)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not told.any()


@pytest.mark.parametrize("here", [True, False])
def test_busy_records_are_asked_again(qtbot: QtBot, tasks: Tasks, here: bool) -> None:
    told, work = Told(), TurnsFree(2)
    said: list[str] = []
    tasks.waiting.connect(said.append)
    (tasks.attempt if here else tasks.run)(work, told.done.append, told.failed.append)
    qtbot.waitUntil(told.any)
    assert told.done == ["saved"]
    assert work.asked == 3
    assert said[0] == WAITING
    qtbot.waitUntil(lambda: said[-1] == "")


@pytest.mark.parametrize("here", [True, False])
def test_after_ten_seconds_it_gives_up_in_words(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, here: bool
) -> None:
    monkeypatch.setattr(tasks_module, "PATIENCE_MS", 40)
    told = Told()
    (tasks.attempt if here else tasks.run)(TurnsFree(10_000), told.done.append, told.failed.append)
    qtbot.waitUntil(told.any)
    assert isinstance(told.failed[0], Unavailable)
    assert str(told.failed[0]) == GIVEN_UP


def test_somebody_can_stop_waiting(qtbot: QtBot, tasks: Tasks) -> None:
    told = Told()
    tasks.attempt(TurnsFree(10_000), told.done.append, told.failed.append)
    assert tasks.busy()
    tasks.cancel()
    assert str(told.failed[0]) == STOPPED
    assert not tasks.busy()


def test_other_failures_are_told_at_once(tasks: Tasks) -> None:
    told = Told()

    def refuse() -> None:
        raise Unavailable("The disk is full.")

    tasks.attempt(refuse, told.done.append, told.failed.append)
    assert str(told.failed[0]) == "The disk is full."


def test_forgotten_work_ends_and_tells_nobody(qtbot: QtBot, tasks: Tasks) -> None:
    told = Told()
    ended: list[str] = []

    def first() -> None:
        time.sleep(0.05)
        ended.append("first")

    tasks.run(first, told.done.append, told.failed.append)
    qtbot.wait(10)
    tasks.run(lambda: ended.append("second"), told.done.append, told.failed.append)
    tasks.forget()
    qtbot.wait(50)
    assert ended == ["first"]
    assert not told.any()
    assert not tasks.busy()


def test_work_with_the_records_has_a_connection_of_its_own(qtbot: QtBot, tasks: Tasks, desk: Desk) -> None:
    told = Told()
    tasks.run(lambda: build.young_person(desk).name, told.done.append, told.failed.append, desk=desk)
    qtbot.waitUntil(told.any)
    assert told.done == ["Maisie Okafor"]
