"""Ways through a network by the arrow keys: to the neighbour that lies in a direction."""

from collections.abc import Mapping
from math import hypot

from rise_desk.domain.network import Network
from rise_desk.domain.record import Id
from rise_desk.domain.rings import Point

ASIDE = 0.25
"""How far from the direction a neighbour may lie: the cosine of the widest angle."""


def towards(network: Network, at: Mapping[Id, Point], from_: Id, way: Point) -> Id:
    """The neighbour in a direction; where there is none, whatever else lies there; else where one is."""
    linked = {each.end_beside(from_) for each in network.edges_of(from_)}
    others = at.keys() - linked - {from_}
    for choices in (linked, others):
        found = [(cost, each) for each in choices if each in at and (cost := _cost(at[from_], at[each], way))]
        if found:
            return min(found)[1]
    return from_


def _cost(one: Point, other: Point, way: Point) -> float:
    """How little a node suggests itself: far away, or beside the direction; 0 where it lies elsewhere."""
    right, down = other[0] - one[0], other[1] - one[1]
    far = hypot(right, down)
    straight = (right * way[0] + down * way[1]) / far if far else 0.0
    return far * (2 - straight) if straight > ASIDE else 0.0
