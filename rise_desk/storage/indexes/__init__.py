"""Five indexes beside the records, written in their transaction and rebuildable at any time; `check` proves it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rise_desk.domain import agenda
from rise_desk.domain.agenda import Ruled
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.merging import Whole
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.storage.database import Vault
from rise_desk.storage.indexes import card, due, involvement, keys, thing_card, words
from rise_desk.storage.merges import gathered

if TYPE_CHECKING:
    from rise_desk.storage.store import Store

ROWS = (*involvement.ROWS, *keys.ROWS, *due.ROWS, *card.ROWS, *thing_card.ROWS)
"""The indexes' tables (the full text's is virtual and made by its migration)."""

Rules = Callable[[CaseFile | ThingFile], Ruled]
"""What the rules make of a file that holds the kinds they read; handed in, as they go by the team's practice."""


def write(
    vault: Vault, record: Record, before: Record | None, files: Sequence[Whole], rule: Callable[[Whole], None]
) -> None:
    """Bring all five up to a record's new state; `files` are the whole files of those it concerns or concerned.

    `rule` is told each of them of which the rules may now make something else.
    """
    keys.write(vault, record, before)
    words.write(vault, record, before)
    involvement.write(vault, record, before)
    if isinstance(record, Person) and record.merged_into:
        card.remove(vault, record.id)
        due.write(vault, record.id, ())
    is_ruled = isinstance(record, Person) or record.KIND in agenda.reads()
    for file in files:
        if is_ruled:
            rule(file)
        else:
            card.touch(vault, file)


def begin(vault: Vault, file: Whole, ruled: Ruled) -> None:
    """What the rules make of a file that begins: nothing is on it yet, and nothing has to be looked for."""
    card.begin(vault, file, ruled)
    due.add(vault, ruled.due)


def write_ruled(vault: Vault, file: Whole, ruled: Ruled) -> None:
    """Bring what the rules make of a file up to date: its card, and what is due in it."""
    card.write(vault, file, ruled)
    due.write(vault, file.main.id, ruled.due)


def write_thing(vault: Vault, file: ThingFile, ids: tuple[Id, ...], ruled: Ruled) -> None:
    """Bring a thing's card and what is due about it up to date; `ids` are its own and those merged into it."""
    thing_card.write(vault, file.subject, ids)
    due.write(vault, file.subject.id, ruled.due)


def renew_thing(store: "Store", thing: Thing, rules: Rules) -> None:
    """Make a thing's card and what is due about it anew."""
    file = store.thing_file(thing, kinds=agenda.thing_reads()) if agenda.THING_RULES else ThingFile(subject=thing)
    write_thing(store.vault, file, store.thing_ids(thing.id), rules(file))


def differences(vault: Vault, records: Sequence[Record], rules: Rules) -> list[str]:
    """Where an index is not what a rebuild from the records would make it, one sentence each."""
    files = gathered([each for each in records if isinstance(each, Person)])
    read = _read_by_rules(records)
    ruled = {each.main.id: rules(_file(each, read)) for each in files}
    things = list(_thing_files(records))
    lines = [line for each in (*ruled.values(), *map(rules, things)) for line in each.due]
    return [
        *involvement.differences(vault, records),
        *keys.differences(vault, records),
        *words.differences(vault, records),
        *card.differences(vault, records, files, ruled),
        *due.differences(vault, lines),
        *thing_card.differences(vault, things, frozenset(each.id for each in records if _is_restricted(each))),
    ]


def _is_restricted(record: Record) -> bool:
    return isinstance(record, Person) and bool(record.restricted)


def _thing_files(records: Sequence[Record]) -> Iterator[ThingFile]:
    """The whole file of each thing, with what concerns those that were merged into it."""
    things = {each.id: each for each in records if isinstance(each, Thing)}
    about, joined = defaultdict[Id, list[Record]](list), defaultdict[Id, list[Id]](list)
    for thing in things.values():
        joined[thing.merged_into or thing.id].append(thing.id)
    for each in records:
        mains = {things[who].merged_into or who for who, _role in each.involved() if who in things}
        for main in mains:
            about[main].append(each)
    for each in things.values():
        yield ThingFile(subject=each, records=tuple(about[each.id]), ids=tuple(joined[each.id]))


def _read_by_rules(records: Iterable[Record]) -> Mapping[Id, list[Record]]:
    """The records that rules read, by whom they concern."""
    found, wanted = defaultdict[Id, list[Record]](list), agenda.reads()
    for each in records:
        if each.KIND in wanted:
            for subject, _role in each.involved():
                found[subject].append(each)
    return found


def _file(whole: Whole, read: Mapping[Id, list[Record]]) -> CaseFile:
    """The whole file; what concerns two files of one human being stands in it once."""
    once = {each.id: each for file in whole.ids for each in read.get(file, ())}
    return CaseFile(subject=whole.person, records=tuple(once.values()))


def subjects_of(record: Record, before: Record | None) -> frozenset[Id]:
    """Whom a change touches: those the record concerns now or concerned before; a person, and whoever they are."""
    states = [each for each in (record, before) if each is not None]
    touched = {subject for each in states for subject, _ in each.involved()}
    touched |= {each.merged_into or each.id for each in states if isinstance(each, Person)}
    return frozenset(touched | {each for thing in states if isinstance(thing, Thing) for each in _heads_of(thing)})


def _heads_of(thing: Thing) -> tuple[Id, ...]:
    """A thing, and what it was merged into."""
    return (thing.id, thing.merged_into) if thing.merged_into else (thing.id,)
