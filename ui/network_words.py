"""How a network reads: who or what a node is, what a link says, who said it and when."""

from collections.abc import Iterator, Mapping
from datetime import date

from rise_desk.domain import linking, of_concern
from rise_desk.domain.link import Link
from rise_desk.domain.network import Edge, Network, Node
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from ui import formats
from ui.records.link_words import period, sentence, sureness, told_by

KINDS: Mapping[str, str] = {
    "child": "Young person",
    "adult": "Of concern",
    "both": "At risk and of concern",
    "place": "Place",
    "vehicle": "Vehicle",
    "phone": "Phone",
    "handle": "Name online",
}
STALE = "some time ago"


def role(node: Node, practice: Practice) -> str:
    """What somebody is said to do: 'alleged driver', without 'alleged' once convicted; '' for nobody of concern."""
    said = practice.label("concern_role", node.alleged) if node.alleged else ""
    return f"alleged {said}" if of_concern.alleged(node.alleged, is_convicted=node.convicted) else said


def node_words(node: Node, practice: Practice) -> str:
    """Who or what it is, in a line with its name."""
    said = about(node, practice)
    return formats.joined(node.name, said[:1].lower() + said[1:])


def about(node: Node, practice: Practice) -> str:
    """The same without the name: its kind, what is alleged, and what tells it from others of that name."""
    return formats.joined(KINDS.get(node.kind, ""), role(node, practice), node.detail)


def link_of(edge: Edge) -> Link:
    """The link as its sentence needs it."""
    return Link(link_type=edge.link_type, detail=edge.detail)


def says(edge: Edge, names: Mapping[Id, str], practice: Practice) -> str:
    """The link as a sentence."""
    return sentence(link_of(edge), names.get(edge.one, "…"), names.get(edge.other, "…"), practice)


def around(edge: Edge, practice: Practice, today: date, sources: Mapping[Id, str]) -> str:
    """How sure it is, when it held, who says so and when they said it."""
    return formats.joined(*_around(edge, practice, today, sources))


def _around(edge: Edge, practice: Practice, today: date, sources: Mapping[Id, str]) -> Iterator[str]:
    if edge.link_type in linking.HARM:
        yield "alleged"
    yield sureness(edge.confidence, practice)
    yield period(edge.since, edge.until, on_a_day=edge.link_type in linking.ON_A_DAY)
    if edge.is_stale(today):
        yield STALE
    yield told_by(edge.said_by, edge.recorded_at, edge.recorded_by)
    source = sources.get(edge.source, "") or edge.origin
    if source:
        yield f"from {source[:1].lower()}{source[1:]}"


def names_in(network: Network) -> dict[Id, str]:
    """What everything in it is called."""
    return {each.subject: each.name for each in network.nodes}


def size(network: Network) -> str:
    """How much there is: '12 people, 3 places and things, 20 links', without the centre."""
    people = sum(each.kind in ("child", "adult", "both") for each in network.nodes if each.subject != network.centre)
    things = len(network.nodes) - 1 - people
    return ", ".join(
        (
            formats.count(people, "other person", "other people"),
            formats.count(things, "place or thing", "places and things"),
            formats.count(len(network.edges), "link"),
        )
    )
