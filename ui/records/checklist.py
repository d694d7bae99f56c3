"""A health checklist on the screen: how it reads in a chronology, and what is told of it in full."""

from rise_desk.domain import moments
from rise_desk.domain.checklist import HIGH, LOW, MEDIUM, SIGNS, Checklist, Result, result
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.marks import marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import heading
from ui.widgets.timeline import Entry


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """A checklist as one entry of a chronology."""
    made = found.told
    assert isinstance(made, Checklist)
    return Entry(
        key=made.id,
        heading=heading(made.completed_on, reading.now),
        title=title(made, reading),
        when=moments.shown_short(made.completed_on, reading.now),
        by=formats.joined(made.completed_by or made.recorded_by, recorded_late(made)),
        text=formats.joined(*(_sign(each.sign, each.note, reading) for each in made.signs), made.comment),
        tags=tuple(marks(found)),
        withdrawn=withdrawn_words(made),
    )


def title(made: Checklist, reading: Reading) -> str:
    """How many signs of each sort: 'Health checklist: 1 low, 2 medium'."""
    return f"{made.TITLE}: {counted(asked(made, reading))}"


def asked(made: Checklist, reading: Reading) -> Result:
    """What its signs ask for."""
    return result((each.sign for each in made.signs), reading.practice.vocabulary(SIGNS))


def counted(found: Result) -> str:
    """How many signs of each group: 'two low' and so on; 'no signs' where there are none."""
    groups = ((found.high, HIGH), (found.medium, MEDIUM), (found.low, LOW))
    said = ", ".join(f"{many} {group.lower()}" for many, group in groups if many)
    return said or "no signs"


def facts(made: Checklist, reading: Reading) -> Facts:
    """Everything around its signs, with labels; '' is not recorded."""
    return (("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),)


def _sign(sign: str, note: str, reading: Reading) -> str:
    label = reading.practice.label(SIGNS, sign)
    return f"{label}: {note}" if note else label


SHOWN = Shown(
    kind=Checklist.KIND, title=Checklist.TITLE, happened=lambda made: made.completed_on, entry=entry, facts=facts
)
