"""The chronology on paper: each entry with its own words first, how it stands, and what was recorded around it."""

from collections.abc import Callable, Mapping
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.action import Action
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.checklist import Checklist
from rise_desk.domain.contact import ABOUT, Concern, ContactNote
from rise_desk.domain.interview import ReturnInterview
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import Record
from rise_desk.domain.sign_off import SignOff
from rise_desk.reports import assessed, missing, protecting
from rise_desk.reports.blocks import Entry
from rise_desk.reports.reading import Reading, recorded, tags
from rise_desk.reports.words import facts, joined

WITHHELD = "of somebody else, withheld on this paper"


def entry(record: Record, corrected: bool, reading: Reading) -> Entry:
    """One record as an entry; a kind that no line of `ENTRIES` tells is a mistake in the program (KeyError)."""
    return ENTRIES[type(record)](record, corrected, reading)


def _note(note: ContactNote, corrected: bool, reading: Reading) -> Entry:
    practice = reading.practice
    speaker = note.speaker()
    others = speaker and speaker != reading.subject and note.own_words
    told = joined(practice.label("told", note.told), note.told_why)
    return Entry(
        when=moments.shown_short(note.happened_at, reading.now),
        kind=joined(note.TITLE, practice.label("contact_type", note.contact_type), by=", "),
        by=note.recorded_by,
        tags=tags(note, corrected, practice),
        own_words="" if others else note.own_words,
        text=note.text,
        facts=facts(
            ("Own words", WITHHELD if others else ""),
            ("Concerns", _concerns(note, reading)),
            ("Where", note.place),
            ("Also there", note.also_present),
            ("Told that this is recorded and shared", told),
            ("Recorded", recorded(note)),
            ("From", note.source),
        ),
    )


def _concerns(note: ContactNote, reading: Reading) -> str:
    """Everybody the note concerns; nothing where it is this person alone and nothing more is known."""
    told = "; ".join(_concern(each, reading) for each in note.concerns)
    return "" if told == reading.name(reading.subject) else told


def _concern(concern: Concern, reading: Reading) -> str:
    practice = reading.practice
    role = "" if concern.role == ABOUT else practice.label("note_role", concern.role)
    around = joined(role, practice.label("seen", concern.seen))
    return joined(reading.name(concern.subject), f"({around})" if around else "", by=" ")


ENTRIES: Mapping[type[Record], Callable[[Any, bool, Reading], Entry]] = {
    ContactNote: _note,
    Assessment: assessed.assessment,
    SignOff: assessed.sign_off,
    Checklist: assessed.checklist,
    MissingEpisode: missing.episode,
    ReturnInterview: missing.interview,
    Action: missing.action,
    **protecting.ENTRIES,
}
"""How each kind of entry reads on paper."""
