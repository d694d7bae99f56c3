"""An action on the screen: what its form asks, and how it reads in a chronology and in full."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from rise_desk.domain import moments
from rise_desk.domain.action import NOT_NEEDED, TO_DO, Action
from rise_desk.services.overview import ChronologyEntry
from ui import formats
from ui.records.marks import Mark, marks, recorded_late, withdrawn_words
from ui.records.question import ask
from ui.records.shown import Facts, Reading, Shown
from ui.records.words import capitalised, heading
from ui.widgets.badge import Tone
from ui.widgets.fields import Field, Kind, Section, Surroundings
from ui.widgets.radio_row import RadioRow
from ui.widgets.suggesting_line import SuggestingLine
from ui.widgets.timeline import Entry

TITLES = {TO_DO: "Action, to do", NOT_NEEDED: "Action, no longer needed"}


def sections(colleagues: Sequence[str], *, new: bool) -> tuple[Section, ...]:
    """What the form asks; how it stands is asked of an action that is on file."""
    asked = Section(
        "What is to be done",
        (
            ask(Action, "what", whole=True),
            ask(
                Action,
                "owner",
                Kind.OWN,
                make=lambda _field, _around: SuggestingLine(colleagues),
                describe=lambda value, _around: str(value),
                hint="A colleague, or anybody else by name",
            ),
            ask(Action, "agency"),
            ask(Action, "due_on", hint="A day. +1w is in a week"),
            ask(Action, "agreed_at", time=True, hint="Ctrl+D is now"),
            ask(Action, "agreed_in", whole=True, hint="Such as the morning meeting, a strategy meeting"),
        ),
    )
    ended = Section(
        "How it stands",
        (
            ask(Action, "status", Kind.OWN, whole=True, make=_standing, describe=_stands),
            ask(Action, "ended_at", time=True, hint="Ctrl+D is now"),
            ask(Action, "outcome", rows=3, hint="For what is no longer needed: why"),
        ),
    )
    return (asked,) if new else (asked, ended)


def _standing(field: Field, around: Surroundings) -> QWidget:
    entries = around.practice.vocabulary(field.vocabulary).choices()
    return RadioRow([(each.key, capitalised(each.label)) for each in entries], unanswered=False)


def _stands(key: str, around: Surroundings) -> str:
    return capitalised(around.practice.label("action_status", key))


def entry(found: ChronologyEntry, reading: Reading) -> Entry:
    """One as an entry of a chronology: to be done, or done and what came of it."""
    made = found.told
    assert isinstance(made, Action)
    return Entry(
        key=made.id,
        heading=heading(made.happened(), reading.now),
        title=TITLES.get(made.status, "Action, done"),
        when=moments.shown_short(made.happened(), reading.now),
        by=formats.joined(*_around(made, reading), recorded_late(made)),
        text="\n".join(part for part in (made.what, made.outcome) if part),
        tags=(*_tags(made, reading), *marks(found)),
        withdrawn=withdrawn_words(made),
    )


def _around(made: Action, reading: Reading) -> Iterator[str]:
    """Who does it and by when, and where it was agreed."""
    yield made.owner or "nobody named to do it"
    yield reading.practice.label("agency", made.agency)
    yield f"by {moments.shown_short(made.due_on, reading.now)}" if made.due_on and made.is_open else ""
    yield f"agreed in {made.agreed_in}" if made.agreed_in else ""


def _tags(made: Action, reading: Reading) -> Iterator[Mark]:
    if made.is_open and made.due_on and moments.latest(made.due_on) < reading.now:
        yield "Overdue", Tone.HIGH


def facts(made: Action, reading: Reading) -> Facts:
    """Everything around it, with labels; '' is not recorded."""
    practice = reading.practice
    ended = (("Done or ended at", formats.when_spoken(made.ended_at)),)
    return (
        ("How it stands", capitalised(practice.label("action_status", made.status))),
        ("Who does it", made.owner),
        ("Agency", capitalised(practice.label("agency", made.agency))),
        ("By when", formats.when_spoken(made.due_on)),
        ("Agreed at", formats.when_spoken(made.agreed_at)),
        ("Agreed in", made.agreed_in),
        *(ended if made.status != TO_DO else ()),
        ("Recorded", formats.joined(formats.when_spoken(made.recorded_at), made.recorded_by)),
    )


SHOWN = Shown(
    kind=Action.KIND,
    title=Action.TITLE,
    happened=lambda made: made.happened(),
    entry=entry,
    facts=facts,
    heads="The action",
    corrected=False,
)
