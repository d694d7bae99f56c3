"""One file for each kind of record: its columns and fields on the screen."""

from ui.records import (
    action,
    assessment,
    breach,
    checklist,
    contact_note,
    disruption_action,
    grading,
    handle,
    information_report,
    investigation,
    link,
    missing_episode,
    notice,
    notice_review,
    open_question,
    order,
    person,
    place,
    return_interview,
    sign_off,
    vehicle,
)
from ui.records.shown import Shown

KINDS: tuple[Shown, ...] = (
    person.SHOWN,
    contact_note.SHOWN,
    assessment.SHOWN,
    sign_off.SHOWN,
    checklist.SHOWN,
    missing_episode.SHOWN,
    return_interview.SHOWN,
    action.SHOWN,
    place.SHOWN,
    vehicle.SHOWN,
    handle.SHOWN,
    link.SHOWN,
    notice.SHOWN,
    notice_review.SHOWN,
    breach.SHOWN,
    order.SHOWN,
    investigation.SHOWN,
    disruption_action.SHOWN,
    information_report.SHOWN,
    grading.SHOWN,
    open_question.SHOWN,
)
"""Every kind of record on the screen."""


def shown(kind: str) -> Shown:
    """How a kind is shown; a kind that nothing shows is a mistake in the program (KeyError)."""
    return {each.kind: each for each in KINDS}[kind]
