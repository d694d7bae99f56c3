"""Restoring and backing up while programs are killed: whatever happens, records open, and a backup is whole or none."""

import subprocess
import sys
from pathlib import Path

import pytest

from rise_desk.domain.record import plain
from rise_desk.services import backups, signing_in
from rise_desk.services.backups import Taken
from rise_desk.services.clock import Clock
from rise_desk.storage import backup
from tests.build import PASSWORD
from tests.services.restored import LENA, ROOT, held, restored

KILLED = """
import os, signal, sys
from pathlib import Path
from rise_desk.services import restoring
from rise_desk.services.clock import Clock
from rise_desk.storage import {module}
real = {module}.{name}
def killing(*args, **kwargs):
    if {after}: real(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
{target}.{name} = killing
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), "Lena Osei", sys.argv[3], Clock())
"""
STEPS = [
    ("backup", "make", "backup", False),
    ("backup", "make", "backup", True),
    ("database", "hold_alone", "restoring", True),
    ("files", "sync_file", "restoring", True),
    ("files", "sync_folder", "restoring", True),
    ("keyfile", "write", "keyfile", False),
    ("keyfile", "write", "keyfile", True),
]


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with a signal")
@pytest.mark.parametrize(("module", "name", "target", "after"), STEPS)
def test_killed_at_any_step_it_opens_as_the_old_or_the_new(
    taken: Taken, folder: Path, clock: Clock, module: str, name: str, target: str, after: bool
) -> None:
    old, _ = held(folder, clock)
    source = KILLED.format(module=module, name=name, target=target, after=after)
    words = [sys.executable, "-c", source, str(taken.copy.path), str(folder), PASSWORD]
    killed = subprocess.run(words, cwd=ROOT, check=False, capture_output=True)
    assert killed.returncode == -9, killed.stderr
    desk = signing_in.sign_in(folder, LENA, PASSWORD, clock)
    assert desk.store.missing == ""
    now = [plain(each) for each in desk.store.everything()]
    assert now in (old, old[:1] + [each for each in old if each in now and each not in old[:1]])
    assert len(now) in (2, 3)
    signing_in.leave(desk)
    restored(taken.copy.path, folder, clock)
    assert (len(held(folder, clock)[0]), held(folder, clock)[1]) == (2, [])


SAVING = """
import sys
from pathlib import Path
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from tests import build
desk = signing_in.sign_in(Path(sys.argv[1]), "Lena Osei", build.PASSWORD, Clock())
person = desk.store.everything()[0]
while True: print(build.note(desk, person.id, happened_at="2026-11-01").id, flush=True)
"""


def test_the_drill_killed_while_saving_backed_up_restored_and_equal(
    taken: Taken, folder: Path, clock: Clock, tmp_path: Path
) -> None:
    words = [sys.executable, "-c", SAVING, str(folder)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as saving:
        assert saving.stdout is not None
        confirmed = [saving.stdout.readline().strip() for _ in range(20)]
        saving.kill()
    desk = signing_in.sign_in(folder, LENA, PASSWORD, clock)
    lived = [plain(each) for each in desk.store.everything()]
    made = backups.take_into(desk, tmp_path / "backups")
    signing_in.leave(desk)
    assert {each for each in confirmed if each} <= {str(each["id"]) for each in lived}
    restored(made.copy.path, tmp_path / "drill", clock)
    assert held(tmp_path / "drill", clock) == (lived, [])


def test_a_killed_backup_leaves_nothing_for_the_next(taken: Taken, folder: Path, clock: Clock) -> None:
    source = """
import os, signal, sys
from pathlib import Path
from rise_desk.services import backups, signing_in
from rise_desk.services.clock import Clock
from rise_desk.storage import database
from tests import build
database._prove = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
desk = signing_in.sign_in(Path(sys.argv[1]), "Lena Osei", build.PASSWORD, Clock())
backups.take(desk)
"""
    subprocess.run([sys.executable, "-c", source, str(folder)], cwd=ROOT, check=False, capture_output=True)
    left = [each.name for each in (folder / "backups").iterdir()]
    assert any(each.endswith(".part") for each in left)
    desk = signing_in.sign_in(folder, LENA, PASSWORD, clock)
    backups.take(desk)
    assert [each.path.name for each in backup.found(folder / "backups")]
    assert not list((folder / "backups").glob("*.part*"))
    signing_in.leave(desk)
