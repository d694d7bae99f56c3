"""InformationReport: how it reads on the screen."""

from collections.abc import Iterator
from dataclasses import replace

from rise_desk.domain import moments
from rise_desk.domain.information import InformationReport
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records import plainly
from ui.records.marks import Mark
from ui.records.shown import Reading
from ui.widgets.badge import Tone
from ui.widgets.timeline import Entry

PLAIN = plainly.shown(InformationReport, ("what",), heads="What is reported")


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology: what is told, whether it was sent, and what came of it."""
    made = found.told
    assert isinstance(made, InformationReport)
    assert PLAIN.entry is not None
    plain = PLAIN.entry(found, reading)
    sent = formats.joined("sent", moments.shown_short(made.sent_at, reading.now), made.sent_to) if made.sent_at else ""
    return replace(plain, by=formats.joined(sent, plain.by), tags=(*_tags(made), *plain.tags))


def _tags(made: InformationReport) -> Iterator[Mark]:
    if not made.sent_at and not made.withdrawn:
        yield "Not sent", Tone.MEDIUM


SHOWN = replace(PLAIN, entry=entry)
