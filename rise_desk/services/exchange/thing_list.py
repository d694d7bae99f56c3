"""The list of places, vehicles, phones and names online as it leaves the desk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rise_desk.domain.handle import Handle
from rise_desk.domain.moments import Moment
from rise_desk.domain.place import Place
from rise_desk.domain.practice import Practice
from rise_desk.domain.thing import Thing
from rise_desk.domain.thing_card import ThingCard, Wanted
from rise_desk.domain.vehicle import Vehicle
from rise_desk.errors import Unavailable
from rise_desk.services import things
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.listing import Listing, Progress, Value, go_on, when
from rise_desk.services.exchange.lists import STOPPED

AT_ONCE = 500
TITLE = "Places and things"
VOCABULARIES = {Place.KIND: "place_type", Handle.KIND: "handle_sort"}
TITLES = {Place.KIND: Place.TITLE, Vehicle.KIND: Vehicle.TITLE, Handle.KIND: Handle.TITLE}


def what(thing: Thing | ThingCard, practice: Practice) -> str:
    """What sort of thing it is, as its kind's list says: 'Takeaway or restaurant', 'Vehicle', 'Phone'."""
    words = practice.label(VOCABULARIES[thing.kind], thing.sort) if thing.kind in VOCABULARIES and thing.sort else ""
    return words[:1].upper() + words[1:] if words else TITLES[thing.kind]


HEADINGS: Mapping[str, tuple[str, Callable[[ThingCard, Practice], Value]]] = {
    "sort_name": ("Name", lambda card, _practice: card.name),
    "sort": ("What it is", what),
    "detail": ("Detail", lambda card, _practice: card.detail),
    "links": ("Links", lambda card, _practice: card.links),
    "last_entry": ("Last entry", lambda card, _practice: when(Moment(card.last_entry))),
}
"""What each column of the list on the screen is in a file."""


def headings(columns: Sequence[str]) -> tuple[str, ...]:
    """What these columns are called in a file."""
    return tuple(HEADINGS[each][0] for each in columns)


def listed(desk: Desk, wanted: Wanted, columns: Sequence[str], *, filters: str = "", told: Progress = go_on) -> Listing:
    """All of what is asked for, with these columns; `Unavailable` where `told` stopped it."""
    shown = [HEADINGS[each][1] for each in columns]
    cards = _cards(desk, wanted, things.how_many(desk, wanted), told)
    return Listing(
        title=TITLE,
        kind=TITLE.lower(),
        columns=headings(columns),
        rows=tuple(tuple(value(card, desk.practice) for value in shown) for card in cards),
        of=things.how_many(desk, Wanted()),
        filters=filters,
    )


def _cards(desk: Desk, wanted: Wanted, of: int, told: Progress) -> Iterator[ThingCard]:
    asked, read = replace(wanted, after=None, limit=AT_ONCE), 0
    while page := things.page(desk, asked):
        yield from page
        read += len(page)
        if not told(read, of):
            raise Unavailable(STOPPED)
        if len(page) < asked.limit:
            return
        asked = asked.following(page[-1])
