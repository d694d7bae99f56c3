"""Imports of the last day, each of which can be undone as one act while nothing it saved was changed since."""

from dataclasses import dataclass
from datetime import timedelta

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.act import UNDONE, named
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Conflict, NotFound
from rise_desk.services import presence, undoing
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.importing import TITLE, back_up
from rise_desk.services.watch import UNWATCHED, Watch
from rise_desk.storage import acts, batches

UNTIL = timedelta(hours=24)
UNDOING = "Undoing the import"
TOO_LATE = "This import is more than 24 hours old, so it can't be undone as one. Withdraw its records one by one."


@dataclass(frozen=True, kw_only=True)
class Imported:
    """One import: the act, when and by whom, of which file, how many records it saved, how many of
    them were new, and whether it was undone.
    """

    act: Id
    at: Moment
    by: str
    file: str
    records: int
    made: int
    undone: bool = False


def recent(desk: Desk) -> list[Imported]:
    """The imports of the last 24 hours, the newest first; without those that took one back."""
    desk.demand(Deed.IMPORT)
    vault = desk.store.vault
    return [
        Imported(
            act=each.act,
            at=each.at,
            by=each.account,
            file=named(each.title).removeprefix(named(TITLE)),
            records=each.records,
            made=each.made,
            undone=batches.is_undone(vault, each.act),
        )
        for each in batches.since(vault, moments.stamp(desk.now() - UNTIL))
        if _is_import(each.title)
    ]


def undo(desk: Desk, act: Id, watch: Watch = UNWATCHED) -> tuple[Record, ...]:
    """Take back all that an import did, after a backup: what it made is withdrawn, what it added is gone.

    Raises `Conflict` where it is too old, or a record was changed since (it says which and by whom), and what
    `importing.commit` raises; then nothing was undone.
    """
    desk.demand(Deed.IMPORT)
    done = acts.done(desk.store.vault, act)
    if done is None or not _is_import(done.title):
        raise NotFound("There is no such import.")
    if desk.now() - moments.earliest(done.at) > UNTIL:
        raise Conflict(TOO_LATE)
    count = sum(each.records for each in batches.since(desk.store.vault, done.at) if each.act == act)
    with presence.doing(desk, f"undoing the {named(done.title)}"), batches.room(desk.store.vault):
        back_up(desk, "undone", watch)
        return undoing.undo(desk, act, step=lambda so_far: watch.step(UNDOING, so_far, count))


def _is_import(title: str) -> bool:
    return not title.startswith(UNDONE) and named(title).startswith(named(TITLE))
