"""The pattern of an adult on paper, for the police: every notice, every child, each age they were told, each breach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain import moments, notice_lapse
from rise_desk.domain.breach import Breach
from rise_desk.domain.notice import Notice
from rise_desk.domain.notice_lapse import Lapse
from rise_desk.domain.notice_review import NoticeReview
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.reports import identity
from rise_desk.reports.blocks import Block, Document, Entry, Fact, Facts, Heading, Note, Table
from rise_desk.reports.words import NOT_RECORDED, facts, joined

FOR_THE_POLICE = "For the police only"
HANDLING = (
    "For police officers, and for nobody else: it names children. A notice is a warning and no finding, and what is "
    "told here is alleged unless a court has found it. Not for the adult, a family, or any other child's file."
)
NONE = "No notice that warns this adult is on file."


@dataclass(frozen=True, kw_only=True)
class Warned:
    """One notice of the pattern: for which child, how it stands, until when, and its breaches in order of time.

    `in_force`: whether it warns the adult now. `gone`: the review that withdrew it.
    """

    notice: Notice
    child: str
    state: str
    lapse: Lapse
    in_force: bool
    gone: NoticeReview | None = None
    breaches: tuple[Breach, ...] = ()


def build(
    adult: Person, warned: Sequence[Warned], *, practice: Practice, now: datetime, printed_by: str, copy: str
) -> Document:
    """The pattern as a document; `warned` are the notices, the oldest first."""
    file = f", file {adult.file_number}" if adult.file_number else ""
    return Document(
        title=adult.name,
        subject_line=identity.subject_line(adult, now),
        right_lines=("Pattern of notices", FOR_THE_POLICE),
        footer=f"Pattern of notices{file}, for the police only",
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        blocks=(
            Note(text=HANDLING),
            Facts(facts=_counts(warned)),
            *_notices(warned, practice, now),
            *_ages(warned, practice),
            *_breaches(warned),
        ),
    )


def _counts(warned: Sequence[Warned]) -> tuple[Fact, ...]:
    issued = [each for each in warned if each.notice.in_force_from]
    children = {each.notice.child for each in issued}
    breaches = [each for one in warned for each in one.breaches]
    told = [each for each in issued if each.notice.acknowledged_age]
    return (
        Fact(label="Notices issued", value=str(len(issued))),
        Fact(label="Children", value=str(len(children))),
        Fact(label="Times told an age", value=str(len(told))),
        Fact(label="Breaches", value=str(len(breaches))),
    )


def _notices(warned: Sequence[Warned], practice: Practice, now: datetime) -> Iterator[Block]:
    yield Heading(text="Notices", aside="the oldest first")
    rows = tuple(
        (
            each.child,
            practice.label("notice_law", each.notice.law),
            _began(each.notice),
            _now(each, now),
            each.notice.police_ref,
        )
        for each in warned
    )
    yield Table(columns=("Child", "Law", "Issued, served", "Now", "Police reference"), rows=rows, empty=NONE)


def _began(made: Notice) -> str:
    issued = f"issued {moments.shown(made.issued_on)}" if made.issued_on else ""
    served = f"served {moments.shown(made.served_at)}" if made.served_at else ""
    by = f"by {made.served_by}" if made.served_by else ""
    return joined(issued, joined(served, by, by=" ")) or NOT_RECORDED


def _now(warned: Warned, now: datetime) -> str:
    """How it stands and until when: 'in force, lapses on 12 March 2027'; what is over, since when."""
    until = notice_lapse.told(warned.lapse, now, in_force=warned.in_force, gone=warned.gone)
    return until if until.startswith(warned.state) else joined(warned.state, until)


def _ages(warned: Sequence[Warned], practice: Practice) -> Iterator[Block]:
    """Each age that the adult was told: it answers 'I thought she was older'."""
    yield Heading(text="What the adult was told of a child's age")
    rows = tuple(
        (
            moments.shown(each.notice.in_force_from),
            each.child,
            each.notice.acknowledged_age or NOT_RECORDED,
            practice.label("acknowledgement", each.notice.acknowledged) or NOT_RECORDED,
            each.notice.adult_said,
        )
        for each in warned
        if each.notice.in_force_from
    )
    yield Table(columns=("When", "Child", "Age told", "What the adult did", "What the adult said"), rows=rows)


def _breaches(warned: Sequence[Warned]) -> Iterator[Block]:
    found = [(each, breach) for each in warned for breach in each.breaches]
    found.sort(key=lambda each: (moments.earliest(each[1].happened_at), each[1].id))
    yield Heading(text="Breaches", aside="the oldest first")
    if not found:
        yield Note(text="None recorded.")
    for each, breach in found:
        yield Entry(
            when=moments.shown(breach.happened_at),
            kind=each.child,
            text=breach.what,
            facts=facts(
                ("Where", breach.place),
                ("Seen by", breach.seen_by),
                ("Evidence", breach.evidence),
                ("What came of it", breach.outcome),
                ("Recorded by", breach.recorded_by),
                ("From", breach.source),
            ),
        )
