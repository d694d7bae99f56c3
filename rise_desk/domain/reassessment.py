"""Reassessment: due 42 days after the last one for as long as the case is open (assessment.md, 'Every six weeks')."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from rise_desk.domain import case_course, moments, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.moments import Moment
from rise_desk.domain.practice import Practice
from rise_desk.domain.standing import Standing

RULE = "reassessment"
FRIDAY = 4


def lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """One line while the case is open: 42 days after the last assessment.

    Without one it is due from the day the case was opened; a case that was reopened since the last is due at once.
    """
    opened = case_course.opening(file.subject)
    if opened is None:
        return
    last = standing.latest(file, practice)
    day = moments.london_day(last.assessment.assessed_on) if last else ""
    if last is None or (opened.again and day < opened.day):
        what = "Assess again: the case was reopened" if last else "First assessment"
        since = by = opened.day
    else:
        what, since = "Reassess", day
        by = (date.fromisoformat(day) + timedelta(days=_weeks(last, practice))).isoformat()
    yield Due(
        rule=RULE,
        what=what,
        subject=file.subject.id,
        record=last.assessment.id if last else file.subject.id,
        since=since,
        by=by,
        answered_by="assessment",
        why=_why(last, practice),
    )


def _weeks(last: Standing, practice: Practice) -> int:
    return practice.instruments[last.assessment.instrument].reassess_after_days


def _why(last: Standing | None, practice: Practice) -> str:
    """What the last assessment came to: 'last 7 October 2026: 29, Amber'."""
    if last is None:
        return "none on file yet"
    made = last.assessment
    band = practice.instruments[made.instrument].band_label(last.shown)
    return f"last {moments.shown(made.assessed_on)}: {made.overall}, {band}"


def do_by(by: str, bank_holidays: Mapping[int, Collection[str]]) -> str:
    """The day to do it by: the due day, or the last working day in England before it; the due day does not move."""
    day = date.fromisoformat(moments.london_day(Moment(by)))
    while day.weekday() > FRIDAY or day.isoformat() in bank_holidays.get(day.year, ()):
        day -= timedelta(days=1)
    return day.isoformat()
