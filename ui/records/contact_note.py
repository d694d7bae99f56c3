"""A contact note on the screen: what its form asks, how it reads in a chronology, and what is told of it in full."""

from rise_desk.domain import moments
from rise_desk.domain.contact import ABOUT, Concern, ContactNote
from rise_desk.domain.language import nudges
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.desk import ScreenDesk
from ui.records.concerns import Concerns, Speaker
from ui.records.marks import marks, recorded_late, withdrawn_words
from ui.records.question import ask
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import capitalised, heading
from ui.widgets.badge import Tone
from ui.widgets.choice import ChoiceField
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.radio_row import RadioRow
from ui.widgets.timeline import Entry

NOT_SAID = "not_recorded"


def sections(desk: ScreenDesk) -> tuple[Section, ...]:
    """What the form of a note asks; somebody without a grant is not asked to reserve it."""
    happened = Section(
        "Who and when",
        (
            ask(ContactNote, "concerns", Kind.OWN, whole=True, make=lambda field, around: Concerns(desk)),
            ask(ContactNote, "happened_at", time=True, hint="A day, or a day and a time. Ctrl+D is now"),
            ask(ContactNote, "contact_type"),
            ask(ContactNote, "place"),
            ask(ContactNote, "also_present", hint="People without a file of their own"),
        ),
    )
    said = Section(
        "What was said and what happened",
        (
            ask(
                ContactNote,
                "own_words",
                rows=3,
                hint="As they were said. Leave it empty where nothing was said, or nothing is known",
            ),
            ask(ContactNote, "own_words_of", Kind.OWN, make=lambda field, around: Speaker()),
            ask(ContactNote, "text", rows=7, nudge=nudges),
        ),
    )
    told = [
        ask(ContactNote, "told", Kind.OWN, make=_told_row),
        ask(ContactNote, "told_why"),
    ]
    if desk.at.who.grants:
        told.append(ask(ContactNote, "reserved", Kind.OWN, make=lambda field, around: Reserved(desk, around)))
    return happened, said, Section("Told, and who may read it" if len(told) > 2 else "Told", told)


class Reserved(ChoiceField):
    """Whom a note is reserved for: only grants that the writer holds are offered."""

    def __init__(self, desk: ScreenDesk, around: Surroundings) -> None:
        super().__init__(around.practice.vocabulary("reserved"), "Reserved for")
        self.setItemText(0, "Nobody in particular: the team reads it")
        for place in reversed(range(1, self.count())):
            if self.itemData(place) not in desk.at.who.grants:
                self.removeItem(place)


def _told_row(field: Field, around: Surroundings) -> RadioRow:
    choices = around.practice.vocabulary("told").choices()
    return RadioRow([(each.key, capitalised(each.label)) for each in choices if each.key != NOT_SAID])


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """A note as one entry of a chronology."""
    note = found.told
    assert isinstance(note, ContactNote)
    return Entry(
        key=note.id,
        heading=heading(note.happened_at, reading.now),
        title=title(note, reading),
        when=moments.shown_short(note.happened_at, reading.now),
        by=_around(note, reading),
        text=note.text,
        quote=note.own_words,
        tags=_tags(found, note, reading),
        withdrawn=withdrawn_words(note),
    )


def title(note: ContactNote, reading: Reading) -> str:
    """What sort of contact it was."""
    kind = "" if note.contact_type == NOT_SAID else reading.practice.label("contact_type", note.contact_type)
    return capitalised(kind) or note.TITLE


def facts(note: ContactNote, reading: Reading) -> Facts:
    """Everything recorded around a note's text, with its labels; '' is not recorded."""
    practice = reading.practice
    speaker = note.speaker()
    told = formats.joined(capitalised(practice.label("told", note.told)), note.told_why)
    known = [
        ("Concerns", "\n".join(_concern(each, reading) for each in note.concerns)),
        ("When it happened", formats.when_spoken(note.happened_at)),
        ("Kind of contact", capitalised(practice.label("contact_type", note.contact_type))),
        ("Where", note.place),
        ("Who else was there", note.also_present),
        ("Told that this is recorded and shared", told),
        ("Recorded", formats.joined(formats.when_spoken(note.recorded_at), note.recorded_by)),
    ]
    if note.own_words and speaker and len(note.concerns) > 1:
        known.append(("Whose own words", reading.name(speaker)))
    if note.reserved:
        known.append(("Reserved for", practice.label("reserved", note.reserved)))
    if note.source:
        known.append(("Where this came from", note.source))
    return tuple(known)


def _concern(each: Concern, reading: Reading) -> str:
    role = "" if each.role == ABOUT else reading.practice.label("note_role", each.role)
    return formats.joined(reading.name(each.subject), role, reading.practice.label("seen", each.seen))


def _around(note: ContactNote, reading: Reading) -> str:
    """By whom, about whom else, in which role, and whether they were told."""
    mine = next((each for each in note.concerns if each.subject == reading.subject), None)
    role = reading.practice.label("note_role", mine.role) if mine and mine.role != ABOUT else ""
    others = ", ".join(_other(each, reading) for each in note.concerns if each.subject != reading.subject)
    told = "" if note.told == NOT_SAID else reading.practice.label("told", note.told)
    reason = f": {note.told_why}" if told and note.told_why else ""
    return formats.joined(
        note.recorded_by,
        f"here as {role}" if role else "",
        f"also about {others}" if others else "",
        f"{told} that this is recorded{reason}" if told else "",
        recorded_late(note),
    )


def _other(each: Concern, reading: Reading) -> str:
    role = "" if each.role == ABOUT else f" ({reading.practice.label('note_role', each.role)})"
    return f"{reading.name(each.subject)}{role}"


def _tags(found: ChronologyEntry, note: ContactNote, reading: Reading) -> tuple[tuple[str, Tone], ...]:
    seen = next((each.seen for each in note.concerns if each.subject == reading.subject), "")
    tags = [*marks(found)]
    if note.reserved:
        tags.append((f"Reserved: {note.reserved}", Tone.INFO))
    if seen and seen != NOT_SAID:
        tags.append((capitalised(reading.practice.label("seen", seen)), Tone.INFO))
    return tuple(tags)


SHOWN = Shown(
    kind=ContactNote.KIND, title=ContactNote.TITLE, happened=lambda note: note.happened_at, entry=entry, facts=facts
)
