"""A program that is killed amid the first minute of an episode: what was typed is offered back, and means the same."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rise_desk.domain import lately
from rise_desk.services import signing_in, unfinished
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from tests import build
from tests.build import PASSWORD
from tests.ui.files import maisie
from tests.ui.other_program import ROOT
from tests.ui.screen import show
from ui.desk import ScreenDesk
from ui.missing_quick import QuickMissing
from ui.resuming import window_of
from ui.widgets.lately_field import LatelyField

pytestmark = pytest.mark.usefixtures("dropped")
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
from ui.missing_quick import QuickMissing
app = program.application()
folder = Path(sys.argv[1])
held = program.Program(app, folder, Clock())
held.sit(signing_in.sign_in(folder, "Amir Khan", PASSWORD, Clock(), busy_ms=250))
held.window.forms.missing(Id(int(sys.argv[2])))
form = held.window.findChild(QuickMissing)
line = form.panel.rows["last_seen_at"].editor.field_widget()
line.setFocus()
QTest.keyClicks(line, "2140")
timer = QTimer(interval=50)
timer.timeout.connect(lambda: form.drafting.draft and print("kept", flush=True))
timer.start()
app.exec()
"""


@pytest.mark.timeout(120)
def test_a_time_that_was_typed_before_a_kill_is_the_same_evening_the_next_day(
    qtbot: QtBot, qapp: QApplication, desk: Desk
) -> None:
    person = maisie(desk)
    signing_in.leave(build.colleague(desk, "Amir Khan"))
    folder, typed_at = desk.store.folder.path, datetime.now(UTC)
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(folder), str(person.id)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "kept\n"
        program.send_signal(signal.SIGKILL)
    tomorrow = Clock(typed_at + timedelta(days=1))
    screen = ScreenDesk(tomorrow)
    screen.sit(signing_in.sign_in(folder, "Amir Khan", PASSWORD, tomorrow))
    (draft,) = unfinished.mine(screen.at)
    form = window_of(screen, draft)
    assert isinstance(form, QuickMissing)
    show(qtbot, form, 860, 560)
    field = form.panel.rows["last_seen_at"].widget
    assert isinstance(field, LatelyField)
    assert form.child.value() == person.id
    assert field.value() == lately.read("2140", now=typed_at, called="Last seen at")
    form.panel.settle()
    form.reject()
    screen.leave()
    screen.tasks.close()
