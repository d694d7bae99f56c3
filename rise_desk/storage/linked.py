"""Linked: which links join whom, read by number; merged files stand as their main one, withdrawn links are left out.

Somebody without a card (a restricted or withdrawn file) is not there: no link leads to them, or through them.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rise_desk.domain import linking, of_concern
from rise_desk.domain.handle import Handle
from rise_desk.domain.moments import Moment
from rise_desk.domain.network import Edge, Node, person_kind
from rise_desk.domain.record import Id
from rise_desk.storage import merges
from rise_desk.storage.database import Vault

AT_ONCE = 500
"""How many numbers one query asks for."""

FOR_GROUPS = linking.HARM | linking.MAKES_GROUP | linking.MAY_CONNECT
"""The types of links that groups are made and told of."""

_FIELDS = (
    "id, subject, other, link_type, detail, confidence, since, until, said_by, said_in, source, recorded_at, "
    "recorded_by"
)
_STANDING = f"SELECT {_FIELDS} FROM link WHERE withdrawn IS NULL AND sealed IS NULL"
_FROM, _TO = f"{_STANDING} AND subject IN ({{0}})", f"{_STANDING} AND other IN ({{0}})"
_THESE = f"{_STANDING} AND id IN ({{0}})"
_BEGIN, _END = "SELECT id FROM link WHERE subject IN ({0})", "SELECT id FROM link WHERE other IN ({0})"
_OF_TYPES = f"{_STANDING} AND link_type IN ({', '.join('?' * len(FOR_GROUPS))})"
_PEOPLE = "SELECT subject, at_risk, of_concern, name, file_number, concern_role FROM card WHERE subject IN ({0})"
_THINGS = "SELECT subject, kind, sort, name, detail FROM thing_card WHERE subject IN ({0})"
_AGES = "SELECT subject, at_risk, date_of_birth FROM card WHERE of_concern AND subject IN ({0})"
_STATUSES = "SELECT id, statuses FROM person WHERE statuses <> '[]' AND id IN ({0})"
_LISTED = (
    "SELECT subject FROM card WHERE subject IN ({0}) UNION ALL SELECT subject FROM thing_card WHERE subject IN ({0})"
)


@dataclass(frozen=True, kw_only=True)
class Files:
    """Which files are one subject's: the main file of each that was merged, and what was merged into each."""

    heads: Mapping[Id, Id]
    members: Mapping[Id, tuple[Id, ...]]

    def head(self, file: Id) -> Id:
        """The main file of this one; its own number where it was merged into none."""
        return self.heads.get(file, file)

    def every(self, mains: Iterable[Id]) -> list[Id]:
        """The numbers of these main files and of all that was merged into them."""
        return [file for main in mains for file in (main, *self.members.get(main, ()))]


def files(vault: Vault) -> Files:
    """All merges there are."""
    heads = merges.every(vault)
    members: dict[Id, tuple[Id, ...]] = {}
    for file, head in sorted(heads.items()):
        members[head] = (*members.get(head, ()), file)
    return Files(heads=heads, members=members)


def around(vault: Vault, subjects: Collection[Id], steps: int) -> tuple[dict[Id, int], list[Edge]]:
    """How far everybody within so many steps of these main files is, the nearest first, and all links among them."""
    known, found, edges = files(vault), dict.fromkeys(subjects, 0), dict[Id, Edge]()
    ring: Collection[Id] = list(found)
    for step in range(1, steps + 1):
        new = _joined(vault, known, ring, edges)
        ring = _listed(vault, {end for each in new for end in each.ends} - found.keys())
        found |= dict.fromkeys(sorted(ring), step)
        edges |= {each.link: each for each in new}
    if steps:
        edges |= {each.link: each for each in _among(vault, known, ring)}
    return found, [each for each in edges.values() if found.keys() >= set(each.ends)]


def of(vault: Vault, subject: Id) -> list[Edge]:
    """The links of a main file with everybody and everything that is on a list; their ends are main files."""
    edges = _joined(vault, files(vault), (subject,), {})
    listed = _listed(vault, {each.end_beside(subject) for each in edges})
    return [each for each in edges if each.end_beside(subject) in listed]


def nodes(vault: Vault, steps: Mapping[Id, int]) -> list[Node]:
    """Everybody and everything of these numbers that is on a list, in their order."""
    found = {each.subject: each for each in (*_people(vault, steps), *_things(vault, steps))}
    return [found[each] for each in steps if each in found]


def for_groups(vault: Vault) -> list[Edge]:
    """Every link that groups are made and told of."""
    rows = vault.sql(_OF_TYPES, sorted(FOR_GROUPS))
    return list(_edges(rows, files(vault)))


def for_groups_around(vault: Vault, adults: Iterable[Id]) -> list[Edge]:
    """The same for the groups that these adults are in alone."""
    known, found, edges = files(vault), set(adults), dict[Id, Edge]()
    ring = set(found)
    while ring:
        new = _joined(vault, known, ring, edges, FOR_GROUPS)
        edges |= {each.link: each for each in new}
        making = (each for each in new if linking.makes_group(each.link_type, each.confidence))
        ring = {end for each in making for end in each.ends} - found
        found |= ring
    return list(edges.values())


def ages(vault: Vault, people: Iterable[Id]) -> dict[Id, tuple[bool, Moment]]:
    """Of those among these who are of concern and on a list: whether they are at risk too, and their date of birth."""
    rows = asked(vault, _AGES, people)
    return {Id(subject): (bool(at_risk), Moment(born)) for subject, at_risk, born in rows}


def listed(vault: Vault, subjects: Iterable[Id]) -> set[Id]:
    """Those of these people and things who are on a list."""
    return _listed(vault, subjects)


def _joined(
    vault: Vault, known: Files, ring: Iterable[Id], held: Container[Id], types: Collection[str] = ()
) -> list[Edge]:
    """The links of these main files that are not held yet, of these types if any are named."""
    numbers = known.every(ring)
    rows = {row[0]: row for text in (_FROM, _TO) for row in asked(vault, text, numbers) if row[0] not in held}
    return list(_edges((row for row in rows.values() if not types or row[3] in types), known))


def _among(vault: Vault, known: Files, ring: Iterable[Id]) -> Iterator[Edge]:
    """The links that begin and end at these main files; their other links, which are many, are not read."""
    numbers = known.every(ring)
    begin, end = ({Id(row[0]) for row in asked(vault, text, numbers)} for text in (_BEGIN, _END))
    return _edges(asked(vault, _THESE, begin & end), known)


def _edges(rows: Iterable[Sequence[Any]], known: Files) -> Iterator[Edge]:
    """Rows as links between main files; one between two files of the same subject is none."""
    heads = known.heads
    for link, one, other, link_type, detail, confidence, since, until, said_by, source, origin, at, by in rows:
        ends = heads.get(one, one), heads.get(other, other)
        if ends[0] != ends[1]:
            yield Edge(
                link=link, one=ends[0], other=ends[1], link_type=link_type, detail=detail, confidence=confidence,
                since=since, until=until, said_by=said_by, source=source, origin=origin, recorded_at=at, recorded_by=by,
            )  # fmt: skip


def _listed(vault: Vault, subjects: Iterable[Id]) -> set[Id]:
    return {Id(row[0]) for row in asked(vault, _LISTED, subjects)}


def _people(vault: Vault, steps: Mapping[Id, int]) -> Iterator[Node]:
    rows = list(asked(vault, _PEOPLE, steps))
    found = convicted(vault, [row[0] for row in rows if row[2]])
    for subject, at_risk, concern, name, number, role in rows:
        yield Node(
            subject=subject,
            kind=person_kind(bool(at_risk), bool(concern)),
            name=name,
            detail=number,
            alleged=role,
            convicted=subject in found,
            steps=steps[subject],
        )


def _things(vault: Vault, steps: Mapping[Id, int]) -> Iterator[Node]:
    for subject, kind, sort, name, detail in asked(vault, _THINGS, steps):
        said = sort if kind == Handle.KIND else kind
        yield Node(subject=subject, kind=said, name=name, detail=detail, steps=steps[subject])


def convicted(vault: Vault, subjects: Iterable[Id]) -> set[Id]:
    """Those of these main files that hold a conviction, all files of the same person together."""
    known = files(vault)
    every = known.every(subjects)
    held = {Id(person): json.loads(statuses) for person, statuses in asked(vault, _STATUSES, every)}
    told = defaultdict[Id, list[tuple[str, Moment]]](list)
    for person in every:
        told[known.head(person)] += [
            (each.get("status", ""), Moment(each.get("since", ""))) for each in held.get(person, ())
        ]
    return {person for person, statuses in told.items() if of_concern.convicted(statuses)}


def asked(vault: Vault, text: str, numbers: Iterable[Id]) -> Iterator[Sequence[Any]]:
    """The rows that a question answers for these numbers, so many at once."""
    wanted = list(dict.fromkeys(numbers))
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        marks = ", ".join("?" * len(part))
        yield from vault.sql(text.format(marks), part * text.count("{0}"))
