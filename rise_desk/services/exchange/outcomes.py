"""Outcomes: what becomes of each row of a file, and of the file as a whole; nothing is written yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.services.exchange.asking import NO_ANSWERS, Answers, MayBe
from rise_desk.services.exchange.columns import Layout
from rise_desk.services.exchange.rows import Table


class Fate(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    MATCHED = "matched"
    ASKED = "asked"
    REFUSED = "refused"


STAYS_OUT = frozenset({Fate.ASKED, Fate.REFUSED})


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What becomes of one row: what it calls itself, the file it belongs to, and why in a sentence.

    `warning`: what somebody should look at before it is imported. `asks`: how the row names a child of whom somebody
    may say who it is, and `may_be` who on file it could be. `record` is new with each plan.
    """

    line: int
    fate: Fate
    name: str = ""
    file: str = ""
    reason: str = ""
    warning: str = ""
    asks: str = ""
    may_be: tuple[MayBe, ...] = ()
    record: Id = field(default=NO_ID, compare=False)

    @property
    def is_problem(self) -> bool:
        """Whether somebody should look at this row."""
        return self.fate in STAYS_OUT or bool(self.warning)


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What importing a file would do, an outcome for each row in order; nothing is written yet.

    Rows create records, match records on file, are asked about, or are refused. A matched record gains what `reason`
    names and nothing else: nothing on file is overwritten. `acts` is how much had been saved when this was true;
    `notices` are sentences about the whole file; `answers` is what somebody said of it.
    """

    source: str
    table: Table
    layout: Layout
    outcomes: tuple[Outcome, ...]
    saves: tuple[Record, ...]
    acts: int
    notices: tuple[str, ...] = ()
    answers: Answers = NO_ANSWERS

    @property
    def kind(self) -> str:
        """The kind of record the file holds."""
        return self.layout.kind

    @property
    def encoding(self) -> str:
        """How the file's letters are written; anything but UTF-8 deserves a look at `table.sample`."""
        return self.table.encoding

    def count(self, fate: Fate) -> int:
        """How many rows meet this fate."""
        return Counter(each.fate for each in self.outcomes)[fate]


def asked_about(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How the rows that are asked about name each child, and how many do."""
    return dict(Counter(each.asks for each in outcomes if each.fate is Fate.ASKED))
