"""A sign-off on the screen: how a manager's answer to an assessment reads in a chronology, and in full."""

from rise_desk.domain import moments
from rise_desk.domain.sign_off import SignOff
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records import assessment
from ui.records.marks import marks, recorded_late, withdrawn_words
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import capitalised, heading
from ui.widgets.timeline import Entry


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """A manager's answer as one entry of a chronology."""
    answer = found.told
    assert isinstance(answer, SignOff)
    return Entry(
        key=answer.id,
        heading=heading(answer.decided_at, reading.now),
        title=title(answer, reading),
        when=moments.shown_short(answer.decided_at, reading.now),
        by=formats.joined(answer.recorded_by, recorded_late(answer)),
        text=answer.comments,
        tags=tuple(marks(found)),
        withdrawn=withdrawn_words(answer),
    )


def title(answer: SignOff, reading: Reading) -> str:
    """What was decided: 'Assessment of 10 November 2026 signed off: 29, Amber'."""
    decided = reading.practice.label("sign_off_decision", answer.decision)
    made = reading.assessed.made.get(answer.assessment) if reading.assessed else None
    if made is None:
        return f"Assessment {decided}"
    came_to = assessment.title(made, reading).partition(": ")[2]
    return f"Assessment of {moments.shown(made.assessed_on)} {decided}: {came_to}"


def facts(answer: SignOff, reading: Reading) -> Facts:
    """Everything around it, with labels; '' is not recorded."""
    return (
        ("Decision", capitalised(reading.practice.label("sign_off_decision", answer.decision))),
        ("Decided", formats.joined(formats.when_spoken(answer.decided_at), answer.recorded_by)),
    )


SHOWN = Shown(
    kind=SignOff.KIND,
    title=SignOff.TITLE,
    happened=lambda answer: answer.decided_at,
    entry=entry,
    facts=facts,
    heads="Comments",
    corrected=False,
)
