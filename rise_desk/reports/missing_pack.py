"""The missing pack: what the police need to find a child who is missing, on two pages."""

from dataclasses import dataclass
from datetime import datetime

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.practice import Practice
from rise_desk.reports import identity
from rise_desk.reports.blocks import Document


@dataclass(frozen=True, kw_only=True)
class Story:
    """All that a missing pack tells, gathered by the caller."""

    file: CaseFile


def build(story: Story, *, practice: Practice, now: datetime, printed_by: str, copy: str) -> Document:
    """The missing pack as a document, ready to be printed or read out."""
    person = story.file.subject
    return Document(
        title=person.name,
        subject_line=identity.subject_line(person, now),
        footer="Missing pack, for the police only",
        printed_by=printed_by,
        printed_at=moments.minute(now),
        copy=copy,
        blocks=(*identity.warnings(person, practice, now),),
    )
