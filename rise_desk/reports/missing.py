"""Missing episodes, return interviews and actions on paper: how each reads in a chronology."""

from rise_desk.domain import moments
from rise_desk.domain.action import Action
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Record
from rise_desk.reports.blocks import Entry
from rise_desk.reports.reading import Reading, recorded, tags
from rise_desk.reports.words import facts


def episode(made: MissingEpisode, corrected: bool, reading: Reading) -> Entry:
    """A missing episode as an entry."""
    return _entry(made, corrected, reading, made.circumstances)


def interview(made: ReturnInterview, corrected: bool, reading: Reading) -> Entry:
    """A return interview as an entry."""
    return _entry(made, corrected, reading, made.told_happened)


def action(made: Action, corrected: bool, reading: Reading) -> Entry:
    """An action as an entry."""
    return _entry(made, corrected, reading, made.what)


def _entry(made: Record, corrected: bool, reading: Reading, text: str) -> Entry:
    return Entry(
        when=moments.shown_short(made.happened(), reading.now),
        kind=made.TITLE,
        by=made.recorded_by,
        tags=tags(made, corrected, reading.practice),
        text=text,
        facts=facts(("Recorded", recorded(made))),
    )
