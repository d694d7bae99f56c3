"""The network around somebody or something, and groups of adults, on a real store; nothing restricted shows."""

from dataclasses import dataclass

import pytest

from rise_desk.domain import life, of_concern
from rise_desk.domain.link import Link
from rise_desk.domain.moments import Moment
from rise_desk.domain.network import ADULT, BOTH, CHILD, Network
from rise_desk.domain.person import Person
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import NotFound
from rise_desk.services import casework, linking, merging, network, signing_in
from rise_desk.services.desk import Desk
from rise_desk.storage import audit
from tests import build


@dataclass
class Town:
    """Two girls, two men who harmed one each and know each other, and a place."""

    maisie: Person
    jade: Person
    pike: Person
    lowe: Person
    kebabs: Record


@pytest.fixture
def town(desk: Desk) -> Town:
    """Maisie was exploited by Pike, who knows Lowe, who groomed Jade; Maisie was seen at the takeaway."""
    role = of_concern.ConcernRole(role="abuser")
    made = Town(
        maisie=build.young_person(desk),
        jade=build.young_person(desk, "Jade", "Ahmed"),
        pike=build.adult(desk, concern_roles=(role,)),
        lowe=build.adult(desk, "Carl", "Lowe"),
        kebabs=build.place(desk),
    )
    build.link(desk, made.pike, "exploited", made.maisie, confidence="confirmed", said_by="Maisie")
    build.link(desk, made.pike, "friend_or_associate", made.lowe, confidence="probable")
    build.link(desk, made.lowe, "groomed", made.jade, confidence="confirmed")
    build.link(desk, made.maisie, "seen_at", made.kebabs, since="2026-11-01")
    return made


def _steps(found: Network) -> dict[str, int]:
    return {each.name: each.steps for each in found.nodes}


def _restrict(desk: Desk, person: Person) -> None:
    with desk.writing() as work:
        work.put(person.changed(restricted=True), person)


def _groups(desk: Desk) -> list[tuple[Id, ...]]:
    return [each.members for each in network.groups(desk)]


@pytest.mark.parametrize(
    ("steps", "names"),
    [
        (0, {"Maisie Okafor": 0}),
        (1, {"Maisie Okafor": 0, "Darren Pike": 1, "Kebab Corner": 1}),
        (2, {"Maisie Okafor": 0, "Darren Pike": 1, "Kebab Corner": 1, "Carl Lowe": 2}),
        (3, {"Maisie Okafor": 0, "Darren Pike": 1, "Kebab Corner": 1, "Carl Lowe": 2, "Jade Ahmed": 3}),
        (9, {"Maisie Okafor": 0, "Darren Pike": 1, "Kebab Corner": 1, "Carl Lowe": 2, "Jade Ahmed": 3}),
    ],
)
def test_a_network_reaches_so_many_steps(desk: Desk, town: Town, steps: int, names: dict[str, int]) -> None:
    found = network.around(desk, town.maisie.id, steps)
    assert _steps(found) == names
    assert len(found.edges) == len(names) - 1


def test_it_is_read_around_a_place_as_around_people(desk: Desk, town: Town) -> None:
    found = network.around(desk, town.kebabs.id)
    assert _steps(found) == {"Kebab Corner": 0, "Maisie Okafor": 1, "Darren Pike": 2}
    assert [each.kind for each in found.nodes] == ["place", CHILD, ADULT]
    with pytest.raises(NotFound):
        network.around(desk, Id(7))


def test_links_among_the_furthest_are_there_too(desk: Desk, town: Town) -> None:
    build.link(desk, town.lowe, "seen_at", town.kebabs)
    found = network.around(desk, town.maisie.id, 1)
    assert {each.link_type for each in found.edges} == {"exploited", "seen_at"}
    build.link(desk, town.pike, "runs", town.kebabs)
    found = network.around(desk, town.maisie.id, 1)
    assert {each.link_type for each in found.edges} == {"exploited", "seen_at", "runs"}


def test_what_each_node_is(desk: Desk, town: Town) -> None:
    roles = life.DatedRole(role="at_risk"), life.DatedRole(role="of_concern")
    dean = build.young_person(desk, "Dean", "Marsh", roles=roles)
    phone, name = build.phone(desk), build.phone(desk, "@pikey", handle_sort="handle", service="Snapchat")
    for each in (dean, phone, name, build.vehicle(desk, colour="silver")):
        build.link(desk, town.pike, "friend" if each is dean else "uses", each)
    found = {each.name: each for each in network.around(desk, town.pike.id, 1).nodes}
    assert {each: found[each].kind for each in ("Dean Marsh", "07700 900123", "@pikey", "AB12 CDE")} == {
        "Dean Marsh": BOTH,
        "07700 900123": "phone",
        "@pikey": "handle",
        "AB12 CDE": "vehicle",
    }
    assert (found["@pikey"].detail, found["AB12 CDE"].detail) == ("Snapchat", "silver")
    assert found["Dean Marsh"].detail == dean.file_number
    assert network.around(desk, name.id, 1).nodes[0].kind == "handle"


def test_what_somebody_is_said_to_do_is_alleged_until_they_were_convicted(desk: Desk, town: Town) -> None:
    def pike(centre: Person) -> dict[str, object]:
        nodes = network.told(desk, network.around(desk, centre.id))["nodes"]
        return next(each for each in nodes if each["name"] == "Darren Pike")

    for centre in (town.maisie, town.pike):
        assert (pike(centre)["role"], pike(centre)["alleged"]) == ("abuser", True)
    held = desk.store.get(Person, town.pike.id)
    casework.save(desk, held.changed(statuses=(of_concern.ConcernStatus(status="charged"),)))
    assert pike(town.maisie)["alleged"] is True
    held = desk.store.get(Person, town.pike.id)
    convicted = (*held.statuses, of_concern.ConcernStatus(status="convicted", since=Moment("2026-11-01")))
    casework.save(desk, held.changed(statuses=convicted))
    for centre in (town.maisie, town.pike):
        assert (pike(centre)["role"], pike(centre)["alleged"]) == ("abuser", False)


def test_a_conviction_in_a_file_that_was_merged_counts(desk: Desk, town: Town) -> None:
    second = build.adult(desk, "Daz", "", statuses=(of_concern.ConcernStatus(status="convicted"),))
    merging.merge(desk, town.pike, second, "the same man")
    nodes = network.around(desk, town.maisie.id).nodes
    assert [each.convicted for each in nodes if each.subject == town.pike.id] == [True]


def test_opening_a_network_is_written_down(desk: Desk, town: Town) -> None:
    network.around(desk, town.kebabs.id)
    network.around(desk, town.maisie.id)
    newest, before = audit.entries(desk.store.vault)[:2]
    assert (newest["deed"], newest["kind"], newest["subject"]) == ("file opened", "young_person", town.maisie.id)
    assert (before["deed"], before["kind"], before["subject"]) == ("file opened", "place", town.kebabs.id)


def test_nobody_restricted_is_there_nor_is_anything_reached_through_them(desk: Desk, town: Town) -> None:
    _restrict(desk, town.pike)
    found = network.around(desk, town.maisie.id, 3)
    assert _steps(found) == {"Maisie Okafor": 0, "Kebab Corner": 1}
    assert [each.link_type for each in found.edges] == ["seen_at"]
    assert _groups(desk) == []
    told = network.told(desk, network.around(desk, town.lowe.id, 3))
    assert "Pike" not in str(told)
    assert str(town.pike.id) not in str(told)


def test_harm_to_a_restricted_child_makes_no_group(desk: Desk, town: Town) -> None:
    assert _groups(desk) == [(town.pike.id, town.lowe.id)]
    _restrict(desk, town.jade)
    found = network.grouping(desk)
    assert (found.groups, found.alone) == ((), (town.pike.id,))


def test_withdrawn_links_are_left_out(desk: Desk, town: Town) -> None:
    (edge,) = (each for each in network.around(desk, town.maisie.id, 1).edges if each.link_type == "exploited")
    casework.withdraw(desk, desk.store.get(Link, edge.link), "another man")
    assert _steps(network.around(desk, town.maisie.id)) == {"Maisie Okafor": 0, "Kebab Corner": 1}
    assert network.grouping(desk).alone == (town.lowe.id,)


def test_what_was_withdrawn_is_in_no_network_and_has_none(desk: Desk, town: Town) -> None:
    casework.withdraw(desk, town.kebabs, "No such place")
    assert "Kebab Corner" not in _steps(network.around(desk, town.maisie.id))
    with pytest.raises(NotFound, match="Kebab Corner was withdrawn, and is in no network"):
        network.around(desk, town.kebabs.id)


def test_merged_files_are_one_node(desk: Desk, town: Town) -> None:
    second = build.adult(desk, "Daz", "", how_well_known="given_name_or_alias_only")
    build.link(desk, second, "groomed", town.jade)
    build.link(desk, second, "acts_with", town.pike, confidence="confirmed")
    merging.merge(desk, desk.store.get(Person, town.pike.id), second, "the same man")
    found = network.around(desk, town.maisie.id)
    assert _steps(found) == {
        "Maisie Okafor": 0,
        "Darren Pike": 1,
        "Kebab Corner": 1,
        "Jade Ahmed": 2,
        "Carl Lowe": 2,
    }
    assert network.around(desk, second.id).centre == town.pike.id
    assert {each.one for each in found.edges if each.link_type == "groomed"} == {town.pike.id, town.lowe.id}
    assert _groups(desk) == [(town.pike.id, town.lowe.id)]


def test_a_group_is_told_whole_though_part_of_it_lies_beyond(desk: Desk, town: Town) -> None:
    near = network.around(desk, town.kebabs.id)
    (found,) = network.groups_around(desk, near)
    assert found.members == (town.pike.id, town.lowe.id)
    told = network.told(desk, near)
    assert told["title_of_groups"] == "linked adults (unproven)"
    (group,) = told["groups"]
    assert [each["name"] for each in group["members"]] == ["Darren Pike", "Carl Lowe"]
    assert [each["name"] for each in group["children"]] == ["Maisie Okafor", "Jade Ahmed"]
    assert (group["weakest_link"]["link"], group["weakest_link"]["confidence"]) == ("friend or associate", "probable")
    assert (group["weakest_link"]["from_name"], group["weakest_link"]["to_name"]) == ("Darren Pike", "Carl Lowe")


def test_a_network_tells_of_its_own_adults_alone(desk: Desk, town: Town) -> None:
    other = build.adult(desk, "Ray", "Stone")
    amy = build.young_person(desk, "Amy", "Reeve")
    build.link(desk, other, "exploited", amy)
    build.link(desk, other, "same_phone", town.lowe)
    found = network.grouping_around(desk, network.around(desk, town.maisie.id))
    assert (found.alone, found.in_common, found.may_connect) == ((), (), ())
    assert network.grouping(desk).alone == (other.id,)
    assert [each.ends for each in network.grouping(desk).may_connect] == [(other.id, town.lowe.id)]
    assert network.grouping_around(desk, network.around(desk, amy.id)).alone == (other.id,)


@pytest.mark.parametrize(
    ("born", "also_at_risk", "adult"),
    [
        ("", False, True),
        ("", True, False),
        ("2008-11-21", True, True),
        ("2008-11-22", True, False),
        ("2008", True, False),
        ("2007", True, True),
        ("2008", False, True),
    ],
)
def test_a_child_of_concern_is_in_no_group(desk: Desk, town: Town, born: str, also_at_risk: bool, adult: bool) -> None:
    roles = ["of_concern", *(["at_risk"] if also_at_risk else [])]
    dean = build.young_person(
        desk,
        "Dean",
        "Marsh",
        date_of_birth=Moment(born),
        roles=tuple(life.DatedRole(role=each) for each in roles),
    )
    build.link(desk, dean, "exploited", town.jade)
    build.link(desk, dean, "acts_with", town.pike, confidence="confirmed")
    members = _groups(desk)[0]
    assert (dean.id in members) is adult


def test_the_record_a_link_comes_from_is_named_to_those_who_may_read_it(desk: Desk, town: Town) -> None:
    nurse = build.colleague(desk, "Nurse Abara", grants=("health",))
    open_note = build.note(desk, town.jade.id, happened_at="2026-11-20T10:00+00:00")
    health = build.note(nurse, town.jade.id, reserved="health")
    build.link(desk, town.maisie, "friend", town.jade, said_in=open_note.id)
    build.link(nurse, town.maisie, "relative", town.jade, said_in=health.id)
    mine, hers = (network.around(at, town.maisie.id, 1) for at in (desk, nurse))
    assert {each.source for each in mine.edges} == {NO_ID, open_note.id}
    assert {each.source for each in hers.edges} == {NO_ID, open_note.id, health.id}
    assert network.sources(desk, mine) == {open_note.id: "Contact note, 20 November 2026 at 10:00am"}
    links = network.told(desk, mine)["links"]
    assert {each["source_record"] for each in links} == {"", "Contact note, 20 November 2026 at 10:00am"}
    signing_in.leave(nurse)


def test_a_record_of_a_restricted_child_is_no_source_that_is_named(desk: Desk, town: Town) -> None:
    note = build.note(desk, town.jade.id)
    build.link(desk, town.maisie, "friend", town.pike, said_in=note.id)
    _restrict(desk, town.jade)
    found = network.around(desk, town.maisie.id, 1)
    assert {each.source for each in found.edges} == {NO_ID}


def test_plain_data_tells_all(desk: Desk, town: Town) -> None:
    build.link(desk, town.lowe, "exploited", town.maisie, since="2024-01-01", until="2024-02-01")
    build.link(desk, town.pike, "same_workplace", town.lowe)
    told = network.told(desk, network.around(desk, town.maisie.id))
    assert told["centre"] == str(town.maisie.id)
    by_type = {each["link"]: each for each in told["links"]}
    assert by_type["seen at"]["to_name"] == "Kebab Corner"
    assert by_type["seen at"]["since"] == "2026-11-01"
    assert [each["stale"] for each in told["links"] if each["link"] == "exploited"] == [False, True]
    (common,) = told["children_in_common"]
    assert common["child"]["name"] == "Maisie Okafor"
    assert [each["name"] for each in common["adults"]] == ["Darren Pike", "Carl Lowe"]
    assert [each["link"] for each in told["may_be_connected"]] == ["same workplace"]


def test_a_link_that_was_imported_says_from_where(desk: Desk, town: Town) -> None:
    build.link(desk, town.maisie, "friend", town.pike, source="published case 3; import of links.csv")
    told = network.told(desk, network.around(desk, town.maisie.id))
    (friend,) = [each for each in told["links"] if each["link"] == "friend"]
    assert (friend["said_by"], friend["source_record"]) == ("", "")
    assert friend["came_from"] == "published case 3; import of links.csv"
    (here,) = [each for each in linking.links_of(desk, town.maisie.id) if each.link.link_type == "friend"]
    assert here.source == "published case 3; import of links.csv"
