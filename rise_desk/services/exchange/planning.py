"""Planning: what becomes of each row of a file, and the records that would be saved; nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rise_desk.domain.likeness import Likeness
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.errors import Invalid
from rise_desk.services import duplicates
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import tellings
from rise_desk.services.exchange.asking import NO_ANSWERS, Answers
from rise_desk.services.exchange.columns import Layout, called
from rise_desk.services.exchange.doubts import MonthFirst, doubt, months_first, unsure_dates
from rise_desk.services.exchange.fates import Fates
from rise_desk.services.exchange.matching import Register
from rise_desk.services.exchange.outcomes import STAYS_OUT, Fate, Outcome, Preview
from rise_desk.services.exchange.rows import Row, Table
from rise_desk.services.watch import UNWATCHED, Watch
from rise_desk.storage import history

__all__ = ["COMPARING", "READING", "Fate", "Outcome", "Preview", "plan"]

READING, COMPARING = "Reading the rows", "Comparing with what is on file"
Said = Mapping[str, str]


def plan(
    desk: Desk,
    table: Table,
    laid: Layout,
    source: str,
    watch: Watch = UNWATCHED,
    notice: str = "",
    answers: Answers = NO_ANSWERS,
) -> Preview:
    """What becomes of every row, judged against what is on file now and the rows before it."""
    acts = history.count(desk.store.vault)
    said = [laid.values(row) if len(row.cells) == len(table.header) else {} for row in table.rows]
    judge = _Judge(
        columns=called(table.header),
        used=frozenset(place for places in laid.places.values() for place in places),
        first=months_first([row.line for row in table.rows], said),
    )
    hear = tellings.hearing(desk, table, laid, source, said, answers)
    heard: list[Record | Invalid] = []
    for done, (row, each) in enumerate(zip(table.rows, said, strict=True)):
        watch.step(READING, done, len(said))
        heard.append(_heard(row, each, judge, hear))
    outcomes, saves = _decided(desk, laid.kind, table.rows, said, heard, watch)
    unsure = unsure_dates(said) if not judge.first else []
    notices = tuple(filter(None, (notice, *table.notices, *unsure, *tellings.notices(laid))))
    return Preview(
        source=source,
        table=table,
        layout=laid,
        outcomes=outcomes,
        saves=saves,
        acts=acts,
        notices=notices,
        answers=answers,
    )


def _decided(
    desk: Desk, kind: str, rows: Sequence[Row], said: Sequence[Said], heard: Sequence[Record | Invalid], watch: Watch
) -> tuple[tuple[Outcome, ...], tuple[Record, ...]]:
    """The outcome of each row, and what would be saved; with a warning where somebody new may be on file."""
    good = [(row.line, each) for row, each in zip(rows, heard, strict=True) if isinstance(each, Record)]
    known = Register(desk, tellings.CLASSES[kind], (each for _line, each in good))
    fates = Fates(desk, known, tellings.besides(desk, kind, good))
    outcomes = []
    for done, (row, told, each) in enumerate(zip(rows, said, heard, strict=True)):
        watch.step(COMPARING, done, len(rows))
        outcome = fates.of(row.line, tellings.called(kind, told), each)
        outcomes.append(replace(outcome, warning=doubt(told)) if outcome.fate not in STAYS_OUT else outcome)
    saves = tuple(fates.saves.values())
    made = [each for each in saves if isinstance(each, Person) and not each.version]
    watch.step(COMPARING, 0)
    return tuple(_warned(outcomes, duplicates.likely_among(desk, made, 1) if made else {})), saves


def _warned(outcomes: Sequence[Outcome], likely: Mapping[Id, Sequence[Likeness]]) -> Iterator[Outcome]:
    """The outcomes, where somebody new may be on file with a warning that says who."""
    for each in outcomes:
        alike = [
            f"May be {one.person.file_number} {one.person.name}: {one.why}." for one in likely.get(each.record, ())
        ]
        yield replace(each, warning=" ".join(filter(None, (each.warning, *alike)))) if alike else each


@dataclass(frozen=True, kw_only=True)
class _Judge:
    """What is known of a whole file when one row of it is judged: its columns, those in use, dates in doubt."""

    columns: tuple[str, ...]
    used: frozenset[int]
    first: Mapping[str, MonthFirst]

    def problems(self, row: Row, said: Said) -> dict[str, str]:
        """What stands against a row before it is read: its length, cells that can't be told, dates in doubt."""
        width, columns = len(row.cells), len(self.columns)
        if width != columns:
            return {"row": f"This row has {width} {_plural('value', width)}, but the file has {columns} columns."}
        faults = {
            f"column {place}": f"“{self.columns[place]}” {fault}"
            for place, fault in row.faults.items()
            if place in self.used
        }
        doubtful = ((name, self.first[name].problem(said.get(name, ""))) for name in self.first)
        return faults | {name: problem for name, problem in doubtful if problem}


def _heard(row: Row, said: Said, judge: _Judge, hear: tellings.Hear) -> Record | Invalid:
    problems = judge.problems(row, said)
    if problems:
        return Invalid(problems)
    try:
        return hear(said)
    except Invalid as wrong:
        return wrong


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
