"""A health checklist on the screen: how it reads in a chronology, in full, and what its signs ask for, in words."""

from rise_desk.domain import checklist, moments
from rise_desk.domain.checklist import HIGH, LOW, MEDIUM, SIGNS, Checklist, Result
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.marks import Mark, marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import capitalised, heading
from ui.widgets.badge import Tone
from ui.widgets.timeline import Entry

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five")
FULL = "a full assessment is needed"
SAME_DAY = (
    "Tell the safeguarding lead and refer to children’s social care or the police today; the assessment never delays "
    "it. Immediate danger: 999."
)


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """A checklist as one entry of a chronology."""
    made = found.told
    assert isinstance(made, Checklist)
    signs = "; ".join(_sign(each.sign, each.note, reading) for each in made.signs)
    return Entry(
        key=made.id,
        heading=heading(made.completed_on, reading.now),
        title=f"{made.TITLE}: {counted(asked(made, reading))}",
        when=moments.shown_short(made.completed_on, reading.now),
        by=formats.joined(made.completed_by, made.recorded_by, recorded_late(made)),
        text=". ".join(part.rstrip(".") for part in (capitalised(signs), made.comment) if part),
        tags=(*marks(found), *_marks(made, reading)),
        withdrawn=withdrawn_words(made),
    )


def asked(made: Checklist, reading: Reading) -> Result:
    """What its signs ask for."""
    return checklist.result((each.sign for each in made.signs), reading.practice.vocabulary(SIGNS))


def counted(found: Result) -> str:
    """How many signs of each sort, the gravest first: 'one high, two low signs'; 'no signs'."""
    groups = [(many, group) for many, group in ((found.high, HIGH), (found.medium, MEDIUM), (found.low, LOW)) if many]
    if not groups:
        return "no signs"
    said = ", ".join(f"{NUMBERS[many].lower()} {group.lower()}" for many, group in groups)
    return f"{said} {'sign' if sum(many for many, _group in groups) == 1 else 'signs'}"


def in_words(found: Result) -> str:
    """What the signs ask for: 'Two low signs: a full assessment is needed. …'."""
    said = capitalised(counted(found))
    if not found.full_assessment:
        return f"{said}: no full assessment is asked for by these alone."
    return f"{said}: {FULL}. {SAME_DAY}" if found.same_day else f"{said}: {FULL}."


def facts(made: Checklist, reading: Reading) -> Facts:
    """Everything around its signs, with labels; '' is not recorded."""
    return (
        ("What the signs ask for", in_words(asked(made, reading))),
        ("Filled in by, and their service", made.completed_by),
        ("Who came with them", made.came_with),
        ("Safeguarding lead told", formats.joined(formats.when_spoken(made.lead_told_at), made.lead_told)),
        ("Referred", formats.joined(formats.when_spoken(made.referred_at), made.referred_to)),
        ("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),
    )


def _marks(made: Checklist, reading: Reading) -> tuple[Mark, ...]:
    found = asked(made, reading)
    if made.withdrawn or not found.full_assessment:
        return ()
    full = ("Asks for a full assessment", Tone.MEDIUM)
    return (("Asks for a referral the same day", Tone.HIGH), full) if found.same_day else (full,)


def _sign(sign: str, note: str, reading: Reading) -> str:
    label = reading.practice.label(SIGNS, sign)
    return f"{label}: {note}" if note else label


SHOWN = Shown(
    kind=Checklist.KIND,
    title=Checklist.TITLE,
    happened=lambda made: made.completed_on,
    entry=entry,
    facts=facts,
    heads="Signs",
)
