"""Founding: what a new store is furnished with, and what is kept of its recovery key."""

import hashlib
from collections.abc import Sequence

from rise_desk import places
from rise_desk.domain import names
from rise_desk.domain.record import Id
from rise_desk.storage import chain, keyfile, keys, migrations
from rise_desk.storage.database import Vault
from rise_desk.storage.keyfile import KeyFile
from rise_desk.storage.keys import Strength
from rise_desk.storage.tables import SettingRow

STRENGTH = "kdf"
MADE_ON = "made_on"
"""The London day on which a store was made."""

UNCONFIRMED = "recovery_groups"
ASKED = (3, 7)


def furnish(
    vault: Vault,
    folder: places.DataFolder,
    held: KeyFile,
    data_key: bytes,
    strength: Strength,
    recovery_key: str,
    day: str,
) -> bytes:
    """Bring an empty vault up on a London day, with the settings it starts with; the seed of its audit's chain."""
    migrations.bring_up(vault, folder, data_key)
    settings = {
        "vault_id": held.vault_id,
        MADE_ON: day,
        STRENGTH: f"{strength.memory_kib} {strength.time_cost} {strength.lanes}",
        UNCONFIRMED: asked_groups(held.vault_id, recovery_key),
    }
    for name, value in settings.items():
        vault.do(SettingRow.insert(name=name, value=value))
    seed = chain.begin(vault)
    chain.keep_for_recovery(vault, seed, recovery_key, _aad(held.vault_id))
    return seed


def recover_seed(vault: Vault, vault_id: str, account: Id, public_key: bytes, old: str, fresh: str) -> None:
    """Seal the chain's seed to a supervisor who came in by the recovery key, and lock it under the new one."""
    seed = chain.recovered(vault, old, _aad(vault_id)) or chain.unsealed(vault)
    if seed:
        chain.entrust(vault, seed, account, public_key)
        chain.keep_for_recovery(vault, seed, fresh, _aad(vault_id))
    else:
        chain.take_back(vault, account)


def with_recovery(held: KeyFile, data_key: bytes, recovery_key: str) -> KeyFile:
    """The key file with this recovery key in place of any other."""
    return keyfile.with_recovery(
        held, keys.wrap_data_key(data_key, recovery_key, keys.slot_aad(held.vault_id, "recovery"))
    )


def asked_groups(vault_id: str, recovery_key: str) -> str:
    """What is kept to compare the two groups with that are typed back; of the other groups nothing is kept."""
    groups = recovery_key.split("-")
    return digest(vault_id, [groups[place - 1] for place in ASKED])


def digest(vault_id: str, groups: Sequence[str]) -> str:
    """Groups of a recovery key as they are compared, however they were typed."""
    typed = "".join(names.fold(group).replace(" ", "") for group in groups)
    return hashlib.sha256(f"{vault_id} {typed}".encode()).hexdigest()


def _aad(vault_id: str) -> bytes:
    return keys.slot_aad(vault_id, "chain")
