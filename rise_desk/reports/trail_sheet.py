"""The audit on paper: who did what, or who has seen one child's file; by its mark nothing can be altered later."""

from collections.abc import Sequence
from dataclasses import dataclass

from rise_desk.domain.moments import Moment
from rise_desk.reports.blocks import Block, Document, Fact, Facts, Heading, Paragraph, Table

PROOF = (
    "Keep this page. Whoever later wants to know whether the audit was altered compares the mark with what RISE Desk "
    "then shows for the same row."
)


@dataclass(frozen=True, kw_only=True)
class Steps:
    """What the sheet tells: about whom, narrowed how, the steps as rows, of how many, and how the audit ends.

    A row is when, who, what, whose file, and why; `signed` tells who last signed the end, in words.
    """

    about: str
    filters: str
    rows: Sequence[tuple[str, str, str, str, str]]
    of: int
    row: int
    mark: str
    signed: str


def build(steps: Steps, *, printed_by: str, printed_at: Moment, marking: str) -> Document:
    """The sheet of these steps."""
    title = f"Who has seen the file of {steps.about}" if steps.about else "Audit"
    shown = f"{len(steps.rows):,}" if len(steps.rows) == steps.of else f"the newest {len(steps.rows):,} of {steps.of:,}"
    facts = (
        Fact(label="Steps", value=shown),
        Fact(label="Narrowed to", value=steps.filters or "everything"),
        Fact(label="The audit ends at row", value=f"{steps.row:,}"),
        Fact(label="Its mark", value=steps.mark),
        Fact(label="Last signed", value=steps.signed or "by nobody yet"),
    )
    columns = ("When", "Who", "What", "Whose file", "Why, or which fields")
    blocks: tuple[Block, ...] = (
        Facts(facts=facts),
        Paragraph(text=PROOF),
        Heading(text="Steps, newest first"),
        Table(columns=columns, rows=tuple(steps.rows), empty="None."),
    )
    return Document(
        title=title,
        marking=marking,
        footer="RISE Desk, audit",
        printed_by=printed_by,
        printed_at=printed_at,
        copy="",
        blocks=blocks,
    )
