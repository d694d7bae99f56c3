"""Merging things: a place, vehicle, phone or name online that was recorded twice is read as one; it can be undone.

The main record stays as it is; the other gains one field, `merged_into`. Nothing is merged but what somebody says is
the same: two places may share a name, and two men a phone.
"""

from dataclasses import dataclass

from rise_desk.domain import thing_joining
from rise_desk.domain.access import Deed
from rise_desk.domain.act import Act
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.thing_card import ThingCard
from rise_desk.domain.thing_joining import Difference
from rise_desk.errors import Invalid
from rise_desk.services import casework, merged
from rise_desk.services.desk import Desk
from rise_desk.storage.indexes import keys, thing_card

MERGED, SEPARATED = "Records merged", "Records separated"
BECAUSE = {
    keys.PLATE: "the same plate",
    keys.PHONE: "the same number",
    keys.HANDLE: "the same name online",
    keys.ADDRESS: "the same address",
    keys.NAME: "the same name",
}
"""Why two records may be one thing, the surest first; a postcode alone is shared by a street."""


@dataclass(frozen=True, kw_only=True)
class Likely:
    """A record that may be the same thing, and why it is offered."""

    card: ThingCard
    why: str


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What merging two records will do: both as they are, how they will read, and what differs."""

    main: Thing
    other: Thing
    joined: Thing
    differences: tuple[Difference, ...]


def likely(desk: Desk, thing: Thing) -> tuple[Likely, ...]:
    """What on file may be this very thing, of its kind alone, the surest first."""
    desk.demand(Deed.LIST)
    found: dict[Id, str] = {}
    marks = {(sort, keys.normal(sort, text)) for sort, text in thing.marks() if sort in BECAUSE}
    for sort, why in BECAUSE.items():
        for value in sorted(value for each, value in marks if each == sort and value):
            for head in merged.head_of(desk, keys.find(desk.store.vault, sort, value)).values():
                found.setdefault(head, why)
    own = merged.head_of(desk, (thing.id,))[thing.id]
    cards = thing_card.several(desk.store.vault, [each for each in found if each not in (own, thing.id)])
    return tuple(
        Likely(card=cards[each], why=why)
        for each, why in found.items()
        if each in cards and cards[each].kind == thing.KIND
    )


def joined_to(desk: Desk, thing: Thing) -> tuple[Thing, ...]:
    """The records that were merged into this one, as they were recorded."""
    return tuple(desk.store.things(each for each in desk.store.thing_ids(thing.id) if each != thing.id))


def whole(desk: Desk, thing: Thing) -> Thing:
    """How a thing reads with all that was merged into it; to be read and never saved."""
    return thing_joining.joined(thing, joined_to(desk, thing))


def preview(desk: Desk, main: Thing, other: Thing) -> Preview:
    """What merging `other` into `main` will do; nothing is written. `Invalid` says why it can't be."""
    desk.demand(Deed.MERGE, subject=main.id)
    if type(main) is not type(other):
        raise Invalid({"other": "Only two records of the same sort can be merged."})
    if main.id == other.id:
        raise Invalid({"other": "This is the same record already. Choose another one."})
    return Preview(
        main=main,
        other=other,
        joined=thing_joining.joined(whole(desk, main), (other, *joined_to(desk, other))),
        differences=thing_joining.differences(main, other),
    )


def merge(desk: Desk, main: Thing, other: Thing, reason: str) -> Thing:
    """Read `other` as part of `main` from now on; as the main record stands."""
    preview(desk, main, other)
    if not reason.strip():
        raise Invalid({"reason": "Enter why these are the same."})
    saves = tuple(each.changed(merged_into=main.id) for each in (*joined_to(desk, other), other))
    casework.perform(desk, Act(title=MERGED, saves=saves, reason=reason.strip()))
    return main


def separate(desk: Desk, other: Thing, reason: str) -> Thing:
    """Read a merged record by itself again; as it then stands."""
    if not other.merged_into:
        raise Invalid({"other": f"{other.name} is not merged into another record."})
    if not reason.strip():
        raise Invalid({"reason": "Enter why these are not the same."})
    act = Act(title=SEPARATED, saves=(other.changed(merged_into=NO_ID),), reason=reason.strip())
    (saved,) = casework.perform(desk, act)
    assert isinstance(saved, Thing)
    return saved
