"""The history of a record: every state it had, newest first, who made it so and when, and what changed each time."""

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
from rise_desk.services import casework
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


def of(desk: Desk, record: Id) -> tuple[Version, ...]:
    """A record's history, newest first; opening it is written down.

    Raises `NotFound` for a reader without the grant it is reserved for, `NotAllowed` for a restricted file.
    """
    found = desk.store.find(record)
    if found is None or not access.may_read(desk.who, found.reserved_for()):
        raise NotFound("That record is not on file.")
    subject = casework.subject_of(found)
    desk.demand(Deed.HISTORY, _state(desk, found), subject=subject)
    desk.note(Deed.HISTORY, kind=found.kind, record=found.id, subject=subject)
    states = [*history.states(desk.store.vault, found), found]
    made_by = acts.by_version(desk.store.vault, found.id)
    told = [_version(before, after, made_by.get(after.version)) for before, after in pairwise([None, *states]) if after]
    return tuple(reversed(told))


def _state(desk: Desk, record: Record) -> State:
    """Restricted, where anybody whom the record concerns has a restricted file."""
    concerned = desk.store.several(Person, {subject for subject, _ in record.involved()})
    people = [*concerned, *([record] if isinstance(record, Person) else [])]
    return State.RESTRICTED if any(each.restricted for each in people) else State.TEAM


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
