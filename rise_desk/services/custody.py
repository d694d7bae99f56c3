"""Custody of the audit: supervisors hold the seed of its chain, prove its end and sign it when they sign in."""

from datetime import timedelta

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.staff import Role, Standing
from rise_desk.services.desk import Desk
from rise_desk.storage import accounts, audit, chain, chain_proof, signatures
from rise_desk.storage.accounts import Account

SOUND = timedelta(minutes=5)
"""How far the clocks of two computers may be apart without a word."""

CLOCK, BROKEN = "clock moved", "audit broken"
"""How the audit names a clock that went back, and a chain found broken at a sign-in."""


def take_up(desk: Desk, account: Account, private_key: bytes) -> None:
    """Prove the newest rows for whoever sits down; a supervisor's key also opens the seed and signs how it ends.

    A broken chain is not signed. Work goes on: what is saved next is safe, and nobody may stop a team by one row.
    """
    desk.broken = tuple(chain_proof.lately(desk.store.vault))
    if desk.broken:
        desk.note(BROKEN, reason=desk.broken[0])
    if account.who.role is not Role.SUPERVISOR or not private_key:
        return
    with desk.store.writing(desk.author, desk.now(), desk.clock.new_id, desk.ruled):
        chain.hand_over(desk.store.vault, _supervisors(desk))
        desk.seed = chain.seed_of(desk.store.vault, account.id, private_key)
        if not desk.broken:
            signatures.sign(desk.store.vault, desk.who.name, moments.stamp(desk.now()), private_key)


def mark_clock(desk: Desk, last_at: str) -> None:
    """Write down that this computer's clock is behind what was written last, by more than five minutes."""
    if last_at and moments.earliest(Moment(last_at)) - desk.now() > SOUND:
        desk.note(CLOCK, reason=f"back from {last_at}")


def mark_jump(desk: Desk, jump: timedelta) -> None:
    """Write down that the computer's clock went on or back by itself while somebody sat at the desk."""
    if abs(jump) > SOUND:
        way = "on" if jump > timedelta() else "back"
        desk.note(
            CLOCK, reason=f"{way} by {round(abs(jump).total_seconds() / 60):,} minutes, unless the computer slept"
        )


def follow(desk: Desk, account: Account) -> None:
    """Inside an open transaction: seal the seed to somebody who is a supervisor now, and take it from anybody else."""
    vault = desk.store.vault
    if account.who.role is not Role.SUPERVISOR or account.who.standing is Standing.SUSPENDED:
        chain.take_back(vault, account.id)
    elif desk.seed:
        chain.entrust(vault, desk.seed, account.id, account.public_key)
    elif chain.unsealed(vault):
        chain.hand_over(vault, _supervisors(desk))


def last_at(desk: Desk) -> str:
    """When the newest row of the audit says it was written; '' where there is none."""
    rows = audit.entries(desk.store.vault, limit=1)
    return str(rows[0]["at"]) if rows else ""


def _supervisors(desk: Desk) -> list[tuple[int, bytes]]:
    """Who should hold the seed: number and public key, both from inside the records."""
    return [
        (each.id, each.public_key)
        for each in accounts.everybody(desk.store.vault)
        if each.who.role is Role.SUPERVISOR and each.who.standing is not Standing.SUSPENDED
    ]
