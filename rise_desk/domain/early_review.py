"""Early review: what is new since the last assessment may bring the next one forward; a prompt, never a change."""

from collections.abc import Iterator
from dataclasses import dataclass

from rise_desk.domain import moments, reassessment, repeats, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice

RULE = "early_review"


@dataclass(frozen=True, order=True)
class Reason:
    """One thing that is new: since which London day, and what it is."""

    day: str
    text: str


def reasons(file: CaseFile, practice: Practice, after: str) -> tuple[Reason, ...]:
    """What holds since a later day than this one and may matter: the newest last."""
    person = file.subject
    found = [
        *((each.since, f"new flag: {practice.label('flag', each.flag)}") for each in person.flags),
        *((each.since, f"new warning: {practice.label('warning', each.warning)}") for each in person.warnings),
        *((each.since, practice.label("exclusion_kind", each.sort)) for each in person.exclusions),
        *((each.since, f"legal status: {practice.label('legal_status', each.status)}") for each in person.legal_spells),
        *((each.since, f"lives: {practice.label('lives', each.lives)}") for each in person.addresses if each.lives),
        *((each.newest.since, each.what) for each in repeats.hits(file, practice)),
    ]
    return tuple(
        sorted(Reason(moments.london_day(day), text) for day, text in found if moments.london_day(day) > after)
    )


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """A prompt while the next assessment is still to come; its `by` is the day of that one, which does not move."""
    last = standing.latest(file, practice)
    due = next(reassessment.lines(file, practice), None)
    if last is None or due is None or due.since != moments.london_day(last.assessment.assessed_on):
        return
    new = reasons(file, practice, due.since)
    if new:
        yield Due(
            rule=RULE,
            what="Consider an early review",
            subject=file.subject.id,
            record=last.assessment.id,
            since=new[-1].day,
            by=due.by,
            answered_by="assessment",
            why="; ".join(f"{each.text}, {moments.shown(moments.Moment(each.day))}" for each in new),
        )
