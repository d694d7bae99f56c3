"""Restricted: whose files are closed to this reader, so that nothing that names them is told anywhere else."""

from collections.abc import Iterable
from functools import partial

from rise_desk.domain import access
from rise_desk.domain.access import Deed
from rise_desk.domain.joining import JOINING
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


def is_told(desk: Desk, record: Record) -> bool:
    """Whether a record is this reader's to read: it joins nobody to a closed file, and is not in closed files alone."""
    about = {record.id} if isinstance(record, Person) else {subject for subject, _role in record.involved()}
    shut = closed(desk, about)
    return not shut if isinstance(record, JOINING) else not (about and shut >= about)


def tellable(desk: Desk, records: Iterable[Record]) -> frozenset[Id]:
    """The numbers of those of these records that may be told: none that joins others to a file closed to this reader.

    A note or an episode that names somebody besides is the file's own, and is told with them nameless.
    """
    told = tuple(records)
    joining = [each for each in told if isinstance(each, JOINING)]
    hidden = {each.id for each in joining} - {each.id for each in open_to(desk, joining)} if joining else set[Id]()
    return frozenset(each.id for each in told if each.id not in hidden)
