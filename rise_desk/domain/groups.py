"""Groups: linked adults (unproven), by practice's rule; and apart from them who harmed the same child.

A group is made only by 'acts with', friend or associate, or relative, at least probable, between adults who each have a
harm link to a child. A shared workplace, address, phone or vehicle never makes one, nor does the same child.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rise_desk.domain import linking
from rise_desk.domain.network import Edge
from rise_desk.domain.record import Id

TITLE = "linked adults (unproven)"


@dataclass(frozen=True, kw_only=True)
class Group:
    """Adults who are linked with each other: `weakest` is the least sure of the links that hold them together.

    `children`: everybody whom one of them is said to have harmed, or tried to.
    """

    members: tuple[Id, ...]
    weakest: Edge
    children: tuple[Id, ...]


@dataclass(frozen=True, kw_only=True)
class SameChild:
    """Adults who are said to have harmed the same child; that alone makes no group of them."""

    child: Id
    adults: tuple[Id, ...]


@dataclass(frozen=True, kw_only=True)
class Grouping:
    """What links say of adults who are said to have harmed a child: in groups, alone, and what proves nothing.

    `may_connect`: pairs of them with a shared address, workplace, vehicle or phone.
    """

    groups: tuple[Group, ...] = ()
    alone: tuple[Id, ...] = ()
    in_common: tuple[SameChild, ...] = ()
    may_connect: tuple[Edge, ...] = ()


def grouping(adults: Collection[Id], edges: Iterable[Edge]) -> Grouping:
    """What these links make of these adults."""
    known = list(edges)
    harm = [each for each in known if each.link_type in linking.HARM]
    between = [each for each in known if each.link_type not in linking.HARM]
    found = groups(adults, harm, between)
    harmed_by = set(_harming(adults, harm))
    grouped = {member for each in found for member in each.members}
    return Grouping(
        groups=found,
        alone=tuple(sorted(harmed_by - grouped)),
        in_common=harmed_by_several(adults, harm),
        may_connect=tuple(
            each for each in between if each.link_type in linking.MAY_CONNECT and harmed_by.issuperset(each.ends)
        ),
    )


def groups(adults: Collection[Id], harm_links: Iterable[Edge], adult_links: Iterable[Edge]) -> tuple[Group, ...]:
    """The groups among these adults, the largest first."""
    children = _harming(adults, harm_links)
    making = [
        each
        for each in adult_links
        if linking.makes_group(each.link_type, each.confidence) and children.keys() >= set(each.ends)
    ]
    found = [_group(each, children) for each in _holding(making)]
    return tuple(sorted(found, key=lambda each: (-len(each.members), each.members)))


def harmed_by_several(adults: Collection[Id], harm_links: Iterable[Edge]) -> tuple[SameChild, ...]:
    """The children whom more than one of these adults is said to have harmed, and by whom."""
    harmed = defaultdict[Id, set[Id]](set)
    for adult, children in _harming(adults, harm_links).items():
        for each in children:
            harmed[each].add(adult)
    return tuple(
        SameChild(child=child, adults=tuple(sorted(by))) for child, by in sorted(harmed.items()) if len(by) > 1
    )


def _harming(adults: Collection[Id], harm_links: Iterable[Edge]) -> dict[Id, set[Id]]:
    """Each of the adults who is said to have harmed a child, and whom."""
    found = defaultdict[Id, set[Id]](set)
    for each in harm_links:
        if each.link_type in linking.HARM and each.one in adults:
            found[each.one].add(each.other)
    return dict(found)


def _holding(making: Iterable[Edge]) -> Iterable[list[Edge]]:
    """For each group the links without which it falls apart: the surest that join its members, and no more of them."""
    heads: dict[Id, Id] = {}
    held = []
    for each in sorted(making, key=lambda edge: (linking.place(edge.confidence), edge.link)):
        one, other = (_head(heads, end) for end in each.ends)
        if one != other:
            heads[other] = one
            held.append(each)
    found = defaultdict[Id, list[Edge]](list)
    for each in held:
        found[_head(heads, each.one)].append(each)
    return found.values()


def _head(heads: dict[Id, Id], one: Id) -> Id:
    """Whoever stands for all that this one is joined to; the way there is made shorter."""
    way = list(_way(heads, one))
    for each in way[:-1]:
        heads[each] = way[-1]
    return way[-1]


def _way(heads: dict[Id, Id], one: Id) -> Iterator[Id]:
    yield one
    while heads.get(one, one) != one:
        one = heads[one]
        yield one


def _group(holding: Sequence[Edge], children: dict[Id, set[Id]]) -> Group:
    members = {end for each in holding for end in each.ends}
    return Group(
        members=tuple(sorted(members)),
        weakest=max(holding, key=lambda each: (linking.place(each.confidence), each.link)),
        children=tuple(sorted({child for each in members for child in children[each]})),
    )
