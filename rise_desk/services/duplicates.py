"""Duplicates: who on file may be the person that somebody is about to open a file for; it tells and decides nothing.

Candidates come from the keys that people are found by, the cards say which are worth reading, and only those few are
compared in full. Restricted people have neither keys nor cards: nobody can tell from here that they are on file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from rise_desk.domain import names
from rise_desk.domain.access import Deed
from rise_desk.domain.likeness import (
    Birth,
    Likeness,
    Strength,
    addresses,
    birth_likeness,
    called_by,
    likeness,
    numbers,
    phones,
    turned,
)
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.merged import head_of
from rise_desk.storage import merges
from rise_desk.storage.indexes import card, keys

CANDIDATES, READ, PARTS = 40, 12, 8
"""How many are looked at by their cards, how many of those are read whole, and how many parts of names are sought."""

BY_NUMBER, BY_NAME, BY_BIRTH, BY_PLACE, BY_SOUND = 16, 8, 6, 6, 4
ENOUGH = 6
"""What a shared key counts for; two parts of a name that sound alike are enough, one is not."""

BY_MANY = frozenset({keys.BORN, keys.PHONE, keys.ADDRESS})
"""What a class or a household may share, so that the names must be alike too."""

Wanted = tuple[str, tuple[str, ...], int]
"""A sort of key, values of which any will do, and what it counts for."""


def likely(desk: Desk, person: Person, limit: int = 5) -> tuple[Likeness, ...]:
    """Whom on file this person may be, the likeliest first; nobody while too little is known of them."""
    desk.demand(Deed.LIST)
    found = keys.weighed(desk.store.vault, list(_wanted(person)), ENOUGH, CANDIDATES)
    heads = list(dict.fromkeys(head_of(desk, found).values()))
    on_lists = card.several(desk.store.vault, heads)
    read = _read(desk, [each for each in heads if each in on_lists][:READ])
    return _alike(person, read.values())[:limit]


def likely_among(desk: Desk, people: Sequence[Person], limit: int = 3) -> dict[Id, tuple[Likeness, ...]]:
    """The same for each of many people, in a few queries; those like nobody are left out.

    Who has nothing but names that sound alike, or nothing but a birthday, is not looked for among so many.
    """
    desk.demand(Deed.LIST)
    candidates = _candidates(desk, people)
    read = _read(desk, {each for found in candidates.values() for each in found})
    alike = {
        each.id: _alike(each, (read[head] for head in candidates[each.id] if head in read))[:limit] for each in people
    }
    return {person: found for person, found in alike.items() if found}


def demand_distinct(desk: Desk, person: Person) -> None:
    """Raise `Invalid`, naming them, where somebody on file certainly or likely is this new person."""
    found = [each for each in likely(desk, person) if each.strength >= Strength.LIKELY]
    if found:
        named = " and ".join(f"{each.person.file_number} {each.person.name} ({each.why})" for each in found)
        told = f"This may be somebody already on file: {named}."
        raise Invalid({"duplicates": f"{told} Open that file, or say why this is another person."})


def _alike(person: Person, read: Iterable[Person]) -> tuple[Likeness, ...]:
    compared = (likeness(person, each) for each in read if each.id != person.id)
    return tuple(sorted((each for each in compared if each.strength), key=lambda each: -each.strength))


def _read(desk: Desk, heads: Iterable[Id]) -> dict[Id, Person]:
    """These people as all their files together tell."""
    found = merges.wholes(desk.store.vault, partial(desk.store.several, Person), heads)
    return {each.main.id: each.person for each in found}


def _candidates(desk: Desk, people: Sequence[Person]) -> dict[Id, list[Id]]:
    """For each of many people those worth reading whole, as far as the keys and the cards can tell."""
    wanted = {each.id: [key for key in _wanted(each) if key[0] != keys.SOUND] for each in people}
    sorts: dict[str, set[str]] = {}
    for sort, values, _weight in (key for each in wanted.values() for key in each):
        sorts.setdefault(sort, set()).update(values)
    held = {sort: keys.several(desk.store.vault, sort, values) for sort, values in sorts.items()}
    heads = head_of(desk, {each for found in held.values() for ids in found.values() for each in ids})
    seen = _Seen(desk, set(heads.values()))
    return {each.id: list(dict.fromkeys(_worth_reading(each, wanted[each.id], held, heads, seen))) for each in people}


def _worth_reading(
    person: Person,
    wanted: Sequence[Wanted],
    held: Mapping[str, Mapping[str, list[Id]]],
    heads: Mapping[Id, Id],
    seen: "_Seen",
) -> Iterator[Id]:
    parts = {frozenset(names.sounds(part)) for name in called_by(person) for part in name.split()}
    for sort, values, weight in wanted:
        for found in (heads[each] for value in values for each in held[sort].get(value, ())):
            if found in seen.known and (weight == BY_NUMBER or seen.fits(found, person, parts, sort in BY_MANY)):
                yield found


class _Seen:
    """The cards of those on the lists, and what their names sound like, each worked out once and only when asked."""

    def __init__(self, desk: Desk, subjects: set[Id]) -> None:
        self.known = card.several(desk.store.vault, subjects)
        self._heard: dict[Id, frozenset[str]] = {}

    def fits(self, subject: Id, person: Person, parts: Iterable[frozenset[str]], by_sound: bool) -> bool:
        """Whether a birthday doesn't speak against one of them, and, if asked, two parts of the name sound alike."""
        if birth_likeness(person.date_of_birth, self.known[subject].date_of_birth) is Birth.AGAINST:
            return False
        return not by_sound or self._alike(subject, parts)

    def _alike(self, subject: Id, parts: Iterable[frozenset[str]]) -> bool:
        if subject not in self._heard:
            self._heard[subject] = frozenset(names.sounds(self.known[subject].folded))
        return sum(not self._heard[subject].isdisjoint(each) for each in parts) > 1


def _wanted(person: Person) -> Iterator[Wanted]:
    """The keys by which somebody like this person would be found."""
    for system, value in sorted(numbers(person)):
        yield system, (value,), BY_NUMBER
    called = called_by(person)
    yield from _any(keys.NAME, (*called, names.fold(f"{person.family_name} {person.given_name}")), BY_NAME)
    born = person.date_of_birth if len(person.date_of_birth) == len("2010-03-27") else ""
    yield from _any(keys.BORN, (born, turned(person.date_of_birth)), BY_BIRTH)
    yield from _any(keys.PHONE, phones(person), BY_PLACE)
    yield from _any(keys.ADDRESS, addresses(person), BY_PLACE)
    parts = list(dict.fromkeys(part for name in called for part in name.split()))[:PARTS]
    for part in parts if len(parts) > 1 else ():
        yield from _any(keys.SOUND, names.sounds(part), BY_SOUND)


def _any(sort: str, values: Iterable[str], weight: int) -> Iterator[Wanted]:
    found = tuple(dict.fromkeys(each for each in values if each))
    if found:
        yield sort, found, weight
