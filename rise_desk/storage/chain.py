"""The chain's key: each row of the audit is sealed with one that is gone a thousand rows later (security 3.7).

The key of a stretch makes the key of the next and is overwritten, so that whoever gets hold of the present key can't
seal the rows before it again. The seed that the first key comes from is sealed to the supervisors alone.
"""

import hashlib
import json
import secrets
from collections.abc import Sequence

from rise_desk.errors import WrongKey
from rise_desk.storage import keys
from rise_desk.storage.database import Vault
from rise_desk.storage.tables import ChainSealRow, SettingRow

STRETCH = 1_000
"""How many rows one key seals."""

KEY, OLD, SEED, RECOVERY = "chain_key", "chain_old", "chain_seed", "chain_recovery"
"""Settings: the present stretch and its key; the last row of schema 1 with its key; the seed, until it is sealed to
somebody; and the seed under the recovery key."""

_READ = "SELECT value FROM setting WHERE name = ?"


def begin(vault: Vault) -> bytes:
    """Begin the chain of a new store; its seed, to be sealed to the first supervisor."""
    seed = secrets.token_bytes(32)
    _write(vault, KEY, f"0 {first(seed, '').hex()}")
    return seed


def first(seed: bytes, old: str) -> bytes:
    """The first key, bound to where the rows of an older store end."""
    return hashlib.sha256(seed + old.encode()).digest()


def following(key: bytes) -> bytes:
    """The key of the next stretch."""
    return hashlib.sha256(key + b"next").digest()


def stretch_of(seq: int) -> int:
    """Which stretch a row belongs to."""
    return (seq - 1) // STRETCH


def present(vault: Vault) -> tuple[int, bytes]:
    """The stretch that the kept key is of, and the key."""
    stretch, key = _read(vault, KEY).split()
    return int(stretch), bytes.fromhex(key)


def key_for(vault: Vault, seq: int) -> bytes:
    """The key for a row that is being written; the ones before it are overwritten in the same transaction.

    Read afresh each time, as another program, or a transaction that was undone, may have moved it.
    """
    held, key = present(vault)
    wanted = stretch_of(seq)
    if held < wanted:
        for _stretch in range(held, wanted):
            key = following(key)
        _write(vault, KEY, f"{wanted} {key.hex()}")
    return key


def old(vault: Vault) -> tuple[int, bytes]:
    """The last row that schema 1 wrote and the one key it had; (0, b'') in a store that never was of schema 1."""
    rows, _space, key = (_read(vault, OLD) or "0 ").partition(" ")
    return int(rows), bytes.fromhex(key)


def keys_from(vault: Vault, seed: bytes, last: int) -> dict[int, bytes]:
    """The key of every stretch up to the one of this row, by the seed."""
    begun = stretch_of(old(vault)[0] + 1)
    made = {begun: first(seed, _read(vault, OLD))}
    for stretch in range(begun, stretch_of(last)):
        made[stretch + 1] = following(made[stretch])
    return made


def entrust(vault: Vault, seed: bytes, account: int, public_key: bytes) -> None:
    """Seal the seed to a supervisor, in place of what was sealed to them before."""
    values = {"account": account, "sealed": keys.seal(seed, public_key)}
    vault.do(ChainSealRow.insert(**values).on_conflict("REPLACE"))


def take_back(vault: Vault, account: int) -> None:
    """Somebody is no supervisor any more."""
    vault.do(ChainSealRow.delete().where(ChainSealRow.account == account))


def seed_of(vault: Vault, account: int, private_key: bytes) -> bytes:
    """The seed as a supervisor can open it; b'' where it isn't sealed to them."""
    rows = vault.rows(ChainSealRow.select(ChainSealRow.sealed).where(ChainSealRow.account == account))
    try:
        return keys.unseal(bytes(rows[0][0]), private_key) if rows else b""
    except WrongKey:
        return b""


def unsealed(vault: Vault) -> bytes:
    """The seed of a store that was brought up from schema 1, until a supervisor signs in; else b''."""
    return bytes.fromhex(_read(vault, SEED))


def hand_over(vault: Vault, supervisors: Sequence[tuple[int, bytes]]) -> None:
    """Seal what lay unsealed to the supervisors there are, by number and public key, and forget it."""
    seed = unsealed(vault)
    for account, public_key in supervisors if seed else ():
        entrust(vault, seed, account, public_key)
    if seed and supervisors:
        vault.do(SettingRow.delete().where(SettingRow.name == SEED))


def keep_for_recovery(vault: Vault, seed: bytes, recovery_key: str, aad: bytes) -> None:
    """Lock the seed under the recovery key, for a store whose supervisors are all lost."""
    _write(vault, RECOVERY, json.dumps(keys.wrap_data_key(seed, recovery_key, aad)))


def recovered(vault: Vault, recovery_key: str, aad: bytes) -> bytes:
    """The seed by the recovery key; b'' where it was never locked under this one."""
    held = _read(vault, RECOVERY)
    try:
        return keys.unwrap_data_key(json.loads(held), recovery_key, aad) if held else b""
    except WrongKey:
        return b""


def _read(vault: Vault, name: str) -> str:
    rows = vault.sql(_READ, (name,))
    return str(rows[0][0]) if rows else ""


def _write(vault: Vault, name: str, value: str) -> None:
    vault.do(SettingRow.insert(name=name, value=value).on_conflict("REPLACE"))
