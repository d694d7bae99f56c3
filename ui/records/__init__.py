"""One file for each kind of record: its columns and fields on the screen."""

from ui.records import (
    action,
    assessment,
    checklist,
    contact_note,
    missing_episode,
    person,
    return_interview,
    sign_off,
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
)
"""Every kind of record on the screen."""


def shown(kind: str) -> Shown:
    """How a kind is shown; a kind that nothing shows is a mistake in the program (KeyError)."""
    return {each.kind: each for each in KINDS}[kind]
