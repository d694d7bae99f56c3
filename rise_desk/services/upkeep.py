"""Upkeep: is everything sound, and what to do when it is not."""

from contextlib import nullcontext, suppress

from rise_desk.domain.access import Deed
from rise_desk.errors import Damaged, Unavailable
from rise_desk.services.desk import Desk


def check(desk: Desk) -> list[str]:
    """Everything wrong with the store (file, keys, audit chain, anchor, indexes), one sentence each."""
    desk.demand(Deed.CHECK)
    found = desk.store.problems(desk.due_lines)
    with suppress(Damaged, Unavailable) if found else nullcontext():
        desk.note(Deed.CHECK, reason=f"{len(found)} problems")
    return found


def accept_loss(desk: Desk, reason: str) -> None:
    """Go on although entries are missing: a supervisor's decision, itself written down."""
    desk.demand(Deed.ACCEPT_LOSS)
    desk.note(Deed.ACCEPT_LOSS, reason=f"{desk.store.missing}: {reason}")
    desk.store.accept_gap()
