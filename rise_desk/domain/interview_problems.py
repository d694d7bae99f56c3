"""What stands against a return interview: by itself, and against the missing episodes it is about."""

from rise_desk.domain import moments, returns
from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.interview import DECLINED, ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.moments import Moment

LATE = "Say in a line why the interview was after 72 hours."


def of(interview: ReturnInterview) -> dict[str, str]:
    """What the interview alone shows to be wrong, a sentence for each field."""
    found = {}
    if not interview.happened() and not interview.assigned_to.strip():
        found["offered_at"] = "Say when it was offered, attempted, held or decided against, or who does it."
    if interview.decided_at and not interview.decided_because.strip():
        found["decided_because"] = "Say why it was decided against."
    if interview.decided_because.strip() and not interview.decided_at:
        found["decided_at"] = "Enter when it was decided against."
    if interview.decided_at and interview.done_at:
        found["decided_at"] = "An interview that was held can’t be decided against as well."
    if interview.answer == DECLINED and interview.done_at:
        found["answer"] = "An interview that was held was not declined."
    if interview.answer and not (interview.answered_at or interview.done_at):
        found["answered_at"] = "Enter when they answered."
    if interview.done_at and interview.independent is False and not interview.asked_for.strip():
        found["asked_for"] = "Say whom the child asked for instead of somebody independent, and why."
    if len(interview.covers) < len(interview.episodes):
        found["episodes"] = "Name each missing episode once."
    return found


def in_file(interview: ReturnInterview, file: CaseFile) -> dict[str, str]:
    """What only shows beside the episodes: they must be on file and over, and the interview after the return."""
    covered = _covered(interview, file)
    if {each.id for each in covered} != interview.covers:
        return {"episodes": "One of these missing episodes is not in this file, or was withdrawn."}
    open_still = [each for each in covered if each.is_open]
    if open_still:
        since = moments.shown(open_still[0].since)
        return {"episodes": f"They have not come back from the episode of {since}. Record the return first."}
    found = {name: text for name, at, text in _steps(interview) if _before_any(at, covered)}
    if _before_last(interview.done_at, covered):
        found["done_at"] = "Interview held at must be after they came back."
    elif returns.is_late(interview.done_at, covered) and not interview.late_because.strip():
        found["late_because"] = LATE
    return found


def _steps(interview: ReturnInterview) -> list[tuple[str, Moment, str]]:
    return [
        ("offered_at", interview.offered_at, "Offered at must be after they came back."),
        ("answered_at", interview.answered_at, "Answered at must be after they came back."),
        ("decided_at", interview.decided_at, "Decided against at must be after they came back."),
        *(
            (f"attempts.{place}.at", each.at, "Attempted at must be after they came back.")
            for place, each in enumerate(interview.attempts, 1)
        ),
    ]


def clashing(interview: ReturnInterview, file: CaseFile) -> dict[str, str]:
    """Another interview that stands and is about one of the same episodes."""
    for each in returns.interviews(file):
        mine = each.id in (interview.id, interview.corrects) or each.corrects == interview.id
        if not mine and each.covers & interview.covers:
            return {"episodes": "A return interview about one of these missing episodes is on file already."}
    return {}


def _covered(interview: ReturnInterview, file: CaseFile) -> list[MissingEpisode]:
    held = file.of(MissingEpisode)
    return [each for each in held if each.id in interview.covers and not each.withdrawn]


def _before_any(at: Moment, covered: list[MissingEpisode]) -> bool:
    """Whether a step was certainly before the first of these returns."""
    return bool(at) and moments.latest(at) < min(moments.earliest(each.returned_at) for each in covered)


def _before_last(at: Moment, covered: list[MissingEpisode]) -> bool:
    """Whether the interview was certainly before the last of these returns."""
    return bool(at) and moments.latest(at) < max(moments.earliest(each.returned_at) for each in covered)
