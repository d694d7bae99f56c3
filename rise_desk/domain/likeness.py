"""Likeness: how alike two people on file are, and why, in words. It tells; it never decides that two are one.

A sure sign is a number of which everybody has one, or the same name with the same birthday. Two different numbers of
that sort, or birthdays that can't both be true, speak against it and are said.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from rise_desk.domain import identifiers, moments, names
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person

SPELLED_ALIKE = 0.86
"""From here on two names are a slip of the finger apart: Maisie and Masie, not Maisie and Daisy."""

NUMBERS = {
    "nhs": "NHS number",
    "upn": "pupil number",
    "police": "police number",
    "missing_person": "missing person number",
    "council": "council number",
}
"""The systems whose number tells one person from another, as people call them."""

ONE_EACH = ("nhs", "upn")
"""Those in which everybody has one number for life, so that two different ones speak against it."""


class Strength(IntEnum):
    """How likely two are one; from `LIKELY` on somebody who goes on anyway says why."""

    NONE = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


class Name(StrEnum):
    """In what way two names are alike, the surest first; its value is what people read."""

    SAME = "same name"
    SWAPPED = "same names the other way round"
    CALLED = "known by the same name"
    SOUND = "sounds alike"
    SOUND_SWAPPED = "sounds alike the other way round"
    SPELLED = "spelled nearly alike"
    PART = "one name alike"
    NONE = ""


class Birth(StrEnum):
    """How two dates of birth stand to each other."""

    SAME = "same date of birth"
    TURNED = "date of birth with day and month swapped"
    MONTH = "same month of birth"
    FITS = "dates of birth that fit"
    AGAINST = "another date of birth"
    UNKNOWN = ""


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """How alike a person is to somebody on file: how strongly, the reasons for it, and what speaks against it."""

    person: Person
    strength: Strength
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The reasons in one line, as the desk says them."""
        said = ", ".join(self.reasons)
        return f"{said}; but {' and '.join(self.against)}" if self.against else said


def likeness(person: Person, held: Person) -> Likeness:
    """How alike somebody being typed is to somebody on file."""
    name, birth = name_likeness(person, held), birth_likeness(person.date_of_birth, held.date_of_birth)
    shared = tuple(_shared_numbers(person, held))
    near = tuple(_near(person, held))
    against = tuple(_against(person, held, birth))
    strength = _strength(name, birth, bool(shared), bool(near), bool(against))
    born = "" if birth is Birth.AGAINST else birth
    reasons = (*shared, *(each for each in (str(name), str(born)) if each), *near)
    return Likeness(person=held, strength=strength, reasons=reasons, against=against)


def _strength(name: Name, birth: Birth, numbers: bool, near: bool, against: bool) -> Strength:
    """What all the signs together are worth; what speaks against it takes it down, but never a number they share."""
    found = _without_doubt(name, birth, numbers, near)
    most = Strength.LIKELY if numbers else Strength.POSSIBLE
    return min(found, most) if against else found


def _without_doubt(name: Name, birth: Birth, numbers: bool, near: bool) -> Strength:
    whole = name not in (Name.PART, Name.NONE)
    birthday = birth in (Birth.SAME, Birth.TURNED)
    same = name in (Name.SAME, Name.SWAPPED)
    if numbers or (same and birth is Birth.SAME):
        return Strength.CERTAIN
    if whole and (birthday or near):
        return Strength.LIKELY
    if birth is Birth.AGAINST:
        return Strength.POSSIBLE if same else Strength.NONE
    if whole and name not in (Name.SPELLED, Name.CALLED):
        return Strength.LIKELY  # nothing tells them apart: their dates of birth agree, or one isn't known
    return Strength.POSSIBLE if whole or (name is Name.PART and (birthday or near)) else Strength.NONE


def name_likeness(person: Person, held: Person) -> Name:
    """In what way two people's names are alike: the surest of all ways, over every name they are called by."""
    given, family = names.fold(person.given_name), names.fold(person.family_name)
    other_given, other_family = names.fold(held.given_name), names.fold(held.family_name)
    whole = bool(given and family and other_given and other_family)
    if whole and (given, family) == (other_given, other_family):
        return Name.SAME
    if whole and (given, family) == (other_family, other_given):
        return Name.SWAPPED
    mine, theirs = called_by(person), called_by(held)
    nickname = not (held.given_name and held.family_name)
    if any(nickname or " " in name for name in set(mine) & set(theirs)):
        return Name.CALLED
    if whole and _sound_alike(given, other_given) and _sound_alike(family, other_family):
        return Name.SOUND
    if whole and _sound_alike(given, other_family) and _sound_alike(family, other_given):
        return Name.SOUND_SWAPPED
    return max((_pair(one, other) for one in mine for other in theirs), key=_WORTH.index, default=Name.NONE)


_WORTH = (Name.NONE, Name.PART, Name.SPELLED, Name.SOUND)


def _pair(one: str, other: str) -> Name:
    """How alike two folded names of any number of parts are."""
    mine, theirs = one.split(), other.split()
    few, many = sorted((mine, theirs), key=len)
    alike = sum(any(sounds_shared(part, each) for each in many) for part in few)
    if alike == len(few) > 1:
        return Name.SOUND
    if len(few) > 1 and names.closeness(one, other) >= SPELLED_ALIKE:
        return Name.SPELLED
    return Name.PART if alike else Name.NONE


def sounds_shared(one: str, other: str) -> bool:
    """Whether any part of one name sounds like any part of another."""
    return not set(names.sounds(one)).isdisjoint(names.sounds(other))


def _sound_alike(one: str, other: str) -> bool:
    """Whether two names sound alike, part for part."""
    mine, theirs = one.split(), other.split()
    return len(mine) == len(theirs) and all(sounds_shared(*each) for each in zip(mine, theirs, strict=True))


def called_by(person: Person) -> list[str]:
    """Every name somebody is called by, folded; the name on the file first."""
    written = f"{person.given_name} {person.family_name}"
    folded = (names.fold(each) for each in (written, person.known_as, *(each.name for each in person.aliases)))
    return list(dict.fromkeys(each for each in folded if each))


def birth_likeness(one: Moment, other: Moment) -> Birth:
    """How two dates of birth stand to each other; a month or a year fits whatever lies within it."""
    if not one or not other:
        return Birth.UNKNOWN
    if one == other and moments.precision(one) == "day":
        return Birth.SAME
    if turned(one) == other:
        return Birth.TURNED
    apart = moments.latest(one) < moments.earliest(other) or moments.latest(other) < moments.earliest(one)
    if apart:
        return Birth.AGAINST
    return Birth.MONTH if min(len(one), len(other)) >= len("2010-03") else Birth.FITS


def turned(born: Moment) -> Moment:
    """A date of birth with day and month swapped, as somebody may have written it; '' where that is no other date."""
    if moments.precision(born) != "day":
        return Moment("")
    year, month, day = born.split("-")
    return Moment(f"{year}-{day}-{month}") if month != day and int(day) <= 12 else Moment("")


def _shared_numbers(person: Person, held: Person) -> Iterator[str]:
    shared = {system for system, _value in numbers(person) & numbers(held)}
    yield from (f"same {called}" for system, called in NUMBERS.items() if system in shared)


def _against(person: Person, held: Person, birth: Birth) -> Iterator[str]:
    mine, theirs = numbers(person), numbers(held)
    told = {system for system, _value in mine} & {system for system, _value in theirs}
    yield from (
        f"another {NUMBERS[each]}" for each in ONE_EACH if each in told - {shared for shared, _ in mine & theirs}
    )
    if birth is Birth.AGAINST:
        yield str(birth)


def numbers(person: Person) -> set[tuple[str, str]]:
    """Somebody's numbers in the systems that tell people apart, as the keys hold them: system and value."""
    known = ((each.system, identifiers.normal(each.system, each.value)) for each in person.identifiers)
    return {(system, value) for system, value in known if value and system in NUMBERS}


def _near(person: Person, held: Person) -> Iterator[str]:
    """What they share that a family or a flat may share too."""
    for said, values in _SHARED_BY_MANY:
        if values(person) & values(held):
            yield said


def phones(person: Person) -> set[str]:
    """The phone numbers of somebody, as the keys hold them."""
    found = (identifiers.phone(each.number) for each in person.contact_numbers)
    return {each for each in found if each}


def addresses(person: Person) -> set[str]:
    """The addresses of somebody, as the keys hold them: a postcode alone is none."""
    return {names.fold(f"{each.lines} {each.postcode}") for each in person.addresses if each.lines.strip()}


_SHARED_BY_MANY: tuple[tuple[str, Callable[[Person], set[str]]], ...] = (
    ("same phone number", phones),
    ("same address", addresses),
)
