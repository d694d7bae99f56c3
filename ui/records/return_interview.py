"""A return interview on the screen: how it reads in a chronology and in full."""

from rise_desk.domain import moments
from rise_desk.domain.interview import ReturnInterview
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.marks import marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import heading
from ui.widgets.timeline import Entry


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology."""
    made = found.told
    assert isinstance(made, ReturnInterview)
    return Entry(
        key=made.id,
        heading=heading(made.happened(), reading.now),
        title=made.TITLE,
        when=moments.shown_short(made.happened(), reading.now),
        by=formats.joined(made.recorded_by, recorded_late(made)),
        text=made.told_happened,
        tags=(*marks(found),),
        withdrawn=withdrawn_words(made),
    )


def facts(made: ReturnInterview, reading: Reading) -> Facts:
    """Everything around it, with labels; '' is not recorded."""
    return (("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),)


SHOWN = Shown(
    kind=ReturnInterview.KIND,
    title=ReturnInterview.TITLE,
    happened=lambda made: made.happened(),
    entry=entry,
    facts=facts,
    heads="What happened",
    corrected=False,
)
