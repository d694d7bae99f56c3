"""Linking: the links of somebody or something as they read from there; they are saved and withdrawn by casework."""

from dataclasses import dataclass

from rise_desk.domain import moments
from rise_desk.domain.access import Deed
from rise_desk.domain.link import Link
from rise_desk.domain.network import Edge
from rise_desk.domain.record import Id
from rise_desk.services import merged, said_in
from rise_desk.services.desk import Desk
from rise_desk.storage import linked


@dataclass(frozen=True, kw_only=True)
class Told:
    """One link as it reads from one end: to whom or what, which kind that is, how, and from which record or file."""

    link: Link
    other: Id
    name: str
    kind: str
    reads: str
    source: str = ""


def links_of(desk: Desk, subject: Id) -> tuple[Told, ...]:
    """The standing links of a person or thing, newest first; none with somebody whose file is restricted."""
    head, edges = _edges(desk, subject)
    records = {each.id: each for each in desk.store.several(Link, [each.link for each in edges])}
    ends = {each.end_beside(head): 1 for each in edges}
    named = {each.subject: each for each in linked.nodes(desk.store.vault, ends)}
    sources = said_in.records(desk, {each.source for each in edges})
    told = []
    for each in edges:
        record, other = records[each.link], named[each.end_beside(head)]
        from_here = record.subject if each.one == head else record.other
        told.append(
            Told(
                link=record,
                other=other.subject,
                name=other.name,
                kind=other.kind,
                reads=record.told(from_here, desk.practice),
                source=sources.get(each.source, "") or each.origin,
            )
        )
    return tuple(sorted(told, key=_newest, reverse=True))


def how_many(desk: Desk, subject: Id) -> int:
    """How many links that is."""
    return len(_edges(desk, subject)[1])


def _edges(desk: Desk, subject: Id) -> tuple[Id, list[Edge]]:
    """The main file, and its links, for somebody who may open it."""
    head = merged.head_of(desk, (subject,))[subject]
    if desk.store.things((head,)):
        desk.demand(Deed.OPEN, subject=head)
    else:
        head = merged.whole(desk, head).main.id
    return head, linked.of(desk.store.vault, head)


def _newest(each: Told) -> tuple[str, Id]:
    return moments.london_day(each.link.happened()), each.link.id
