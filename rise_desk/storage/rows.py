"""A record as a row, and back: scalars in columns of their own, parts and lists as JSON."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from rise_desk.domain.record import Attribute, Record, attributes, plain, stored
from rise_desk.errors import NotAllowed
from rise_desk.storage.kinds import KINDS, Kind
from rise_desk.storage.tables import adding

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
NO_PARTS = "[]"
"""Most lists of a record are empty, and a save writes them all."""

_JSON_SORTS = frozenset({"parts", "part"})


def kind_of(record: type[Record]) -> Kind:
    """The kind whose records are of this class."""
    return next(each for each in KINDS if each.record is record)


def to_json(value: Any) -> str:
    """Plain data as compact JSON text, the same bytes for the same data."""
    return NO_PARTS if value == [] else _ENCODER.encode(value)


def to_row(record: Record) -> dict[str, Any]:
    """The columns of a record's row."""
    data = plain(record)
    return {each.name: _column(each, record, data) for each in attributes(type(record))}


def _column(each: Attribute, record: Record, data: dict[str, Any]) -> Any:
    if each.sort not in _JSON_SORTS:
        return getattr(record, each.name)
    return None if data[each.name] is None else to_json(data[each.name])


@cache
def every(kind: Kind) -> str:
    """The query for all records of a kind, its columns as `from_row` takes them: the seal first."""
    names = ("sealed", *(each.name for each in attributes(kind.record)))
    return 'SELECT {} FROM "{}"'.format(", ".join(f'"{name}"' for name in names), kind.row._meta.table_name)


def by_id(kind: Kind, count: int) -> str:
    """The query for so many records of a kind by number, as text: to build it would cost more than to run it."""
    return f"{every(kind)} WHERE id IN ({', '.join('?' * count)})"


@cache
def insertion(kind: Kind) -> str:
    """The statement that adds a record of a kind; its values are those of `to_row`, in order."""
    return adding(kind.row, tuple(each.name for each in attributes(kind.record)))


@cache
def change(kind: Kind) -> str:
    """The statement that puts a record's new state over a version of it: the values of `to_row`, id and version."""
    columns = ", ".join(f'"{each.name}" = ?' for each in attributes(kind.record))
    return f'UPDATE "{kind.row._meta.table_name}" SET {columns} WHERE id = ? AND version = ?'


def from_row(kind: Kind, row: Sequence[Any]) -> Record:
    """The record that a row of `columns` holds; a sealed row is for named people alone (`NotAllowed`)."""
    if row[0] is not None:
        raise NotAllowed("This record is sealed to named people.")
    data = dict(zip(_names(kind), row[1:], strict=True))
    for name in _in_json(kind):
        value = data[name]
        data[name] = [] if value == NO_PARTS else json.loads(value) if value else None
    for name in _yes_or_no(kind):
        data[name] = None if data[name] is None else bool(data[name])
    return stored(kind.record, data)


@cache
def _names(kind: Kind) -> tuple[str, ...]:
    return tuple(each.name for each in attributes(kind.record))


@cache
def _in_json(kind: Kind) -> tuple[str, ...]:
    return tuple(each.name for each in attributes(kind.record) if each.sort in _JSON_SORTS)


@cache
def _yes_or_no(kind: Kind) -> tuple[str, ...]:
    return tuple(each.name for each in attributes(kind.record) if each.sort == "yes_no")
