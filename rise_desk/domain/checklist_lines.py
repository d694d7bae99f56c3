"""What a health checklist asks for: a full assessment, and the same day the lead told and a referral made."""

from collections.abc import Iterator

from rise_desk.domain import moments, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.checklist import SIGNS, Checklist, result
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice

FULL, SAME_DAY = "checklist_assessment", "checklist_referral"


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """What the newest checklist asks for, as far as nothing on file has answered it."""
    last = newest(file)
    if last is None:
        return
    asked = result((each.sign for each in last.signs), practice.vocabulary(SIGNS))
    day = moments.london_day(last.completed_on)
    assessed = any(moments.london_day(each.assessed_on) >= day for each in standing.counting(file))
    if asked.same_day and not (last.lead_told_at and last.referred_at):
        yield _line(file, last, day, SAME_DAY, "Tell the safeguarding lead and refer the same day", "checklist")
    if asked.full_assessment and not assessed:
        yield _line(file, last, day, FULL, "Full assessment: the health checklist asks for one", "assessment")


def newest(file: CaseFile) -> Checklist | None:
    """The newest checklist that stands; None where there is none."""
    held = [each for each in file.of(Checklist) if not each.withdrawn]
    put_right = {each.corrects for each in held}
    standing_ones = (each for each in held if each.id not in put_right)
    return max(standing_ones, key=lambda each: (moments.london_day(each.completed_on), each.id), default=None)


def _line(file: CaseFile, made: Checklist, day: str, rule: str, what: str, answered_by: str) -> Due:
    return Due(
        rule=rule,
        what=what,
        subject=file.subject.id,
        record=made.id,
        since=day,
        by=day,
        answered_by=answered_by,
        why=f"checklist of {moments.shown(made.completed_on)}",
    )
