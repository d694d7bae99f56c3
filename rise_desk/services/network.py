"""The network around somebody or something, and the groups that links make of adults; a link proves nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rise_desk.domain import groups as grouped
from rise_desk.domain import moments, network, of_concern
from rise_desk.domain.access import Deed
from rise_desk.domain.groups import Group, Grouping
from rise_desk.domain.moments import LONDON
from rise_desk.domain.network import Edge, Network, Node
from rise_desk.domain.person import ADULT_AGE, Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.thing import Thing
from rise_desk.errors import NotFound
from rise_desk.services import merged, said_in
from rise_desk.services.desk import Desk
from rise_desk.storage import linked

GONE = "{} was withdrawn, and is in no network. What is recorded stays on file."
STEPS, MOST_STEPS = 2, 3
"""How far a network reaches unless one says otherwise, and at most."""


def around(desk: Desk, subject: Id, steps: int = STEPS) -> Network:
    """Everybody and everything within so many steps, and all links among them; the opening is written down.

    Somebody whose file is restricted is not in it, nor counted, nor does it reach through them. Whoever or whatever
    was withdrawn is in no network, and has none: `NotFound`.
    """
    centre = _centre(desk, subject)
    if centre.withdrawn:
        raise NotFound(GONE.format(centre.name))
    desk.note(Deed.OPEN, kind=centre.kind, record=centre.id, subject=centre.id)
    far, edges = linked.around(desk.store.vault, (centre.id,), max(0, min(steps, MOST_STEPS)))
    del far[centre.id]
    return Network(
        centre=centre.id,
        nodes=(network.of_centre(centre), *linked.nodes(desk.store.vault, far)),
        edges=_sourced(desk, edges),
    )


def sources(desk: Desk, shown: Network) -> dict[Id, str]:
    """What the records are called that the links of a network come from."""
    return said_in.records(desk, {each.source for each in shown.edges})


def grouping(desk: Desk) -> Grouping:
    """What all links on file make of adults: groups, who stands alone, children in common, who may be connected."""
    desk.demand(Deed.LIST)
    return _grouping(desk, linked.for_groups(desk.store.vault))


def groups(desk: Desk) -> tuple[Group, ...]:
    """All groups on file: linked adults (unproven), the largest first."""
    return grouping(desk).groups


def grouping_around(desk: Desk, shown: Network) -> Grouping:
    """The same for the adults of a network, each group whole, though some of it may lie further away."""
    adults = [each.subject for each in shown.nodes if each.kind in (network.ADULT, network.BOTH)]
    found = _grouping(desk, linked.for_groups_around(desk.store.vault, adults))
    inside = {*adults}
    return Grouping(
        groups=tuple(each for each in found.groups if inside.intersection(each.members)),
        alone=tuple(each for each in found.alone if each in inside),
        in_common=tuple(each for each in found.in_common if len(inside.intersection(each.adults)) > 1),
        may_connect=tuple(each for each in found.may_connect if inside.issuperset(each.ends)),
    )


def groups_around(desk: Desk, shown: Network) -> tuple[Group, ...]:
    """The groups that somebody of a network is in."""
    return grouping_around(desk, shown).groups


def told(desk: Desk, shown: Network) -> dict[str, Any]:
    """A network as plain data: nodes, links, and what the links make of the adults."""
    found = grouping_around(desk, shown)
    called = _names(desk, shown, found)
    from_records = sources(desk, shown)
    return {
        "centre": str(shown.centre),
        "nodes": [_node(desk, each) for each in shown.nodes],
        "links": [_link(desk, each, called, from_records) for each in shown.edges],
        "title_of_groups": grouped.TITLE,
        "groups": [
            {
                "members": _listed(each.members, called),
                "weakest_link": _link(desk, each.weakest, called, from_records),
                "children": _listed(each.children, called),
            }
            for each in found.groups
        ],
        "alone": _listed(found.alone, called),
        "children_in_common": [
            {"child": _named(each.child, called), "adults": _listed(each.adults, called)} for each in found.in_common
        ],
        "may_be_connected": [_link(desk, each, called, from_records) for each in found.may_connect],
    }


def _centre(desk: Desk, subject: Id) -> Person | Thing:
    """The subject in the middle, for somebody who may open it; `NotFound` for what is none."""
    head = merged.head_of(desk, (subject,))[subject]
    things = desk.store.things((head,))
    if things:
        desk.demand(Deed.OPEN, subject=head)
        return things[0]
    return merged.whole(desk, head).person


def _sourced(desk: Desk, edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The links without the records that this person may not read."""
    known = list(edges)
    readable = said_in.records(desk, {each.source for each in known})
    return tuple(replace(each, source=NO_ID) if each.source and each.source not in readable else each for each in known)


def _grouping(desk: Desk, edges: Iterable[Edge]) -> Grouping:
    """What is made of the links between those who are on a list, as far as they are adults."""
    known = list(edges)
    ends = {end for each in known for end in each.ends}
    listed = linked.listed(desk.store.vault, ends)
    return grouped.grouping(_adults(desk, ends), [each for each in known if listed.issuperset(each.ends)])


def _adults(desk: Desk, people: Iterable[Id]) -> set[Id]:
    """Those of concern who are no children: by age, and where nobody knows it those who were never at risk."""
    today = desk.now().astimezone(LONDON).date()
    found = set[Id]()
    for person, (at_risk, born) in linked.ages(desk.store.vault, people).items():
        age = moments.age(born, today)
        if (age[0] if at_risk else age[1]) >= ADULT_AGE if age else not at_risk:
            found.add(person)
    return found


def _node(desk: Desk, each: Node) -> dict[str, Any]:
    role = desk.practice.label("concern_role", each.alleged) if each.alleged else ""
    return {
        "id": str(each.subject),
        "kind": each.kind,
        "name": each.name,
        "detail": each.detail,
        "role": role,
        "alleged": of_concern.alleged(each.alleged, is_convicted=each.convicted),
        "steps": each.steps,
    }


def _link(desk: Desk, each: Edge, called: dict[Id, str], from_records: dict[Id, str]) -> dict[str, Any]:
    return {
        "id": str(each.link),
        "from": str(each.one),
        "from_name": called.get(each.one, ""),
        "link_type": each.link_type,
        "link": desk.practice.label("link_type", each.link_type),
        "detail": each.detail,
        "to": str(each.other),
        "to_name": called.get(each.other, ""),
        "confidence": each.confidence,
        "since": each.since,
        "until": each.until,
        "said_by": each.said_by,
        "source": str(each.source) if each.source in from_records else "",
        "source_record": from_records.get(each.source, ""),
        "came_from": each.origin,
        "recorded_at": each.recorded_at,
        "recorded_by": each.recorded_by,
        "stale": each.is_stale(desk.now().astimezone(LONDON).date()),
    }


def _names(desk: Desk, shown: Network, found: Grouping) -> dict[Id, str]:
    """What everybody is called who is told of, though they may lie outside the network."""
    known = {each.subject: each.name for each in shown.nodes}
    named = {who for each in found.groups for who in (*each.members, *each.children)}
    named |= {who for each in found.in_common for who in (each.child, *each.adults)}
    outside = linked.nodes(desk.store.vault, dict.fromkeys(named - known.keys(), 0))
    return known | {each.subject: each.name for each in outside}


def _listed(subjects: Iterable[Id], called: dict[Id, str]) -> list[dict[str, str]]:
    return [_named(each, called) for each in subjects]


def _named(subject: Id, called: dict[Id, str]) -> dict[str, str]:
    return {"id": str(subject), "name": called[subject]}
