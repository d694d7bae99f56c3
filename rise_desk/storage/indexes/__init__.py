"""Five indexes beside the records, written in their transaction and rebuildable at any time; `check` proves it."""

from collections.abc import Callable, Sequence

from rise_desk.domain.due import Due
from rise_desk.domain.merging import Whole
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.storage.database import Vault
from rise_desk.storage.indexes import card, due, involvement, keys, words
from rise_desk.storage.merges import gathered

ROWS = (*involvement.ROWS, *keys.ROWS, *due.ROWS, *card.ROWS)
"""The indexes' tables (the full text's is virtual and made by its migration)."""

DueLines = Callable[[Person], Sequence[Due]]
"""What is due in a person's file, by the rules; handed in, as rules belong to the domain."""


def write(vault: Vault, record: Record, before: Record | None, due_lines: DueLines, files: Sequence[Whole]) -> None:
    """Bring all five up to a record's new state; `files` are the whole files of those it concerns or concerned."""
    keys.write(vault, record, before)
    words.write(vault, record, before)
    involvement.write(vault, record, before)
    if isinstance(record, Person) and record.merged_into:
        card.remove(vault, record.id)
        due.write(vault, record.id, ())
    for file in files:
        if isinstance(record, Person):
            card.write(vault, file)
        else:
            card.touch(vault, file)
        due.write(vault, file.main.id, due_lines(file.person))


def differences(vault: Vault, records: Sequence[Record], due_lines: DueLines) -> list[str]:
    """Where an index is not what a rebuild from the records would make it, one sentence each."""
    files = gathered([each for each in records if isinstance(each, Person)])
    wanted = [line for file in files for line in due_lines(file.person)]
    return [
        *involvement.differences(vault, records),
        *keys.differences(vault, records),
        *words.differences(vault, records),
        *card.differences(vault, records, files),
        *due.differences(vault, wanted),
    ]


def subjects_of(record: Record, before: Record | None) -> frozenset[Id]:
    """Whom a change touches: those the record concerns now or concerned before; a person, and whoever they are."""
    states = [each for each in (record, before) if each is not None]
    touched = {subject for each in states for subject, _ in each.involved()}
    return frozenset(touched | {each.merged_into or each.id for each in states if isinstance(each, Person)})
