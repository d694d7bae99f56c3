"""Merges: which files are one subject's. A merge is one field, so these two questions are all there is to read."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rise_desk.domain.merging import Whole
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.storage.database import Vault

AT_ONCE = 500
TABLES = ("person", "place", "vehicle", "handle")
"""The tables of subjects: each can be merged into another of its kind."""

_ALL = " UNION ALL ".join(f"SELECT id, merged_into FROM {table} WHERE {{}}" for table in TABLES)
_HEADS = _ALL.replace("{}", "merged_into <> 0 AND id IN ({0})")
_EVERY = _ALL.replace("{}", "merged_into > 0")
_SHUT = "SELECT merged_into FROM person WHERE restricted AND merged_into IN ({0})"
_MEMBERS = f"SELECT id, merged_into FROM ({_ALL.replace('{}', 'merged_into IN ({0})')}) ORDER BY id"


def heads(vault: Vault, ids: Iterable[Id]) -> dict[Id, Id]:
    """The main file of each of these that was merged into one; the others are left out."""
    return {Id(file): Id(head) for file, head in _asked(vault, _HEADS, ids)}


def every(vault: Vault) -> dict[Id, Id]:
    """The main file of each file there is that was merged into one."""
    return {Id(file): Id(head) for file, head in vault.sql(_EVERY)}


def members(vault: Vault, ids: Iterable[Id]) -> dict[Id, list[Id]]:
    """The files that were merged into each of these, the oldest first; those without any are left out."""
    found: dict[Id, list[Id]] = {}
    for file, head in _asked(vault, _MEMBERS, ids):
        found.setdefault(Id(head), []).append(Id(file))
    return found


def shut(vault: Vault, mains: Iterable[Id]) -> frozenset[Id]:
    """Those of these main files into which a file was merged that is restricted: all of it is then."""
    return frozenset(Id(main) for (main,) in _asked(vault, _SHUT, mains))


def wholes(vault: Vault, read: Callable[[Iterable[Id]], list[Person]], ids: Iterable[Id]) -> list[Whole]:
    """The whole files of these people, each once, a merged one by its main file; unknown numbers are left out."""
    known = {each.id: each for each in read(ids)}
    main = dict.fromkeys(each.merged_into or each.id for each in known.values())
    known |= {each.id: each for each in read([each for each in main if each not in known])}
    joined = members(vault, main)
    others = {each.id: each for each in read([file for files in joined.values() for file in files])}
    return [
        Whole(main=known[each], others=tuple(others[file] for file in joined.get(each, ())))
        for each in main
        if each in known and not known[each].merged_into
    ]


def gathered(people: Sequence[Person]) -> list[Whole]:
    """The whole files among all the people there are: for rebuilds and checks."""
    others: dict[Id, list[Person]] = {}
    for each in sorted(people, key=lambda person: person.id):
        others.setdefault(each.merged_into, []).append(each)
    return [Whole(main=each, others=tuple(others.get(each.id, ()))) for each in people if not each.merged_into]


def _asked(vault: Vault, question: str, ids: Iterable[Id]) -> Iterator[Sequence[int]]:
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        yield from vault.sql(question.format(", ".join("?" * len(part))), part * question.count("{0}"))
