"""Subjects: who or what answers to a text, people first, so that a form can name anybody and anything on file."""

from collections.abc import Iterable
from dataclasses import dataclass

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.thing_card import Wanted
from rise_desk.services import finding, merged
from rise_desk.services.desk import Desk
from rise_desk.storage import merges
from rise_desk.storage.indexes import thing_card

THINGS = 8
"""How many places, vehicles, phones and names online are told at once."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody or something on file: the kind of its record, what it is called, and what tells it from others.

    `withdrawn`: its record is named somewhere still, and counts no more.
    """

    subject: Id
    kind: str
    name: str
    detail: str = ""
    aside: str = ""
    withdrawn: bool = False


def found(desk: Desk, text: str, limit: int = THINGS, *, kind: str = "") -> tuple[Named, ...]:
    """People whose files answer, then places, vehicles, phones and names online; nothing for an empty text.

    `kind`: of that kind of record alone.
    """
    people = tuple(
        Named(subject=each.subject, kind=Person.KIND, name=each.name, detail=each.found_in, aside=each.aside)
        for each in (finding.people(desk, text, limit) if kind in ("", Person.KIND) else ())
    )
    return people if kind == Person.KIND else (*people, *_things(desk, text, limit, kind))


def named(desk: Desk, subjects: Iterable[Id]) -> dict[Id, Named]:
    """Who and what these are, by their own numbers; what was merged reads as its main one.

    Somebody whose file this reader can't open is named as that.
    """
    heads = merged.head_of(desk, subjects)
    found = desk.store.several(Person, {*heads.values()})
    shut = merges.shut(desk.store.vault, [each.id for each in found])
    people = {each.id: _person(desk, each, is_shut=each.id in shut) for each in found}
    things = {each.id: _thing(each) for each in desk.store.things({*heads.values()} - set(people))}
    known = people | things
    return {each: known[head] for each, head in heads.items() if head in known}


def _things(desk: Desk, text: str, limit: int, kind: str) -> tuple[Named, ...]:
    if not text.strip():
        return ()
    cards = thing_card.page(desk.store.vault, Wanted(kind=kind, text=text, limit=limit))
    return tuple(Named(subject=each.subject, kind=each.kind, name=each.name, detail=each.detail) for each in cards)


def _person(desk: Desk, person: Person, *, is_shut: bool) -> Named:
    if is_shut or not access.may(desk.who, Deed.OPEN, access.state_of(desk.who, person)):
        return Named(subject=person.id, kind=person.kind, name=access.NAMELESS)
    return Named(
        subject=person.id,
        kind=person.kind,
        name=person.name,
        aside=person.file_number,
        withdrawn=person.withdrawn is not None,
    )


def _thing(thing: Thing) -> Named:
    gone = thing.withdrawn is not None
    return Named(subject=thing.id, kind=thing.KIND, name=thing.name, detail=thing.detail, withdrawn=gone)
