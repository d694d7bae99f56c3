"""A network as a picture: rings by steps, then eased apart without losing them."""

from itertools import combinations, pairwise
from math import hypot
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import rings
from rise_desk.domain.network import Edge, Network, Node
from rise_desk.domain.record import Id


def network(steps: list[int], *pairs: tuple[int, int]) -> Network:
    """Nodes 1, 2, 3 … with these steps, the first of them the centre, and links between these."""
    nodes = tuple(
        Node(subject=Id(number), kind="adult", name=str(number), steps=each) for number, each in enumerate(steps, 1)
    )
    edges = tuple(
        Edge(link=Id(1000 + place), one=Id(one), other=Id(other), link_type="friend")
        for place, (one, other) in enumerate(pairs)
    )
    return Network(centre=Id(1), nodes=nodes, edges=edges)


def far(point: rings.Point) -> float:
    """How far from the centre."""
    return hypot(*point)


def closest(at: dict[Id, rings.Point]) -> float:
    """How close the closest two are."""
    return min(hypot(one[0] - other[0], one[1] - other[1]) for one, other in combinations(at.values(), 2))


def eased(made: Network, passes: int = rings.PASSES) -> dict[Id, rings.Point]:
    """The picture after so many passes."""
    at = rings.placed(made)
    pairs, home = rings.pairs_of(made), rings.homes(at)
    for number in range(passes):
        at = rings.eased(at, pairs, home, rings.warmth(number), (made.centre,))
    return at


def test_the_centre_alone_stands_in_the_middle() -> None:
    """And easing leaves it there."""
    assert eased(network([0])) == {1: (0.0, 0.0)}


@given(st.lists(st.integers(1, 3), max_size=60))
def test_each_step_is_a_ring_further_out(steps: list[int]) -> None:
    """However many there are in each, and nobody stands on anybody."""
    made = network([0, *steps])
    at = rings.placed(made)
    by_step = {step: [far(at[each.subject]) for each in made.nodes if each.steps == step] for step in {0, *steps}}
    ordered = [by_step[step] for step in sorted(by_step)]
    assert all(max(inner) < min(outer) for inner, outer in pairwise(ordered))
    assert len(set(at.values())) == len(made.nodes)


def test_what_hangs_on_one_stands_beside_it() -> None:
    """Two at the first step, each with two of their own: those come in their order, not mixed."""
    made = network([0, 1, 1, 2, 2, 2, 2], (1, 2), (1, 3), (2, 4), (2, 6), (3, 5), (3, 7))
    at = rings.placed(made)

    def nearer(each: int) -> int:
        return min((2, 3), key=lambda one: hypot(at[Id(one)][0] - at[Id(each)][0], at[Id(one)][1] - at[Id(each)][1]))

    assert [nearer(each) for each in (4, 6)] == [2, 2]
    assert [nearer(each) for each in (5, 7)] == [3, 3]


def beside(one: rings.Point, other: rings.Point, point: rings.Point) -> float:
    """How far a point is from the straight way between two."""
    along, away = (other[0] - one[0], other[1] - one[1]), (point[0] - one[0], point[1] - one[1])
    share = (along[0] * away[0] + along[1] * away[1]) / (far(along) ** 2 or 1.0)
    share = min(max(share, 0.0), 1.0)
    return hypot(one[0] + along[0] * share - point[0], one[1] + along[1] * share - point[1])


@pytest.mark.parametrize("number", [2, 4, 6])
def test_no_link_is_hidden_behind_another_node(number: int) -> None:
    """Though everybody of an even ring is linked with whoever is across, and with one further out."""
    ring = range(2, number + 2)
    across = [(each, each + number // 2) for each in ring if each + number // 2 in ring]
    out = [(each, each + number) for each in ring]
    made = network([0, *([1] * number), *([2] * number)], *((1, each) for each in ring), *across, *out)
    for at in (rings.placed(made), eased(made)):
        for edge in made.edges:
            others = [at[each.subject] for each in made.nodes if each.subject not in edge.ends]
            assert min(beside(at[edge.one], at[edge.other], each) for each in others) > 0.1


def test_easing_draws_the_linked_together_and_pushes_others_apart() -> None:
    """Two linked at opposite sides of a ring come closer; the centre stays."""
    made = network([0, 1, 1, 1, 1, 1, 1], (2, 5))
    before, after = rings.placed(made), eased(made)

    def between(at: dict[Id, rings.Point]) -> float:
        return hypot(at[Id(2)][0] - at[Id(5)][0], at[Id(2)][1] - at[Id(5)][1])

    assert between(after) < between(before)
    assert after[Id(1)] == (0.0, 0.0)
    assert closest(after) > 0.6


def test_two_in_one_place_come_apart() -> None:
    """Also where no direction leads from the one to the other."""
    at = {Id(1): (1.0, 1.0), Id(2): (1.0, 1.0)}
    moved = rings.eased(at, (), rings.homes(at), 1.0)
    assert moved[Id(1)] != moved[Id(2)]


def test_what_somebody_put_somewhere_stays() -> None:
    """The other of the two comes."""
    at = {Id(1): (0.0, 0.0), Id(2): (3.0, 0.0), Id(3): (9.0, 0.0)}
    moved = rings.eased(at, ((Id(2), Id(3)),), {Id(1): 0.0, Id(2): 3.0, Id(3): 9.0}, 1.0, (Id(1), Id(3)))
    assert moved[Id(3)] == (9.0, 0.0)
    assert 3.0 < moved[Id(2)][0] <= 3.0 + rings.FARTHEST


def test_two_links_between_two_pull_once() -> None:
    """Else a pair with many links would be torn to each other."""
    assert rings.pairs_of(network([0, 1], (1, 2), (2, 1))) == ((1, 2),)


def test_the_picture_comes_to_rest() -> None:
    """The last pass moves nothing any more."""
    assert rings.warmth(0) == 1.0
    assert rings.warmth(rings.PASSES) == rings.warmth(rings.PASSES + 1) == 0.0


def test_one_pass_over_300_nodes_fits_between_two_frames() -> None:
    """So that moving it never stutters: the best of five, as this computer does other work too."""
    steps = [0, *([1] * 30), *([2] * 269)]
    links = [(1, each) for each in range(2, 32)] + [(2 + each % 30, each) for each in range(32, 301)]
    made = network(steps, *links, *((each, each + 1) for each in range(32, 300)))
    at, pairs = rings.placed(made), rings.pairs_of(made)
    home, took = rings.homes(at), list[float]()
    for _ in range(5):
        begun = perf_counter()
        rings.eased(at, pairs, home, 1.0)
        took.append(perf_counter() - begun)
    assert min(took) < 0.016


def test_nothing_stands_on_a_link_of_two_others() -> None:
    """It would look as if the link were its own. Networks of which each had one that did."""
    first = [(1, each) for each in range(2, 9)]
    for steps, others in (
        ([0, *[1] * 7, *[2] * 5], [(5, 9), (8, 10), (7, 11), (8, 12), (5, 13), (5, 12)]),
        ([0, *[1] * 7, *[2] * 4], [(6, 9), (5, 10), (4, 11), (2, 12), (2, 9), (10, 12)]),
        ([0, *[1] * 7, *[2] * 5], [(6, 9), (3, 10), (4, 11), (2, 12), (2, 13), (8, 12), (5, 9), (5, 13)]),
    ):
        made = network(steps, *first, *others)
        at = eased(made)
        for one, other in rings.pairs_of(made):
            assert min(off(at[each], at[one], at[other]) for each in at.keys() - {one, other}) > 0.15


def test_two_in_one_place_have_no_link_to_stand_on() -> None:
    """A link without length pushes nothing off, and the two still part."""
    at = {Id(1): (0.0, 0.0), Id(2): (0.0, 0.0), Id(3): (0.0, 0.1)}
    moved = rings.eased(at, [(Id(1), Id(2))], rings.homes(at), 1.0, (Id(1),))
    assert len(set(moved.values())) == 3


def off(point: rings.Point, one: rings.Point, other: rings.Point) -> float:
    """How far a point is from the straight line between two."""
    along = other[0] - one[0], other[1] - one[1]
    long = far(along) ** 2
    share = ((point[0] - one[0]) * along[0] + (point[1] - one[1]) * along[1]) / long
    near = min(max(share, 0.0), 1.0)
    return far((point[0] - one[0] - along[0] * near, point[1] - one[1] - along[1] * near))
