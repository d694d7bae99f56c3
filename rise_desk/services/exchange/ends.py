"""Ends: whom or what on file a row names, by its source's reference, else as anybody would; a thing by its mark too."""

from collections.abc import Iterable, Iterator, Sequence

from rise_desk.domain import names
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing
from rise_desk.errors import Invalid
from rise_desk.services import merged, restricted
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.matching import AT_ONCE, Key, on_file
from rise_desk.storage.indexes import keys

_MARKS = (keys.PLATE, keys.PHONE, keys.HANDLE)

Subject = Person | Thing
NOBODY = "Nothing on file is called “{}”."
"""Also of somebody whose file is closed to whoever imports: nobody can tell from here that they are on file."""


class Ends:
    """Every person, place or thing that the rows of one file name, looked up in a few queries."""

    def __init__(self, desk: Desk, source: str, texts: Iterable[str]) -> None:
        self._desk = desk
        rungs = {text: tuple(_rungs(source, text)) for text in dict.fromkeys(texts)}
        held = _held(desk, {key for each in rungs.values() for key in each})
        heads = merged.head_of(desk, {each for found in held.values() for each in found})
        shut = restricted.closed(desk, heads.values())
        self._subjects = subjects(desk, set(heads.values()) - shut)
        self._meant = {text: self._first(each, held, heads) for text, each in rungs.items()}

    def of(self, text: str, field: str) -> Subject:
        """Whom or what this text names; `Invalid` says in a sentence why it names nobody who can be meant."""
        found = self._meant.get(text, [])
        if not found:
            raise Invalid({field: NOBODY.format(text[:60])})
        if len(found) > 1:
            choices = " or ".join(sorted(called(each) for each in found))
            raise Invalid({field: f"“{text[:60]}” could be {choices}. Say which."})
        return self._fit(found[0], text, field)

    def person(self, text: str, field: str) -> Person:
        """Who this text names; `Invalid` also where it is no person."""
        found = self.of(text, field)
        if not isinstance(found, Person):
            raise Invalid({field: f"“{text[:60]}” is not a person's file."})
        return found

    def _first(self, rungs: Sequence[Key], held: dict[Key, list[Id]], heads: dict[Id, Id]) -> list[Subject]:
        for key in rungs:
            wanted = dict.fromkeys(heads[each] for each in held.get(key, ()))
            found = [self._subjects[each] for each in wanted if each in self._subjects]
            if found:
                return found
        return []

    def _fit(self, subject: Subject, text: str, field: str) -> Subject:
        if subject.withdrawn:
            raise Invalid({field: f"{called(subject)}, named “{text[:60]}”, was withdrawn."})
        return subject


def subjects(desk: Desk, ids: Iterable[Id]) -> dict[Id, Subject]:
    """The people and things with these numbers; of anything else, nothing."""
    people = on_file(desk, Person, ids)
    others = sorted(set(ids) - set(people))
    parts = (others[start : start + AT_ONCE] for start in range(0, len(others), AT_ONCE))
    return {**people, **{each.id: each for part in parts for each in desk.store.things(part)}}


def called(subject: Subject) -> str:
    """How a subject is named where several could be meant: a file number, or what the thing is called."""
    return subject.file_number if isinstance(subject, Person) else f"{subject.TITLE.lower()} {subject.name}"


def _rungs(source: str, text: str) -> Iterator[Key]:
    """The keys a text may be found by, the surest first."""
    yield keys.REFERENCE, keys.reference_key(source, text)
    if "/" in text:
        theirs, _slash, ref = text.partition("/")
        yield keys.REFERENCE, keys.reference_key(theirs, ref)
    yield keys.FILE, text
    for sort in (keys.BARE_REFERENCE, keys.NAME):
        if names.fold(text):
            yield sort, names.fold(text)
    for sort in _MARKS:
        if keys.normal(sort, text):
            yield sort, keys.normal(sort, text)


def _held(desk: Desk, wanted: Iterable[Key]) -> dict[Key, list[Id]]:
    sorts: dict[str, list[str]] = {}
    for sort, value in wanted:
        sorts.setdefault(sort, []).append(value)
    vault = desk.store.vault
    return {(sort, value): found for sort in sorts for value, found in keys.several(vault, sort, sorts[sort]).items()}
