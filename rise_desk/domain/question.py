"""A question: what somebody typed into a box to find something, taken apart; there is no text that is not one."""

import re
from dataclasses import dataclass

from rise_desk.domain import names

LONGEST = 1_000
"""How much of a text is looked at; nobody means the rest."""

MOST_WORDS = 24
QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')
WITHOUT = re.compile(r"(?<!\S)[-−](?=\w)(\S+)")
PART_OF_POSTCODE = re.compile(r"\b([a-z]{1,2}[0-9][a-z0-9]?) ([0-9][a-z]?)(?= |$)")


@dataclass(frozen=True, kw_only=True)
class Question:
    """The words that must all be found, folded; which of them stand together, and which must not be there at all.

    `parts` are the same words where a phrase in quotes is one part. The last part may be unfinished, unless it was
    put in quotes (`whole`).
    """

    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    whole: bool = False

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.words)


def asked(text: str) -> Question:
    """The question in a text; quotes that don't close and anything else that makes no sense are plain text."""
    short = text[:LONGEST]
    phrases = [names.fold(each) for each in QUOTED.findall(short)]
    rest = QUOTED.sub(" \n ", short)
    without = tuple(word for each in WITHOUT.findall(rest) for word in names.sought(each).split())
    plain = WITHOUT.sub(" ", rest)
    parts = _parts(plain, phrases)
    if not parts:
        return _all_of(short)
    words = [word for each in parts for word in ([each] if _is_postcode(each) else each.split())]
    return Question(
        words=tuple(dict.fromkeys(words))[:MOST_WORDS],
        parts=parts[:MOST_WORDS],
        without=without[:MOST_WORDS],
        whole=bool(QUOTED.search(short)) and not names.fold(plain.rpartition("\n")[2]),
    )


def _parts(plain: str, phrases: list[str]) -> tuple[str, ...]:
    """What is asked, in order: the words between the phrases, and each phrase as one."""
    found: list[str] = []
    between = plain.split("\n") if phrases else [plain]
    for place, stretch in enumerate(between):
        found += _words(stretch)
        found += phrases[place : place + 1] if place < len(between) - 1 else []
    return tuple(dict.fromkeys(each for each in found if each))


def _words(stretch: str) -> list[str]:
    """The words of a stretch; what is a number or part of a postcode is one of them."""
    joined = PART_OF_POSTCODE.sub(lambda found: f"{found[1]}\n{found[2]}", names.sought(stretch))
    return [each.replace("\n", " ") for each in joined.split(" ") if each]


def _is_postcode(part: str) -> bool:
    return bool(PART_OF_POSTCODE.fullmatch(part))


def _all_of(short: str) -> Question:
    """Where nothing is left to be found, the whole text is asked for as it stands."""
    words = tuple(dict.fromkeys(names.sought(short).split()))[:MOST_WORDS]
    return Question(words=words, parts=words)
