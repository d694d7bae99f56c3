"""Tells small stories for summaries, and finds what a summary says about them."""

from datetime import datetime
from typing import Any

from rise_desk.domain.casefile import CaseFile
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import Person
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Id, Record
from rise_desk.reports.blocks import Document, Entry, Facts, Heading, Table
from rise_desk.reports.summary import Story, build

MAISIE = Id(1)
DEX = Id(2)


def story(person: Person, *entries: Record, **values: Any) -> Story:
    return Story(
        file=CaseFile(subject=person, records=entries),
        entries=tuple((each, False) for each in entries),
        names={MAISIE: "Maisie Okafor", DEX: "Dex"},
        **values,
    )


def summary(told: Story, practice: Practice, now: datetime) -> Document:
    return build(told, practice=practice, now=now, printed_by="Priya Nair", copy="copy 1")


def maisie(**values: Any) -> Person:
    return Person(id=MAISIE, given_name="Maisie", family_name="Okafor", **values)


def note(**values: Any) -> ContactNote:
    known: dict[str, Any] = {
        "id": Id(7),
        "concerns": (Concern(subject=MAISIE),),
        "happened_at": Moment("2026-11-20T16:00+00:00"),
        "recorded_at": Moment("2026-11-20T17:00:00.000+00:00"),
        "recorded_by": "Priya Nair",
        "text": "Met at school.",
        **values,
    }
    return ContactNote(**known)


def facts_of(document: Document, heading: str) -> dict[str, str]:
    """The facts under a heading."""
    at = document.blocks.index(next(each for each in document.blocks if each == Heading(text=heading)))
    found = document.blocks[at + 1]
    assert isinstance(found, Facts)
    return {each.label: each.value for each in found.facts}


def rows_of(document: Document, column: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table whose first column has this name; none where there is no such table."""
    tables = [each for each in document.blocks if isinstance(each, Table) and each.columns[0] == column]
    return tables[0].rows if tables else ()


def entries_of(document: Document) -> list[Entry]:
    return [each for each in document.blocks if isinstance(each, Entry)]
