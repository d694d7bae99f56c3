"""What speaks against a review or a breach: that there is no such notice in the file, or not at that time."""

from typing import TYPE_CHECKING

from rise_desk.domain import moments
from rise_desk.domain.moments import Moment
from rise_desk.domain.record import Id

if TYPE_CHECKING:
    from rise_desk.domain.casefile import CaseFile


INSTEAD = "Write what happened in a note."


def problems(file: "CaseFile", notice: Id, field: str, at: Moment) -> dict[str, str]:
    """What shows against the file of the child, and against that of the adult: each must hold the notice."""
    from rise_desk.domain.notice import Notice

    found = next((each for each in file.of(Notice) if each.id == notice), None)
    if found is None:
        return {"notice": f"That notice is not in the file of {file.subject.name}. Choose one between these two."}
    if not found.in_force_from:
        return {"notice": "That notice was not issued or served yet. Record that first."}
    if at and moments.latest(at) < moments.earliest(found.in_force_from):
        return {field: f"That notice was not in force before {moments.shown(found.in_force_from)}."}
    return {}


def over(file: "CaseFile", notice: Id, field: str, at: Moment) -> dict[str, str]:
    """That a notice had surely lapsed, or was withdrawn, on a day before; asked in the child's file, where ages are."""
    from rise_desk.domain import notice_lapse

    found = next((each for each in notice_lapse.held(file) if each.notice.id == notice), None)
    if found is None or not at or not file.is_about(found.notice.child):
        return {}
    lapse, gone = notice_lapse.lapses(found.notice, file.subject), notice_lapse.withdrawn(found.notice, found.reviews)
    day, known = moments.london_day(at), moments.precision(lapse.at) in ("day", "minute")
    if known and day > lapse.last_day:
        return {field: f"That notice had lapsed by then, on {moments.shown(lapse.at)}. {INSTEAD}"}
    if gone and day > moments.london_day(gone.reviewed_at):
        return {field: f"That notice had been withdrawn by then, on {moments.shown(gone.reviewed_at)}. {INSTEAD}"}
    return {}
