"""The chronology: everything in a file on one newest-first line."""

from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.domain.record import NO_ID, Id


@dataclass(frozen=True, kw_only=True)
class Sieve:
    """Which entries of a chronology to show; an empty field lets everything through.

    `text`: only entries that hold all of these words, the last perhaps unfinished.
    """

    kinds: tuple[str, ...] = ()
    author: str = ""
    since: str = ""
    until: str = ""
    own_words: bool = False
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One place in the chronology: which record, when, in which role, by whom; what it says is in the record."""

    subject: Id
    role: str
    kind: str
    record: Id
    day: str
    at: Moment
    author: str
    withdrawn: bool = False
    reserved: str = ""
    seen: bool = False
    spoke: bool = False
    corrects: Id = NO_ID

    @property
    def place(self) -> tuple[str, str, int]:
        """Where the line stands in the newest-first order: day, then moment, then the record's own number."""
        return (self.day, self.at, self.record)
