"""Two people at one store, each in a program of their own: nothing typed is lost, and nobody waits in the dark."""

import platform
import signal
import subprocess
import sys
import time

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rise_desk.domain.person import Person
from rise_desk.services import casework, overview, signing_in, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.build import PASSWORD
from tests.ui.files import maisie, open_form, type_in, words_of
from tests.ui.other_program import HOLD, ROOT, Pulse, another
from tests.ui.screen import show
from ui import tasks as tasks_module
from ui.case_page import CasePage
from ui.conflict import ConflictDialog
from ui.desk import ScreenDesk
from ui.person_form import PersonForm
from ui.status_line import StatusLine

pytestmark = pytest.mark.usefixtures("answer")
STILL_MS = 1_000
"""A window that stood still for longer than this felt frozen, even on a busy computer."""

TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from rise_desk.domain.record import Id
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from tests.build import PASSWORD
from ui import program
from ui.note_form import NoteForm
app = program.application()
folder = Path(sys.argv[1])
held = program.Program(app, folder, Clock())
held.sit(signing_in.sign_in(folder, "Amir Khan", PASSWORD, Clock(), busy_ms=250))
held.window.forms.note(Id(int(sys.argv[2])))
form = held.window.findChild(NoteForm)
text = form.panel.rows["text"].editor.field_widget()
text.setFocus()
count = 0
def key():
    global count
    QTest.keyClicks(text, "abcdefghi ")
    count += 10
    print(count, time.time(), flush=True)
timer = QTimer(interval=100)
timer.timeout.connect(key)
timer.start()
app.exec()
"""


@pytest.fixture
def person(desk: Desk) -> Person:
    """A file that both work in; Amir Khan may sign in too."""
    signing_in.leave(build.colleague(desk, "Amir Khan"))
    return maisie(desk)


@pytest.mark.timeout(180)
def test_what_was_typed_three_seconds_before_a_kill_is_offered_back(desk: Desk, person: Person) -> None:
    folder = desk.store.folder.path
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(folder), str(person.id)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        typed = [program.stdout.readline().split() for _ in range(70)]
        program.send_signal(signal.SIGKILL)
        killed = time.time()
        typed += [line.split() for line in program.stdout.readlines() if line.endswith("\n")]
    assert program.returncode == -signal.SIGKILL
    due = max(int(count) for count, at in typed if float(at) < killed - 3)
    again = signing_in.sign_in(folder, "Amir Khan", PASSWORD, Clock())
    (draft,) = unfinished.mine(again)
    assert draft.subject == person.id
    kept = draft.typed["panel"]["text"]
    signing_in.leave(again)
    assert due >= 300, "too little was typed for the test to say anything"
    assert len(kept) >= due
    assert kept == ("abcdefghi " * (len(kept) // 10 + 1))[: len(kept)]


@pytest.mark.timeout(120)
def test_another_program_s_change_is_on_the_page_within_three_seconds(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    page = CasePage(screen, person.id)
    show(qtbot, page, 1160, 680)
    change = 'casework.save(desk, person.changed(known_as="Called Theirs")); print(time.time(), flush=True)'
    source = "print('here', flush=True); time.sleep(1)\n" + change
    with another(source, screen.at, "Amir Khan", person.id) as program:
        qtbot.waitUntil(lambda: "Called Theirs" in words_of(page), timeout=20_000)
        shown = time.time()
        assert program.stdout is not None
        saved = float(program.stdout.readline())
    assert shown - saved < 3


@pytest.mark.timeout(120)
def test_a_busy_store_is_waited_for_in_words_and_without_standing_still(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    screen.at.store.vault.timeout = 0.25
    screen.at.store.vault.sql("PRAGMA busy_timeout = 250")
    status = StatusLine(screen)
    show(qtbot, status, 1000, 40)
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, known_as="Mine")
    said: list[str] = []
    screen.tasks.waiting.connect(said.append)
    with another(HOLD, screen.at, "Amir Khan", person.id, 3) as program:
        pulse = Pulse()
        form.save()
        with qtbot.waitSignal(form.saved, timeout=30_000):
            pass
        assert program.stdout is not None
        assert program.stdout.readline() == "free\n"
    pc = platform.node()
    waited = f"Amir Khan ({pc}) is importing notes.csv. Waiting for it to finish."
    assert said[0] == waited
    assert form.busy.text.text() == waited
    assert said[-1] == ""
    assert overview.person(screen.at, person.id).known_as == "Mine"
    assert pulse.longest < STILL_MS


@pytest.mark.timeout(120)
def test_after_ten_seconds_it_is_said_whom_to_ask_and_the_draft_follows_when_it_can(
    qtbot: QtBot, screen: ScreenDesk, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks_module, "PATIENCE_MS", 700)
    screen.at.store.vault.timeout = 0.25
    screen.at.store.vault.sql("PRAGMA busy_timeout = 250")
    form = open_form(qtbot, PersonForm(screen, person))
    with another(HOLD, screen.at, "Amir Khan", person.id, 4):
        pulse = Pulse()
        type_in(form, background="Typed while the store was busy.")
        form.save()
        qtbot.waitUntil(lambda: bool(form.summary.links), timeout=10_000)
        text = form.summary.links["form"].text()  # type: ignore[attr-defined]  # a label
        assert "is importing notes.csv. Nothing was saved; what you typed is kept. Ask Amir Khan" in text
        assert unfinished.mine(screen.at) == []
        qtbot.waitUntil(lambda: bool(unfinished.mine(screen.at)), timeout=20_000)
        assert pulse.longest < STILL_MS
    assert unfinished.mine(screen.at)[0].typed["panel"] == {"background": "Typed while the store was busy."}


@pytest.mark.timeout(120)
def test_a_desk_that_is_locked_while_the_store_is_busy_loses_nothing(
    qtbot: QtBot, qapp: QApplication, clock: Clock, desk: Desk, person: Person
) -> None:
    folder = desk.store.folder.path
    screen = ScreenDesk(clock)
    screen.sit(signing_in.sign_in(folder, "Lena Osei", PASSWORD, clock, busy_ms=250))
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, background="Typed just before.")
    with another(HOLD, desk, "Amir Khan", person.id, 3):
        begun = time.monotonic()
        screen.leave("locked")
        assert time.monotonic() - begun < 2
        assert screen.desk is None
        assert unfinished.mine(desk) == []
        screen.tasks.close()
    (draft,) = unfinished.mine(desk)
    assert draft.typed["panel"] == {"background": "Typed just before."}
    assert desk.store.vault.sql("SELECT deed FROM audit ORDER BY seq DESC LIMIT 1") == [("locked",)]


@pytest.mark.timeout(120)
def test_the_second_of_two_programs_sees_both_versions_and_loses_neither(
    qtbot: QtBot, screen: ScreenDesk, person: Person
) -> None:
    form = open_form(qtbot, PersonForm(screen, person))
    type_in(form, known_as="Mine", background="What I wrote.")
    theirs = 'person.changed(known_as="Theirs", background="What they wrote.")'
    source = f'casework.save(desk, {theirs}); print("saved", flush=True)'
    with another(source, screen.at, "Amir Khan", person.id):
        pass
    form.save()
    form.dispute.show_button.click()
    dialog = form.findChild(ConflictDialog)
    assert dialog is not None
    told = "\n".join(each.text() for each in dialog.findChildren(QLabel))
    for words in ("Amir Khan", "Maz", "Theirs", "Mine", "What they wrote.", "What I wrote."):
        assert words in told
    dialog.go_on_button.click()
    with qtbot.waitSignal(form.saved):
        form.save()
    now = overview.person(screen.at, person.id)
    before = overview.earlier_states(screen.at, now)
    assert (now.known_as, now.background) == ("Mine", "What they wrote.\n\nWhat I wrote.")
    assert [each.known_as for each in before if isinstance(each, Person)] == ["Maz", "Theirs"]
    assert casework.save(screen.at, now.changed(known_as="Both")).version == 4
