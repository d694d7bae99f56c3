"""Joining things: how one place, vehicle or phone reads that was recorded more than once; each stays as recorded.

The main record's facts stand and its blanks are filled; what another says differently is told beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from rise_desk.domain import names
from rise_desk.domain.life import Alias
from rise_desk.domain.place import Place
from rise_desk.domain.record import Attribute, attributes
from rise_desk.domain.thing import Thing

ThingType = TypeVar("ThingType", bound=Thing)
OWN = frozenset({"withdrawn", "merged_into", "corrects", "references", "other_names"})
"""The fields that belong to one record alone, or are joined in a way of their own."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact on which a joined record says something else than the main one."""

    field: str
    label: str
    main: Any
    other: Any


def joined(main: ThingType, others: Iterable[Thing]) -> ThingType:
    """How they read as one; it bears the main record's number, and is never saved."""
    for other in others:
        filled = {each.name: getattr(other, each.name) for each in _told(main) if _is_blank(getattr(main, each.name))}
        main = main.changed(**filled)
        if isinstance(main, Place) and isinstance(other, Place):
            main = main.changed(other_names=_names(main, other))
    return main


def differences(main: Thing, other: Thing) -> tuple[Difference, ...]:
    """What another record says differently, where the main one's word stands."""
    return tuple(
        Difference(field=each.name, label=each.label, main=getattr(main, each.name), other=getattr(other, each.name))
        for each in _told(main)
        if _differ(getattr(main, each.name), getattr(other, each.name))
    )


def _told(thing: Thing) -> Iterable[Attribute]:
    return (each for each in attributes(type(thing)) if not each.stamp and each.name not in OWN)


def _is_blank(value: Any) -> bool:
    return value is not False and (not value or not str(value).strip())


def _differ(mine: Any, theirs: Any) -> bool:
    return not _is_blank(theirs) and not _is_blank(mine) and mine != theirs


def _names(main: Place, other: Place) -> tuple[Alias, ...]:
    """Every other name of both; what the other place is called is one, unless the main one is called so too."""
    known = {names.fold(main.name), *(names.fold(each.name) for each in main.other_names)}
    called = (Alias(name=other.place_name, basis=other.source), *other.other_names)
    return (*main.other_names, *(each for each in called if names.fold(each.name) not in known))
