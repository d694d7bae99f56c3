"""A thing's card: the one line by which a list shows a place, a vehicle, a phone or a name online."""

from dataclasses import dataclass, replace

from rise_desk.domain import names
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing

SORTABLE = ("sort_name", "sort", "detail", "links", "last_entry")
"""The columns that a list can be sorted by."""


@dataclass(frozen=True, kw_only=True)
class ThingCard:
    """A thing as a list shows it; `sort` is a key of its kind's list, `links` how many standing links it has."""

    subject: Id
    kind: str
    sort: str
    name: str
    sort_name: str
    detail: str
    folded: str
    links: int
    last_entry: str


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which things somebody wants: of which kind and sort, in which order, narrowed by what, after which card."""

    kind: str = ""
    sort: str = ""
    order: str = "sort_name"
    descending: bool = False
    text: str = ""
    after: tuple[str | int, Id] | None = None
    limit: int = 50

    def following(self, last: ThingCard) -> "Wanted":
        """The same list from there on: the page after the one that ends with this card."""
        return replace(self, after=(getattr(last, self.order), last.subject))


def card_of(thing: Thing, links: int, last_entry: str) -> ThingCard:
    """The card of a thing, given how many links it has and the London day of the last entry about it."""
    return ThingCard(
        subject=thing.id,
        kind=thing.KIND,
        sort=thing.sort,
        name=thing.name,
        sort_name=thing.sort_name,
        detail=thing.detail,
        folded=" ".join(names.fold(each) for each in thing.called() if each.strip()),
        links=links,
        last_entry=last_entry,
    )
