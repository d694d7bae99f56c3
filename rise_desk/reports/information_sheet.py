"""An information report on paper as the police take it in: who reports, about whom, what, when, where, how known.

The sanitised sheet is another paper: the text that may be passed on, its codes, and nothing of who told it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.grading import Grading
from rise_desk.domain.information import InformationReport
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id
from rise_desk.reports.blocks import Block, Document, Fact, Facts, Heading, Note, Paragraph, WarningBox
from rise_desk.reports.words import NOT_RECORDED, first_letter_up, joined

TITLE, SANITISED = "Information report", "Information report, sanitised"
NO_REFERRAL = "This is information for the police. It is not a referral."
DANGER = (
    "A child in danger now: ring 999. A child who is likely to be harmed: tell children’s social care today. "
    "Neither waits for this report."
)
NOT_PROVED = "What follows is as it was told. Nobody has proved it."
NOT_GRADED = "Not graded yet."


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What a sheet tells: the report, what those it is about are called, and its grading for holders of the grant."""

    report: InformationReport
    names: Mapping[Id, str]
    grading: Grading | None = None
    may_grade: bool = False

    @property
    def about(self) -> tuple[str, ...]:
        """Those it is about, as they are called."""
        said = (self.names.get(each.subject, "") or each.called for each in self.report.about)
        return tuple(each for each in said if each)


def build(
    of: Reported, *, practice: Practice, now: datetime, printed_by: str, copy: str, sanitised: bool = False
) -> Document:
    """A report as a document; `sanitised`: only what may be passed on of it."""
    report = of.report
    ref = f"Police reference {report.police_ref}" if report.police_ref else ""
    blocks = _sanitised(of, practice) if sanitised else _whole(of, practice)
    return Document(
        title=SANITISED if sanitised else TITLE,
        subject_line="" if sanitised else "; ".join(of.about),
        right_lines=tuple(each for each in (f"Report {report.id}", ref) if each),
        footer=SANITISED if sanitised else TITLE,
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        blocks=tuple(blocks),
    )


def _whole(of: Reported, practice: Practice) -> Iterator[Block]:
    report = of.report
    yield WarningBox(text=NO_REFERRAL, detail=DANGER)
    yield Heading(text="Who reports")
    yield _facts(
        ("Who reports", report.reporter),
        ("Agency", first_letter_up(practice.label("agency", report.reporter_agency))),
        ("When it was learned", moments.shown(report.learned_at)),
    )
    yield Heading(text="About whom or what")
    yield Paragraph(text="\n".join(of.about) or NOT_RECORDED)
    yield Heading(text="What", aside=NOT_PROVED)
    yield Paragraph(text=report.what)
    yield _facts(
        ("When it happened", report.when_happened),
        ("Where", report.place),
        ("How they know it", report.how_known),
        ("Phones and names online", report.phones),
        ("Vehicles", report.vehicles),
        ("Risk to whoever told it", report.risk_to_source),
    )
    if of.may_grade:
        yield Heading(text="Police grading (3x5x2)")
        yield from _graded(of.grading, practice)
    yield Heading(text="Sent")
    yield _facts(
        ("Sent at", moments.shown(report.sent_at) or "not sent"),
        ("Sent to", report.sent_to),
        ("Sent by", report.sent_by),
        ("Police reference", report.police_ref),
        ("What came of it", joined(moments.shown(report.feedback_on), report.feedback, by=": ")),
    )


def _sanitised(of: Reported, practice: Practice) -> Iterator[Block]:
    grading = of.grading
    assert grading is not None, "there is nothing to pass on of a report that nobody has graded"
    yield from _codes(grading, practice)
    yield Heading(text="Text that may be passed on", aside=NOT_PROVED)
    yield Paragraph(text=grading.sanitised)


def _graded(grading: Grading | None, practice: Practice) -> Iterator[Block]:
    if grading is None:
        yield Note(text=NOT_GRADED)
        return
    yield from _codes(grading, practice)
    yield _facts(("Text that may be passed on", grading.sanitised))


def _codes(grading: Grading, practice: Practice) -> Iterator[Block]:
    yield _facts(
        ("Source", practice.label("source_grade", grading.source_grade)),
        ("Information", practice.label("information_grade", grading.information_grade)),
        ("Handling", practice.label("handling", grading.handling)),
        ("Conditions of handling", grading.conditions),
        ("Graded at", moments.shown(grading.graded_at)),
    )


def _facts(*pairs: tuple[str, str]) -> Facts:
    """Every field with its label; what is empty is not recorded, so that nothing seems to be left out."""
    return Facts(facts=tuple(Fact(label=label, value=value.strip() or NOT_RECORDED) for label, value in pairs))
