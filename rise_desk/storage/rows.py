"""A record as a row, and back: scalars in columns of their own, parts and lists as JSON."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from rise_desk.domain.record import Attribute, Record, attributes, plain, stored
from rise_desk.errors import NotAllowed
from rise_desk.storage.kinds import KINDS, Kind
from rise_desk.storage.tables import adding

_JSON_SORTS = frozenset({"parts", "part"})


def kind_of(record: type[Record]) -> Kind:
    """The kind whose records are of this class."""
    return next(each for each in KINDS if each.record is record)


def to_json(value: Any) -> str:
    """Plain data as compact JSON text, the same bytes for the same data."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def to_row(record: Record) -> dict[str, Any]:
    """The columns of a record's row."""
    data = plain(record)
    return {each.name: _column(each, record, data) for each in attributes(type(record))}


def _column(each: Attribute, record: Record, data: dict[str, Any]) -> Any:
    if each.sort not in _JSON_SORTS:
        return getattr(record, each.name)
    return None if data[each.name] is None else to_json(data[each.name])


@cache
def columns(kind: Kind) -> tuple[Any, ...]:
    """The columns to select for `from_row`, the seal first."""
    return (kind.row.sealed, *(getattr(kind.row, each.name) for each in attributes(kind.record)))


@cache
def by_id(kind: Kind, count: int) -> str:
    """The query for so many records of a kind by number, made once: it runs for every save."""
    return str(kind.row.select(*columns(kind)).where(kind.row.id.in_([0] * count)).sql()[0])


@cache
def insertion(kind: Kind) -> str:
    """The statement that adds a record of a kind; its values are those of `to_row`, in order."""
    return adding(kind.row, tuple(each.name for each in attributes(kind.record)))


def from_row(kind: Kind, row: Sequence[Any]) -> Record:
    """The record that a row of `columns` holds; a sealed row is for named people alone (`NotAllowed`)."""
    if row[0] is not None:
        raise NotAllowed("This record is sealed to named people.")
    data = {each.name: _value(each, value) for each, value in zip(attributes(kind.record), row[1:], strict=True)}
    return stored(kind.record, data)


def _value(each: Attribute, value: Any) -> Any:
    if each.sort in _JSON_SORTS:
        return [] if value == "[]" else json.loads(value) if value else None
    return bool(value) if each.sort == "yes_no" and value is not None else value
