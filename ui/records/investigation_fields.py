"""What the form of an investigation asks: who, what is alleged, how and where, and what came of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from rise_desk.domain.investigation import AllegedOffence, Investigation, Method
from rise_desk.domain.language import nudges
from rise_desk.domain.offence import called
from rise_desk.domain.practice import Practice
from ui import formats
from ui.desk import ScreenDesk
from ui.records.protecting_fields import people, subject
from ui.records.question import ask
from ui.records.words import telling
from ui.widgets.fields import Field, Section, Surroundings

OFFENCE = (
    ask(AllegedOffence, "offence", whole=True),
    ask(AllegedOffence, "since", hint="The first date it is said to have happened on"),
    ask(AllegedOffence, "until", hint="The last one. Recent or not follows from it"),
    ask(AllegedOffence, "counts", whole=True),
)
METHOD = (ask(Method, "method", whole=True), ask(Method, "note", whole=True))
BOTH_PLACES = "The place an offence was recorded at is often not where it happened: both are kept."
NEVER_LOWERS = "No further action never lowers a child’s band, and says nothing of what they told."


def sections(screen: ScreenDesk) -> tuple[Section, ...]:
    """What the form asks."""
    who = (
        people(screen, Investigation, "children", "person", children=True),
        people(screen, Investigation, "suspects", "person", hint="An allegation is not a fact"),
        ask(Investigation, "reported_on"),
        ask(Investigation, "crime_ref"),
        ask(Investigation, "officer"),
    )
    where = (
        ask(Investigation, "recorded_place"),
        ask(Investigation, "recorded_place_type"),
        subject(screen, Investigation, "happened_place", "A place on file, or in words below"),
        ask(Investigation, "happened_where"),
        ask(Investigation, "happened_place_type"),
    )
    return (
        Section("Who", who),
        Section("What is alleged", (*_alleged(),)),
        Section("Where", where, BOTH_PLACES),
        Section("What came of it", (*_outcome(),), NEVER_LOWERS),
    )


def _alleged() -> Iterator[Field]:
    yield ask(Investigation, "offences", fields=OFFENCE, describe=_offence)
    yield ask(Investigation, "exploitation_type")
    yield ask(Investigation, "online_service", hint="Where it was online")
    yield ask(Investigation, "setting")
    yield ask(Investigation, "methods", fields=METHOD, describe=telling(METHOD))


def _outcome() -> Iterator[Field]:
    yield ask(Investigation, "outcome")
    yield ask(Investigation, "outcome_on")
    yield ask(Investigation, "outcome_why", rows=3, nudge=nudges)
    yield ask(Investigation, "note", rows=3, nudge=nudges)


def _offence(part: Any, around: Surroundings) -> str:
    """An offence in one line, with its dates."""
    days = " to ".join(formats.when_full(each) for each in (part.since, part.until) if each)
    return formats.joined(called(part.offence, around.practice), part.counts, days)


def known_of(offences: Iterable[AllegedOffence], practice: Practice) -> Iterator[str]:
    """The maximum of each offence and since when it can be committed; what is not known is to be checked."""
    for key in dict.fromkeys(each.offence for each in offences):
        known = practice.offences.get(key)
        if known is not None and known.told:
            yield f"{called(key, practice)}: {known.told}."
