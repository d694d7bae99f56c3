"""Accounts: a store is created with its first supervisor, who adds, suspends and resets the others."""

import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import count
from pathlib import Path

from rise_desk import places
from rise_desk.domain import moments, names
from rise_desk.domain.access import Deed
from rise_desk.domain.moments import Moment
from rise_desk.domain.staff import Role, StaffMember, Standing
from rise_desk.errors import Invalid, NotAllowed, NotFound, Unavailable
from rise_desk.services import custody, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.services.founding import (
    ASKED,
    STRENGTH,
    UNCONFIRMED,
    asked_groups,
    digest,
    furnish,
    recover_seed,
    with_recovery,
)
from rise_desk.storage import accounts, chain, keyfile, keys
from rise_desk.storage.accounts import Account
from rise_desk.storage.database import close_vault, create_vault, key_of
from rise_desk.storage.keyfile import KeyFile
from rise_desk.storage.keys import STRONG, Strength
from rise_desk.storage.store import Store
from rise_desk.storage.vault_file import remove
from rise_desk.storage.writing import Writing

LONGEST_NAME = 80


def create(path: Path, name: str, password: str, clock: Clock, strength: Strength = STRONG) -> str:
    """Make a new store in this folder, with its first supervisor; the recovery key, which is shown once.

    A folder that already holds records is left as it is (`Unavailable`).
    """
    _fit_name(name)
    _fit_password(password, name)
    folder = places.check_folder(path, must_exist=False)
    if signing_in.has_store(path):
        raise Unavailable("There are records in this folder already; nothing was changed. Choose another folder.")
    data_key, recovery_key, pair = keys.new_data_key(), keys.new_recovery_key(), keys.KeyPair.new()
    vault_id = secrets.token_hex(16)
    held = KeyFile(vault_id=vault_id, generation=1, check=keys.key_check(data_key))
    held = keyfile.with_slot(held, signing_in.slot_for(vault_id, name, pair, password, data_key, strength))
    held = with_recovery(held, data_key, recovery_key)
    vault = create_vault(folder.vault, data_key)
    try:
        keyfile.write(folder.keys, held)
        day = moments.london_day(moments.stamp(clock.now()))
        seed = furnish(vault, folder, held, data_key, strength, recovery_key, day)
        who = StaffMember(name=_tidy(name), role=Role.SUPERVISOR)
        _first(Store(folder, vault), Account(id=clock.new_id(), who=who, public_key=pair.public), seed, clock)
    except BaseException:
        close_vault(vault)
        for leftover in (folder.vault, folder.keys):
            remove(leftover)
        raise
    return recovery_key


def change_password(desk: Desk, old: str, new: str) -> None:
    """Put a new password in place of one's own; the store itself isn't touched."""
    _fit_password(new, desk.who.name)
    if new in (old, keys.read_code(old)) or keys.read_code(new) == old:
        raise Invalid({"password": "Choose a password that is not the one you have now."})
    with _changing(desk) as work:
        held = _key_file(desk)
        private = signing_in.private_key_by(held, desk.who.name, old)
        slot = signing_in.slot_of(held, desk.who.name)
        locked = keys.wrap_private(private, new, _strength(desk.store), keys.slot_aad(held.vault_id, slot.id))
        account = _account(desk, desk.who.name)
        who = replace(account.who, standing=Standing.ACTIVE, code_until="")
        accounts.put(desk.store.vault, replace(account, who=who))
        work.audit(desk.entry(Deed.STAFF, fields="password"))
        keyfile.write(desk.store.folder.keys, keyfile.with_slot(held, replace(slot, locked=locked)))
    desk.who = who


def add(desk: Desk, name: str, role: Role, grants: Sequence[str] = ()) -> str:
    """Add somebody; the one-day code they sign in with first."""
    desk.demand(Deed.STAFF)
    _fit_name(name)
    _fit_grants(desk, grants)
    who = StaffMember(name=_tidy(name), role=role, grants=frozenset(grants))
    with _changing(desk) as work:
        if accounts.named(desk.store.vault, name) is not None:
            raise Invalid({"name": f"There is an account called {who.name} already."})
        return _issue_code(desk, work, Account(id=desk.clock.new_id(), who=who, public_key=b""), "added")


def reset(desk: Desk, name: str) -> str:
    """Let somebody in again who forgot the password, or was suspended: new keys, and a one-day code."""
    desk.demand(Deed.STAFF)
    with _changing(desk) as work:
        return _issue_code(desk, work, _account(desk, name), "reset")


def entrust(desk: Desk, name: str, role: Role, grants: Sequence[str]) -> None:
    """Give somebody another role, and exactly these grants."""
    desk.demand(Deed.STAFF)
    _fit_grants(desk, grants)
    with _changing(desk) as work:
        account = _account(desk, name)
        if account.who.name == desk.who.name and role is not account.who.role:
            raise NotAllowed("You can't change your own role. Ask another supervisor.")
        who = replace(account.who, role=role, grants=frozenset(grants))
        accounts.put(desk.store.vault, replace(account, who=who))
        custody.follow(desk, replace(account, who=who))
        work.audit(desk.entry(Deed.STAFF, record=account.id, fields="role grants", reason="entrusted"))
    if who.name == desk.who.name:
        desk.who = who


def suspend(desk: Desk, name: str) -> None:
    """Close somebody's way in; their records and their name in them stay."""
    desk.demand(Deed.STAFF)
    with _changing(desk) as work:
        account = _account(desk, name)
        if account.who.name == desk.who.name:
            raise NotAllowed("You can't suspend your own account. Ask another supervisor.")
        suspended = replace(account, who=replace(account.who, standing=Standing.SUSPENDED))
        accounts.put(desk.store.vault, suspended)
        custody.follow(desk, suspended)
        work.audit(desk.entry(Deed.STAFF, record=account.id, fields="standing", reason="suspended"))
        held = _key_file(desk)
        slot = signing_in.slot_number(held.vault_id, account.who.name)
        keyfile.write(desk.store.folder.keys, keyfile.without_slot(held, slot))
        keyfile.forget_older(desk.store.folder.keys)


def everybody(desk: Desk) -> list[StaffMember]:
    """Everybody with an account, in order of name."""
    desk.demand(Deed.STAFF_LIST)
    return [each.who for each in accounts.everybody(desk.store.vault)]


def colleagues(desk: Desk) -> list[str]:
    """The names of those who may be allocated a young person: every account that is not suspended."""
    return [each.who.name for each in accounts.everybody(desk.store.vault) if each.who.standing != Standing.SUSPENDED]


def recover(path: Path, name: str, recovery_key: str, password: str, clock: Clock) -> str:
    """Give a supervisor a new password by the recovery key; the new recovery key that takes its place."""
    _fit_password(password, name)
    folder = signing_in.folder_at(path, must_exist=True)
    held = keyfile.read(folder.keys, weakest=keys.TEST)
    data_key = keys.unwrap_data_key(held.recovery or {}, recovery_key, keys.slot_aad(held.vault_id, "recovery"))
    store = signing_in.open_store(folder, held, data_key)
    try:
        account = accounts.named(store.vault, name)
        if account is None or account.who.role is not Role.SUPERVISOR:
            raise NotAllowed("The recovery key lets a supervisor in. Give the name of a supervisor's account.")
        pair, fresh = keys.KeyPair.new(), keys.new_recovery_key()
        who = replace(account.who, standing=Standing.ACTIVE, code_until="")
        desk = signing_in.lay(store, replace(account, who=who, public_key=pair.public), clock)
        with store.writing(desk.author, desk.now(), clock.new_id, desk.ruled) as work:
            accounts.put(store.vault, replace(account, who=who, public_key=pair.public))
            work.audit(desk.entry(Deed.STAFF, record=account.id, fields="password recovery_key", reason="recovered"))
            recover_seed(store.vault, held.vault_id, account.id, pair.public, recovery_key, fresh)
            work.set(UNCONFIRMED, asked_groups(held.vault_id, fresh))
            held = keyfile.read(folder.keys, weakest=keys.TEST)
            slot = signing_in.slot_for(held.vault_id, who.name, pair, password, data_key, _strength(store))
            keyfile.write(folder.keys, with_recovery(keyfile.with_slot(held, slot), data_key, fresh))
            keyfile.forget_older(folder.keys)
    finally:
        close_vault(store.vault)
    return fresh


def recovery_groups_wanted(desk: Desk) -> tuple[int, ...]:
    """Which groups of the recovery key a supervisor should type back, from paper; () once that was done."""
    return ASKED if desk.who.role is Role.SUPERVISOR and desk.store.setting(UNCONFIRMED) else ()


def confirm_recovery(desk: Desk, typed: dict[int, str]) -> bool:
    """Whether the groups typed back are those of the recovery key; if so, it isn't asked again."""
    wanted = recovery_groups_wanted(desk)
    said = [typed.get(place, "") for place in wanted]
    if not wanted or digest(desk.store.vault_id, said) != desk.store.setting(UNCONFIRMED):
        return False
    with desk.writing() as work:
        work.set(UNCONFIRMED, "")
        work.audit(desk.entry(Deed.STAFF, fields="recovery_key", reason="typed back"))
    return True


def strength(memory_mib: int) -> Strength:
    """The strength whose guesses each take this much memory; three passes and four lanes, as RFC 9106 advises."""
    weak = memory_mib * 1024 < keys.RFC_MINIMUM.memory_kib
    return replace(keys.TEST if weak else STRONG, memory_kib=memory_mib * 1024)


def password_problem(password: str, name: str) -> str:
    """Why a password won't do; '' when it will."""
    return keys.password_problem(password, name, ("rise", "desk", "engage"))


def suggestion() -> str:
    """A password made of three made-up words; one that happens to hold a well-known word is passed over."""
    made = (keys.suggest_password(secrets.SystemRandom()) for _ in count())
    return next(each for each in made if not password_problem(each, ""))


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _fit_name(name: str) -> None:
    if not names.fold(name):
        raise Invalid({"name": "Enter a name."})
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise Invalid({"name": f"Enter a name of {LONGEST_NAME} characters or fewer, on one line."})


def _fit_grants(desk: Desk, grants: Sequence[str]) -> None:
    unknown = [grant for grant in grants if not desk.practice.vocabulary("grant").has(grant)]
    if unknown:
        raise Invalid({"grants": f"There is no grant called “{unknown[0]}”. The grants are health and intelligence."})


def _changing(desk: Desk) -> AbstractContextManager[Writing]:
    return desk.store.writing(desk.author, desk.now(), desk.clock.new_id, desk.ruled)


def _fit_password(password: str, name: str) -> None:
    problem = password_problem(password, name)
    if problem:
        raise Invalid({"password": problem})


def _first(store: Store, account: Account, seed: bytes, clock: Clock) -> None:
    accounts.put(store.vault, account)
    chain.entrust(store.vault, seed, account.id, account.public_key)
    desk = signing_in.lay(store, account, clock)
    desk.note(Deed.STAFF, record=account.id, reason="store made")
    signing_in.leave(desk)


def _issue_code(desk: Desk, work: Writing, account: Account, reason: str) -> str:
    pair, code = keys.KeyPair.new(), keys.new_code()
    until: Moment = moments.minute(desk.now() + signing_in.CODE_LASTS)
    who = replace(account.who, standing=Standing.CODE, code_until=until)
    accounts.put(desk.store.vault, replace(account, who=who, public_key=pair.public))
    custody.follow(desk, replace(account, who=who, public_key=pair.public))
    work.audit(desk.entry(Deed.STAFF, record=account.id, fields="name role grants standing", reason=reason))
    held = _key_file(desk)
    slot = signing_in.slot_for(held.vault_id, who.name, pair, code, key_of(desk.store.vault), _strength(desk.store))
    keyfile.write(desk.store.folder.keys, keyfile.with_slot(held, slot))
    return code


def _account(desk: Desk, name: str) -> Account:
    found = accounts.named(desk.store.vault, name)
    if found is None:
        raise NotFound(f"There is no account called “{name[:60]}”.")
    return found


def _key_file(desk: Desk) -> KeyFile:
    return keyfile.read(desk.store.folder.keys, weakest=keys.TEST)


def _strength(store: Store) -> Strength:
    memory, time, lanes = store.setting(STRENGTH).split()
    return Strength(int(memory), int(time), int(lanes))
