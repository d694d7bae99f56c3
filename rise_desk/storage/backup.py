"""Backups: whole copies of a store with its key file beside, each opened and checked before it counts as one.

A backup is two files: `desk-2026-11-21-0915-r560-e1234.vault` and the same with `.keys`. The name tells when it was
made, by London's clock, how many records it holds and how many audit entries; so a look at the folder is enough to
say how old it is and what came after it.
"""

import hashlib
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from rise_desk.domain import moments
from rise_desk.errors import Damaged, Unavailable
from rise_desk.storage import audit
from rise_desk.storage.database import STOPPED, Vault, never, verified_copy
from rise_desk.storage.faults import faults
from rise_desk.storage.files import PRIVATE, sync_folder, write_whole
from rise_desk.storage.kinds import KINDS
from rise_desk.storage.tables import AccountRow, ActRow, AttachmentRow, HistoryRow, Row
from rise_desk.storage.vault_file import remove

USUAL, BEFORE = "desk", "before-restore"
"""What the names begin with: of a usual backup, and of the records that a restore took the place of."""
NAME = re.compile(r"(desk|before-restore)-(\d{4}-\d\d-\d\d-\d{4})-r(\d+)-e(\d+)\.vault")
UNFINISHED = re.compile(r"unfinished-[0-9a-f]{8}\.vault\.part")
FORM = "%Y-%m-%d-%H%M"
WHAT = "the backup"
PIECE = 1 << 20
GROWING: tuple[tuple[type[Row], ...], ...] = (
    tuple(kind.row for kind in KINDS),
    (HistoryRow, ActRow, AttachmentRow, AccountRow),
)
"""What only ever grows: the records, and what belongs to them."""


@dataclass(frozen=True, kw_only=True, order=True)
class Copy:
    """One backup: when it was made, what it holds by its name, and its file."""

    at: datetime
    entries: int
    records: int
    path: Path
    called: str = field(default=USUAL, compare=False)

    @property
    def keys(self) -> Path:
        """The key file that opens it."""
        return keys_beside(self.path)

    @property
    def usual(self) -> bool:
        """Whether it is a backup like others, not what a restore took the place of."""
        return self.called == USUAL

    @property
    def day(self) -> date:
        """The London day on which it was made."""
        return self.at.astimezone(moments.LONDON).date()


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How far a store goes: its last audit entry, its records, and how many rows there are of all that only grows."""

    seq: int
    hash: str
    records: int
    counts: tuple[int, ...]


def keys_beside(path: Path) -> Path:
    """Where the key file of a backup lies."""
    return path.with_name(f"{path.name}.keys")


def extent(vault: Vault) -> Extent:
    """How far a store goes now."""
    seq, sealed = audit.last(vault)
    of_records, further = ([_count(vault, row) for row in rows] for rows in GROWING)
    return Extent(seq=seq, hash=sealed, records=sum(of_records), counts=(*of_records, *further))


def _count(vault: Vault, row: type[Row]) -> int:
    return int(vault.sql(f'SELECT count(*) FROM "{row._meta.table_name}"')[0][0])


def make(
    vault: Vault,
    key: bytes,
    keys: bytes,
    folder: Path,
    at: datetime,
    *,
    called: str = USUAL,
    whose: str = "0" * 8,
    stopped: Callable[[], bool] = never,
) -> Copy:
    """A backup of this store in this folder, proved sound and whole; one that fails leaves nothing behind.

    `keys` is what its key file holds; `whose` tells unfinished ones of several stores apart.
    """
    unfinished = folder / f"unfinished-{whose}.vault"
    before = extent(vault)
    told: list[Extent] = []
    with faults(WHAT):
        clear_leftovers(folder)
    try:
        verified_copy(vault, unfinished, key, lambda copy: told.append(_whole(copy, before, vault)), stopped)
        copy = _named(folder, called, at, told[0])
        with faults(WHAT):
            write_whole(copy.keys, keys)
            unfinished.replace(copy.path)
            sync_folder(folder)
    except BaseException:
        remove(unfinished)
        with suppress(OSError):
            clear_leftovers(folder)
        raise
    return copy


def _whole(copy: Vault, before: Extent, vault: Vault) -> Extent:
    """How far a copy goes; `Damaged` unless that is as far as the store went at some moment while it was made."""
    held, after = extent(copy), extent(vault)
    fits = all(
        least <= found <= most for least, found, most in zip(before.counts, held.counts, after.counts, strict=True)
    )
    follows = before.seq <= held.seq <= after.seq and audit.hash_at(vault, held.seq) == held.hash
    if not (fits and follows):
        raise Damaged("The backup does not hold everything and was thrown away. Check the records first.")
    return held


def _named(folder: Path, called: str, at: datetime, told: Extent) -> Copy:
    made = at.astimezone(moments.LONDON).replace(second=0, microsecond=0)
    path = folder / f"{called}-{made:{FORM}}-r{told.records}-e{told.seq}.vault"
    return Copy(at=made, entries=told.seq, records=told.records, path=path, called=called)


def found(folder: Path, called: str = USUAL) -> list[Copy]:
    """The backups in a folder, the newest first; what lacks its key file is none."""
    with faults(WHAT):
        files = {each.name: each for each in folder.iterdir()} if folder.exists() else {}
    copies = [made for each in files.values() if (made := read_name(each)) and made.keys.name in files]
    return sorted((each for each in copies if each.called == called), reverse=True)


def read_name(path: Path) -> Copy | None:
    """The backup that a file is by its name; None for any other file.

    In the hour that comes twice the first is meant: an hour at most, and the entries still tell which came later.
    """
    matched = NAME.fullmatch(path.name)
    if matched is None:
        return None
    called, at, records, entries = matched.groups()
    try:
        made = datetime.strptime(at, FORM).replace(tzinfo=moments.LONDON)
    except ValueError:
        return None
    return Copy(at=made, entries=int(entries), records=int(records), path=path, called=called)


def clear_leftovers(folder: Path) -> None:
    """Take away what a backup left that was killed: a copy without its name, a key file without its copy."""
    if not folder.exists():
        return
    for each in sorted(folder.iterdir()):
        whole = each.with_suffix("")
        if UNFINISHED.fullmatch(each.name) or (each.suffix == ".part" and NAME.fullmatch(whole.name)):
            remove(each)
        elif each.suffix == ".keys" and NAME.fullmatch(whole.name) and not whole.exists():
            each.unlink()


def take_away(copy: Copy) -> None:
    """Delete a backup; the copy goes first, so that no copy is ever without its key file."""
    with faults(WHAT):
        copy.path.unlink(missing_ok=True)
        copy.keys.unlink(missing_ok=True)


def copy_to(copy: Copy, folder: Path, what: str, stopped: Callable[[], bool] = never) -> Copy:
    """The same backup in another place, byte for byte and on the disk; one that fails leaves nothing behind."""
    target = folder / copy.path.name
    part = target.with_name(f"{target.name}.part")
    with faults(what):
        if not folder.is_dir():
            raise FileNotFoundError(2, "no such folder")
        clear_leftovers(folder)
        try:
            if _write(copy.path, part, stopped) != _digest(part, stopped):
                raise Damaged(f"What was written to {what} can't be read back as it was, and was thrown away.")
            write_whole(keys_beside(target), copy.keys.read_bytes())
            part.replace(target)
            sync_folder(folder)
        except BaseException:
            with suppress(OSError):
                clear_leftovers(folder)
            raise
    return Copy(at=copy.at, entries=copy.entries, records=copy.records, path=target, called=copy.called)


def _write(source: Path, target: Path, stopped: Callable[[], bool]) -> bytes:
    """Copy a file to the disk; the hash of what was read."""
    told = hashlib.sha256()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with source.open("rb") as old, os.fdopen(os.open(target, flags, PRIVATE), "wb") as new:
        while piece := _piece(old.read, stopped):
            told.update(piece)
            new.write(piece)
        new.flush()
        os.fsync(new.fileno())
    return told.digest()


def _digest(path: Path, stopped: Callable[[], bool]) -> bytes:
    told = hashlib.sha256()
    with path.open("rb") as file:
        while piece := _piece(file.read, stopped):
            told.update(piece)
    return told.digest()


def _piece(read: Callable[[int], bytes], stopped: Callable[[], bool]) -> bytes:
    if stopped():
        raise Unavailable(STOPPED)
    return read(PIECE)
