"""Undoing: one act that puts every record of another back to its state before it; all of them, or none.

Nothing is erased: what the act made is withdrawn, what it changed gets its former state as a new version, and undoing
that again does it once more. Where anything changed since, it is refused, and says by whom.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed, State
from rise_desk.domain.act import UNDONE, Act, Announcement, named, taking_back
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record, Withdrawal
from rise_desk.domain.thing import Thing
from rise_desk.errors import Conflict, NotAllowed, NotFound
from rise_desk.services import casework, merged, scrutiny, still_due
from rise_desk.services.desk import Desk
from rise_desk.storage import acts, history
from rise_desk.storage.acts import Done, Left
from rise_desk.storage.kinds import KINDS
from rise_desk.storage.writing import Writing

AT_ONCE = 500
"""How many records of an act are looked at together."""

TOO_OLD = "This was done before RISE Desk wrote down what each act saved, so it can't be undone."


def undo(desk: Desk, act: Id, *, step: Callable[[int], None] = lambda _done: None) -> tuple[Record, ...]:
    """Take back everything an act did; the records as they now stand.

    `step`: told before each record how many are done; what it raises stops the undoing, and nothing is kept.

    Raises `Conflict` with the record and who changed it since, `NotAllowed` (written down), `NotFound`, `Unavailable`.
    """
    done = acts.done(desk.store.vault, act)
    if done is None:
        raise NotFound("There is no such act to undo.")
    title = taking_back(done.title)
    try:
        with desk.writing() as work:
            access.demand(desk.who, Deed.UNDO, State.MINE if done.account == desk.who.name else State.TEAM)
            work.begin(Act(title=title, saves=(), batch=taking_back(done.batch) if done.batch else ""))
            records = tuple(_each(desk, work, done, step))
            merged.demand_sound(desk, records)
            still_due.demand_seen(desk, records)
            if done.batch:
                work.audit(desk.entry(Deed.UNDO, fields=f"{len(records)} records", reason=title))
    except NotAllowed:
        desk.note("refused", reason=title)
        raise
    subjects = frozenset(subject for each in records for subject in (*(s for s, _ in each.involved()), each.id))
    desk.announce(Announcement(title=title, subjects=subjects, records=records, act=work.act, undoes=act))
    return records


def _each(desk: Desk, work: Writing, done: Done, step: Callable[[int], None]) -> Iterator[Record]:
    count = 0
    for part in acts.left(desk.store.vault, done.id, AT_ONCE):
        for kind in KINDS:
            listed = [each for each in part if each.kind == kind.record.KIND]
            for now, target in _planned(desk, work, done, kind.record, listed):
                step(count)
                yield _put_back(desk, work, done, now, target)
                count += 1
    if not count:
        raise Conflict(TOO_OLD)


def _planned(
    desk: Desk, work: Writing, done: Done, kind: type[Record], listed: Sequence[Left]
) -> list[tuple[Record, Record]]:
    """Each record as it stands and as it is to stand; refused where it can't be put back."""
    if not listed:
        return []
    ids = [each.record for each in listed]
    standing = {each.id: each for each in desk.store.several(kind, ids)}
    before = history.before(desk.store.vault, kind, done.id, ids)
    for each in listed:
        now = standing[each.record]
        scrutiny.permit_reading(desk, Deed.UNDO, now, scrutiny.people_of(work, now))
        _must_be_as_left(desk, done, each, now)
    planned = [(standing[each], _target(desk, done, standing[each], before.get(each))) for each in ids]
    versions = {each.record: each.version for each in listed}
    leaving = [
        now for now, target in planned if isinstance(now, Person | Thing) and target.withdrawn and not now.withdrawn
    ]
    _must_be_empty(desk, done, [each.id for each in leaving if versions[each.id] == 1], NO_ID)
    _must_be_empty(desk, done, [each.id for each in leaving if versions[each.id] > 1], done.id)
    return planned


def _target(desk: Desk, done: Done, now: Record, before: Record | None) -> Record:
    """The state to go back to: the one before the act; of what the act made, itself without counting any more."""
    at = moments.stamp(desk.now())
    if before is None:
        gone = Withdrawal(at=at, by=desk.who.name, why=f"{UNDONE}{named(done.title)}")
        return now.changed(withdrawn=gone)
    target = before.changed(version=now.version)
    if target.withdrawn and not now.withdrawn:
        return target.changed(withdrawn=replace(target.withdrawn, at=at, by=desk.who.name))
    return target


def _put_back(desk: Desk, work: Writing, done: Done, now: Record, target: Record) -> Record:
    problems = scrutiny.against_restoring(desk, target, now)
    if problems:
        raise Conflict(f"{_called(now)} can't be put back. {' '.join(problems.values())}")
    saved = work.put(target, now)
    if not done.batch:
        subject, fields = casework.subject_of(saved), casework.fields_changed(saved, now)
        row = desk.entry(Deed.UNDO, kind=saved.kind, record=saved.id, subject=subject, fields=fields)
        work.audit(replace(row, reason=taking_back(done.title)))
    return saved


def _must_be_as_left(desk: Desk, done: Done, left: Left, now: Record) -> None:
    """It is as the act left it: nothing was done to it since, or all of that was taken back."""
    if now.version == left.version or _as_left(desk, left, now) == now:
        return
    since = acts.by_version(desk.store.vault, now.id)[now.version]
    who = "you" if since.account == desk.who.name else since.account
    raise Conflict(
        f"{_called(now)} was changed again since by {who} (“{since.title}”), so “{done.title}” can't be undone. "
        "Nothing was changed."
    )


def _as_left(desk: Desk, left: Left, now: Record) -> Record | None:
    """The state of a record as an act left it."""
    return next((each for each in history.states(desk.store.vault, now) if each.version == left.version), None)


def _must_be_empty(desk: Desk, done: Done, people: Sequence[Id], since: Id) -> None:
    """A file or thing that would be withdrawn holds nothing that came later: that would go out of sight with it."""
    found = acts.written_since(desk.store.vault, people, done.id, since) if people else None
    if found is None:
        return
    file, record = desk.store.find(found[0]), desk.store.find(found[1])
    assert isinstance(file, Person | Thing)
    assert record is not None
    who = "You have" if record.recorded_by == desk.who.name else f"{record.recorded_by} has"
    about = "written in" if isinstance(file, Person) else "recorded something about"
    what = f"joined another {file.CALLED.lower()} to" if isinstance(record, Person | Thing) else about
    whose = f"{file.name}'s file" if isinstance(file, Person) else file.name
    raise Conflict(f"{who} {what} {whose} since, so “{done.title}” can't be undone. Nothing was changed.")


def _called(record: Record) -> str:
    if isinstance(record, Person):
        return f"{record.name}'s file"
    if isinstance(record, Thing):
        return f"The {record.CALLED.lower()} “{record.name}”"
    return f"The {record.TITLE.lower()} of {moments.shown(record.happened())}"
