"""On file: the records of some kinds about many subjects at once, read in a few queries."""

from collections.abc import Iterable

from rise_desk.domain.chronology import Sieve
from rise_desk.domain.record import Id, Record
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.matching import AT_ONCE
from rise_desk.storage import merges
from rise_desk.storage.indexes import involvement
from rise_desk.storage.store import EVERY_GRANT, WHOLE_FILE


def together(desk: Desk, subjects: Iterable[Id], kinds: tuple[str, ...]) -> dict[Id, list[Record]]:
    """The records of these kinds about each of these main files, whoever may read them: others are judged beside."""
    vault, heads = desk.store.vault, list(dict.fromkeys(subjects))
    joined = merges.members(vault, heads)
    main = {each: head for head in heads for each in (head, *joined.get(head, ()))}
    every, found = list(main), {head: dict[Id, Record]() for head in heads}
    for start in range(0, len(every) if kinds else 0, AT_ONCE):
        part = tuple(every[start : start + AT_ONCE])
        lines = involvement.page(vault, part, Sieve(kinds=kinds), EVERY_GRANT, WHOLE_FILE, None)
        for record in desk.store.records(lines):
            for subject, _role in record.involved():
                if subject in main:
                    found[main[subject]][record.id] = record
    return {head: list(records.values()) for head, records in found.items()}
