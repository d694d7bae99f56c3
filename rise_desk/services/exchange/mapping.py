"""Mapping: which column somebody chose for which field, remembered for the next file of the same source."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rise_desk.domain.names import fold
from rise_desk.errors import Invalid
from rise_desk.services.desk import Desk
from rise_desk.services.exchange.columns import (
    COLUMNS,
    NOTHING,
    Layout,
    called,
    field_of,
    guess_kind,
    key_of,
    places_of,
)
from rise_desk.storage.writing import Writing

LEFT_OUT = ("", "leaveout", "leftout", "none")
MOST_KEPT = 10
"""How many layouts are kept for one source: its files of people, of notes, and how they looked before."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What was chosen before for files like this one, and a sentence that says so; empty where nothing was."""

    kind: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""


@dataclass(frozen=True, kw_only=True)
class _Kept:
    kind: str
    columns: tuple[str, ...]
    chosen: Mapping[str, str]

    def known(self) -> set[str]:
        return set(map(key_of, self.columns))


def fields(kind: str) -> tuple[tuple[str, str], ...]:
    """Every field that a file of this kind can fill, with its words."""
    return tuple((each.field, each.names[0]) for each in COLUMNS[kind])


def kind_meant(columns: Sequence[str], said: Mapping[str, str]) -> str:
    """The kind that a file's columns tell, or what somebody says of them; '' where nothing was said."""
    named = {key_of(column): wanted for column, wanted in said.items()}
    return guess_kind([named.get(key_of(name), name) for name in called(columns)]) if said else ""


def understood(kind: str, columns: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """What somebody says of columns, in their words, as the columns and fields it means.

    Raises `Invalid` where the file has no such column, or the kind no such field.
    """
    names = {key_of(name): name for name in called(columns)}
    chosen = {}
    for column, wanted in said.items():
        name = names.get(key_of(column))
        if name is None:
            told = ", ".join(names.values())
            raise Invalid({"map": f"The file has no column “{column[:40]}”. Its columns are {told[:300]}."})
        chosen[name] = "" if key_of(wanted) in LEFT_OUT else field_of(kind, wanted)
        if not chosen[name] and key_of(wanted) not in LEFT_OUT:
            told = ", ".join(words for _field, words in fields(kind))
            raise Invalid({"map": f"“{wanted[:40]}” is no field here. The fields are {told}; or leave out."})
    return chosen


def read_as(kind: str, columns: Sequence[str], chosen: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """The field that each column is read as, by its name and what was chosen; '' where it is left out."""
    places = places_of(kind, columns, chosen)
    taken = {place: each for each, found in places.items() for place in found}
    return {name: taken.get(place, "") for place, name in enumerate(called(columns))}


def chosen_by_hand(kind: str, columns: Sequence[str], wanted: Mapping[str, str]) -> dict[str, str]:
    """Of the field that each column should be, what the names of the columns don't say by themselves."""
    alone = read_as(kind, columns)
    return {name: each for name, each in wanted.items() if alone.get(name, "") != each}


def offered(desk: Desk, source: str, columns: Sequence[str], kind: str = "") -> Offer:
    """What was chosen before for this source's files with these columns, or with most of them."""
    names = called(columns)
    here = set(map(key_of, names))
    every = [each for each in _kept(desk, source) if kind in ("", each.kind)]
    same = next((each for each in every if each.known() == here), None)
    if same is not None:
        notice = f"The columns are read as they were chosen for “{source}” before."
        return Offer(kind=same.kind, chosen=same.chosen, notice=notice)
    like = max(every, key=lambda each: len(each.known() & here), default=None)
    if like is None or 2 * len(like.known() & here) < len(like.known()):
        return Offer()
    return _still_fitting(source, names, like)


def _still_fitting(source: str, names: Sequence[str], like: _Kept) -> Offer:
    """What of an older choice still fits, and which columns went or came."""
    own = {key_of(name): name for name in names}
    gone = [_was(like, name) for name in like.columns if key_of(name) not in own]
    new = [name for name in names if key_of(name) not in like.known()]
    parts = (
        f"The columns of “{source}” have changed since they were chosen.",
        f"No longer there: {', '.join(gone)}." if gone else "",
        f"New: {', '.join(new)}." if new else "",
        "The other choices are kept. Look whether all are right.",
    )
    chosen = {own[key_of(name)]: to for name, to in like.chosen.items() if key_of(name) in own}
    return Offer(kind=like.kind, chosen=chosen, notice=" ".join(filter(None, parts)))


def _was(like: _Kept, name: str) -> str:
    words = dict(fields(like.kind)).get(like.chosen.get(name, ""))
    return f"{name} (it was {words})" if words else name


def remember(work: Writing, desk: Desk, source: str, columns: Sequence[str], laid: Layout) -> None:
    """Keep what was chosen, for everybody, in the transaction of the import it was chosen for."""
    names = called(columns)
    now = _Kept(kind=laid.kind, columns=names, chosen=laid.chosen)
    held = _kept(desk, source)
    others = [each for each in held if (each.kind, each.known()) != (now.kind, now.known())]
    if laid.chosen or len(others) < len(held):
        kept = [now, *others][:MOST_KEPT]
        work.set(_setting(source), json.dumps([[each.kind, each.columns, dict(each.chosen)] for each in kept]))


def _kept(desk: Desk, source: str) -> list[_Kept]:
    """What was chosen for a source's files, the latest first; fields that are no more are left out."""
    held = json.loads(desk.store.setting(_setting(source), "[]"))
    return [
        _Kept(
            kind=kind,
            columns=tuple(columns),
            chosen={name: to for name, to in chosen.items() if not to or to in dict(fields(kind))},
        )
        for kind, columns, chosen in held
        if kind in COLUMNS
    ]


def _setting(source: str) -> str:
    return f"import columns of {fold(source)}"
