"""Supervisors hold the seed of the audit's chain, and sign how it ends; what is touched is said at the next sign-in."""

from datetime import timedelta
from pathlib import Path

import pytest

from rise_desk.domain.staff import Role
from rise_desk.services import accounts, custody, signing_in, upkeep
from rise_desk.services.clock import Clock
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, chain, chain_proof, guard, keys
from tests.build import PASSWORD

OTHER = "another long password"


def _again(desk: Desk, name: str = "Lena Osei", password: str = PASSWORD, clock: Clock | None = None) -> Desk:
    if desk.store.vault.database is not None:
        signing_in.leave(desk)
    return signing_in.sign_in(desk.store.folder.path, name, password, clock or desk.clock)


def _join(desk: Desk, name: str, role: Role) -> Desk:
    """Somebody new, at a desk with a password of their own."""
    code = accounts.add(desk, name, role)
    signing_in.leave(desk)
    laid = signing_in.sign_in(desk.store.folder.path, name, code, desk.clock, code_ok=True)
    accounts.change_password(laid, code, OTHER)
    return _again(laid, name, OTHER)


def _sealed_to(desk: Desk) -> int:
    return len(desk.store.vault.sql("SELECT account FROM chain_seal"))


def test_a_supervisor_holds_the_seed_until_they_leave_and_it_is_shown_nowhere(desk: Desk) -> None:
    seed = desk.seed
    assert len(seed) == 32
    assert repr(seed) not in repr(desk)
    signing_in.leave(desk)
    assert desk.seed == b""
    assert _again(desk).seed == seed


def test_a_second_supervisor_gets_the_same_seed_and_a_worker_none(desk: Desk) -> None:
    seed = desk.seed
    second = _join(desk, "Amara Bello", Role.SUPERVISOR)
    assert second.seed == seed
    worker = _join(second, "Tom Reid", Role.WORKER)
    assert worker.seed == b""
    assert upkeep.check(worker) == []
    signing_in.leave(worker)


def test_whoever_is_promoted_demoted_suspended_or_reset_is_followed(desk: Desk) -> None:
    accounts.add(desk, "Amara Bello", Role.WORKER)
    assert _sealed_to(desk) == 1
    accounts.entrust(desk, "Amara Bello", Role.SUPERVISOR, ())
    assert _sealed_to(desk) == 2
    accounts.entrust(desk, "Amara Bello", Role.MANAGER, ())
    assert _sealed_to(desk) == 1
    accounts.entrust(desk, "Amara Bello", Role.SUPERVISOR, ())
    accounts.suspend(desk, "Amara Bello")
    assert _sealed_to(desk) == 1
    accounts.reset(desk, "Amara Bello")
    assert _sealed_to(desk) == 2


def test_the_recovery_key_brings_the_seed_back(folder: Path, clock: Clock) -> None:
    recovery = accounts.create(folder, "Lena Osei", PASSWORD, clock, keys.TEST)
    laid = signing_in.sign_in(folder, "Lena Osei", PASSWORD, clock)
    seed = laid.seed
    for _twice in range(2):
        signing_in.leave(laid)
        recovery = accounts.recover(folder, "Lena Osei", recovery, OTHER, clock)
        laid = signing_in.sign_in(folder, "Lena Osei", OTHER, clock)
        assert laid.seed == seed
    assert upkeep.check(laid) == []
    signing_in.leave(laid)


def test_a_store_without_a_seed_for_recovery_opens_all_the_same(folder: Path, clock: Clock) -> None:
    recovery = accounts.create(folder, "Lena Osei", PASSWORD, clock, keys.TEST)
    laid = signing_in.sign_in(folder, "Lena Osei", PASSWORD, clock)
    laid.store.vault.sql("DELETE FROM setting WHERE name = 'chain_recovery'")
    signing_in.leave(laid)
    accounts.recover(folder, "Lena Osei", recovery, OTHER, clock)
    laid = signing_in.sign_in(folder, "Lena Osei", OTHER, clock)
    assert laid.seed == b""
    assert upkeep.check(laid) == []
    accounts.add(laid, "Amara Bello", Role.SUPERVISOR)
    assert _sealed_to(laid) == 0
    signing_in.leave(laid)


def test_a_wrong_seal_or_recovery_lock_opens_nothing(desk: Desk) -> None:
    vault, pair = desk.store.vault, keys.KeyPair.new()
    chain.entrust(vault, desk.seed, 5, pair.public)
    assert chain.seed_of(vault, 5, pair.private) == desk.seed
    assert chain.seed_of(vault, 5, keys.KeyPair.new().private) == b""
    assert chain.recovered(vault, keys.new_recovery_key(), b"chain") == b""


def test_an_older_store_gives_its_seed_to_the_first_supervisor(desk: Desk) -> None:
    seed = desk.seed
    desk.store.vault.sql("DELETE FROM chain_seal")
    desk.store.vault.sql("INSERT INTO setting (name, value) VALUES ('chain_seed', ?)", (seed.hex(),))
    later = _again(desk)
    assert later.seed == seed
    assert chain.unsealed(later.store.vault) == b""
    chain.take_back(later.store.vault, 0)
    later.seed = b""
    later.store.vault.sql("INSERT INTO setting (name, value) VALUES ('chain_seed', ?)", (seed.hex(),))
    accounts.add(later, "Amara Bello", Role.SUPERVISOR)
    assert _sealed_to(later) == 2
    assert chain.unsealed(later.store.vault) == b""
    signing_in.leave(later)


def test_a_supervisor_signs_how_the_audit_ends(desk: Desk) -> None:
    (row,) = desk.store.vault.sql("SELECT seq, account, hash FROM audit_signature ORDER BY seq DESC LIMIT 1")
    assert row == (2, "Lena Osei", audit.hash_at(desk.store.vault, 2)) or row[2] == audit.hash_at(
        desk.store.vault, row[0]
    )
    assert upkeep.check(desk) == []


@pytest.mark.parametrize("column", ["account", "at", "hash", "public_key", "signature"])
def test_a_signature_that_was_altered_is_named(desk: Desk, column: str) -> None:
    desk.store.vault.sql(f'UPDATE audit_signature SET "{column}" = "{column}" || \'1\'')
    assert any("under row" in each and "was altered" in each for each in upkeep.check(desk))


def test_rows_sealed_again_are_not_the_ones_that_were_signed(desk: Desk) -> None:
    ((seq,),) = desk.store.vault.sql("SELECT max(seq) FROM audit_signature")
    with guard.lifted(desk.store.vault):
        desk.store.vault.sql("DROP TRIGGER audit_no_update")
    desk.store.vault.sql("UPDATE audit SET hash = 'x' WHERE seq = ?", (seq,))
    found = upkeep.check(desk)
    assert f"audit: row {seq} is not as it was written" in found
    assert f"audit: row {seq} is not the one that Lena Osei signed" in found


def test_a_broken_audit_is_said_at_the_next_sign_in_not_signed_and_work_goes_on(desk: Desk) -> None:
    vault = desk.store.vault
    with guard.lifted(vault):
        vault.sql("DROP TRIGGER audit_no_update")
    vault.sql("UPDATE audit SET account = 'Somebody' WHERE seq = 2")
    before = vault.sql("SELECT count(*) FROM audit_signature")
    later = _again(desk)
    assert later.broken == ("audit: row 2 is not as it was written",)
    assert later.store.vault.sql("SELECT count(*) FROM audit_signature") == before
    row = audit.entries(later.store.vault, limit=1)[0]
    assert (row["deed"], row["reason"]) == (custody.BROKEN, later.broken[0])
    later.note("still at work")
    assert chain_proof.problems(later.store.vault) == list(later.broken)
    signing_in.leave(later)


@pytest.mark.parametrize(("back", "said"), [(timedelta(minutes=5), False), (timedelta(minutes=5, seconds=1), True)])
def test_a_clock_that_went_back_is_written_down(desk: Desk, back: timedelta, said: bool) -> None:
    later = _again(desk, clock=Clock(desk.now() - back))
    assert (custody.CLOCK in [each["deed"] for each in audit.entries(later.store.vault)]) is said
    signing_in.leave(later)


@pytest.mark.parametrize(
    ("jump", "said"),
    [
        (timedelta(minutes=5), ""),
        (timedelta(minutes=6), "on by 6 minutes, unless the computer slept"),
        (timedelta(minutes=-5), ""),
        (timedelta(minutes=-90), "back by 90 minutes, unless the computer slept"),
    ],
)
def test_a_clock_that_jumps_while_somebody_sits_there_is_written_down(desk: Desk, jump: timedelta, said: str) -> None:
    custody.mark_jump(desk, jump)
    row = audit.entries(desk.store.vault)[0]
    assert (row["reason"] if row["deed"] == custody.CLOCK else "") == said
