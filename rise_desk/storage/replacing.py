"""Putting restored records into the place of those there are, so that a kill at any moment leaves one or the other.

What shall come in is laid ready in a folder beside the records. Renaming that folder is the one moment that decides;
from then on whoever looks at the records first brings the rest to its end.
"""

import shutil
from pathlib import Path

from rise_desk.places import DataFolder
from rise_desk.storage import anchor
from rise_desk.storage.faults import faults
from rise_desk.storage.files import one_at_a_time, sync_file, sync_folder, write_whole

DECIDED = ".restored"
OLD = "replaced"
ASIDE = "aside"
"""Beside what comes in: the name under which what it replaces is to be kept whole, where no copy could be made."""
BESIDE_KEYS = (".1", ".2", "")
BESIDE_VAULT = ("-wal", "-shm", "-journal", "")


def replace(ready: DataFolder, folder: DataFolder, aside: str = "") -> None:
    """Let what lies ready take the place of the records in this folder, for good.

    `aside`: keep what was there under this name; else it goes, for there is a copy of it.
    """
    with faults():
        if aside:
            write_whole(ready.path / ASIDE, aside.encode())
        for each in (ready.vault, ready.keys):
            sync_file(each)
        sync_folder(ready.path)
        ready.path.rename(folder.path / DECIDED)
        sync_folder(folder.path)
    finish(folder)


def finish(folder: DataFolder) -> None:
    """Bring to its end what was decided and cut short; where there is nothing of the kind, nothing is done."""
    came = DataFolder(folder.path / DECIDED)
    if not came.path.exists():
        return
    with faults(), one_at_a_time(folder.path / f"{folder.vault.name}.restore"):
        if came.path.exists():
            _let_in(came, folder)


def _let_in(came: DataFolder, folder: DataFolder) -> None:
    """Each step may be the last of this program; the next one goes on from there."""
    old = came.path / OLD
    for new, place, beside in ((came.keys, folder.keys, BESIDE_KEYS), (came.vault, folder.vault, BESIDE_VAULT)):
        if new.exists():
            for suffix in beside:
                _put_by(place.with_name(place.name + suffix), old)
            new.replace(place)
    sync_folder(folder.path)
    last = anchor.read(came.anchors)
    if last is not None:
        anchor.accept(folder.anchors, last)
    aside = came.path / ASIDE
    if aside.exists() and old.exists():
        old.rename(folder.path / aside.read_text())
    shutil.rmtree(came.path)
    sync_folder(folder.path)


def _put_by(file: Path, old: Path) -> None:
    if file.exists():
        old.mkdir(mode=0o700, exist_ok=True)
        file.replace(old / file.name)
