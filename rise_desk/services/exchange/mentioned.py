"""Mentioned: people named in a cell, each with their file where a reference or number leads to it."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from rise_desk.domain import identifiers
from rise_desk.domain.mention import Mention
from rise_desk.domain.names import fold
from rise_desk.domain.person import Person
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.matching import on_file
from rise_desk.services.exchange.parts import parts_in, told_parts
from rise_desk.storage.indexes import keys

FIELDS = ("name", "sort", "risk", "known")
NOBODY = frozenset({"alone", "nobody", "no one", "none", "n a", "not recorded", "not known", "unknown"})
_WITH_FILE = re.compile(r"(.+) \((\d\d-\d{4,})\)")


class Mentioned:
    """Those whom a file names beside the children it is about, looked up in a few queries."""

    def __init__(self, desk: Desk, source: str, cells: Iterable[str]) -> None:
        texts = {each["name"] for cell in set(cells) for each in parts_in(cell, FIELDS)}
        references = {text: keys.reference_key(source, text) for text in texts}
        numbers = {text: _apart(text)[1] for text in texts}
        held = keys.several(desk.store.vault, keys.REFERENCE, references.values())
        filed = keys.several(desk.store.vault, keys.FILE, filter(None, numbers.values()))
        nominals = {text: identifiers.normal("police", text) for text in texts if any(map(str.isdigit, text))}
        police = keys.several(desk.store.vault, "police", nominals.values())
        found = {
            text: held.get(references[text]) or filed.get(numbers[text]) or police.get(nominals.get(text, ""), [])
            for text in texts
        }
        heads = merged.head_of(desk, {each for ids in found.values() for each in ids})
        people = on_file(desk, Person, heads.values())
        self._people = {
            text: next(iter(known))
            for text, ids in found.items()
            if len(known := {people[heads[each]] for each in ids if heads[each] in people}) == 1
        }

    def parts(self, cell: str) -> list[dict[str, Any]]:
        """The mentions that a cell says, each as plain data; nobody is guessed by their name."""
        said = [each for each in parts_in(cell, FIELDS) if fold(each["name"]) not in NOBODY]
        return [{**each, **self._who(each["name"])} for each in said]

    def _who(self, text: str) -> dict[str, str]:
        person = self._people.get(text)
        if person is None:
            return {"name": text}
        name, number = _apart(text)
        return {"name": name if number and name else person.name, "person": str(person.id)}


def _apart(text: str) -> tuple[str, str]:
    """A name and the file number after it, or a file number alone; '' for what is not there."""
    found = _WITH_FILE.fullmatch(text)
    return (found[1], found[2]) if found else ("", text)


def told(mentions: Sequence[Mention], numbers: "dict[Any, str]") -> str:
    """Mentions as a cell that `Mentioned` reads back: each with the file number of whoever has a file."""
    said = []
    for each in mentions:
        number = numbers.get(each.person, "")
        said.append((f"{each.name} ({number})" if number else each.name, each.sort, each.risk, each.known))
    return told_parts(said)
