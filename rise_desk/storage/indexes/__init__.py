"""Five indexes beside the records, written in their transaction and rebuildable at any time; `check` proves it."""

from collections.abc import Callable, Sequence

from rise_desk.domain.due import Due
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.storage.database import Vault
from rise_desk.storage.indexes import card, due, involvement, keys, words

ROWS = (*involvement.ROWS, *keys.ROWS, *due.ROWS, *card.ROWS)
"""The indexes' tables (the full text's is virtual and made by its migration)."""

DueLines = Callable[[Person], Sequence[Due]]
"""What is due in a person's file, by the rules; handed in, as rules belong to the domain."""


def write(vault: Vault, record: Record, before: Record | None, due_lines: DueLines, people: Sequence[Person]) -> None:
    """Bring all five up to a record's new state; `people` are the subjects it concerns or concerned."""
    keys.write(vault, record, before)
    words.write(vault, record, before)
    involvement.write(vault, record, before)
    if isinstance(record, Person):
        card.write(vault, record)
        due.write(vault, record.id, due_lines(record))
    for person in people:
        card.touch(vault, person.id)
        due.write(vault, person.id, due_lines(person))


def differences(vault: Vault, records: Sequence[Record], due_lines: DueLines) -> list[str]:
    """Where an index is not what a rebuild from the records would make it, one sentence each."""
    people = [each for each in records if isinstance(each, Person)]
    wanted = [line for person in people for line in due_lines(person)]
    return [
        *involvement.differences(vault, records),
        *keys.differences(vault, records),
        *words.differences(vault, records),
        *card.differences(vault, records),
        *due.differences(vault, wanted),
    ]


def subjects_of(record: Record, before: Record | None) -> frozenset[Id]:
    """Whom a change touches: those the record concerns now and those it concerned before."""
    touched = {subject for each in (record, before) if each is not None for subject, _ in each.involved()}
    return frozenset(touched)
