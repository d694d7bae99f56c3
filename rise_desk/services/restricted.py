"""Restricted: whose files are closed to this reader, so that nothing that names them is told anywhere else."""

from collections.abc import Iterable
from functools import partial

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.person import Person
from rise_desk.domain.record import Id, Record
from rise_desk.services.desk import Desk
from rise_desk.storage import merges


def closed(desk: Desk, subjects: Iterable[Id]) -> frozenset[Id]:
    """Those of these subjects whose file this reader may not open: the stricter of merged files decides."""
    files = merges.wholes(desk.store.vault, partial(desk.store.several, Person), subjects)
    shut = (each for each in files if not access.may(desk.who, Deed.OPEN, access.state_of(desk.who, each.person)))
    return frozenset(number for each in shut for number in each.ids)


def open_to(desk: Desk, records: Iterable[Record]) -> tuple[Record, ...]:
    """The records that concern nobody whose file is closed to this reader."""
    told = tuple(records)
    shut = closed(desk, {subject for each in told for subject, _role in each.involved()})
    return tuple(each for each in told if shut.isdisjoint(subject for subject, _role in each.involved()))
