"""Restoring a backup: proved first, what is there kept in a copy, and only then put into its place.

The backup itself is never opened where it lies: it is unpacked into a corner of the data folder, judged there, and
moved from there in one step.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rise_desk import places
from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.staff import Standing
from rise_desk.errors import Busy, Damaged, NotAllowed, TooNew, Unavailable, WrongKey
from rise_desk.places import DataFolder
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from rise_desk.storage import accounts, anchor, attempts, audit, backup, keyfile, keys, migrations, vault_file
from rise_desk.storage.anchor import Anchor
from rise_desk.storage.database import Vault, close_vault, hold_alone, open_vault
from rise_desk.storage.faults import faults
from rise_desk.storage.files import sync_file, sync_folder
from rise_desk.storage.keyfile import KeyFile
from rise_desk.storage.store import Store

CORNER = ".restoring"
KEPT, ASIDE = "before-restore", "damaged"
OPEN_MS = 300
"""How long another program is waited for before it is said to have the records open."""
UNCHANGED = "Nothing was changed."
NOT_ONE = f"This file is not a backup of RISE Desk, or it is damaged. {UNCHANGED}"
OPEN_ELSEWHERE = f"RISE Desk is open on these records. Close it on every screen, then restore. {UNCHANGED}"
ANOTHERS = f"This backup is of other records than those in this folder. {UNCHANGED} Choose another folder for it."


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What a restore did: of when the backup is, how many later entries were given up, where they are kept."""

    at: datetime | None
    given_up: int
    kept: Path | None


@dataclass(frozen=True, kw_only=True)
class Proved:
    """A backup that was opened with somebody's password and found sound."""

    held: KeyFile
    data_key: bytes
    end: Anchor


def restore(file: Path, path: Path, name: str, password: str, clock: Clock) -> Restored:
    """Put this backup into the data folder `path`; whoever does it must be a supervisor in it.

    Raises `Damaged`, `TooNew`, `WrongKey`, `NotAllowed`, `Unavailable`; nothing is changed then.
    """
    folder = places.check_folder(path, must_exist=False)
    with unpacked(file, folder.path) as corner:
        proved = _prove(corner, folder, name, password)
        _refuse_another(folder, proved.held)
        last, kept = _keep_what_is_there(folder, corner, proved.data_key, clock.now())
        anchor.accept(folder.anchors, proved.end)  # first: an anchor too low is no alarm, one too high is
        _put_in_place(corner, folder)
    given_up = max(last - proved.end.seq, 0)
    made = backup.read_name(file)
    of = f"backup of {moments.stamp(made.at)}" if made else f"backup {file.name}"
    _write_down(folder, proved, name, clock, f"{of}; {given_up} later entries given up")
    return Restored(at=made.at if made else None, given_up=given_up, kept=kept)


def prove(file: Path, path: Path, name: str, password: str) -> None:
    """Find out, without changing anything, whether this backup could be restored there by this person."""
    folder = places.check_folder(path, must_exist=False)
    with unpacked(file, folder.path) as corner:
        proved = _prove(corner, folder, name, password)
        _refuse_another(folder, proved.held)


@contextmanager
def unpacked(file: Path, beside: Path) -> Iterator[DataFolder]:
    """A copy of a backup and its key file in a corner of the data folder, for as long as it is looked at."""
    _look(file)
    corner, new = DataFolder(beside / CORNER), not beside.exists()
    shutil.rmtree(corner.path, ignore_errors=True)
    try:
        with faults("the backup"):
            beside.mkdir(mode=0o700, parents=True, exist_ok=True)
            corner.path.mkdir(mode=0o700)
            shutil.copyfile(file, corner.vault)
            shutil.copyfile(backup.keys_beside(file), corner.keys)
        yield corner
    finally:
        shutil.rmtree(corner.path, ignore_errors=True)
        if new:
            with suppress(OSError):  # where something was restored it is no longer empty
                beside.rmdir()


def _look(file: Path) -> None:
    """Say at once what can't be a backup, before anything is copied."""
    beside = backup.keys_beside(file)
    with faults("the backup"):
        if not file.is_file():
            raise Unavailable(f"The backup can't be found: {file.name} is not there. {UNCHANGED}")
        if not vault_file.could_be(file):
            raise Damaged(NOT_ONE)
        if not beside.is_file():
            raise Unavailable(f"The key file of this backup can't be found: {beside.name} is not there. {UNCHANGED}")


def demand_sound(store: Store) -> None:
    """`Damaged` unless every page and every audit row of an unpacked backup is as it was written."""
    found = store.damage()
    if found:
        raise Damaged(f"This backup is damaged ({found[0]}). {UNCHANGED}")


def _prove(corner: DataFolder, folder: DataFolder, name: str, password: str) -> Proved:
    attempts.check(folder.attempts)
    held = _key_file(corner)
    try:
        data_key = signing_in.data_key_by(held, name, password)
    except WrongKey:
        attempts.miss(folder.attempts)
        raise
    with opened(corner, data_key) as store:
        demand_sound(store)
        _demand_supervisor(store.vault, name)
        seq, sealed = audit.last(store.vault)
        end = Anchor(seq=seq, hash=sealed, at=audit.time_of(store.vault, seq))
        return Proved(held=held, data_key=data_key, end=end)


def _key_file(corner: DataFolder) -> KeyFile:
    try:
        return keyfile.read(corner.keys, weakest=keys.TEST)
    except Damaged:
        raise Damaged(f"The key file of this backup is damaged. {UNCHANGED}") from None


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


def _demand_supervisor(vault: Vault, name: str) -> None:
    account = accounts.named(vault, name)
    if account is None or account.who.standing is not Standing.ACTIVE:
        raise NotAllowed(f"This account was suspended, or had only a one-day code, in that backup. {UNCHANGED}")
    access.demand(account.who, Deed.RESTORE)


def _refuse_another(folder: DataFolder, held: KeyFile) -> None:
    """A key file that can be read says whose records lie there; one that can't leaves nothing to compare with."""
    if not folder.keys.exists():
        return
    with suppress(Damaged, TooNew):
        if keyfile.read(folder.keys, weakest=keys.TEST).vault_id != held.vault_id:
            raise Unavailable(ANOTHERS)


def _keep_what_is_there(
    folder: DataFolder, corner: DataFolder, data_key: bytes, now: datetime
) -> tuple[int, Path | None]:
    """Copy the records that are there, or move them aside whole where they can't be read; how far they went, where."""
    if not folder.vault.exists():
        return 0, None
    try:
        vault = open_vault(folder.vault, data_key, busy_ms=OPEN_MS, key_proved=True)
    except (Damaged, WrongKey):
        return 0, _move_aside(folder, now)
    try:
        last = audit.last(vault)[0]
        keys_file = folder.keys if folder.keys.exists() else corner.keys
        copy = backup.make(vault, data_key, keys_file, folder.backups, now, called=KEPT)
        hold_alone(vault)
    except Busy:
        raise Unavailable(OPEN_ELSEWHERE) from None
    except Damaged:
        close_vault(vault)
        return 0, _move_aside(folder, now)
    finally:
        close_vault(vault)
    return last, copy.path


def _move_aside(folder: DataFolder, now: datetime) -> Path:
    aside = folder.backups / f"{ASIDE}-{now:{backup.FORM}}Z"
    with faults("the damaged records"):
        aside.mkdir(mode=0o700, parents=True)
        for each in sorted(folder.path.glob(f"{folder.vault.name}*")):
            each.rename(aside / each.name)
    return aside


def _put_in_place(corner: DataFolder, folder: DataFolder) -> None:
    """The file of records in one step, then its key file: at any moment the folder opens as the old or as the new."""
    with faults():
        sync_file(corner.vault)
        corner.vault.replace(folder.vault)
        sync_folder(folder.path)
    keyfile.write(folder.keys, keyfile.read(corner.keys, weakest=keys.TEST))
    keyfile.forget_older(folder.keys)


def _write_down(folder: DataFolder, proved: Proved, name: str, clock: Clock, reason: str) -> None:
    """Write down, in what was restored, who restored it."""
    store = signing_in.open_store(folder, proved.held, proved.data_key)
    try:
        account = accounts.named(store.vault, name)
        assert account is not None  # it was proved
        desk = signing_in.lay(store, account, clock)
        desk.note(Deed.RESTORE, reason=reason)
        signing_in.leave(desk)
    finally:
        close_vault(store.vault)
