"""Overview: what the screens and the command line read; each answer costs its own size, not the database's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rise_desk.domain import access, merging
from rise_desk.domain.access import Deed
from rise_desk.domain.card import Card, Wanted
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.chronology import Line, Sieve
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.due import Due
from rise_desk.domain.interview import DONE, ReturnInterview
from rise_desk.domain.joining import JOINING
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import NotFound
from rise_desk.services import due_now, merged, restricted
from rise_desk.services.desk import Desk
from rise_desk.storage import history, merges
from rise_desk.storage.indexes import card, involvement

PAGE = 50


@dataclass(frozen=True, kw_only=True)
class ChronologyEntry:
    """One entry of a chronology: its line, the record, and the later entry that puts it right (if any)."""

    line: Line
    record: Record
    corrected_by: Id = NO_ID
    heads: Mapping[Id, Id] = field(default_factory=dict)

    @property
    def told(self) -> Record:
        """The record as it reads where files were merged: it names the main file, and nobody twice. Not to be saved."""
        return merging.told(self.record, self.heads)


def people(desk: Desk, wanted: Wanted) -> list[Card]:
    """One page of a list of people."""
    desk.demand(Deed.LIST)
    return card.page(desk.store.vault, wanted)


def how_many(desk: Desk, wanted: Wanted) -> int:
    """How many people the whole list has."""
    desk.demand(Deed.LIST)
    return card.count(desk.store.vault, wanted)


def card_of(desk: Desk, subject: Id) -> Card | None:
    """The line by which a list shows somebody; None for a restricted or withdrawn person."""
    desk.demand(Deed.LIST)
    return card.get(desk.store.vault, merged.head_of(desk, (subject,))[subject])


def open_file(desk: Desk, subject: Id) -> Person:
    """Somebody's file, opened: permitted, and written down; a merged file leads to its main file."""
    person = merged.whole(desk, subject).main
    desk.note(Deed.OPEN, kind=person.kind, record=person.id, subject=person.id)
    return person


def person(desk: Desk, subject: Id) -> Person:
    """The person as their file now stands, for a file that is already open; a merged file leads to its main file."""
    return merged.whole(desk, subject).main


def whole_person(desk: Desk, subject: Id) -> Person:
    """The person as all their files together tell, to be read and never saved; the main file where there is one."""
    return merged.whole(desk, subject).person


def case_file(desk: Desk, subject: Id, sieve: Sieve = Sieve()) -> CaseFile:
    """Somebody's whole file for printing or showing, without what is reserved for grants this reader lacks."""
    ids = merged.whole(desk, subject).ids
    file, hidden = desk.store.case_file(subject, desk.who.grants, sieve), _hidden(desk, ids)
    return replace(file, records=tuple(each for each in file.records if each.id not in hidden)) if hidden else file


def chronology(
    desk: Desk, subject: Id, sieve: Sieve = Sieve(), after: Line | None = None, limit: int = PAGE
) -> list[ChronologyEntry]:
    """The next entries of a file, newest first."""
    file = merged.whole(desk, subject)
    hidden = _hidden(desk, file.ids)
    lines = involvement.page(desk.store.vault, file.ids, sieve, desk.who.grants, limit, after, hidden)
    return entries(desk, lines)


def entries(desk: Desk, lines: Sequence[Line]) -> list[ChronologyEntry]:
    """The lines with their records, and which of them a later entry puts right."""
    records = {each.id: each for each in desk.store.records(lines)}
    return _entries(desk, [(line, records[line.record]) for line in lines if line.record in records])


def _entries(desk: Desk, found: Sequence[tuple[Line, Record]]) -> list[ChronologyEntry]:
    later = involvement.corrections(desk.store.vault, [record.id for _line, record in found])
    heads = _heads(desk, (record for _line, record in found))
    return [
        ChronologyEntry(line=line, record=record, corrected_by=later.get(record.id, NO_ID), heads=heads)
        for line, record in found
    ]


def _heads(desk: Desk, records: Iterable[Record]) -> Mapping[Id, Id]:
    """The main files of those whom these records name by a file that was merged into it."""
    named = {subject for each in records for subject, _role in each.involved()}
    return {file: head for file, head in merged.head_of(desk, named).items() if file != head}


def how_many_entries(desk: Desk, subject: Id, sieve: Sieve = Sieve()) -> int:
    """How many entries a file's chronology has for this reader."""
    ids = merged.ids_of(desk, subject)
    return involvement.count(desk.store.vault, ids, sieve, desk.who.grants, _hidden(desk, ids))


def _hidden(desk: Desk, ids: tuple[Id, ...]) -> tuple[Id, ...]:
    """What joins a file to another that is closed to this reader: a link, a notice, a breach."""
    kinds = [each.KIND for each in JOINING]
    beside = involvement.beside_unlisted(desk.store.vault, ids, kinds)
    shut = restricted.closed(desk, {other for _record, other in beside}) if beside else frozenset[Id]()
    return tuple(record for record, other in beside if other in shut)


def authors(desk: Desk, subject: Id) -> tuple[str, ...]:
    """Everybody who wrote in somebody's file, in order of name, for the chronology's filter."""
    return tuple(involvement.authors(desk.store.vault, merged.whole(desk, subject).ids, desk.who.grants))


def note(desk: Desk, record: Id) -> ContactNote:
    """One contact note; `NotFound` for a reader without the grant it is reserved for."""
    desk.demand(Deed.OPEN, subject=record)
    found = desk.store.get(ContactNote, record)
    if not access.may_read(desk.who, found.reserved_for()) or not restricted.is_told(desk, found):
        raise NotFound("That record is not on file.")
    return found


def entry(desk: Desk, subject: Id, record: Id) -> ChronologyEntry:
    """One entry of somebody's chronology; `NotFound` where it is not in this file, or reserved for others."""
    found = desk.store.find(record)
    if found is not None and access.may_read(desk.who, found.reserved_for()):
        ids = merged.whole(desk, subject).ids
        lines = involvement.lines_of(found) if found.id not in _hidden(desk, ids) else ()
        in_file = entries(desk, [line for line in lines if line.subject in ids])
        if in_file:
            return in_file[0]
    raise NotFound("That entry is not in this file.")


def latest_words(desk: Desk, subject: Id) -> ContactNote | ReturnInterview | None:
    """The newest note or return interview that stands and holds this young person's own words; None for none."""
    after, sieve = None, Sieve(own_words=True)
    while page := chronology(desk, subject, sieve, after, limit=5):
        for entry in page:
            said = entry.record
            arranged = isinstance(said, ReturnInterview) and said.state != DONE
            if isinstance(said, ContactNote | ReturnInterview) and not arranged and counts(entry):
                return said
        after = page[-1].line
    return None


def counts(entry: ChronologyEntry) -> bool:
    """Whether an entry still stands: not withdrawn, and not put right by a later one."""
    return not entry.line.withdrawn and not entry.corrected_by


def names_of(desk: Desk, subjects: Iterable[Id]) -> dict[Id, str]:
    """What the people with these numbers are called; a restricted person is 'somebody whose file is restricted'.

    Whoever has several files is called as the main one says, which is named too.
    """
    heads = merged.head_of(desk, subjects)
    found = desk.store.several(Person, {*heads.values()})
    shut = merges.shut(desk.store.vault, [each.id for each in found])
    called = {each.id: access.NAMELESS if each.restricted or each.id in shut else each.name for each in found}
    called |= {each.id: each.name for each in desk.store.things({*heads.values()} - set(called))}
    return called | {each: called[head] for each, head in heads.items() if head in called}


def due_lines(desk: Desk, subjects: tuple[Id, ...] | None = None, until: str = "") -> list[Due]:
    """What is due for these people, or for everybody: missing now first, then the earliest.

    With `until`, before that day alone.
    """
    desk.demand(Deed.LIST)
    heads = tuple({*merged.head_of(desk, subjects).values()}) if subjects else subjects
    return [each.due for each in due_now.lines(desk, heads, until)]


def standing(desk: Desk, file: CaseFile) -> list[ChronologyEntry]:
    """The entries of a whole file, each with the later one that puts it right."""
    ids = merged.ids_of(desk, file.subject.id)
    found = ((next(line for line in involvement.lines_of(each) if line.subject in ids), each) for each in file.records)
    return _entries(desk, list(found))


def earlier_states(desk: Desk, record: Record) -> list[Record]:
    """Every superseded state of a record, the oldest first."""
    desk.demand(Deed.OPEN, access.state_of(desk.who, record), subject=record.id)
    return history.states(desk.store.vault, record)
