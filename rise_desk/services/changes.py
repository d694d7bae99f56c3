"""The history of a record: every state it had, newest first, who made it so and when, and what changed each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rise_desk.domain import access
from rise_desk.domain.access import Deed, State
from rise_desk.domain.act import title_of
from rise_desk.domain.changes import Change, between
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import NotFound
from rise_desk.services import casework, restricted
from rise_desk.services.desk import Desk
from rise_desk.storage import acts, history
from rise_desk.storage.acts import Done


@dataclass(frozen=True, kw_only=True)
class Version:
    """One state of a record: when and by whom it became so, by which act, and what differs from the state before."""

    record: Record
    at: Moment
    by: str
    title: str
    reason: str
    changes: tuple[Change, ...]

    @property
    def first(self) -> bool:
        """Whether the record was made by it."""
        return self.record.version == 1


def of(desk: Desk, record: Id) -> tuple[Version, ...]:
    """A record's history, newest first; opening it is written down.

    To a person's main file belongs the history of every file that was merged into it.

    Raises `NotFound` for a reader without the grant it is reserved for, `NotAllowed` for a restricted file.
    """
    found = desk.store.find(record)
    if found is None or not access.may_read(desk.who, found.reserved_for()):
        raise NotFound("That record is not on file.")
    subject = casework.subject_of(found)
    merged = desk.store.whole(found.id).others if isinstance(found, Person) and not found.merged_into else ()
    desk.demand(Deed.HISTORY, _state(desk, (found, *merged)), subject=subject)
    desk.note(Deed.HISTORY, kind=found.kind, record=found.id, subject=subject)
    told = [version for each in (*merged, found) for version in _versions(desk, each)]
    told.sort(key=lambda each: each.at)
    return tuple(told[::-1])


def _state(desk: Desk, records: Sequence[Record]) -> State:
    """Restricted, where the file of anybody whom these concern is closed to this reader."""
    concerned = {subject for each in records for subject, _ in each.involved()}
    people = {each.id for each in records if isinstance(each, Person)}
    return State.RESTRICTED if restricted.closed(desk, concerned | people) else State.TEAM


def _versions(desk: Desk, record: Record) -> list[Version]:
    """The states of one record, the oldest first."""
    states = [*history.states(desk.store.vault, record), record]
    made_by = acts.by_version(desk.store.vault, record.id)
    return [_version(before, after, made_by.get(after.version)) for before, after in pairwise([None, *states]) if after]


def _version(before: Record | None, after: Record, done: Done | None) -> Version:
    """What is told of one state; what was made before acts wrote down what they saved is told by its own stamps."""
    return Version(
        record=after,
        at=done.at if done else after.recorded_at,
        by=done.account if done else after.recorded_by,
        title=done.title if done else title_of(after.changed(version=0)),
        reason=done.reason if done else "",
        changes=between(before, after),
    )
