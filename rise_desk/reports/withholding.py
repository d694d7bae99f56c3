"""Withholding: where a child lives, is placed and goes to school is taken out of what others may read."""

import re
from collections.abc import Iterable, Iterator

from rise_desk.domain.casefile import RecordType
from rise_desk.domain.person import Person
from rise_desk.domain.record import attributes

OUT = "[not printed]"
SHORTEST = 4
"""Shorter pieces than this are no address, and would take parts out of other words."""


def whereabouts(child: Person) -> tuple[str, ...]:
    """Everything on file that tells where a child lives, is placed or goes to school, the longest first."""
    found = {each.strip() for each in _told(child)}
    return tuple(sorted((each for each in found if len(each) >= SHORTEST), key=lambda each: (-len(each), each)))


def without(text: str, places: Iterable[str]) -> str:
    """A text in which none of these is named, however it is spaced or capitalised."""
    for each in places:
        text = re.sub(_loosely(each), OUT, text, flags=re.IGNORECASE)
    return text


def record_without(record: RecordType, places: Iterable[str]) -> RecordType:
    """The same record, each of its texts without these; it is printed and never saved."""
    named = tuple(places)
    texts = [each.name for each in attributes(type(record)) if each.sort == "text" and not each.vocabulary]
    return record.changed(**{name: without(getattr(record, name), named) for name in texts})


def _told(child: Person) -> Iterator[str]:
    for home in child.addresses:
        yield from (home.provider, home.postcode, *_lines(home.lines))
    for carer in child.carers:
        yield from _lines(carer.address)
    for school in child.schools:
        yield school.name


def _lines(address: str) -> Iterator[str]:
    """An address whole, and each of its lines but towns, with and without the number of the house."""
    yield address
    for place, line in enumerate(re.split(r"[,\n]", address)):
        if not place or re.search(r"\d", line):
            yield from (line, re.sub(r"^\s*(flat\s+)?\d+\w?\s+", "", line, flags=re.IGNORECASE))


def _loosely(place: str) -> str:
    """A pattern of the same letters and figures with any space and punctuation between the words."""
    words = re.findall(r"\w+", place)
    parts = list("".join(words)) if re.fullmatch(r"[A-Za-z]{1,2}\d\w?\s*\d[A-Za-z]{2}", place) else words
    return r"(?<!\w)" + r"\W*".join(map(re.escape, parts)) + r"(?!\w)" if parts else r"(?!)"
