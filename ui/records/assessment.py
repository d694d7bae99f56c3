"""An assessment on the screen: how it reads in a chronology, and what is told of it in full."""

from rise_desk.domain import moments
from rise_desk.domain.assessment import Assessment
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.marks import marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import heading
from ui.widgets.timeline import Entry


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """An assessment as one entry of a chronology."""
    made = found.told
    assert isinstance(made, Assessment)
    return Entry(
        key=made.id,
        heading=heading(made.assessed_on, reading.now),
        title=title(made, reading),
        when=moments.shown_short(made.assessed_on, reading.now),
        by=formats.joined(made.recorded_by, recorded_late(made)),
        text=made.judgement_comment,
        tags=tuple(marks(found)),
        withdrawn=withdrawn_words(made),
    )


def title(made: Assessment, reading: Reading) -> str:
    """What it came to: 'Assessment: 29, Amber'."""
    instrument = reading.practice.instruments[made.instrument]
    return f"{made.TITLE}: {made.overall}, {instrument.band_label(made.band)}"


def facts(made: Assessment, reading: Reading) -> Facts:
    """What is recorded around its scores, with labels; '' is not recorded."""
    return (("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),)


SHOWN = Shown(
    kind=Assessment.KIND, title=Assessment.TITLE, happened=lambda made: made.assessed_on, entry=entry, facts=facts
)
