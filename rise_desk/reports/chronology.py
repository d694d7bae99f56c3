"""The chronology on paper: each entry with its own words first, how it stands, and what was recorded around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rise_desk.domain import moments
from rise_desk.domain.contact import ABOUT, Concern, ContactNote
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.reports.blocks import Entry
from rise_desk.reports.words import facts, joined

SOMEBODY = "somebody"
WITHHELD = "of somebody else, withheld on this paper"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What an entry is read with: whose file it is, what the others are called, the words of the practice, now."""

    subject: Id
    names: Mapping[Id, str]
    practice: Practice
    now: datetime

    def name(self, who: Id) -> str:
        """What somebody is called on this paper."""
        return self.names.get(who, SOMEBODY)


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
        tags=_tags(note, corrected, practice),
        own_words="" if others else note.own_words,
        text=note.text,
        facts=facts(
            ("Own words", WITHHELD if others else ""),
            ("Concerns", _concerns(note, reading)),
            ("Where", note.place),
            ("Also there", note.also_present),
            ("Told that this is recorded and shared", told),
            ("Recorded", _recorded(note)),
            ("From", note.source),
        ),
    )


def _recorded(note: ContactNote) -> str:
    """When it was written down, where that was not the day it happened."""
    same_day = moments.london_day(note.recorded_at) == moments.london_day(note.happened_at)
    return "" if same_day else moments.shown(note.recorded_at)


def _concerns(note: ContactNote, reading: Reading) -> str:
    """Everybody the note concerns; nothing where it is this person alone and nothing more is known."""
    told = "; ".join(_concern(each, reading) for each in note.concerns)
    return "" if told == reading.name(reading.subject) else told


def _concern(concern: Concern, reading: Reading) -> str:
    practice = reading.practice
    role = "" if concern.role == ABOUT else practice.label("note_role", concern.role)
    around = joined(role, practice.label("seen", concern.seen))
    return joined(reading.name(concern.subject), f"({around})" if around else "", by=" ")


def _tags(note: ContactNote, corrected: bool, practice: Practice) -> tuple[str, ...]:
    """How the entry stands: corrected, a correction, withdrawn and why, reserved."""
    tags = ["Corrected by a later entry"] if corrected else []
    if note.corrects:
        tags.append("Corrects an earlier entry")
    if note.withdrawn:
        on = moments.shown(moments.Moment(moments.london_day(note.withdrawn.at)))
        tags.append(joined(f"Withdrawn by {note.withdrawn.by}, {on}", note.withdrawn.why, by=": "))
    if note.reserved:
        tags.append(f"Only for {practice.label('reserved', note.reserved)}")
    return tuple(tags)


ENTRIES: Mapping[type[Record], Callable[[Any, bool, Reading], Entry]] = {ContactNote: _note}
"""How each kind of entry reads on paper."""
