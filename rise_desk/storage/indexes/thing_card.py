"""Thing card: one row for each place, vehicle, phone and name online, with every column a list is sorted by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

import peewee as pw

from rise_desk.domain import moments, names
from rise_desk.domain.casefile import ThingFile
from rise_desk.domain.link import Link
from rise_desk.domain.record import Id
from rise_desk.domain.thing import Thing
from rise_desk.domain.thing_card import SORTABLE, ThingCard, Wanted, card_of
from rise_desk.storage.database import Vault
from rise_desk.storage.tables import Row, adding


class ThingCardRow(Row):
    """One thing."""

    subject = pw.BigIntegerField(primary_key=True)
    kind = pw.TextField()
    sort = pw.TextField()
    name = pw.TextField()
    sort_name = pw.TextField()
    detail = pw.TextField()
    folded = pw.TextField()
    links = pw.IntegerField()
    last_entry = pw.TextField()

    class Meta:
        """Cards of things, in order of name within their kind."""

        table_name = "thing_card"
        indexes = ((("kind", "sort_name", "subject"), False),)


ROWS = (ThingCardRow,)
AT_ONCE = 500
"""How many cards one query asks for."""

_FIELDS = tuple(each.name for each in fields(ThingCard))
_COLUMNS = tuple(getattr(ThingCardRow, name) for name in _FIELDS)
_ADD = adding(ThingCardRow, _FIELDS)
_REMOVE = "DELETE FROM thing_card WHERE subject = ?"
_READABLE = (
    "FROM involvement line WHERE subject IN ({}) AND NOT withdrawn AND NOT EXISTS (SELECT 1 FROM involvement beside "
    "JOIN person ON person.id = beside.subject WHERE beside.record = line.record AND person.restricted)"
)
"""What stands in a thing's file and concerns nobody whose file is restricted: their links are not even counted."""

_LINKS = f"SELECT count(DISTINCT record) {_READABLE} AND kind = 'link'"
_ENTRY = (
    f"SELECT max(day) {_READABLE} AND reserved = '' AND NOT EXISTS "
    "(SELECT 1 FROM involvement later WHERE later.corrects = line.record AND NOT later.withdrawn)"
)
_BESIDE = (
    "SELECT DISTINCT beside.subject FROM involvement line JOIN involvement beside ON beside.record = line.record "
    "WHERE line.subject = ? AND beside.subject <> line.subject"
)
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM thing_card"


def write(vault: Vault, thing: Thing, ids: tuple[Id, ...]) -> None:
    """Bring a thing's card up to date, `ids` being its number and those of what was merged into it.

    One withdrawn or merged into another has none.
    """
    vault.sql(_REMOVE, (thing.id,))
    if is_listed(thing):
        links, entry = (vault.sql(each.format(", ".join("?" * len(ids))), ids)[0][0] for each in (_LINKS, _ENTRY))
        vault.sql(_ADD, _values(card_of(thing, int(links), str(entry or ""))))


def beside(vault: Vault, subject: Id) -> frozenset[Id]:
    """Whoever and whatever stands in a record beside this one: their figures change when its file is restricted."""
    return frozenset(Id(row[0]) for row in vault.sql(_BESIDE, (subject,)))


def is_listed(thing: Thing) -> bool:
    """Whether a thing stands in lists."""
    return not (thing.withdrawn or thing.merged_into)


def _made(file: ThingFile, hidden: frozenset[Id]) -> ThingCard:
    told = (each for each in file.records if hidden.isdisjoint(subject for subject, _role in each.involved()))
    standing = [each for each in told if not each.withdrawn]
    put_right = {each.corrects for each in standing}
    days = (
        moments.london_day(each.happened()) for each in standing if each.id not in put_right and not each.reserved_for()
    )
    links = sum(isinstance(each, Link) for each in standing)
    return card_of(file.subject, links, max(days, default=""))


def _values(card: ThingCard) -> list[Any]:
    return [getattr(card, name) for name in _FIELDS]


def differences(vault: Vault, files: Iterable[ThingFile], hidden: frozenset[Id] = frozenset()) -> list[str]:
    """What the index says differently from a rebuild; `hidden` are the people whose files are restricted."""
    held = {tuple(row) for row in vault.rows(ThingCardRow.select(*_COLUMNS))}
    wanted = {tuple(_values(_made(file, hidden))) for file in files if is_listed(file.subject)}
    return [f"thing card: {len(held - wanted)} too many, {len(wanted - held)} missing"] if held != wanted else []


def several(vault: Vault, subjects: Iterable[Id]) -> Mapping[Id, ThingCard]:
    """The cards of these things; those without one are left out."""
    wanted = list(subjects)
    found = dict[Id, ThingCard]()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        rows = vault.sql(f"{_SELECT} WHERE subject IN ({', '.join('?' * len(part))})", part)
        found |= {card.subject: card for card in map(_card, rows)}
    return found


def page(vault: Vault, wanted: Wanted) -> list[ThingCard]:
    """One page of a list, in order of its column and then of number."""
    condition, values = _condition(wanted)
    column = SORTABLE[SORTABLE.index(wanted.order)]
    way, beyond = ("DESC", "<") if wanted.descending else ("ASC", ">")
    if wanted.after is not None:
        condition += f" AND ({column}, subject) {beyond} (?, ?)"
        values += wanted.after
    text = f"{_SELECT} WHERE {condition} ORDER BY {column} {way}, subject {way} LIMIT ?"
    return [_card(row) for row in vault.sql(text, (*values, wanted.limit))]


def count(vault: Vault, wanted: Wanted) -> int:
    """How many cards the whole list has."""
    condition, values = _condition(wanted)
    return int(vault.sql(f"SELECT count(*) FROM thing_card WHERE {condition}", values)[0][0])


def _condition(wanted: Wanted) -> tuple[str, list[object]]:
    conditions, values = ["1 = 1"], list[object]()
    for column, value in (("kind", wanted.kind), ("sort", wanted.sort)):
        if value:
            conditions.append(f"{column} = ?")
            values.append(value)
    for part in names.fold(wanted.text).split():
        conditions.append("instr(folded, ?) > 0")
        values.append(part)
    return " AND ".join(conditions), values


def _card(row: Sequence[Any]) -> ThingCard:
    return ThingCard(**dict(zip(_FIELDS, row, strict=True)))
