"""Changes: what differs between two states of a record, field by field; computed, as history holds whole states."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rise_desk.domain.record import Attribute, Part, Record, attributes

ALIKE = 0.5
"""Two parts are one that was changed, where at least this share of what both tell is the same."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One part of a list: added (nothing before), taken away (nothing after), or changed."""

    before: Part | None = None
    after: Part | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field that was changed; of a list the parts that came, went or changed, none where only their order did."""

    attribute: Attribute
    before: Any
    after: Any
    items: tuple[Item, ...] = ()

    @property
    def reordered(self) -> bool:
        """Whether a list says the same in another order."""
        return self.attribute.sort == "parts" and not self.items


def between(before: Record | None, after: Record) -> tuple[Change, ...]:
    """What changed from one state to the next, in the order of the fields; all that was filled, in a first state."""
    was = before or type(after)()
    pairs = ((each, getattr(was, each.name), getattr(after, each.name)) for each in attributes(type(after)))
    return tuple(
        Change(attribute=each, before=old, after=new, items=_items(old, new) if each.sort == "parts" else ())
        for each, old, new in pairs
        if not each.stamp and old != new
    )


def _items(before: Sequence[Part], after: Sequence[Part]) -> tuple[Item, ...]:
    """The parts that differ: first those that stand now, in their order, then what was taken away."""
    gone, found = _without(before, after), list[Item]()
    for part in _without(after, before):
        was = max(gone, key=lambda each: _likeness(each, part), default=None)
        if was is not None and _likeness(was, part) >= ALIKE:
            gone.remove(was)
            found.append(Item(before=was, after=part))
        else:
            found.append(Item(after=part))
    return (*found, *(Item(before=each) for each in gone))


def _without(parts: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """The parts that are not among the others, each counted as often as it stands there."""
    left, rest = list(others), list[Part]()
    for each in parts:
        if each in left:
            left.remove(each)
        else:
            rest.append(each)
    return rest


def _likeness(one: Part, other: Part) -> float:
    """The share of what both parts tell in which they say the same; what only one of them tells is no difference."""
    told = [(getattr(one, each.name), getattr(other, each.name)) for each in attributes(type(one))]
    both = [pair for pair in told if all(value or value is False for value in pair)]
    return len([old for old, new in both if old == new]) / max(len(both), 1)
