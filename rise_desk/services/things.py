"""Things: places, vehicles, phones and names online; their lists, and one of them whole. They are saved as all are."""

from collections.abc import Sequence

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.casefile import ThingFile
from rise_desk.domain.chronology import Line, Sieve
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.thing_card import ThingCard, Wanted
from rise_desk.errors import NotFound
from rise_desk.services import merged, overview, restricted
from rise_desk.services.desk import Desk
from rise_desk.services.overview import PAGE, ChronologyEntry
from rise_desk.storage.indexes import involvement, thing_card


def page(desk: Desk, wanted: Wanted) -> list[ThingCard]:
    """One page of a list of things."""
    desk.demand(Deed.LIST)
    return thing_card.page(desk.store.vault, wanted)


def how_many(desk: Desk, wanted: Wanted) -> int:
    """How many things the whole list has."""
    desk.demand(Deed.LIST)
    return thing_card.count(desk.store.vault, wanted)


def open_thing(desk: Desk, subject: Id) -> Thing:
    """A place, vehicle, phone or name online, opened: permitted, and written down; a merged one leads to its main."""
    found = thing(desk, subject)
    desk.note(Deed.OPEN, kind=found.kind, record=found.id, subject=found.id)
    return found


def thing(desk: Desk, subject: Id) -> Thing:
    """A thing as it now stands, for one that is already open; one merged into another leads to that."""
    desk.demand(Deed.OPEN, subject=subject)
    found = desk.store.things([merged.head_of(desk, (subject,))[subject]])
    if not found:
        raise NotFound("That place or thing is not on file.")
    return found[0]


def card_of(desk: Desk, subject: Id) -> ThingCard | None:
    """The line by which a list shows a thing; None for one withdrawn or merged into another."""
    desk.demand(Deed.LIST)
    return thing_card.several(desk.store.vault, (subject,)).get(subject)


def is_thing(desk: Desk, subject: Id) -> bool:
    """Whether this number is a thing's, and not a person's."""
    return bool(desk.store.things([subject]))


def file(desk: Desk, subject: Id) -> ThingFile:
    """All there is about a thing that this reader may read, newest first; nothing that concerns a restricted person."""
    found = thing(desk, subject)
    told = desk.store.thing_file(found, desk.who.grants)
    return ThingFile(subject=found, records=restricted.open_to(desk, told.records))


def chronology(
    desk: Desk, subject: Id, sieve: Sieve = Sieve(), after: Line | None = None, limit: int = PAGE
) -> list[ChronologyEntry]:
    """The next entries about a thing, newest first; where fewer than `limit` come, there are no more."""
    ids, found = desk.store.thing_ids(thing(desk, subject).id), list[ChronologyEntry]()
    while len(found) < limit:
        lines = involvement.page(desk.store.vault, ids, sieve, desk.who.grants, limit, after)
        found += _told(desk, lines)
        if len(lines) < limit:
            break
        after = lines[-1]
    return found[:limit]


def entry(desk: Desk, subject: Id, record: Id) -> ChronologyEntry:
    """One entry about a thing; `NotFound` where it concerns another, or is not for this reader."""
    found, ids = desk.store.find(record), desk.store.thing_ids(thing(desk, subject).id)
    if found is not None and access.may_read(desk.who, found.reserved_for()) and restricted.open_to(desk, (found,)):
        about = overview.entries(desk, [line for line in involvement.lines_of(found) if line.subject in ids])
        if about:
            return about[0]
    raise NotFound("That entry is not about this place or thing.")


def _told(desk: Desk, lines: Sequence[Line]) -> list[ChronologyEntry]:
    """The lines with their records, without those that concern somebody whose file is restricted."""
    entries = overview.entries(desk, lines)
    readable = {each.id for each in restricted.open_to(desk, (entry.record for entry in entries))}
    return [entry for entry in entries if entry.record.id in readable]
