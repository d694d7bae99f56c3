"""Backups: whole copies of a store with its key file beside, each opened and checked before it counts as one.

A backup is two files: `desk-20261121-091502Z.vault` and the same with `.keys`. The time in the name is UTC, because
an hour of London's comes twice a year.
"""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rise_desk.domain import moments
from rise_desk.errors import Damaged
from rise_desk.storage import audit
from rise_desk.storage.database import Vault, verified_copy
from rise_desk.storage.faults import faults
from rise_desk.storage.files import PRIVATE, sync_file, sync_folder, write_whole
from rise_desk.storage.vault_file import remove

DAYS, WEEKS, MONTHS = 14, 10, 12
NAME = re.compile(r"desk-(\d{8}-\d{6})Z\.vault")
OWN = re.compile(r"(desk|before-restore)-\d{8}-\d{6}Z\.vault")
FORM = "%Y%m%d-%H%M%S"
WHAT = "the backup"
TABLES = ("person", "contact_note", "history", "act", "attachment", "account")
"""What only ever grows: a copy that holds less of any of these than there was before it was begun is no copy."""


@dataclass(frozen=True, kw_only=True, order=True)
class Copy:
    """One backup: when it was made, and its file."""

    at: datetime
    path: Path

    @property
    def keys(self) -> Path:
        """The key file that opens it."""
        return keys_beside(self.path)

    @property
    def day(self) -> date:
        """The London day on which it was made."""
        return self.at.astimezone(moments.LONDON).date()


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How far a store went: its last audit row, and how many rows there were of all that only ever grows."""

    seq: int
    hash: str
    counts: tuple[int, ...]


def keys_beside(path: Path) -> Path:
    """Where the key file of a backup lies."""
    return path.with_name(f"{path.name}.keys")


def extent(vault: Vault) -> Extent:
    """How far a store goes now."""
    seq, sealed = audit.last(vault)
    counts = tuple(int(vault.sql(f'SELECT count(*) FROM "{table}"')[0][0]) for table in TABLES)
    return Extent(seq=seq, hash=sealed, counts=counts)


def make(vault: Vault, key: bytes, keys: Path, folder: Path, at: datetime, *, called: str = "desk") -> Copy:
    """A backup of this store in this folder, proved sound and whole; one that fails leaves nothing behind."""
    path = folder / f"{called}-{at.astimezone(UTC):{FORM}}Z.vault"
    before = extent(vault)
    beside = keys_beside(path)
    try:
        with faults(WHAT):
            clear_leftovers(folder)
            write_whole(beside, keys.read_bytes())
        verified_copy(vault, path, key, lambda copy: _demand_whole(copy, before))
    except BaseException:
        if not path.exists():
            with suppress(OSError):
                beside.unlink()
        raise
    return Copy(at=at, path=path)


def _demand_whole(copy: Vault, before: Extent) -> None:
    """`Damaged` unless the copy holds everything that was there before it was begun."""
    now = extent(copy)
    less = any(held < wanted for held, wanted in zip(now.counts, before.counts, strict=True))
    if less or (before.seq and audit.hash_at(copy, before.seq) != before.hash):
        raise Damaged("The backup does not hold everything and was thrown away. Check the records first.")


def found(folder: Path) -> list[Copy]:
    """The backups in a folder, the newest first; what lacks its key file is none."""
    with faults(WHAT):
        names = [each for each in folder.iterdir() if each.is_file()] if folder.exists() else []
    copies = [made for each in names if (made := read_name(each)) and made.keys.exists()]
    return sorted(copies, reverse=True)


def read_name(path: Path) -> Copy | None:
    """The backup that a file is by its name; None for any other file."""
    matched = NAME.fullmatch(path.name)
    if matched is None:
        return None
    try:
        return Copy(at=datetime.strptime(matched[1], FORM).replace(tzinfo=UTC), path=path)
    except ValueError:
        return None


def kept(copies: Iterable[Copy]) -> set[Copy]:
    """Those worth keeping: the newest of each of the last 14 days, 10 weeks and 12 months that have any."""
    newest = sorted(copies, reverse=True)
    spans: tuple[tuple[Callable[[date], object], int], ...] = (
        (lambda day: day, DAYS),
        (lambda day: day.isocalendar()[:2], WEEKS),
        (lambda day: (day.year, day.month), MONTHS),
    )
    found: set[Copy] = set()
    for span, most in spans:
        first: dict[object, Copy] = {}
        for each in newest:
            first.setdefault(span(each.day), each)
        found |= set(list(first.values())[:most])
    return found


def prune(folder: Path) -> list[Copy]:
    """Take away the backups that are not worth keeping any more; those that went."""
    copies = found(folder)
    gone = [each for each in copies if each not in kept(copies)]
    with faults(WHAT):
        for each in gone:
            each.path.unlink()
            each.keys.unlink()
    return gone


def clear_leftovers(folder: Path) -> None:
    """Take away what a backup left that was killed: a copy without its name, a key file without its copy."""
    if not folder.exists():
        return
    for each in folder.iterdir():
        whole = each.with_suffix("")
        if not OWN.fullmatch(whole.name):
            continue
        if each.suffix == ".part":
            remove(each)
        elif each.suffix == ".keys" and not whole.exists():
            each.unlink()


def copy_to(copy: Copy, folder: Path) -> Copy:
    """The same backup in another place, byte for byte and on the disk; one that fails leaves nothing behind."""
    target = folder / copy.path.name
    with faults("the second place for backups"):
        if not folder.is_dir():
            raise FileNotFoundError(2, "no such folder")
        clear_leftovers(folder)
        write_whole(keys_beside(target), copy.keys.read_bytes())
        part = target.with_name(f"{target.name}.part")
        try:
            shutil.copyfile(copy.path, part)
            part.chmod(PRIVATE)
            sync_file(part)
            if _digest(part) != _digest(copy.path):
                raise Damaged("The copy in the second place is not the same as the backup and was thrown away.")
            part.replace(target)
            sync_folder(folder)
        except BaseException:
            for each in (part, keys_beside(target)):
                with suppress(OSError):
                    each.unlink()
            raise
    return Copy(at=copy.at, path=target)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
