"""Unfinished forms: what somebody was typing is kept in the vault and offered back, whatever became of the record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from rise_desk.domain import access, moments, standing
from rise_desk.domain.act import Act, title_of
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.chronology import Sieve
from rise_desk.domain.joining import JOINING
from rise_desk.domain.of_concern import Position
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record, attributes
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from rise_desk.domain.thing import Thing
from rise_desk.errors import NotAllowed, NotFound
from rise_desk.services import casework, overview, restricted
from rise_desk.services.casework import RecordType
from rise_desk.services.desk import Desk
from rise_desk.storage import drafts, patience
from rise_desk.storage.drafts import Draft
from rise_desk.storage.kinds import KINDS

__all__ = [
    "Draft",
    "Fate",
    "drop",
    "fate",
    "gone",
    "is_untouched",
    "keep",
    "keep_in_the_end",
    "mine",
    "on_file",
    "save",
    "titled",
    "words",
]

WITHDRAWAL = "withdrawal"
"""The kind of an unfinished form that is no record's own: why an entry is withdrawn."""

TELLING = "telling"
"""And this: that somebody was told of a position of authority, which is a part of a file."""

CORRECTS = "corrects"
"""In an unfinished form: the number of the entry that it is to put right."""

END_MS = 30_000
"""How long whoever leaves lets a busy store be waited for, out of their sight, so that nothing typed is lost."""

CLOSED = "You can no longer read the file that this form belongs to."
GONE = "The record that this form belongs to is no longer on file."
KEPT = "What you typed is kept here until you throw it away, and can be copied."
MERGED = "This file was joined with another one{}. Write in that file."
_ANSWERED = {SENT_BACK: "sent this assessment back", SIGNED_OFF: "signed off this assessment"}


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What became of the record since somebody began to type, in one sentence ('' for nothing), and of the form."""

    told: str = ""
    may_go_on: bool = True


def keep(
    desk: Desk,
    draft: Id,
    kind: str,
    subject: Id,
    typed: Mapping[str, Any],
    *,
    record: Id = NO_ID,
    version: int = 0,
    last: Mapping[str, Any] | None = None,
) -> Id:
    """Keep what is typed in a form, under its own number (a new one where `draft` is 0).

    `last` is what the form kept there before: where another window has gone on with the same form since, or has
    finished it, this one goes on under a new number, and neither takes anything from the other.
    """
    made = Draft(
        id=draft,
        account=desk.who.name,
        kind=kind,
        subject=subject,
        record=record,
        base_version=version,
        saved_at=moments.stamp(desk.now()),
        typed=typed,
    )
    if draft and drafts.replace(desk.store.vault, made, last):
        return draft
    fresh = replace(made, id=desk.clock.new_id())
    drafts.add(desk.store.vault, fresh)
    return fresh.id


def keep_in_the_end(desk: Desk, works: Iterable[Callable[[Desk], object]]) -> None:
    """Keep what could not be kept while the desk was being left, however long the store is busy (but not for ever)."""
    with patience.waiting(desk.store.vault, END_MS):
        for work in works:
            work(desk)


def drop(desk: Desk, draft: Id) -> None:
    """Forget an unfinished form: its author gave it up."""
    drafts.drop(desk.store.vault, draft, desk.who.name)


def save(desk: Desk, record: RecordType, draft: Id = NO_ID, reason: str = "") -> RecordType:
    """Save a form's record and forget its draft in one transaction: whatever happens, there is one of them."""
    act = Act(title=title_of(record), saves=(record,), reason=reason.strip())
    return cast(RecordType, casework.perform(desk, act, first=lambda _work: drop(desk, draft))[0])


def mine(desk: Desk) -> list[Draft]:
    """The signed-in person's unfinished forms, the newest first.

    One that was made for an assessment sent back is there for as long as that is so and nothing else was begun for it.
    """
    kept = drafts.of(desk.store.vault, desk.who.name)
    begun = {(each.kind, each.record) for each in kept if not is_untouched(each)}
    return [
        each
        for each in kept
        if not is_untouched(each) or ((each.kind, each.record) not in begun and _answer(desk, each, SENT_BACK))
    ]


def titled(kind: str) -> str:
    """What a form of this kind is called in a list of unfinished ones."""
    if kind == WITHDRAWAL:
        return "Withdrawal"
    if kind == TELLING:
        return Position.LABEL
    return next((each.record.TITLE for each in KINDS if kind == each.record.KIND), "Entry")


def is_untouched(draft: Draft) -> bool:
    """Whether this is a form that was made for the author of an assessment, as it was made."""
    return draft.kind == Assessment.KIND and bool(draft.record) and set(draft.typed) == {CORRECTS}


def on_file(desk: Desk, record: Id) -> Record:
    """A record as it stands on file now; `NotFound` or `NotAllowed` where this reader can't have it."""
    found = desk.store.find(record)
    if found is None or (isinstance(found, JOINING) and not restricted.is_told(desk, found)):
        raise NotFound(GONE)
    if not _may_read(desk, found):
        raise NotAllowed(CLOSED)
    return found


def fate(desk: Desk, draft: Draft) -> Fate:
    """What became of the record, and of the person it is about, since the form was begun."""
    for number in (draft.record, draft.subject):
        found = desk.store.find(number) if number else None
        if number and found is None:
            return Fate(told=f"{GONE} {KEPT}", may_go_on=False)
        if found is not None and not _may_read(desk, found):
            return Fate(told=f"{CLOSED} {KEPT}", may_go_on=False)
    target = desk.store.find(draft.record) if draft.record else None
    return _of_record(desk, draft, target) if target is not None else _of_subject(desk, draft)


def gone(desk: Desk, record: Record) -> str:
    """That a record was withdrawn or joined with another, by whom and when; '' where it stands."""
    if record.withdrawn:
        day = _day(record.withdrawn.at)
        return f"{record.withdrawn.by} withdrew this {_noun(record)} on {day}: {record.withdrawn.why}"
    if isinstance(record, Person) and record.merged_into:
        name = overview.names_of(desk, [record.merged_into]).get(record.merged_into, "")
        return MERGED.format(f", that of {name}" if name else "")
    return ""


def words(draft: Draft) -> str:
    """Everything that was typed, field by field, to be read and copied."""
    cls = next((each.record for each in KINDS if draft.kind == each.record.KIND), Person)
    labels = {each.name: each.label for each in attributes(Position if draft.kind == TELLING else cls)}
    typed = draft.typed.get("panel", {})
    places = {name: place for place, name in enumerate(labels)}
    names = sorted(typed, key=lambda name: places.get(name.partition(".")[0], len(places)))
    said = ((_called(labels, name), "\n".join(_texts(typed[name]))) for name in names)
    return "\n\n".join(f"{label}\n{text}" for label, text in said if text)


def _called(labels: Mapping[str, str], name: str) -> str:
    """What a field of a form is called: 'evidence.family' is the evidence about one thing."""
    first, _dot, about = name.partition(".")
    called = labels.get(first, first.capitalize())
    return f"{called}: {about}".replace("_", " ") if about else called


def _of_record(desk: Desk, draft: Draft, target: Record) -> Fate:
    told = gone(desk, target)
    if not target.settled:
        if told:
            return Fate(told=f"{told} {KEPT}", may_go_on=False)
        changed = target.version != draft.base_version
        when = _day(target.recorded_at)
        return Fate(
            told=f"{target.recorded_by} saved this {_noun(target)} on {when}, after you began." if changed else ""
        )
    if told and draft.kind == WITHDRAWAL:
        return Fate(told=f"{told} {KEPT}", may_go_on=False)
    later = _later(desk, draft, target)
    if not told and later:
        told = f"{later.recorded_by} corrected this entry on {_day(later.recorded_at)}, after you began."
    told = told or _answered(desk, draft, target)
    if told and draft.kind == SignOff.KIND:
        return Fate(told=f"{told} {KEPT}", may_go_on=False)
    return Fate(told=told)


def _of_subject(desk: Desk, draft: Draft) -> Fate:
    person = desk.store.find(draft.subject) if draft.subject else None
    return Fate(told=gone(desk, person) if person is not None else "")


def _later(desk: Desk, draft: Draft, target: Record) -> Record | None:
    """The later entry that puts right the one that this form was to correct."""
    found = overview.entry(desk, draft.subject, target.id).corrected_by
    return overview.entry(desk, draft.subject, found).record if found else None


def _answered(desk: Desk, draft: Draft, target: Record) -> str:
    """What a manager answered to the assessment that a form is over; '' where nobody has, or the form itself says."""
    answer = _answer(desk, draft) if isinstance(target, Assessment) else None
    if answer is None or (draft.kind == Assessment.KIND and answer.decision == SENT_BACK):
        return ""
    told = f"{answer.recorded_by} {_ANSWERED[answer.decision]} on {_day(answer.decided_at)}."
    return f"{told} {answer.comments}".strip()


def _answer(desk: Desk, draft: Draft, decision: str = "") -> SignOff | None:
    """The standing answer to the assessment that a form is over, where that one counts and was answered so."""
    file = desk.store.case_file(draft.subject, desk.who.grants, Sieve(kinds=SignOff.JUDGED_WITH))
    held = standing.answers(file).get(draft.record)
    counts = any(each.id == draft.record for each in standing.counting(file))
    return held if held is not None and counts and decision in ("", held.decision) else None


def _may_read(desk: Desk, record: Record) -> bool:
    return access.may_read(desk.who, record.reserved_for()) and restricted.is_told(desk, record)


def _noun(record: Record) -> str:
    return record.CALLED.lower() if isinstance(record, Person | Thing) else "entry"


def _day(at: moments.Moment) -> str:
    return moments.shown(moments.Moment(moments.london_day(at)))


def _texts(typed: Any) -> Iterator[str]:
    """The texts in what an editor keeps; numbers of records say nothing to anybody."""
    if isinstance(typed, str):
        if typed.strip() and not (typed.isdecimal() and len(typed) > 15):
            yield typed
    elif isinstance(typed, Mapping):
        inside = [text for value in typed.values() for text in _texts(value)]
        yield from ([", ".join(inside)] if inside else [])
    elif isinstance(typed, list):
        for each in typed:
            yield from _texts(each)
