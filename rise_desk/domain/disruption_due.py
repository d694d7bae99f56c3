"""Disruption that is due: one line for each action, in the file of whoever or whatever it is aimed at first.

An action has several targets and protects several children; a line in each of their files would be the same thing to
do many times over. It says the tactic alone: what exactly is done may name a child.
"""

from collections.abc import Iterator

from rise_desk.domain import moments
from rise_desk.domain.casefile import CaseFile, ThingFile
from rise_desk.domain.disruption import DisruptionAction
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import NO_ID, Id

RULE = "disruption"
NO_DAY = "no day was set"


def lines(file: CaseFile | ThingFile, practice: Practice) -> Iterator[Due]:
    """Each action aimed at this file's subject first: an open one by its day, any by its review; the earlier counts.

    Where no day was set it is looked at the day it was agreed; where nobody said that either there is no line.
    """
    for each in file.of(DisruptionAction):
        days = () if each.withdrawn or not file.is_about(aimed_first(each)) else _days(each)
        if days:
            by, state = min(days)
            yield Due(
                rule=RULE,
                what=_what(each, state, practice),
                subject=file.subject.id,
                record=each.id,
                since=moments.london_day(each.agreed_on or each.recorded_at),
                by=by,
                answered_by=DisruptionAction.KIND,
                why=_why(each, state, practice),
                state=state,
                owner=each.owner,
            )


TO_DO, REVIEW = "to do", "review"
"""What a line asks for: that the action is done, or that somebody looks whether it helped."""


def aimed_first(action: DisruptionAction) -> Id:
    """The number of whoever or whatever an action is aimed at first; 0 for nobody."""
    return next((each.subject for each in action.targets), NO_ID)


def _days(each: DisruptionAction) -> tuple[tuple[str, str], ...]:
    by = moments.london_day(each.due_on or each.agreed_on) if each.is_open else ""
    found = ((by, TO_DO), (moments.london_day(each.review_on), REVIEW))
    return tuple((day, state) for day, state in found if day)


def _what(each: DisruptionAction, state: str, practice: Practice) -> str:
    tactic = practice.label("tactic", each.tactic)
    return f"Review whether it helped: {tactic}" if state == REVIEW else f"Disruption: {tactic}"


def _why(each: DisruptionAction, state: str, practice: Practice) -> str:
    no_day = NO_DAY if state == TO_DO and not each.due_on else ""
    said = (each.owner, practice.label("agency", each.agency), no_day)
    return ", ".join(part for part in said if part)
