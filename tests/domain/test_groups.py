"""Groups: practice's rule exactly, case by case and at random against a plain reading of it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rise_desk.domain import groups, linking
from rise_desk.domain.groups import SameChild
from rise_desk.domain.network import Edge
from rise_desk.domain.record import Id

ADULTS = [Id(number) for number in range(1, 9)]
CHILDREN = [Id(number) for number in range(101, 105)]
NEVER = sorted(
    (linking.MAY_CONNECT | linking.MUTUAL | linking.WITH_THING | linking.BETWEEN_PEOPLE | {"supplies"})
    - linking.MAKES_GROUP
    - linking.HARM
)


def _edge(one: int, link_type: str, other: int, confidence: str = "confirmed", *, link: int = 0) -> Edge:
    return Edge(link=Id(link), one=Id(one), other=Id(other), link_type=link_type, confidence=confidence)


def _members(*edges: Edge) -> list[tuple[Id, ...]]:
    return [each.members for each in groups.grouping(ADULTS, edges).groups]


HARM = (_edge(1, "exploited", 101), _edge(2, "groomed", 102))


def test_the_title_never_says_more_than_is_known() -> None:
    assert groups.TITLE == "linked adults (unproven)"


@pytest.mark.parametrize("link_type", sorted(linking.MAKES_GROUP))
@pytest.mark.parametrize(
    ("confidence", "made"), [("confirmed", True), ("probable", True), ("unconfirmed", False), ("", False)]
)
def test_three_sorts_of_link_make_a_group_from_probable_on(link_type: str, confidence: str, made: bool) -> None:
    assert bool(_members(*HARM, _edge(1, link_type, 2, confidence))) is made
    assert bool(_members(*HARM, _edge(2, link_type, 1, confidence))) is made


@pytest.mark.parametrize("link_type", NEVER)
def test_nothing_else_makes_a_group(link_type: str) -> None:
    assert _members(*HARM, _edge(1, link_type, 2)) == []


@pytest.mark.parametrize("link_type", sorted(linking.HARM))
def test_each_of_a_group_has_a_harm_link_of_any_confidence(link_type: str) -> None:
    acts = _edge(1, "acts_with", 2)
    assert _members(HARM[0], acts) == []
    assert _members(HARM[0], acts, _edge(101, link_type, 2)) == []
    assert _members(HARM[0], acts, _edge(2, link_type, 102, "unconfirmed")) == [(1, 2)]


def test_somebody_who_is_no_adult_is_in_no_group() -> None:
    edges = (*HARM, _edge(1, "acts_with", 2))
    found = groups.grouping([Id(1)], edges)
    assert (found.groups, found.alone) == ((), (1,))


def test_two_groups_are_not_joined_by_somebody_who_harmed_nobody() -> None:
    harm = [_edge(one, "exploited", 101) for one in (1, 2, 4, 5)]
    acts = [_edge(1, "acts_with", 2), _edge(2, "acts_with", 3), _edge(3, "acts_with", 4), _edge(4, "acts_with", 5)]
    assert _members(*harm, *acts) == [(1, 2), (4, 5)]
    assert _members(*harm, _edge(3, "approached", 102), *acts) == [(1, 2, 3, 4, 5)]


def test_the_same_child_makes_no_group_and_is_told_apart() -> None:
    edges = [_edge(2, "exploited", 101), _edge(1, "groomed", 101), _edge(3, "approached", 102)]
    found = groups.grouping(ADULTS, edges)
    assert (found.groups, found.alone) == ((), (1, 2, 3))
    assert found.in_common == (SameChild(child=Id(101), adults=(Id(1), Id(2))),)


def test_what_may_connect_is_told_between_those_who_harmed() -> None:
    shared, other = _edge(1, "same_phone", 2), _edge(1, "same_address", 3)
    found = groups.grouping(ADULTS, [*HARM, shared, other])
    assert found.groups == ()
    assert found.may_connect == (shared,)


def test_the_weakest_link_is_the_one_a_group_hangs_on() -> None:
    harm = [_edge(one, "exploited", 101 + one % 2) for one in (1, 2, 3)]
    sure = [_edge(1, "acts_with", 2, link=11), _edge(2, "acts_with", 3, link=12)]
    unsure = _edge(1, "relative", 3, "probable", link=1)
    (found,) = groups.groups(ADULTS, harm, [*sure, unsure])
    assert found.weakest == sure[1]
    (found,) = groups.groups(ADULTS, harm, [sure[0], unsure])
    assert found.weakest == unsure
    assert found.children == (101, 102)


def test_the_largest_comes_first() -> None:
    harm = [_edge(one, "exploited", 101) for one in range(1, 8)]
    acts = [_edge(1, "acts_with", 2), _edge(6, "acts_with", 7), _edge(3, "relative", 4), _edge(4, "relative", 5)]
    assert _members(*harm, *acts) == [(3, 4, 5), (1, 2), (6, 7)]


def _edges() -> st.SearchStrategy[list[Edge]]:
    harm = st.builds(_edge, st.sampled_from(ADULTS), st.sampled_from(sorted(linking.HARM)), st.sampled_from(CHILDREN))
    between = st.builds(
        _edge,
        st.sampled_from(ADULTS),
        st.sampled_from([*sorted(linking.MAKES_GROUP), "same_phone", "same_workplace", "friend"]),
        st.sampled_from(ADULTS),
        st.sampled_from(["confirmed", "probable", "unconfirmed", ""]),
    )
    every = st.lists(st.one_of(harm, between), max_size=25)
    return every.map(lambda found: [each for each in found if each.one != each.other])


@given(st.sets(st.sampled_from(ADULTS)), _edges())
def test_groups_are_what_a_plain_reading_of_the_rule_says(adults: set[Id], edges: list[Edge]) -> None:
    found = groups.grouping(adults, edges)
    harmed = {each.one for each in edges if each.link_type in linking.HARM} & adults
    together = {
        frozenset(each.ends)
        for each in edges
        if each.link_type in ("acts_with", "friend_or_associate", "relative")
        and each.confidence in ("confirmed", "probable")
        and set(each.ends) <= harmed
    }
    expected = _read_plainly(harmed, together)
    assert {frozenset(each.members) for each in found.groups} == {each for each in expected if len(each) > 1}
    assert set(found.alone) == {one for each in expected if len(each) == 1 for one in each}
    for each in found.groups:
        assert set(each.weakest.ends) <= set(each.members)
        assert linking.makes_group(each.weakest.link_type, each.weakest.confidence)
        assert each.children == tuple(
            sorted({e.other for e in edges if e.link_type in linking.HARM and e.one in each.members})
        )


@given(_edges())
def test_without_its_weaker_links_a_group_falls_apart(edges: list[Edge]) -> None:
    for each in groups.grouping(ADULTS, edges).groups:
        if each.weakest.confidence == "probable":
            surer = [e for e in edges if e.confidence != "probable"]
            assert each.members not in _members(*surer)


@given(_edges(), st.randoms())
def test_neither_order_nor_direction_matters(edges: list[Edge], chance: object) -> None:
    turned = [
        _edge(each.other, each.link_type, each.one, each.confidence) if each.link_type in linking.MUTUAL else each
        for each in reversed(edges)
    ]
    assert _members(*edges) == _members(*turned)


def _read_plainly(harmed: set[Id], together: set[frozenset[Id]]) -> set[frozenset[Id]]:
    """Everybody alone at first; then joined for as long as two of them are linked."""
    found = {frozenset({each}) for each in harmed}
    while True:
        pair = next(
            (
                (one, other)
                for one, other in combinations(found, 2)
                if any(each & one and each & other for each in together)
            ),
            None,
        )
        if pair is None:
            return found
        found = (found - set(pair)) | {pair[0] | pair[1]}


CASE_3 = {
    "friend_or_associate": "14 15 16 17 45 46 47 56 57 67 23",
    "exploited": "1a 4a 5a 6a 7a 1b 2b 3b 8c",
    "friend": "ac ad cd",
    "relative": "ab",
    "made_to_introduce": "cd",
}
"""The links of the published case: men by number, girls by letter."""

CASE_5 = {
    "exploited": "1a 1c 1d 4e 5f",
    "groomed": "2a",
    "approached": "1b",
    "went_missing_with": "ab ef",
    "relative": "bc",
    "found_with": "e3 f3",
    "friend_or_associate": "a3",
}


def _case(said: dict[str, str]) -> list[Edge]:
    pairs = ((link_type, *pair) for link_type, text in said.items() for pair in text.split())
    return [_edge(ord(one), link_type, ord(other)) for link_type, one, other in pairs]


def _men(*numbers: str) -> list[tuple[int, ...]]:
    return [tuple(map(ord, each)) for each in numbers]


def test_the_men_of_published_case_3_are_five_and_two_and_one_alone() -> None:
    found = groups.grouping([Id(ord(each)) for each in "12345678"], _case(CASE_3))
    assert [each.members for each in found.groups] == _men("14567", "23")
    assert [each.children for each in found.groups] == _men("ab", "b")
    assert found.alone == (ord("8"),)
    assert [(each.child, each.adults) for each in found.in_common] == [
        (ord("a"), _men("14567")[0]),
        (ord("b"), _men("123")[0]),
    ]


def test_the_men_of_published_case_5_are_no_group() -> None:
    found = groups.grouping([Id(ord(each)) for each in "12345"], _case(CASE_5))
    assert found.groups == ()
    assert found.alone == _men("1245")[0]
    assert [(each.child, each.adults) for each in found.in_common] == [(ord("a"), _men("12")[0])]
