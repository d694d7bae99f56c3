"""What waits after an assessment: a manager's sign-off, the putting right of one sent back, an unanswered question."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from rise_desk.domain import case_course, moments, standing
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.due import Due
from rise_desk.domain.practice import Practice
from rise_desk.domain.scoring import Choice
from rise_desk.domain.sign_off import SENT_BACK
from rise_desk.domain.standing import SUBMITTED, Standing

SIGN_OFF, PUT_RIGHT, STRATEGY = "sign_off", "sent_back", "strategy_discussion"
CHOSEN: Mapping[Choice, str] = {
    Choice.ABOVE: " above the score",
    Choice.LOWER_OF_TWO: ", the lower of two",
    Choice.BELOW: " below the score",
}
"""How a band was chosen that the score does not offer first."""


def sign_off_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """The newest assessment waits for a manager: on the day itself where its band does, else for the days agreed on."""
    last = standing.latest(file, practice)
    if last is None or last.state != SUBMITTED:
        return
    submitted = moments.london_day(last.assessment.recorded_at)
    asked = _asked(last, practice)
    yield _line(
        file,
        last,
        rule=SIGN_OFF,
        what=f"Sign off the assessment: {asked}" if asked else "Sign off the assessment",
        since=submitted,
        by=submitted if last.waits else _later(submitted, practice),
        answered_by="sign_off",
        why=". ".join(each for each in (_why(last), _reason(last, practice)) if each),
    )


def sent_back_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """The newest assessment was sent back, and its author puts it right by a further one."""
    last = standing.latest(file, practice)
    if last is None or last.state != SENT_BACK or last.answer is None:
        return
    sent = moments.london_day(last.answer.decided_at)
    yield _line(
        file,
        last,
        rule=PUT_RIGHT,
        what="Put right the assessment that was sent back",
        since=sent,
        by=_later(sent, practice),
        answered_by="assessment",
        why=f"{last.answer.recorded_by}: {last.answer.comments}",
    )


def strategy_lines(file: CaseFile, practice: Practice) -> Iterator[Due]:
    """Something outranks the newest score of an open case, and nobody said if a strategy discussion was asked for."""
    last = standing.latest(file, practice)
    if last is None or last.assessment.strategy_asked is not None or case_course.opening(file.subject) is None:
        return
    if not last.assessment.outranked_by(practice.instruments[last.assessment.instrument]):
        return
    day = moments.london_day(last.assessment.assessed_on)
    yield _line(
        file,
        last,
        rule=STRATEGY,
        what="Say whether a strategy discussion was asked for",
        since=day,
        by=day,
        answered_by="assessment",
        why=_why(last),
    )


def _line(
    file: CaseFile, last: Standing, *, rule: str, what: str, since: str, by: str, answered_by: str, why: str
) -> Due:
    return Due(
        rule=rule,
        what=what,
        subject=file.subject.id,
        record=last.assessment.id,
        since=since,
        by=by,
        answered_by=answered_by,
        why=why,
    )


def _why(last: Standing) -> str:
    made = last.assessment
    return f"{made.recorded_by}, {moments.shown(made.assessed_on)}: {made.overall}"


def _asked(last: Standing, practice: Practice) -> str:
    """What a manager must know first: that the band waits for them, or was chosen above what the score allows."""
    if last.waits:
        return f"{_band(last, practice)} waits for a manager"
    return f"{_band(last, practice)} chosen above the score" if last.choice.tells_manager else ""


def _reason(last: Standing, practice: Practice) -> str:
    """Why this band was chosen, where that had to be said: 'Red chosen above the score: seen with him again'."""
    how = CHOSEN.get(last.choice)
    return f"{_band(last, practice)} chosen{how}: {' '.join(last.assessment.band_reason.split())}" if how else ""


def _band(last: Standing, practice: Practice) -> str:
    return practice.instruments[last.assessment.instrument].band_label(last.assessment.band)


def _later(day: str, practice: Practice) -> str:
    return (date.fromisoformat(day) + timedelta(days=practice.sign_off_days)).isoformat()
