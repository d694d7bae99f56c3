"""Facts: everything short by which a person is found, each with what it is called, and the words it answers to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rise_desk.domain import identifiers, names
from rise_desk.domain.person import Person

NAME, KNOWN_AS, ALIAS, FILE = "name", "known as", "alias", "file number"
REFERENCE, IDENTIFIER, PHONE, POSTCODE = "reference", "identifier", "phone", "postcode"
CALLED = frozenset({NAME, KNOWN_AS, ALIAS})
"""The sorts of fact that somebody may have heard and not read."""

ONE_NUMBER = frozenset({"nhs", "upn"})
"""The systems whose numbers are written in groups that mean nothing."""

SHORTEST_NUMBER = 3
LAST_DIGITS = 4
"""From how many digits on a number is found by its end."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing known of a person: its sort, as it is written, and the folded words by which it is found.

    `system` is the key of the vocabulary that names an identifier.
    """

    sort: str
    shown: str
    words: tuple[str, ...]
    system: str = ""

    def answers(self, word: str) -> bool:
        """Whether a word that was asked for begins one of its own, or ends a number."""
        if self.sort == POSTCODE:
            return any(self.words[0].startswith(each) for each in postcodes(word))
        begins = any(each.startswith(word) for each in self.words)
        return (begins and (self.sort in CALLED or is_number(word))) or self._ends(word)

    def holds(self, word: str) -> bool:
        """Whether the word stands anywhere in a name."""
        return self.sort in CALLED and any(word in each for each in self.words)

    def _ends(self, word: str) -> bool:
        return is_end(word) and any(each.endswith(word) for each in self.backwards())

    def backwards(self) -> tuple[str, ...]:
        """The numbers that are found by their last digits too."""
        return self.words[:1] if self.sort in (PHONE, IDENTIFIER) else ()


def is_number(word: str) -> bool:
    """Whether a word can begin a number: one letter or digit, or two letters, begin too many to tell anything."""
    return len(word) >= SHORTEST_NUMBER or (len(word) > 1 and any(each.isdigit() for each in word))


def is_end(word: str) -> bool:
    """Whether a word can be the last digits of a number."""
    return len(word) >= LAST_DIGITS and word.isdecimal()


def postcodes(word: str) -> tuple[str, ...]:
    """What a word may be the beginning of, as postcodes are written: 'nn14' is NN14, or NN1 4 and something."""
    found = identifiers.part_of_postcode(word)
    return tuple(f"{outward} {inward}" for outward, inward in found)


def of(person: Person, also_filed: tuple[str, ...] = ()) -> Iterator[Fact]:
    """Every fact of a person, what they are called first."""
    yield from _names(person)
    for number in (person.file_number, *also_filed):
        yield Fact(sort=FILE, shown=number, words=_file_words(number))
    for each in person.references:
        yield Fact(sort=REFERENCE, shown=f"{each.source} {each.ref}".strip(), words=_number("", each.ref))
    for held in person.identifiers:
        whole = names.fold(identifiers.normal(held.system, held.value))
        words = (whole,) if held.system in ONE_NUMBER else _number(whole, held.value)
        yield Fact(sort=IDENTIFIER, shown=held.value, words=words, system=held.system)
    for phone in person.contact_numbers:
        yield Fact(sort=PHONE, shown=phone.number, words=_some(identifiers.phone(phone.number)))
    for address in person.addresses:
        code = identifiers.postcode(address.postcode)
        if code:
            yield Fact(sort=POSTCODE, shown=code, words=(code,))


def _names(person: Person) -> Iterator[Fact]:
    written = " ".join(part for part in (person.given_name, person.family_name) if part)
    yield Fact(sort=NAME, shown=written, words=_joined(person.given_name, person.family_name))
    yield Fact(sort=KNOWN_AS, shown=person.known_as, words=_joined(person.known_as))
    for each in person.aliases:
        yield Fact(sort=ALIAS, shown=each.name, words=_joined(each.name))


def _joined(*texts: str) -> tuple[str, ...]:
    """The words of these texts, and each text, or two neighbours in it, written as one: 'annemarie', 'np773126'."""
    found: list[str] = []
    for text in texts:
        words = names.fold(text).split()
        found += ["".join(words), *words, *(one + next_ for one, next_ in pairwise(words))]
    return _some(*found)


def _number(whole: str, written: str) -> tuple[str, ...]:
    """A number as one word, and by its later parts: its first is where the whole begins."""
    parts = names.fold(written).split()
    return _some(whole or "".join(parts), "".join(parts), *parts[1:])


def _file_words(number: str) -> tuple[str, ...]:
    year, _dash, running = number.partition("-")
    return _some(f"{year}{running}", running, running.lstrip("0"))


def _some(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in words if each))
