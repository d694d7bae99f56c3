"""Upkeep: is everything sound, and what to do when it is not."""

from contextlib import nullcontext, suppress

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.staff import Standing
from rise_desk.errors import Damaged, DeskError, Unavailable
from rise_desk.services import presence, signing_in
from rise_desk.services.desk import Desk
from rise_desk.storage import accounts, keyfile, keys
from rise_desk.storage.database import cipher, key_of
from rise_desk.storage.files import write_whole

LONGEST_LOG = 200_000
"""How many characters of the log are kept."""


def check(desk: Desk) -> list[str]:
    """Everything wrong with the store (cipher, file, keys, audit chain, anchor, indexes), one sentence each."""
    desk.demand(Deed.CHECK)
    with presence.doing(desk, "checking the records"):
        found = [*_cipher_problems(desk), *_key_problems(desk), *desk.store.problems(desk.ruled, desk.seed)]
    with suppress(Damaged, Unavailable) if found else nullcontext():
        desk.note(Deed.CHECK, reason=f"{len(found)} problems")
    return found


def accept_loss(desk: Desk, reason: str) -> None:
    """Go on although entries are missing: a supervisor's decision, itself written down."""
    desk.demand(Deed.ACCEPT_LOSS)
    if not desk.store.missing:
        return
    desk.note(Deed.ACCEPT_LOSS, reason=f"{desk.store.missing}: {reason}")
    desk.store.accept_gap(desk.now())


def _cipher_problems(desk: Desk) -> list[str]:
    return [] if cipher(desk.store.vault) else ["cipher: the file of records is not encrypted"]


def _key_problems(desk: Desk) -> list[str]:
    """Whether the key file fits this store, has the recovery slot, and a way in for everybody who should have one."""
    try:
        held = keyfile.read(desk.store.folder.keys, weakest=keys.TEST)
    except DeskError as wrong:
        return [f"keys: {wrong}"]
    found = [] if held.check == keys.key_check(key_of(desk.store.vault)) else ["keys: the key file is another store's"]
    found += [] if held.recovery else ["keys: there is no recovery key"]
    for account in accounts.everybody(desk.store.vault):
        slot = held.slot(signing_in.slot_number(held.vault_id, account.who.name))
        if (slot is None) is not (account.who.standing is Standing.SUSPENDED):
            found.append(
                f"keys: {account.who.name} {'has no way in' if slot is None else 'is suspended but has a way in'}"
            )
    return found


def log_failure(desk: Desk, told: str) -> None:
    """Keep where the program failed, without anything of a record, in the log beside the store; the oldest goes."""
    log = desk.store.folder.log
    before = log.read_text("utf-8") if log.exists() else ""
    write_whole(log, f"{before}{moments.stamp(desk.now())}\n{told}\n\n"[-LONGEST_LOG:].encode())
