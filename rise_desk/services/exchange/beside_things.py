"""Beside things: a row of a place, vehicle, phone or name online is the one on file that has the same mark."""

from collections.abc import Iterable, Iterator

from rise_desk.domain.names import fold
from rise_desk.domain.place import Place
from rise_desk.domain.record import Id, Record
from rise_desk.domain.thing import Thing
from rise_desk.services import merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.ends import called, subjects
from rise_desk.services.exchange.matching import Found, Key
from rise_desk.storage.indexes import keys

SHORTEST_PLATE = 5
"""From how many letters and digits on a plate is taken for a whole one: a part of one is many vehicles'."""

_TOLD = {keys.PLATE: "number plate", keys.PHONE: "number", keys.HANDLE: "name online", keys.NAME: "name and address"}


class ThingsBeside:
    """Things, looked up by their marks in a few queries: the same plate, number, or name and address is the same."""

    def __init__(self, desk: Desk, heard: Iterable[tuple[int, Record]]) -> None:
        self._lines: dict[Id, int] = {}
        self._known: dict[Key, Thing] = {}
        rows = [each for _line, each in heard if isinstance(each, Thing)]
        sorts: dict[str, set[str]] = {}
        for sort, value in (mark for each in rows for mark in sure_marks(each)):
            sorts.setdefault(sort, set()).add(value.split("\n")[0])
        held = (keys.several(desk.store.vault, sort, values) for sort, values in sorts.items())
        heads = merged.head_of(desk, [each for found in held for ids in found.values() for each in ids])
        known = subjects(desk, {*heads, *heads.values()})
        kinds = {each.KIND for each in rows[:1]}
        for file, head in heads.items():
            filed, thing = known.get(file), known.get(head)
            if isinstance(filed, Thing) and isinstance(thing, Thing) and thing.KIND in kinds and not thing.withdrawn:
                self._stand(thing, filed)

    def same(self, heard: Record) -> Found | None:
        """The thing on file, or in an earlier row, with the same mark."""
        assert isinstance(heard, Thing)
        for mark in sure_marks(heard):
            found = self._known.get(mark)
            if found is not None:
                line = self._lines.get(found.id)
                where = f"Line {line} of this file" if line else called(found)
                return Found(record=found, by=_TOLD[mark[0]], called=where[:1].upper() + where[1:])
        return None

    def demand(self, made: Record, line: int) -> None:
        """Nothing is asked; the rows that follow are compared with it."""
        assert isinstance(made, Thing)
        if not made.version:
            self._lines.setdefault(made.id, line)
        self._stand(made, made)

    def _stand(self, thing: Thing, filed: Thing) -> None:
        """Let a thing be recognised by the marks of a file of it: its own, or one that was merged into it."""
        for mark in sure_marks(filed):
            if mark not in self._known or self._known[mark].id == thing.id:
                self._known[mark] = thing


def sure_marks(thing: Thing) -> Iterator[Key]:
    """The marks that no other thing has: a whole plate, a number, a name online, a name at an address."""
    if isinstance(thing, Place):
        address = fold(f"{thing.lines} {thing.postcode}")
        if address and fold(thing.place_name):
            yield keys.NAME, f"{fold(thing.place_name)}\n{address}"
        return
    for sort, text in thing.marks():
        value = keys.normal(sort, text)
        if value and (sort != keys.PLATE or len(value) >= SHORTEST_PLATE):
            yield sort, value
