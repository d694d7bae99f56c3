"""A link on the screen: how it reads in a chronology and in full."""

from dataclasses import replace

from rise_desk.domain import linking
from rise_desk.domain.link import Link
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records import plainly
from ui.records.link_words import period, sentence, sureness
from ui.records.shown import Reading
from ui.widgets.timeline import Entry

PLAIN = plainly.shown(Link, ("note",), heads="Note")


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology: the sentence, how sure it is, and who says so."""
    made = found.told
    assert isinstance(made, Link)
    assert PLAIN.entry is not None
    title = sentence(made, reading.name(made.subject), reading.name(made.other), reading.practice)
    when = period(made.since, made.until, on_a_day=made.link_type in linking.ON_A_DAY)
    alleged = "alleged" if made.harms else ""
    said = formats.joined(alleged, sureness(made.confidence, reading.practice), when, made.said_by)
    text = f"{said}.\n{made.note.strip()}" if made.note.strip() else said
    return replace(PLAIN.entry(found, reading), title=title[:1].upper() + title[1:], text=text)


SHOWN = replace(PLAIN, entry=entry)
