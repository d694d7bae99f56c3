"""Open questions that are due: one line for each that has a day, in every file that it is about."""

from collections.abc import Iterator

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.due import Due
from rise_desk.domain.open_question import OpenQuestion
from rise_desk.domain.practice import Practice

RULE = "open_question"


def lines(file: CaseFile | ThingFile, practice: Practice) -> Iterator[Due]:
    """Each question nobody has answered, by its day; one without is due the day it was asked, or makes no line."""
    for each in file.of(OpenQuestion):
        asked = moments.london_day(each.asked_on)
        by = moments.london_day(each.due_on) or asked
        if each.is_open and by:
            no_day = "" if each.due_on else "no day was set"
            yield Due(
                rule=RULE,
                what=f"Find out: {' '.join(each.question.split())}",
                subject=file.subject.id,
                record=each.id,
                since=asked or by,
                by=by,
                answered_by=OpenQuestion.KIND,
                why=", ".join(part for part in (each.owner, no_day) if part),
                owner=each.owner,
            )
