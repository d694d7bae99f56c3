"""Actions that are due: one line for each that is still to be done, for whoever does it."""

from collections.abc import Iterator

from rise_desk.domain import moments
from rise_desk.domain.action import Action
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice

RULE = "action"


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """Each action that is to be done, by its day; one for which no day was set is looked at the day it was agreed."""
    for each in file.of(Action):
        if each.is_open:
            agreed = moments.london_day(each.agreed_at)
            no_day = "" if each.due_on else "no day was set"
            said = (each.owner, each.agreed_in, no_day)
            yield Due(
                rule=RULE,
                what=each.what,
                subject=file.subject.id,
                record=each.id,
                since=agreed,
                by=moments.london_day(each.due_on) or agreed,
                answered_by=Action.KIND,
                why=", ".join(part for part in said if part),
                owner=each.owner,
            )
