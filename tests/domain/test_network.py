"""A network: when a link is stale, what a filter leaves, and how far everything is from the centre."""

from datetime import date
from typing import Any

import pytest

from rise_desk.domain import network
from rise_desk.domain.moments import Moment
from rise_desk.domain.network import ADULT, BOTH, CHILD, Edge, Network, Node, narrowed
from rise_desk.domain.record import Id

TODAY = date(2026, 11, 21)


def _edge(one: int = 1, other: int = 2, link_type: str = "friend", **values: Any) -> Edge:
    known = {"link": Id(100 * one + other), "recorded_at": Moment("2026-11-20T10:00+00:00"), **values}
    return Edge(one=Id(one), other=Id(other), link_type=link_type, **known)


@pytest.mark.parametrize(
    ("link_type", "since", "until", "recorded", "stale"),
    [
        ("friend", "", "2026-11-20", "2026-11-20", True),
        ("friend", "", "2026-11-21", "2026-11-20", False),
        ("friend", "", "2026-12-24", "2020-01-01", False),
        ("friend", "", "2026-11", "2026-11-20", False),
        ("friend", "", "2026-10", "2026-11-20", True),
        ("relative", "", "2026-11-20", "2026-11-20", True),
        ("seen_at", "2025-11-20", "", "2026-11-20", True),
        ("seen_at", "2025-11-21", "", "2020-01-01", False),
        ("seen_at", "2025", "", "2020-01-01", False),
        ("seen_at", "2024", "", "2026-11-20", True),
        ("seen_at", "", "", "2025-11-20", True),
        ("seen_at", "", "", "2025-11-21", False),
        ("friend", "2019", "", "2026-11-20", False),
        ("friend", "2026-01-01", "", "2020-01-01", False),
        ("friend", "2019", "", "2025-11-20", True),
        ("friend", "", "", "2025-11-20", True),
        ("friend", "", "", "2025-11-21", False),
        ("relative", "", "", "2015-01-01", False),
        ("friend", "", "", "", True),
    ],
)
def test_a_link_goes_stale(link_type: str, since: str, until: str, recorded: str, stale: bool) -> None:
    edge = _edge(link_type=link_type, since=since, until=until, recorded_at=recorded)
    assert edge.is_stale(TODAY) is stale


@pytest.mark.parametrize(("on", "stale"), [("2028-02-28", False), ("2028-02-29", False), ("2028-03-01", True)])
def test_twelve_months_before_a_leap_day(on: str, stale: bool) -> None:
    assert _edge(link_type="seen_at", since="2027-02-28").is_stale(date.fromisoformat(on)) is stale


def test_from_either_end() -> None:
    edge = _edge(3, 4)
    assert (edge.end_beside(Id(3)), edge.end_beside(Id(4)), edge.ends) == (4, 3, (3, 4))


@pytest.mark.parametrize(
    ("link_type", "said", "since", "until", "within"),
    [
        ("seen_at", {"since": "2026-05-10"}, "2026-05-10", "", True),
        ("seen_at", {"since": "2026-05-10"}, "2026-05-11", "", False),
        ("seen_at", {"since": "2026-05-10"}, "", "2026-05-10", True),
        ("seen_at", {"since": "2026-05-10"}, "", "2026-05-09", False),
        ("seen_at", {"since": "2026-05"}, "2026-05-31", "2026-06-30", True),
        ("friend", {"since": "2020"}, "2026-01-01", "", True),
        ("friend", {"since": "2020", "until": "2021"}, "2021-12-31", "", True),
        ("friend", {"since": "2020", "until": "2021"}, "2022-01-01", "", False),
        ("friend", {}, "", "2026-11-20", True),
        ("friend", {}, "", "2026-11-19", False),
        ("friend", {}, "2026-11-21", "", True),
        ("seen_at", {}, "2026-11-21", "", False),
    ],
)
def test_the_period_of_a_link(link_type: str, said: dict[str, Any], since: str, until: str, within: bool) -> None:
    assert _edge(link_type=link_type, **said).touches(since, until) is within


@pytest.fixture
def town() -> Network:
    """A child, a man who leads to a place and another man, and a friend by two ways."""
    kinds = {1: CHILD, 2: ADULT, 3: "place", 4: ADULT, 5: BOTH}
    steps = {1: 0, 2: 1, 5: 1, 3: 2, 4: 2}
    return Network(
        centre=Id(1),
        nodes=tuple(Node(subject=Id(each), kind=kinds[each], name=str(each), steps=far) for each, far in steps.items()),
        edges=(
            _edge(2, 1, "exploited", confidence="probable", since="2026-03-01"),
            _edge(2, 3, "runs", confidence="confirmed"),
            _edge(2, 4, "acts_with", confidence="confirmed"),
            _edge(1, 5, "friend", confidence="confirmed", since="2020", until="2021"),
            _edge(5, 2, "friend", confidence="unconfirmed"),
        ),
    )


def _left(found: Network) -> dict[int, int]:
    return {each.subject: each.steps for each in found.nodes}


def test_nothing_is_left_out_unless_one_says_so(town: Network) -> None:
    assert narrowed(town) == town


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ({"kinds": [CHILD, ADULT]}, {1: 0, 2: 1, 4: 2}),
        ({"kinds": ["place"]}, {1: 0}),
        ({"kinds": ["place", BOTH, ADULT]}, {1: 0, 2: 1, 5: 1, 3: 2, 4: 2}),
        ({"link_types": ["friend"]}, {1: 0, 5: 1, 2: 2}),
        ({"confidence": "unconfirmed"}, {1: 0, 2: 1, 5: 1, 3: 2, 4: 2}),
        ({"confidence": "probable"}, {1: 0, 2: 1, 5: 1, 3: 2, 4: 2}),
        ({"confidence": "confirmed"}, {1: 0, 5: 1}),
        ({"until": "2020-12-31"}, {1: 0, 5: 1}),
        ({"since": "2026-01-01"}, {1: 0, 2: 1, 5: 2, 3: 2, 4: 2}),
        ({"since": "2026-01-01", "kinds": [ADULT], "confidence": "probable"}, {1: 0, 2: 1, 4: 2}),
    ],
)
def test_only_what_is_still_joined_to_the_centre_stays(
    town: Network, said: dict[str, Any], left: dict[int, int]
) -> None:
    found = narrowed(town, **said)
    assert _left(found) == left
    assert [each.steps for each in found.nodes] == sorted(left.values())
    assert all(set(each.ends) <= set(left) for each in found.edges)


def test_one_node_and_its_links(town: Network) -> None:
    assert town.node(Id(9)) is None
    node = town.node(Id(4))
    assert node is not None
    assert node.name == "4"
    assert [each.link_type for each in town.edges_of(Id(5))] == ["friend", "friend"]


def test_steps_are_counted_both_ways(town: Network) -> None:
    assert network.steps_from(Id(4), town.edges) == {4: 0, 2: 1, 1: 2, 3: 2, 5: 2}
    assert network.steps_from(Id(9), town.edges) == {9: 0}
