"""Casework: the one door for writes. Permitted? Any problems? Unchanged since it was opened? Then all of it is kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from rise_desk.domain import access, moments
from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act, Announcement, title_of
from rise_desk.domain.hearing import heard
from rise_desk.domain.person import ADULT, AT_RISK, OF_CONCERN, YOUNG_PERSON, Person
from rise_desk.domain.record import NO_ID, Id, Record, Withdrawal, attributes, plain
from rise_desk.domain.thing import Thing
from rise_desk.errors import Conflict, Invalid, NotAllowed, NotFound
from rise_desk.services import duplicates, merged, references, restricted, scrutiny, still_due
from rise_desk.services.desk import Desk
from rise_desk.storage import history
from rise_desk.storage.kinds import KINDS
from rise_desk.storage.writing import Writing

RecordType = TypeVar("RecordType", bound=Record)
SUBJECT = (Person, Thing)
"""What can be merged into another of its kind."""


def perform(
    desk: Desk,
    act: Act,
    *,
    acts_seen: int | None = None,
    first: Callable[[Writing], None] | None = None,
    as_stamped: bool = False,
    step: Callable[[int], None] = lambda _saved: None,
) -> tuple[Record, ...]:
    """Do everything an act says, or nothing; the records as they now stand.

    `acts_seen`: how many acts there were when this one was planned, if it holds only while there are no more.
    `first`: what else belongs to the act and is written before its records (a picture).
    `as_stamped`: new records keep the author and time they came with (`Desk.writing`).
    `step`: told before each record how many are saved; what it raises stops the act, and nothing is kept.

    Raises `Invalid` with a sentence for each field, `NotAllowed` (written down), `Conflict`, `Unavailable`.
    """
    try:
        with desk.writing(as_stamped=as_stamped) as work:
            if acts_seen not in (None, history.count(desk.store.vault)):
                raise Conflict("Records were saved since this was planned. Look at it again.")
            work.begin(act)
            if first is not None:
                first(work)
            saved = tuple(_each(desk, work, act, step))
            merged.demand_sound(desk, saved)
            still_due.demand_seen(desk, saved)
            if act.batch:
                work.audit(desk.entry(Deed.IMPORT, fields=f"{len(saved)} records", reason=act.batch))
    except NotAllowed:
        desk.note("refused", reason=act.title, subject=subject_of(act.saves[0]))
        raise
    touched = {subject for each in saved for subject in (*(s for s, _ in each.involved()), each.id, _main(each))}
    desk.announce(Announcement(title=act.title, subjects=frozenset(touched), records=saved, act=work.act))
    return saved


def save(desk: Desk, record: RecordType, title: str = "", *, reason: str = "") -> RecordType:
    """Save one record: the act of one; `reason` is why, where somebody must say so."""
    act = Act(title=title or title_of(record), saves=(record,), reason=reason.strip())
    return cast(RecordType, perform(desk, act)[0])


def withdraw(desk: Desk, record: RecordType, why: str) -> RecordType:
    """Say that a record no longer counts, and why; it stays readable."""
    return save(desk, record.changed(withdrawn=Withdrawal(why=why.strip())))


def restore(desk: Desk, record: RecordType) -> RecordType:
    """Say that a withdrawn record counts again; that it was withdrawn, and why, stays in its history."""
    return save(desk, record.changed(withdrawn=None), f"{record.CALLED} restored")


def record(desk: Desk, kind: str, data: Mapping[str, Any], *, reason: str = "") -> Record:
    """Save one record as another program says it: labels, dates and references as people write them."""
    return save(desk, prepare(desk, kind, data), reason=reason)


def prepare(desk: Desk, kind: str, data: Mapping[str, Any]) -> Record:
    """The record that plain data says, with references found and a number of its own; not saved yet.

    Data with the `id` of a record on file changes only the fields it names, and must give the `version` it read.
    """
    said = dict(data)
    if said.pop("kind", kind) != kind:
        raise Invalid({"kind": f"This file is not a {kind}."})
    if said.get("id"):
        held = _on_file(desk, kind, said)
        said = {**plain(held), **said, "id": str(held.id)}
    said = {name: value for name, value in said.items() if name not in _STAMPS}
    if kind in (YOUNG_PERSON, ADULT):
        said.setdefault("roles", [{"role": AT_RISK if kind == YOUNG_PERSON else OF_CONCERN}])
    cls = class_of(kind)
    made = heard(cls, references.found_in(desk, cls, cls.said(said, desk.practice)), desk.practice, desk.now())
    return made if made.id else made.changed(id=desk.clock.new_id(), version=0)


def _on_file(desk: Desk, kind: str, said: Mapping[str, Any]) -> Record:
    held = desk.store.find(references.resolve(desk, str(said["id"])))
    readable = held is not None and access.may_read(desk.who, held.reserved_for()) and restricted.is_told(desk, held)
    if not isinstance(held, class_of(kind)) or not readable:
        raise NotFound(f"No {kind} on file has this id.")
    if not said.get("version"):
        raise Invalid({"version": "Give the version you read, so that nobody's change is overwritten."})
    desk.note(Deed.OPEN, kind=held.kind, record=held.id, subject=subject_of(held))
    return held


_STAMPS = frozenset({"recorded_at", "recorded_by", "file_number", "name"})


def class_of(kind: str) -> type[Record]:
    """The class of a kind as the command line names it; `NotFound` lists the kinds there are."""
    if kind in (YOUNG_PERSON, ADULT):
        return Person
    for each in KINDS:
        if kind == each.record.KIND and each.record is not Person:
            return each.record
    raise NotFound(f"There is no kind of record called {kind!r}. The kinds are {', '.join(kinds())}.")


def kinds() -> tuple[str, ...]:
    """Every kind of record by the name people use at the command line."""
    return (YOUNG_PERSON, ADULT, *(each.record.KIND for each in KINDS if each.record is not Person))


def _each(desk: Desk, work: Writing, act: Act, step: Callable[[int], None]) -> Iterator[Record]:
    for done, record in enumerate(act.saves):
        step(done)
        yield _save(desk, work, act, record)


def _save(desk: Desk, work: Writing, act: Act, record: Record) -> Record:
    before = work.before(record)
    deed = _deed(record, before)
    people = scrutiny.people_of(work, record)
    scrutiny.permit(desk, deed, record, before, people)
    scrutiny.judge(desk, record, before, people, work)
    if before is None and isinstance(record, Person) and not (act.batch or act.reason):
        duplicates.demand_distinct(desk, record)
    if before is not None and before == record:
        return before
    saved = work.put(_signed(desk, record, before), before)
    if not act.batch:
        fields = fields_changed(saved, before)
        work.audit(
            desk.entry(
                deed,
                kind=saved.kind,
                record=saved.id,
                subject=subject_of(saved),
                fields=fields,
                reason=act.reason,
            )
        )
    return saved


def _signed(desk: Desk, record: RecordType, before: Record | None) -> RecordType:
    """The record with its withdrawal signed by whoever withdraws it now, whatever was said of it."""
    if not record.withdrawn or (before and before.withdrawn):
        return record
    signed = replace(record.withdrawn, at=moments.stamp(desk.now()), by=desk.who.name)
    return replace(record, withdrawn=signed)


def _deed(record: Record, before: Record | None) -> Deed:
    if before is None:
        return Deed(record.DEED) if record.DEED else Deed.RECORD
    if isinstance(record, SUBJECT) and isinstance(before, SUBJECT) and record.merged_into != before.merged_into:
        return Deed.MERGE if record.merged_into else Deed.SEPARATE
    if record.withdrawn == before.withdrawn:
        return Deed.CHANGE
    return Deed.WITHDRAW if record.withdrawn else Deed.REINSTATE


def _main(record: Record) -> Id:
    """The file that a record is read in, where it was merged into one; else its own number."""
    return (record.merged_into if isinstance(record, SUBJECT) else NO_ID) or record.id


def subject_of(record: Record) -> Id:
    """Whose file the audit names for a record: the first whom it concerns, else the record's own."""
    return next((subject for subject, _ in record.involved()), record.id)


def fields_changed(record: Record, before: Record | None) -> str:
    """The names of the fields that were filled or changed; never what they hold."""
    blank = before or type(record)()
    names = (each.name for each in attributes(type(record)) if not each.stamp)
    return " ".join(name for name in names if getattr(record, name) != getattr(blank, name))
