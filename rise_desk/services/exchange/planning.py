"""Planning: what becomes of each row of a file, and the records that would be saved; nothing is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from rise_desk.domain import access
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.contact import ContactNote
from rise_desk.domain.likeness import Likeness
from rise_desk.domain.names import fold
from rise_desk.domain.person import YOUNG_PERSON, Person
from rise_desk.domain.record import NO_ID, Id, Record, attributes
from rise_desk.errors import Invalid
from rise_desk.services import duplicates
from rise_desk.services.desk import Desk
from rise_desk.services.exchange import assessments
from rise_desk.services.exchange.assessments import Beside, Whose, said_assessment
from rise_desk.services.exchange.columns import ASSESSMENT, CONTACT_NOTE, Layout, called
from rise_desk.services.exchange.doubts import MonthFirst, doubt, months_first, unsure_dates
from rise_desk.services.exchange.matching import Found, Register, is_fingerprint, reference_keys
from rise_desk.services.exchange.notes import Named, people_named, said_note
from rise_desk.services.exchange.people import said_person
from rise_desk.services.exchange.rows import Row, Table
from rise_desk.services.watch import UNWATCHED, Watch
from rise_desk.storage import history

_CLASSES: Mapping[str, type[Record]] = {YOUNG_PERSON: Person, CONTACT_NOTE: ContactNote, ASSESSMENT: Assessment}
_NO_FACTS = frozenset({"references", "roles", "source", "owner_agency", "instrument"})
READING, COMPARING = "Reading the rows", "Comparing with what is on file"
Said = Mapping[str, str]


class Fate(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    MATCHED = "matched"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What becomes of one row: what it calls itself, the file it belongs to, and why in a sentence.

    `warning`: what somebody should look at before it is imported. `record` is new with each plan.
    """

    line: int
    fate: Fate
    name: str = ""
    file: str = ""
    reason: str = ""
    warning: str = ""
    record: Id = field(default=NO_ID, compare=False)

    @property
    def is_problem(self) -> bool:
        """Whether somebody should look at this row."""
        return self.fate is Fate.REFUSED or bool(self.warning)


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What importing a file would do, an outcome for each row in order; nothing is written yet.

    Rows create records, match records on file, or are refused. A matched record gains what `reason` names and
    nothing else: nothing on file is overwritten. `acts` is how much had been saved when this was true; `notices` are
    sentences about the whole file.
    """

    source: str
    table: Table
    layout: Layout
    outcomes: tuple[Outcome, ...]
    saves: tuple[Record, ...]
    acts: int
    notices: tuple[str, ...] = ()

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


def plan(desk: Desk, table: Table, laid: Layout, source: str, watch: Watch = UNWATCHED, notice: str = "") -> Preview:
    """What becomes of every row, judged against what is on file now and the rows before it."""
    acts = history.count(desk.store.vault)
    said = [laid.values(row) if len(row.cells) == len(table.header) else {} for row in table.rows]
    judge = _Judge(
        columns=called(table.header),
        used=frozenset(place for places in laid.places.values() for place in places),
        first=months_first([row.line for row in table.rows], said),
    )
    hear = _hearing(desk, table, laid, source, said)
    heard: list[Record | Invalid] = []
    for done, (row, each) in enumerate(zip(table.rows, said, strict=True)):
        watch.step(READING, done, len(said))
        heard.append(_heard(row, each, judge, hear))
    known = Register(desk, _CLASSES[laid.kind], (each for each in heard if isinstance(each, Record)))
    outcomes, saves = _decided(desk, known, zip(table.rows, said, heard, strict=True), len(said), watch)
    unsure = unsure_dates(said) if not judge.first else []
    elsewhere = assessments.notices(laid.places) if laid.kind == ASSESSMENT else []
    notices = tuple(filter(None, (notice, *table.notices, *unsure, *elsewhere)))
    return Preview(source=source, table=table, layout=laid, outcomes=outcomes, saves=saves, acts=acts, notices=notices)


def _decided(
    desk: Desk,
    known: Register,
    rows: Iterable[tuple[Row, Said, Record | Invalid]],
    count: int,
    watch: Watch,
) -> tuple[tuple[Outcome, ...], tuple[Record, ...]]:
    """The outcome of each row, and what would be saved; with a warning where somebody new may be on file."""
    fates = _Fates(desk, known)
    outcomes = []
    for done, (row, said, heard) in enumerate(rows):
        watch.step(COMPARING, done, count)
        outcome = fates.of(row.line, _called(said), heard)
        outcomes.append(replace(outcome, warning=doubt(said)) if outcome.fate is not Fate.REFUSED else outcome)
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


def _hearing(desk: Desk, table: Table, laid: Layout, source: str, said: Sequence[Said]) -> Callable[[Said], Record]:
    """How the values of a row become the record they say."""
    origin = f"import of {table.name} from {source}"
    if laid.kind == YOUNG_PERSON:
        return partial(said_person, source=source, origin=origin, practice=desk.practice, now=desk.now())
    if laid.kind == ASSESSMENT:
        whose, columns = Whose(desk, source, said), frozenset(laid.places)
        return partial(said_assessment, source=source, origin=origin, whose=whose, columns=columns, desk=desk)
    named = Named(desk, source, (text for each in said for text in people_named(each)))
    return partial(said_note, source=source, origin=origin, named=named, desk=desk)


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


def _heard(row: Row, said: Said, judge: _Judge, hear: Callable[[Said], Record]) -> Record | Invalid:
    problems = judge.problems(row, said)
    if problems:
        return Invalid(problems)
    try:
        return hear(said)
    except Invalid as wrong:
        return wrong


def _called(said: Said) -> str:
    """What a row calls itself, for people who look for it in their file."""
    names = [said[name] for name in ("given_name", "family_name", "full_name") if name in said]
    about = [said[name] for name in ("concerns", "named", "happened_at", "assessed_on") if name in said]
    both = [" ".join(names), *about[-1:]] if "assessed_on" in said and names else [" ".join(names)]
    return (", ".join(filter(None, both)) or ", ".join(about) or said.get("ref", ""))[:120]


class _Fates:
    """Decides row by row, and gathers the records to save, each as its last row leaves it."""

    def __init__(self, desk: Desk, known: Register) -> None:
        self.saves: dict[Id, Record] = {}
        self._desk = desk
        self._known = known
        self._beside = Beside(desk)

    def of(self, line: int, name: str, heard: Record | Invalid) -> Outcome:
        """What becomes of one row."""
        try:
            if isinstance(heard, Invalid):
                raise heard
            found = self._known.find(heard)
            if found is None:
                made = heard.changed(id=self._desk.clock.new_id())
                if isinstance(made, Assessment):
                    self._beside.demand(made, line)
                self._save(made, line)
                return Outcome(line=line, fate=Fate.CREATED, name=name, record=made.id)
            reason = self._match(heard, found, line)
            return Outcome(line=line, fate=Fate.MATCHED, name=name, file=found.called, reason=reason)
        except Invalid as wrong:
            return Outcome(line=line, fate=Fate.REFUSED, name=name, reason=str(wrong))

    def _save(self, record: Record, line: int) -> None:
        self.saves[record.id] = record
        self._known.add(record, line)

    def _match(self, heard: Record, found: Found, line: int) -> str:
        """What a row that is on file changes there, in sentences."""
        told, held = f"{found.called} has the same {found.by}", found.record
        left = _not_taken(heard, held) if access.may_read(self._desk.who, held.reserved_for()) else ""
        if not (isinstance(held, Person) and isinstance(heard, Person)):
            if left:
                raise Invalid({"row": f"{told}, but says something else ({left}). Record a correction by hand."})
            return f"{told}."
        changed, gains = _gaining(held, heard)
        problems = changed.problems(self._desk.practice, self._desk.now()) if gains else {}
        if problems:
            raise Invalid({"row": f"{told}, and its own file has to be put right first. {Invalid(problems)}"})
        if gains:
            self._save(changed, line)
        more = (
            f" It gains {gains}." if gains else "",
            f" Not taken over, as the file differs: {left}." if left else "",
        )
        return f"{told}.{''.join(more)}"


def _gaining(held: Person, heard: Person) -> tuple[Person, str]:
    """Whom a matched row leaves on file: the reference by which this source knows them, and that they are at risk."""
    strange = not reference_keys(heard) <= reference_keys(held)
    fresh = tuple(each for each in heard.references if strange and not is_fingerprint(each))
    roles = tuple(each for each in heard.roles if not held.has_role(each.role))
    gains = [f"the reference {each.source}/{each.ref}" for each in fresh] + ["the role at risk" for _ in roles]
    return held.changed(references=held.references + fresh, roles=held.roles + roles), " and ".join(gains)


def _not_taken(heard: Record, held: Record) -> str:
    """What a row says and the record on file does not, by the labels of the fields; nothing on file is overwritten."""
    differing = (
        each.label[:1].lower() + each.label[1:]
        for each in attributes(type(heard))
        if not each.stamp
        and each.name not in _NO_FACTS
        and _says_more(getattr(heard, each.name), getattr(held, each.name))
    )
    return ", ".join(differing)


def _says_more(heard: object, held: object) -> bool:
    if isinstance(heard, tuple) and isinstance(held, tuple):
        return not set(map(_bare, heard)) <= set(map(_bare, held))
    return _bare(heard) not in ("", "0", "none", _bare(held), "notrecorded")


def _bare(value: object) -> str:
    """A value as two ways of writing it agree: a number is the same with and without spaces."""
    return fold(str(value)).replace(" ", "")


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
