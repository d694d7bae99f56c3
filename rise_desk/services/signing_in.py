"""Signing in: a name and a password open one person's key, that key opens the vault, and a desk is laid."""

import platform
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from rise_desk import places
from rise_desk.domain import agenda, moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID
from rise_desk.domain.staff import Standing
from rise_desk.errors import Damaged, DeskError, NotAllowed, WrongKey
from rise_desk.services import custody, practice
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import accounts, attempts, keyfile, keys, migrations, replacing
from rise_desk.storage.accounts import Account
from rise_desk.storage.audit import Entry
from rise_desk.storage.database import BUSY_MS, close_vault, open_vault
from rise_desk.storage.indexes import renewing, ruling
from rise_desk.storage.keyfile import KeyFile, Slot
from rise_desk.storage.store import Store
from rise_desk.storage.writing import Author

WRONG = "The name or the password is wrong."
CODE_LASTS = timedelta(days=1)
CHOOSE = "This is a one-day code. Choose a password of your own first."


@dataclass(frozen=True, kw_only=True)
class Proof:
    """That somebody knew the password of an account: the key it opened, and where."""

    folder: places.DataFolder
    held: KeyFile
    name: str
    data_key: bytes = field(repr=False)
    private_key: bytes = field(default=b"", repr=False)


def sign_in(
    path: Path, name: str, password: str, clock: Clock, *, busy_ms: int = BUSY_MS, code_ok: bool = False
) -> Desk:
    """The desk of this person at the store in this folder.

    Raises `WrongKey` (counted), `NotAllowed` (suspended, code run out, too many tries; with `code_ok` a code is
    let in, to choose a password), `Damaged`, `TooNew`, `Unavailable`.
    """
    return sit_down(prove(path, name, password), clock, busy_ms=busy_ms, code_ok=code_ok)


def has_store(path: Path) -> bool:
    """Whether there are records in this folder, sound or not; `Unavailable` where none can be kept there."""
    folder = folder_at(path, must_exist=False)
    return folder.vault.exists() or folder.keys.exists()


def folder_at(path: Path, *, must_exist: bool) -> places.DataFolder:
    """The data folder, fit to hold records, with a restore that was cut short brought to its end."""
    folder = places.check_folder(path, must_exist=must_exist)
    replacing.finish(folder)
    return folder


def prove(path: Path, name: str, password: str) -> Proof:
    """Find out whether name and password are right: a second's work, for any thread, that opens no records."""
    folder = folder_at(path, must_exist=True)
    attempts.check(folder.attempts)
    held = keyfile.read(folder.keys, weakest=keys.TEST)
    try:
        private = private_key_by(held, name, password)
        data_key = keys.unseal(slot_of(held, name).sealed, private)
        return Proof(folder=folder, held=held, name=name, data_key=data_key, private_key=private)
    except WrongKey:
        attempts.miss(folder.attempts)
        raise


def sit_down(proof: Proof, clock: Clock, *, busy_ms: int = BUSY_MS, code_ok: bool = False) -> Desk:
    """The desk of somebody whose password was proved, on the thread that will use it."""
    store = open_store(proof.folder, proof.held, proof.data_key, busy_ms)
    try:
        account = _let_in(store, proof.name, clock, code_ok)
        desk = lay(store, account, clock, misses=attempts.take(proof.folder.attempts))
        custody.take_up(desk, account, proof.private_key)
    except BaseException:
        close_vault(store.vault)
        raise
    return desk


def is_older(proof: Proof) -> bool:
    """Whether an earlier program kept this store, so that it must be made ready first; no for one that can't open."""
    with suppress(DeskError):
        vault = open_vault(proof.folder.vault, proof.data_key, key_proved=True)
        try:
            return migrations.schema(vault) < len(migrations.STEPS) or renewing.is_due(vault) or ruling.is_due(vault)
        finally:
            close_vault(vault)
    return False


def make_ready(proof: Proof) -> None:
    """Bring the store up to this program: minutes of work where there are many notes, so not for a window's thread."""
    store = open_store(proof.folder, proof.held, proof.data_key)
    try:
        ruling.bring_up(store, partial(agenda.ruled, practice=practice.build(store)))
    finally:
        close_vault(store.vault)


def data_key_by(held: KeyFile, name: str, password: str) -> bytes:
    """The data key that this name and password open; `WrongKey` for either being wrong."""
    private = private_key_by(held, name, password)
    return keys.unseal(slot_of(held, name).sealed, private)


def slot_of(held: KeyFile, name: str) -> Slot:
    """Somebody's way in, by the name they sign in with; `WrongKey` where there is none."""
    slot = held.slot(slot_number(held.vault_id, name))
    if slot is None:
        raise WrongKey(WRONG)
    return slot


def slot_number(vault_id: str, name: str) -> str:
    """Which slot is somebody's; spaces and capitals in the name make no difference."""
    return keys.slot_id(vault_id, " ".join(name.split()))


def private_key_by(held: KeyFile, name: str, password: str) -> bytes:
    """Somebody's private key out of their slot; a code is read however it was typed."""
    slot = slot_of(held, name)
    aad = keys.slot_aad(held.vault_id, slot.id)
    try:
        return keys.unwrap_private(slot.locked, password, aad)
    except WrongKey:
        code = keys.read_code(password)
        if code == password:
            raise
        return keys.unwrap_private(slot.locked, code, aad)


def open_store(folder: places.DataFolder, held: KeyFile, data_key: bytes, busy_ms: int = BUSY_MS) -> Store:
    """The store that this data key opens, brought up to the newest schema."""
    if keys.key_check(data_key) != held.check:
        raise Damaged("The key file does not belong to these records. Restore both from the same backup.")
    vault = open_vault(folder.vault, data_key, busy_ms=busy_ms, key_proved=True)
    try:
        migrations.bring_up(vault, folder, data_key)
        renewing.bring_up(vault)
        store = Store(folder, vault)
        if store.vault_id != held.vault_id:
            raise Damaged("The key file does not belong to these records. Restore both from the same backup.")
    except BaseException:
        close_vault(vault)
        raise
    return store


def lay(store: Store, account: Account, clock: Clock, *, misses: int = 0) -> Desk:
    """A desk for somebody who proved who they are; the sitting and the sign-in are written down."""
    session, pc = clock.new_id(), platform.node()
    desk = Desk(store=store, practice=practice.build(store), clock=clock, who=account.who, session=session, pc=pc)
    ruling.bring_up(store, desk.ruled)
    before = custody.last_at(desk)
    accounts.begin_sitting(store.vault, session, account.who.name, pc, moments.stamp(clock.now()))
    desk.note("signed in", reason=f"after {misses} wrong passwords" if misses else "")
    custody.mark_clock(desk, before)
    return desk


def leave(desk: Desk, deed: str = "signed out") -> None:
    """End a sitting: written down, everything settled on disk, and the key forgotten.

    A store that can no longer be written doesn't keep anybody from leaving; every save before it said how it went.
    """
    with suppress(DeskError):
        desk.note(deed)
        accounts.end_sitting(desk.store.vault, desk.session, moments.stamp(desk.now()))
    with suppress(DeskError):
        desk.store.settle()
    desk.seed = b""
    close_vault(desk.store.vault)


def slot_for(
    vault_id: str, name: str, pair: keys.KeyPair, password: str, data_key: bytes, strength: keys.Strength
) -> Slot:
    """Somebody's way in: their private key under the password, the data key sealed to their public one."""
    slot = slot_number(vault_id, name)
    locked = keys.wrap_private(pair.private, password, strength, keys.slot_aad(vault_id, slot))
    return Slot(id=slot, locked=locked, sealed=keys.seal(data_key, pair.public))


def _let_in(store: Store, name: str, clock: Clock, code_ok: bool) -> Account:
    account = accounts.named(store.vault, name)
    if account is None:
        raise WrongKey(WRONG)
    if account.who.standing is Standing.SUSPENDED:
        _note_refusal(store, account, clock)
        raise NotAllowed("This account is suspended. Ask a supervisor.")
    if account.who.standing is Standing.CODE:
        if moments.earliest(Moment(account.who.code_until)) < clock.now():
            _note_refusal(store, account, clock)
            raise NotAllowed("This one-day code has run out. Ask a supervisor for a new one.")
        if not code_ok:
            raise NotAllowed(CHOOSE)
    return account


def _note_refusal(store: Store, account: Account, clock: Clock) -> None:
    author = Author(account=account.who.name, session=NO_ID, pc=platform.node())
    at = moments.stamp(clock.now())
    entry = Entry(at=at, account=author.account, session=NO_ID, pc=author.pc, deed="refused", reason="signed in")
    store.note(author, clock.now(), entry)
