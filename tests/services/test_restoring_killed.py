"""Restoring and backing up while programs are killed: whatever happens, records open, and a backup is whole or none."""

import shutil
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

SWEEP = """
import os, shutil, signal, sys
from pathlib import Path
from rise_desk.domain.record import plain
from rise_desk.services import restoring, signing_in
from rise_desk.services.clock import Clock

file, kept, place, password = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
TOUCHES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.copyfile", "shutil.rmtree")

def restore(before):
    left = iter(range(before))
    def watch(event, about):
        if event in TOUCHES and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(watch)
    restoring.restore(file, place, "Lena Osei", password, Clock())
    os._exit(0)

def opened():
    desk = signing_in.sign_in(place, "Lena Osei", password, Clock())
    try:
        left = [each for each in os.listdir(place) if each == ".restored"]
        return len(desk.store.everything()), desk.store.missing, left
    finally:
        signing_in.leave(desk)

for before in range(200):
    shutil.rmtree(place, ignore_errors=True)
    if kept.exists():
        shutil.copytree(kept, place)
    child = os.fork()
    if not child:
        restore(before)
    killed = os.waitpid(child, 0)[1]
    there = (place / "desk.vault").exists() or (place / ".restored").exists()
    print(killed, *(opened() if there else ("none", "", [])), sep="|", flush=True)
    if not killed:
        break
"""
"""Restores again and again, killed before the first thing done to the disk, before the second, and so to the end."""


def _sweep(taken: Taken, kept: Path, place: Path) -> list[list[str]]:
    words = [sys.executable, "-c", SWEEP, str(taken.copy.path), str(kept), str(place), PASSWORD]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    return [each.split("|") for each in done.stdout.splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with a signal")
def test_killed_at_any_step_it_opens_as_the_old_or_as_the_new(taken: Taken, folder: Path, tmp_path: Path) -> None:
    found = _sweep(taken, folder, tmp_path / "place")
    assert len(found) > 25
    assert [killed for killed, *_ in found] == ["9"] * (len(found) - 1) + ["0"]
    held_then = [records for _, records, *_ in found]
    turn = held_then.index("2")
    assert held_then == ["3"] * turn + ["2"] * (len(found) - turn)
    assert turn < len(found) - 10
    assert all((missing, left) == ("", "[]") for *_, missing, left in found)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with a signal")
def test_killed_over_records_that_cannot_be_read_none_of_them_is_lost(
    taken: Taken, folder: Path, tmp_path: Path
) -> None:
    spoilt = b"\x01" * (folder / "desk.vault").stat().st_size
    (folder / "desk.vault").write_bytes(spoilt)
    place = tmp_path / "place"
    shutil.copytree(folder, place)
    source = SWEEP.replace("opened() if there", "whole() if there").replace(
        "for before in", f"{WHOLE}\nfor before in", 1
    )
    words = [sys.executable, "-c", source, str(taken.copy.path), str(folder), str(place), PASSWORD]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    assert {each.split("|")[1] for each in done.stdout.splitlines()} == {"whole"}


WHOLE = """
def whole():
    from rise_desk.places import DataFolder
    from rise_desk.storage import replacing
    replacing.finish(DataFolder(place))
    lie = [each for each in place.rglob("desk.vault") if each.read_bytes() == (kept / "desk.vault").read_bytes()]
    restored = (place / "desk.vault") not in lie
    if restored:
        opened()
    return ("whole" if len(lie) == 1 else f"{len(lie)} of them",)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with a signal")
def test_killed_in_a_new_folder_there_is_all_of_it_or_nothing(taken: Taken, tmp_path: Path) -> None:
    found = _sweep(taken, tmp_path / "none", tmp_path / "place")
    held_then = [records for _, records, *_ in found]
    turn = held_then.index("2")
    assert held_then == ["none"] * turn + ["2"] * (len(found) - turn)
    assert 2 < turn < len(found) - 5


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
    assert not list((folder / "backups").glob("unfinished*"))
    signing_in.leave(desk)
