"""Making a demonstration: an invented team and caseload in a folder of its own, told through the same store.

It is made whole in a corner of its folder before it is moved to its place, so nobody ever signs in at half of one.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from rise_desk import places
from rise_desk.domain import moments
from rise_desk.domain.act import Act
from rise_desk.errors import DeskError, Unavailable
from rise_desk.places import DataFolder
from rise_desk.services import accounts, casework, founding, settings, signing_in
from rise_desk.services.clock import Clock
from rise_desk.services.demo import caseload, county, interviews
from rise_desk.services.demo.demonstration import Demonstration, SignIn, Wanted, sign_ins, told
from rise_desk.services.demo.team import TEAM, Member
from rise_desk.services.desk import DEMONSTRATION, Desk
from rise_desk.storage.keys import Strength

USUAL = Wanted()
STRENGTH = accounts.strength(64)
"""Weaker than a real store's: its passwords are no secret."""
BATCH = "demonstration"
HALF_MADE = ".half-made"
REAL = "There are records in this folder that are not a demonstration; nothing was changed. Choose another folder."

Tell = Callable[[int, int], object]
"""Hears how many records are told, of how many."""


def make(
    path: Path,
    clock: Clock,
    wanted: Wanted = USUAL,
    *,
    again: bool = False,
    strength: Strength | None = None,
    tell: Tell = lambda told, of: None,
) -> Demonstration:
    """The demonstration in this folder, made unless it is there; `again` puts a new one in its place.

    `Unavailable` where the folder holds real records, or a demonstration of another size; nothing is changed then.
    """
    wanted.check()
    folder = places.check_folder(path, must_exist=False)
    held = find(path)
    if held is None and signing_in.has_store(path):
        raise Unavailable(REAL)
    if held is not None and not again:
        _fits(held, wanted)
        return held
    part = DataFolder(folder.path / HALF_MADE)
    shutil.rmtree(part.path, ignore_errors=True)
    try:
        made = _fill(part, clock, wanted, strength or STRENGTH, tell)
        if held is not None:
            _clear(folder)
        _put_in_place(part, folder)
    finally:
        shutil.rmtree(part.path, ignore_errors=True)
    return replace(made, path=folder.path)


def find(path: Path) -> Demonstration | None:
    """The demonstration in this folder; None where there is none.

    A file of sign-ins alone does not make one: only where they open a store that says that it is invented.
    """
    folder = DataFolder(path.absolute())
    held = sign_ins(path)
    if held is None or not folder.vault.exists():
        return None
    first = held.users[0]
    try:
        desk = signing_in.sign_in(path, first.name, first.password, Clock())
    except DeskError:
        return None
    try:
        return held if desk.demonstration else None
    finally:
        signing_in.leave(desk)


def _fits(held: Demonstration, wanted: Wanted) -> None:
    if held.wanted != wanted:
        raise Unavailable(
            f"There is another demonstration in this folder, with {held.wanted.people:,} young people and "
            f"{held.wanted.notes:,} notes. Choose another folder, or put a new one in its place with --again."
        )


def _fill(folder: DataFolder, clock: Clock, wanted: Wanted, strength: Strength, tell: Tell) -> Demonstration:
    first = TEAM[0]
    accounts.create(folder.path, first.name, first.password, clock, strength)
    desk = signing_in.sign_in(folder.path, first.name, first.password, clock)
    try:
        with desk.writing() as work:
            work.set(DEMONSTRATION, "1")
            work.set(founding.UNCONFIRMED, "")
        settings.set_interviews_since(desk, interviews.expected_since(_today(clock.now())))
        settings.set_our_council(desk, county.AUTHORITY)
        _seat(desk, TEAM)
        _tell(desk, wanted, tell)
        accounts.entrust(desk, first.name, first.role, sorted(first.grants))
    finally:
        signing_in.leave(desk)
    made = Demonstration(
        path=folder.path,
        wanted=wanted,
        day=_today(clock.now()).isoformat(),
        users=tuple(SignIn(name=each.name, role=each.role, password=each.password) for each in TEAM),
        made_now=True,
    )
    folder.sign_ins.write_text(json.dumps(told(made), ensure_ascii=False, indent=1), "utf-8")
    return made


def _seat(desk: Desk, team: tuple[Member, ...]) -> None:
    """Give everybody an account and a password of their own; whoever tells the story may read all of it."""
    accounts.entrust(desk, team[0].name, team[0].role, ("health", "intelligence"))
    for each in team[1:]:
        code = accounts.add(desk, each.name, each.role, sorted(each.grants))
        theirs = signing_in.sign_in(desk.store.folder.path, each.name, code, desk.clock, code_ok=True)
        try:
            accounts.change_password(theirs, code, each.password)
        finally:
            signing_in.leave(theirs)


def _tell(desk: Desk, wanted: Wanted, tell: Tell) -> None:
    """Tell the story up to now: one that is made before seven in the morning leaves out what is told of later."""
    every, done = wanted.people + wanted.notes, 0
    story = caseload.tell(desk.practice, desk.now(), people=wanted.people, notes=wanted.notes, seed=wanted.seed)
    for batch in story:
        past = tuple(each for each in batch.records if each.recorded_at <= moments.stamp(desk.now()))
        casework.perform(desk, Act(title=batch.title, saves=past, batch=BATCH), as_stamped=True)
        done += len(batch.records)
        tell(min(done, every), every)


def _put_in_place(part: DataFolder, folder: DataFolder) -> None:
    """Move a finished demonstration up to its place: what makes a folder a store comes last of all."""
    last = (folder.keys.name, folder.vault.name)
    ready = sorted(part.path.iterdir(), key=lambda each: (each.name in last, each.name == last[-1], each.name))
    moved: list[Path] = []
    try:
        for each in ready:
            target = folder.path / each.name
            each.rename(target)
            moved.append(target)
    except OSError:
        for each in moved:
            _remove(each)
        raise Unavailable(
            "The demonstration can't be put into this folder: something else lies there. Choose another folder."
        ) from None


def _clear(folder: DataFolder) -> None:
    """Take a demonstration away; whatever else somebody put beside it stays."""
    own = (
        *folder.anchors,
        folder.attempts,
        folder.copies,
        folder.backups,
        folder.log,
        folder.sign_ins,
        folder.vault,
        folder.keys,
    )
    for each in own:
        for found in each.parent.glob(f"{each.name}*"):
            _remove(found)
    shutil.rmtree(folder.anchors[-1].parent, ignore_errors=True)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _today(now: datetime) -> date:
    return now.astimezone(moments.LONDON).date()
