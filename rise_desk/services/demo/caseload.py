"""The demonstration's caseload: invented people and notes, told in batches that one pass through the store writes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from rise_desk.domain import moments
from rise_desk.domain.practice import Practice
from rise_desk.domain.record import Record
from rise_desk.errors import Invalid
from rise_desk.services.demo import (
    adults,
    assessments,
    casting,
    checklists,
    missing,
    notes,
    people,
    protecting,
    web,
)
from rise_desk.services.demo.casting import Cast

LARGEST = 500


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What one pass through the store writes: many records of one kind, or records with what answers them."""

    title: str
    records: tuple[Record, ...]


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Who tells one kind of record, and what its batches are called."""

    title: str
    tell: Callable[[Cast], Iterator[Record]]


TELLERS: tuple[Teller, ...] = (
    Teller(title="Young people", tell=people.records),
    Teller(title="Adults of concern", tell=adults.records),
    Teller(title="Contact notes", tell=notes.records),
    Teller(title="Health checklists", tell=checklists.records),
    Teller(title="Assessments", tell=assessments.records),
    Teller(title="Missing episodes", tell=missing.records),
    Teller(title="Places, vehicles, phones and links", tell=web.records),
    Teller(title="Notices, orders and disruption", tell=protecting.records),
)
"""In this order; a kind that comes later adds its line, and may name everybody told before it."""


def tell(practice: Practice, now: datetime, *, people: int, notes: int, seed: int) -> Iterator[Batch]:
    """Everything of a demonstration of this size, the same for the same London day, size and seed.

    Nothing in it is later than seven in the morning of that day. Notes without anybody to write about are `Invalid`.
    """
    if notes and not people:
        raise Invalid({"people": "Notes are about somebody. Ask for one young person at least, or for no notes."})
    cast = casting.gather(practice, now.astimezone(moments.LONDON).date(), people, notes, seed)
    return _batches(cast)


def _batches(cast: Cast) -> Iterator[Batch]:
    for teller in TELLERS:
        told, first = teller.tell(cast), 1
        while some := tuple(islice(told, LARGEST)):
            last = first + len(some) - 1
            yield Batch(title=f"{teller.title} {first} to {last} of the demonstration", records=some)
            first = last + 1
