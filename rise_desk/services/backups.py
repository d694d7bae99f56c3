"""Backups of a store: when one is wanted, making it here and in the second place, and how old the last one is."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.moments import Moment
from rise_desk.errors import Busy, DeskError, Invalid, NotFound, Unavailable
from rise_desk.services import presence
from rise_desk.services.desk import Desk
from rise_desk.storage import audit, backup, keeping
from rise_desk.storage.database import key_of, never
from rise_desk.storage.faults import faults
from rise_desk.storage.files import one_at_a_time

Copy = backup.Copy
PLACE, REACHED, COVERED = "backup_place", "backup_place_reached", "backup_covers"
"""The store's settings: the second place ('' for none), when it last got a copy, and up to which audit entry."""
OLD = timedelta(days=3)
QUIET = ("signed in", "signed out", "locked", "refused", str(Deed.BACKUP), str(Deed.BACKUP_OUT), str(Deed.CHECK))
"""What may be written in the audit without there being anything new to keep."""
SECOND = "the second place for backups"


class Making(Unavailable):
    """Another program makes a backup of the same records just now."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A backup that was made, and what kept it from the second place, if anything."""

    copy: Copy
    second_problem: str = ""

    @property
    def records(self) -> int:
        """How many records it holds."""
        return self.copy.records


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How well a store is backed up: when last, here and in the second place, and whether anything came after."""

    last: datetime | None
    place: str
    second: datetime | None
    changed: bool = True

    def is_old(self, now: datetime) -> bool:
        """Whether there is no backup here, or something has waited for one for more than three days."""
        return self.last is None or (self.changed and now - self.last > OLD)

    def is_behind(self) -> bool:
        """Whether there is a second place that lacks the last backup."""
        return bool(self.place) and (self.second is None or (self.last is not None and self.second < self.last))

    def problem(self, now: datetime) -> str:
        """What must be done about the second place; '' where all is well, or where there is none."""
        if not self.place or not (self.changed or self.is_behind()):
            return ""
        if self.second is None:
            return "No backup has reached the second place yet. Connect the disk, then back up."
        if now - self.second <= OLD:
            return ""
        since = moments.shown(moments.minute(self.second))
        return (
            f"No backup has reached the second place for three days (the last is of {since}). "
            "Connect the disk, then back up."
        )


def standing(desk: Desk) -> Standing:
    """How well this store is backed up now; no disk but the records' own is asked."""
    last, reached = _last(desk), desk.store.setting(REACHED)
    return Standing(
        last=last.at if last else None,
        place=second_place(desk),
        second=moments.earliest(Moment(reached)) if reached else None,
        changed=is_changed(desk),
    )


def is_changed(desk: Desk) -> bool:
    """Whether anything was written that the last backup does not hold, or there is no backup at all."""
    covered = int(desk.store.setting(COVERED, "0"))
    return _last(desk) is None or audit.count_after(desk.store.vault, covered, QUIET) > 0


def is_wanted_today(desk: Desk) -> bool:
    """Whether the first unlock of this day should make a backup: something changed, and there is none of today."""
    last = _last(desk)
    of_today = last is not None and last.day == desk.now().astimezone(moments.LONDON).date()
    return not of_today and is_wanted_at_close(desk)


def is_wanted_at_close(desk: Desk) -> bool:
    """Whether leaving should make one: something changed since the last, and nothing is known to be missing."""
    return not desk.store.missing and is_changed(desk)


def is_behind(desk: Desk) -> bool:
    """Whether there is a second place that lacks the last backup."""
    return standing(desk).last is not None and standing(desk).is_behind()


def later_than(desk: Desk, copy: Copy) -> int:
    """How much was saved, read or printed since this backup was made, in audit entries."""
    return audit.count_after(desk.store.vault, copy.entries, QUIET)


def named(path: Path) -> Copy | None:
    """The backup that a file is by its name; None for any other."""
    return backup.read_name(path)


def newest(desk: Desk) -> Copy:
    """The last backup made here; `NotFound` where there is none."""
    last = _last(desk)
    if last is None:
        raise NotFound("There is no backup yet.")
    return last


def take(desk: Desk, stopped: Callable[[], bool] = never) -> Taken:
    """Make a backup beside the store and in the second place; those no longer worth keeping go.

    `Unavailable` where none could be made here, or soon after `stopped` is true; `Making` while another program makes
    one. A second place that failed is told in the answer.
    """
    desk.demand(Deed.BACKUP)
    with _alone(desk):
        copy = _make(desk, desk.store.folder.backups, stopped)
        with suppress(DeskError):  # what could not be taken away does no harm to what was made
            keeping.prune(desk.store.folder.backups, desk.now(), copy)
        problem = _reach_second(desk, copy, stopped)
    _write_down(desk, copy, problem)
    return Taken(copy=copy, second_problem=problem)


def catch_up(desk: Desk, stopped: Callable[[], bool] = never) -> Taken | None:
    """Bring the last backup to a second place that lacks it; None where there is nothing to bring."""
    desk.demand(Deed.BACKUP)
    last = _last(desk)
    if last is None or not is_behind(desk):
        return None
    with _alone(desk):
        problem = _reach_second(desk, last, stopped)
    if not problem:
        _write_down(desk, last, problem)
    return Taken(copy=last, second_problem=problem)


def take_into(desk: Desk, folder: Path) -> Taken:
    """Make a backup in a folder somebody names; nothing in it is ever taken away, and it is no daily backup."""
    desk.demand(Deed.BACKUP_OUT)
    if folder.exists() and not folder.is_dir():
        raise Unavailable(f"The backup can't be made: {folder.name} is a file. Name a folder.")
    if not folder.is_dir() and not folder.absolute().parent.is_dir():
        raise Unavailable(f"There is no folder for the backup: {folder.name} can't be found. Is the disk connected?")
    what = f"the folder {folder.absolute().name}"
    with _alone(desk):
        corner = desk.store.folder.backups / "outgoing"
        try:
            with faults("the folder of backups"):
                corner.parent.mkdir(mode=0o700, exist_ok=True)
            with faults(what):
                folder.mkdir(mode=0o700, exist_ok=True)
            copy = backup.copy_to(_make(desk, corner, never), folder, what)
        finally:
            shutil.rmtree(corner, ignore_errors=True)
    desk.note(Deed.BACKUP_OUT, reason=copy.path.name)
    return Taken(copy=copy)


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
        work.set(PLACE, str(Path(wanted).absolute()) if wanted else "")
        work.set(REACHED, "")
        work.audit(desk.entry(Deed.SETTINGS, fields=PLACE))


def known(desk: Desk) -> list[Copy]:
    """Every backup there is of this store, here and in the second place, the newest first."""
    folder = desk.store.folder.backups
    here = [*_found(folder), *_found(folder, backup.BEFORE)]
    names = {each.path.name for each in here}
    there = _found(_second_folder(desk)) if second_place(desk) else []
    return sorted([*here, *(each for each in there if each.path.name not in names)], reverse=True)


@contextmanager
def _alone(desk: Desk) -> Iterator[None]:
    """One backup of a store at a time; who comes second is told at once."""
    with ExitStack() as held:
        try:
            with faults("the backup"):
                held.enter_context(one_at_a_time(desk.store.folder.backups, 0.0))
        except Busy:
            raise Making("Another program is making a backup of these records just now.") from None
        held.enter_context(presence.doing(desk, "making a backup"))
        yield


def _make(desk: Desk, folder: Path, stopped: Callable[[], bool]) -> Copy:
    store = desk.store
    with faults("the key file"):
        keys = store.folder.keys.read_bytes()
    whose = store.vault_id[:8]
    return backup.make(store.vault, key_of(store.vault), keys, folder, desk.now(), whose=whose, stopped=stopped)


def _write_down(desk: Desk, copy: Copy, problem: str) -> None:
    """Say in the audit and in the settings what was made, even while records may not be saved."""
    reached = bool(second_place(desk)) and not problem
    told = f"{copy.path.name}{'; in the second place too' if reached else ''}{f'; {problem}' if problem else ''}"
    with desk.store.writing(desk.author, desk.now(), desk.clock.new_id, desk.ruled) as work:
        work.set(COVERED, str(copy.entries))
        if reached:
            work.set(REACHED, moments.stamp(desk.now()))
        work.audit(desk.entry(Deed.BACKUP, reason=told))


def _reach_second(desk: Desk, copy: Copy, stopped: Callable[[], bool]) -> str:
    """Bring a backup to the second place; why that failed, '' where it worked or there is none."""
    place = second_place(desk)
    if not place:
        return ""
    folder = _second_folder(desk)
    try:
        with faults(SECOND):
            if Path(place).is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
        backup.copy_to(copy, folder, SECOND, stopped)
        keeping.prune(folder, desk.now(), copy)
    except DeskError as failure:
        return str(failure)
    return ""


def _second_folder(desk: Desk) -> Path:
    """Its own folder there for each store, so that two that share a disk never take away each other's."""
    return Path(second_place(desk)) / f"rise-desk-{desk.store.vault_id[:8]}"


def _last(desk: Desk) -> Copy | None:
    return next(iter(_found(desk.store.folder.backups)), None)


def _found(folder: Path, called: str = backup.USUAL) -> list[Copy]:
    """The backups in a folder; none in one that can't be read, so that the next attempt to make one says why."""
    try:
        return backup.found(folder, called)
    except DeskError:
        return []
