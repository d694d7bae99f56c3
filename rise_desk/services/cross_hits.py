"""Cross-hits: where else the same phone, plate, name online, nickname or address stands, told the moment it is typed.

People whose file is restricted are neither named nor counted, nor what only their records name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.mention import Mention
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.network import Node
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.services import said_in
from rise_desk.services.desk import Desk
from rise_desk.storage import elsewhere, history, linked
from rise_desk.storage.elsewhere import Entry
from rise_desk.storage.indexes import keys

PHONE, PLATE, HANDLE, NAME, ADDRESS = keys.PHONE, keys.PLATE, keys.HANDLE, keys.NAME, keys.ADDRESS
SORTS = (PHONE, PLATE, HANDLE, NAME, ADDRESS)
"""What is looked for elsewhere."""

SHOWN, LOOKED_AT = 8, 100
"""How many are named, and how many records of each sort are looked at."""

_MENTIONED_AS = {PHONE: "phone", PLATE: "vehicle", HANDLE: "handle", NAME: "", ADDRESS: "place"}


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One place where it stands too: whose file or which thing, of which kind, the record, and where in words."""

    subject: Id
    name: str
    kind: str
    record: Id
    where: str


@dataclass(frozen=True, kw_only=True)
class Hits:
    """All that was found: how many, the first of them, and whether there are too many to count."""

    count: int = 0
    shown: tuple[Hit, ...] = ()
    at_least: bool = False

    @property
    def words(self) -> str:
        """How many, in words: 'also in 3 records'; '' for none."""
        number = f"at least {self.count}" if self.at_least else str(self.count)
        return f"also in {number} record{'' if self.count == 1 else 's'}" if self.count else ""


def hits(desk: Desk, sort: str, text: str, but_not: Id = NO_ID) -> Hits:
    """Where this stands elsewhere: in files, as a thing's mark, or where it was only mentioned; files first.

    `but_not`: the file, thing or entry it was typed in.
    """
    desk.demand(Deed.LIST)
    vault = desk.store.vault
    found = elsewhere.found(vault, _keys(sort, text), LOOKED_AT)
    told = list(_told(desk, [each for each in found if each != but_not], but_not)) if found else []
    first = told[:SHOWN]
    named = {each.subject: each for each in linked.nodes(vault, {each.subject: 0 for each in first})}
    return Hits(
        count=len(told),
        shown=tuple(each.hit(named[each.subject]) for each in first),
        at_least=len(found) >= LOOKED_AT,
    )


def of_record(desk: Desk, record: Record) -> tuple[tuple[str, Hits], ...]:
    """What of a record just typed or saved stands elsewhere, as it is written there, each with where."""
    found = ((text, hits(desk, sort, text, record.id)) for sort, text in dict.fromkeys(_said(record)))
    return tuple((text, each) for text, each in found if each.count)


def added(desk: Desk, act: Id, record: Record) -> tuple[tuple[str, Hits], ...]:
    """The same of what an act added to a record: what stood in it before was told when that was typed."""
    before = history.before(desk.store.vault, type(record), act, (record.id,)).get(record.id)
    known = {text for _sort, text in _said(before)} if before else set[str]()
    return tuple((text, each) for text, each in of_record(desk, record) if text not in known)


def _keys(sort: str, text: str) -> list[tuple[str, str]]:
    """The keys by which it is found: where it is kept as such, and where it was only named."""
    kept = (sort, keys.normal(sort, text))
    named = keys.said(_MENTIONED_AS[sort], text)
    return [each for each in (kept, named) if each[1]]


def _said(record: Record) -> Iterator[tuple[str, str]]:
    """Everything in a record that may stand elsewhere too, as sort and text."""
    if isinstance(record, Person):
        yield from ((PHONE, each.number) for each in record.contact_numbers)
        yield from ((NAME, each.name) for each in record.aliases)
        yield from ((NAME, each) for each in (record.known_as,) if each)
        yield from ((ADDRESS, f"{each.lines} {each.postcode}".strip()) for each in record.addresses if each.lines)
    elif isinstance(record, Thing):
        yield from ((sort, text) for sort, text in record.marks() if sort in SORTS and text.strip())
    else:
        sorts = {mentioned: sort for sort, mentioned in _MENTIONED_AS.items()} | {"place": NAME}
        yield from ((sorts[each.sort], each.name) for each in _mentions(record) if each.name.strip())


def _mentions(record: Record) -> tuple[Mention, ...]:
    if isinstance(record, ReturnInterview | Assessment):
        return record.mentions
    return record.found_with if isinstance(record, MissingEpisode) else ()


class _Place(NamedTuple):
    """One place where it stands: who or what is to be named, and the entry that only names it, if it is one."""

    subject: Id
    entry: Entry | None = None

    def hit(self, node: Node) -> Hit:
        """The place with whoever it is named, in words."""
        record, where = self.subject, "on file"
        if self.entry is not None:
            called = said_in.called(self.entry.kind, self.entry.at)
            record, where = self.entry.record, f"named in {called[:1].lower()}{called[1:]}"
        return Hit(subject=self.subject, name=node.name, kind=node.kind, record=record, where=where)


def _told(desk: Desk, records: Sequence[Id], but_not: Id) -> Iterator[_Place]:
    """Whose they are, each file or thing once, then the entries; nothing of whoever is on no list."""
    vault = desk.store.vault
    known = linked.files(vault)
    entries = {each.record: each for each in elsewhere.lines_of(vault, records, known)}
    own = dict.fromkeys(known.head(each) for each in records if each not in entries)
    others = {*own, *(subject for each in entries.values() for subject in each.subjects)} - {known.head(but_not)}
    listed = linked.listed(vault, others)
    for each in own:
        if each in listed:
            yield _Place(each)
    for entry in entries.values():
        about = next((subject for subject in entry.subjects if subject in listed), None)
        if about is not None and access.may_read(desk.who, entry.reserved):
            yield _Place(about, entry)
