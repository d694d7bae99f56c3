"""Children: whom on file a row means, by reference or number, else by name and birthday; else somebody is asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rise_desk.domain import access, identifiers, moments, names
from rise_desk.domain.access import Deed
from rise_desk.domain.likeness import NUMBERS as CALLED
from rise_desk.domain.likeness import ONE_EACH, Likeness, likeness
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, Person
from rise_desk.domain.record import Id
from rise_desk.errors import Invalid
from rise_desk.services import duplicates, merged
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.asking import NOBODY, Answers, Doubtful, MayBe
from rise_desk.services.exchange.columns import blank
from rise_desk.services.exchange.matching import Key, on_file
from rise_desk.services.exchange.people import born, taken_apart
from rise_desk.storage.indexes import keys

_NUMBERS = {"nhs": "nhs", "upn": "upn", "police": "police", "misper_number": "missing_person", "council": "council"}
"""Each column that holds a number of a child's own, and the system it is of."""

UNNAMED = "Say whose this is, by a reference or number, or by name and date of birth."
LEFT_OUT = "Somebody said that nobody on file here is meant."
ANOTHER_SOURCE = "the same reference, but of another source"

Said = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Child:
    """How a row says which child it is about; rows that say it alike mean the same one."""

    file_number: str = ""
    ref: str = ""
    name: str = ""
    born: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    unread: str = ""

    @property
    def asks(self) -> str:
        """The same in one line, by which somebody is asked: 'P7, Maisie Okafor, born 2010'."""
        numbers = (f"{CALLED[system]} {value.upper()}" for system, value in self.numbers)
        return ", ".join(filter(None, (self.ref, self.name, f"born {self.born}" if self.born else "", *numbers)))

    @property
    def person(self) -> Person:
        """Somebody of this name and birthday, to be compared with those on file."""
        apart = taken_apart(self.name)
        return Person(given_name=apart["given_name"], family_name=apart["family_name"], date_of_birth=Moment(self.born))


class Children:
    """Everybody the rows of one file mean, looked up in a few queries, each decided once.

    `answered`: it is a file of refused rows, in which somebody wrote the file numbers as answers.
    """

    def __init__(
        self, desk: Desk, source: str, rows: Iterable[Said], answers: Answers, *, answered: bool = False
    ) -> None:
        self._desk, self._source, self._answers, self._answered = desk, source, answers, answered
        self._children: dict[tuple[str, ...], Child] = {}
        every = list(dict.fromkeys(self.child(each) for each in rows))
        wanted = {key for each in every for key in self._keys(each)}
        wanted |= {(keys.FILE, number) for number in answers.who.values()}
        self._held = _several(desk, wanted)
        self._heads = merged.head_of(desk, {each for found in self._held.values() for each in found})
        self._people = on_file(desk, Person, self._heads.values())
        self._like = self._alike([each for each in every if not any(self._sure(each).values())])
        self._decided: dict[Child, Person | Invalid] = {}

    def child(self, said: Said) -> Child:
        """How a row says which child it is about."""
        cells = tuple(said.get(name, "") for name in _ASKED)
        if cells not in self._children:
            self._children[cells] = _child({name: text for name, text in said.items() if not blank(text)}, self._desk)
        return self._children[cells]

    def person(self, said: Said) -> Person:
        """The child; `Doubtful` says who it may be where only a person can tell, `Invalid` why it can be nobody."""
        child = self.child(said)
        if child not in self._decided:
            try:
                self._decided[child] = self._fit(self._found(child))
            except Invalid as nobody:
                self._decided[child] = nobody
        found = self._decided[child]
        if isinstance(found, Invalid):
            raise found
        return found

    def demand_same(self, said: Said, person: Person) -> None:
        """`Doubtful` where a row names a child whom this person can't be, `Invalid` where it surely is another."""
        child = self.child(said)
        meant = _unique(each for found in self._sure(child).values() for each in found)
        meant += self._at((keys.FILE, self._answers.of(child.asks) or child.file_number))
        if meant and person.id not in {each.id for each in meant}:
            told = f"This episode is in the file {person.file_number}, and the row is about {meant[0].file_number}."
            raise Invalid({"episodes": told})
        against = _against(child, person, by_name=False)
        if against and not self._answers.of(child.asks):
            raise Doubtful(child.asks, [_may_be(person, f"the same episode, but {against}")])

    def _found(self, child: Child) -> Person:
        answer = self._answers.of(child.asks) or child.file_number
        if names.fold(answer) == NOBODY:
            raise Doubtful(child.asks, (), LEFT_OUT)
        if answer:
            person = self._by_file(child, answer)
            against = _against(child, person, by_name=False)
            if against and not (self._answered or self._answers.of(child.asks)):
                raise Doubtful(child.asks, [_may_be(person, f"the same file number, but {against}")])
            return person
        if child.unread:
            raise Invalid({"date_of_birth": child.unread})
        if not child.asks:
            raise Invalid({"concerns": UNNAMED})
        sure = {by: found for by, found in self._sure(child).items() if found}
        if not sure:
            raise self._doubt(child)
        several = {person.id: (person, by) for by, found in reversed(sure.items()) for person in found}
        by, (first, *more) = next(iter(sure.items()))
        against = _against(child, first, by_name=by == _BY_NAME)
        if len(several) > 1 or more or against:
            told = [_may_be(each, f"the same {how}{_but(child, each)}") for each, how in several.values()]
            raise Doubtful(child.asks, told)
        return first

    def _by_file(self, child: Child, number: str) -> Person:
        found = self._at((keys.FILE, number))
        if len(found) != 1:
            raise Doubtful(child.asks, (), f"Nobody on file has the file number “{number[:20]}”.")
        return found[0]

    def _doubt(self, child: Child) -> Doubtful:
        """Who it may be: of the same or a like name, or by a reference that may be another's."""
        told = {each.person.id: _may_be(each.person, _why(each)) for each in self._like.get(child, ())}
        for each in (*self._at((keys.NAME, names.fold(child.name))), *self._at((keys.NAME, names.fold(child.ref)))):
            told.setdefault(each.id, _may_be(each, f"same name only{_but(child, each)}"))
        for each in self._at((keys.BARE_REFERENCE, names.fold(child.ref))):
            told.setdefault(each.id, _may_be(each, f"{ANOTHER_SOURCE}{_but(child, each)}"))
        nobody = f"Nobody on file is “{child.asks[:100]}”, by reference, number, or name and date of birth."
        return Doubtful(child.asks, tuple(told.values()), "" if told else nobody)

    def _sure(self, child: Child) -> dict[str, list[Person]]:
        """Those whom a child may be taken for without asking, by what, the surest first."""
        reference = self._at((keys.REFERENCE, keys.reference_key(self._source, child.ref))) if child.ref else []
        return {
            "reference": reference or self._at((keys.FILE, child.ref)),
            "number": _unique(each for key in child.numbers for each in self._at(key)),
            _BY_NAME: [] if reference else self._at((keys.BIRTH, _birth(child))),
        }

    def _at(self, key: Key) -> list[Person]:
        found = (self._people.get(self._heads[each]) for each in self._held.get(key, ())) if key[1] else ()
        return _unique(each for each in found if each is not None)

    def _keys(self, child: Child) -> Iterator[Key]:
        yield from child.numbers
        yield from (
            (keys.FILE, child.file_number),
            (keys.FILE, child.ref),
            (keys.REFERENCE, keys.reference_key(self._source, child.ref) if child.ref else ""),
            (keys.BARE_REFERENCE, names.fold(child.ref)),
            (keys.NAME, names.fold(child.name)),
            (keys.NAME, names.fold(child.ref)),
            (keys.BIRTH, _birth(child)),
        )

    def _alike(self, unknown: Sequence[Child]) -> dict[Child, tuple[Likeness, ...]]:
        sought = {Id(place): each for place, each in enumerate((e for e in unknown if e.name), 1)}
        people = [each.person.changed(id=number) for number, each in sought.items()]
        found = duplicates.likely_among(self._desk, people) if people else {}
        return {sought[number]: like for number, like in found.items()}

    def _fit(self, person: Person) -> Person:
        """The same; `Invalid` where nothing can be recorded about them here."""
        called = f"{person.file_number} {person.name}"
        if person.withdrawn:
            raise Invalid({"concerns": f"The file {called} was withdrawn."})
        if not access.may(self._desk.who, Deed.RECORD, access.state_of(self._desk.who, person)):
            raise Invalid({"concerns": f"The file {person.file_number} is restricted to named people."})
        if not person.has_role(AT_RISK):
            raise Invalid({"concerns": f"{called} is not on file as a young person at risk."})
        return person


_ASKED = ("file_number", "concerns", "named", "given_name", "family_name", "date_of_birth", *_NUMBERS)
_BY_NAME = "name and date of birth"


def _child(known: Said, desk: Desk) -> Child:
    name = known.get("named", "") or f"{known.get('given_name', '')} {known.get('family_name', '')}".strip()
    day, unread = born(known.get("date_of_birth", ""), desk.now())
    numbers = (
        (system, identifiers.normal(system, known[column])) for column, system in _NUMBERS.items() if column in known
    )
    return Child(
        file_number=known.get("file_number", ""),
        ref=known.get("concerns", ""),
        name=" ".join(name.split()),
        born=day,
        numbers=tuple(each for each in numbers if each[1]),
        unread=unread.get("date_of_birth", ""),
    )


def _birth(child: Child) -> str:
    return keys.birth_key(child.name.replace(",", " "), "", child.born)


def _several(desk: Desk, wanted: Iterable[Key]) -> dict[Key, list[Id]]:
    sorts: dict[str, list[str]] = {}
    for sort, value in wanted:
        sorts.setdefault(sort, []).append(value)
    vault = desk.store.vault
    return {(sort, value): found for sort in sorts for value, found in keys.several(vault, sort, sorts[sort]).items()}


def _unique(people: Iterable[Person]) -> list[Person]:
    return list({each.id: each for each in people}.values())


def _may_be(person: Person, why: str) -> MayBe:
    day = f", born {moments.shown(person.date_of_birth)}" if person.date_of_birth else ""
    return MayBe(file_number=person.file_number, name=f"{person.name}{day}", why=why)


def _why(like: Likeness) -> str:
    return like.why if like.against or len(like.reasons) > 1 else f"{like.why} only"


def _but(child: Child, person: Person) -> str:
    against = _against(child, person, by_name=False)
    return f", but {against}" if against else ""


def _against(child: Child, person: Person, *, by_name: bool) -> str:
    """What of a row can't be true of somebody: another birthday, another name, another number of which all have one."""
    day, other = Moment(child.born), person.date_of_birth
    if moments.latest(day) < moments.earliest(other) or moments.latest(other) < moments.earliest(day):
        return "another date of birth"
    if child.name and not by_name and not likeness(child.person, person.changed(id=Id(1))).strength:
        called = (person.given_name, person.family_name, person.known_as, *(each.name for each in person.aliases))
        if not set(names.fold(child.name).split()) & set(names.fold(" ".join(called)).split()):
            return "another name"
    for system in ONE_EACH:
        theirs = {identifiers.normal(each.system, each.value) for each in person.identifiers if each.system == system}
        own = {value for each, value in child.numbers if each == system}
        if own and theirs and not own & theirs:
            return f"another {CALLED[system]}"
    return ""
