"""Migrations: numbered steps from schema to schema, in plain SQL that never names a live model.

A store is brought up in one transaction, after a verified copy of it was made; one from a newer program is left alone.
"""

import shutil
from collections.abc import Callable, Sequence

from rise_desk.errors import TooNew
from rise_desk.places import DataFolder
from rise_desk.storage import guard
from rise_desk.storage.database import Vault, verified_copy
from rise_desk.storage.faults import faults
from rise_desk.storage.migrations import step_1, step_2, step_3, step_4, step_5

Step = Callable[[Vault], None]

STEPS: tuple[Step, ...] = (step_1.apply, step_2.apply, step_3.apply, step_4.apply, step_5.apply)
"""Every step in order; the number of a store's schema is how many of them it has been through."""


def schema(vault: Vault) -> int:
    """The schema a store has now; 0 for an empty one."""
    return int(vault.sql("PRAGMA user_version")[0][0])


def bring_up(vault: Vault, folder: DataFolder, key: bytes, steps: Sequence[Step] = STEPS) -> None:
    """Bring a store to the newest schema; `TooNew` when it is from a newer program, and then nothing is touched."""
    held = schema(vault)
    if held > len(steps):
        raise TooNew(
            f"These records were saved by a newer RISE Desk (format {held}; this one knows {len(steps)}). "
            "Update RISE Desk on this computer."
        )
    if held == len(steps):
        return
    if held:
        _copy_first(vault, folder, key, held)
    with faults(), guard.lifted(vault), vault.atomic():
        for step in steps[held:]:
            step(vault)
        vault.sql(f"PRAGMA user_version = {len(steps)}")


def _copy_first(vault: Vault, folder: DataFolder, key: bytes, held: int) -> None:
    """Make and verify a copy of the store, with the key file that opens it, before a step changes it."""
    copy = folder.copies / f"before-format-{held + 1}.vault"
    verified_copy(vault, copy, key)
    with faults("the copy of the key file"):
        shutil.copyfile(folder.keys, copy.with_name(copy.name + ".keys"))
