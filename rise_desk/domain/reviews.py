"""Reviews of warnings: one that stands is looked at again on its review date (practice: vocabularies, warnings)."""

from collections.abc import Iterator

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice


def warning_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A line for each warning that stands and has a review date."""
    person = file.subject
    for each in person.held_warnings():
        if each.review_on:
            yield Due(
                rule="warning_review",
                what=f"Review the warning: {practice.label('warning', each.warning)}",
                subject=person.id,
                record=person.id,
                since=moments.london_day(each.since),
                by=moments.london_day(each.review_on),
                answered_by="person",
            )
