"""Finding: one question over everything on file; people first, places and things, who sounds alike, then entries.

Whatever is typed is a question. Nothing of a restricted file is found, nor an entry reserved for a grant one lacks.
An entry is a note, an assessment, a missing episode, a return interview …; `notes` are entries of every kind.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rise_desk.domain import access, excerpt, moments, question
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Card
from rise_desk.domain.excerpt import Excerpt, Span
from rise_desk.domain.person import Person
from rise_desk.domain.question import Question
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.services import found_people, found_things, merged, restricted
from rise_desk.services.desk import Desk
from rise_desk.services.found_people import SOUNDS, Answering
from rise_desk.storage.indexes import card, involvement, words
from rise_desk.storage.kinds import KINDS

FILES, ALIKE, NOTES = 8, 4, 8
"""How many of each are told at once."""

LONGEST_REASON = 200
FURTHER = 200
"""How many further entries are looked at in one go where those found may not be shown."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One answer: whose file, which record, where the words were found, and the text around them.

    `spans` are the places in the excerpt that answer; `aside` is the file number of a file, the day of an entry.
    `missing_since`: since when whoever the file is about is missing now.
    """

    subject: Id
    name: str
    record: Id
    kind: str
    found_in: str
    aside: str = ""
    excerpt: str = ""
    spans: tuple[Span, ...] = ()
    standing: str = ""
    missing_since: str = ""


@dataclass(frozen=True, kw_only=True)
class Found:
    """Everything that answers: files, places and things, people whose names sound alike, and the newest entries.

    `more` says that there are older entries too; `unfinished` that every word was taken for the beginning of one.
    """

    question: Question = field(default_factory=Question)
    files: tuple[Hit, ...] = ()
    things: tuple[Hit, ...] = ()
    sounding: tuple[Hit, ...] = ()
    notes: tuple[Hit, ...] = ()
    more: bool = False
    unfinished: bool = False

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All of it, in the order in which it is told."""
        return (*self.files, *self.things, *self.sounding, *self.notes)


def find(desk: Desk, text: str, recent: Sequence[Id] = (), *, files: int = FILES, notes: int = NOTES) -> Found:
    """What answers to a text; files that were opened lately (`recent`) come first. It is written down by `note`."""
    desk.demand(Deed.SEARCH)
    asked = question.asked(text)
    if not asked:
        return Found()
    answering = Answering(desk=desk, question=asked, limit=files)
    people = _people(desk, answering, recent, files)
    unfinished = False
    told, more = _notes(desk, answering, notes, unfinished=False)
    if not told and len(asked.parts) > 1 and not asked.whole:
        unfinished = True
        told, more = _notes(desk, answering, notes, unfinished=True)
    return Found(
        question=asked,
        files=tuple(hit for hit, grade in people if grade != SOUNDS),
        things=tuple(_thing_hit(each) for each in found_things.found(desk, asked, text, files)),
        sounding=tuple(hit for hit, grade in people if grade == SOUNDS),
        notes=tuple(told),
        more=more,
        unfinished=unfinished,
    )


def people(desk: Desk, text: str, limit: int = FILES) -> tuple[Hit, ...]:
    """Only whose files answer, those whose names sound alike last."""
    desk.demand(Deed.SEARCH)
    answering = Answering(desk=desk, question=question.asked(text), limit=limit)
    return tuple(hit for hit, _grade in _people(desk, answering, (), limit))


def older_notes(desk: Desk, found: Found, after: Hit, limit: int = 50) -> tuple[tuple[Hit, ...], bool]:
    """The next entries after one of those found, and whether there are still more."""
    desk.demand(Deed.SEARCH)
    answering = Answering(desk=desk, question=found.question, limit=limit)
    told, more = _notes(desk, answering, limit, unfinished=found.unfinished, before=after.record)
    return tuple(told), more


def note(desk: Desk, text: str, opened: Hit | None = None) -> None:
    """Write a search down: what was asked, and the record that was opened from it, if any."""
    kept = "".join(each if each.isprintable() else " " for each in text[:LONGEST_REASON]).strip()
    desk.note(
        Deed.SEARCH,
        kind=opened.kind if opened else "",
        record=opened.record if opened else NO_ID,
        subject=opened.subject if opened else NO_ID,
        reason=kept,
    )


def _people(desk: Desk, answering: Answering, recent: Sequence[Id], limit: int) -> list[tuple[Hit, int]]:
    grades = answering.grades()
    alike = {each: grade for each, grade in grades.items() if grade == SOUNDS}
    named = {each: grade for each, grade in grades.items() if grade != SOUNDS}
    chosen = found_people.in_order(desk, named, recent, limit) + found_people.in_order(desk, alike, recent, ALIKE)
    files = found_people.read(desk, [each.subject for each, _grade in chosen])
    told = ((each, grade, files[each.subject]) for each, grade in chosen if each.subject in files)
    return [
        (_file_hit(each, found_people.found_in(desk, whole, answering.question)), grade)
        for each, grade, whole in told
        if access.may(desk.who, Deed.OPEN, access.state_of(desk.who, whole.person))
    ]


def _file_hit(each: Card, found_in: str) -> Hit:
    return Hit(
        subject=each.subject,
        name=each.name,
        record=each.subject,
        kind=Person.KIND,
        found_in=found_in,
        aside=each.file_number,
        standing="closed" if each.case_state == "closed" else "",
        missing_since=each.missing_since,
    )


def _thing_hit(each: found_things.Answer) -> Hit:
    return Hit(
        subject=each.card.subject,
        name=each.card.name,
        record=each.card.subject,
        kind=each.card.kind,
        found_in=each.found_in,
        excerpt=each.told.text,
        spans=each.told.spans,
    )


def _notes(
    desk: Desk, answering: Answering, limit: int, *, unfinished: bool, before: Id = NO_ID
) -> tuple[list[Hit], bool]:
    """The next entries that may be told of, and whether there are more."""
    asked = answering.question
    wanted = answering.wanted(unfinished=unfinished)
    found: list[Hit] = []
    at_once = limit + 1
    while len(found) <= limit:
        ids = words.notes(
            desk.store.vault, wanted, asked.without, at_once, desk.who.grants, whole=asked.whole, before=before
        )
        found += _told(desk, ids, asked)
        if len(ids) < at_once:
            break
        before, at_once = ids[-1], FURTHER
    return found[:limit], len(found) > limit


def _told(desk: Desk, ids: Sequence[Id], asked: Question) -> list[Hit]:
    records = _entries(desk, ids)
    readable = restricted.tellable(desk, records.values())
    records = {number: record for number, record in records.items() if number in readable}
    named = _names(desk, {subject for record in records.values() for subject, _role in record.involved()})
    later = involvement.corrections(desk.store.vault, ids) if ids else {}
    hits = (_entry_hit(records[each], named, asked, put_right=each in later) for each in ids if each in records)
    return [each for each in hits if each is not None]


def _entries(desk: Desk, ids: Sequence[Id]) -> dict[Id, Record]:
    """The entries with these numbers, read in one go for each kind that is among them."""
    kinds = involvement.kinds_of(desk.store.vault, ids) if ids else {}
    found: dict[Id, Record] = {}
    for kind in KINDS:
        wanted = [each for each in ids if kinds.get(each) == kind.record.KIND]
        if wanted:
            found |= {each.id: each for each in desk.store.several(kind.record, wanted)}
    return found


def _names(desk: Desk, subjects: Iterable[Id]) -> Mapping[Id, tuple[Id, str]]:
    """The main file and name of everybody whose file this person may open, and of every place and thing."""
    heads = merged.head_of(desk, subjects)
    cards = card.several(desk.store.vault, set(heads.values()))
    named = {each.subject: each.name for each in cards.values()}
    unlisted = [head for head in {*heads.values()} if head not in named]
    shut = restricted.closed(desk, unlisted) if unlisted else frozenset[Id]()
    named |= {each.id: each.name for each in desk.store.several(Person, unlisted) if each.id not in shut}
    named |= {each.id: each.name for each in desk.store.things([head for head in unlisted if head not in named])}
    return {file: (head, named[head]) for file, head in heads.items() if head in named}


def _entry_hit(record: Record, named: Mapping[Id, tuple[Id, str]], asked: Question, *, put_right: bool) -> Hit | None:
    who = dict(named[subject] for subject, _role in record.involved() if subject in named)
    if not who:
        return None
    noun = record.CALLED.lower()
    called, told = _where(record, asked.words)
    standing = "withdrawn" if record.withdrawn else f"put right by a later {noun}" if put_right else ""
    return Hit(
        subject=next(iter(who)),
        name=", ".join(who.values()),
        record=record.id,
        kind=record.KIND,
        found_in=f"{noun}, {called}",
        aside=moments.shown(record.happened()),
        excerpt=told.text,
        spans=told.spans,
        standing=standing,
    )


def _where(record: Record, asked: Sequence[str]) -> tuple[str, Excerpt]:
    """The stretch of an entry that holds most of the words, what it is called, and the piece around them."""
    flat = [word for each in asked for word in each.split()]
    stretches = words.stretches(record)
    called, text = max(stretches, key=lambda each: excerpt.how_many(each[1], flat))
    return called, excerpt.around(text, flat)
