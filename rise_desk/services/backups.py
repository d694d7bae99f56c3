"""Backups of a store: when one is wanted, making it here and in the second place, and how old the last one is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.errors import DeskError, Invalid, Unavailable
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, backup
from rise_desk.storage.backup import Copy
from rise_desk.storage.database import Vault, key_of
from rise_desk.storage.faults import faults
from rise_desk.storage.files import one_at_a_time

PLACE = "backup_place"
"""The store's setting that names the second place; '' where there is none."""
OLD = timedelta(days=3)
UNCHANGED = ("signed in", "signed out", "locked", str(Deed.BACKUP), "refused")
"""What may be written in the audit without there being anything new to keep."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A backup that was made: where, how many records it holds, and what kept it from the second place, if anything."""

    copy: Copy
    records: int
    second_problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How well a store is backed up: the last copies here and in the second place, if there is one."""

    last: datetime | None
    place: str
    second: datetime | None

    def problem(self, now: datetime) -> str:
        """What a supervisor must do something about; '' where all is well, or where there is no second place."""
        if not self.place or (self.second is not None and now - self.second <= OLD):
            return ""
        since = f"the last there is of {moments.shown(moments.minute(self.second))}" if self.second else "there is none"
        return f"No backup has reached the second place for three days ({since}). Connect the disk, then back up."

    def is_old(self, now: datetime) -> bool:
        """Whether the last backup here is missing or older than three days."""
        return self.last is None or now - self.last > OLD


def standing(desk: Desk) -> Standing:
    """How well this store is backed up now; a second place that can't be read holds nothing."""
    place = second_place(desk)
    try:
        second = _last(_second_folder(desk, place)) if place else None
    except DeskError:
        second = None
    return Standing(last=_last(desk.store.folder.backups), place=place, second=second)


def is_changed(desk: Desk) -> bool:
    """Whether anything was written since the last backup that it does not hold."""
    return audit.any_since(desk.store.vault, str(Deed.BACKUP), UNCHANGED)


def is_wanted_today(desk: Desk) -> bool:
    """Whether the first unlock of this day should make a backup: something changed, and there is none of today."""
    last = _last(desk.store.folder.backups)
    of_today = last is not None and last.astimezone(moments.LONDON).date() == _london(desk.now())
    return not of_today and not desk.store.missing and is_changed(desk)


def is_wanted_at_close(desk: Desk) -> bool:
    """Whether leaving should make one: something changed since the last."""
    return not desk.store.missing and is_changed(desk)


def take(desk: Desk) -> Taken:
    """Make a backup beside the store and in the second place; those no longer worth keeping go.

    `Unavailable` where none could be made here; a second place that failed is told in the answer.
    """
    desk.demand(Deed.BACKUP)
    folder = desk.store.folder.backups
    with one_at_a_time(folder / "making"):
        copy = _make(desk, folder)
        backup.prune(folder)
    problem = _reach_second(desk, copy)
    desk.note(Deed.BACKUP, reason=copy.path.name + (f"; second place: {problem}" if problem else ""))
    return Taken(copy=copy, records=_count(desk.store.vault), second_problem=problem)


def take_into(desk: Desk, folder: Path) -> Taken:
    """Make a backup in a folder somebody names; nothing in it is ever taken away."""
    desk.demand(Deed.BACKUP)
    if not folder.is_dir() and not folder.absolute().parent.is_dir():
        raise Unavailable(f"There is no folder for the backup: {folder.name} can't be found. Is the disk connected?")
    if folder.exists() and not folder.is_dir():
        raise Unavailable(f"The backup can't be made: {folder.name} is a file. Name a folder.")
    copy = _make(desk, folder)
    desk.note(Deed.BACKUP, reason=copy.path.name)
    return Taken(copy=copy, records=_count(desk.store.vault))


def second_place(desk: Desk) -> str:
    """The folder of the second place; '' where there is none."""
    return desk.store.setting(PLACE)


def set_second_place(desk: Desk, place: str) -> None:
    """Keep every backup in this folder too, or in none with ''; `Invalid` where it can't be."""
    desk.demand(Deed.SETTINGS)
    wanted = place.strip()
    if wanted and not Path(wanted).is_dir():
        raise Invalid({"place": "This folder can't be found. Is the disk connected?"})
    if wanted and Path(wanted).resolve().is_relative_to(desk.store.folder.path.resolve()):
        raise Invalid({"place": "Choose a folder on another disk: this one is beside the records themselves."})
    with desk.writing() as work:
        work.set(PLACE, wanted)
        work.audit(desk.entry(Deed.SETTINGS, fields=PLACE))


def known(desk: Desk) -> list[Copy]:
    """Every backup there is of this store, the newest first, here and in the second place."""
    copies = {each.path.name: each for each in backup.found(desk.store.folder.backups)}
    place = second_place(desk)
    try:
        further = backup.found(_second_folder(desk, place)) if place else []
    except DeskError:
        further = []
    return sorted({**{each.path.name: each for each in further}, **copies}.values(), reverse=True)


def later_than(desk: Desk, copy: Copy) -> int:
    """How many audit entries were written since this backup was begun."""
    return audit.count_since(desk.store.vault, moments.stamp(copy.at))


def check(desk: Desk, copy: Copy) -> str:
    """Open a backup and look whether it is sound, in one sentence; looking changes nothing of it."""
    from rise_desk.services import restoring

    desk.demand(Deed.CHECK)
    key = key_of(desk.store.vault)
    with restoring.unpacked(copy.path, desk.store.folder.path) as folder, restoring.opened(folder, key) as store:
        restoring.demand_sound(store)
        records = _count(store.vault)
    desk.note(Deed.CHECK, reason=copy.path.name)
    held = f"{records:,} record{'' if records == 1 else 's'}"
    return f"The backup of {moments.shown(moments.minute(copy.at))} is sound and holds {held}."


def _make(desk: Desk, folder: Path) -> Copy:
    store = desk.store
    return backup.make(store.vault, key_of(store.vault), store.folder.keys, folder, desk.now())


def _reach_second(desk: Desk, copy: Copy) -> str:
    place = second_place(desk)
    if not place:
        return ""
    folder = _second_folder(desk, place)
    try:
        with faults("the second place for backups"):
            if Path(place).is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
        backup.copy_to(copy, folder)
        backup.prune(folder)
    except DeskError as failure:
        return str(failure)
    return ""


def _second_folder(desk: Desk, place: str) -> Path:
    """Its own folder there for each store, so that two that share a disk never take away each other's."""
    return Path(place) / f"rise-desk-{desk.store.vault_id[:8]}"


def _last(folder: Path) -> datetime | None:
    return next((each.at for each in backup.found(folder)), None)


def _count(vault: Vault) -> int:
    return sum(backup.extent(vault).counts[:2])


def _london(now: datetime) -> object:
    return now.astimezone(moments.LONDON).date()
