"""Unpacking: a backup is looked at in a copy beside the records, so that looking never changes the backup itself."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.errors import Damaged, TooNew, Unavailable, WrongKey
from rise_desk.places import DataFolder
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, backup, keyfile, keys, migrations, vault_file
from rise_desk.storage.backup import Copy
from rise_desk.storage.database import close_vault, key_of, open_vault
from rise_desk.storage.faults import faults
from rise_desk.storage.files import PRIVATE
from rise_desk.storage.keyfile import KeyFile
from rise_desk.storage.store import Store

CORNER = ".looking-"
UNCHANGED = "Nothing was changed."
NOT_ONE = f"This file is not a backup of RISE Desk, or it is damaged. {UNCHANGED}"


def look(file: Path) -> None:
    """Say at once what can't be a backup, before anything is copied."""
    beside = backup.keys_beside(file)
    with faults("the backup"):
        if not file.is_file():
            raise Unavailable(f"The backup can't be found: {file.name} is not there. {UNCHANGED}")
        if not vault_file.could_be(file):
            raise Damaged(NOT_ONE)
        if not beside.is_file():
            raise Unavailable(f"The key file of this backup can't be found: {beside.name} is not there. {UNCHANGED}")


def key_file(path: Path) -> KeyFile:
    """The key file beside a backup."""
    try:
        return keyfile.read(path, weakest=keys.TEST)
    except Damaged:
        raise Damaged(f"The key file of this backup is damaged. {UNCHANGED}") from None


@contextmanager
def unpacked(file: Path, beside: Path) -> Iterator[DataFolder]:
    """A copy of a backup and its key file in a corner of the data folder, for as long as it is looked at."""
    look(file)
    new = not beside.exists()
    try:
        with faults("the data folder"):
            beside.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sweep(beside)
            corner = DataFolder(Path(tempfile.mkdtemp(prefix=CORNER, dir=beside)))
        try:
            with faults("the copy of the backup"):
                for source, target in ((file, corner.vault), (backup.keys_beside(file), corner.keys)):
                    shutil.copyfile(source, target)
                    target.chmod(PRIVATE)
            yield corner
        finally:
            shutil.rmtree(corner.path, ignore_errors=True)
    finally:
        if new:
            with suppress(OSError):  # where something was restored it is no longer empty
                beside.rmdir()


def _sweep(beside: Path) -> None:
    """Take away the corners of programs that were killed."""
    for each in beside.glob(f"{CORNER}*"):
        shutil.rmtree(each, ignore_errors=True)


@contextmanager
def opened(corner: DataFolder, data_key: bytes) -> Iterator[Store]:
    """An unpacked backup as a store to look at; `TooNew`, or `Damaged` for a file that is none."""
    try:
        vault = open_vault(corner.vault, data_key, key_proved=True)
    except (Damaged, WrongKey):
        raise Damaged(NOT_ONE) from None
    try:
        if migrations.schema(vault) > len(migrations.STEPS):
            raise TooNew(f"A newer RISE Desk made this backup. Update RISE Desk on this computer. {UNCHANGED}")
        yield Store(corner, vault)
    finally:
        close_vault(vault)


def demand_sound(store: Store) -> None:
    """`Damaged` unless every page and every audit row of an unpacked backup is as it was written."""
    found = store.damage()
    if found:
        raise Damaged(f"This backup is damaged ({found[0]}). {UNCHANGED}")


def check(desk: Desk, copy: Copy) -> str:
    """Open a backup and look whether it is sound and what its name says, in a sentence."""
    desk.demand(Deed.CHECK)
    when, data_key = moments.shown(moments.minute(copy.at)), key_of(desk.store.vault)
    with unpacked(copy.path, desk.store.folder.path) as corner:
        if key_file(corner.keys).check != keys.key_check(data_key):
            raise Damaged(f"The key file of the backup of {when} is another’s: nobody could open it with that.")
        with opened(corner, data_key) as store:
            demand_sound(store)
            extent = backup.extent(store.vault)
    if (extent.seq, extent.records) != (copy.entries, copy.records):
        raise Damaged(f"The backup of {when} is not what its name says. Don’t rely on it; make another.")
    desk.note(Deed.CHECK, reason=copy.path.name)
    records = f"{copy.records:,} record{'' if copy.records == 1 else 's'}"
    known = audit.hash_at(desk.store.vault, extent.seq) == extent.hash
    of = "" if known else " It is of records that were given up by a restore since."
    return f"The backup of {when} is sound: {records} and {copy.entries:,} audit entries, as its name says.{of}"
