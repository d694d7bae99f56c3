"""Restoring a backup: proved first, what is there kept in a copy, and only then put into its place.

The backup itself is never opened where it lies: it is unpacked beside the records, judged there, told who restored
it, and moved from there in one step that no kill can split (`storage/replacing`).
"""

import platform
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.record import NO_ID
from rise_desk.domain.staff import Standing
from rise_desk.errors import Busy, Damaged, NotAllowed, TooNew, Unavailable, WrongKey
from rise_desk.places import DataFolder
from rise_desk.services import signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.unpacking import UNCHANGED, demand_sound, key_file, look, opened, unpacked
from rise_desk.storage import accounts, anchor, attempts, audit, backup, keyfile, keys, migrations, replacing
from rise_desk.storage.accounts import Account
from rise_desk.storage.audit import Entry
from rise_desk.storage.database import Vault, close_vault, hold_alone, open_vault
from rise_desk.storage.keyfile import KeyFile
from rise_desk.storage.writing import Author

OPEN_MS = 300
"""How long another program is waited for before it is said to have the records open."""
OPEN_ELSEWHERE = f"RISE Desk is open on these records. Close it on every screen, then restore. {UNCHANGED}"
ANOTHERS = f"This backup is of other records than those in this folder. {UNCHANGED} Choose another folder for it."
WRONG = "The name or the password is wrong for this backup. It takes the password that was yours when it was made."


@dataclass(frozen=True, kw_only=True)
class Proved:
    """A backup that somebody's password opens and that was found sound."""

    held: KeyFile
    data_key: bytes = field(repr=False)
    seq: int
    records: int
    name: str
    staff: tuple[Account, ...]


@dataclass(frozen=True, kw_only=True)
class There:
    """The records that a backup takes the place of: how many entries are given up, what is kept of them and where."""

    given_up: int = 0
    kept: Path | None = None
    aside: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What a restore did: of when the backup is (None where its name doesn't tell), and what became of the rest."""

    at: datetime | None
    records: int
    given_up: int
    kept: Path | None
    changed: tuple[str, ...]

    def told(self) -> str:
        """It all in a few plain sentences."""
        of = f" of {moments.shown(moments.minute(self.at))}" if self.at else ""
        said = [f"The backup{of} is in place, with {self.records:,} record{'' if self.records == 1 else 's'}."]
        if self.given_up:
            noun = "entry of the audit trail was" if self.given_up == 1 else "entries of the audit trail were"
            said.append(f"{self.given_up:,} later {noun} given up.")
        if self.kept:
            said.append(f"What was there before is kept in the data folder, in “{self.kept.parent.name}”.")
        if self.changed:
            said.append(f"These accounts changed since and are now as they were then: {', '.join(self.changed)}.")
        return " ".join(said)


def prove(file: Path, path: Path, name: str, password: str) -> Proved:
    """Find out, without changing anything, whether this person could restore this backup there."""
    folder = signing_in.folder_at(path, must_exist=False)
    held, data_key = _way_in(file, folder, name, password)
    with unpacked(file, folder.path) as corner:
        return _judge(corner, held, data_key, name)


def restore(file: Path, path: Path, name: str, password: str, clock: Clock) -> Restored:
    """Put this backup into the data folder `path`; whoever does it must be a supervisor in it.

    Raises `Damaged`, `TooNew`, `WrongKey`, `NotAllowed`, `Unavailable`; nothing is changed then. No desk may be open
    on those records.
    """
    folder = signing_in.folder_at(path, must_exist=False)
    held, data_key = _way_in(file, folder, name, password)
    made = backup.read_name(file)
    with unpacked(file, folder.path) as corner:
        proved = _judge(corner, held, data_key, name)
        there = _keep_what_is_there(folder, corner, proved, clock)
        of = f"backup of {moments.stamp(made.at)}" if made else "a backup without its date"
        _write_down(corner, proved, clock, f"{of}; {there.given_up} later entries given up")
        replacing.replace(corner, folder, there.aside)
    return Restored(
        at=made.at if made else None,
        records=proved.records,
        given_up=there.given_up,
        kept=there.kept,
        changed=there.changed,
    )


def _way_in(file: Path, folder: DataFolder, name: str, password: str) -> tuple[KeyFile, bytes]:
    """The key file of a backup and the data key that somebody's password opens there; a wrong one is counted."""
    look(file)
    attempts.check(folder.attempts)
    held = key_file(backup.keys_beside(file))
    there = _keys_there(folder)
    if there is not None and there.vault_id != held.vault_id:
        raise Unavailable(ANOTHERS)
    try:
        return held, signing_in.data_key_by(held, name, password)
    except WrongKey:
        if folder.keys.exists():
            attempts.miss(folder.attempts)
        raise WrongKey(WRONG) from None


def _keys_there(folder: DataFolder) -> KeyFile | None:
    """The key file of the records that are there; None where there is none, or none that can be read."""
    if not folder.keys.exists():
        return None
    try:
        return keyfile.read(folder.keys, weakest=keys.TEST)
    except (Damaged, TooNew):
        return None


def _judge(corner: DataFolder, held: KeyFile, data_key: bytes, name: str) -> Proved:
    another = Damaged(f"The key file beside this backup belongs to other records. {UNCHANGED}")
    if keys.key_check(data_key) != held.check:
        raise another
    with opened(corner, data_key) as store:
        demand_sound(store)
        if store.vault_id != held.vault_id:
            raise another
        return Proved(
            held=held,
            data_key=data_key,
            seq=audit.last(store.vault)[0],
            records=backup.extent(store.vault).records,
            name=_supervisor(store.vault, name),
            staff=tuple(accounts.everybody(store.vault)),
        )


def _supervisor(vault: Vault, name: str) -> str:
    """The name of the supervisor who restores, as their account has it in the backup."""
    account = accounts.named(vault, name)
    if account is None:
        raise WrongKey(WRONG)
    if account.who.standing is not Standing.ACTIVE:
        raise NotAllowed(f"This account was suspended, or had only a one-day code, in that backup. {UNCHANGED}")
    access.demand(account.who, Deed.RESTORE)
    return account.who.name


def _keep_what_is_there(folder: DataFolder, corner: DataFolder, proved: Proved, clock: Clock) -> There:
    """Copy the records that are there; those that can't be read are named for being moved aside whole."""
    if not folder.vault.exists():
        return There()
    try:
        vault = open_vault(folder.vault, proved.data_key, busy_ms=OPEN_MS, key_proved=True)
    except (Damaged, WrongKey):
        return _unread(folder, proved, clock)
    try:
        return _copied(vault, folder, corner, proved, clock)
    except Busy:
        raise Unavailable(OPEN_ELSEWHERE) from None
    except (Damaged, WrongKey):
        return _unread(folder, proved, clock)
    finally:
        close_vault(vault)


def _copied(vault: Vault, folder: DataFolder, corner: DataFolder, proved: Proved, clock: Clock) -> There:
    """A verified copy among the backups, with a key file that opens it, while nobody else has the records open."""
    if migrations.schema(vault) > len(migrations.STEPS):
        raise TooNew(f"The records in this folder are a newer RISE Desk's. Update it before you restore. {UNCHANGED}")
    hold_alone(vault)
    own = _keys_there(folder)
    beside = (folder if own else corner).keys.read_bytes()
    copy = backup.make(vault, proved.data_key, beside, folder.backups, clock.now(), called=backup.BEFORE)
    hold_alone(vault)
    last = audit.last(vault)[0]
    return There(
        given_up=last - _parted(vault, corner, proved, last),
        kept=copy.path,
        changed=_changed(proved, accounts.everybody(vault), own),
    )


def _parted(vault: Vault, corner: DataFolder, proved: Proved, last: int) -> int:
    """The last audit entry that the records there and the backup have in common."""
    with opened(corner, proved.data_key) as store:
        low, high = 0, min(last, proved.seq)
        while low < high:
            middle = (low + high + 1) // 2
            same = audit.hash_at(vault, middle) == audit.hash_at(store.vault, middle)
            low, high = (middle, high) if same else (low, middle - 1)
    return low


def _changed(proved: Proved, there: list[Account], own: KeyFile | None) -> tuple[str, ...]:
    """Whose account or password is not the same in the backup as in the records it replaces, by name."""
    then, now = ({each.who.name: each for each in staff} for staff in (proved.staff, there))
    return tuple(
        name
        for name in sorted({*then, *now})
        if then.get(name) != now.get(name) or (own and _slot(proved.held, name) != _slot(own, name))
    )


def _slot(held: KeyFile, name: str) -> object:
    return held.slot(signing_in.slot_number(held.vault_id, name))


def _unread(folder: DataFolder, proved: Proved, clock: Clock) -> There:
    """What can be said of records that nobody can read: how far they went, by the anchor beside them."""
    held = anchor.read(folder.anchors)
    name = f"damaged-{clock.now().astimezone(moments.LONDON):{backup.FORM}}"
    taken = len(list(folder.path.glob(f"{name}*")))
    aside = f"{name}-{taken + 1}" if taken else name
    given_up = max((held.seq if held else 0) - proved.seq, 0)
    return There(given_up=given_up, kept=folder.path / aside / folder.vault.name, aside=aside)


def _write_down(corner: DataFolder, proved: Proved, clock: Clock, reason: str) -> None:
    """Say in the backup itself, before it takes its place, who restores it; its anchor then fits it."""
    store = signing_in.open_store(corner, proved.held, proved.data_key)
    try:
        author = Author(account=proved.name, session=NO_ID, pc=platform.node())
        at, deed = moments.stamp(clock.now()), str(Deed.RESTORE)
        entry = Entry(at=at, account=author.account, session=NO_ID, pc=author.pc, deed=deed, reason=reason)
        store.note(author, clock.now(), entry)
        hold_alone(store.vault)
    finally:
        close_vault(store.vault)
