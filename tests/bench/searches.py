"""Searches: two hundred questions as people type them, the slowest of all against what nobody notices."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random
from statistics import median
from typing import Any

from rise_desk.domain import names
from rise_desk.services import finding
from tests.bench import bare
from tests.bench.figures import Figure, Limit
from tests.bench.ground import Ground
from tests.bench.timing import timed

HOW_MANY = 200
NOTICED_MS = 100.0
"""A tenth of a second, from which on somebody who types notices a wait."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PAIRS = ("th", "ma", "sh", "st", "an", "ch", "be", "wi", "jo", "le", "in", "no")
COMMON = ("the", "she", "and the", "she said", "was not", "with her", "phone school", "he was in the", "a b c")
BARE = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 20"
_PEOPLE = (
    "SELECT given_name, family_name, file_number, contact_numbers, addresses, identifiers FROM person "
    "WHERE given_name <> '' AND family_name <> '' ORDER BY id % 9973, id LIMIT 400"
)


def figures(ground: Ground, rounds: int) -> Iterator[Figure]:
    """Every question as its last letter is typed: the slowest, and the one in the middle."""
    asked = questions(ground.bare)
    for each in asked:
        finding.find(ground.desk, each)
    took = {each: median(_once(ground, each) for _round in range(max(3, rounds // 3))) for each in asked}
    slowest = max(took, key=lambda each: took[each])
    yield Figure(
        what="the slowest search as you type",
        measured=took[slowest],
        floor=NOTICED_MS,
        of="a tenth of a second",
        limit=Limit(times=1),
        detail=f"of {len(asked)}: “{slowest}”; one and two letters, misspelt and swapped names, numbers, words",
    )
    words = [f'"{each}"*' for each in asked if each.isalpha() and each.isascii()]
    floor = timed(lambda: bare.ask(ground.bare, [(BARE, (word,)) for word in words]))() / len(words)
    yield Figure(
        what="a search as you type",
        measured=median(took.values()),
        floor=floor,
        of="the bare FTS5 query",
        detail="the one in the middle: people by anything known of them and by ear, notes with what stands around",
    )


def _once(ground: Ground, text: str) -> float:
    return timed(lambda: finding.find(ground.desk, text))()


def questions(connection: Any) -> list[str]:
    """What people type, the same every time for the same data."""
    chance, people = Random(1), connection.execute(_PEOPLE).fetchall()
    found = [*LETTERS, *PAIRS, *COMMON]
    found += list(islice(_of_people(people, chance), 110))
    found += _words(connection)
    return list(dict.fromkeys(found))[:HOW_MANY]


def _of_people(people: Sequence[tuple[str, ...]], chance: Random) -> Iterator[str]:
    """Somebody's name whole, begun, misspelt, swapped; their numbers whole and in part; where they live."""
    for given, family, number, *parts in people:
        yield names.fold(given)
        yield f"{given[:4]} {family[:3]}"
        yield f"{family} {given}"
        yield _misspelt(given, chance)
        yield f"{_misspelt(given, chance)} {family}"
        yield number[3:]
        for part in parts:
            yield from _numbers(part)


def _misspelt(name: str, chance: Random) -> str:
    at = chance.randrange(1, max(len(name) - 1, 2))
    return chance.choice(
        (name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], name[:at] + "e" + name[at + 1 :])
    )


def _numbers(part: str) -> Iterator[str]:
    found = re.search(r'"(?:number|value|postcode)":"([^"]{3,})"', part)
    if found:
        yield found[1]
        yield found[1][: len(found[1]) // 2]
        yield found[1][-5:].strip()


def _words(connection: Any) -> list[str]:
    """Words of notes from common to rare, alone, in twos and in threes."""
    rows = connection.execute("SELECT text FROM contact_note ORDER BY id DESC LIMIT 500").fetchall()
    counted = Counter(word for row in rows for word in names.fold(row[0]).split() if len(word) > 3)
    every = [word for word, _count in counted.most_common()]
    some = every[:: max(len(every) // 30, 1)][:30]
    twos = [f"{one} {other}" for one, other in zip(some, every, strict=False)]
    return [*some, *twos[:15], *(f"{two} {every[at + 5]}" for at, two in enumerate(twos[15:25]))]
