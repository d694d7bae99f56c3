"""What a missing pack is made from, and how much room each of its lists and texts may take."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rise_desk.domain.access import NAMELESS
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.mention import Mention
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id
from rise_desk.reports.reading import SOMEBODY

GOES_ON = "… (more on file)"
Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One mention, and by which record of which day: 'return interview 4 November 2026'; a link is one too."""

    mention: Mention
    how: str
    on: Moment


@dataclass(frozen=True, kw_only=True)
class Story:
    """All that a missing pack tells, gathered by the caller with what this reader may see.

    `names` are those of the files that are mentioned, other children's too, for the police alone read this paper;
    whoever's file is restricted has no name there. `children` are those of them who are under 18. `linked`: whom and
    what the child is linked with, as if a record named them.
    """

    file: CaseFile
    names: Mapping[Id, str] = field(default_factory=dict)
    children: frozenset[Id] = frozenset()
    linked: tuple[Told, ...] = ()
    photo: bytes = b""

    def is_closed(self, mention: Mention) -> bool:
        """Whether a mention is of somebody whose file this paper must not tell of."""
        return bool(mention.person) and self.names.get(mention.person, SOMEBODY) in (SOMEBODY, NAMELESS)


@dataclass(frozen=True, kw_only=True)
class Room:
    """How much a pack may tell: so many lines of each list, and so many letters of each text.

    What an officer needs first has more room than the rest: this episode, what the child looks like, the warnings.
    """

    most: int
    letters: int
    first_letters: int
    warnings: int = 100
    warning_letters: int = 5_000

    @property
    def stories(self) -> int:
        """How many entries of several lines there is room for."""
        return max(self.most // 4, 1)

    def text(self, text: str) -> str:
        """A text as far as it fits, on one line; where it goes on it says so."""
        return cut(text, self.letters)

    def first(self, text: str) -> str:
        """The same for what an officer needs first."""
        return cut(text, self.first_letters)

    def few(self, items: Sequence[Item]) -> Sequence[Item]:
        """The first of a list, as many as there is room for."""
        return items[: self.most]

    def left(self, items: Sequence[Item]) -> str:
        """How many of a list there is no room for, in words; '' for none."""
        return more(len(items) - self.most)


WHOLE = (
    *((40, 2_000), (30, 1_200), (24, 800), (20, 600), (16, 500), (14, 450), (12, 400), (11, 360), (10, 330), (9, 300)),
    *((8, 280), (7, 260), (6, 240), (5, 220), (4, 200), (3, 180), (3, 140)),
)
ROOMS = (
    *(Room(most=most, letters=letters, first_letters=3 * letters) for most, letters in WHOLE),
    *(
        Room(most=most, letters=letters, first_letters=2 * letters, warnings=10, warning_letters=400)
        for most, letters in ((3, 120), (3, 100), (2, 90))
    ),
    Room(most=2, letters=70, first_letters=100, warnings=6, warning_letters=200),
    Room(most=1, letters=60, first_letters=60, warnings=4, warning_letters=120),
    Room(most=1, letters=40, first_letters=40, warnings=3, warning_letters=80),
)
"""From the most that a pack may tell to the least; the first that fits its two pages is taken.

Lists grow shorter before texts do, and warnings last of all.
"""


def cut(text: str, letters: int) -> str:
    """A text on one line of at most so many letters; where it goes on it says so."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[:letters].rstrip()} {GOES_ON}"


def more(many: int) -> str:
    """That so many further ones are on file: '4 more on file'; '' for none."""
    return f"{many} more on file" if many > 0 else ""


def named(texts: Iterable[str]) -> str:
    """Texts in a row, each once, in order."""
    return ", ".join(dict.fromkeys(text for text in texts if text))
