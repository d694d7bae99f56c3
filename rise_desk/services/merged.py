"""Merged files: which files are one human being's, how they read together, and what may never be joined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.merging import Whole
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.storage import history, merges


@dataclass(frozen=True, kw_only=True)
class Joined:
    """A file that was merged into another: as it was filed, since when, and by whom."""

    person: Person
    at: Moment
    by: str


def head_of(desk: Desk, ids: Iterable[Id]) -> dict[Id, Id]:
    """The main file of each of these: its own number where it was merged into none."""
    wanted = list(ids)
    found = merges.heads(desk.store.vault, wanted)
    return {each: found.get(each, each) for each in wanted}


def ids_of(desk: Desk, subject: Id) -> tuple[Id, ...]:
    """The numbers of all files of whoever this is, the main one first."""
    main = head_of(desk, (subject,))[subject]
    return (main, *merges.members(desk.store.vault, (main,)).get(main, ()))


def whole(desk: Desk, subject: Id) -> Whole:
    """Every file of one human being, for somebody who may open all of them: the stricter of them decides."""
    found = desk.store.whole(subject)
    desk.demand(Deed.OPEN, access.state_of(desk.who, found.person), subject=found.main.id)
    return found


def members(desk: Desk, subject: Id) -> tuple[Person, ...]:
    """The files that were merged into somebody's main file, as they were filed."""
    return whole(desk, subject).others


def as_filed(desk: Desk, file: Id) -> Person:
    """One file as it was filed, though it may have been merged into another: to change what it says."""
    found = whole(desk, file)
    return next(each for each in (found.main, *found.others) if each.id == file)


def joined(desk: Desk, subject: Id) -> tuple[Joined, ...]:
    """The files that were merged into somebody's main file, each with when and by whom it was."""
    return tuple(_joined(desk, each) for each in members(desk, subject))


def moved(desk: Desk, file: Id) -> str:
    """Where a file is read now, in a sentence for whoever still has it open; '' where it was merged into none."""
    found = desk.store.whole(file)
    if found.main.id == file:
        return ""
    other = _joined(desk, next(each for each in found.others if each.id == file))
    when = moments.shown(Moment(moments.london_day(other.at)))
    return f"File {other.person.file_number} was merged into {found.main.file_number} by {other.by} on {when}."


def _joined(desk: Desk, person: Person) -> Joined:
    states = [each for each in history.states(desk.store.vault, person) if isinstance(each, Person)]
    since = [person, *takewhile(lambda each: each.merged_into == person.merged_into, reversed(states))][-1]
    return Joined(person=person, at=since.recorded_at, by=since.recorded_by)


def demand_sound(desk: Desk, saved: Sequence[Record]) -> None:
    """Raise `Invalid` where an act would leave a file merged into itself, into a merged file, or out of sight."""
    for each in saved:
        if isinstance(each, Person | Thing) and (each.merged_into or each.withdrawn):
            problem = _problem(desk, each)
            if problem:
                raise Invalid({"merged_into": problem})


def _problem(desk: Desk, file: Person | Thing) -> str:
    called = called_in(file)
    if file.merged_into == file.id:
        return f"A {file.CALLED.lower()} can't be merged into itself."
    if file.merged_into and file.version == 1:
        return f"Save the {file.CALLED.lower()} first, then merge it."
    if merges.members(desk.store.vault, (file.id,)):
        others = "files" if isinstance(file, Person) else "records"
        return f"Other {others} are merged into {called}. Separate them first."
    if not file.merged_into:
        return ""
    main = desk.store.get(type(file), file.merged_into)
    if main.merged_into:
        return f"{called_in(main)} was merged into another {file.CALLED.lower()} itself."
    return withdrawn(file) or withdrawn(main)


def called_in(file: Person | Thing) -> str:
    """What a file or thing is called in a sentence: its file number, or its name."""
    return file.file_number if isinstance(file, Person) else file.name


def withdrawn(file: Person | Thing) -> str:
    """Why what was withdrawn stays out of a merge, in a sentence; '' for what stands."""
    sort = file.CALLED.lower()
    return f"{called_in(file)} was withdrawn, and a withdrawn {sort} can't be merged." if file.withdrawn else ""
